"""A figure as somebody states it in words and cells: read, or refused with what is wrong beside its field (8.1)."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import NamedTuple, TypeVar

from app.domain.figures.profile import CHARACTERISTICS, groups
from app.domain.figures.statable import LABELLED, PRIOR, TARGETS, Better
from app.domain.figures.stated import Key, Statement, Subject
from app.domain.figures.stated_whys import StatedWhy
from app.domain.figures.tables import unit
from app.domain.landlord.tenures import Tsm
from app.domain.reasons import Reason
from app.domain.refused import Gap, Refused

Cell = str | date
T = TypeVar("T")

WHAT, NAME, GROUP, FROM, TO, VALUE, TOLERANCE, IN_TIME = COLUMNS = (
    "what",
    "name",
    "group",
    "from",
    "to",
    "value",
    "tolerance",
    "in_time",
)
NONE = "none"
"""Said in the place of a value, it takes back what was stated."""
LONGEST_NAME = 100
LONGEST_NUMBER = 12
NUMBER = re.compile(r"([0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.([0-9]{1,6}))?")
MONTH = re.compile(r"([0-9]{4})-([0-9]{2})(?:-01)?")
PER_CENT = "%"
POUND = "£"
NO_GROUP = {
    "age": StatedWhy.NO_GROUP_OF_AGE,
    "disabled": StatedWhy.NO_GROUP_OF_DISABLED,
    "ethnicity": StatedWhy.NO_GROUP_OF_ETHNICITY,
}
"""Why a group cannot be stated, by its characteristic: the words tell which can."""


class Asks(NamedTuple):
    """Which cells a figure must have, and which it may have."""

    needed: tuple[str, ...]
    may: tuple[str, ...] = ()


ASKS: Mapping[Subject, Asks] = {
    Subject.HOMES: Asks((NAME, FROM, VALUE)),
    Subject.TARGET: Asks((NAME, FROM, VALUE), (TOLERANCE,)),
    Subject.CONTACTS: Asks((NAME, FROM, VALUE), (IN_TIME,)),
    Subject.CUSTOMERS: Asks((NAME, GROUP, FROM, VALUE)),
    Subject.PRIOR: Asks((NAME, FROM, TO, VALUE), (GROUP,)),
}
BESIDE: Mapping[Subject, str] = {Subject.TARGET: TOLERANCE, Subject.CONTACTS: IN_TIME}
"""What stands beside a value."""


@dataclass(slots=True)
class _Line:
    """What was said of one figure, and what was found wrong with it so far."""

    cells: Mapping[str, str]
    gaps: list[Gap] = field(default_factory=list)

    def take(self, column: str, how: Callable[[str], T | Reason]) -> T | None:
        """Return what a cell says; None where nothing stands there, or what does is noted as wrong."""
        if not self.cells[column]:
            return None
        found = how(self.cells[column])
        if isinstance(found, Reason):
            self.gaps.append(Gap(found, column))
            return None
        return found


def read(said: Mapping[str, Cell], today: date) -> Statement:
    """Return the figure that is stated by column; raises Refused with all that is wrong.

    Whatever was stated can be taken back: what it may be called now is asked only of a value.
    """
    line = _Line({column: _text(said.get(column, "")) for column in COLUMNS})
    subject = next((each for each in Subject if each.value == line.cells[WHAT]), None)
    if subject is None:
        raise Refused(Gap(StatedWhy.NO_SUCH_SUBJECT, WHAT))
    asks = ASKS[subject]
    named = {WHAT, *asks.needed, *asks.may}
    line.gaps += [Gap(StatedWhy.NOT_STATED, column) for column in asks.needed if not line.cells[column]]
    line.gaps += [
        Gap(StatedWhy.NOT_OF_THIS, column) for column in COLUMNS if column not in named and line.cells[column]
    ]
    name = line.take(NAME, lambda text: _name(subject, text)) or ""
    part = line.take(GROUP, _label) or ""
    first = line.take(FROM, _month if subject is Subject.CONTACTS else _day)
    last = line.take(TO, _day) or first
    value, beside = _values(line, subject, name)
    _whole(line, subject, name, part)
    if value is not None:
        _telling(line, subject, name, part)
        if subject is Subject.CONTACTS and first is not None and first > today:
            line.gaps.append(Gap(StatedWhy.MONTH_TO_COME, FROM))
        if subject is Subject.PRIOR and last is not None and last >= today:
            line.gaps.append(Gap(StatedWhy.NOT_OVER_YET, TO))
    if first is not None and last is not None and last < first:
        line.gaps.append(Gap(StatedWhy.BEFORE_ITS_BEGINNING, TO))
    if first is None or last is None or line.gaps:
        raise Refused(*line.gaps)
    return Statement(Key(subject, name, part, first, last), value, beside)


def said(statement: Statement) -> dict[str, str]:
    """Return the cells that state this figure."""
    key = statement.key
    month = key.subject is Subject.CONTACTS
    cells = dict.fromkeys(COLUMNS, "") | {
        WHAT: key.subject.value,
        NAME: key.name,
        GROUP: key.part,
        FROM: f"{key.first:%Y-%m}" if month else key.first.isoformat(),
        TO: key.last.isoformat() if key.subject is Subject.PRIOR else "",
        VALUE: _said(key, statement.value),
    }
    if key.subject in BESIDE and statement.beside is not None:
        cells[BESIDE[key.subject]] = _said(key, statement.beside)
    return cells


def unit_of(subject: Subject, name: str) -> str:
    """Return what a figure is stated in."""
    of_a_measure = subject in (Subject.TARGET, Subject.PRIOR)
    return unit(tuple(name.split("."))) if of_a_measure else "count"


def _values(line: _Line, subject: Subject, name: str) -> tuple[Decimal | None, Decimal | None]:
    """Return a value and what stands beside it; no value where it is taken back, or what it is of is not known."""
    if not name:
        return None, None
    how = _reader(unit_of(subject, name))
    taken_back = line.cells[VALUE].lower() == NONE
    value = None if taken_back else line.take(VALUE, how)
    beside = None if taken_back or subject not in BESIDE else line.take(BESIDE[subject], how)
    if value is not None and beside is not None:
        if subject is Subject.CONTACTS and beside > value:
            line.gaps.append(Gap(StatedWhy.MORE_THAN_THERE_WERE, IN_TIME))
        if subject is Subject.TARGET and name in TARGETS:
            _tolerance(line, TARGETS[name], value, beside)
    return value, beside


def _tolerance(line: _Line, better: Better, target: Decimal, tolerance: Decimal) -> None:
    if better is Better.MORE and tolerance > target:
        line.gaps.append(Gap(StatedWhy.TOLERANCE_ABOVE_TARGET, TOLERANCE))
    if better is Better.LESS and tolerance < target:
        line.gaps.append(Gap(StatedWhy.TOLERANCE_BELOW_TARGET, TOLERANCE))


def _whole(line: _Line, subject: Subject, name: str, part: str) -> None:
    """Note where a figure of an earlier period needs a label and has none, or has one and needs none."""
    if subject is Subject.PRIOR and name in PRIOR and bool(part) is not (name in LABELLED):
        line.gaps.append(Gap(StatedWhy.NOT_OF_THIS if part else StatedWhy.NOT_STATED, GROUP))


def _telling(line: _Line, subject: Subject, name: str, part: str) -> None:
    """Note a group of customers that would stand beside nobody: of what people are asked, only its groups compare."""
    key = name.lower()
    if subject is not Subject.CUSTOMERS or key not in CHARACTERISTICS:
        return
    if name != key:
        line.gaps.append(Gap(StatedWhy.NO_SUCH_CHARACTERISTIC, NAME))
    if part and part not in groups(key):
        line.gaps.append(Gap(NO_GROUP[key], GROUP))


def _text(cell: Cell) -> str:
    return cell.isoformat() if isinstance(cell, date) else cell.strip()


def _name(subject: Subject, text: str) -> str | Reason:
    if subject is Subject.HOMES:
        return text if text in Tsm.__members__ else StatedWhy.NO_MEASURED_TENURE
    if subject is Subject.TARGET:
        return text if text in TARGETS else StatedWhy.NO_TARGET_OF_THIS
    if subject is Subject.PRIOR:
        return text if text in PRIOR else StatedWhy.NO_SUCH_MEASURE
    return _label(text)


def _label(text: str) -> str | Reason:
    return text if len(text) <= LONGEST_NAME and text.isprintable() else StatedWhy.NAME_TOO_LONG


def _day(text: str) -> date | Reason:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return StatedWhy.NOT_A_DAY


def _month(text: str) -> date | Reason:
    found = MONTH.fullmatch(text)
    day = None if found is None else _day(f"{found[1]}-{found[2]}-01")
    return day if isinstance(day, date) else StatedWhy.NOT_A_MONTH


def _reader(unit: str) -> Callable[[str], Decimal | Reason]:
    """Return what reads numbers of a unit: counts are whole, shares are written in per cent or as a fraction of 1."""
    if unit == "pence":
        return _pence
    if unit == "count":
        return _count
    return _share if unit == "fraction of 1" else _number


def _count(text: str) -> Decimal | Reason:
    number = _decimal(text, places=0)
    return StatedWhy.NOT_A_COUNT if number is None else number


def _pence(text: str) -> Decimal | Reason:
    """Read a sum: in pence, or in pounds after a pound sign."""
    if not text.startswith(POUND):
        return _count(text)
    pounds = _decimal(text.removeprefix(POUND).lstrip(), places=2)
    return StatedWhy.NOT_A_SUM if pounds is None else (pounds * 100).to_integral_value()


def _number(text: str) -> Decimal | Reason:
    number = _decimal(text.removesuffix(PER_CENT).rstrip())
    return StatedWhy.NOT_A_NUMBER if number is None else number


def _share(text: str) -> Decimal | Reason:
    number = _decimal(text.removesuffix(PER_CENT).rstrip())
    if number is None:
        return StatedWhy.NOT_A_SHARE
    share = number / 100 if text.endswith(PER_CENT) else number
    return share if share <= 1 else StatedWhy.NOT_A_SHARE


def _decimal(text: str, places: int = 6) -> Decimal | None:
    found = NUMBER.fullmatch(text)
    if found is None or len(found[1]) > LONGEST_NUMBER or len(found[2] or "") > places:
        return None
    return Decimal(text.replace(",", ""))


def _said(key: Key, value: Decimal | None) -> str:
    if value is None:
        return NONE
    if unit_of(key.subject, key.name) == "fraction of 1":
        return f"{(value * 100).normalize():f}{PER_CENT}"
    return f"{value:f}"
