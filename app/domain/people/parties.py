"""A party is one person's part in one case; what they are called and where they live is kept beside the record."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

from app.domain.case.kinds import Kind
from app.domain.clock.duty_kinds import DutyKind, Task
from app.domain.landlord.landlord import ENGLISH
from app.domain.people.adjustments import Need
from app.domain.people.preferences import Preferences, gaps
from app.domain.people.whys import PeopleWhy
from app.domain.refused import Refused, Why, refuse_if
from app.domain.said import Said

if TYPE_CHECKING:
    from app.domain.case.state import Complaint
    from app.domain.deed import Deed


class Role(Enum):
    """The part a person has."""

    RESIDENT = "resident"
    REPRESENTATIVE = "representative"


class Authority(Enum):
    """How somebody may speak for the resident (3.6); the clocks never wait for it."""

    THEY_WILL_CONFIRM = "they_will_confirm"
    WRITTEN_PERMISSION = "written_permission"
    POWER_OF_ATTORNEY = "power_of_attorney"
    THEY_HAVE_DIED = "they_have_died"
    MP_OR_COUNCILLOR = "mp_or_councillor"


class RepresentativeKind(Enum):
    """What somebody who speaks for the resident is to them."""

    FAMILY_OR_FRIEND = "family_or_friend"
    ADVOCATE = "advocate"
    SUPPORT_WORKER = "support_worker"
    PARENT = "parent"
    ATTORNEY = "attorney"
    DEPUTY = "deputy"
    CANNOT_DECIDE = "cannot_decide"
    EXECUTOR = "executor"
    MP_OR_COUNCILLOR = "mp_or_councillor"


class Share(Enum):
    """What the resident agreed that an MP or councillor is told (3.6)."""

    NOTHING = "nothing"
    OUTCOME = "outcome"
    ALL = "all"


class Elsewhere(NamedTuple):
    """Somebody's part in another case of theirs."""

    reference: str
    party: int


@dataclass(frozen=True, slots=True)
class PartyState:
    """One person's part, folded. An unconfirmed representative is told nothing the resident did not tell them.

    `death_doubted_by` says who thinks that their death was a mistake, `death_doubt` how they know; `carries_on`: for
    somebody who has died. `died_too` says in which other cases that stands; `may_have_died`: it was heard in another.
    `share`: what an MP or councillor is told of it.
    `kind` is what a representative is to the resident, if anybody said; `stopped`: they speak for them no longer.
    """

    number: int
    role: Role
    named: bool = True
    authority: Authority | None = None
    confirmed: bool = True
    preferences: Preferences | None = None
    needs: tuple[Need, ...] = ()
    died: bool = False
    death_doubted_by: int = 0
    death_doubt: Said | None = None
    carries_on: bool = False
    kind: RepresentativeKind | None = None
    stopped: bool = False
    moved_on: date | None = None
    share: Share = Share.ALL
    died_too: tuple[Elsewhere, ...] = ()
    may_have_died: bool = False

    @property
    def may_act(self) -> bool:
        """Return whether they may act on the case: the resident, or who may speak, or carries on, for them."""
        speaks = self.carries_on or (self.confirmed and self.share is Share.ALL)
        return not self.silent and (self.role is Role.RESIDENT or speaks)

    @property
    def is_enquirer(self) -> bool:
        """Return whether they take part as the MP or a councillor: they speak for nobody until the resident says so."""
        return self.authority is Authority.MP_OR_COUNCILLOR

    @property
    def only_enquires(self) -> bool:
        """Return whether they are an MP or councillor who wrote about it, and the resident lets them do no more."""
        return self.is_enquirer and not self.may_act

    @property
    def is_gone(self) -> bool:
        """Return whether they have died, or may have: until somebody has looked, that is the same (ruling 7)."""
        return self.died or self.may_have_died

    @property
    def silent(self) -> bool:
        """Return whether nothing goes to them any more, by any way (rulings 6 and 7)."""
        return self.is_gone or self.stopped

    @property
    def to_be_asked_about(self) -> bool:
        """Return whether the resident has still to say if this person may speak for them."""
        return not (self.confirmed or self.carries_on or self.silent)

    @property
    def language(self) -> str:
        """Return the language they are written to in: English until they chose another."""
        return ENGLISH if self.preferences is None else self.preferences.language


