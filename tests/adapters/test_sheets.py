"""A file for a spreadsheet holds words, never sums."""

import pytest

from app.adapters import sheets


def test_a_table_is_a_line_of_headings_and_the_rows():
    assert sheets.table(("Complaint", "Why"), [("7Q4K", "Zoë, at home")]) == (
        '\ufeffComplaint,Why\r\n7Q4K,"Zoë, at home"\r\n'
    )


@pytest.mark.parametrize("words", ["=1+1", "+44", "-5", "@now", "\tx", "\rx"])
def test_no_cell_begins_a_formula(words):
    assert sheets.safe(words) == f"'{words}"
