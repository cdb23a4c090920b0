"""A case whose words are gone is still a page, and says since when and why."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from app.domain.deed import CLOCK, Deed
from app.domain.refused import Refused, Why
from app.services.case import acknowledgements, erasures, histories
from app.services.case.complaints import Made
from app.services.people import renewals
from tests import states
from tests.cases import LOOKUP_KEY, a_complaint, a_definition, deed
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


def test_a_reason_that_was_taken_out_too_does_not_pass_for_an_erasure_in_time(handler, database):
    made = begin(database, states.answered)
    with database.writing() as session:
        by = deed(date(2026, 12, 9), "staff:1")
        erasures.remove_texts(session, made.reference, [1], "Bob Smith was named", by)
    with database.writing() as session:
        reason = histories.found(session, made.reference, by).complaint.removals[0].reason.number
        erasures.remove_texts(session, made.reference, [reason], "A neighbour was named", by)

    page = handler.get(f"/staff/complaints/{made.reference}").text
    assert "Removed on Wednesday 9 December 2026. The reason was taken out too." in page
    assert "because we keep words only for so long" not in page


@pytest.mark.parametrize("where", ["", "/definition"])
def test_what_was_wanted_says_so_too_when_it_was_taken_out(handler, database, where):
    with database.writing() as session:
        made = a_complaint(session, key="wanted", wanted_words="Keep Bob Smith away")
        definition = a_definition()
        acknowledgements.acknowledge(session, made.reference, definition, 1, None, deed(states.UNDERSTOOD, "staff:1"))
        number = histories.found(session, made.reference, deed()).complaint.wanted_words.number
        by = deed(date(2026, 12, 9), "staff:1")
        erasures.remove_texts(session, made.reference, [number], "A neighbour was named", by)

    assert REMOVED in handler.get(f"/staff/complaints/{made.reference}{where}").text


def test_no_new_return_code_is_made_for_what_is_erased(handler, database, erased):
    offered = handler.get(f"/staff/complaints/{erased.reference}").text
    asked = handler.get(f"/staff/complaints/{erased.reference}/parties/1/return-code").text

    assert "Make a new return code" not in offered
    assert ("a new code would open nothing" in asked, "I have checked" in asked) == (True, False)
    with pytest.raises(Refused) as refused, database.writing() as session:
        renewals.renew(session, erased.reference, 1, "She rang", LOOKUP_KEY, Deed(CLOCK, LONG_AFTER, key="k" * 32))
    assert refused.value.why is Why.NEW_CODE_FOR_NOTHING
