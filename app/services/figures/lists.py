"""The complaints behind a figure: those that whoever asks may see, and how many it counts in all (8.1)."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy.orm import Session

from app.services.figures.reports import naming
from app.services.landlord import landlord
from app.store.figures import lists
from app.store.figures.lists import CaseLine, Sought
from app.store.landlord.staff import Member
from app.store.pages import Page, Place


@dataclass(frozen=True, slots=True)
class Behind:
    """A page of the complaints behind a figure, and what the figure says."""

    page: Page[CaseLine]
    counted: int


def behind(session: Session, member: Member, sought: Sought, place: Place) -> Behind:
    """Return a page of the complaints that a figure counts and this member of staff may see, and the figure."""
    return Behind(lists.lines(session, member, sought, place), lists.count(session, sought))


def keys(session: Session, dimension: str, label: str | None, language: str) -> Collection[str | None]:
    """Return the keys that stand under a label today; the one of what is unknown under none."""
    if label is None:
        return (None,)
    named = naming(landlord.current(session), language).labels[dimension]
    return [key for key, name in named.items() if name == label] or [label]
