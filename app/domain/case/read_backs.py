"""A voice note, a signed video or a photo of a page may be the complaint: we write the points, and read them back.

They are final once they were read or signed back to whoever told us, or that was tried three times (ruling 28).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum

from app.domain.case.state import Complaint
from app.domain.clock.duty_kinds import DutyKind, Task
from app.domain.clock.terms import Terms
from app.domain.deed import Deed
from app.domain.refused import Gap, Refused, Why, refuse_if
from app.domain.said import Said, WordsKind, Write

LOOK_AGAIN_WITHIN = 2
"""Working days in which somebody corrects what was not right: our own promise, not the Code's."""


class ReadHow(Enum):
    """How the points came back to whoever told us."""

    ALOUD = "aloud"
    SIGNED = "signed"
    THEMSELVES = "themselves"
    NOT_REACHED = "not_reached"


class Right(Enum):
    """What they said of the points."""

    YES = "yes"
    NOT_ALL = "not_all"


@dataclass(frozen=True, slots=True)
class ReadBackDraft:
    """How the points were read back, when, and what they said of them."""

    how: ReadHow | None = None
    happened_on: date | None = None
    right: Right | None = None
    words: str = ""


@dataclass(frozen=True, slots=True)
class ToldInFiles:
    """It came without words, in so many files: somebody writes the points, and reads them back by this day."""

    files: int
    read_back_by: date


@dataclass(frozen=True, slots=True)
class PointsReadBack:
    """A version of the points was read back; where not all was right, somebody corrects it by a day."""

    version: int
    how: ReadHow
    happened_on: date
    right: Right | None
    said: Said | None
    look_by: date | None


Event = ToldInFiles | PointsReadBack


def tell(complaint: Complaint, files: int) -> ToldInFiles:
    """Return the event of a complaint that has only just come; raises Refused for one that is in no stage."""
    stage = complaint.current
    if stage is None:
        raise Refused(Why.STAGE_MAY_NOT_START)
    return ToldInFiles(files, stage.acknowledge_by or stage.respond_by)


def is_final(complaint: Complaint) -> bool:
    """Return whether the points may be answered: they told us in words, or the points were read back to them."""
    return not complaint.has_task(DutyKind.READ_BACK)


def read_back(complaint: Complaint, draft: ReadBackDraft, *, terms: Terms, deed: Deed, write: Write) -> PointsReadBack:
    """Return the event; raises Refused where nothing is to be read back, or a part is missing (ruling 28, 5.6)."""
    if not complaint.has_task(DutyKind.READ_BACK):
        raise Refused(Why.NOTHING_TO_SETTLE)
    if not complaint.definition.points:
        raise Refused(Why.NOT_YET_ACKNOWLEDGED)
    refuse_if([*_gaps(complaint, draft, deed.on)])
    if draft.how is None or draft.happened_on is None:
        raise Refused(Why.NOTHING_TO_SETTLE)
    right = None if draft.how is ReadHow.NOT_REACHED else draft.right
    look_by = terms.in_working_days(deed.on, LOOK_AGAIN_WITHIN) if right is Right.NOT_ALL else None
    said = write(WordsKind.NOTE, draft.words) if draft.words.strip() else None
    return PointsReadBack(complaint.definition.version, draft.how, draft.happened_on, right, said, look_by)


def _gaps(complaint: Complaint, draft: ReadBackDraft, today: date) -> Iterator[Gap]:
    received = complaint.received_on
    if draft.how is None:
        yield Gap(Why.READ_BACK_WITHOUT_HOW, "how")
    if draft.happened_on is None or draft.happened_on > today or (received and draft.happened_on < received):
        yield Gap(Why.READ_BACK_ON_NO_DAY, "happened_on")
    if draft.how not in (None, ReadHow.NOT_REACHED) and draft.right is None:
        yield Gap(Why.READ_BACK_WITHOUT_ANSWER, "right")
    if (draft.right is Right.NOT_ALL or draft.how is ReadHow.NOT_REACHED) and not draft.words.strip():
        yield Gap(Why.NOTHING_SAID, "words")


def again(complaint: Complaint) -> Complaint:
    """Return the complaint once its points were written anew: where it was told in files, they are read back anew."""
    stage = complaint.current
    if not complaint.told_in_files or stage is None or complaint.has_task(DutyKind.READ_BACK):
        return complaint
    return complaint.with_task(Task(DutyKind.READ_BACK, 0, stage.respond_by))


def agreed(complaint: Complaint) -> Complaint:
    """Return the complaint once whoever told us said that the points are right."""
    return complaint.without_task(DutyKind.READ_BACK)


def apply(complaint: Complaint, event: Event) -> Complaint:
    """Return the complaint after the event."""
    match event:
        case ToldInFiles(files, read_back_by):
            told = replace(complaint, told_in_files=files)
            return told.with_task(Task(DutyKind.READ_BACK, 0, read_back_by))
        case PointsReadBack(_, _, _, Right.NOT_ALL, _, date() as look_by):
            return complaint.with_task(Task(DutyKind.CORRECT_DEFINITION, 0, look_by))
        case PointsReadBack():
            return agreed(complaint)
