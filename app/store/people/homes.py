"""Rows of the landlord's homes."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable
from typing import NamedTuple

from sqlalchemy import select, update
from sqlalchemy.orm import Mapped, Session

from app.domain.people.homes import Listed
from app.store.schema import Base, Exact, Kind, kept
from app.store.upsert import insert_into

SLICE = 500
"""Rows a statement: SQLite takes some thousands of values at once, and five belong to a row."""


class HomeRow(Base, kind=Kind.REFERENCE):
    """A home as the landlord lists it. One that leaves the list stays, for complaints name it."""

    __tablename__ = "home"

    id: Mapped[int] = kept(primary_key=True, personal=None)
    reference: Mapped[str] = kept(Exact, unique=True, personal=None)
    address: Mapped[str] = kept(personal=None)
    postcode: Mapped[str] = kept(Exact, index=True, personal=None)
    neighbourhood: Mapped[str | None] = kept(personal=None)
    tenure: Mapped[str | None] = kept(personal=None)


class Home(NamedTuple):
    """A home, to choose from or to write on a letter."""

    id: int
    reference: str
    address: str
    postcode: str
    neighbourhood: str | None
    tenure: str | None


_HOME = select(*(getattr(HomeRow, name) for name in Home._fields))


def find(session: Session, home_id: int) -> Home | None:
    """The home with this number."""
    row = session.execute(_HOME.where(HomeRow.id == home_id)).one_or_none()
    return Home(*row) if row else None


def at_postcode(session: Session, postcode: str) -> list[Home]:
    """The homes at a postcode, in the order in which people count doors: 2 before 10."""
    rows = session.execute(_HOME.where(HomeRow.postcode == postcode).order_by(HomeRow.id))
    return sorted((Home(*row) for row in rows), key=_as_counted)


def all_by_reference(session: Session) -> dict[str, Listed]:
    """Every home as it was listed last, by its reference."""
    rows = session.execute(_HOME)
    return {row.reference: Listed(*row[1:]) for row in rows}


def add(session: Session, homes: Iterable[Listed]) -> None:
    """Keep homes that were not listed before."""
    rows = [_values(home) for home in homes]
    for start in range(0, len(rows), SLICE):
        session.execute(insert_into(session, HomeRow).values(rows[start : start + SLICE]))


def change(session: Session, home: Listed) -> None:
    """Keep what a list now says of a home."""
    session.execute(update(HomeRow).where(HomeRow.reference == home.reference).values(_values(home)))


def _as_counted(home: Home) -> list[tuple[int, str]]:
    """Return the address in parts that sort numbers as numbers, and words as words after them."""
    parts = re.findall(r"[0-9]+|[^0-9]+", home.address.casefold())
    return [(int(part), "") if part.isdecimal() else (sys.maxsize, part) for part in parts]


def _values(home: Listed) -> dict[str, str | None]:
    return {
        "reference": home.reference,
        "address": home.address,
        "postcode": home.postcode,
        "neighbourhood": home.neighbourhood,
        "tenure": home.tenure,
    }
