"""Forms that were sent after a sign-in had ended: kept for a day, for the person who sent them and nobody else."""

from __future__ import annotations

import json
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import update
from sqlalchemy.orm import Mapped, Session

from app.store.schema import Base, Keep, Kind, kept

A_DAY = Keep(years=0, days=1, after="it was sent", since="at")


class ParkedRow(Base, kind=Kind.WORKING):
    """One form, as it was typed. A person has one at most: a later one takes its place."""

    __tablename__ = "parked"

    owner: Mapped[str] = kept(primary_key=True, personal=None)
    address: Mapped[str] = kept(personal=A_DAY)
    fields: Mapped[str] = kept(personal=A_DAY)
    at: Mapped[datetime] = kept(index=True, personal=None)
    given_back: Mapped[bool] = kept(default=False, personal=None)


class Parked(NamedTuple):
    """Where a form was to go, what stood in it, and whether its owner has seen it since."""

    address: str
    fields: list[tuple[str, str]]
    at: datetime
    given_back: bool = False


def keep(session: Session, owner: str, parked: Parked) -> None:
    """Keep a form in the place of the one before."""
    row = session.get(ParkedRow, owner) or ParkedRow(owner=owner)
    row.address, row.fields = parked.address, json.dumps(parked.fields, ensure_ascii=False)
    row.at, row.given_back = parked.at, False
    session.add(row)


def find(session: Session, owner: str) -> Parked | None:
    """The form that waits for this person."""
    row = session.get(ParkedRow, owner)
    if row is None:
        return None
    fields = [(name, text) for name, text in json.loads(row.fields)]
    return Parked(row.address, fields, row.at, row.given_back)


def give_back(session: Session, owner: str) -> None:
    """Note that this person has seen their form again."""
    session.execute(update(ParkedRow).where(ParkedRow.owner == owner).values(given_back=True))
