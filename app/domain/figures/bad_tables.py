"""Why a whole file cannot be brought in, whatever its lines say."""

from __future__ import annotations

from enum import Enum


class TableFault(Enum):
    """What is wrong with a file as a table."""

    NOT_A_TABLE = "not_a_table"
    NOT_TEXT = "not_text"
    BROKEN_LINE = "broken_line"
    TOO_WIDE = "too_wide"
    NO_HEADING = "no_heading"
    UNKNOWN_COLUMN = "unknown_column"
    COLUMN_TWICE = "column_twice"
    COLUMN_MISSING = "column_missing"
    TOO_MANY_LABELS = "too_many_labels"


class BadTable(ValueError):
    """Nothing of this file can be brought in; `found` is the column or the line it is about.

    `before` is what else is wrong with it, found first.
    """

    def __init__(self, fault: TableFault, found: str = "", before: tuple[BadTable, ...] = ()) -> None:
        self.fault, self.found, self.before = fault, found, before
        super().__init__(f"{fault.value} {found}".strip())
