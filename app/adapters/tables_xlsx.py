"""The first sheet of an .xlsx file, a line at a time; its shared texts lie on the disk meanwhile."""

from __future__ import annotations

import re
import zipfile
from array import array
from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache
from tempfile import TemporaryFile
from typing import Any, NamedTuple
from xml.etree.ElementTree import Element

from app.adapters.markup import attribute, called, elements, in_place, number
from app.domain.figures.bad_tables import BadTable, TableFault

WORKBOOK = "xl/workbook.xml"
RELATIONS = "xl/_rels/workbook.xml.rels"
STYLES = "xl/styles.xml"
TEXTS = "xl/sharedStrings.xml"

DATES = frozenset({*range(14, 18), 22, *range(27, 37), *range(50, 59)})
"""The formats of days that every spreadsheet has by number."""
NOT_OF_THE_FORMAT = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.|_.')
SAYS_A_DAY = re.compile(r"[dy]", re.IGNORECASE)
DAY_0, DAY_0_OF_A_MAC = date(1899, 12, 30), date(1904, 1, 1)
LAST_DAY = (date.max - DAY_0).days - 1


class _Sheet(NamedTuple):
    """What must be known to read the cells of a sheet."""

    name: str
    texts: _Texts
    days: frozenset[int]
    day_0: date


class _Texts:
    """The texts that cells name by number, kept on the disk."""

    def __init__(self) -> None:
        self.file = TemporaryFile()  # noqa: SIM115 - closed with the sheet that is read
        self.ends = array("Q", [0])
        self.text = lru_cache(10_000)(self._text)

    def add(self, text: str) -> None:
        self.ends.append(self.ends[-1] + self.file.write(text.encode()))

    def _text(self, place: int) -> str:
        if not 0 <= place < len(self.ends) - 1:
            raise BadTable(TableFault.NOT_A_TABLE)
        self.file.seek(self.ends[place])
        return self.file.read(self.ends[place + 1] - self.ends[place]).decode()


def lines(archive: zipfile.ZipFile) -> Iterator[tuple[int, list[Any]]]:
    """Yield the lines of the first sheet, days as days; raises BadTable."""
    sheet = _first_sheet(archive)
    line = 0
    with sheet.texts.file:
        for row in elements(archive, sheet.name, "row", "sheetData"):
            line = _whole(row.get("r", ""), line + 1)
            yield line, _cells(row, sheet)


def _first_sheet(archive: zipfile.ZipFile) -> _Sheet:
    first = next(elements(archive, WORKBOOK, "sheet"), None)
    dated = next((each for each in elements(archive, WORKBOOK, "workbookPr")), None)
    on_a_mac = dated is not None and dated.get("date1904") in ("1", "true")
    wanted = None if first is None else attribute(first, "id")
    for each in elements(archive, RELATIONS, "Relationship"):
        if each.get("Id") == wanted:
            target = each.get("Target", "")
            name = target.removeprefix("/") if target.startswith("/") else f"xl/{target}"
            return _Sheet(name, _texts(archive), _day_styles(archive), DAY_0_OF_A_MAC if on_a_mac else DAY_0)
    raise BadTable(TableFault.NOT_A_TABLE)


def _texts(archive: zipfile.ZipFile) -> _Texts:
    texts = _Texts()
    if TEXTS in archive.namelist():
        for each in elements(archive, TEXTS, "si"):
            texts.add(_said(each))
    return texts


def _said(element: Element) -> str:
    """Return a text of one or more pieces, without how it is to be pronounced."""
    pieces = [each for part in element if called(part) in ("t", "r") for each in part.iter() if called(each) == "t"]
    return "".join(each.text or "" for each in pieces)


def _day_styles(archive: zipfile.ZipFile) -> frozenset[int]:
    """Return the numbers of the styles that show a number as a day."""
    if STYLES not in archive.namelist():
        return frozenset()
    formats = {
        _whole(each.get("numFmtId", ""), 0)
        for each in elements(archive, STYLES, "numFmt")
        if SAYS_A_DAY.search(NOT_OF_THE_FORMAT.sub("", each.get("formatCode", "")))
    }
    styles = next(elements(archive, STYLES, "cellXfs"), None)
    shown = [] if styles is None else [_whole(each.get("numFmtId", ""), 0) for each in styles]
    return frozenset(place for place, shown_as in enumerate(shown) if shown_as in DATES | formats)


def _cells(row: Element, sheet: _Sheet) -> list[Any]:
    cells: list[Any] = []
    for each in row:
        place = each.get("r", "")
        column = _column(place) if place else len(cells)
        if (cell := _cell(each, sheet)) != "":
            in_place(cells, column, cell)
    return cells


def _cell(element: Element, sheet: _Sheet) -> str | date:
    kind = element.get("t", "n")
    if kind == "inlineStr":
        return "".join(_said(each) for each in element if called(each) == "is")
    text = next((each.text or "" for each in element if called(each) == "v"), "")
    if not text or kind in ("str", "e"):
        return text
    if kind == "s":
        return sheet.texts.text(_whole(text, -1))
    if kind == "d":
        return _day(text)
    if kind == "b":
        return "TRUE" if text == "1" else "FALSE"
    return _counted(text, sheet.day_0) if _whole(element.get("s", ""), -1) in sheet.days else number(text)


def _counted(text: str, day_0: date) -> str | date:
    """Return the day that a number of days stands for; the hours after it are dropped."""
    try:
        days = int(float(text))
    except (ValueError, OverflowError):
        return text
    return day_0 + timedelta(days=days) if 0 < days < LAST_DAY - (DAY_0_OF_A_MAC - DAY_0).days else text


def _day(text: str) -> str | date:
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return text


def _column(place: str) -> int:
    """Return the column of a cell: A1 is in 0, AB7 in 27."""
    column = 0
    for letter in place.rstrip("0123456789"):
        column = column * 26 + ord(letter.upper()) - ord("A") + 1
    return column - 1


def _whole(text: str, otherwise: int) -> int:
    return int(text) if text.isascii() and text.isdigit() else otherwise
