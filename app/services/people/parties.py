"""Let a person take part in a case: what they are called, how they may be reached, what would make it easier."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from app.domain.people import adjustments
from app.domain.people.adjustments import Need
from app.domain.people.contacts import ContactGiven
from app.domain.people.parties import Authority, PartyJoined, PreferencesSet, Role, needs_confirming
from app.domain.people.preferences import Preferences, Way, gaps
from app.domain.refused import refuse_if
from app.services.case.histories import Case
from app.store.people.parties import Party

CONFIRM_WITHIN = 5
"""Working days in which the resident is asked whether somebody may speak for them: our own promise."""


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who takes part, as they told us. No name: they do not want to give it."""

    role: Role = Role.RESIDENT
    name: str = ""
    address: str = ""
    postcode: str = ""
    tenure: str = ""
    relationship: str = ""
    authority: Authority | None = None
    mind: str = ""
    ways: Mapping[Way, str] = field(default_factory=dict)
    preferences: Preferences | None = None
    needs: tuple[Need, ...] = ()
    needs_words: str = ""


def join(case: Case, person: Person) -> int:
    """Let a person take part and return their number; raises Refused for ways that are not safe (3.1, 3.6, 5.10)."""
    number = len(case.complaint.parties) + 1
    by = case.terms.in_working_days(case.deed.on, CONFIRM_WITHIN)
    confirm_by = by if needs_confirming(person.authority) else None
    case.keep_person(_party(case, number, person))
    case.add(PartyJoined(number, person.role, bool(person.name.strip()), person.authority, confirm_by))
    for way, value in person.ways.items():
        _give(case, number, way, value)
    if person.preferences is not None:
        refuse_if(gaps(person.preferences))
        case.add(PreferencesSet(number, person.preferences))
    if person.needs:
        asked = adjustments.ask(
            case.complaint,
            number,
            person.needs,
            person.needs_words,
            terms=case.terms,
            deed=case.deed,
            write=case.write,
        )
        case.add(*asked)
    return number


def _party(case: Case, number: int, person: Person) -> Party:
    return Party(
        case.id,
        number,
        person.role.value,
        person.name.strip(),
        person.address.strip(),
        person.postcode.strip().upper(),
        person.tenure,
        person.relationship.strip(),
        person.mind.strip(),
        case.deed.on,
    )


def _give(case: Case, party: int, way: Way, value: str) -> None:
    number = case.keep_contact(party, way, value.strip())
    case.add(ContactGiven(party, number, way, usable=True))
