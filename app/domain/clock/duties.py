"""Whatever somebody must do by a time: the queue, the nightly round and reminders read these and nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from math import inf
from typing import TYPE_CHECKING

from app.domain.case.check_states import CheckStanding, last_of
from app.domain.case.independence import may_see
from app.domain.case.survey_states import survey_waits
from app.domain.clock.duty_kinds import (
    CHECKER,
    OF_A_HAZARD,
    OF_A_KIND,
    OF_A_RUNNING_STAGE,
    TOLD_BY,
    Duty,
    DutyKind,
    Owner,
    Task,
)
from app.domain.clock.hazard_states import HazardState, to_do
from app.domain.clock.profiles import Stage
from app.domain.mail.notices import Notice
from app.domain.people.preferences import Way
from app.domain.promises.offer_states import OfferStanding, OfferState

if TYPE_CHECKING:
    from app.domain.case.state import Complaint, LetterState, StageState
    from app.domain.promises.ledger import PromiseState


def of(complaint: Complaint) -> tuple[Duty, ...]:
    """Return every open duty of a case, earliest first; what somebody had who may not see it is its handler's."""
    seen = (
        duty if duty.staff is None or may_see(complaint, duty.staff) else replace(duty, staff=complaint.handler)
        for duty in _all(complaint)
    )
    return tuple(sorted(seen, key=_order))


def letters_gone(complaint: Complaint) -> frozenset[int]:
    """Return the letters that have gone in a form the person can keep (ruling 8)."""
    return frozenset(letter.number for letter in complaint.letters if letter.sent_on is not None)


def _order(duty: Duty) -> tuple[date, float, str, int]:
    """By its day; within a day those with an hour come first."""
    return duty.due_on, duty.due_at.timestamp() if duty.due_at else inf, duty.kind.value, duty.number


def _all(complaint: Complaint) -> Iterator[Duty]:
    if complaint.ended is None:
        for stage in complaint.stages if complaint.past is None else complaint.stages[-1:]:
            yield from _of_stage(complaint, stage)  # of what was brought in, no answer to Stage 1 is missed any more
        yield from _of_colleagues(complaint)
        yield from _of_check(complaint)
    yield from _of_intake(complaint)
    for hazard in complaint.hazards:
        yield from _of_hazard(complaint, hazard)
    for letter in complaint.letters:
        if (duty := _of_letter(complaint, letter)) is not None:
            yield duty
    for promise in complaint.promises:
        yield from _of_promise(promise, complaint.handler)
    for offer in complaint.remedies.offers:
        yield from _of_offer(complaint, offer)
    yield from _afterwards(complaint)
    yield from _of_tasks(complaint)


def _of_tasks(complaint: Complaint) -> Iterator[Duty]:
    for task in complaint.tasks:
        if complaint.ended is not None and task.kind in OF_A_RUNNING_STAGE:
            continue
        if _is_about_somebody_silent(complaint, task) or _is_about_an_ended_promise(complaint, task):
            continue
        staff = complaint.handler if task.owner is Owner.TEAM else None
        yield Duty(task.kind, task.due_on, task.stage, task.number, task.staff or staff, task.owner)


def _is_about_somebody_silent(complaint: Complaint, task: Task) -> bool:
    """Return whether a call or text would go to somebody to whom nothing goes any more (rulings 6 and 7)."""
    silent = {party.number for party in complaint.parties if party.silent}
    if silent and task.kind is DutyKind.RING_BACK:
        return any(each.number == task.number and each.party in silent for each in complaint.contact_log.call_backs)
    if silent and task.kind in TOLD_BY.values():
        return any(each.number == task.number and each.party in silent for each in complaint.letters)
    return False


def _is_about_an_ended_promise(complaint: Complaint, task: Task) -> bool:
    """Return whether nobody need ask any more, after a move, if a promise is still wanted."""
    theirs = [each for each in complaint.promises if each.number == task.number]
    return task.kind is DutyKind.ASK_AFTER_MOVE and not any(each.open for each in theirs)


def _afterwards(complaint: Complaint) -> Iterator[Duty]:
    """Yield what is asked of staff once a complaint is over."""
    survey = complaint.survey
    if survey is not None and survey.ring_by is not None and survey_waits(complaint):
        yield Duty(DutyKind.TAKE_SURVEY, survey.ring_by, staff=complaint.handler)
    review = complaint.review
    if review is not None and review.waits:
        owner = Owner.COMPLAINTS_OFFICER
        yield Duty(DutyKind.REVIEW_CASE, review.review_by, staff=review.staff, owner=owner)


def _of_promise(promise: PromiseState, handler: int | None) -> Iterator[Duty]:
    if promise.open:
        yield Duty(DutyKind.KEEP_PROMISE, promise.due_on, number=promise.number, staff=promise.owner)
    if promise.open and promise.proposed is not None:
        yield Duty(DutyKind.DECIDE_DATE, promise.proposed.decide_by, number=promise.number, staff=handler)
    if promise.redo_by is not None:
        yield Duty(DutyKind.REDO_PROMISE, promise.redo_by, number=promise.number, staff=promise.owner)


