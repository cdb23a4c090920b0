"""Look for complaints that may be the one somebody is just telling us: the same name, home or words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import reduce
from operator import or_

from sqlalchemy.orm import Session

from app.domain.case.complaints import Arrival
from app.domain.case.duplicates import Likeness, same_name, same_words, since
from app.domain.case.phases import NO_COMPLAINT, Phase
from app.services.case.complaints import NewComplaint
from app.services.case.desks import Desk
from app.services.people.parties import Person
from app.store import search
from app.store.case import wordings
from app.store.case.complaints import ComplaintRow
from app.store.landlord.staff import Member
from app.store.people import parties
from app.store.search import Found
from app.words.tokens import sought, tokens

SHOWN = 10
LOOKED_AT = 50
NEWEST = 100
"""So many of the newest are compared by their words alone; all others by name or home first."""


@dataclass(frozen=True, slots=True)
class Duplicate:
    """A complaint that may be the same, and in what it is alike."""

    found: Found
    alike: tuple[Likeness, ...]


def find(session: Session, me: Member, new: NewComplaint, today: date) -> list[Duplicate]:
    """Return the complaints of the last twelve months that are like this one, the most alike first."""
    named, living, newest = _candidates(session, me, new, since(today))
    words = set(tokens(new.arrival.words))
    every = {each.case_id: each for each in (*named, *living, *newest) if Phase(each.phase) not in NO_COMPLAINT}
    told = wordings.first_words(session, every) if words else {}
    homes = {found.case_id for found in living}
    compared = [(found, told.get(case_id, ""), case_id in homes) for case_id, found in every.items()]
    return _most_alike(new, compared)


def of_case(session: Session, me: Member, case: Desk, today: date) -> list[Duplicate]:
    """Return the cases of the last twelve months that are like one we have, by name or home first: two queries."""
    whose = next(iter(parties.of_case(session, case.case_id)), None)
    if whose is None:
        return []
    complaint = case.complaint
    told = Arrival(case.said(complaint.first_words), complaint.received_on or today)
    new = NewComplaint(told, Person(name=whose.name, address=whose.address, postcode=whose.postcode))
    name, address = sought(whose.name), _address(whose.postcode, whose.address) if whose.address else []
    ways = [search.matches(session, words) for words in (name, address) if words]
    if not ways:
        return []
    found = search.with_words(session, me, reduce(or_, ways), since(today), NEWEST)
    compared = [(each, words, _lives_at(address, each)) for each, words in found if each.case_id != case.case_id]
    return _most_alike(new, compared)


def _most_alike(new: NewComplaint, compared: Iterable[tuple[Found, str, bool]]) -> list[Duplicate]:
    """Return those that are like it, the most alike first; each comes with its words, and if its home is the same."""
    name, words = set(tokens(new.resident.name)), set(tokens(new.arrival.words))
    duplicates = []
    for found, told, same_home in compared:
        alike = tuple(
            likeness
            for likeness, same in (
                (Likeness.NAME, same_name(name, set(tokens(found.resident or "")))),
                (Likeness.HOME, same_home),
                (Likeness.WORDS, same_words(words, set(tokens(told)))),
            )
            if same
        )
        if alike:
            duplicates.append(Duplicate(found, alike))
    return sorted(duplicates, key=lambda each: (-len(each.alike), -each.found.case_id))[:SHOWN]


def _candidates(session: Session, me: Member, new: NewComplaint, day: date) -> Iterator[list[Found]]:
    name, home = sought(new.resident.name), new.arrival.home
    address = _address(new.resident.postcode, new.resident.address)
    yield search.newest(session, me, search.matches(session, name), day, LOOKED_AT) if name else []
    if home is not None:
        yield search.newest(session, me, ComplaintRow.home == home, day, LOOKED_AT)
    elif new.resident.address and address:
        near = search.newest(session, me, search.matches(session, address), day, LOOKED_AT)
        yield [found for found in near if _lives_at(address, found)]
    else:
        yield []
    yield search.newest(session, me, ComplaintRow.id > 0, day, NEWEST) if new.arrival.words else []


def _lives_at(address: list[str], found: Found) -> bool:
    """Return whether one that was found by the beginnings of words lives there: number 1 finds number 12 too."""
    return bool(address) and set(address) <= set(tokens(f"{found.address} {found.postcode}"))


def _address(postcode: str, address: str) -> list[str]:
    """Return the words of an address that tell one home from another: its postcode and first line."""
    return sought(f"{postcode} {next(iter(address.splitlines()), '')}")
