"""One form, pressed twice, is one deed and one receipt."""

from datetime import UTC, datetime

import pytest

from app.domain.deed import Actor, Deed
from app.services.keys import KeyOfAnother, once

AT = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
DEED = Deed(Actor("visitor", "draft-1"), AT, key="b7f3")


def counting():
    answers = iter(({"reference": "7Q4K-2M9P"}, {"reference": "another"}))
    return lambda: next(answers)


def test_the_second_press_gets_the_answer_of_the_first(session):
    act = counting()

    first, second = once(session, DEED, act), once(session, DEED, act)

    assert first == second == {"reference": "7Q4K-2M9P"}


def test_a_deed_without_a_key_is_done_each_time(session):
    act = counting()
    deed = Deed(DEED.by, AT)

    assert once(session, deed, act) != once(session, deed, act)


def test_the_key_of_another_person_is_refused(session):
    once(session, DEED, counting())

    with pytest.raises(KeyOfAnother):
        once(session, Deed(Actor("visitor", "draft-2"), AT, key="b7f3"), counting())


def test_the_key_of_another_kind_of_form_is_refused(session):
    once(session, DEED, counting())

    assert once(session, DEED, counting(), ["reference"]) == {"reference": "7Q4K-2M9P"}
    with pytest.raises(KeyOfAnother):
        once(session, DEED, counting(), ["reference", "case"])


def test_a_key_is_free_again_when_nothing_was_done(own_database):
    with pytest.raises(ZeroDivisionError), own_database.writing() as session:
        once(session, DEED, lambda: 1 // 0)

    with own_database.writing() as session:
        assert once(session, DEED, counting()) == {"reference": "7Q4K-2M9P"}
