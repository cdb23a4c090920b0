"""Whatever the domain answers can be said, in every language there is a catalogue for."""

import re
from enum import Enum

import pytest

from app.domain.case.details import Effect, Question, ToldBefore, Topic
from app.domain.clock.deadlines import Standing
from app.domain.clock.profiles import Body
from app.domain.reasons import Reason
from app.words.say import say
from tests.catalogues import PSEUDO, RIGHT_TO_LEFT
from tests.modules import modules

SAID = (*Reason.__subclasses__(), Standing, Body, Question, ToldBefore, Effect, Topic)


@pytest.mark.parametrize("member", [member for each in SAID for member in each], ids=str)
def test_every_answer_of_the_rules_has_words(member):
    assert say(member, "en").strip()


@pytest.mark.usefixtures("made_up_languages")
@pytest.mark.parametrize("member", [member for each in SAID for member in each], ids=str)
def test_every_word_is_marked_for_translation(member):
    assert say(member, PSEUDO).startswith("⟦")
    assert say(member, RIGHT_TO_LEFT) != say(member, "en")


def test_a_language_without_a_catalogue_is_said_in_english():
    assert say(Standing.ANSWER_LATE, "xx") == say(Standing.ANSWER_LATE, "en") == "answer late"


def test_a_thing_nobody_has_words_for_is_refused():
    with pytest.raises(TypeError):
        say(Enum("Strange", "THING").THING, "en")


def test_every_module_that_teaches_is_named_where_all_are_read():
    teachers = {
        module.name
        for module in modules("app/words/")
        if re.search(r"^(say_each\(|@say\.register)", module.text, re.MULTILINE)
    }
    (read,) = (set(module.imported) for module in modules("app/words/__init__.py"))

    assert teachers <= read