def _of_offer(complaint: Complaint, offer: OfferState) -> Iterator[Duty]:
    """Yield what money asks of people: it is owed whatever became of the complaint (7.3)."""
    if offer.standing is OfferStanding.WAITING and offer.decide_by is not None:
        yield Duty(DutyKind.APPROVE_OFFER, offer.decide_by, offer.stage, offer.number, owner=Owner.OFFER_APPROVER)
    if offer.standing is OfferStanding.ACCEPTED and offer.pay_by is not None:
        yield Duty(DutyKind.PAY_OFFER, offer.pay_by, number=offer.number, staff=complaint.handler)


def _of_stage(complaint: Complaint, stage: StageState) -> Iterator[Duty]:
    who = complaint.handler
    if stage.answer_sent_on is not None:
        return
    if stage.acknowledge_by is not None and stage.acknowledgement_sent_on is None:
        yield Duty(DutyKind.ACKNOWLEDGE, stage.acknowledge_by, stage.stage, staff=who)
    else:
        yield Duty(DutyKind.RESPOND, stage.respond_by, stage.stage, staff=who)
        if complaint.third_party is not None and stage.stage is Stage.ONE and stage.answered_on is None:
            yield Duty(DutyKind.WRITE_ANSWER, stage.respond_by, stage.stage, staff=complaint.third_party)
    if stage.tell_new_date_by is not None:
        yield Duty(DutyKind.TELL_NEW_DATE, stage.tell_new_date_by, stage.stage, staff=who)
    if stage.next_update_by is not None:
        yield Duty(DutyKind.UPDATE, stage.next_update_by, stage.stage, staff=who)


def _of_intake(complaint: Complaint) -> Iterator[Duty]:
    """Yield what a case that is no complaint asks for, and the letters of MPs that joined one."""
    intake, who = complaint.intake, complaint.handler
    for each in intake.enquiries:
        if each.answered_on is None:
            yield Duty(DutyKind.ANSWER_ENQUIRY, each.answer_by, number=each.number, staff=who)
    if intake.acknowledge_by is not None and not _has_gone(complaint, Notice.DATA_COMPLAINT_ACKNOWLEDGED):
        yield Duty(DutyKind.ACKNOWLEDGE_DATA, intake.acknowledge_by, staff=who)
    if intake.due_by is not None and intake.ended_on is None and intake.kind in OF_A_KIND:
        yield Duty(OF_A_KIND[intake.kind], intake.due_by, staff=who)


def _has_gone(complaint: Complaint, notice: Notice) -> bool:
    return any(letter.notice is notice and letter.sent_on is not None for letter in complaint.letters)


def _of_colleagues(complaint: Complaint) -> Iterator[Duty]:
    """Yield what colleagues were asked for towards an answer that is still to be written."""
    for part in complaint.contributions:
        stage = complaint.at_stage(part.stage)
        if part.given is None and stage is not None and stage.answered_on is None:
            yield Duty(DutyKind.CONTRIBUTE, part.due_on, part.stage, part.number, part.staff)


def _of_check(complaint: Complaint) -> Iterator[Duty]:
    """Yield what an answer's check asks of people: by the answer's own date, which it never moves."""
    stage = complaint.current
    check = None if stage is None or stage.answered_on else last_of(complaint.answer_checks, stage.stage)
    if stage is None or check is None:
        return
    if check.standing is CheckStanding.WAITING:
        yield Duty(DutyKind.CHECK_ANSWER, stage.respond_by, stage.stage, check.number, owner=CHECKER[stage.stage])
    if check.standing is CheckStanding.RETURNED:
        yield Duty(DutyKind.CHANGE_ANSWER, stage.respond_by, stage.stage, check.number, check.by)


def _of_hazard(complaint: Complaint, hazard: HazardState) -> Iterator[Duty]:
    """Whatever became of the complaint, these go on; of an emergency nobody has in hand, whoever is on call knows."""
    who, number = complaint.handler, hazard.number
    for each in to_do(hazard, letters_gone(complaint)):
        owner = Owner.OUT_OF_HOURS if each.at is not None and who is None else Owner.TEAM
        yield Duty(OF_A_HAZARD[each.step], each.by, number=number, staff=who, owner=owner, due_at=each.at)
    if hazard.needs_somewhere_else and hazard.missed_safe_on is not None:
        yield Duty(DutyKind.OFFER_ACCOMMODATION, hazard.missed_safe_on, number=number, staff=who)


def _of_letter(complaint: Complaint, letter: LetterState) -> Duty | None:
    if letter.sent_on is not None or letter.way in (Way.EMAIL, Way.HERE):
        return None
    if any(party.number == letter.party and party.silent for party in complaint.parties):
        return None
    return Duty(TOLD_BY[letter.way], letter.do_by, letter.stage, letter.number, complaint.handler)
