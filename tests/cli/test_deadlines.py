"""The nightly round: it owns up to missed dates once, whatever is asked of it and how often."""

import re
from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import pytest
from click.testing import Result
from flask import Flask
from sqlalchemy import insert, select

from app import cli
from app.db import Database
from app.domain.case.state import Complaint
from app.domain.clock.duties import of
from app.domain.clock.duty_kinds import DutyKind, Owner
from app.domain.clock.hazard_laws import HazardKind
from app.domain.clock.hazards import HazardDraft
from app.domain.mail.notices import Notice
from app.services.case import contributions, histories
from app.services.clock import hazards, rounds
from app.services.mail import letters
from app.services.people import sign_ins
from app.store import record
from app.store.clock.calendars import HolidayRow
from app.store.keys import KeyRow
from app.store.landlord import landlord
from app.store.outbox import OutboxRow
from app.store.people.sign_ins import SignInRow
from tests import states
from tests.cases import LOOKUP_KEY, a_complaint, an_acknowledged, deed
from tests.cli.conftest import config_of
from tests.clocks import Clock

ANSWER_DUE = date(2026, 12, 9)
THE_NIGHT_AFTER = datetime(2026, 12, 10, 0, 30, tzinfo=UTC)
Operator = Callable[..., Result]


@pytest.fixture
def clock() -> Clock:
    clock = Clock()
    clock.at = THE_NIGHT_AFTER
    return clock


@pytest.fixture
def operator(own_database: Database, clock: Clock, tmp_path: Path) -> Operator:
    """Types a `flask` command at the time the test says."""
    app = Flask("app")
    app.extensions.update(database=own_database, clock=clock, config=config_of(own_database, tmp_path))
    cli.register(app)
    return lambda *words: app.test_cli_runner().invoke(args=words)


@pytest.fixture
def reference(own_database: Database) -> str:
    """An acknowledged complaint whose answer is due on Wednesday 9 December; its letters have gone."""
    with own_database.writing() as session:
        landlord.keep(session, landlord.Landlord(name="Elm Homes"), THE_NIGHT_AFTER)
        made = an_acknowledged(session)
        with histories.opened(session, made.reference, deed(date(2026, 11, 25))) as case:
            for letter in case.complaint.letters:
                letters.sent(case, letter.number)
    return made.reference


def complaint_of(database: Database, reference: str) -> Complaint:
    with database.reading() as session:
        return histories.found(session, reference, deed()).complaint


def late_letters(database: Database, reference: str) -> int:
    return sum(letter.notice is Notice.LATE for letter in complaint_of(database, reference).letters)


def test_a_missed_date_is_owned_up_to_the_night_after(operator, own_database, reference):
    result = operator("deadlines", "run")

    assert result.output.startswith("1 found late")
    complaint = complaint_of(own_database, reference)
    assert complaint.stage_1.missed == (ANSWER_DUE,)
    assert complaint.stage_1.tell_new_date_by == date(2026, 12, 11)
    assert late_letters(own_database, reference) == 1


def test_a_date_that_is_not_over_is_not_missed(operator, own_database, reference, clock):
    clock.at = datetime.combine(ANSWER_DUE, time(23, 59), UTC)

    assert operator("deadlines", "run").output.startswith("0 found late")


def test_the_round_may_be_run_again_and_finds_nothing_twice(operator, own_database, reference):
    operator("deadlines", "run")

    assert operator("deadlines", "run").output.startswith("0 found late")
    assert late_letters(own_database, reference) == 1


def test_a_past_night_can_be_caught_up_with_and_its_word_is_of_today(operator, own_database, reference, clock):
    clock.at += timedelta(days=4)

    assert operator("deadlines", "run", "--as-of", "2026-12-09").output.startswith("0 found late")
    assert operator("deadlines", "run", "--as-of", "2026-12-10").output.startswith("1 found late")

    assert complaint_of(own_database, reference).stage_1.tell_new_date_by == date(2026, 12, 15)
    with own_database.reading() as session:
        late = session.scalars(select(OutboxRow).filter_by(kind="late")).one()
        assert not rounds.was_missed(session, clock.at)
    assert (late.posted_at, late.useful_until) == (clock.at, clock.at + timedelta(days=3))


def test_a_night_to_come_is_shown_by_a_demo_alone(operator, own_database, reference, clock):
    result = operator("deadlines", "run", "--as-of", "2026-12-24")
    assert (result.exit_code, result.output.count("\n")) == (2, 1)

    with own_database.writing() as session:
        landlord.keep(session, landlord.Landlord(name="Elm Homes", demo=True), clock.at)
    assert operator("deadlines", "run", "--as-of", "2026-12-24").output.startswith("1 found late")


def test_the_night_asks_what_was_fixed_once(operator, own_database, clock):
    with own_database.writing() as session:
        landlord.keep(session, landlord.Landlord(name="Elm Homes"), THE_NIGHT_AFTER)
        made, _ = states.with_promises(session)
    clock.at = datetime(2026, 12, 21, 0, 30, tzinfo=UTC)

    assert ", 1 promises asked about, " in operator("deadlines", "run").output
    assert ", 0 promises asked about, " in operator("deadlines", "run").output

    assert complaint_of(own_database, made.reference).promise(1).waits


