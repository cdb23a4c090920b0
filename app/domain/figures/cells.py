"""What one cell of a file of the past says: a day, a sum, one of a few words; or what is wrong with it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import Enum
from functools import cache, lru_cache
from typing import Any, TypeVar

from app.domain.case.survey_states import Score

Cell = str | date


class CellFault(Enum):
    """What is wrong with a cell, or with how it fits the others of its line."""

    NOTHING_THERE = "nothing_there"
    NOT_A_DAY = "not_a_day"
    OTHER_WAY_OF_DAYS = "other_way_of_days"
    DAY_TO_COME = "day_to_come"
    DAY_TOO_EARLY = "day_too_early"
    DAY_TOO_FAR = "day_too_far"
    BEFORE_IT_BEGAN = "before_it_began"
    NONE_OF_THESE = "none_of_these"
    NOT_OURS = "not_ours"
    TWO_OF_THAT_NAME = "two_of_that_name"
    NOT_A_SUM = "not_a_sum"
    TOO_LARGE_A_SUM = "too_large_a_sum"
    NO_STAGE_2 = "no_stage_2"
    NOT_OF_A_COMPLAINT = "not_of_a_complaint"
    TOLD_OF_NOTHING = "told_of_nothing"
    TOO_LONG = "too_long"
    REFERENCE_TWICE = "reference_twice"
    NO_COLUMN = "no_column"


@dataclass(frozen=True, slots=True)
class Wrong:
    """What is wrong with a cell: what stands there, and the words that may."""

    column: str
    found: str
    fault: CellFault
    wanted: tuple[str, ...] = ()


class WrongCell(ValueError):
    """A cell does not say what its column wants."""

    def __init__(self, fault: CellFault, *wanted: str) -> None:
        self.fault, self.wanted = fault, wanted
        super().__init__(fault.value)


class Days(Enum):
    """The two ways in which a file may write its days: one of them, from its first line to its last."""

    ISO = "iso"
    DAY_FIRST = "day_first"


DAY_HOURS = r"(?:[ T][0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?(?:\.0+)?)?"
"""What a spreadsheet or a database likes to add to a day, which says nothing here."""
WRITTEN = {
    Days.ISO: re.compile(r"(?P<year>[0-9]{4})-(?P<month>[0-9]{2})-(?P<day>[0-9]{2})" + DAY_HOURS),
    Days.DAY_FIRST: re.compile(r"(?P<day>[0-9]{1,2})/(?P<month>[0-9]{1,2})/(?P<year>[0-9]{4})" + DAY_HOURS),
}
SUM = re.compile(r"£? ?([0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.([0-9]{1,2}))?")
LARGEST_SUM = 1_000_000_00
"""In pence."""
SCORES = {str(5 - place): score for place, score in enumerate(Score)}
"""5 is very satisfied, 1 very dissatisfied."""


def way_of_days(cell: Cell) -> Days | None:
    """Return the way in which a day is written, None where it is no text or neither."""
    if isinstance(cell, date):
        return None
    return next((way for way, pattern in WRITTEN.items() if pattern.fullmatch(cell.strip())), None)


def day(cell: Cell, way: Days) -> date:
    """Return the day that a cell says; raises WrongCell."""
    return cell if isinstance(cell, date) else _written(cell, way)


@lru_cache(maxsize=4096)  # a file of years names the same days again and again
def _written(text: str, way: Days) -> date:
    found = WRITTEN[way].fullmatch(text.strip())
    if found is None:
        other = way_of_days(text) is not None
        raise WrongCell(CellFault.OTHER_WAY_OF_DAYS if other else CellFault.NOT_A_DAY)
    try:
        return date(int(found["year"]), int(found["month"]), int(found["day"]))
    except ValueError:
        raise WrongCell(CellFault.NOT_A_DAY) from None


def typed(cell: Cell, way: Days) -> str:
    """Return a cell as somebody would type it in a file that writes days this way."""
    if isinstance(cell, date):
        return cell.isoformat() if way is Days.ISO else f"{cell:%d/%m/%Y}"
    return cell


def pence(cell: Cell) -> int:
    """Return the pence of a sum in pounds, exactly; raises WrongCell."""
    found = SUM.fullmatch(str(cell).strip())
    if found is None:
        raise WrongCell(CellFault.NOT_A_SUM)
    pounds, rest = found.groups(default="")
    total = int(pounds.replace(",", "")) * 100 + int(rest.ljust(2, "0"))
    if total > LARGEST_SUM:
        raise WrongCell(CellFault.TOO_LARGE_A_SUM)
    return total


def score(cell: Cell) -> Score:
    """Return how satisfied somebody was, from 5 (very) to 1 or in our words; raises WrongCell."""
    text = str(cell).strip()
    if text in SCORES:
        return SCORES[text]
    return one_of(Score, text)


Member = TypeVar("Member", bound=Enum)


def one_of(words: type[Member], cell: Cell, *, but: frozenset[Member] = frozenset()) -> Member:
    """Return the one of a few words that a cell says, as it is written in the record; raises WrongCell."""
    of: Any = words
    found: Member | None = _words(of).get(str(cell).strip())
    if found is None or found in but:
        raise WrongCell(CellFault.NONE_OF_THESE, *(each.value for each in words if each not in but))
    return found


@cache
def _words(words: Any) -> dict[str, Any]:
    return {each.value: each for each in words}
