"""What is stated of one kind as its page lists it: in groups that open one by one, each of a time (8.1)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from flask_babel import gettext

from app.domain.deed import Actor, london_day
from app.domain.figures.periods import Period
from app.domain.figures.statable import PRIOR, TARGETS
from app.domain.figures.stated import Key, Subject
from app.store.figures.stated import Stated
from app.web.languages import language
from app.words.dates import month, short_with_year
from app.words.figures.periods import called as period_called
from app.words.figures.statable import called, group_called, homes_called, value_said

STAGES = {"stages.1": "1", "stages.2": "2"}


class Line(NamedTuple):
    """A figure that is stated, said; `beside` is its tolerance, or how many were answered in time."""

    name: str
    value: str
    beside: str
    on: str
    by: str


class Group(NamedTuple):
    """What was stated of one time, or of one stage of it."""

    title: str
    lines: list[Line]


def grouped(stated: Iterable[Stated], names: dict[int, str]) -> list[Group]:
    """Return what is stated, the latest time first; `names` are those of the staff."""
    found: dict[str, list[Line]] = {}
    for each in sorted(stated, key=_order):
        found.setdefault(_title(each.statement.key), []).append(_line(each, names))
    return [Group(*each) for each in found.items()]


def _order(each: Stated) -> tuple[int, int, str, str]:
    """Return the place of a figure: the latest first, and of one time those of a stage together."""
    key = each.statement.key
    return -key.first.toordinal(), -key.last.toordinal(), key.name, key.part


def _title(key: Key) -> str:
    if key.subject is Subject.CONTACTS:
        return month(key.first, language())
    if key.subject is Subject.TARGET:
        return gettext("From %(day)s on", day=short_with_year(key.first, language()))
    if key.subject is not Subject.PRIOR:
        return short_with_year(key.first, language())
    when = period_called(Period(key.first, key.last), language())
    of = next((stage for group, stage in STAGES.items() if key.name.startswith(f"{group}.")), None)
    return gettext("%(when)s, Stage %(stage)s", when=when, stage=of) if of else when


def _line(each: Stated, names: dict[int, str]) -> Line:
    key, statement = each.statement.key, each.statement
    said = [
        "" if value is None else value_said(key, value, language()) for value in (statement.value, statement.beside)
    ]
    on = short_with_year(london_day(each.at), language())
    return Line(_name(key), said[0], said[1], on, names.get(Actor.parse(each.by).staff_id or 0, "–"))


def _name(key: Key) -> str:
    if key.subject is Subject.HOMES:
        return homes_called(key.name, language())
    if key.subject is Subject.CUSTOMERS:
        return group_called(key.name, key.part, language())
    name = called(key.name, language()) if key.name in TARGETS or key.name in PRIOR else key.name
    return f"{name}: {key.part}" if key.part else name
