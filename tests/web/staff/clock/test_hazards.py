"""What staff do about a danger in a home, each page by its own form, from the first word to the works."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest
from flask.testing import FlaskClient

from app.db import Database
from app.domain.case.state import Complaint
from app.domain.clock.hazard_laws import Severity
from app.domain.clock.hazard_states import HazardState
from app.domain.landlord.permissions import Role
from app.services.case import histories
from tests import states
from tests.cases import deed
from tests.clocks import Clock
from tests.forms import press

SQLITE = pytest.mark.parametrize("backend", ["sqlite"], indirect=True)
NOUNS = ("assessment", "investigation", "safety", "accommodation", "access", "day-nought")
MOST_QUERIES = 8


def day(on: date, name: str = "happened_on") -> dict[str, str]:
    return {f"{name}-day": str(on.day), f"{name}-month": str(on.month), f"{name}-year": str(on.year)}


@pytest.fixture
def officer(staff_client: Callable[..., FlaskClient], clock: Clock) -> FlaskClient:
    """A complaints officer (staff 1), at noon on Thursday 10 December."""
    clock.at = datetime(2026, 12, 10, 12, tzinfo=UTC)
    return staff_client(Role.COMPLAINTS_OFFICER)


@pytest.fixture
def open_case(database: Database) -> Callable[[str], str]:
    """Makes a complaint in some state, and returns the address of its hazards."""

    def made(state: str) -> str:
        with database.writing() as session:
            return f"/staff/complaints/{states.STATES[state](session)[0].reference}"

    return made


def complaint(database: Database, address: str) -> Complaint:
    with database.reading() as session:
        return histories.found(session, address.rpartition("/")[2], deed()).complaint


def hazard(database: Database, address: str, number: int = 1) -> HazardState:
    return complaint(database, address).hazards[number - 1]


def test_a_danger_is_written_down_from_the_day_we_knew(officer, open_case, database):
    address = open_case("fresh")

    refused = press(officer, f"{address}/hazards/new", {"source": "change"})
    sent = press(
        officer,
        f"{address}/hazards/new",
        {"kinds": "falls", "source": "change", "known_time": "09:30", "urgent": "yes", "words": "The stair gave way"}
        | day(date(2026, 12, 10), "known_on"),
    )

    assert (refused.status_code, sent.status_code) == (422, 303)
    assert "Choose what is dangerous" in refused.text
    assert "SI 2025/1042" in refused.text
    found = hazard(database, address)
    assert found.dates.safe_at == datetime(2026, 12, 11, 9, 30, tzinfo=UTC)


def test_from_weighing_it_to_the_works(officer, open_case, database):
    address = open_case("fresh")
    press(officer, f"{address}/hazards/new", {"kinds": "damp_or_mould"})
    page = f"{address}/hazards/1"
    today = day(date(2026, 12, 10))

    done = [
        press(officer, f"{page}/assessment", {"severity": "significant", "at_home": "under_5", "words": "A cot"}),
        press(officer, f"{page}/access", {"how": "phone"} | today),
        press(officer, f"{page}/investigation", {"words": "A leak"} | today),
        press(
            officer,
            f"{page}/summary",
            {"found": "A leak", "safe": "We dry it", "works": "A new sill"}
            | day(date(2026, 12, 17), "safe_by")
            | day(date(2027, 3, 4), "works_by"),
        ),
        press(officer, f"{page}/safety", {"proof": "Moisture 12%", "happened_time": "11:00"} | today),
        press(officer, f"{page}/works", {"words": "Scaffold up"} | today),
        press(officer, f"{page}/accommodation", {"words": "A hotel, not wanted"} | today),
    ]

    assert [each.status_code for each in done] == [303] * 7
    found = hazard(database, address)
    assert (found.severity, found.safe_on, found.works_on) == (Severity.SIGNIFICANT, *[date(2026, 12, 10)] * 2)
    assert found.works_promised == date(2027, 3, 4)
    letter = complaint(database, address).letters[-1]
    assert letter.notice.value == "hazard_summary"
    shown = officer.get(f"{address}/letters/{letter.number}/posting").text
    for words in ("A leak", "Thursday 17 December 2026", "somewhere else to stay", "Thursday 4 March 2027", "999"):
        assert words in shown


def test_a_summary_with_gaps_says_them_all_and_keeps_the_words(officer, open_case):
    address = open_case("damp_looked_at")

    sent = press(officer, f"{address}/hazards/1/summary", {"found": "My words"} | day(date(2027, 6, 1), "works_by"))

    assert sent.status_code == 422
    for words in ("My words", "Say what will be done", "Say by when it will be done", "no date as late as this"):
        assert words in sent.text


def test_day_nought_moves_back_and_never_forward(officer, open_case, database):
    address = open_case("damp")

    later = press(officer, f"{address}/hazards/1/day-nought", {"words": "No"} | day(date(2026, 11, 24), "known_on"))
    back = press(officer, f"{address}/hazards/1/day-nought", {"words": "Calls"} | day(date(2026, 11, 2), "known_on"))

    assert (later.status_code, back.status_code) == (422, 303)
    assert "cannot be started again" in later.text
    assert hazard(database, address).dates.investigate_by == date(2026, 11, 16)


def test_less_serious_is_decided_by_somebody_else(officer, open_case, database):
    address = open_case("damp_late")  # staff 2 finds it less serious
    assert press(officer, f"{address}/hazards/1/decision", {"decision": "yes"}).status_code == 303
    assert hazard(database, address).severity is Severity.NEITHER

    other = open_case("damp")
    press(officer, f"{other}/hazards/1/assessment", {"severity": "neither", "words": "Only steam"})
    refused = press(officer, f"{other}/hazards/1/decision", {"decision": "yes"})

    assert refused.status_code == 422
    assert "Somebody else must agree" in refused.text


@SQLITE
def test_what_is_known_already_stands_in_the_assessment(officer, open_case):
    page = officer.get(f"{open_case('damp')}/hazards/1/assessment").text

    for known in ("significant", "tenancy", "under_5"):
        assert f'value="{known}" checked' in page


def test_why_a_date_was_missed_is_answered(officer, open_case, database):
    address = open_case("damp_late")

    answered = {"words": "He was ill", "happens": "A man comes tonight"}

    assert press(officer, f"{address}/hazards/1/lateness", answered).status_code == 303
    assert officer.get(f"{address}/hazards/1/lateness").status_code == 404


@SQLITE
def test_an_emergency_stands_first_with_its_real_hours(officer, open_case, clock):
    address = open_case("in_danger")
    clock.at = datetime(2026, 11, 24, 10, 30, tzinfo=UTC)

    page = officer.get(address).text
    work = officer.get("/staff/work?view=team").text

    assert page.index("Hazard 1: fire, gas or electric danger") < page.index('id="next"')
    assert "1 h 30 min left" in page
    assert "Tuesday 24 November at 12:00" in page
    assert work.partition("<tbody")[2].count("1 h 30 min left") == 2


@SQLITE
def test_a_handler_decides_nothing_alone_and_a_viewer_does_nothing(staff_client, open_case):
    address = open_case("damp_late")
    handler, viewer = staff_client(Role.HANDLER), staff_client(Role.VIEWER)

    assert handler.get(f"{address}/hazards/1").status_code == 200
    assert [handler.get(f"{address}/hazards/1/{noun}").status_code for noun in ("decision", "lateness")] == [404, 404]
    assert "/hazards/1" not in viewer.get(address).text
    assert viewer.get(f"{address}/hazards/1").status_code == 404


@SQLITE
@pytest.mark.parametrize("noun", NOUNS)
def test_what_is_left_empty_is_asked_for_on_the_page_it_was_left_on(officer, open_case, noun):
    address = open_case("damp")

    sent = press(officer, f"{address}/hazards/1/{noun}", {"words": " ", "happened_time": "soon", "known_time": "25:00"})

    assert sent.status_code == 422
    assert 'href="/staff/complaints' in sent.text


@SQLITE
def test_a_hazard_that_is_not_there_is_no_page(officer, open_case):
    address = open_case("fresh")

    assert officer.get(f"{address}/hazards/1").status_code == 404
    assert officer.get(f"{address}/hazards/1/summary").status_code == 404


@SQLITE
@pytest.mark.parametrize("page", ["", "/hazards/1", "/hazards/new", "/hazards/1/assessment"])
def test_a_page_with_hazards_asks_the_database_no_more_than_others(officer, open_case, queries, page):
    address = open_case("damp_late")
    officer.get(f"{address}{page}")

    with queries() as asked:
        assert officer.get(f"{address}{page}").status_code == 200

    assert len(asked) <= MOST_QUERIES


def test_a_date_that_was_given_is_moved_on_a_page_of_its_own(officer, open_case, database):
    address = open_case("damp_looked_at")
    assert officer.get(f"{address}/hazards/1/date").status_code == 404
    given = {"found": "A leak", "safe": "We dry it", "works": "A sill"}
    dates = day(date(2026, 12, 10), "safe_by") | day(date(2027, 1, 8), "works_by")
    assert press(officer, f"{address}/hazards/1/summary", given | dates).status_code == 303

    beyond = {"step": "safe", "words": "No dryer is free", "says_late": "no"} | day(date(2026, 12, 16), "new_date")
    refused = press(officer, f"{address}/hazards/1/date", beyond)

    assert refused.status_code == 422
    assert "or say that we are late" in refused.text
    assert press(officer, f"{address}/hazards/1/date", beyond | {"says_late": "yes"}).status_code == 303
    assert hazard(database, address).safe_promised == date(2026, 12, 16)
