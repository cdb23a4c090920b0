"""A page of a list that goes on from a row: as fast at the end of a long list as at its beginning."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, NamedTuple, TypeVar

from sqlalchemy import ColumnElement, Select, literal, tuple_
from sqlalchemy.orm import InstrumentedAttribute, Session

Column = ColumnElement[Any] | InstrumentedAttribute[Any]
Line = TypeVar("Line", bound=tuple[Any, ...])

Key = tuple[Any, ...]
"""Where a row stands in its list: the values of the columns that it is sorted by."""
LINES = 25


class Place(NamedTuple):
    """Where a page begins: after one row, or so that it ends before one; neither: at the list's beginning."""

    after: Key | None = None
    before: Key | None = None


START = Place()


@dataclass(frozen=True, slots=True)
class Page(Generic[Line]):
    """Some lines of a list, the key that an earlier page ends before, and the one that a later page follows."""

    lines: tuple[Line, ...]
    previous: Key | None = None
    next: Key | None = None


def page(
    session: Session,
    rows: Select[*tuple[Any, ...]],
    key: Sequence[Column],
    shape: Callable[..., Line],
    place: Place = START,
    *,
    newest_first: bool = False,
) -> Page[Line]:
    """The page of `rows` at this place, in the order of `key`, whose columns the rows begin with."""
    if place.before is not None:
        found = _lines(session, rows, key, shape, place.before, newest_first=not newest_first)
        if len(found) <= LINES:
            return page(session, rows, key, shape, newest_first=newest_first)
        shown = found[LINES - 1 :: -1]
        return Page(shown, shown[0][: len(key)], shown[-1][: len(key)])
    found = _lines(session, rows, key, shape, place.after, newest_first=newest_first)
    shown = found[:LINES]
    previous = shown[0][: len(key)] if shown and place.after is not None else None
    return Page(shown, previous, shown[-1][: len(key)] if len(found) > LINES else None)


def _lines(
    session: Session,
    rows: Select[*tuple[Any, ...]],
    key: Sequence[Column],
    shape: Callable[..., Line],
    beyond: Key | None,
    *,
    newest_first: bool,
) -> tuple[Line, ...]:
    if beyond is not None:
        here = tuple_(*key)
        there = tuple_(*(literal(value, column.type) for value, column in zip(beyond, key, strict=True)))
        rows = rows.where(here < there if newest_first else here > there)
    order = [column.desc() if newest_first else column for column in key]
    return tuple(shape(*row) for row in session.execute(rows.order_by(*order).limit(LINES + 1)))
