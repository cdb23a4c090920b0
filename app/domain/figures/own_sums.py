"""Whether a table of our own adds up: its totals, and its years, each against what stands before it (8.1)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum

from app.domain.figures.edition_states import Place
from app.domain.figures.own_numbers import Number, is_nothing, number, spoken_total
from app.domain.figures.own_tables import OwnTable, standing
from app.domain.figures.own_typed import EVERY

QUARTER = re.compile(r"(?:q|quarter ?)([1-4])\b.*", re.IGNORECASE)
YEAR = re.compile(r"(?:the |full |whole )?year|\d{4}(?: ?(?:/|-|\u2013|to) ?\d{2,4})?", re.IGNORECASE)
NUMBERS_OF_QUARTERS = ("1", "2", "3", "4")
STAGES = ("1", "2")
STAGE = re.compile(r"stage ?([12])", re.IGNORECASE)


class Rule(Enum):
    """What a cell must be."""

    SUM = "sum"
    LAST_QUARTER = "last_quarter"
    BETWEEN = "between"
    """An average of others lies between the least and the most of them; so does a share, where it is no sum."""


@dataclass(frozen=True, slots=True)
class OwnFault:
    """A cell that is not what its rule says: `least` and `most` are the same where it must be one number."""

    title: str
    line: str
    column: str
    rule: Rule
    stands: str
    least: Decimal
    most: Decimal


def of_words(words: Mapping[Place, str]) -> tuple[OwnFault, ...]:
    """Return all that does not add up in the tables of an edition with these words."""
    return tuple(fault for own in standing(words) for fault in faults(own.table))


def faults(table: OwnTable) -> Iterator[OwnFault]:
    """Yield every total of a table that is not the sum of its parts, and every year not that of its quarters."""
    yield from _down(table)
    yield from _across(table)


def _down(table: OwnTable) -> Iterator[OwnFault]:
    """Yield where a total line is not the sum of the lines above it, or of those since the total before it."""
    since = 0
    for at, line in enumerate(table.lines):
        if not spoken_total(line[0]):
            continue
        above = [each for each in table.lines[:at] if not spoken_total(each[0]) and not _is_mean(table, each[0])]
        block = [each for each in table.lines[since:at] if each in above]
        for column in range(1, len(table.heads)):
            found = [cells for lines in (above, block) if (cells := _cells(each[column] for each in lines))]
            rule = Rule.BETWEEN if _is_mean(table, line[0], table.heads[column]) else Rule.SUM
            wrong = [_checked(table, line, column, parts, rule) for parts in found]
            if all(wrong):
                yield from (each for each in wrong[:1] if each)
        since = at + 1


def _across(table: OwnTable) -> Iterator[OwnFault]:
    """Yield where a year is not the sum of its quarters, or their last; or a total not that of the columns before."""
    quarters = _each_once(table.heads, QUARTER, NUMBERS_OF_QUARTERS)
    before = quarters or _each_once(table.heads, STAGE, STAGES)
    is_whole = _is_year if quarters else spoken_total
    after = range(max(before, default=len(table.heads)) + 1, len(table.heads))
    whole = next((column for column in after if is_whole(table.heads[column])), None)
    if whole is None:
        return
    for line in table.lines:
        rule = _rule(table, line, whole, has_quarters=bool(quarters))
        if rule is not None:
            parts = _cells(line[column] for column in (before[-1:] if rule is Rule.LAST_QUARTER else before))
            if fault := _checked(table, line, whole, parts, rule):
                yield fault


def _rule(table: OwnTable, line: Sequence[str], whole: int, *, has_quarters: bool) -> Rule | None:
    """Return what the year of a line must be; None where that of its own column says it."""
    if _is_mean(table, line[0], table.heads[whole]):
        return Rule.BETWEEN
    ends = {each.casefold() for each in table.ends} if has_quarters else set()
    if EVERY in ends or line[0].casefold() in ends:
        return Rule.LAST_QUARTER
    return None if ends and spoken_total(line[0]) else Rule.SUM


def _checked(
    table: OwnTable, line: Sequence[str], column: int, parts: Sequence[Number] | None, rule: Rule
) -> OwnFault | None:
    """Return what is wrong with a cell; None where it is right, or cannot be told from its parts."""
    stands = number(line[column])
    if stands is None or not parts or len({each.is_percent for each in (stands, *parts)}) > 1:
        return None
    values = [each.value for each in parts]
    whole, least, most = sum(values, Decimal()), min(values), max(values)
    rounded = sum((each.half for each in parts), stands.half) if stands.is_percent else Decimal()
    is_sum, is_between = abs(stands.value - whole) <= rounded, least <= stands.value <= most
    may_be_between = rule is Rule.BETWEEN or (stands.is_percent and rule is Rule.SUM)
    if (is_sum and rule is not Rule.BETWEEN) or (is_between and may_be_between):
        return None
    ends = (least, most) if rule is Rule.BETWEEN else (whole, whole)
    return OwnFault(table.title, line[0], table.heads[column], rule, line[column], *ends)


def _cells(cells: Iterable[str]) -> list[Number] | None:
    """Return the numbers of these cells; None where one of them is words."""
    some = [cell for cell in cells if not is_nothing(cell)]
    found = [each for cell in some if (each := number(cell)) is not None]
    return found if len(found) == len(some) else None


def _each_once(heads: Sequence[str], called: re.Pattern[str], wanted: tuple[str, ...]) -> list[int]:
    """Return the columns of the four quarters, or both stages, in their order; none unless each stands there once."""
    found = {column: match[1] for column, head in enumerate(heads) if (match := called.fullmatch(head))}
    return sorted(found, key=lambda column: found[column]) if tuple(sorted(found.values())) == wanted else []


def _is_year(head: str) -> bool:
    return spoken_total(head) or YEAR.fullmatch(head.rstrip(": ")) is not None


def _is_mean(table: OwnTable, *heads: str) -> bool:
    means = {each.casefold() for each in table.means}
    return EVERY in means or any(head.casefold() in means for head in heads)
