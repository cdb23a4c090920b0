"""A table is read as it was typed, however a spreadsheet saved it, and without holding it."""

from __future__ import annotations

import zipfile
from datetime import date

import pytest

from app.adapters import tables
from app.domain.figures.bad_tables import BadTable, TableFault
from tests.spreadsheets import ods, xlsx

ROWS = [["reference", "received_on", "theme"], ["A1", "2024-01-31", "Café, “damp”"], ["A2", "01/02/2024", "No\nheat"]]


def csv_text(delimiter: str) -> str:
    quoted = [[f'"{cell}"' if delimiter in cell or "\n" in cell else cell for cell in row] for row in ROWS]
    return "".join(delimiter.join(row) + "\r\n" for row in quoted)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
@pytest.mark.parametrize("delimiter", [",", ";"])
def test_comma_separated_lines_are_read_as_any_spreadsheet_saves_them(tmp_path, encoding, delimiter):
    path = tmp_path / "past.csv"
    path.write_bytes(csv_text(delimiter).encode(encoding))

    assert list(tables.lines(path)) == [(1, ROWS[0]), (2, ROWS[1]), (3, ROWS[2])]


def test_a_line_has_the_number_that_an_editor_shows_and_empty_ones_are_left_out(tmp_path):
    path = tmp_path / "past.csv"
    path.write_text('received_on,theme\n"2024-01-01","a\nb"\n , \n\n2024-01-02,c\n', encoding="utf-8")

    assert [number for number, _ in tables.lines(path)] == [1, 2, 6]


SHEET = [
    ["reference", None, "received_on", "compensation"],
    ["A  1", None, date(2024, 1, 31), 125.5],
    [None, None, date(2024, 2, 2), 0.1],
    [None, None, date(2024, 2, 2), 0.1],
    [None, None, None, None],
    ["A 4", "x", "12/03/2024", 40],
]
READ = [
    (1, ["reference", "", "received_on", "compensation"]),
    (2, ["A  1", "", date(2024, 1, 31), "125.5"]),
    (3, ["", "", date(2024, 2, 2), "0.1"]),
    (4, ["", "", date(2024, 2, 2), "0.1"]),
    (6, ["A 4", "x", "12/03/2024", "40"]),
]


@pytest.mark.parametrize("save", [xlsx, ods])
def test_a_spreadsheet_is_read_with_its_days_as_days_and_its_sums_as_typed(tmp_path, save):
    assert list(tables.lines(save(tmp_path / "past", SHEET))) == READ


def test_a_workbook_that_counts_its_days_from_1904_says_the_same_days(tmp_path):
    assert list(tables.lines(xlsx(tmp_path / "past.xlsx", SHEET, mac=True))) == READ


def bad(tmp_path, content: bytes) -> TableFault:
    path = tmp_path / "past.csv"
    path.write_bytes(content)
    with pytest.raises(BadTable) as refused:
        list(tables.lines(path))
    return refused.value.fault


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        (b"received_on\n\x00", TableFault.NOT_TEXT),
        (b"received_on\n\xff\x81", TableFault.NOT_TEXT),
        (b'received_on\n"2024-01-01\n', TableFault.BROKEN_LINE),
        (b"received_on" + b";" * 200_000, TableFault.BROKEN_LINE),
        (b"PK\x03\x04 and no more", TableFault.NOT_A_TABLE),
    ],
)
def test_what_is_no_table_is_refused(tmp_path, content, fault):
    assert bad(tmp_path, content) is fault


@pytest.mark.parametrize("name", ["xl/workbook.xml", "content.xml", "word/document.xml"])
def test_an_archive_that_is_no_spreadsheet_inside_is_refused(tmp_path, name):
    with zipfile.ZipFile(tmp_path / "past.csv", "w") as archive:
        archive.writestr(name, "<not closed")

    assert bad(tmp_path, (tmp_path / "past.csv").read_bytes()) is TableFault.NOT_A_TABLE


@pytest.mark.parametrize("save", [xlsx, ods])
def test_a_sheet_wider_than_any_list_is_refused(tmp_path, save):
    with pytest.raises(BadTable, match="too_wide"):
        list(tables.lines(save(tmp_path / "past", [["received_on", *[None] * 600, "x"]])))


def test_what_is_set_aside_is_reckoned_by_no_spreadsheet_and_says_the_same_when_it_is_read_again(tmp_path):
    said = ["=1+1", "+441614960123", "-", "@here", "'tis", "Damp"]
    with tables.Rejects(tmp_path / "rejected.csv", ["reference"]) as rejects:
        rejects.add(said)

    text = (tmp_path / "rejected.csv").read_text("utf-8-sig")
    assert text.splitlines()[1] == "'=1+1,'+441614960123,'-,'@here,'tis,Damp"
    assert list(tables.lines(tmp_path / "rejected.csv")) == [(1, ["reference"]), (2, said)]
