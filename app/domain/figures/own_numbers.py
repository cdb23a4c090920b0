"""Numbers in what somebody typed into a table: which cells are some, and what they come to."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

MINUS, EN_DASH, EM_DASH = "\u2212", "\u2013", "\u2014"
NUMBER = re.compile(
    rf"(?P<sign>[+{MINUS}{EN_DASH}-]?)(?P<money>£?)(?P<digits>\d{{1,3}}(?:,\d{{3}})+|\d{{1,15}})(?P<rest>\.\d{{1,9}})?"
    r" ?(?P<percent>%?)",
    re.ASCII,
)
NOTHING = frozenset({"", "-", EN_DASH, EM_DASH, "n/a", "nil"})
"""What stands in a column of numbers where there is none."""
TOTALS = frozenset({"total", "totals", "all", "grand total"})


@dataclass(frozen=True, slots=True)
class Number:
    """A number as it was typed."""

    value: Decimal
    is_percent: bool = False
    is_money: bool = False

    @property
    def plain(self) -> int | float:
        """Return it as a cell of a spreadsheet holds it."""
        return int(self.value) if self.value == self.value.to_integral_value() else float(self.value)

    @property
    def unit(self) -> str:
        """Return what it is counted in, as a file of figures says it."""
        if self.is_percent:
            return "per cent"
        return "pounds" if self.is_money else "number"

    @property
    def half(self) -> Decimal:
        """Return by how much rounding may have moved it: half of its last place."""
        places = self.value.as_tuple().exponent
        return Decimal(5).scaleb(int(places) - 1)


def number(cell: str) -> Number | None:
    """Return the number that a cell is, None for words or nothing."""
    found = NUMBER.fullmatch(cell)
    if found is None:
        return None
    value = Decimal(found["digits"].replace(",", "") + (found["rest"] or ""))
    return Number(-value if found["sign"] not in ("", "+") else value, bool(found["percent"]), bool(found["money"]))


def is_nothing(cell: str) -> bool:
    """Return whether a cell says that there is no number."""
    return cell.casefold() in NOTHING


def spoken_total(head: str) -> bool:
    """Return whether a line or a column of this head is the sum of others."""
    return head.casefold().rstrip(": ") in TOTALS


def numeric_columns(lines: Sequence[Sequence[str]]) -> list[bool]:
    """Return for each column whether all that stands in it is numbers."""
    columns = zip(*lines, strict=True)
    return [
        any(number(cell) for cell in column) and all(number(cell) or is_nothing(cell) for cell in column)
        for column in map(tuple, columns)
    ]
