"""Spreadsheets are read back with numbers as numbers, and no words of theirs are reckoned."""

from __future__ import annotations

import io
import zipfile
from xml.etree import ElementTree as Xml

import pytest

from app.adapters import spreadsheets

HEADS = ["table", "value"]
ROWS = [['=HYPERLINK("http://evil.example")', 3], ["-1", -0.25], ["عائشة & <b>", None]]
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def part(file: bytes, name: str) -> Xml.Element:
    """One of the documents in a file."""
    return Xml.fromstring(zipfile.ZipFile(io.BytesIO(file)).read(name))  # noqa: S314 - we wrote it


def test_an_ods_has_words_as_words_and_numbers_as_numbers():
    file = spreadsheets.ods("Figures", HEADS, ROWS)

    read = []
    for line in part(file, "content.xml").iter(f"{TABLE}table-row"):
        cells = [(cell.get(f"{OFFICE}value"), "".join(cell.itertext())) for cell in line]
        read.append([float(number) if number is not None else words or None for number, words in cells])
    assert read == [HEADS, *ROWS]
    assert b"formula" not in zipfile.ZipFile(io.BytesIO(file)).read("content.xml")


def test_an_ods_is_known_by_its_beginning():
    first = zipfile.ZipFile(io.BytesIO(spreadsheets.ods("Figures", HEADS, ROWS))).infolist()[0]

    assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)


def test_an_xlsx_has_words_as_words_and_numbers_as_numbers():
    file = spreadsheets.xlsx("Figures", HEADS, ROWS)

    shared = ["".join(each.itertext()) for each in part(file, "xl/sharedStrings.xml")]
    sheet = part(file, "xl/worksheets/sheet1.xml")
    read = [
        [shared[int(cell.findtext(f"{MAIN}v") or 0)] if cell.get("t") == "s" else float(cell.findtext(f"{MAIN}v") or 0)
         for cell in line]
        for line in sheet.iter(f"{MAIN}row")
    ]  # fmt: skip
    assert read == [HEADS, ROWS[0], ROWS[1], ROWS[2][:1]]
    assert list(sheet.iter(f"{MAIN}f")) == []


@pytest.mark.parametrize("write", [spreadsheets.ods, spreadsheets.xlsx])
def test_a_long_name_is_cut(write):
    assert zipfile.ZipFile(io.BytesIO(write("figures " * 9, HEADS, []))).testzip() is None
