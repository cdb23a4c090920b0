"""Look for complaints that may be the one somebody is just telling us: the same name, home or words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from app.domain.case.duplicates import Likeness, same_name, same_words, since
from app.domain.case.phases import NO_COMPLAINT, Phase
from app.services.case.complaints import NewComplaint
from app.store import search
from app.store.case import wordings
from app.store.case.complaints import ComplaintRow
from app.store.landlord.staff import Member
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
    name, words = set(tokens(new.resident.name)), set(tokens(new.arrival.words))
    every = {each.case_id: each for each in (*named, *living, *newest) if Phase(each.phase) not in NO_COMPLAINT}
    told = wordings.first_words(session, every) if words else {}
    homes = {found.case_id for found in living}
    duplicates = []
    for found in every.values():
        alike = tuple(
            likeness
            for likeness, same in (
                (Likeness.NAME, same_name(name, set(tokens(found.resident or "")))),
                (Likeness.HOME, found.case_id in homes),
                (Likeness.WORDS, same_words(words, set(tokens(told.get(found.case_id, ""))))),
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
        # Found by the beginnings of words: number 1 finds number 12 too.
        yield [found for found in near if set(address) <= set(tokens(f"{found.address} {found.postcode}"))]
    else:
        yield []
    yield search.newest(session, me, ComplaintRow.id > 0, day, NEWEST) if new.arrival.words else []


def _address(postcode: str, address: str) -> list[str]:
    """Return the words of an address that tell one home from another: its postcode and first line."""
    return sought(f"{postcode} {next(iter(address.splitlines()), '')}")
