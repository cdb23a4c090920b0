"""How a date came about, said the same to residents and staff."""

from datetime import date

import pytest

from app.domain.clock.calendar import UnknownYear
from app.domain.clock.deadlines import clock
from app.domain.clock.explanations import explain
from app.domain.clock.profiles import Stage
from app.words.say import say
from tests.calendars import ENGLISH_TERMS
from tests.catalogues import PSEUDO

WEDNESDAY = date(2026, 12, 23)


def said(language="en", received=WEDNESDAY, **days):
    found = clock(ENGLISH_TERMS, Stage.ONE, received, **days)
    return [say(step, language) for step in explain(found)]


def test_an_answer_date_says_what_did_not_count():
    assert said(acknowledged=WEDNESDAY) == [
        "received Wed 23 Dec; 5 working days; 25 and 28 Dec and 1 Jan do not count; acknowledge by Mon 4 Jan",
        "acknowledged Wed 23 Dec; 10 working days; 25 and 28 Dec and 1 Jan do not count; due Mon 11 Jan",
        "first due Mon 11 Jan; 10 working days; at the latest, with more time, Mon 25 Jan",
    ]


def test_one_bank_holiday_does_not_count():
    _, answer, *_ = said(acknowledged=date(2026, 12, 29))

    assert answer == "acknowledged Tue 29 Dec; 10 working days; 1 Jan does not count; due Wed 13 Jan"


def test_a_count_without_bank_holidays_says_nothing_of_them():
    _, answer, *_ = said(received=date(2026, 11, 2), acknowledged=date(2026, 11, 2))

    assert answer == "acknowledged Mon 2 Nov; 10 working days; due Mon 16 Nov"


@pytest.mark.parametrize(
    ("told_on", "words"),
    [
        (date(2027, 1, 11), "told in time, Mon 11 Jan, of a new date; now due Wed 20 Jan"),
        (date(2027, 1, 12), "told too late, Tue 12 Jan, of a new date; still due Mon 11 Jan"),
    ],
)
def test_a_new_date_says_whether_it_counts(told_on, words):
    assert words in said(acknowledged=WEDNESDAY, extended_to=date(2027, 1, 20), told_on=told_on)


@pytest.mark.usefixtures("made_up_languages")
def test_every_part_of_an_explanation_is_marked():
    steps = said(PSEUDO, acknowledged=WEDNESDAY, extended_to=date(2027, 1, 20), told_on=WEDNESDAY)

    for part in "; ".join(steps).split("; "):
        assert part.startswith("⟦") or part.endswith("⟧")


def test_an_unknown_year_is_named():
    words = say(UnknownYear(2040, "scotland"), "en")

    assert words == "No bank holidays of 2040 are known in the calendar “scotland”"
