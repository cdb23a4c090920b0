"""Tables for a spreadsheet: comma-separated, and with no cell that a spreadsheet would reckon."""

import csv
import io
from collections.abc import Iterable, Sequence

RECKONED = ("=", "+", "-", "@", "\t", "\r")
"""What begins a formula: somebody's own words must never become one on the desk of whoever opens the file."""
BYTE_ORDER_MARK = "\ufeff"
"""Without it one spreadsheet reads every name with an accent wrong."""


Cell = str | int | float | None
"""Words, which are never reckoned, or a number, or nothing."""


def table(heads: Sequence[str], rows: Iterable[Sequence[Cell]]) -> str:
    """Return a table as a file's text: a line of headings, then the rows."""
    written = io.StringIO()
    writer = csv.writer(written)
    writer.writerow(map(safe, heads))
    writer.writerows([safe(cell) if isinstance(cell, str) else cell for cell in row] for row in rows)
    return BYTE_ORDER_MARK + written.getvalue()


def safe(cell: str) -> str:
    """Return a cell as plain text, whatever it begins with."""
    return f"'{cell}" if cell.startswith(RECKONED) else cell


def unsafe(cell: str) -> str:
    """Return what a cell said before `safe` made it plain text."""
    return cell[1:] if cell.startswith("'") and cell[1:].startswith(RECKONED) else cell
