"""flask report: figures for an operator, as files, and the check of them."""

from __future__ import annotations

import csv
import io
import json
import zipfile

import pytest

from tests.states import answered, asked, fresh

YEAR = ("--from", "2026-04-01", "--to", "2027-03-31")


@pytest.fixture
def types(operator, own_database):
    return lambda *words: operator(own_database, "report", *words)


@pytest.fixture
def cases(own_database):
    """One that has just come, one that was answered, and one that goes on to Stage 2."""
    with own_database.writing() as session:
        for made in (fresh, answered, asked):
            made(session)


def test_a_report_is_printed_as_json(types, cases):
    printed = types(*YEAR, "--homes", "LCRA=900", "--homes", "LCHO=100")

    document = json.loads(printed.stdout)
    assert (printed.exit_code, printed.stderr) == (0, "")
    assert document["period"] == {"from": "2026-04-01", "to": "2027-03-31"}
    assert (document["basis"], document["homes"]) == ("received", {"LCRA": 900, "LCHO": 100})
    assert [document["stages"][number]["received"] for number in ("1", "2")] == [3, 1]
    assert document["stages"]["1"]["outcomes"]["upheld_in_part"] == 2
    assert document["escalation_rate"] == pytest.approx(1 / 3)
    assert document["breakdowns"]["channel"] == [{"label": "Website", "stage_1": 3, "stage_2": 1, "total": 4}]
    assert document["reconciliation"] == []


def test_a_report_is_written_to_a_file_as_one_long_table(types, cases, tmp_path):
    path = tmp_path / "report.csv"

    assert types(*YEAR, "--basis", "event", "--format", "csv", "--output", str(path)).stdout == ""

    rows = list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8-sig"))))
    found = {(row["table"], row["line"], row["measure"]): (row["unit"], row["value"]) for row in rows}
    assert found["stages.1", "", "received"] == ("count", "3")
    assert found["quarters.stage", "2", "q3"] == ("count", "1")
    assert found["tsm.LCRA", "", "homes"] == ("count", "")


def test_a_report_is_written_as_a_pdf(types, cases, tmp_path):
    path = tmp_path / "report.pdf"

    assert types(*YEAR, "--format", "pdf", "--output", str(path)).exit_code == 0
    assert path.read_bytes().startswith(b"%PDF-1.7")


@pytest.mark.parametrize("kind", ["xlsx", "ods"])
def test_a_report_is_written_as_a_spreadsheet(types, cases, tmp_path, kind):
    path = tmp_path / f"report.{kind}"

    assert types(*YEAR, "--format", kind, "--output", str(path)).exit_code == 0

    assert zipfile.ZipFile(path).testzip() is None
    assert types(*YEAR, "--format", kind).stdout_bytes[:2] == b"PK"


def test_a_report_of_one_key_alone(types, cases):
    printed = types(*YEAR, "--only", "channel=phone")

    assert json.loads(printed.stdout)["stages"]["1"]["received"] == 0


def test_a_report_that_adds_up_passes_the_check(types, cases):
    checked = types("check", *YEAR)

    assert (checked.exit_code, checked.stdout) == (0, "Everything adds up.\n")


def test_a_report_that_somebody_changed_does_not_pass_and_it_is_said_where(types, cases, tmp_path):
    path = tmp_path / "report.json"
    types(*YEAR, "--output", str(path))
    assert types("check", str(path)).exit_code == 0
    document = json.loads(path.read_text())
    document["stages"]["1"]["outcomes"]["upheld"] = 7
    path.write_text(json.dumps(document))

    checked = types("check", str(path))

    assert checked.exit_code == 1
    assert "stages.1.outcomes: it says 3, and its parts come to 10." in checked.stderr


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"basis": "received", "stages": {}}'])
def test_what_is_no_report_is_not_checked(types, tmp_path, text):
    path = tmp_path / "report.json"
    path.write_text(text)

    checked = types("check", str(path))

    assert checked.exit_code == 2
    assert "report.json is not" in checked.stderr


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ((), "Say of which time"),
        (("--from", "2027-01-02", "--to", "2027-01-01"), "comes after"),
        ((*YEAR, "--homes", "LCRA=many"), "write it like LCRA=9800"),
        ((*YEAR, "--homes", "LCRA=0"), "write it like LCRA=9800"),
        ((*YEAR, "--only", "colour=red"), "is not one of"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_sentence(types, words, sentence):
    refused = types(*words)

    assert refused.exit_code == 2
    assert sentence in refused.stderr
