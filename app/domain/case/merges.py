"""One complaint put into another of the same person: the earliest day counts, and no date moves later (ruling 18)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from app.domain.case.corrections import Dates, count_again
from app.domain.case.definitions import LOOK_AGAIN_WITHIN, next_version
from app.domain.case.independence import viewers
from app.domain.case.kin import Bond, Link, Original
from app.domain.case.not_accepted import RefusalStanding
from app.domain.case.read_backs import is_final
from app.domain.case.state import Complaint, StageState
from app.domain.case.vocabulary import Ended
from app.domain.clock.duties import letters_gone
from app.domain.clock.duty_kinds import OF_A_RUNNING_STAGE, DutyKind, Task
from app.domain.clock.hazard_states import to_do
from app.domain.clock.profiles import Stage
from app.domain.clock.terms import Terms
from app.domain.deed import Deed
from app.domain.people.preferences import Preferences
from app.domain.refused import Gap, Refused, Why, refuse_if
from app.domain.said import Said, WordsKind, Write

ENDS_WITH_IT = OF_A_RUNNING_STAGE | {DutyKind.APPROVE_CORRECTION}
"""What nobody need do in a complaint that was put into another; promises, messages, needs and dangers go on."""
SETTLED = frozenset({RefusalStanding.RETURNED, RefusalStanding.LAPSED})
"""Refusals of which nothing came."""


@dataclass(frozen=True, slots=True)
class MergedFrom:
    """Another complaint was put into this one: what it began with, and the points of it that are to be answered here.

    `dates` are the earliest of both, `acknowledged_on` the first day an acknowledgement of either went; by
    `correct_by` the definition has both.
    """

    case: int
    reference: str
    received_on: date
    said: Said
    points: tuple[Said, ...]
    dates: Dates
    acknowledged_on: date | None
    correct_by: date | None
    letter: int


@dataclass(frozen=True, slots=True)
class MergedInto:
    """This complaint ended: another of the same person took it in. Promises, letters and dangers go on."""

    case: int
    reference: str
    happened_on: date


Event = MergedFrom | MergedInto


def merge(
    kept: Complaint,
    other: Complaint,
    other_case: int,
    texts: Mapping[int, str],
    *,
    terms: Terms,
    deed: Deed,
    write: Write,
) -> MergedFrom:
    """Return the event of the one that is kept; raises Refused unless nothing is lost by it (ruling 18).

    `texts` are the other's. Whose they are is for who reads the names to know: the caller has compared them.
    """
    refuse_if(tuple(_gaps(kept, other)))
    ours, theirs = _open_stage(kept), _open_stage(other)
    correct_by = None
    if ours.acknowledged_on is not None:
        correct_by = terms.in_working_days(deed.on, LOOK_AGAIN_WITHIN)
        if theirs.acknowledge_by is not None and theirs.acknowledgement_sent_on is None:
            correct_by = min(correct_by, theirs.acknowledge_by)
    return MergedFrom(
        case=other_case,
        reference=other.reference,
        received_on=other.received_on or theirs.began_on,
        said=write(WordsKind.COMPLAINT, _read(texts, other.first_words)),
        points=tuple(write(WordsKind.POINT, _read(texts, said)) for said in to_answer(other)),
        dates=_earliest(ours, theirs, terms),
        acknowledged_on=_first_gone(ours, theirs),
        correct_by=correct_by,
        letter=len(kept.letters) + 1,
    )


def to_answer(complaint: Complaint) -> tuple[Said, ...]:
    """Return what of a complaint must be answered: its points or, while there are none, its first words; and since."""
    points = [point.theirs or point.said for point in next_version(complaint).points]
    first = [complaint.first_words] if complaint.first_words is not None else []
    return (*(points or first), *complaint.to_place)


def _read(texts: Mapping[int, str], said: Said | None) -> str:
    return "" if said is None else texts.get(said.number, "")


def end(kept: Complaint, kept_case: int, deed: Deed) -> MergedInto:
    """Return the event of the one that is put into the other."""
    return MergedInto(kept_case, kept.reference, deed.on)


def _gaps(kept: Complaint, other: Complaint) -> Iterator[Gap]:
    if kept.reference == other.reference:
        yield Gap(Why.NO_SUCH_CASE, "other")
        return
    if not (may_merge(kept) and may_merge(other)) or _busy(other):
        yield Gap(Why.MERGE_NOT_NOW, "other")
        return
    if (kept.for_whom, kept.people) != (other.for_whom, other.people):
        yield Gap(Why.MERGE_PEOPLE_DIFFER, "other")
    if (kept.concerned, viewers(kept)) != (other.concerned, viewers(other)):
        yield Gap(Why.MERGE_VIEWERS_DIFFER, "other")
    if _safe(kept) != _safe(other):
        yield Gap(Why.MERGE_SAFETY_DIFFERS, "other")
    if _open_stage(other).acknowledged_on is not None and _open_stage(kept).acknowledged_on is None:
        yield Gap(Why.MERGE_KEEP_ACKNOWLEDGED, "other")
    if not is_final(other):
        yield Gap(Why.POINTS_NOT_READ_BACK, "other")
    if any(to_do(hazard, letters_gone(other)) for hazard in other.hazards):
        yield Gap(Why.MERGE_HAZARD_RUNS, "other")


def _busy(other: Complaint) -> bool:
    """Return whether there is more in it than can be taken along: a request, a point to decide, another complaint."""
    return other.stage_2_waits or bool(other.kin.originals) or any(point.waits for point in other.new_points)


def may_merge(complaint: Complaint) -> bool:
    """Return whether it waits for its first answer, with nothing of it refused or ended."""
    stage = complaint.unanswered
    runs = stage is not None and stage.stage is Stage.ONE
    return runs and complaint.mistake is None and all(each.standing in SETTLED for each in complaint.refusals)


def _safe(complaint: Complaint) -> tuple[object, ...]:
    """Return how each of its people may safely be reached: what they said, if at all, and where no longer."""
    theirs = [each for each in complaint.parties if not each.only_enquires]
    return tuple((_of_preferences(each.preferences), each.silent, each.moved_on) for each in theirs)


def _of_preferences(told: Preferences | None) -> tuple[object, ...]:
    return () if told is None else (told.safe, frozenset(told.cautions))


def _open_stage(complaint: Complaint) -> StageState:
    if complaint.stage_1 is None:
        raise Refused(Why.MERGE_NOT_NOW)
    return complaint.stage_1


def _first_gone(ours: StageState, theirs: StageState) -> date | None:
    if ours.acknowledgement_sent_on is None:
        return None
    return min(ours.acknowledgement_sent_on, theirs.acknowledgement_sent_on or ours.acknowledgement_sent_on)


def _earliest(ours: StageState, theirs: StageState, terms: Terms) -> Dates:
    """Return the dates counted from the earlier of both days, none of them later than either had (6.2, 6.3)."""
    joined = replace(ours, acknowledgement_sent_on=_first_gone(ours, theirs))
    again = count_again(joined, min(ours.began_on, theirs.began_on), terms)
    by = [each for each in (again.acknowledge_by, ours.acknowledge_by, theirs.acknowledge_by) if each is not None]
    return Dates(
        again.began_on,
        min(by, default=None),
        min(again.respond_by, ours.respond_by, theirs.respond_by),
        min(again.limit, ours.limit, theirs.limit),
        min(again.target, ours.target, theirs.target),
    )


def apply(complaint: Complaint, event: Event) -> Complaint:
    """Return the complaint after the event."""
    match event:
        case MergedFrom():
            return _took_in(complaint, event)
        case MergedInto(case, reference, happened_on):
            kin = replace(complaint.kin.tied(Link(case, reference, Bond.MERGED)), merged_into=reference)
            left = tuple(task for task in complaint.tasks if task.kind not in ENDS_WITH_IT)
            ended = replace(complaint, ended=Ended.MERGED, ended_on=happened_on, kin=kin, tasks=left)
            return replace(ended, proposed=None, correction=None)


def _took_in(complaint: Complaint, event: MergedFrom) -> Complaint:
    tied = complaint.kin.tied(Link(event.case, event.reference, Bond.MERGED, source=True))
    original = Original(event.reference, event.received_on, event.said, event.points)
    took = replace(complaint, kin=replace(tied, originals=(*tied.originals, original)))
    stage, dates = complaint.stage_1, event.dates
    if stage is None:
        return took
    first = min(complaint.received_on or event.received_on, event.received_on)
    took = replace(took, received_on=first).with_stage(
        Stage.ONE,
        began_on=dates.began_on,
        acknowledge_by=dates.acknowledge_by,
        respond_by=dates.respond_by,
        limit=dates.limit,
        original_limit=min(stage.original_limit, dates.limit),
        target=dates.target,
        acknowledgement_sent_on=event.acknowledged_on,
    )
    if event.correct_by is None:
        return took
    return took.with_task(Task(DutyKind.CORRECT_DEFINITION, 0, event.correct_by))
