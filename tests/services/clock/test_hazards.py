"""A danger in the home through the services: its clock, its letter, its place in the queue and in the record."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import select

from app.domain.changed import Changed
from app.domain.clock.hazard_clock import Known
from app.domain.clock.hazard_laws import HazardKind
from app.domain.clock.hazard_moves import MoveDraft
from app.domain.clock.hazard_states import HazardStep, KnownFrom
from app.domain.clock.hazard_steps import SummaryDraft
from app.domain.clock.hazards import HazardDraft
from app.domain.clock.profiles import ENGLAND_2024, SCOTLAND_2021
from app.domain.deed import Actor, Deed
from app.domain.mail.notices import Notice
from app.services import record
from app.services.case import histories
from app.services.clock import hazards
from app.store.clock.duty_rows import DutyRow
from tests.cases import a_complaint, deed
from tests.letters import OMBUDSMAN, in_order, letter
from tests.states import damp_late, damp_looked_at

WIRES = HazardDraft((HazardKind.FIRE_GAS_ELECTRIC,), urgent=True)
CAME_AT = datetime(2026, 11, 23, 12, tzinfo=UTC)


def hazard(session, reference):
    return histories.found(session, reference, deed()).complaint.hazards[0]


def test_hours_run_from_the_instant_the_complaint_came_whoever_writes_it_down_later(session):
    made = a_complaint(session)
    later = Deed(Actor.parse("staff:1"), CAME_AT + timedelta(hours=5))

    hazards.raise_hazard(session, made.reference, WIRES, later)

    assert hazard(session, made.reference).dates.safe_at == CAME_AT + timedelta(hours=24)
    row = session.scalars(select(DutyRow).filter_by(case_id=made.case_id, kind="make_safe")).one()
    assert (row.due_on, row.due_minute, row.owner) == (date(2026, 11, 24), 12 * 60, "out_of_hours")


def test_an_earlier_report_of_the_resident_is_kept_as_it_was_told(session):
    made = a_complaint(session)
    told = HazardDraft((HazardKind.DAMP_OR_MOULD,), KnownFrom.EARLIER_REPORT, Known(date(2026, 11, 2)))

    hazards.raise_hazard(session, made.reference, told, deed())

    assert hazard(session, made.reference).dates.investigate_by == date(2026, 11, 16)


def test_the_summary_is_a_letter_that_counts_on_the_day_it_goes(session):
    made, on = damp_looked_at(session)
    draft = SummaryDraft("A leak", "We dry it", date(2026, 12, 2), "A sill", date(2027, 1, 8))

    number = hazards.write_summary(session, made.reference, 1, draft, deed(on, "staff:1"))

    complaint = histories.found(session, made.reference, deed(on)).complaint
    assert (complaint.letter(number).notice, complaint.hazards[0].summary) == (Notice.HAZARD_SUMMARY, number)
    assert record.verify(session).broken == ()


def test_two_people_at_once_do_not_undo_each_other(session):
    made, on = damp_looked_at(session)
    seen = histories.found(session, made.reference, deed(on)).complaint.position
    first = deed(on, "staff:1", seen=seen)
    hazards.begin_works(session, made.reference, 1, on, "Scaffold up", first)

    with pytest.raises(Changed):
        hazards.make_safe(session, made.reference, 1, on, None, "Dry", deed(on, "staff:2", seen=seen))


def test_each_nation_asks_about_what_its_own_law_covers():
    on = date(2026, 11, 30)

    assert len(hazards.asked_about(ENGLAND_2024.name, on)) == 6
    assert hazards.asked_about(SCOTLAND_2021.name, on) == (HazardKind.DAMP_OR_MOULD,)


def test_who_was_kept_waiting_past_the_law_is_told_in_writing_with_their_rights(session):
    made, on = damp_late(session)

    hazards.answer_late(session, made.reference, 1, "He was ill.", "A man comes tonight.", deed(on, "staff:1"))

    in_order(
        letter(session, made),
        "We are late with a danger in your home.",
        "We should have made it safe by Wednesday 2 December 2026.",
        "He was ill.",
        "A man comes tonight.",
        "YOUR RIGHTS",
        "you can take us to court",
        *OMBUDSMAN,
    )
    assert record.verify(session).broken == ()


def test_a_date_moved_beyond_the_law_is_said_to_be_too_late(session):
    made, on = damp_looked_at(session)
    summary = SummaryDraft("A leak", "We dry it", date(2026, 12, 2), "A sill", date(2027, 1, 8))
    hazards.write_summary(session, made.reference, 1, summary, deed(on, "staff:1"))

    late = MoveDraft(HazardStep.SAFE, date(2026, 12, 9), "No dryer is free.", says_late=True)
    hazards.move_date(session, made.reference, 1, late, deed(on, "staff:1"))

    in_order(
        letter(session, made),
        "It will now be safe by Wednesday 9 December 2026.",
        "Our new date is later than the law allows.",
        "No dryer is free.",
        "you can take us to court",
        *OMBUDSMAN,
    )
