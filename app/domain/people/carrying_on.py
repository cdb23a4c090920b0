"""How a complaint goes on after a death: with family or the executor, to whom letters then go, or not (ruling 7)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.domain.case.readers import SHARED
from app.domain.case.state import Complaint
from app.domain.case.vocabulary import Ended
from app.domain.case.withdrawals import Reopened, opened_again, stopped
from app.domain.clock.duty_kinds import DutyKind
from app.domain.clock.terms import Terms
from app.domain.deed import Deed
from app.domain.mail.notices import Notice
from app.domain.people.parties import PartyState, Role
from app.domain.people.preferences import Way
from app.domain.people.whys import PeopleWhy
from app.domain.refused import Gap, Refused, Why
from app.domain.said import Said, WordsKind, Write

PASSED_ON = SHARED - {Notice.PROMISE_DRAFTED, Notice.WAS_IT_FIXED}
"""What had not gone yet and is still theirs to hear who carry on; what was between us and the dead is not."""


@dataclass(frozen=True, slots=True)
class CarriedOn:
    """Family or the executor carries on for somebody who has died: letters go to them."""

    party: int
    carried_on_by: int
    said: Said


@dataclass(frozen=True, slots=True)
class NobodyCarriesOn:
    """Nobody carries on: the complaint stops. Dangers and promises go on."""

    party: int
    happened_on: date
    said: Said


@dataclass(frozen=True, slots=True)
class LetterPassedOn:
    """A letter that had not gone goes to somebody else, or to the same person again; `way` is how (None: find one)."""

    letter: int
    party: int
    way: Way | None
    do_by: date


Event = CarriedOn | NobodyCarriesOn | LetterPassedOn


def carry_on(
    complaint: Complaint, party: int, carried_on_by: int, words: str, *, terms: Terms, deed: Deed, write: Write
) -> tuple[CarriedOn | Reopened, ...]:
    """Return the events; raises Refused where nobody has died, or for who cannot carry on, or without a word on why."""
    if not complaint.party(party).died:
        raise Refused(PeopleWhy.NOBODY_DIED)
    gaps = []
    who = next((each for each in complaint.parties if each.number == carried_on_by), None)
    if who is None or not may_carry_on(who):
        gaps.append(Gap(PeopleWhy.CANNOT_CARRY_ON, "carried_on_by"))
    if not words.strip():
        gaps.append(Gap(Why.NOT_SAID_HOW, "words"))
    if gaps:
        raise Refused(*gaps)
    carried = CarriedOn(party, carried_on_by, write(WordsKind.NOTE, words))
    if complaint.ended is Ended.DIED:
        return carried, opened_again(complaint, carried_on_by, terms=terms, deed=deed)
    return (carried,)


def may_carry_on(who: PartyState) -> bool:
    """Return whether somebody could: letters would go to them, and they do not take part as an MP or councillor."""
    stands_in = who.role is Role.REPRESENTATIVE and not who.is_enquirer
    return stands_in and not who.silent and who.preferences is not None


def stop(complaint: Complaint, party: int, words: str, *, deed: Deed, write: Write) -> NobodyCarriesOn:
    """Return the event; raises Refused where nobody has died, it has ended, or without a word on who was asked."""
    if not complaint.party(party).died:
        raise Refused(PeopleWhy.NOBODY_DIED)
    if complaint.ended is not None:
        raise Refused(Why.ALREADY_STOPPED)
    if not words.strip():
        raise Refused(Gap(Why.NOT_SAID_HOW, "words"))
    return NobodyCarriesOn(party, deed.on, write(WordsKind.NOTE, words))


def unsent(complaint: Complaint, party: int) -> tuple[int, ...]:
    """Return the letters to somebody that have not gone and are for whoever takes their place."""
    return tuple(
        letter.number
        for letter in complaint.letters
        if letter.party == party and letter.sent_on is None and letter.notice in PASSED_ON
    )


def pass_on(letter: int, party: int, way: Way | None, *, terms: Terms, deed: Deed) -> LetterPassedOn:
    """Return the event of a letter that goes to somebody by a safe way, on paper by the next working day."""
    return LetterPassedOn(letter, party, way, terms.in_working_days(deed.on, 1))


def apply(complaint: Complaint, event: Event) -> Complaint:
    """Return the complaint after the event."""
    match event:
        case CarriedOn(party, carried_on_by, _):
            decided = complaint.without_task(DutyKind.GO_ON_AFTER_DEATH, party)
            decided = decided.with_party(carried_on_by, carries_on=True)
            return decided.without_task(DutyKind.CONFIRM_AUTHORITY, carried_on_by)
        case NobodyCarriesOn(party, happened_on, _):
            decided = complaint.without_task(DutyKind.GO_ON_AFTER_DEATH, party)
            return stopped(decided, Ended.DIED, happened_on)
        case LetterPassedOn(letter, party, way, do_by):
            times = {each.number: each.passed_on for each in complaint.letters}.get(letter, 0)
            return complaint.with_letter(letter, party=party, way=way, do_by=do_by, passed_on=times + 1)
