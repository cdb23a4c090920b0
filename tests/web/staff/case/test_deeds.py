"""What staff do with a case, each page by its own form, from the first word to the new date."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

import pytest
from flask.testing import FlaskClient

from app.db import Database
from app.domain.case.state import Complaint
from app.domain.case.vocabulary import Danger
from app.domain.clock import duties
from app.domain.clock.duty_kinds import DutyKind
from app.domain.landlord.permissions import Role
from app.domain.people.adjustments import Need
from app.services.case import histories, lateness, more_time
from app.services.people import adjustments
from tests.cases import a_complaint, an_acknowledged, deed
from tests.clocks import Clock
from tests.forms import press

POINT = {"points-0-words": "The boiler is broken", "points-0-ours": "ours", "outcomes-0": "A working boiler"}
LATE = date(2026, 12, 11)


@pytest.fixture
def officer_on(staff_client: Callable[..., FlaskClient], clock: Clock) -> Callable[[date], FlaskClient]:
    """Makes a complaints officer who has signed in at noon of a day."""

    def sign_in(on: date) -> FlaskClient:
        clock.at = datetime(on.year, on.month, on.day, 12, tzinfo=UTC)
        return staff_client(Role.COMPLAINTS_OFFICER)

    return sign_in


@pytest.fixture
def officer(officer_on: Callable[[date], FlaskClient]) -> FlaskClient:
    """A complaints officer, on Friday 27 November 2026."""
    return officer_on(date(2026, 11, 27))


@pytest.fixture
def reviewer(staff_client: Callable[..., FlaskClient], officer: FlaskClient) -> FlaskClient:
    """Somebody else, who may do less."""
    return staff_client(Role.VIEWER)


def state(database: Database, reference: str) -> Complaint:
    """The complaint as it stands."""
    with database.reading() as session:
        return histories.found(session, reference, deed()).complaint


def made(database: Database, make: Callable[..., Any], **more: Any) -> str:
    """A case, by its reference."""
    with database.writing() as session:
        reference: str = make(session, **more).reference
    return reference


def open_duties(database: Database, reference: str) -> set[DutyKind]:
    """What is to be done."""
    return {duty.kind for duty in duties.of(state(database, reference))}


def day(on: date, name: str) -> dict[str, str]:
    """A date as a form sends it."""
    return {f"{name}-day": str(on.day), f"{name}-month": str(on.month), f"{name}-year": str(on.year)}


def next_links(page: str) -> list[str]:
    """Where the list of what to do next leads."""
    return re.findall(r'href="([^"]+)"', page.partition('id="next"')[2].partition("</table>")[0])


def test_what_is_written_and_has_not_gone_leads_to_where_it_is_sent(officer: FlaskClient, database: Database) -> None:
    reference = made(database, an_acknowledged)

    links = next_links(officer.get(f"/staff/complaints/{reference}").text)

    assert f"/staff/complaints/{reference}/letters/2/posting" in links
    assert all(officer.get(link).status_code == 200 for link in links)


def test_a_summary_of_mistakes_names_the_point_each_stands_in(officer: FlaskClient, database: Database) -> None:
    reference = made(database, a_complaint)
    two = POINT | {"points-1-words": "The tap drips", "points-2-words": "The door sticks"}

    page = press(officer, f"/staff/complaints/{reference}/acknowledgement", two).text
    summary = page.partition("govuk-error-summary__list")[2].partition("</ul>")[0]

    assert "<span>Point 2:</span>" in summary
    assert "<span>Point 3:</span>" in summary
    assert "<span>Point 1:</span>" not in summary


def test_a_case_shows_what_was_said_and_what_is_to_be_done(officer: FlaskClient, database: Database) -> None:
    reference = made(database, a_complaint)

    page = officer.get(f"/staff/complaints/{reference}")

    assert page.status_code == 200
    assert "The boiler has been broken since Monday." in page.text
    assert f"/staff/complaints/{reference}/acknowledgement" in page.text


def test_a_complaint_is_acknowledged_with_what_the_resident_said_already_there(
    officer: FlaskClient, database: Database
) -> None:
    reference = made(database, a_complaint)

    sent = press(
        officer, f"/staff/complaints/{reference}/acknowledgement", {"points-0-ours": "ours", "outcomes_unknown": "y"}
    )

    stage = state(database, reference).stage_1
    assert sent.status_code == 303
    assert stage is not None
    assert (stage.acknowledged_on, stage.respond_by) == (date(2026, 11, 27), date(2026, 12, 11))


def test_an_acknowledgement_with_gaps_says_them_all_and_keeps_the_words(
    officer: FlaskClient, database: Database
) -> None:
    reference = made(database, a_complaint)

    sent = press(
        officer,
        f"/staff/complaints/{reference}/acknowledgement",
        {"points-0-words": "My words", "answer_by-year": "2027"},
    )

    assert sent.status_code == 422
    assert "My words" in sent.text
    assert "Choose whether this point is ours to answer for" in sent.text
    assert "The date must not be later than the last day allowed" in sent.text
    assert state(database, reference).definition.version == 0


def test_a_row_more_keeps_what_was_typed(officer: FlaskClient, database: Database) -> None:
    reference = made(database, a_complaint)

    page = press(officer, f"/staff/complaints/{reference}/acknowledgement", {"points-0-words": "Kept", "add": "point"})

    assert page.status_code == 200
    assert "Kept" in page.text
    assert 'name="points-1-words"' in page.text


def test_what_changed_meanwhile_is_said_and_the_words_are_kept(officer: FlaskClient, database: Database) -> None:
    reference = made(database, a_complaint)
    url = f"/staff/complaints/{reference}/acknowledgement"
    position = state(database, reference).position
    assert press(officer, url, POINT).status_code == 303

    with database.writing() as session:
        more = more_time  # the same person acts in another tab meanwhile
        more.choose_updates(session, reference, 1, 3, deed(date(2026, 11, 27), "staff:1"))
    again = press(
        officer, f"/staff/complaints/{reference}/definition", {"seen": str(position), "points-0-words": "Second tab"}
    )

    assert again.status_code == 409
    assert "Second tab" in again.text


def test_more_time_goes_out_before_the_date_passes(officer: FlaskClient, database: Database) -> None:
    reference = made(database, an_acknowledged)

    asked = day(date(2026, 12, 16), "new_date") | {"reason": "inspection", "words": "A surveyor must look"}
    sent = press(officer, f"/staff/complaints/{reference}/more-time", asked)

    stage = state(database, reference).stage_1
    assert sent.status_code == 303
    assert stage is not None
    assert stage.respond_by == date(2026, 12, 16)
    assert "The new date is on its way" in officer.get(f"/staff/complaints/{reference}").text


def test_long_more_time_waits_and_who_asked_cannot_agree(officer: FlaskClient, database: Database) -> None:
    reference = made(database, an_acknowledged)
    url = f"/staff/complaints/{reference}/more-time"
    press(officer, url, day(date(2027, 1, 15), "new_date") | {"reason": "complex", "words": "Two contractors"})
    assert "a second person must agree" in officer.get(f"/staff/complaints/{reference}").text

    refused = press(officer, f"{url}/decision", {"decision": "yes"})

    assert refused.status_code == 422
    assert "Somebody else must decide this" in refused.text
    assert DutyKind.APPROVE_MORE_TIME in open_duties(database, reference)


def test_a_missed_date_gets_a_new_one_from_a_person(
    officer_on: Callable[[date], FlaskClient], database: Database
) -> None:
    reference = made(database, an_acknowledged)
    with database.writing() as session:
        lateness.find(session, reference, deed(LATE, "clock"))
    officer = officer_on(LATE)

    sent = press(
        officer,
        f"/staff/complaints/{reference}/new-date",
        day(date(2026, 12, 18), "new_date") | {"words": "We are sorry"},
    )

    assert sent.status_code == 303
    assert DutyKind.TELL_NEW_DATE not in open_duties(database, reference)


def test_a_request_by_phone_while_stage_1_is_late_is_decided_by_the_officer(
    officer_on: Callable[[date], FlaskClient], database: Database
) -> None:
    reference = made(database, an_acknowledged)
    officer = officer_on(LATE)

    asked = press(officer, f"/staff/complaints/{reference}/stage-2", day(LATE, "happened_on"))
    refused = press(officer, f"/staff/complaints/{reference}/stage-2/decision", {"decision": "start"}, form=1)
    agreed = press(
        officer,
        f"/staff/complaints/{reference}/stage-2/decision",
        {"decision": "start", "resident_agreed": "y"},
        form=1,
    )

    assert (asked.status_code, refused.status_code, agreed.status_code) == (303, 422, 303)
    assert state(database, reference).stage_2 is not None


def test_a_correction_that_hides_a_miss_waits_for_a_second_person(
    officer_on: Callable[[date], FlaskClient], database: Database
) -> None:
    reference = made(database, a_complaint)
    officer = officer_on(date(2026, 12, 2))

    sent = press(
        officer,
        f"/staff/complaints/{reference}/correction",
        day(date(2026, 11, 26), "new") | {"fact": "received_on", "words": "The letter is stamped"},
    )
    refused = press(officer, f"/staff/complaints/{reference}/correction/decision", {"decision": "yes"})

    assert (sent.status_code, refused.status_code) == (303, 422)
    assert state(database, reference).received_on == date(2026, 11, 23)


def test_danger_is_taken_on(officer: FlaskClient, database: Database) -> None:
    reference = made(database, a_complaint, danger=Danger.NOW)

    sent = press(officer, f"/staff/complaints/{reference}/danger")

    assert sent.status_code == 303
    assert DutyKind.DANGER not in open_duties(database, reference)


def test_a_need_is_put_in_place_with_a_word_on_what_it_is(officer: FlaskClient, database: Database) -> None:
    reference = made(database, a_complaint)
    with database.writing() as session:
        adjustments.ask(session, reference, 1, (Need.LARGE_PRINT,), "18 point", deed())

    empty = press(officer, f"/staff/complaints/{reference}/adjustments/1", {"words": " "})
    kept = press(officer, f"/staff/complaints/{reference}/adjustments/1", {"words": "Letters in 18 point"})

    assert (empty.status_code, kept.status_code) == (422, 303)
    assert DutyKind.ADJUSTMENT not in open_duties(database, reference)


def test_an_update_is_a_letter(officer: FlaskClient, database: Database) -> None:
    reference = made(database, an_acknowledged)

    sent = press(officer, f"/staff/complaints/{reference}/update", {"words": "The part is ordered"})

    assert sent.status_code == 303
    assert state(database, reference).letters[-1].notice.value == "update"


@pytest.mark.parametrize("page", ["acknowledgement", "more-time", "correction", "concerned", "stage-2"])
def test_a_viewer_sees_the_case_and_none_of_its_deeds(reviewer: FlaskClient, database: Database, page: str) -> None:
    reference = made(database, a_complaint)

    assert reviewer.get(f"/staff/complaints/{reference}").status_code == 200
    assert reviewer.get(f"/staff/complaints/{reference}/{page}").status_code == 404


def test_an_unknown_reference_is_no_page(officer: FlaskClient) -> None:
    assert officer.get("/staff/complaints/0000-0000").status_code == 404
