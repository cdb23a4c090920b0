"""More time: told with its reason before the date passes, counted in all from the first due date (6.4, 6.15)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from app.domain.case.state import Complaint, StageState
from app.domain.case.vocabulary import Extension, MoreTimeProposal, Reason
from app.domain.clock.duty_kinds import DutyKind, Owner, Task
from app.domain.clock.profiles import Stage
from app.domain.clock.terms import Terms
from app.domain.deed import Deed
from app.domain.refused import Gap, Refused, Why
from app.domain.said import Said, WordsKind, Write

MOST_DAYS_BETWEEN_UPDATES = 28


@dataclass(frozen=True, slots=True)
class MoreTimeDraft:
    """What a handler asks for; a good reason is one that a second person agrees to."""

    new_date: date | None
    reason: Reason | None
    words: str
    meanwhile: str = ""
    update_every: int = 7


@dataclass(frozen=True, slots=True)
class MoreTimeProposed:
    """More than the ordinary time is asked for: a second person decides by a day (6.4, ruling 11)."""

    proposal: MoreTimeProposal
    decide_by: date


@dataclass(frozen=True, slots=True)
class MoreTimeDeclined:
    """The second person said no; the date stands."""

    stage: Stage


@dataclass(frozen=True, slots=True)
class MoreTimeTaken:
    """The new date, told before the old one passed."""

    proposal: MoreTimeProposal
    old_date: date
    next_update_by: date
    letter: int
    approved_by: int | None


@dataclass(frozen=True, slots=True)
class MoreTimeDisliked:
    """The resident is not happy with it: the complaints officer looks by a day (ruling 11)."""

    party: int
    stage: Stage
    said: Said | None
    look_by: date


@dataclass(frozen=True, slots=True)
class UpdatesChosen:
    """The resident chose how often to hear, in days (5.9)."""

    party: int
    stage: Stage
    every: int
    next_by: date


@dataclass(frozen=True, slots=True)
class UpdateGiven:
    """A letter said how it is going; the next is due by a day (5.9)."""

    stage: Stage
    said: Said
    letter: int
    next_by: date


@dataclass(frozen=True, slots=True)
class DislikeAnswered:
    """The complaints officer has looked at why the resident is not happy with the new date."""

    stage: Stage
    said: Said


Event = (
    MoreTimeProposed
    | MoreTimeDeclined
    | MoreTimeTaken
    | MoreTimeDisliked
    | UpdatesChosen
    | UpdateGiven
    | DislikeAnswered
)


def stage_running(complaint: Complaint) -> StageState:
    """Return the stage whose answer can be given more time; raises Refused when there is none (6.4, 6.15)."""
    stage = complaint.unanswered
    if stage is None:
        raise Refused(Why.NO_MORE_TIME_NOW)
    if stage.acknowledge_by is not None and stage.acknowledged_on is None:
        raise Refused(Why.NOT_YET_ACKNOWLEDGED)
    return stage


def latest(stage: StageState, terms: Terms) -> date | None:
    """Return the last day ordinary more time reaches, all of it together; None where there is no cap (6.4, 6.15)."""
    return terms.latest(stage.stage, stage.original_limit)


def ask(
    complaint: Complaint, draft: MoreTimeDraft, *, terms: Terms, deed: Deed, write: Write
) -> MoreTimeTaken | MoreTimeProposed:
    """Return more time taken, or proposed to a second person when it is more than ordinary (6.4, 6.15, ruling 11)."""
    stage = stage_running(complaint)
    new_date, reason = _checked(stage, draft, deed)
    said = write(WordsKind.REASON, draft.words)
    meanwhile = write(WordsKind.REASON, draft.meanwhile) if draft.meanwhile.strip() else None
    by = deed.by.staff_id or 0
    proposal = MoreTimeProposal(stage.stage, new_date, reason, said, meanwhile, draft.update_every, by)
    most = latest(stage, terms)
    if most is not None and new_date > most:
        return MoreTimeProposed(proposal, terms.in_working_days(deed.on, 1))
    return _taken(complaint, stage, proposal, None, terms, deed)


def _checked(stage: StageState, draft: MoreTimeDraft, deed: Deed) -> tuple[date, Reason]:
    if deed.on > stage.respond_by:
        raise Refused(Why.TOO_LATE_FOR_MORE_TIME)
    found = []
    if draft.new_date is None or draft.new_date <= stage.respond_by:
        found.append(Gap(Why.NOT_LATER_THAN_DUE, "new_date"))
    if draft.reason is None:
        found.append(Gap(Why.MORE_TIME_WITHOUT_REASON, "reason"))
    if not draft.words.strip():
        found.append(Gap(Why.MORE_TIME_WITHOUT_REASON, "words"))
    if not 1 <= draft.update_every <= MOST_DAYS_BETWEEN_UPDATES:
        found.append(Gap(Why.UPDATES_TOO_RARE, "update_every"))
    if found or draft.new_date is None or draft.reason is None:
        raise Refused(*found)
    return draft.new_date, draft.reason


def approve(complaint: Complaint, *, terms: Terms, deed: Deed) -> MoreTimeTaken:
    """Return the time taken; raises Refused for the one who asked, or when the old date has passed (6.4, ruling 11)."""
    stage = stage_running(complaint)
    asked = _proposal(complaint, stage)
    if deed.by.staff_id is None or deed.by.staff_id == asked.by:
        raise Refused(Why.NEEDS_SECOND_PERSON)
    if deed.on > stage.respond_by:
        raise Refused(Why.TOO_LATE_FOR_MORE_TIME)
    return _taken(complaint, stage, asked, deed.by.staff_id, terms, deed)


def decline(complaint: Complaint, *, deed: Deed) -> MoreTimeDeclined:
    """Return the event; raises Refused when nothing was asked, or by the one who asked (ruling 11)."""
    stage = stage_running(complaint)
    if deed.by.staff_id is None or deed.by.staff_id == _proposal(complaint, stage).by:
        raise Refused(Why.NEEDS_SECOND_PERSON)
    return MoreTimeDeclined(stage.stage)


def dislike(
    complaint: Complaint, party: int, words: str, *, terms: Terms, deed: Deed, write: Write
) -> MoreTimeDisliked:
    """Return the event; raises Refused when no more time was taken. It never needs a reason (ruling 11)."""
    stage = complaint.current
    if stage is None or not stage.extensions:
        raise Refused(Why.NO_MORE_TIME_NOW)
    said = write(WordsKind.REPLY, words) if words.strip() else None
    return MoreTimeDisliked(party, stage.stage, said, terms.in_working_days(deed.on, 1))


def answer_dislike(complaint: Complaint, words: str, *, write: Write) -> DislikeAnswered:
    """Return the event; raises Refused without a word on what was done about it (ruling 11)."""
    stage = complaint.current
    if stage is None or not complaint.has_task(DutyKind.UNHAPPY_WITH_MORE_TIME, stage.stage):
        raise Refused(Why.NOTHING_TO_SETTLE)
    if not words.strip():
        raise Refused(Gap(Why.NOT_SAID_HOW, "words"))
    return DislikeAnswered(stage.stage, write(WordsKind.NOTE, words))


def choose_updates(complaint: Complaint, party: int, every: int, *, terms: Terms, deed: Deed) -> UpdatesChosen:
    """Return the event; `every` is in calendar days, and each update comes on a working day.

    Raises Refused for less than monthly (5.9).
    """
    stage = stage_running(complaint)
    if not 1 <= every <= MOST_DAYS_BETWEEN_UPDATES:
        raise Refused(Gap(Why.UPDATES_TOO_RARE, "every"))
    return UpdatesChosen(party, stage.stage, every, terms.within_days(deed.on, every))


def give_update(complaint: Complaint, words: str, *, terms: Terms, deed: Deed, write: Write) -> UpdateGiven:
    """Return the event; raises Refused for an update without words (5.9)."""
    stage = stage_running(complaint)
    if not words.strip():
        raise Refused(Gap(Why.NOTHING_SAID, "words"))
    said = write(WordsKind.REPLY, words)
    next_by = terms.within_days(deed.on, stage.update_every)
    return UpdateGiven(stage.stage, said, len(complaint.letters) + 1, next_by)


def _proposal(complaint: Complaint, stage: StageState) -> MoreTimeProposal:
    if complaint.proposed is None or complaint.proposed.stage is not stage.stage:
        raise Refused(Why.NOTHING_TO_APPROVE)
    return complaint.proposed


def _taken(
    complaint: Complaint,
    stage: StageState,
    proposal: MoreTimeProposal,
    approved_by: int | None,
    terms: Terms,
    deed: Deed,
) -> MoreTimeTaken:
    next_update = terms.within_days(deed.on, proposal.update_every)
    return MoreTimeTaken(proposal, stage.respond_by, next_update, len(complaint.letters) + 1, approved_by)


def apply(complaint: Complaint, event: Event) -> Complaint:
    """Return the complaint after the event."""
    match event:
        case MoreTimeProposed(proposal, decide_by):
            task = Task(DutyKind.APPROVE_MORE_TIME, proposal.stage, decide_by, Owner.SECOND_PERSON, proposal.stage)
            return replace(complaint, proposed=proposal).with_task(task)
        case MoreTimeDeclined(stage):
            return replace(complaint, proposed=None).without_task(DutyKind.APPROVE_MORE_TIME, stage)
        case MoreTimeTaken():
            return _apply_taken(complaint, event)
        case MoreTimeDisliked(_, stage, _, look_by):
            task = Task(DutyKind.UNHAPPY_WITH_MORE_TIME, stage, look_by, Owner.COMPLAINTS_OFFICER, stage)
            return complaint.with_task(task)
        case DislikeAnswered(stage, _):
            return complaint.without_task(DutyKind.UNHAPPY_WITH_MORE_TIME, stage)
        case UpdatesChosen(_, stage, every, next_by):
            state = complaint.at_stage(stage)
            waits = state is not None and state.next_update_by is not None
            return complaint.with_stage(stage, update_every=every, **({"next_update_by": next_by} if waits else {}))
        case UpdateGiven(stage, _, _, next_by):
            return complaint.with_stage(stage, next_update_by=next_by)


def _apply_taken(complaint: Complaint, event: MoreTimeTaken) -> Complaint:
    asked = event.proposal
    state = complaint.at_stage(asked.stage)
    if state is None:
        return complaint
    extension = Extension(event.old_date, asked.new_date, event.letter)
    return (
        replace(complaint, proposed=None)
        .without_task(DutyKind.APPROVE_MORE_TIME, asked.stage)
        .with_stage(
            asked.stage,
            respond_by=asked.new_date,
            limit=max(state.limit, asked.new_date),
            extensions=(*state.extensions, extension),
            update_every=asked.update_every,
            next_update_by=event.next_update_by,
        )
    )
