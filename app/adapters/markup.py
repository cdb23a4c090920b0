"""The markup within a spreadsheet's file, an element at a time: what was read is let go at once."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from xml.etree.ElementTree import Element, ParseError, iterparse

from app.domain.figures.bad_tables import BadTable, TableFault

MOST_COLUMNS = 500
"""No table of complaints is wider; a spreadsheet's empty cells go on for thousands."""


def elements(archive: zipfile.ZipFile, name: str, wanted: str, within: str = "") -> Iterator[Element]:
    """Yield each whole element of this name, in the first element called `within`; raises BadTable."""
    around: list[Element] = []
    try:
        with archive.open(name) as file:
            for event, element in iterparse(file, ("start", "end")):  # noqa: S314
                if event == "start":
                    around.append(element)
                    continue
                around.pop()
                if called(element) == wanted:
                    yield element
                    around[-1].clear()  # else its emptied children would be kept to the end
                elif within and called(element) == within:
                    return
    except (ParseError, KeyError, zipfile.BadZipFile) as error:
        raise BadTable(TableFault.NOT_A_TABLE) from error


def called(element: Element) -> str:
    """Return the name of an element without its namespace, of which there are two for the same."""
    return element.tag.rpartition("}")[2]


def attribute(element: Element, name: str) -> str | None:
    """Return an attribute by its name without its namespace."""
    return next((value for key, value in element.attrib.items() if key.rpartition("}")[2] == name), None)


def number(text: str) -> str:
    """Return a number as somebody would type it: spreadsheets write 12 as 12.0, and 0.1 in seventeen digits."""
    try:
        value = float(text)
    except ValueError:
        return text
    return str(int(value)) if value.is_integer() else repr(value)


def in_place(cells: list[object], column: int, cell: object) -> None:
    """Put a cell into its column; empty ones before it are filled up. Raises BadTable for one too far right."""
    if column >= MOST_COLUMNS:
        raise BadTable(TableFault.TOO_WIDE)
    cells.extend([""] * (column - len(cells)))
    cells.append(cell)
