"""The quality check: a second person looks at the very answer before it goes (6.13, ruling 14). No clock waits."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace

from app.domain.case.check_states import CheckStanding, CheckState, stands_so
from app.domain.case.findings import ResponseDraft, missing_parts, points_to_answer
from app.domain.case.responses import due, may_answer, refuse_while_checked
from app.domain.case.state import Complaint
from app.domain.clock.profiles import Stage
from app.domain.clock.terms import Terms
from app.domain.deed import Deed
from app.domain.record import canonical, read
from app.domain.refused import Gap, Refused, Why, refuse_if
from app.domain.said import Said, WordsKind, Write


@dataclass(frozen=True, slots=True)
class AnswerCheckAsked:
    """A whole answer was given to a second person; its words are kept as they were that moment."""

    number: int
    stage: Stage
    version: int
    points: tuple[int, ...]
    answer: Said
    staff: int


@dataclass(frozen=True, slots=True)
class AnswerCheckReturned:
    """The second person gave it back, and said what must change."""

    number: int
    stage: Stage
    said: Said
    staff: int


@dataclass(frozen=True, slots=True)
class AnswerCheckTakenBack:
    """It was taken back, to be changed, before the second person had decided."""

    number: int


@dataclass(frozen=True, slots=True)
class AnswerApproved:
    """The second person agreed to this very answer, and so it goes."""

    number: int
    stage: Stage
    approved_by: int


Event = AnswerCheckAsked | AnswerCheckReturned | AnswerCheckTakenBack | AnswerApproved


def ask(complaint: Complaint, draft: ResponseDraft, *, terms: Terms, deed: Deed, write: Write) -> AnswerCheckAsked:
    """Return the event; raises Refused with every gap of 6.9 or 6.19, or while another answer waits."""
    stage, staff = due(complaint), deed.by.staff_id or 0
    refuse_while_checked(complaint, stage.stage)
    refuse_if([*may_answer(complaint, staff), *missing_parts(complaint, draft, terms, deed.on)])
    return AnswerCheckAsked(
        number=len(complaint.answer_checks) + 1,
        stage=stage.stage,
        version=complaint.definition.version,
        points=points_to_answer(complaint),
        answer=write(WordsKind.ANSWER, canonical(draft)),
        staff=staff,
    )


def draft_of(text: str) -> ResponseDraft:
    """Return the answer from the words kept when its check was asked for; raises Refused when they were taken out."""
    if not text:
        raise Refused(Why.NO_SUCH_WORDS)
    whole = json.loads(canonical(ResponseDraft())) | json.loads(text)  # an older one says nothing of what came later
    whole["findings"] = [{"remedies": []} | each for each in whole["findings"]]
    return read(ResponseDraft, canonical(whole))


def waiting(complaint: Complaint) -> CheckState | None:
    """Return the answer that waits for a second person, None where none does, or none can be given any more."""
    stage = complaint.unanswered
    if stage is None:
        return None
    return stands_so(complaint.answer_checks, stage.stage, CheckStanding.WAITING)


def returned(complaint: Complaint) -> CheckState | None:
    """Return the answer that was given back and has not been given to anybody again, else None."""
    stage = complaint.unanswered
    if stage is None:
        return None
    return stands_so(complaint.answer_checks, stage.stage, CheckStanding.RETURNED)


def waits(complaint: Complaint, number: int) -> CheckState:
    """Return the check of this number; raises Refused when it does not wait to be decided."""
    check = waiting(complaint)
    if check is None or check.number != number:
        raise Refused(Why.CHECK_NOT_WAITING)
    return check


def may_check(complaint: Complaint, check: CheckState, staff: int) -> tuple[Gap, ...]:
    """Return why this person may not check this answer: their own, or for 5.8, 6.13, ruling 14; empty: they may."""
    own = (Gap(Why.CHECK_NEEDS_SECOND_PERSON),) if staff in (0, check.by) else ()
    return (*own, *may_answer(complaint, staff))


def approve(complaint: Complaint, number: int, *, deed: Deed, words: str = "") -> AnswerApproved:
    """Return the event; raises Refused for who wrote it or may not answer, or when the points have changed.

    Nobody agrees to an answer of which they have written what must change: it would go, and their words be lost.
    """
    staff = deed.by.staff_id or 0
    refuse_if(may_check(complaint, waits(complaint, number), staff))
    if words.strip():
        raise Refused(Gap(Why.AGREED_WITH_WORDS, "words"))
    return as_agreed(complaint, number, staff)


def as_agreed(complaint: Complaint, number: int, staff: int) -> AnswerApproved:
    """Return what agreeing would be, whoever agrees; raises Refused when the answer no longer fits the case."""
    asked = waits(complaint, number)
    due(complaint)
    if (asked.version, asked.points) != (complaint.definition.version, points_to_answer(complaint)):
        raise Refused(Why.ANSWER_OUT_OF_DATE)
    return AnswerApproved(number, asked.stage, staff)


def give_back(complaint: Complaint, number: int, words: str, *, deed: Deed, write: Write) -> AnswerCheckReturned:
    """Return the event of a second person who does not agree; raises Refused without a word on what must change."""
    asked, staff = waits(complaint, number), deed.by.staff_id or 0
    refuse_if(may_check(complaint, asked, staff))
    if not words.strip():
        raise Refused(Gap(Why.CHECK_WITHOUT_WORDS, "words"))
    return AnswerCheckReturned(number, asked.stage, write(WordsKind.NOTE, words), staff)


def take_back(complaint: Complaint, number: int, *, deed: Deed) -> AnswerCheckTakenBack:
    """Return the event; raises Refused when it does not wait, and for who may not answer (5.8, 6.13)."""
    waits(complaint, number)
    refuse_if(may_answer(complaint, deed.by.staff_id or 0))
    return AnswerCheckTakenBack(number)


def apply(complaint: Complaint, event: Event) -> Complaint:
    """Return the complaint after the event: who wrote or checked a Stage 1 answer is barred from Stage 2."""
    match event:
        case AnswerCheckAsked(number, stage, version, points, answer, staff):
            asked = CheckState(number, stage, version, points, answer, staff)
            return _worked(replace(complaint, answer_checks=(*complaint.answer_checks, asked)), stage, staff)
        case AnswerCheckReturned(number, stage, said, staff):
            back = _with(complaint, number, standing=CheckStanding.RETURNED, note=said, decided_by=staff)
            return _worked(back, stage, staff)
        case AnswerCheckTakenBack(number):
            return _with(complaint, number, standing=CheckStanding.TAKEN_BACK)
        case AnswerApproved(number, stage, approved_by):
            agreed = _with(complaint, number, standing=CheckStanding.APPROVED, decided_by=approved_by)
            return _worked(agreed, stage, approved_by)


def _with(complaint: Complaint, number: int, **changes: object) -> Complaint:
    changed = tuple(
        replace(each, **changes) if each.number == number else each  # type: ignore[arg-type]
        for each in complaint.answer_checks
    )
    return replace(complaint, answer_checks=changed)


def _worked(complaint: Complaint, stage: Stage, staff: int) -> Complaint:
    state = complaint.at_stage(stage)
    return complaint if state is None else complaint.with_stage(stage, worked_on_by=state.worked_on_by | {staff})