@dataclass(frozen=True, slots=True)
class PartyJoined:
    """Somebody became part of the case. `confirm_by`: the resident is asked alone by then (ruling 6)."""

    party: int
    role: Role
    named: bool
    authority: Authority | None
    confirm_by: date | None


@dataclass(frozen=True, slots=True)
class PreferencesSet:
    """Somebody said how they may be reached."""

    party: int
    preferences: Preferences


@dataclass(frozen=True, slots=True)
class AuthorityConfirmed:
    """The resident said, alone and by a way already on file, that this person may speak for them."""

    party: int


Event = PartyJoined | PreferencesSet | AuthorityConfirmed


def needs_confirming(authority: Authority | None) -> bool:
    """Return whether the resident must still be asked; an MP or councillor needs no consent form (ruling 6)."""
    return authority is not None and authority is not Authority.MP_OR_COUNCILLOR


def going_on(complaint: Complaint) -> tuple[PartyState, ...]:
    """Return who takes part in another case that comes of this one: nobody to whom nothing goes any more (ruling 7).

    Raises Refused where the resident has died: it would write to them under another reference.
    """
    if any(party.role is Role.RESIDENT and party.is_gone for party in complaint.parties):
        raise Refused(PeopleWhy.PARTY_HAS_DIED)
    return tuple(party for party in complaint.parties if not party.silent)


def speakers(complaint: Complaint) -> tuple[PartyState, ...]:
    """Return who speak for the resident in another case that comes of this one: all who may act, else who may yet.

    An MP or councillor wrote about this complaint, and has no part in another of it. Raises as `going_on` does.
    """
    ours = complaint.intake.is_complaint
    speak = [party for party in going_on(complaint) if party.role is Role.REPRESENTATIVE]
    speak = [party for party in speak if not (party.is_enquirer and ours)]
    speak.sort(key=lambda party: (not party.carries_on, not party.may_act))
    return tuple(speak[:1] + [party for party in speak[1:] if party.may_act])


def set_preferences(complaint: Complaint, party: int, preferences: Preferences) -> PreferencesSet:
    """Return the event; raises Refused for a way that is not safe or none at all (3.1)."""
    refuse_if(gaps(preferences))
    if complaint.party(party).preferences == preferences:
        raise Refused(Why.NOTHING_CHANGED)
    return PreferencesSet(party, preferences)


def confirm_authority(complaint: Complaint, party: int, deed: Deed) -> AuthorityConfirmed:
    """Return the event; raises Refused when nobody waits to be confirmed (3.6)."""
    if complaint.party(party).confirmed:
        raise Refused(Why.NOTHING_TO_SETTLE)
    return AuthorityConfirmed(party)


def apply(complaint: Complaint, event: Event) -> Complaint:
    """Return the complaint after the event."""
    match event:
        case PartyJoined(party, role, named, authority, confirm_by):
            joined = PartyState(party, role, named, authority, confirmed=confirm_by is None)
            if joined.is_enquirer and complaint.intake.kind is not Kind.ENQUIRY:
                joined = replace(joined, share=Share.NOTHING)
            complaint = replace(complaint, parties=(*complaint.parties, joined))
            if confirm_by is None:
                return complaint
            return complaint.with_task(Task(DutyKind.CONFIRM_AUTHORITY, party, confirm_by))
        case PreferencesSet(party, preferences):
            return complaint.with_party(party, preferences=preferences)
        case AuthorityConfirmed(party):
            return complaint.with_party(party, confirmed=True, stopped=False).without_task(
                DutyKind.CONFIRM_AUTHORITY, party
            )
