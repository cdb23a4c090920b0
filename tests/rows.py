"""Rows with something in every column, whatever the table is."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import Boolean, Column, Date, LargeBinary, Table, Text, insert
from sqlalchemy.orm import Session

from app.store.people.sessions import SessionCaseRow
from app.store.schema import Instant

AT = datetime(2026, 11, 23, 12, tzinfo=UTC)
OWN = {"stream": "complaint:%s", "actor": "party:%s.1", "owner": "party:%s.1"}


def fill(session: Session, table: Table, number: int, **known: object) -> None:
    """Keep one row with something in every column, told apart by a number; what is known stands as it is."""
    row = {column.name: anything(column, number) for column in table.columns if not column.foreign_keys}
    session.execute(insert(table), row | known)
    if table.name == "session":
        session.execute(insert(SessionCaseRow), {"session_id": number, "case_id": number, "party": 1})


def anything(column: Column[Any], number: int) -> Any:
    if column.name in OWN:
        return OWN[column.name] % number
    if isinstance(column.type, LargeBinary):
        return f"{column}{number}".encode()
    if isinstance(column.type, Text):
        return f"{column}{number}"
    values = ((Boolean, True), (Date, date(2026, 11, 23)), (Instant, AT))
    return next((value for kind, value in values if isinstance(column.type, kind)), number)
