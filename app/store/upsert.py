"""INSERT … ON CONFLICT, which both databases have and SQLAlchemy spells once for each."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from sqlalchemy import Executable
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from app.store.schema import Base

Insert = postgresql.Insert | sqlite.Insert


def insert_into(session: Session, row: type[Base]) -> Insert:
    """An INSERT that can say what happens `on_conflict_…`."""
    return _insert(_dialect(session), row)


def put(session: Session, row: type[Base], values: Mapping[str, Any]) -> None:
    """Write a row, in the place of the one with the same primary key if there is one."""
    session.execute(_put(_dialect(session), row, tuple(values)), dict(values))


def add_new(session: Session, row: type[Base], values: Mapping[str, Any]) -> bool:
    """Write a row, unless one like it is there already; whether it was new."""
    return session.execute(_add_new(_dialect(session), row, tuple(values)), dict(values)).first() is not None


# Made once: to put one of these together costs as much as to run it.
@cache
def _put(dialect: str, row: type[Base], names: tuple[str, ...]) -> Executable:
    insert = _insert(dialect, row)
    key = row.__table__.primary_key.columns
    changed = {name: insert.excluded[name] for name in names if name not in key}
    return insert.on_conflict_do_update(index_elements=list(key), set_=changed)


@cache
def _add_new(dialect: str, row: type[Base], names: tuple[str, ...]) -> Executable:
    key = row.__table__.primary_key.columns
    return _insert(dialect, row).on_conflict_do_nothing().returning(*key)


def _insert(dialect: str, row: type[Base]) -> Insert:
    return sqlite.insert(row.__table__) if dialect == "sqlite" else postgresql.insert(row.__table__)


def _dialect(session: Session) -> str:
    return session.get_bind().dialect.name
