"""A list given away as a file for a spreadsheet, and any other file to be kept under a name of ours."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from flask import make_response
from werkzeug import Response

from app.adapters import sheets, spreadsheets
from app.adapters.sheets import Cell
from app.domain.deed import london_day
from app.now import now

KINDS = {"csv": "text/csv", "xlsx": spreadsheets.XLSX, "ods": spreadsheets.ODS}


def spreadsheet(name: str, heads: Iterable[object], rows: Iterable[Iterable[object]]) -> Response:
    """Answer with a file that is named after the list and the day; no cell of it is taken for a formula."""
    cells = ([str(cell) for cell in row] for row in rows)
    return sent_as("csv", f"{name}-{london_day(now())}", [str(head) for head in heads], cells)


def sent_as(kind: str, name: str, heads: Sequence[str], rows: Iterable[Sequence[Cell]]) -> Response:
    """Answer with a file of a kind: numbers are numbers in it, and words are never a formula."""
    return sent(_written(kind, name, heads, rows), KINDS[kind], f"{name}.{kind}")


def sent(file: str | bytes, mimetype: str, name: str) -> Response:
    """Answer with a file to be kept, under a name of ours."""
    response = make_response(file)
    response.mimetype = mimetype
    response.headers["Content-Disposition"] = f"attachment; filename={name}"
    return response


def _written(kind: str, name: str, heads: Sequence[str], rows: Iterable[Sequence[Cell]]) -> str | bytes:
    if kind == "csv":
        return sheets.table(heads, rows)
    return spreadsheets.xlsx(name, heads, rows) if kind == "xlsx" else spreadsheets.ods(name, heads, rows)
