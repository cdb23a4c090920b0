"""What is held about people and when it goes: read from what each column says of itself, not from a list."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Any, NamedTuple

from sqlalchemy import (
    Column,
    ColumnElement,
    CursorResult,
    Delete,
    Integer,
    Table,
    Text,
    Update,
    cast,
    delete,
    func,
    or_,
    select,
    tuple_,
    update,
)
from sqlalchemy.orm import Session

from app.domain.deed import london_day
from app.domain.landlord.retention import Keep
from app.store import ddl
from app.store.case.complaints import CaseKey, ComplaintRow, stream
from app.store.clock.duty_rows import DutyRow
from app.store.schema import Kind

BY_ACTOR = ("actor", "owner")
"""Columns that name who a row belongs to as the record does: `party:17.1`."""

LEADS_TO_NO_CASE = frozenset(
    {
        *("case_group", "common_part", "draft", "draft_file", "edition_name", "equality"),
        *("improvement_text", "landlord", "past_upload", "past_upload_fault", "staff", "tray"),
    }
)
"""Not sent or brought in yet, told without a name, of the landlord's own people, of a demo, or said to many."""


class Marked(NamedTuple):
    """A table with personal columns, and how long they are kept."""

    table: Table
    keep: Keep
    columns: tuple[Column[Any], ...]


def marked() -> list[Marked]:
    """Every table that holds something about people; one table keeps all of it equally long."""
    found = []
    for table in ddl.everything().sorted_tables:
        columns = tuple(column for column in table.columns if column.info.get("personal"))
        for keep in sorted({column.info["personal"] for column in columns}, key=str):
            its = tuple(column for column in columns if column.info["personal"] == keep)
            found.append(Marked(table, keep, its))
    return found


def passing() -> list[Marked]:
    """What goes by itself, some time after the instant that a column of its own names."""
    return [each for each in marked() if each.keep.since]


def count_over(session: Session, what: Marked, at: datetime) -> int:
    """How many rows have served their time at an instant."""
    return session.scalar(select(func.count()).select_from(what.table).where(_is_over(what, at))) or 0


def forget(session: Session, what: Marked, at: datetime, size: int) -> int:
    """Forget the next rows that have served their time at an instant, and return how many they were.

    A row of the landlord's own stays without its personal part, because the record names it by number.
    """
    is_over = _is_over(what, at)
    rows = _next(session, what.table, is_over, size)
    if not rows:
        return 0
    # Asked again in the same statement: what was used again since it was looked for stays.
    over = _among(what.table, rows) & is_over
    if what.table.info["kind"] is Kind.REFERENCE:
        return _count(session, update(what.table).where(over).values(_blank(what)))
    for child, column, key in _children(what.table):
        session.execute(delete(child).where(column.in_(select(key).where(over))))
    return _count(session, delete(what.table).where(over))


def ended_cases(session: Session, received_by: date, after: int, size: int) -> list[CaseKey]:
    """The next cases, by number, received by a day, with nothing to be done and something left to erase."""
    left = or_(*(_of_case(what, ComplaintRow.id) for what in _with_case()))
    waits = select(DutyRow.case_id).where(DutyRow.case_id == ComplaintRow.id).correlate(ComplaintRow).exists()
    cases = select(ComplaintRow.id, ComplaintRow.reference).where(
        ComplaintRow.received_on <= received_by, ComplaintRow.id > after, ~waits, left
    )
    return [CaseKey(*row) for row in session.execute(cases.order_by(ComplaintRow.id).limit(size))]


def erase_case(session: Session, case_id: int) -> None:
    """Erase what people said in a case and who they are; what the record names by number stays, empty."""
    for what in _with_case():
        its = what.table.c.case_id == case_id
        if _may_stay_empty(what):
            session.execute(update(what.table).where(its).values(_blank(what)))
        else:
            session.execute(delete(what.table).where(its))


