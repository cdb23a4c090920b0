"""The past of a complaint that was dealt with elsewhere: what a file said of it, as events that fold like any others.

Nothing of it was decided here, so no rule refuses it; nothing of it is told, so there are no letters. There is one
event for the whole and one for each stage: a file has a hundred thousand lines, and each event is hashed and folded.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache

from app.domain.case.kinds import Intake, Kind
from app.domain.case.kinds import Outcome as EndedAs
from app.domain.case.state import Complaint, StageState
from app.domain.case.survey_states import Score
from app.domain.case.vocabulary import Channel, Ended, Extension
from app.domain.changing import changed
from app.domain.clock.profiles import Ground, Stage
from app.domain.figures.filing import EVERYTHING, Filing, Known, Outcome, StageFiling
from app.domain.figures.past_states import PastState


@dataclass(frozen=True, slots=True)
class PastReceived:
    """A file told of a complaint. Lists are named by key; None: nothing is known of it.

    `line` is what its line is known by, file after file, `content` the SHA-256 of what it said, and `their_reference`
    what the case was called where it came from. `absent` are the columns that the file did not have: of those nothing
    is known, where an empty cell says *none*. `over_on` is the last day of which anything is known, once it is over.
    """

    line: str
    content: str
    reference: str
    their_reference: str
    absent: tuple[str, ...]
    happened_on: date
    kind: Kind
    channel: Channel | None
    own_channel: str | None
    profile: str
    calendar: str
    service_area: str
    theme: str | None
    other_themes: tuple[str, ...] | None
    directorate: str | None
    neighbourhood: str | None
    tenure: str | None
    contractor: str | None
    root_cause: str | None
    complainant: str | None
    handler: int | None
    satisfaction: Score | None
    compensation: int | None
    closed_on: date | None
    over_on: date | None


@dataclass(frozen=True, slots=True)
class PastStage:
    """What became of a stage. None: it was not done, or nobody kept it.

    The `limit` is the Code's own, from the day it was acknowledged. `ended_on` is the day it was withdrawn or refused,
    on a `ground` of the procedure or for another reason of the landlord's list; Stage 2 may have a reason of its own.
    """

    stage: Stage
    begun_on: date
    acknowledge_by: date | None
    acknowledged_on: date | None
    limit: date
    target: date
    extended_to: date | None
    told_on: date | None
    answered_on: date | None
    outcome: Outcome | None
    ended_on: date | None
    ground: Ground | None
    refusal_reason: str | None
    escalation_reason: str | None

    @property
    def happened_on(self) -> date:
        """Return the day by which it stands among what happened."""
        return self.answered_on or self.ended_on or self.begun_on


Event = PastReceived | PastStage

KNOWN_BY = {
    "acknowledged_on": Known.ACKNOWLEDGED,
    "extended_to": Known.EXTENDED,
    "extension_told_on": Known.TOLD,
    "responded_on": Known.RESPONDED,
    "outcome": Known.OUTCOME,
}
"""What a column of a stage lets us know."""
OF_A_WHOLE = {"satisfaction": Known.SATISFACTION, "compensation": Known.COMPENSATION}


def apply(complaint: Complaint, event: Event) -> Complaint:
    """Return the complaint after the event."""
    match event:
        case PastReceived():
            return _received(complaint, event)
        case PastStage():
            return _stage(complaint, event)


@cache
def known(absent: tuple[str, ...], stage: Stage) -> Known:
    """Return of what an empty cell is an answer, for one stage of a file that lacks these columns."""
    lost = Known(0)
    for column, what in KNOWN_BY.items():
        lost |= what if f"stage_{stage.value}_{column}" in absent else Known(0)
    for column, what in OF_A_WHOLE.items():
        lost |= what if column in absent else Known(0)
    return EVERYTHING & ~lost


def _received(complaint: Complaint, event: PastReceived) -> Complaint:
    is_complaint = event.kind is Kind.COMPLAINT
    over = is_complaint and event.over_on is not None
    return changed(
        complaint,
        reference=event.reference,
        received_on=event.happened_on,
        intake=_intake(event),
        channel=event.channel or Channel.OTHER,
        profile=event.profile,
        calendar=event.calendar,
        handler=event.handler,
        service_area=event.service_area,
        ended=Ended.OVER if over else None,
        ended_on=event.over_on if over else None,
        filing=_filing(event),
        past=PastState(event.line, event.content, event.their_reference),
    )


def _intake(event: PastReceived) -> Intake:
    """Return what it was; a case of another kind has no stages, and was done on the day it was over."""
    if event.kind is Kind.COMPLAINT or event.over_on is None:
        return Intake(event.kind, triaged_on=event.happened_on)
    return Intake(event.kind, triaged_on=event.happened_on, ended_on=event.over_on, outcome=EndedAs.DONE)


def _filing(event: PastReceived) -> Filing:
    return Filing(
        channel=event.own_channel,
        theme=event.theme,
        other_themes=event.other_themes,
        directorate=event.directorate,
        neighbourhood=event.neighbourhood,
        tenure=event.tenure,
        contractor=event.contractor,
        root_cause=event.root_cause,
        complainant=event.complainant,
        satisfaction=event.satisfaction,
        compensation=event.compensation,
        closed_on=event.closed_on,
        imported=True,
        channel_known=event.channel is not None,
        stage_1=StageFiling(known(event.absent, Stage.ONE)),
        stage_2=StageFiling(known(event.absent, Stage.TWO)),
    )


def _stage(complaint: Complaint, event: PastStage) -> Complaint:
    name = f"stage_{event.stage.value}"
    filed: StageFiling = getattr(complaint.filing, name)
    filing: dict[str, object] = {name: StageFiling(filed.known, event.outcome, event.told_on)}
    changes: dict[str, object] = {name: _state(event)}
    if event.stage is Stage.TWO:
        changes["stage_2_asked_on"] = event.begun_on
        filing["escalation_reason"] = event.escalation_reason
    if event.ended_on is not None:
        filing |= {"refusal": event.ground, "refusal_reason": event.refusal_reason}
        ended = Ended.WITHDRAWN if event.outcome is Outcome.WITHDRAWN else Ended.REFUSED
        changes |= {"ended": ended, "ended_on": event.ended_on}
    return changed(complaint, filing=changed(complaint.filing, **filing), **changes)


def _state(event: PastStage) -> StageState:
    extended = event.extended_to
    return StageState(
        stage=event.stage,
        began_on=event.begun_on,
        acknowledge_by=event.acknowledge_by,
        respond_by=extended or event.limit,
        limit=max(event.limit, extended or event.limit),
        original_limit=event.limit,
        target=event.target,
        acknowledged_on=event.acknowledged_on,
        acknowledgement_sent_on=event.acknowledged_on,
        extensions=() if extended is None else (Extension(event.limit, extended, 0),),
        answered_on=event.answered_on,
        answer_sent_on=event.answered_on,
    )
