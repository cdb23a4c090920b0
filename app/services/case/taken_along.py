"""The people of a case, taken along into another of theirs: reached as safely there, with what they need (ruling 7)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from app.domain.mail.addressees import RESIDENT
from app.domain.people import parties as rules
from app.domain.people.adjustments import AdjustmentAsked
from app.domain.people.parties import PartyState, Role
from app.domain.record import kind_of
from app.services.case import projections
from app.services.case.histories import Case
from app.services.people import parties
from app.services.people.parties import Person
from app.store import record
from app.store.case import complaints as store
from app.store.people.parties import Party


class People(NamedTuple):
    """Whose case it is, and the first who speaks for them: whom it is made with."""

    resident: Person
    representative: Person | None


def people(case: Case) -> People:
    """Return who takes part in another case that comes of this one; raises Refused where the resident has died."""
    named = {each.number: each for each in case.people()}
    speaker = next(iter(rules.speakers(case.complaint)), None)
    resident = next(party for party in rules.going_on(case.complaint) if party.role is Role.RESIDENT)
    return People(
        _person(case, resident, named[resident.number]),
        None if speaker is None else _person(case, speaker, named[speaker.number]),
    )


def confirm(case: Case, new: Case) -> None:
    """Let all who may speak in a case speak in the new one too: the resident is not asked twice (ruling 6)."""
    speakers = rules.speakers(case.complaint)
    if not speakers or not speakers[0].confirmed:
        return  # who waits for a yes there waits for one here
    named = {each.number: each for each in case.people()}
    for other in speakers[1:]:
        parties.join(new, _person(case, other, named[other.number]))
    for party in new.complaint.parties:
        if party.role is Role.REPRESENTATIVE and not party.confirmed:
            new.add(rules.confirm_authority(new.complaint, party.number, new.deed))


def number_before(case: Case, party: int) -> int:
    """Return the number in a case of who has this one in the case that came of it."""
    speakers = rules.speakers(case.complaint)
    return party if party == RESIDENT or not speakers else speakers[0].number


def _person(case: Case, party: PartyState, named: Party) -> Person:
    """Return a person as this case knows them now: only the ways that may still be used go along."""
    asked = [each for each in _asked(case) if each.party == party.number]
    said = dict.fromkeys(each.said.number for each in asked if each.said is not None)
    return Person(
        role=party.role,
        name=named.name,
        address=named.address,
        postcode=named.postcode,
        tenure=named.tenure,
        relationship=named.relationship,
        authority=party.authority,
        mind=named.mind,
        ways={way: contact.value for way, contact in case.reachable(party.number).items()},
        preferences=party.preferences,
        needs=tuple(dict.fromkeys(each.need for each in asked)),
        needs_words="\n".join(filter(None, map(case.texts().get, said))),
    )


def _asked(case: Case) -> Iterator[AdjustmentAsked]:
    """Yield what its people said would make it easier: that is as true of the new complaint."""
    for each in record.read(case.session, store.stream(case.id)):
        if each.kind == kind_of(AdjustmentAsked):
            event = projections.recorded(each).event
            if isinstance(event, AdjustmentAsked):
                yield event
