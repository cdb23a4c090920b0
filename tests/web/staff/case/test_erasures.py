"""A case whose words are gone is still a page, and says since when and why."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from app.domain.deed import CLOCK, Deed
from app.services.case import erasures
from app.services.case.complaints import Made
from tests import states
from tests.cases import deed
from tests.web.staff.case.conftest import begin

LONG_AFTER = datetime(2033, 1, 4, 12, tzinfo=UTC)
ERASED = "Erased on Tuesday 4 January 2033, because we keep words only for so long."
REMOVED = "Removed on Wednesday 9 December 2026: A neighbour was named"


@pytest.fixture
def erased(clock, handler, database) -> Made:
    made = begin(database, states.finished)
    with database.writing() as session:
        assert erasures.erase(session, made.reference, date(2033, 1, 4), Deed(CLOCK, LONG_AFTER))
    return made


def test_the_page_of_an_erased_case_says_when_it_was_erased(handler, erased):
    page = handler.get(f"/staff/complaints/{erased.reference}")

    assert page.status_code == 200
    for gone in (ERASED, "Names, homes and ways to reach people were erased on Tuesday 4 January 2033"):
        assert gone in page.text
    assert "Words and details erased, 6 years after it ended on Tuesday 8 December 2026" in page.text
    for word in ("boiler", "Amina", "Elm Court"):
        assert word not in page.text


@pytest.mark.parametrize("page", ["correction", "definition", "concerned", "stage-2"])
def test_every_page_of_it_still_answers(handler, erased, page):
    assert handler.get(f"/staff/complaints/{erased.reference}/{page}").status_code == 200


def test_a_letter_that_was_erased_says_so(handler, erased):
    page = handler.get(f"/staff/complaints/{erased.reference}/letters/3/posting")

    assert (page.status_code, ERASED in page.text) == (200, True)


def test_it_is_found_by_its_reference_and_no_longer_by_name(handler, erased):
    assert erased.reference in handler.get("/staff/search", query_string={"q": erased.reference}).text
    assert erased.reference not in handler.get("/staff/search", query_string={"q": "Amina"}).text


def test_words_that_were_taken_out_say_when_and_why(handler, database):
    made = begin(database, states.answered)
    with database.writing() as session:
        by = deed(date(2026, 12, 9), "staff:1")
        erasures.remove_texts(session, made.reference, [1], "A neighbour was named", by)
        erasures.remove_letters(session, made.reference, [1], "A neighbour was named", by)

    assert REMOVED in handler.get(f"/staff/complaints/{made.reference}").text
    assert REMOVED in handler.get(f"/staff/complaints/{made.reference}/letters/1/posting").text
