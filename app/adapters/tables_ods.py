"""The first sheet of an .ods file, a line at a time."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from datetime import date
from typing import Any
from xml.etree.ElementTree import Element

from app.adapters.markup import attribute, called, elements, in_place, number

CONTENT = "content.xml"
CELLS = ("table-cell", "covered-table-cell")
NUMBERS = ("float", "currency", "percentage")


def lines(archive: zipfile.ZipFile) -> Iterator[tuple[int, list[Any]]]:
    """Yield the lines of the first sheet, days as days; raises BadTable."""
    line = 0
    for row in elements(archive, CONTENT, "table-row", "table"):
        cells, times = _cells(row), _times(row, "number-rows-repeated")
        for each in range(times if cells else 0):  # alike lines are kept once, the empty end of a sheet too
            yield line + each + 1, list(cells)
        line += times


def _cells(row: Element) -> list[Any]:
    cells: list[Any] = []
    column = 0
    for each in row:
        if called(each) not in CELLS:
            continue
        times, cell = _times(each, "number-columns-repeated"), _cell(each)
        for place in range(column, column + times if cell != "" else column):
            in_place(cells, place, cell)
        column += times
    return cells


def _cell(element: Element) -> str | date:
    kind = attribute(element, "value-type")
    if kind == "date":
        return _day(attribute(element, "date-value") or "")
    if kind in NUMBERS:
        return number(attribute(element, "value") or "")
    return "\n".join(_said(each) for each in element if called(each) == "p")


def _said(element: Element) -> str:
    """Return the text of a paragraph; more than one blank is written as an element."""
    said = [element.text or ""]
    for each in element:
        blanks = " " * _times(each, "c") if called(each) == "s" else ""
        said += [blanks or _said(each), each.tail or ""]
    return "".join(said)


def _day(text: str) -> str | date:
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return text


def _times(element: Element, name: str) -> int:
    text = attribute(element, name) or ""
    return int(text) if text.isascii() and text.isdigit() else 1
