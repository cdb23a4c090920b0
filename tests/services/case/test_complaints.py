"""A complaint comes in: one transaction holds it, its clock, its receipt and its notice."""

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.clock.duty_kinds import DutyKind
from app.services.case import histories
from app.services.people import receipts
from app.store.clock.duty_rows import DutyRow
from app.store.outbox import OutboxRow
from app.store.people import receipts as kept
from tests.cases import LOOKUP_KEY, a_complaint, an_acknowledged, deed


def test_a_complaint_starts_its_clock_and_posts_its_receipt(session: Session) -> None:
    made = a_complaint(session)

    with histories.opened(session, made.reference, deed()) as case:
        stage = case.complaint.stage_1
    duty = session.execute(select(DutyRow.kind, DutyRow.due_on).where(DutyRow.case_id == made.case_id)).one()

    assert stage is not None
    assert (stage.acknowledge_by, stage.respond_by) == (date(2026, 11, 30), date(2026, 12, 14))
    assert tuple(duty) == (DutyKind.ACKNOWLEDGE.value, date(2026, 11, 30))
    assert session.scalars(select(OutboxRow.kind)).all() == ["receipt"]


def test_a_second_press_makes_no_second_complaint_and_shows_the_same_code(session: Session) -> None:
    first = a_complaint(session, key="press-2")
    second = a_complaint(session, key="press-2")

    assert first == second
    assert kept.find(session, receipts.lookup(LOOKUP_KEY, first.return_code.replace(" ", "-"))) is not None


def test_an_acknowledgement_waits_until_the_letter_has_gone(session: Session) -> None:
    made = an_acknowledged(session, key="press-3")

    with histories.opened(session, made.reference, deed()) as case:
        stage = case.complaint.stage_1

    assert stage is not None
    assert stage.acknowledged_on == date(2026, 11, 25)
    assert stage.acknowledgement_sent_on is None
