"""flask complaints import: what is wrong with a file is said where it stands, and then nothing is written."""

from __future__ import annotations

import pytest

from app.store.case.complaints import ComplaintRow
from app.store.landlord.staff import StaffRow
from app.store.record import EventRow
from tests.pasts import PLAIN, WHOLE, count, written

BAD = {
    "received_on": ("2024-02-30", "“2024-02-30” is no day. Wanted: a day like 2024-01-31 or 31/01/2024"),
    "channel": ("Fax", "the landlord has no “Fax”. Add it, or let this be done with --create-missing"),
    "service_area": ("repairs", "the landlord has no “repairs”. Add it, or let this be done with --create-missing"),
    "theme": ("Delay ", "the landlord has no “Delay ”. Add it, or let this be done with --create-missing"),
    "neighbourhood": ("Meads", "the landlord has no “Meads”. Add it, or let this be done with --create-missing"),
    "tenure": ("Rent", "the landlord has no “Rent”. Add it, or let this be done with --create-missing"),
    "handler": ("Jo", "the landlord has no “Jo”. Add it, or let this be done with --create-missing"),
    "contractor": ("Fixit", "the landlord has no “Fixit”. Add it, or let this be done with --create-missing"),
    "stage_1_outcome": (
        "Upheld",
        "“Upheld” is not known here. Wanted: upheld, upheld_in_part, not_upheld, withdrawn, refused",
    ),
    "stage_1_acknowledged_on": ("05/01/2024", "“05/01/2024” is written otherwise than the other days of this file"),
    "stage_1_responded_on": ("2024-01-01", "“2024-01-01” is before the stage began, which cannot be"),
    "stage_2_requested_on": (
        "",
        "nothing stands there, but something is said of Stage 2. Wanted: the day it was asked for",
    ),
    "compensation": ("lots", "“lots” is no sum. Wanted: pounds and pence like 125 or 125.50"),
    "closed_on": ("2027-01-01", "“2027-01-01” has not come yet"),
}


@pytest.mark.parametrize("column", BAD)
def test_what_is_wrong_is_said_with_its_line_and_column_and_nothing_is_written(
    bring_in, own_database, tmp_path, column
):
    found, sentence = BAD[column]
    file = written(tmp_path, WHOLE, WHOLE | {"reference": "C-2", column: found})

    refused = bring_in(file)

    assert refused.exit_code == 1
    assert f"Line 3, {column}: {sentence}." in refused.output
    assert "2 lines: 1 good, 1 bad." in refused.output
    assert (count(own_database, ComplaintRow), count(own_database, EventRow)) == (0, 2)  # the lists, and Jo


def test_a_reference_stands_in_a_file_once(bring_in, tmp_path):
    refused = bring_in(written(tmp_path, WHOLE, WHOLE))

    assert "Line 3, reference: “C-1” stands in an earlier line already." in refused.output


def test_names_that_two_people_have_are_nobodys(bring_in, own_database, tmp_path):
    with own_database.writing() as session:
        session.add_all(
            StaffRow(name="Al Rae", email=f"{number}@example.org", roles="", code_salt=b"") for number in (1, 2)
        )

    assert (
        "more than one person is called “Al Rae”" in bring_in(written(tmp_path, WHOLE | {"handler": "Al Rae"})).output
    )


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        ("reference,received\n", "There is no column called “received”. Take it out, or call it by the name we know."),
        ("received_on,theme,theme\n", "Two columns are called “theme”. Take one of them out."),
        ("theme\n", "The column “received_on” is missing: every line must say it."),
        ("", "The first line must name the columns."),
        ('received_on\n"2024', "Line 2 is broken: a quotation mark is missing, or there is one too many."),
        ("received_on\n\0", "This is no text that we can read. Save it as “CSV UTF-8”."),
        ("PK\x03\x04", "This is no table that we can read. Save it as CSV, .xlsx or .ods, without a password."),
    ],
)
@pytest.mark.parametrize("backend", ["sqlite"], indirect=True)
def test_a_file_that_is_no_such_list_is_refused_in_one_sentence(bring_in, tmp_path, content, sentence):
    file = tmp_path / "past.csv"
    file.write_text(content, encoding="utf-8")

    refused = bring_in(file)

    assert (refused.exit_code, sentence in refused.output) == (2, True), refused.output


def test_a_way_of_days_that_is_said_holds_for_the_whole_file(bring_in, tmp_path):
    refused = bring_in(written(tmp_path, PLAIN), "--dates", "dd/mm/yyyy")

    assert refused.exit_code == 1
    assert "Line 2, received_on: “2024-05-01” is written otherwise than the other days of this file." in refused.output


def test_all_that_is_wrong_with_a_file_is_said_at_once(bring_in, own_database, tmp_path):
    line = {"received_on": "2024-05-01", "tenant": "T-1", "theme": "Noise", "handler": "Al Rae"}

    refused = bring_in(written(tmp_path, line, line | {"received_on": "soon"}), "--skip-bad")

    assert refused.exit_code == 2
    assert "There is no column called “tenant”." in refused.output
    for wrong in ("2, theme: the landlord has no “Noise”", "3, received_on: “soon” is no day",
                  "3, theme: the landlord has no “Noise”", "3, handler: the landlord has no “Al Rae”"):  # fmt: skip
        assert f"Line {wrong}" in refused.output
    assert not (tmp_path / "past.rejected.csv").exists()
    assert count(own_database, ComplaintRow) == 0


def test_the_names_of_a_line_that_is_left_out_are_not_made(bring_in, own_database, tmp_path):
    file = written(tmp_path, PLAIN, PLAIN | {"received_on": "soon", "theme": "Noise"})

    done = bring_in(file, "--skip-bad", "--create-missing")

    assert (done.exit_code, "Noise" in done.output) == (0, False), done.output
