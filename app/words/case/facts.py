"""The facts of an event as its line says them: people by name, days and sums in words, letters by what they are."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from types import MappingProxyType
from typing import Any, NamedTuple

from app.domain.history import Event
from app.domain.mail.notices import Notice
from app.domain.people.parties import Role
from app.words.catalogues import N_, catalogue
from app.words.dates import in_full
from app.words.figures import pasts
from app.words.money import pounds
from app.words.say import say

BY_STAFF = ("staff", "handler", "owner", "signed_by", "approved_by", "viewers", "decides")
"""Facts that are the number of a member of staff, said by name."""
SUMS = ("total",)
"""Facts that are pence."""
CORRECTED = ("old", "new")
NOBODY = N_("nobody")
FORMER = N_("somebody who has left")
WHO = {Role.RESIDENT: N_("the resident"), Role.REPRESENTATIVE: N_("the person who speaks for them")}
SOMEBODY = N_("person %(number)s")
THE_LETTER = N_("the letter “%(name)s” of %(day)s")
A_LETTER = N_("letter %(number)s")
THE_TEXT = N_("What was written on %(day)s (text %(number)s)")
INSTEAD = N_(", in the place of %(sum)s")
A_TEXT = N_("Text %(number)s")


class Known(NamedTuple):
    """What a case's other events say of the letters, people and texts in it, by number."""

    letters: Mapping[int, tuple[Notice, date]] = MappingProxyType({})
    parties: Mapping[int, Role] = MappingProxyType({})
    texts: Mapping[int, date] = MappingProxyType({})


NOTHING = Known()


class Facts(dict[str, str]):
    """The facts of an event by name, and of what stands within it; each is put into words when it is asked for."""

    def __init__(self, event: Event, names: Mapping[int, str], language: str, known: Known) -> None:
        super().__init__()
        self.facts, self.names, self.language, self.known = dict(_facts(event)), names, language, known

    def __missing__(self, name: str) -> str:
        if name in CALLED:
            return CALLED[name](self)
        fact = self.facts[name]
        if name in BY_STAFF:
            return self._people(fact if isinstance(fact, tuple) else (fact,))
        if name in SUMS:
            return pounds(fact, self.language)
        if isinstance(fact, Enum):
            return say(fact, self.language)
        if isinstance(fact, tuple):
            return ", ".join(say(each, self.language) for each in fact)
        if name in CORRECTED and isinstance(fact, str):
            fact = _day(fact)
        return in_full(fact, self.language) if isinstance(fact, date) else str(fact)

    def _people(self, numbers: tuple[int, ...]) -> str:
        nobody, former = map(catalogue(self.language).gettext, (NOBODY, FORMER))
        return ", ".join(self.names.get(number, nobody) or former for number in numbers) or nobody

    def filled(self, pattern: str, **words: object) -> str:
        """Return a piece of the line, in its language."""
        return catalogue(self.language).gettext(pattern) % words


def _letter(facts: Facts) -> str:
    number = facts.facts["letter"]
    if number not in facts.known.letters:
        return facts.filled(A_LETTER, number=number)
    notice, day = facts.known.letters[number]
    return facts.filled(THE_LETTER, name=say(notice, facts.language), day=in_full(day, facts.language))


def _text(facts: Facts) -> str:
    number = facts.facts["text"]
    if number not in facts.known.texts:
        return facts.filled(A_TEXT, number=number)
    return facts.filled(THE_TEXT, number=number, day=in_full(facts.known.texts[number], facts.language))


def _who(facts: Facts) -> str:
    number = facts.facts["party"]
    role = facts.known.parties.get(number)
    return facts.filled(WHO[role] if role else SOMEBODY, number=number)


def _instead(facts: Facts) -> str:
    before = facts.facts["before"]
    return facts.filled(INSTEAD, sum=pounds(before, facts.language)) if before else ""


def _of_the_past(tell: Callable[[Mapping[str, Any], str], str]) -> Callable[[Facts], str]:
    return lambda facts: tell(facts.facts, facts.language)


CALLED: Mapping[str, Callable[[Facts], str]] = {
    "the_letter": _letter,
    "the_text": _text,
    "who": _who,
    "instead": _instead,
    "called_there": _of_the_past(pasts.called_there),
    "then_closed": _of_the_past(pasts.then_closed),
    "past_stage": _of_the_past(pasts.number),
    "became": _of_the_past(pasts.became),
}
"""What an event names by number only, called as the rest of its case knows it."""


def _facts(value: Any) -> Iterator[tuple[str, Any]]:
    for field in fields(value):
        fact = getattr(value, field.name)
        if is_dataclass(fact):
            yield from _facts(fact)
        yield field.name, fact


def _day(fact: str) -> date | str:
    """Return the day that a corrected fact is written as, or the fact itself where it is none."""
    try:
        return date.fromisoformat(fact)
    except ValueError:
        return fact
