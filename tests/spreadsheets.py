"""Spreadsheets as the two kinds of office save them, made by hand so that each of their habits is in a test."""

from __future__ import annotations

import zipfile
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from xml.sax.saxutils import escape

Value = str | int | float | date | None

SPREADSHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
A_DAY_BY_NUMBER, A_DAY_IN_WORDS = 1, 2
"""Styles of the workbook below: a format every spreadsheet knows, and one of its own."""

WORKBOOK = f"""<?xml version="1.0" encoding="UTF-8"?>
<workbook xmlns="{SPREADSHEET}" xmlns:r="{RELATIONS}"><workbookPr{{mac}}/>
<sheets><sheet name="Complaints" sheetId="4" r:id="rId7"/><sheet name="Notes" sheetId="5" r:id="rId8"/></sheets>
</workbook>"""
TARGETS = f"""<Relationships xmlns="{PACKAGE}">
<Relationship Id="rId8" Type="{RELATIONS}/worksheet" Target="worksheets/sheet2.xml"/>
<Relationship Id="rId7" Type="{RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"""
STYLES = f"""<styleSheet xmlns="{SPREADSHEET}">
<numFmts count="2"><numFmt numFmtId="164" formatCode="[$-809]dd\\ mmmm\\ yyyy"/>
<numFmt numFmtId="165" formatCode="&quot;day&quot;\\ 0.00"/></numFmts>
<cellStyleXfs count="1"><xf numFmtId="14"/></cellStyleXfs>
<cellXfs count="4"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs>
</styleSheet>"""


def xlsx(path: Path, rows: Sequence[Sequence[Value]], *, mac: bool = False) -> Path:
    """Write rows as a workbook whose texts are shared, whose empty cells are left out and whose days are numbers."""
    texts: dict[str, int] = {}
    lines = []
    for line, row in enumerate(rows, 1):
        cells = "".join(_cell(f"{_letters(place)}{line}", value, texts, mac) for place, value in enumerate(row))
        lines.append(f'<row r="{line}">{cells}</row>')
    shared = "".join(
        f'<si><r><t xml:space="preserve">{escape(text)}</t></r><rPh><t>no</t></rPh></si>' for text in texts
    )
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("xl/workbook.xml", WORKBOOK.format(mac=' date1904="1"' if mac else ""))
        archive.writestr("xl/_rels/workbook.xml.rels", TARGETS)
        archive.writestr("xl/styles.xml", STYLES)
        archive.writestr("xl/sharedStrings.xml", f'<sst xmlns="{SPREADSHEET}">{shared}</sst>')
        sheet = f'<worksheet xmlns="{SPREADSHEET}"><sheetData>{{rows}}</sheetData></worksheet>'
        archive.writestr("xl/worksheets/sheet1.xml", sheet.format(rows="".join(lines)))
        archive.writestr("xl/worksheets/sheet2.xml", sheet.format(rows=""))
    return path


def _cell(place: str, value: Value, texts: dict[str, int], mac: bool) -> str:
    if value is None:
        return ""
    if isinstance(value, date):
        days = (value - (date(1904, 1, 1) if mac else date(1899, 12, 30))).days
        style = A_DAY_BY_NUMBER if value.day % 2 else A_DAY_IN_WORDS
        return f'<c r="{place}" s="{style}"><v>{days}.5</v></c>'
    if isinstance(value, int | float):
        return f'<c r="{place}" s="3"><v>{float(value):.17g}</v></c>'
    return f'<c r="{place}" t="s"><v>{texts.setdefault(value, len(texts))}</v></c>'


def _letters(place: int) -> str:
    more, last = divmod(place, 26)
    return (_letters(more - 1) if more else "") + chr(ord("A") + last)


OFFICE = "urn:oasis:names:tc:opendocument:xmlns"
ROOT = f"""<office:document-content xmlns:office="{OFFICE}:office:1.0" xmlns:table="{OFFICE}:table:1.0"
xmlns:text="{OFFICE}:text:1.0"><office:body><office:spreadsheet><table:table table:name="Complaints">
<table:table-column table:number-columns-repeated="16384"/>%s
<table:table-row table:number-rows-repeated="1048000"><table:table-cell table:number-columns-repeated="16384"/>
</table:table-row></table:table><table:table><table:table-row><table:table-cell office:value-type="string">
<text:p>Notes</text:p></table:table-cell></table:table-row></table:table></office:spreadsheet></office:body>
</office:document-content>"""


def ods(path: Path, rows: Sequence[Sequence[Value]]) -> Path:
    """Write rows as LibreOffice does: alike lines and cells once with a number, and empty ones to the end of all."""
    told = []
    done = 0
    while done < len(rows):
        alike = next((n for n, row in enumerate(rows[done:]) if row != rows[done]), len(rows) - done)
        cells = "".join(_ods_cell(value) for value in rows[done])
        rest = '<table:table-cell table:number-columns-repeated="16000"/>'
        told.append(f'<table:table-row table:number-rows-repeated="{alike}">{cells}{rest}</table:table-row>')
        done += alike
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", ROOT % "".join(told))
    return path


def _ods_cell(value: Value) -> str:
    if value is None:
        return "<table:table-cell/>"
    if isinstance(value, date):
        return (
            f'<table:table-cell office:value-type="date" office:date-value="{value.isoformat()}T00:00:00">'
            f"<text:p>{value:%d/%m/%y}</text:p></table:table-cell>"
        )
    if isinstance(value, int | float):
        return (
            f'<table:table-cell office:value-type="currency" office:value="{value}">'
            f"<text:p>£{value}</text:p></table:table-cell>"
        )
    said = escape(value).replace("  ", '<text:s text:c="2"/>')
    return f'<table:table-cell office:value-type="string"><text:p>{said}</text:p></table:table-cell>'
