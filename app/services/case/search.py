"""Find a case by its reference, or by the beginnings of names, addresses and postcodes."""

from __future__ import annotations

from sqlalchemy.orm import Session

from app.domain.people.homes import postcode
from app.services.case import references
from app.store import search
from app.store.landlord.staff import Member
from app.store.pages import Page, Place
from app.store.search import Found
from app.words import tokens

SHORTEST = 2
LONGEST = 100


def find(session: Session, me: Member, typed: str, place: Place) -> Page[Found]:
    """Return a page of the cases found, the newest first; a whole reference finds its case and no other."""
    reference = references.typed(typed)
    case = search.case(session, me, reference) if reference else None
    return Page((case,)) if case else search.cases(session, me, sought(typed), place)


def sought(typed: str) -> list[str]:
    """Return the words to look for; a postcode typed in one is looked for in its two halves, as it is kept."""
    found: list[str] = []
    for token in tokens.sought(typed):
        found += tokens.sought(postcode(token) or token)
    return found


def is_enough(typed: str) -> bool:
    """Return whether there is something to look for: two letters or numbers at least."""
    return sum(map(len, tokens.sought(typed))) >= SHORTEST
