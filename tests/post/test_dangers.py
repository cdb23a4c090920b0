"""Somebody could get hurt now: the landlord's contacts are told at any hour, one after the other (ruling 3)."""

from sqlalchemy import select

from app.domain.case.vocabulary import Danger
from app.domain.clock.duty_kinds import DutyKind
from app.services.case import complaints, histories
from app.store.outbox import OutboxRow
from tests.cases import a_complaint, deed


def outcomes(database):
    """What became of each turn."""
    with database.reading() as session:
        rows = select(OutboxRow.outcome).filter_by(kind="danger").order_by(OutboxRow.id)
        return list(session.scalars(rows))


def test_danger_is_told_to_one_contact_after_the_other_until_somebody_has_it_in_hand(
    database, work, smtp, mailbox, clock
):
    with database.writing() as session:
        made = a_complaint(session, danger=Danger.NOW)
    work()
    clock.passes(minutes=16)
    work()
    clock.passes(minutes=15)
    work()

    told = [to for to in mailbox.recipients if to.endswith("@elm.example")]
    assert told == ["night@elm.example", "head@elm.example"]
    assert outcomes(database) == ["sent", "by_hand", "sent"]
    with database.reading() as session:
        assert histories.found(session, made.reference, deed()).complaint.has_task(DutyKind.DANGER)
    warning = next(email for email in mailbox.received if email["To"] == "night@elm.example")
    assert warning["Subject"] == f"Please look at once: {made.reference}"
    assert f"https://portal.elm.example/staff/complaints/{made.reference}" in warning.get_body().get_content()
    assert not [word for word in ("boiler", "Amina", "Elm Court") if word in warning.as_string()]


def test_danger_that_somebody_has_in_hand_is_told_to_nobody_else(database, work, smtp, mailbox, clock):
    with database.writing() as session:
        made = a_complaint(session, danger=Danger.NOW)
    work()
    with database.writing() as session:
        complaints.answer_danger(session, made.reference, deed(by="staff:1"))
    clock.passes(hours=1)

    work()

    assert [to for to in mailbox.recipients if to.endswith("@elm.example")] == ["night@elm.example"]
