"""The one row that holds what the landlord says of itself."""

from __future__ import annotations

import json
from datetime import datetime
from functools import lru_cache
from typing import NamedTuple

from sqlalchemy import LargeBinary, event, func, select
from sqlalchemy.orm import Mapped, Session, SessionTransaction

from app.domain.landlord.landlord import Landlord
from app.domain.record import canonical, read
from app.store.schema import Base, Keep, Kind, kept

THE_ONE = 1
_HOLD = select(func.pg_advisory_xact_lock(20260401))
"""Any number, so long as nothing else is locked by it."""
NAMES_OF_STAFF = Keep(0, "the landlord has replaced them")

_DEFAULTS = json.loads(canonical(Landlord()))
"""What a setting is where a row older than the setting says nothing."""


class LandlordRow(Base, kind=Kind.REFERENCE):
    """The settings as JSON: read whole, and checked by the domain each time they are written."""

    __tablename__ = "landlord"

    id: Mapped[int] = kept(primary_key=True, autoincrement=False, personal=None)
    settings: Mapped[str] = kept(personal=NAMES_OF_STAFF)
    logo: Mapped[bytes | None] = kept(LargeBinary, personal=None)
    logo_type: Mapped[str | None] = kept(personal=None)
    changed_at: Mapped[datetime] = kept(personal=None)


_SETTINGS = select(LandlordRow.__table__.c.settings).where(LandlordRow.__table__.c.id == THE_ONE)


# Asked for by every letter: found again by what the table holds, so that it is never stale.
@lru_cache(maxsize=4)
def _landlord(settings: str) -> Landlord:
    return read(Landlord, canonical(_DEFAULTS | json.loads(settings)))


@event.listens_for(Session, "after_transaction_end")
def _forget(session: Session, transaction: SessionTransaction) -> None:
    """Remember nothing beyond a transaction or a savepoint; a flush, which is neither, changes no row of others."""
    if transaction.parent is None or transaction.nested:
        session.info.pop(_SETTINGS, None)


class Logo(NamedTuple):
    """A picture as it is served."""

    content: bytes
    type: str


def find(session: Session) -> Landlord | None:
    """What the landlord says of itself, or None before it was first set; asked once in a transaction."""
    if _SETTINGS not in session.info:
        session.info[_SETTINGS] = session.execute(_SETTINGS).scalar_one_or_none()
    text = session.info[_SETTINGS]
    return None if text is None else _landlord(text)


def hold(session: Session) -> None:
    """Let nobody else change the landlord's own affairs before this transaction is over; what was read is forgotten.

    SQLite has one writer at a time anyway.
    """
    session.info.pop(_SETTINGS, None)
    if session.get_bind().dialect.name == "postgresql":
        session.execute(_HOLD)


def keep(session: Session, landlord: Landlord, at: datetime) -> None:
    """Put these settings in the place of those before."""
    session.info.pop(_SETTINGS, None)
    if row := session.get(LandlordRow, THE_ONE):
        row.settings, row.changed_at = canonical(landlord), at
    else:
        session.add(LandlordRow(id=THE_ONE, settings=canonical(landlord), changed_at=at))


def logo(session: Session) -> Logo | None:
    """The landlord's picture, if it has given one."""
    row = session.execute(select(LandlordRow.logo, LandlordRow.logo_type).filter_by(id=THE_ONE)).one_or_none()
    if row is None or row.logo is None or row.logo_type is None:
        return None
    return Logo(row.logo, row.logo_type)


def keep_logo(session: Session, picture: Logo | None, at: datetime) -> None:
    """Put this picture, or none, in the place of the one before. The settings must have been kept."""
    row = session.get_one(LandlordRow, THE_ONE)
    row.logo, row.logo_type = (picture.content, picture.type) if picture else (None, None)
    row.changed_at = at
