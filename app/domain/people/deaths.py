"""Somebody has died: nothing goes to them any more, from that moment, and one named person decides (ruling 7).

It can be put right when it was a mistake, by a second person: nobody is written off on one person's word.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date

from app.domain.case.state import Complaint
from app.domain.case.vocabulary import Ended
from app.domain.case.withdrawals import Reopened, opened_again
from app.domain.clock.duty_kinds import DutyKind, Owner, Task
from app.domain.clock.terms import Terms
from app.domain.deed import Deed
from app.domain.people.parties import Role
from app.domain.people.silence import silenced
from app.domain.people.whys import PeopleWhy
from app.domain.refused import Gap, Refused, Why
from app.domain.said import Said, WordsKind, Write

DECIDE_WITHIN = 5
"""Working days in which somebody decides how the complaint goes on: our own promise."""
LOOK_WITHIN = 1
"""Working days in which a second person looks at what may be a mistake: until then the living hear nothing."""


@dataclass(frozen=True, slots=True)
class DeathDraft:
    """What staff write down: who told us, when, and which of them decides how it goes on."""

    told_by: str
    told_on: date | None
    decides: int | None


@dataclass(frozen=True, slots=True)
class PartyDied:
    """Somebody told us that a person of this case has died. Nothing goes to that person any more."""

    party: int
    told_on: date
    said: Said
    decides: int
    decide_by: date


@dataclass(frozen=True, slots=True)
class DeathDoubted:
    """It may have been a mistake: a second person looks at it by a day."""

    party: int
    said: Said
    by: int
    look_by: date


@dataclass(frozen=True, slots=True)
class DeathStands:
    """The second person looked: it was no mistake."""

    party: int
    said: Said


@dataclass(frozen=True, slots=True)
class DeathCorrected:
    """The second person agreed: they are alive. Word may go to them again by the ways that were safe."""

    party: int
    approved_by: int


Event = PartyDied | DeathDoubted | DeathStands | DeathCorrected


def record(
    complaint: Complaint,
    party: int,
    draft: DeathDraft,
    staff: Collection[int],
    *,
    terms: Terms,
    deed: Deed,
    write: Write,
) -> PartyDied:
    """Return the event; raises Refused without who told us, when, and who of the `staff` decides (ruling 7)."""
    if complaint.party(party).died:
        raise Refused(PeopleWhy.PARTY_HAS_DIED)
    gaps = tuple(_missing(draft, staff, deed.on))
    if gaps or draft.told_on is None or draft.decides is None:
        raise Refused(*gaps)
    decide_by = terms.in_working_days(deed.on, DECIDE_WITHIN)
    return PartyDied(party, draft.told_on, write(WordsKind.NOTE, draft.told_by), draft.decides, decide_by)


def _missing(draft: DeathDraft, staff: Collection[int], on: date) -> Iterator[Gap]:
    if not draft.told_by.strip():
        yield Gap(PeopleWhy.NOBODY_TOLD_US, "words")
    if draft.told_on is None:
        yield Gap(PeopleWhy.NO_DAY_HEARD, "told_on")
    elif draft.told_on > on:
        yield Gap(Why.DATE_IN_THE_FUTURE, "told_on")
    if draft.decides not in staff:
        yield Gap(PeopleWhy.NOBODY_DECIDES, "decides")


def doubt(complaint: Complaint, party: int, words: str, *, terms: Terms, deed: Deed, write: Write) -> DeathDoubted:
    """Return the event; raises Refused for who has not died, without a word on how we know, or when asked already."""
    if not complaint.party(party).died:
        raise Refused(PeopleWhy.NOBODY_DIED)
    if complaint.party(party).death_doubted_by:
        raise Refused(PeopleWhy.DOUBTED_ALREADY)
    if not words.strip():
        raise Refused(Gap(Why.NOT_SAID_HOW, "words"))
    look_by = terms.in_working_days(deed.on, LOOK_WITHIN)
    return DeathDoubted(party, write(WordsKind.NOTE, words), deed.by.staff_id or 0, look_by)


def correct(complaint: Complaint, party: int, *, terms: Terms, deed: Deed) -> tuple[DeathCorrected | Reopened, ...]:
    """Return the events of a second person who agrees: the complaint goes on where it had ended for this.

    Raises Refused where nobody doubts it, and for who did.
    """
    staff = _second_person(complaint, party, deed)
    corrected = DeathCorrected(party, staff)
    if complaint.ended is Ended.DIED and not _resident_died(complaint.with_party(party, died=False)):
        return corrected, opened_again(complaint, party, terms=terms, deed=deed)
    return (corrected,)


def _resident_died(complaint: Complaint) -> bool:
    return any(each.died and each.role is Role.RESIDENT for each in complaint.parties)


def let_stand(complaint: Complaint, party: int, words: str, *, deed: Deed, write: Write) -> DeathStands:
    """Return the event of a second person who finds no mistake; raises Refused as `correct` does, or without a word."""
    _second_person(complaint, party, deed)
    if not words.strip():
        raise Refused(Gap(Why.NOT_SAID_HOW, "words"))
    return DeathStands(party, write(WordsKind.NOTE, words))


def _second_person(complaint: Complaint, party: int, deed: Deed) -> int:
    doubted_by, staff = complaint.party(party).death_doubted_by, deed.by.staff_id
    if not doubted_by:
        raise Refused(Why.NOTHING_TO_SETTLE)
    if staff is None or staff == doubted_by:
        raise Refused(PeopleWhy.DEATH_NEEDS_SECOND_PERSON)
    return staff


def apply(complaint: Complaint, event: Event, on: date) -> Complaint:
    """Return the complaint after the event, recorded on a London day."""
    match event:
        case PartyDied(party, _, _, decides, decide_by):
            dead = complaint.with_party(party, died=True, death_doubted_by=0, may_have_died=False)
            silent = silenced(dead.without_task(DutyKind.HEARD_OF_DEATH, party), party, on)
            if complaint.closure is not None:
                return silent  # nothing is left to decide
            return silent.with_task(Task(DutyKind.GO_ON_AFTER_DEATH, party, decide_by, staff=decides))
        case DeathDoubted(party, said, by, look_by):
            doubted = complaint.with_party(party, death_doubted_by=by, death_doubt=said)
            return doubted.with_task(Task(DutyKind.LOOK_AT_DEATH, party, look_by, Owner.SECOND_PERSON))
        case DeathStands(party, _):
            return complaint.with_party(party, death_doubted_by=0).without_task(DutyKind.LOOK_AT_DEATH, party)
        case DeathCorrected(party, _):
            alive = complaint.with_party(party, died=False, death_doubted_by=0, died_too=())
            if not _resident_died(alive):  # else they carry on for another
                for each in complaint.parties:
                    alive = alive.with_party(each.number, carries_on=False)
            for kind in (DutyKind.GO_ON_AFTER_DEATH, DutyKind.LOOK_AT_DEATH):
                alive = alive.without_task(kind, party)
            return alive
