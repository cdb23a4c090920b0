"""Somebody could get hurt now: the landlord's contacts are told at any hour, one after the other (ruling 3)."""

from sqlalchemy import select

from app.domain.case.restriction_states import RestrictionGround
from app.domain.case.restrictions import RestrictionDraft
from app.domain.case.vocabulary import Danger
from app.domain.clock.duty_kinds import DutyKind
from app.domain.landlord.permissions import Role
from app.services.case import complaints, histories, restrictions
from app.services.landlord import staff
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


def test_danger_in_a_restricted_case_is_told_to_those_alone_who_may_see_it(database, work, smtp, mailbox, clock):
    """Neither of those on call works here, let alone is on its list."""
    with database.writing() as session:
        made = a_complaint(session, danger=Danger.NOW)
        handler, lead = (
            staff.add(session, role.value, f"{role.value}@elm.example", frozenset({role}), deed()).staff_id
            for role in (Role.HANDLER, Role.COMPLAINTS_OFFICER)
        )
        draft = RestrictionDraft(RestrictionGround.OTHER, "Her brother works here", (handler, lead))
        restrictions.restrict(session, made.reference, draft, deed(by=f"staff:{handler}"))
    for _ in range(3):
        work()
        clock.passes(minutes=16)

    told = [to for to in mailbox.recipients if to.endswith("@elm.example")]
    assert told == ["complaints_officer@elm.example", "handler@elm.example", "complaints_officer@elm.example"]
