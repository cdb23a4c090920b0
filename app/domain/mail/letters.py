"""An issued letter, and the day it went in a form the person can keep: only that day counts (ruling 8; 6.2, 6.3)."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum

from app.domain.case import refusal_effects
from app.domain.case.state import Complaint, LetterState, StageState
from app.domain.clock.duty_kinds import TOLD_BY, DutyKind, Task
from app.domain.clock.profiles import RespondFrom, Stage
from app.domain.clock.terms import Terms
from app.domain.deed import Deed
from app.domain.mail.notices import Notice, also_told_by, way_for
from app.domain.people.preferences import Way
from app.domain.refused import Gap, Refused, Why


class Failed(Enum):
    """Why a letter did not arrive."""

    BOUNCED = "bounced"
    RETURNED = "returned"
    NOT_ACCEPTED = "not_accepted"
    NOT_SAFE = "not_safe"


ACKNOWLEDGEMENTS = frozenset({Notice.ACKNOWLEDGED, Notice.STAGE_2_ACKNOWLEDGED})
ANSWERS = frozenset({Notice.ANSWER, Notice.STAGE_2_ANSWER})


@dataclass(frozen=True, slots=True)
class LetterIssued:
    """The words are frozen; `way` is how it is to go (None: a safe way must be found), `do_by` when at the latest.

    `also` is the call or text that this person asked for beside it.
    """

    letter: int
    notice: Notice
    stage: Stage | None
    party: int
    way: Way | None
    also: Way | None
    do_by: date
    sha256: str


@dataclass(frozen=True, slots=True)
class Told:
    """The call or text beside a letter was made: there is news."""

    letter: int
    way: Way
    happened_on: date


@dataclass(frozen=True, slots=True)
class Sent:
    """The letter went. `limit` and `target` are the dates an acknowledgement sets by going, counted once."""

    letter: int
    way: Way
    happened_on: date
    limit: date | None
    target: date | None


@dataclass(frozen=True, slots=True)
class CameBack:
    """The letter did not arrive; it now goes by `way`, and the duty behind it is open again."""

    letter: int
    failed: Failed
    way: Way | None
    happened_on: date
    do_by: date


Event = LetterIssued | Told | Sent | CameBack


def issue(
    complaint: Complaint,
    notice: Notice,
    stage: Stage | None,
    party: int,
    reachable: Collection[Way],
    sha256: str,
    *,
    terms: Terms,
    deed: Deed,
) -> LetterIssued:
    """Return the event of a letter frozen today, and by which safe way it goes to this party (3.1, 5.10).

    To somebody to whom nothing goes any more, by none (rulings 6 and 7). Paper and calls are to be done by the
    next working day.
    """
    who = complaint.party(party)
    preferences = None if who.silent else who.preferences
    way = way_for(preferences, reachable)
    also = also_told_by(preferences, reachable, way)
    do_by = terms.in_working_days(deed.on, 1)
    return LetterIssued(len(complaint.letters) + 1, notice, stage, party, way, also, do_by, sha256)


def tell(complaint: Complaint, number: int, *, deed: Deed) -> Told:
    """Return the event of a call or text that was made; raises Refused when none is waiting (3.1)."""
    complaint.letter(number)
    for way, kind in TOLD_BY.items():
        if way is not None and complaint.has_task(kind, number):
            return Told(number, way, deed.on)
    raise Refused(Why.NOTHING_TO_SETTLE)


def send(
    complaint: Complaint, number: int, happened_on: date, *, terms: Terms, deed: Deed, way: Way | None = None
) -> Sent:
    """Return the event of a letter that went; raises Refused for a date to come or before the letter (ruling 8)."""
    letter = complaint.letter(number)
    if letter.sent_on is not None:
        raise Refused(Why.LETTER_ALREADY_SENT)
    if happened_on > deed.on:
        raise Refused(Gap(Why.DATE_IN_THE_FUTURE, "sent_on"))
    if happened_on < letter.issued_on:
        raise Refused(Gap(Why.DATE_BEFORE_LETTER, "sent_on"))
    by = way or letter.way
    if by is None:
        raise Refused(Why.NO_WAY_TO_REACH)
    limit, target = _dates_set(complaint, letter, happened_on, terms)
    return Sent(number, by, happened_on, limit, target)


def _dates_set(complaint: Complaint, letter: LetterState, on: date, terms: Terms) -> tuple[date | None, date | None]:
    """Return the Code's date and the as-if-on-time date that a first acknowledgement sets (6.3, 6.14)."""
    stage = letter.stage
    state = None if stage is None else complaint.at_stage(stage)
    if stage is None or state is None or not _acknowledges(state, letter):
        return None, None
    if state.acknowledgement_sent_on is not None or terms.times(stage).respond_from is RespondFrom.RECEIPT:
        return None, None
    limit = terms.respond_by(stage, state.counts_from, on)
    return limit, terms.as_if_on_time(stage, state.counts_from, on)


