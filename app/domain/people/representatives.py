"""Who speaks for the resident, and how we know: their yes, or proof seen; their no ends it at once (3.6, ruling 6)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.domain.case.state import Complaint
from app.domain.clock.duty_kinds import DutyKind
from app.domain.deed import Deed
from app.domain.people.parties import Authority, PartyState, RepresentativeKind, Role
from app.domain.people.silence import silenced
from app.domain.people.whys import PeopleWhy
from app.domain.refused import Gap, Refused, Why
from app.domain.said import Said, WordsKind, Write

BY_PROOF = frozenset(
    {
        RepresentativeKind.PARENT,
        RepresentativeKind.ATTORNEY,
        RepresentativeKind.DEPUTY,
        RepresentativeKind.CANNOT_DECIDE,
        RepresentativeKind.EXECUTOR,
    }
)
"""Those who may speak by what they are: what shows it is written down instead of the resident's yes."""

AUTHORITIES = {
    RepresentativeKind.ATTORNEY: Authority.POWER_OF_ATTORNEY,
    RepresentativeKind.DEPUTY: Authority.POWER_OF_ATTORNEY,
    RepresentativeKind.CANNOT_DECIDE: Authority.POWER_OF_ATTORNEY,
    RepresentativeKind.EXECUTOR: Authority.THEY_HAVE_DIED,
    RepresentativeKind.MP_OR_COUNCILLOR: Authority.MP_OR_COUNCILLOR,
}
"""How each kind may speak; of the others the resident is asked."""


@dataclass(frozen=True, slots=True)
class RepresentativeKnownAs:
    """What somebody who speaks for the resident is to them."""

    party: int
    kind: RepresentativeKind


@dataclass(frozen=True, slots=True)
class ProofSeen:
    """Staff saw what lets somebody speak for the resident: what it is, and when."""

    party: int
    happened_on: date
    said: Said


@dataclass(frozen=True, slots=True)
class RepresentativeStopped:
    """Somebody does not speak for the resident, or no longer: the resident said no, alone, or staff know better."""

    party: int
    said: Said | None


Event = RepresentativeKnownAs | ProofSeen | RepresentativeStopped


def authority(kind: RepresentativeKind) -> Authority:
    """Return how somebody of a kind may speak for the resident, until that is confirmed."""
    return AUTHORITIES.get(kind, Authority.THEY_WILL_CONFIRM)


def known_as(party: int, kind: RepresentativeKind | None) -> RepresentativeKnownAs:
    """Return the event; raises Refused where nobody said what they are to the resident (ruling 6)."""
    if kind is None:
        raise Refused(Gap(PeopleWhy.REPRESENTATIVE_WITHOUT_KIND, "kind"))
    return RepresentativeKnownAs(party, kind)


def by_proof(party: PartyState) -> bool:
    """Return whether somebody may speak by what they are, so that proof is seen and nobody need be asked."""
    return party.kind in BY_PROOF or party.authority in (
        Authority.WRITTEN_PERMISSION,
        Authority.POWER_OF_ATTORNEY,
        Authority.THEY_HAVE_DIED,
    )


def see_proof(
    complaint: Complaint, party: int, seen_on: date | None, words: str, *, deed: Deed, write: Write
) -> ProofSeen:
    """Return the event; raises Refused for who must be asked about, without what was seen, or for a day to come.

    Also for somebody whom a no has ended: only the resident's yes undoes that (ruling 6).
    """
    who = _speaks(complaint, party)
    if who.confirmed or who.silent or not by_proof(who):
        raise Refused(Why.NOTHING_TO_SETTLE)
    gaps = []
    if not words.strip():
        gaps.append(Gap(PeopleWhy.PROOF_WITHOUT_WORDS, "words"))
    if seen_on is None:
        gaps.append(Gap(PeopleWhy.PROOF_WITHOUT_DAY, "seen_on"))
    elif seen_on > deed.on:
        gaps.append(Gap(Why.DATE_IN_THE_FUTURE, "seen_on"))
    if gaps or seen_on is None:
        raise Refused(*gaps)
    return ProofSeen(party, seen_on, write(WordsKind.PROOF, words))


def stop(complaint: Complaint, party: int, words: str, *, deed: Deed, write: Write) -> RepresentativeStopped:
    """Return the event; the resident needs no reason, staff say how they know. Raises Refused when it is over."""
    if _speaks(complaint, party).stopped:
        raise Refused(Why.NOTHING_TO_SETTLE)
    if deed.by.staff_id is not None and not words.strip():
        raise Refused(Gap(Why.NOT_SAID_HOW, "words"))
    return RepresentativeStopped(party, write(WordsKind.NOTE, words) if words.strip() else None)


def _speaks(complaint: Complaint, party: int) -> PartyState:
    who = complaint.party(party)
    if who.role is not Role.REPRESENTATIVE:
        raise Refused(Why.NO_SUCH_PARTY)
    return who


def apply(complaint: Complaint, event: Event, on: date) -> Complaint:
    """Return the complaint after the event, recorded on a London day."""
    match event:
        case RepresentativeKnownAs(party, kind):
            return complaint.with_party(party, kind=kind)
        case ProofSeen(party, _, _):
            seen = complaint.with_party(party, confirmed=True)
            return seen.without_task(DutyKind.CONFIRM_AUTHORITY, party)
        case RepresentativeStopped(party, _):
            over = complaint.with_party(party, confirmed=False, carries_on=False, stopped=True)
            over = silenced(over, party, on)
            return over.without_task(DutyKind.CONFIRM_AUTHORITY, party)