def held_about(session: Session, case_id: int) -> Mapping[str, list[dict[str, Any]]]:
    """Every row that holds something about the people of a case, by the name of its table."""
    found: dict[str, list[dict[str, Any]]] = {}
    for table in dict.fromkeys(each.table for each in marked()):
        belongs = belongs_to(table, case_id)
        if belongs is not None:
            rows = session.execute(select(table).where(belongs).order_by(*table.primary_key.columns))
            found[table.name] = [dict(row._mapping) for row in rows]
    return found


def secret(table: str) -> set[str]:
    """The columns of a table that are shown to nobody."""
    return {column.name for column in ddl.everything().tables[table].columns if column.info.get("secret")}


def belongs_to(table: Table, case_id: int) -> ColumnElement[bool] | None:
    """The condition that a row is about a case or somebody in it; None where no row of the table is."""
    if table.name in LEADS_TO_NO_CASE:
        return None
    if "case_id" in table.c:
        return table.c.case_id == case_id
    if "stream" in table.c:
        return table.c.stream == stream(case_id)
    for name in BY_ACTOR:
        if name in table.c:
            return table.c[name].like(f"party:{case_id}.%")
    for child, column, key in _children(table):
        if "case_id" in child.c:
            return key.in_(select(column).where(child.c.case_id == case_id))
    return None


def _with_case() -> list[Marked]:
    return [each for each in marked() if each.keep.with_case]


def _is_over(what: Marked, at: datetime) -> ColumnElement[bool]:
    since = what.table.c[what.keep.since]
    if isinstance(since.type, Integer):
        last: object = what.keep.last_year(london_day(at))
    else:
        last = what.keep.last_instant(at)
    over = since <= last
    return over & _is_left(what) if what.table.info["kind"] is Kind.REFERENCE else over


def _is_left(what: Marked) -> ColumnElement[bool]:
    """The condition that something personal still stands in a row."""
    return or_(*(what.table.c[name].is_distinct_from(value) for name, value in _blank(what).items()))


def _of_case(what: Marked, case_id: Any) -> ColumnElement[bool]:
    rows = select(what.table.c.case_id).where(what.table.c.case_id == case_id).correlate(ComplaintRow.__table__)
    return (rows.where(_is_left(what)) if _may_stay_empty(what) else rows).exists()


def _may_stay_empty(what: Marked) -> bool:
    """Whether a row means anything without its personal part, and can be kept so."""
    others = [column for column in what.table.columns if not column.primary_key and column not in what.columns]
    return bool(others) and all(column.nullable or isinstance(column.type, Text) for column in what.columns)


def _blank(what: Marked) -> dict[str, Any]:
    return {column.name: _nothing(column) for column in what.columns}


def _nothing(column: Column[Any]) -> Any:
    if column.nullable:
        return None
    # No two rows may be empty alike where each is to be the only one.
    (key,) = column.table.primary_key.columns if column.unique else (None,)
    return "" if key is None else cast(key, Text)


def _next(session: Session, table: Table, condition: ColumnElement[bool], size: int) -> list[tuple[Any, ...]]:
    # Held until they are gone, so that nothing joins them meanwhile; what somebody else holds is in use.
    keys = select(*table.primary_key.columns).where(condition).limit(size).with_for_update(skip_locked=True)
    return [tuple(row) for row in session.execute(keys)]


def _among(table: Table, keys: list[tuple[Any, ...]]) -> ColumnElement[bool]:
    columns = list(table.primary_key.columns)
    return columns[0].in_([key for (key,) in keys]) if len(columns) == 1 else tuple_(*columns).in_(keys)


def _count(session: Session, statement: Update | Delete) -> int:
    """Do it, and return to how many rows."""
    done: CursorResult[Any] = session.execute(statement)  # type: ignore[assignment]
    return done.rowcount


def _children(table: Table) -> Iterator[tuple[Table, Column[Any], Column[Any]]]:
    """The tables whose rows point at rows of this one: by which column of theirs, at which of its own."""
    for other in ddl.everything().sorted_tables:
        for key in other.foreign_keys:
            if key.column.table is table:
                yield other, key.parent, key.column
