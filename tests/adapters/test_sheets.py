"""A file for a spreadsheet is read back whole, and no cell of it is reckoned."""

from __future__ import annotations

import csv
import io

import pytest

from app.adapters import sheets


def test_what_was_written_is_read_back_with_its_commas_quotes_and_lines():
    rows = [["Mend it, now", 'She said "cold"', "one\ntwo"], ["عائشة", "", "£50"]]

    text = sheets.table(["What", "Said", "More"], rows)

    assert text[0] == "\ufeff"
    assert list(csv.reader(io.StringIO(text[1:]))) == [["What", "Said", "More"], *rows]


@pytest.mark.parametrize("words", ['=HYPERLINK("http://evil.example")', "+44", "-1", "@SUM(A1)", "\t=1", "\r=1"])
def test_words_that_a_spreadsheet_would_reckon_are_words(words):
    assert sheets.safe(words) == f"'{words}"


def test_a_number_below_nought_stays_a_number_and_what_is_unknown_is_empty():
    assert sheets.table(["Change", "More"], [[-0.25, None]]).splitlines()[1] == "-0.25,"
