"""What a case counts as: one value a stage, computed from the folded complaint, live or brought in alike (8.1)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from app.domain.case.kinds import Kind
from app.domain.case.state import Complaint, StageState
from app.domain.case.survey_states import Score
from app.domain.case.vocabulary import Ended
from app.domain.clock.calendar import Calendar, UnknownYear
from app.domain.clock.profiles import Finding, Ground, Stage
from app.domain.figures.counted_states import Acknowledged, Counted, Dimensions, Standing, Timeliness
from app.domain.figures.filing import DECIDED, Known, Outcome, StageFiling
from app.domain.figures.more_time import MoreTime, more_time
from app.domain.promises.guidance import Pence
from app.domain.promises.offer_states import OfferStanding

NO_STAGE = 0
"""The stage of what is no complaint."""
NO_COMPLAINT_OF_ITS_OWN = frozenset({Ended.MERGED, Ended.MISTAKE})
"""The one it was put into has it; what was none is counted as none (ruling 18)."""
STOPPED = {Ended.WITHDRAWN: Outcome.WITHDRAWN, Ended.REFUSED: Outcome.REFUSED, Ended.DIED: Outcome.ENDED}
MONEY = frozenset({OfferStanding.ACCEPTED, OfferStanding.PAID})


def of(complaint: Complaint, calendar: Calendar) -> tuple[Counted, ...]:
    """Return what a case counts as, stage by stage, and each letter of an MP or councillor that joined it.

    Working days are None beyond the years the calendar knows; a broken history counts as what can be told of it.
    """
    if complaint.received_on is None or complaint.ended in NO_COMPLAINT_OF_ITS_OWN:
        return ()
    if complaint.intake.is_complaint:
        own = tuple(_stage(complaint, stage, calendar) for stage in complaint.stages)
    else:
        own = (_another_kind(complaint, complaint.received_on, calendar),)
    return (*own, *_joined(complaint, complaint.received_on, calendar))


def _stage(complaint: Complaint, stage: StageState, calendar: Calendar) -> Counted:
    filed = complaint.filing.stage_2 if stage.stage is Stage.TWO else complaint.filing.stage_1
    outcome = filed.outcome or _found(stage) or _ended(complaint, stage, filed)
    responded_on, acknowledged_on = stage.answer_sent_on, stage.acknowledgement_sent_on
    standing = _standing(complaint, stage, outcome, filed)
    stopped_on = _stopped_on(complaint, stage) if standing is Standing.STOPPED else None
    time = more_time(complaint, stage, filed)
    last = stage is complaint.current
    return Counted(
        stage=stage.stage,
        number=0,
        kind=Kind.COMPLAINT,
        received_on=complaint.received_on or stage.began_on,
        begun_on=stage.began_on,
        standing=standing,
        under=_dimensions(complaint, stage.stage),
        known=filed.known,
        acknowledge_by=stage.acknowledge_by,
        acknowledged_on=acknowledged_on,
        acknowledged=_acknowledged(stage, filed, stopped_on),
        target=stage.original_limit,
        extended_to=time.extended_to,
        extension_told_on=time.told_on,
        told_in_time=time.told_in_time,
        late_told_on=time.late_told_on,
        due_on=time.due_on,
        responded_on=responded_on,
        timeliness=_timeliness(stage, time),
        days_from_receipt=_working_days(calendar, stage.began_on, responded_on),
        days_from_acknowledgement=_working_days(calendar, acknowledged_on, responded_on),
        outcome=outcome,
        refusal=_ground(complaint) if outcome is Outcome.REFUSED else None,
        stopped_on=stopped_on,
        closed_on=_closed_on(complaint) if last else None,
        satisfaction=_satisfaction(complaint) if last else None,
        compensation=_compensation(complaint, stage, filed, last=last),
    )


def _found(stage: StageState) -> Outcome | None:
    """Return what the points of an answer come to; None before it went."""
    found = {each.finding for each in stage.findings}
    if stage.answer_sent_on is None or not found:
        return None
    decided = found - {Finding.RESOLVED}
    if not decided:
        return Outcome.RESOLVED
    if decided == {Finding.UPHELD}:
        return Outcome.UPHELD
    return Outcome.NOT_UPHELD if decided == {Finding.NOT_UPHELD} else Outcome.UPHELD_IN_PART


def _ended(complaint: Complaint, stage: StageState, filed: StageFiling) -> Outcome | None:
    if stage.answer_sent_on is not None or Known.RESPONDED not in filed.known:
        return None
    if stage is not complaint.current:
        return Outcome.OVERTAKEN
    return None if complaint.ended is None else STOPPED.get(complaint.ended)


def _standing(complaint: Complaint, stage: StageState, outcome: Outcome | None, filed: StageFiling) -> Standing:
    if stage.answer_sent_on is not None or outcome in DECIDED:
        return Standing.ANSWERED
    if outcome is not None:
        return Standing.STOPPED
    over = complaint.ended is Ended.OVER
    known = not over and (Known.RESPONDED in filed.known or Known.OUTCOME in filed.known)
    return Standing.OPEN if known else Standing.UNKNOWN


def _stopped_on(complaint: Complaint, stage: StageState) -> date | None:
    if stage is complaint.current or complaint.stage_2 is None:
        return complaint.ended_on
    return complaint.stage_2.began_on


def _acknowledged(stage: StageState, filed: StageFiling, stopped_on: date | None) -> Acknowledged:
    if stage.acknowledge_by is None:
        return Acknowledged.NOT_DUE
    if Known.ACKNOWLEDGED not in filed.known:
        return Acknowledged.UNKNOWN
    if stage.acknowledgement_sent_on is not None:
        in_time = stage.acknowledgement_sent_on <= stage.acknowledge_by
        return Acknowledged.IN_TIME if in_time else Acknowledged.LATE
    over = stage.answer_sent_on or stopped_on
    if over is None:
        return Acknowledged.WAITING
    return Acknowledged.NOT_DUE if over <= stage.acknowledge_by else Acknowledged.LATE


def _timeliness(stage: StageState, time: MoreTime) -> Timeliness | None:
    if stage.answer_sent_on is None:
        return None
    if stage.answer_sent_on <= stage.original_limit:
        return Timeliness.WITHIN_TARGET
    return Timeliness.WITHIN_EXTENSION if stage.answer_sent_on <= time.due_on else Timeliness.OUT_OF_TARGET


def _working_days(calendar: Calendar, start: date | None, end: date | None) -> int | None:
    if start is None or end is None:
        return None
    try:
        return calendar.working_days_between(start, end)
    except UnknownYear:
        return None


def _closed_on(complaint: Complaint) -> date | None:
    return complaint.closure.on if complaint.closure is not None else complaint.filing.closed_on


def _ground(complaint: Complaint) -> Ground | str | None:
    """Return why it was not accepted: a ground of the procedure, or the key of a reason of earlier years."""
    live = (each.proposal.ground for each in reversed(complaint.refusals) if each.in_force and each.whole)
    return complaint.filing.refusal or complaint.filing.refusal_reason or next(live, None)


def _satisfaction(complaint: Complaint) -> Score | None:
    survey = complaint.survey
    heard = survey.scores.overall if survey is not None and survey.scores is not None else None
    return complaint.filing.satisfaction or heard


def _compensation(complaint: Complaint, stage: StageState, filed: StageFiling, *, last: bool) -> Pence | None:
    """Return what was paid or is accepted of the offers of a stage; of a history brought in, all with its last."""
    if Known.COMPENSATION not in filed.known:
        return None
    offers = complaint.remedies.offers
    agreed = sum(each.total for each in offers if each.stage is stage.stage and each.standing in MONEY)
    return agreed + (complaint.filing.compensation or 0 if last else 0)


def _another_kind(complaint: Complaint, received_on: date, calendar: Calendar) -> Counted:
    intake = complaint.intake
    ended_on = intake.ended_on
    standing = Standing.OPEN if ended_on is None else Standing.ANSWERED
    return Counted(
        stage=NO_STAGE,
        number=0,
        kind=intake.kind,
        received_on=received_on,
        begun_on=received_on,
        standing=standing,
        under=_dimensions(complaint),
        acknowledge_by=intake.acknowledge_by,
        target=intake.due_by,
        due_on=intake.due_by,
        responded_on=ended_on,
        timeliness=_by_a_day(intake.due_by, ended_on),
        days_from_receipt=_working_days(calendar, received_on, ended_on),
    )


def _joined(complaint: Complaint, received_on: date, calendar: Calendar) -> Iterator[Counted]:
    for each in complaint.intake.enquiries:
        yield Counted(
            stage=NO_STAGE,
            number=each.number,
            kind=Kind.ENQUIRY,
            received_on=received_on,
            begun_on=each.happened_on,
            standing=Standing.OPEN if each.answered_on is None else Standing.ANSWERED,
            under=_dimensions(complaint),
            target=each.answer_by,
            due_on=each.answer_by,
            responded_on=each.answered_on,
            timeliness=_by_a_day(each.answer_by, each.answered_on),
            days_from_receipt=_working_days(calendar, each.happened_on, each.answered_on),
        )


def _by_a_day(due_on: date | None, done_on: date | None) -> Timeliness | None:
    if due_on is None or done_on is None:
        return None
    return Timeliness.WITHIN_TARGET if done_on <= due_on else Timeliness.OUT_OF_TARGET


def _dimensions(complaint: Complaint, stage: Stage | None = None) -> Dimensions:
    filing = complaint.filing
    promised = (each.contractor for each in complaint.promises if each.contractor)
    return Dimensions(
        channel=filing.channel or (complaint.channel.value if filing.channel_known else None),
        service_area=complaint.service_area or None,
        theme=filing.theme,
        other_themes=filing.other_themes,
        directorate=filing.directorate,
        neighbourhood=filing.neighbourhood,
        tenure=filing.tenure,
        root_cause=filing.root_cause,
        escalation_reason=filing.escalation_reason if stage is Stage.TWO else None,
        contractor=filing.contractor or next(promised, None),
        handler=complaint.handler,
        complainant=filing.complainant,
    )
