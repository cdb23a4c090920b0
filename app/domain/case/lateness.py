"""A missed date announces itself the same day; a person gives the new one, never a machine (ruling 10; 5.9)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum

from app.domain.case.state import Complaint, StageState
from app.domain.clock.profiles import Stage
from app.domain.clock.terms import Terms
from app.domain.deed import Deed
from app.domain.mail.addressees import nobody_known
from app.domain.refused import Gap, Refused, Why
from app.domain.said import Said, WordsKind, Write


class Missed(Enum):
    """Which date passed."""

    ACKNOWLEDGEMENT = "acknowledgement"
    ANSWER = "answer"


@dataclass(frozen=True, slots=True)
class FoundLate:
    """The clock found a date missed. A person tells the new one by `tell_by`; the letter says so."""

    stage: Stage
    missed: Missed
    date_missed: date
    tell_by: date
    letter: int


@dataclass(frozen=True, slots=True)
class NewDatePromised:
    """A person said when, after a date was missed. It does not rescue the date that was missed (6.4)."""

    stage: Stage
    missed: Missed
    new_date: date
    said: Said
    letter: int


Event = FoundLate | NewDatePromised


def missed(stage: StageState) -> tuple[Missed, date]:
    """Return the date this stage works towards: of the acknowledgement until it has gone, then of the answer."""
    if stage.acknowledge_by is not None and stage.acknowledgement_sent_on is None and stage.answered_on is None:
        return Missed.ACKNOWLEDGEMENT, stage.acknowledge_by
    return Missed.ANSWER, max(stage.respond_by, stage.new_date_promised or stage.respond_by)


def find(complaint: Complaint, *, terms: Terms, deed: Deed) -> FoundLate | None:
    """Return the event when a date has passed that nobody has owned up to yet, None otherwise (ruling 10).

    Of a case brought in from a list nobody is known whom it could be told; the queue shows that it is late.
    """
    stage = complaint.current
    if nobody_known(complaint):
        return None
    if complaint.ended is not None or stage is None or stage.answer_sent_on is not None:
        return None
    what, day = missed(stage)
    if deed.on <= day or day in stage.missed:
        return None
    return FoundLate(stage.stage, what, day, terms.in_working_days(deed.on, 1), len(complaint.letters) + 1)


def promise_new_date(
    complaint: Complaint, new_date: date | None, words: str, *, deed: Deed, write: Write
) -> NewDatePromised:
    """Return the event; raises Refused when no date was missed, none is given, or it has passed (ruling 10)."""
    stage = complaint.unanswered
    if stage is None or not stage.missed:
        raise Refused(Why.NOTHING_TO_SETTLE)
    gaps = []
    if new_date is None or new_date < deed.on:
        gaps.append(Gap(Why.DATE_IN_THE_PAST, "new_date"))
    if not words.strip():
        gaps.append(Gap(Why.MORE_TIME_WITHOUT_REASON, "words"))
    if gaps or new_date is None:
        raise Refused(*gaps)
    what, _ = missed(stage)
    return NewDatePromised(stage.stage, what, new_date, write(WordsKind.REASON, words), len(complaint.letters) + 1)


def apply(complaint: Complaint, event: Event) -> Complaint:
    """Return the complaint after the event."""
    match event:
        case FoundLate(stage, _, date_missed, tell_by, _):
            state = complaint.at_stage(stage)
            before = () if state is None else state.missed
            return complaint.with_stage(stage, missed=(*before, date_missed), tell_new_date_by=tell_by)
        case NewDatePromised(stage, _, new_date, _, _):
            return complaint.with_stage(stage, new_date_promised=new_date, tell_new_date_by=None)
