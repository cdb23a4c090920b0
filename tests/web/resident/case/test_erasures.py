"""A resident whose words are gone is told since when and why, on every page where they stood."""

from __future__ import annotations

from datetime import UTC, date, datetime

from app.domain.deed import CLOCK, Deed
from app.services.case import erasures
from tests import states
from tests.cases import deed

ERASED = "Erased on Tuesday 4 January 2033, because we keep words only for so long."
REMOVED = "Removed on Wednesday 9 December 2026: A neighbour was named"


def test_an_erased_complaint_is_still_pages(visit, database):
    mine = visit(states.finished)
    with database.writing() as session:
        long_after = Deed(CLOCK, datetime(2033, 1, 4, 12, tzinfo=UTC))
        assert erasures.erase(session, mine.made.reference, date(2033, 1, 4), long_after)

    for page in ("", "/understanding", "/letters/3", "/pack"):
        assert ERASED in mine.get(page)
    for page in ("/details", "/reaching-you", "/stage-2", "/formats", "/letters/1", "/ombudsman"):
        mine.get(page)


def test_words_that_were_taken_out_say_when_and_why(visit, database):
    mine = visit(states.answered)
    with database.writing() as session:
        by = deed(date(2026, 12, 9), "staff:1")
        erasures.remove_texts(session, mine.made.reference, [1], "A neighbour was named", by)
        erasures.remove_letters(session, mine.made.reference, [1], "A neighbour was named", by)

    assert REMOVED in mine.get("/pack")
    assert REMOVED in mine.get("/letters/1")
    assert "We took out some words that should not have stood here." in mine.get("/pack")
