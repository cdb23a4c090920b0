"""One promise as the staff have it, and each thing that may be done with it (S11, ruling 23)."""

from __future__ import annotations

from datetime import date

import pytest

from app.domain.clock import duties
from app.domain.clock.duty_kinds import DutyKind
from app.domain.landlord.permissions import Role
from app.domain.promises.ledger import Ending
from tests import states
from tests.forms import press
from tests.letters import in_order, letter
from tests.web.staff.promises.conftest import HAPPENED, at, day, state_of

MOST_QUERIES = 8


def test_a_promise_has_a_page_with_all_that_happened_and_the_houses_notes(handler, begin, queries):
    made = begin(states.promise_ended)

    with queries() as asked:
        page = handler.get(at(made))

    assert page.status_code == 200
    in_order(page.text, "Mend the boiler", "We could not get in", "Nobody in.", "Nobody was in, three times.")
    assert len(asked) <= MOST_QUERIES


def test_the_case_leads_to_it(handler, begin):
    made = begin(states.with_promises)

    assert at(made) in handler.get(f"/staff/complaints/{made.reference}").text


def test_a_new_date_goes_out_in_a_letter_with_the_reason(handler, begin, database):
    made = begin(states.with_promises)

    sent = press(handler, at(made, "/date"), {**day(date(2027, 1, 8), "new_date"), "words": "The part is late."})

    assert sent.status_code == 303
    assert state_of(database, made).promise(1).due_on == date(2027, 1, 8)
    with database.reading() as session:
        text = letter(session, made)
    in_order(
        text,
        "Mend the boiler",
        "Sunday 20 December 2026",
        "Friday 8 January 2027",
        "We did not do it by the date",
        "The part is late.",
        "How to reach us".upper(),
        "Housing Ombudsman",
    )


@pytest.mark.parametrize(
    ("deed_", "typed", "said"),
    [
        ("date", {}, "Give the date by which it will be done"),
        ("date", {**day(date(2026, 12, 1), "new_date"), "words": "Why"}, "The date must be today or later"),
        ("date", day(date(2027, 1, 8), "new_date"), "Say why the date moves"),
        ("owner", {}, "Nothing has changed"),
        ("access", {}, "Choose how"),
        ("access", {**HAPPENED, "by": "visit"}, "Write what was done"),
        ("appointment", day(date(2026, 12, 23)), "The date must be today or earlier"),
        ("ending", HAPPENED, "Choose how it ended"),
        ("ending", {**HAPPENED, "how": "no_longer_wanted", "words": "x"}, "Only the resident can say"),
        ("ending", {**HAPPENED, "how": "no_access", "words": "x"}, "at least three times"),
    ],
)
def test_what_may_not_be_is_said_beside_its_question_with_the_paragraph(handler, begin, deed_, typed, said):
    made = begin(states.with_promises)

    refused = press(handler, at(made, f"/{deed_}"), typed)

    assert refused.status_code == 422
    assert said in refused.text


def test_it_is_given_to_somebody_else_and_a_contractor_that_is_still_offered(handler, staff_client, begin, database):
    staff_client(Role.VIEWER)
    made = begin(states.with_promises)
    page = handler.get(at(made, "/owner")).text
    assert "Acme Heating" in page
    assert "Gone Ltd" not in page

    press(handler, at(made, "/owner"), {"owner": "2", "contractor": "acme"})

    promise = state_of(database, made).promise(1)
    assert (promise.owner, promise.contractor) == (2, "acme")
    assert "Acme Heating" in handler.get(at(made)).text


def test_tries_and_missed_appointments_are_written_down(handler, begin, database):
    made = begin(states.with_promises)

    press(handler, at(made, "/access"), {**HAPPENED, "by": "visit", "words": "Nobody in"})
    press(handler, at(made, "/appointment"), HAPPENED)

    promise = state_of(database, made).promise(1)
    assert (len(promise.tries), promise.appointments_missed) == (1, (date(2026, 12, 21),))
    assert "Tries to get in so far: 1" in handler.get(at(made, "/ending")).text


def test_it_ends_otherwise_on_the_residents_word(handler, begin, database):
    made = begin(states.with_promises)

    typed = {**HAPPENED, "how": "no_longer_wanted", "resident_said": "y", "words": "She told me on the phone."}
    assert press(handler, at(made, "/ending"), typed).status_code == 303

    assert state_of(database, made).promise(1).ending is Ending.NO_LONGER_WANTED
    assert handler.get(at(made, "/ending")).status_code == 404  # nothing is left to end


def test_somebody_looks_into_what_was_not_done_twice(handler, begin, database):
    made = begin(states.promise_disputed)
    assert "not done" in handler.get(at(made)).text

    spoke = press(handler, at(made, "/look"), {**HAPPENED, "look": "spoke", "words": "Rang her"})
    inspected = press(handler, at(made, "/look"), {**HAPPENED, "look": "inspection", "words": "Went there"})

    assert (spoke.status_code, inspected.status_code) == (303, 303)
    kinds = {duty.kind for duty in duties.of(state_of(database, made))}
    assert not {DutyKind.LOOK_AT_PROMISE, DutyKind.INSPECT_PROMISE} & kinds
    assert DutyKind.REDO_PROMISE in kinds


@pytest.mark.parametrize("page", ["/odd", "/look"])
def test_a_deed_nobody_can_do_has_no_page(handler, begin, page):
    assert handler.get(at(begin(states.with_promises), page)).status_code == 404


@pytest.mark.parametrize("page", ["", "/date"])
def test_a_promise_nobody_made_has_no_page(handler, begin, page):
    assert handler.get(at(begin(states.with_promises), page, number=9)).status_code == 404


def test_a_viewer_reads_it_and_changes_nothing(staff_client, begin):
    made, viewer = begin(states.with_promises), staff_client(Role.VIEWER)

    assert "What you can do" not in viewer.get(at(made)).text
    assert viewer.get(at(made, "/date")).status_code == 404


def test_what_changed_meanwhile_is_said_and_the_words_are_kept(handler, begin):
    made = begin(states.with_promises)
    typed = {**day(date(2027, 1, 8), "new_date"), "words": "The part is late.", "seen": "1"}

    late = press(handler, at(made, "/date"), typed)

    assert late.status_code == 409
    assert "The part is late." in late.text
