"""Somebody's other cases: what is written down of them in one is so in all; where few may look, word stops first.

Rulings 4, 6 and 7.
"""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass
from datetime import date
from enum import Enum

from app.domain.case.duplicates import same_name
from app.domain.case.state import Complaint
from app.domain.clock.duty_kinds import DutyKind, Owner, Task
from app.domain.clock.terms import Terms
from app.domain.deed import Deed
from app.domain.people.parties import Elsewhere, Role
from app.domain.people.silence import silenced
from app.domain.people.whys import PeopleWhy
from app.domain.refused import Gap, Refused, Why
from app.domain.said import Said, WordsKind, Write

LOOK_WITHIN = 1
"""Working days in which somebody who may see the case looks: until then it may be silent for nothing."""


class Heard(Enum):
    """What was written down in another case of theirs."""

    DEATH = "death"
    MOVE = "move"


TASKS = {Heard.DEATH: DutyKind.HEARD_OF_DEATH, Heard.MOVE: DutyKind.HEARD_OF_MOVE}


@dataclass(frozen=True, slots=True)
class DiedElsewhereToo:
    """With the same press their death was written down in another case, where they have a number of their own."""

    party: int
    reference: str
    as_party: int


@dataclass(frozen=True, slots=True)
class HeardElsewhere:
    """Somebody who may not see this case wrote it down in another: nothing goes on being sent until one looks."""

    party: int
    heard: Heard
    look_by: date


@dataclass(frozen=True, slots=True)
class HearingEnded:
    """What was heard of this person is not so, or it was of somebody else; `said` is how we know, where staff said."""

    party: int
    heard: Heard
    said: Said | None


@dataclass(frozen=True, slots=True)
class DeathTold:
    """Who speaks for the resident told us that they have died: nothing goes to them before staff wrote it down."""

    party: int
    look_by: date


Event = DiedElsewhereToo | HeardElsewhere | HearingEnded | DeathTold


def same_person(ours: Set[str], theirs: Set[str], *, reached_alike: bool, lives_alike: bool, tied: bool) -> bool:
    """Return whether two are surely one person: the same name, and a way or a home in common, or cases of one person.

    A name alone is not enough: nobody is silenced because another of that name has died.
    """
    return same_name(ours, theirs) and (reached_alike or lives_alike or tied)


def also_died(party: int, reference: str, as_party: int) -> DiedElsewhereToo:
    """Return the event that ties a death to the same death in another case, one way."""
    return DiedElsewhereToo(party, reference, as_party)


def hear(complaint: Complaint, party: int, heard: Heard, *, terms: Terms, deed: Deed) -> HeardElsewhere:
    """Return the event; raises Refused where it is known here, or for a move of who is not the resident."""
    who = complaint.party(party)
    if who.died:
        raise Refused(PeopleWhy.PARTY_HAS_DIED)
    if complaint.has_task(TASKS[heard], party) or (heard is Heard.MOVE and who.role is not Role.RESIDENT):
        raise Refused(Why.NOTHING_CHANGED)
    return HeardElsewhere(party, heard, terms.in_working_days(deed.on, LOOK_WITHIN))


def told(complaint: Complaint, party: int, *, terms: Terms, deed: Deed) -> DeathTold:
    """Return the event of a death that who speaks for them told us of; raises Refused where we know of it."""
    if complaint.party(party).is_gone:
        raise Refused(PeopleWhy.PARTY_HAS_DIED)
    return DeathTold(party, terms.in_working_days(deed.on, LOOK_WITHIN))


def dismiss(complaint: Complaint, party: int, heard: Heard, words: str, *, write: Write) -> HearingEnded:
    """Return the event of who looked: it is somebody else. Raises Refused where nothing waits, or without a word."""
    if not complaint.has_task(TASKS[heard], party):
        raise Refused(Why.NOTHING_TO_SETTLE)
    if not words.strip():
        raise Refused(Gap(Why.NOT_SAID_HOW, "words"))
    return HearingEnded(party, heard, write(WordsKind.NOTE, words))


def not_so(complaint: Complaint, party: int, heard: Heard) -> HearingEnded:
    """Return the event of a mistake that was put right where it was first written down; raises Refused as `dismiss`."""
    if not complaint.has_task(TASKS[heard], party):
        raise Refused(Why.NOTHING_TO_SETTLE)
    return HearingEnded(party, heard, None)


def apply(complaint: Complaint, event: Event, on: date) -> Complaint:
    """Return the complaint after the event, recorded on a London day."""
    match event:
        case DiedElsewhereToo(party, reference, as_party):
            known = next((each.died_too for each in complaint.parties if each.number == party), ())
            return complaint.with_party(party, died_too=(*known, Elsewhere(reference, as_party)))
        case HeardElsewhere(party, heard, look_by):
            complaint = complaint.with_task(Task(TASKS[heard], party, look_by, Owner.NAMED))
            if heard is Heard.MOVE:
                return complaint
            return silenced(complaint.with_party(party, may_have_died=True), party, on)
        case DeathTold(party, look_by):
            complaint = complaint.with_task(Task(DutyKind.HEARD_OF_DEATH, party, look_by))
            return silenced(complaint.with_party(party, may_have_died=True), party, on)
        case HearingEnded(party, heard, _):
            if heard is Heard.DEATH:
                complaint = complaint.with_party(party, may_have_died=False)
            return complaint.without_task(TASKS[heard], party)
