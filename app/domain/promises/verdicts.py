"""What the resident says of a promise: kept, partly, not done; and what we must do then (R28, rulings 7.3 and 23)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from app.domain.case.state import Complaint
from app.domain.clock.duty_kinds import DutyKind, Owner, Task
from app.domain.clock.terms import Terms
from app.domain.deed import Deed
from app.domain.promises.ledger import DISPUTES, Look, Occasion, PromiseState, Verdict
from app.domain.refused import Gap, Refused, Why
from app.domain.said import Said, WordsKind, Write

INSPECT_WITHIN = 5
"""Working days for an inspection or a manager once it was not done twice (ruling 23)."""


@dataclass(frozen=True, slots=True)
class PromiseAskedAbout:
    """The night asked whether it was fixed; `of` is the day that this was about."""

    promise: int
    occasion: Occasion
    of: date
    letter: int


@dataclass(frozen=True, slots=True)
class PromiseJudged:
    """The resident said whether it was kept. `look_by` and `inspect_by`: what we must do about it, and by when."""

    promise: int
    party: int
    verdict: Verdict
    said: Said | None
    happened_on: date
    look_by: date | None
    inspect_by: date | None


@dataclass(frozen=True, slots=True)
class DisputeLookedInto:
    """Somebody looked into a promise that the resident says was not kept."""

    promise: int
    look: Look
    happened_on: date
    said: Said


Event = PromiseAskedAbout | PromiseJudged | DisputeLookedInto


def ask(complaint: Complaint, *, deed: Deed) -> tuple[PromiseAskedAbout, ...]:
    """Return an event for each promise that the resident is to be asked about today, all in one letter (R28).

    A stopped complaint's promises go on: those that ended before it was stopped are left alone (ruling 19).
    """
    letter = len(complaint.letters) + 1
    asked = ((promise, promise.occasion(deed.on)) for promise in complaint.promises if _goes_on(complaint, promise))
    return tuple(
        PromiseAskedAbout(promise.number, occasion, _about(promise, occasion), letter)
        for promise, occasion in asked
        if occasion is not None
    )


def asked_next(complaint: Complaint, promise: PromiseState) -> date | None:
    """Return the day on which the resident is to be asked about a promise, None as things stand."""
    return promise.asked_next if _goes_on(complaint, promise) else None


def _goes_on(complaint: Complaint, promise: PromiseState) -> bool:
    kept, stopped = promise.kept_on, complaint.ended_on
    return complaint.ended is None or kept is None or stopped is None or kept >= stopped


def _about(promise: PromiseState, occasion: Occasion) -> date:
    return promise.due_on if occasion is Occasion.DATE_PASSED else promise.kept_on or promise.due_on


def judge(
    complaint: Complaint,
    number: int,
    party: int,
    verdict: Verdict,
    words: str = "",
    *,
    terms: Terms,
    deed: Deed,
    write: Write,
) -> PromiseJudged:
    """Return what the resident says of a promise: done or not, once its date has passed; they may put it right (7.3).

    Raises Refused for anybody else, too early, for one that ended otherwise, and for a dispute without words.
    """
    promise, who = complaint.promise(number), complaint.party(party)
    if not who.may_act:
        raise Refused(Why.ONLY_THE_RESIDENT)
    if promise.ending is not None:
        raise Refused(Why.PROMISE_ALREADY_ENDED)
    if not promise.may_be_judged(deed.on):
        raise Refused(Why.PROMISE_NOT_YET_DUE)
    if verdict in DISPUTES and not words.strip():
        raise Refused(Gap(Why.VERDICT_WITHOUT_WORDS, "words"))
    if verdict is promise.verdict and not promise.waits and not words.strip():
        raise Refused(Gap(Why.NOTHING_CHANGED, "verdict"))
    said = write(WordsKind.REPLY, words) if words.strip() else None
    look_by = terms.in_working_days(deed.on, 1) if verdict in DISPUTES else None
    again = verdict is Verdict.NOT_DONE and _disputes_before(promise, deed.on) > 0
    inspect_by = terms.in_working_days(deed.on, INSPECT_WITHIN) if again else None
    return PromiseJudged(number, party, verdict, said, deed.on, look_by, inspect_by)


def _disputes_before(promise: PromiseState, on: date) -> int:
    """Return how often it was disputed before: a verdict changed on its own day was put right, and counts as one."""
    return promise.times_not_done - (promise.disputed and promise.judged_on == on)


def look_into(
    complaint: Complaint, number: int, look: Look | None, happened_on: date, words: str, *, deed: Deed, write: Write
) -> DisputeLookedInto:
    """Return the event; raises Refused when nobody waits for it, or only talked where it was not done twice."""
    complaint.promise(number)
    first = complaint.has_task(DutyKind.LOOK_AT_PROMISE, number)
    if not first and not complaint.has_task(DutyKind.INSPECT_PROMISE, number):
        raise Refused(Why.NOTHING_TO_SETTLE)
    gaps = []
    if look is None or (look is Look.SPOKE and not first):
        gaps.append(Gap(Why.INSPECTION_NEEDED, "look"))
    if happened_on > deed.on:
        gaps.append(Gap(Why.DATE_IN_THE_FUTURE, "happened_on"))
    if not words.strip():
        gaps.append(Gap(Why.NOT_SAID_HOW, "words"))
    if gaps or look is None:
        raise Refused(*gaps)
    return DisputeLookedInto(number, look, happened_on, write(WordsKind.NOTE, words))


def apply(complaint: Complaint, event: Event) -> Complaint:
    """Return the complaint after the event."""
    found = next((each for each in complaint.promises if each.number == event.promise), None)
    if found is None:
        return complaint
    match event:
        case PromiseAskedAbout(number, Occasion.DATE_PASSED, of, _):
            return complaint.with_promise(number, asked_due=of, waits=True)
        case PromiseAskedAbout(number, _, of, _):
            return complaint.with_promise(number, asked_kept=of, asked_due=found.due_on, waits=True)
        case PromiseJudged():
            return _judged(complaint, found, event)
        case DisputeLookedInto(number, look, _, _):
            looked = complaint.without_task(DutyKind.LOOK_AT_PROMISE, number)
            return looked if look is Look.SPOKE else looked.without_task(DutyKind.INSPECT_PROMISE, number)


def _judged(complaint: Complaint, found: PromiseState, event: PromiseJudged) -> Complaint:
    number, before = found.number, _disputes_before(found, event.happened_on)
    put_right = before < found.times_not_done
    disputed = event.verdict in DISPUTES
    complaint = complaint.with_promise(
        number,
        verdict=event.verdict,
        judged_on=event.happened_on,
        judged=event.said,
        times_not_done=before + disputed,
        redo_by=event.look_by,
        waits=False,
    )
    if event.look_by is None:
        complaint = complaint.without_task(DutyKind.LOOK_AT_PROMISE, number)
    else:  # a complaint is not closed over a promise that is open again
        look = Task(DutyKind.LOOK_AT_PROMISE, number, event.look_by, Owner.COMPLAINTS_OFFICER)
        complaint = replace(complaint, closure=None).with_task(look)
    if event.inspect_by is not None:
        inspect = Task(DutyKind.INSPECT_PROMISE, number, event.inspect_by, Owner.COMPLAINTS_OFFICER)
        return complaint.with_task(inspect)
    if put_right or not disputed:
        return complaint.without_task(DutyKind.INSPECT_PROMISE, number)
    return complaint