def _acknowledges(stage: StageState, letter: LetterState) -> bool:
    """Return whether a letter stops the clock of this stage: one from before a complaint was reopened does not."""
    return letter.notice in ACKNOWLEDGEMENTS and 0 < stage.acknowledgement <= letter.number


def come_back(
    complaint: Complaint, number: int, failed: Failed, way: Way | None, *, terms: Terms, deed: Deed
) -> CameBack:
    """Return the event of a letter that did not arrive; raises Refused when there is no such letter (ruling 8)."""
    complaint.letter(number)
    return CameBack(number, failed, way, deed.on, terms.in_working_days(deed.on, 1))


def apply(complaint: Complaint, event: Event, on: date) -> Complaint:
    """Return the complaint after the event, recorded on a London day."""
    match event:
        case LetterIssued(number, notice, stage, party, way, also, do_by, _):
            letter = LetterState(number, notice, stage, party, way, on, do_by)
            complaint = replace(complaint, letters=(*complaint.letters, letter))
            return complaint if also is None else complaint.with_task(Task(TOLD_BY[also], number, do_by, stage=stage))
        case Told(number, way, _):
            return complaint.without_task(TOLD_BY[way], number)
        case Sent(number, way, happened_on, _, _):
            return _sent(complaint.with_letter(number, way=way, sent_on=happened_on), event)
        case CameBack(number, _, way, _, do_by):
            return _came_back(complaint, number, way, do_by)


def _sent(complaint: Complaint, event: Sent) -> Complaint:
    letter = next((each for each in complaint.letters if each.number == event.letter), None)
    if letter is not None and letter.notice is Notice.STAGE_2_ASKED:
        return complaint.without_task(DutyKind.ANSWER_EARLY_STAGE_2)
    if letter is not None and letter.notice is Notice.REFUSED:
        return refusal_effects.letter_went(complaint, letter.number, event.happened_on)
    state = None if letter is None or letter.stage is None else complaint.at_stage(letter.stage)
    if letter is None or state is None or letter.stage is None:
        return complaint
    if letter.notice in ANSWERS and state.answer_sent_on is None:
        return complaint.with_stage(
            letter.stage, answer_sent_on=event.happened_on, tell_new_date_by=None, next_update_by=None
        )
    if _acknowledges(state, letter) and state.acknowledgement_sent_on is None:
        return _acknowledged(complaint, state.stage, event)
    return complaint


def _acknowledged(complaint: Complaint, stage: Stage, event: Sent) -> Complaint:
    changes: dict[str, object] = {"acknowledgement_sent_on": event.happened_on}
    if event.limit is not None:
        state = complaint.at_stage(stage)
        moved = state is not None and bool(state.extensions)
        changes |= {"original_limit": event.limit, "target": event.target}
        changes |= {} if moved else {"limit": event.limit}
    return complaint.with_stage(stage, **changes)


def _came_back(complaint: Complaint, number: int, way: Way | None, do_by: date) -> Complaint:
    letter = next((each for each in complaint.letters if each.number == number), None)
    if letter is None:
        return complaint
    complaint = complaint.with_letter(number, way=way, sent_on=None, do_by=do_by, came_back=letter.came_back + 1)
    if letter.notice is Notice.REFUSED:
        return refusal_effects.letter_came_back(complaint, number)
    if letter.stage is None:
        return complaint
    if letter.notice in ANSWERS:
        return replace(complaint, closure=None).with_stage(letter.stage, answer_sent_on=None)
    if letter.notice in ACKNOWLEDGEMENTS:
        return complaint.with_stage(letter.stage, acknowledgement_sent_on=None)
    return complaint
