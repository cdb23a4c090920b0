"""Lists kept under a name, for oneself or for everybody: changed by who keeps them, or whoever runs the house (S2)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from sqlalchemy.orm import Session

from app.domain.deed import Deed
from app.domain.landlord.permissions import Permission, allows
from app.services import keys
from app.store.case import saved_filters as store
from app.store.case.saved_filters import SavedFilter
from app.store.landlord.staff import Member

MOST = 30
"""Lists of one person: more are a list that needs a list."""


class Place(Enum):
    """Which page a list is of."""

    WORK = "work"
    SEARCH = "search"


class TooMany(Exception):
    """Somebody keeps as many lists as one may."""


@dataclass(frozen=True, slots=True)
class Named:
    """What a list is called, and whether everybody sees it."""

    name: str
    everybody: bool = False


def of_place(session: Session, me: Member, place: Place) -> list[SavedFilter]:
    """Return the lists of a page that this member of staff sees, by name."""
    return store.of_place(session, me.id, place.value)


def keep(session: Session, me: Member, place: Place, asked: str, named: Named, deed: Deed) -> None:
    """Keep a list, once for its key; raises TooMany."""

    def act() -> keys.Answer:
        if store.count(session, me.id) >= MOST:
            raise TooMany
        return {"kept": store.add(session, me.id, place.value, named.name, asked, everybody=named.everybody)}

    keys.once(session, deed, act)


def theirs(session: Session, me: Member, number: int) -> SavedFilter | None:
    """Return a list that this member of staff may change; None where there is none."""
    saved = store.find(session, number)
    return saved if saved and may_change(saved, me) else None


def may_change(saved: SavedFilter, me: Member) -> bool:
    """Return whether a list is theirs, or everybody's and they set up the house."""
    return saved.staff == me.id or (saved.everybody and allows(me.roles, Permission.SET_LANDLORD))


def change(session: Session, me: Member, number: int, named: Named) -> bool:
    """Call a list otherwise, or show it to others; returns whether there was one that they may change."""
    if theirs(session, me, number) is None:
        return False
    store.change(session, number, named.name, everybody=named.everybody)
    return True


def remove(session: Session, me: Member, number: int) -> bool:
    """Keep a list no longer; returns whether there was one that they may change."""
    if theirs(session, me, number) is None:
        return False
    store.remove(session, number)
    return True