def test_the_night_asks_how_we_did_once(operator, own_database, clock):
    with own_database.writing() as session:
        landlord.keep(session, landlord.Landlord(name="Elm Homes"), THE_NIGHT_AFTER)
        made, _ = states.answered(session)
    clock.at = datetime(2026, 12, 22, 0, 30, tzinfo=UTC)

    assert ", 1 asked how we did, " in operator("deadlines", "run").output
    assert ", 0 asked how we did, " in operator("deadlines", "run").output

    assert complaint_of(own_database, made.reference).survey.asked_on == clock.at.date()


def test_the_first_night_of_a_month_draws_what_is_looked_at_of_the_last(operator, own_database, clock):
    with own_database.writing() as session:
        landlord.keep(session, landlord.Landlord(name="Elm Homes"), THE_NIGHT_AFTER)
        made, _ = states.answered(session)
    clock.at = datetime(2027, 1, 1, 0, 30, tzinfo=UTC)

    assert ", 1 drawn for review, " in operator("deadlines", "run").output
    assert ", 0 drawn for review, " in operator("deadlines", "run").output

    assert complaint_of(own_database, made.reference).review.month == date(2026, 12, 1)


def test_what_is_no_date_is_said_in_a_sentence(operator):
    result = operator("deadlines", "run", "--as-of", "yesterday")

    assert (result.exit_code, result.output.count("\n")) == (2, 1)


def test_one_case_that_fails_stops_no_other(operator, own_database, reference):
    with own_database.writing() as session:
        broken = a_complaint(session, key="broken")
        head = record.head_of(session, f"complaint:{broken.case_id}")
        record.append(session, head, [("nobody_knows_this", "{}")], deed())
    result = operator("deadlines", "run")

    assert result.exit_code == 1
    assert result.output.endswith("1 could not be looked at\n")
    assert late_letters(own_database, reference) == 1


def test_the_round_seals_the_record_and_says_that_it_was_finished(operator, own_database, reference, clock):
    assert " 1 histories sealed" in operator("deadlines", "run").output

    with own_database.reading() as session:
        assert not rounds.was_missed(session, clock.at + timedelta(hours=25))
        assert rounds.was_missed(session, clock.at + timedelta(hours=27))


def test_the_round_forgets_what_has_served_its_time(operator, own_database, reference, clock):
    with own_database.writing() as session:
        sign_ins.ask(session, reference, LOOKUP_KEY, deed())
    clock.at += timedelta(days=370)

    operator("deadlines", "run")

    with own_database.reading() as session:
        assert session.scalars(select(KeyRow)).all() == []
        assert session.scalars(select(SignInRow)).all() == []


def test_a_bank_holiday_learnt_later_moves_the_dates_of_open_cases_once_told_to(operator, own_database, reference):
    with own_database.writing() as session:
        day = {"calendar": "england-and-wales", "day": date(2026, 12, 7), "name": "A day of joy"}
        session.execute(insert(HolidayRow), day)

    shown = operator("deadlines", "redate").output
    assert shown.splitlines() == [
        f"{reference}: acknowledge by 2026-11-30, answer by 2026-12-09, at the latest by 2026-12-10",
        "1 would move; --apply moves them",
    ]
    assert complaint_of(own_database, reference).stage_1.limit == ANSWER_DUE

    operator("deadlines", "redate", "--apply")

    assert complaint_of(own_database, reference).stage_1.limit == date(2026, 12, 10)
    assert operator("deadlines", "redate").output == "0 would move; --apply moves them\n"


def test_a_complaint_nobody_acknowledged_is_late_too(operator, own_database, clock):
    with own_database.writing() as session:
        made = a_complaint(session)
    clock.at = datetime(2026, 12, 1, 0, 30, tzinfo=UTC)

    operator("deadlines", "run")

    complaint = complaint_of(own_database, made.reference)
    assert complaint.stage_1.missed == (date(2026, 11, 30),)
    assert DutyKind.TELL_NEW_DATE in {duty.kind for duty in of(complaint)}


def test_a_missed_date_of_a_hazard_is_the_officer_s_by_the_next_working_day(operator, own_database):
    with own_database.writing() as session:
        landlord.keep(session, landlord.Landlord(name="Elm Homes"), THE_NIGHT_AFTER)
        made = a_complaint(session, key="damp")
        draft = HazardDraft((HazardKind.DAMP_OR_MOULD,))
        hazards.raise_hazard(session, made.reference, draft, deed(date(2026, 11, 23), "staff:1"))

    assert operator("deadlines", "run").output.startswith("3 found late")  # the acknowledgement is late too
    assert operator("deadlines", "run").output.startswith("0 found late")

    late = [duty for duty in of(complaint_of(own_database, made.reference)) if duty.kind is DutyKind.LATE_HAZARD]
    assert [(duty.due_on, duty.owner) for duty in late] == [(date(2026, 12, 11), Owner.COMPLAINTS_OFFICER)]


def test_who_was_asked_for_a_part_is_reminded_once_for_each_day(operator, own_database, reference, clock):
    with own_database.writing() as session:
        contributions.ask(session, reference, 2, date(2026, 12, 8), "Which visits?", deed(date(2026, 12, 1)))
    clock.at = datetime(2026, 12, 7, 0, 30, tzinfo=UTC)

    outputs = [operator("deadlines", "run").output for _ in range(2)]
    clock.at = datetime(2026, 12, 9, 0, 30, tzinfo=UTC)
    outputs += [operator("deadlines", "run").output for _ in range(2)]

    assert [int(re.search(r"(\d+) parts reminded of", each)[1]) for each in outputs] == [1, 0, 1, 0]
    with own_database.reading() as session:
        keys = session.scalars(select(OutboxRow.key).filter_by(kind="part_due")).all()
    assert len(keys) == 2
