"""A list given away as a file for a spreadsheet."""

from __future__ import annotations

from collections.abc import Iterable

from flask import make_response
from werkzeug import Response

from app.adapters import sheets
from app.domain.deed import london_day
from app.now import now


def spreadsheet(name: str, heads: Iterable[object], rows: Iterable[Iterable[object]]) -> Response:
    """Answer with a file that is named after the list and the day; no cell of it is taken for a formula."""
    table = sheets.table([str(head) for head in heads], ([str(cell) for cell in row] for row in rows))
    response = make_response(table)
    response.mimetype = "text/csv"
    response.headers["Content-Disposition"] = f"attachment; filename={name}-{london_day(now())}.csv"
    return response
