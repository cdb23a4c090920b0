"""flask complaints import: the past of a landlord's complaints, from a list."""

from __future__ import annotations

import csv
import json
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import Table, select

from app.db import Database
from app.services import record as records
from app.services.landlord import landlord
from app.store.case.complaints import ComplaintRow
from app.store.clock.duty_rows import DutyRow
from app.store.figures.counted import CountedRow
from app.store.landlord.staff import StaffRow
from app.store.outbox import OutboxRow
from app.store.record import EventRow
from app.store.schema import Base, Kind
from app.store.search import SaidRow, SearchRow
from tests.pasts import PLAIN, WHOLE, count, written
from tests.spreadsheets import ods, xlsx

FILLED_AGAIN = (SearchRow, SaidRow)
"""Words that a rebuild writes anew beside the projections."""


def computed(database: Database) -> dict[str, list[tuple[object, ...]]]:
    """All rows of every table that can be filled again from the record."""
    tables: list[Table] = [each for each in Base.metadata.sorted_tables if each.info["kind"] is Kind.PROJECTION] + [
        row.__table__ for row in FILLED_AGAIN
    ]
    with database.reading() as session:
        return {each.name: sorted(map(tuple, session.execute(select(each))), key=str) for each in tables}


def test_a_line_becomes_a_case_with_all_that_it_says(bring_in, own_database, tmp_path):
    done = bring_in(written(tmp_path, WHOLE))

    assert done.exit_code == 0, done.output
    assert "1 lines: 1 good, 0 bad." in done.output
    assert "1 brought in, 0 here before." in done.output
    with own_database.reading() as session:
        first, second = session.scalars(select(CountedRow).order_by(CountedRow.stage))
        (case,) = session.scalars(select(ComplaintRow))
        causes = [each.name for each in landlord.current(session).root_causes]
    assert (first.channel, first.theme, first.other_themes, first.tenure) == ("web", "delay", "damp", "lcra")
    assert (first.outcome, first.timeliness, second.outcome) == ("upheld_in_part", "within_extension", "upheld")
    assert (second.compensation, second.satisfaction) == (125050, "fairly_dissatisfied")
    assert (second.closed_on, second.escalation_reason) == (date(2024, 3, 20), "unhappy-with-the-answer")
    assert (case.phase, case.handler, case.service_area) == ("finished", 1, "repairs")
    assert causes == ["Late parts"]


def test_nobody_hears_of_it_and_nobody_has_anything_to_do_about_what_is_over(bring_in, own_database, tmp_path):
    bring_in(written(tmp_path, WHOLE, PLAIN | dict.fromkeys(WHOLE.keys() - PLAIN.keys(), "")))

    assert (count(own_database, OutboxRow), count(own_database, DutyRow)) == (0, 0)


def test_what_is_open_stands_in_the_queue_and_the_nightly_round_goes_over_it(bring_in, officer, own_database, tmp_path):
    bring_in(written(tmp_path, {"received_on": "2026-07-01", "stage_1_responded_on": ""}))

    assert count(own_database, DutyRow) == 1
    night = officer("deadlines", "run")
    assert night.exit_code == 0, night.output
    assert count(own_database, OutboxRow) == 0


def test_the_record_holds_and_fills_every_projection_as_it_was_written(bring_in, officer, own_database, tmp_path):
    lines = [WHOLE | {"reference": f"C-{number}", "closed_on": ""} for number in range(3)]
    bring_in(written(tmp_path, *lines, WHOLE | {"reference": "", "stage_2_responded_on": "", "stage_2_outcome": ""}))
    before = computed(own_database)

    verified = officer("record", "verify")
    officer("record", "rebuild")

    assert "0 broken" in verified.output
    assert len(before["complaint"]) == 4
    assert computed(own_database) == before


def test_the_same_file_again_changes_nothing(bring_in, own_database, tmp_path):
    file = written(tmp_path, PLAIN, PLAIN, PLAIN | {"theme": "Damp, mould"}, PLAIN | {"reference": "C-9"})
    assert "4 brought in, 0 here before." in bring_in(file).output
    events, seen = count(own_database, EventRow), computed(own_database)

    again = bring_in(file)

    assert "0 brought in, 4 here before." in again.output
    assert (count(own_database, EventRow), computed(own_database)) == (events, seen)


def test_a_longer_file_brings_in_what_is_new_and_says_which_lines_changed(bring_in, own_database, tmp_path):
    bring_in(written(tmp_path, PLAIN | {"reference": "C-1"}, PLAIN))

    longer = bring_in(
        written(tmp_path, PLAIN | {"reference": "C-1", "theme": "Damp, mould"}, PLAIN, PLAIN, PLAIN | {"theme": ""})
    )

    assert "2 brought in, 2 here before." in longer.output
    assert "nothing was changed: 2." in longer.output


def test_a_dry_run_says_everything_and_writes_nothing(bring_in, own_database, tmp_path):
    file = written(tmp_path, WHOLE | {"theme": "Noise", "handler": "Al Rae"})

    tried = bring_in(file, "--dry-run", "--create-missing")

    assert (tried.exit_code, count(own_database, ComplaintRow), count(own_database, StaffRow)) == (0, 0, 1)
    assert "New themes: Noise." in tried.output
    assert "Nothing was brought in." in tried.output


def test_names_that_are_missing_are_made_when_told_to_letter_for_letter(bring_in, own_database, tmp_path):
    made = {"channel": "Fax", "service_area": "repairs", "theme": "Noise", "other_themes": "Noise at night; Delay"}
    people = {"handler": "Al Rae", "tenure": "Shared ownership", "neighbourhood": "Hill", "contractor": "Fixit"}

    done = bring_in(written(tmp_path, WHOLE | made | people), "--create-missing")

    assert done.exit_code == 0, done.output
    with own_database.reading() as session:
        ours = landlord.current(session)
        (former,) = session.scalars(select(StaffRow).where(StaffRow.name == "Al Rae"))
        (handler,) = session.scalars(select(ComplaintRow.handler))
    assert [each.name for each in ours.themes] == ["Delay", "Damp, mould", "Noise", "Noise at night"]
    assert [each.name for each in ours.service_areas] == ["Repairs", "repairs"]
    assert (former.left_at is None, former.id) == (False, handler)


def test_the_good_lines_come_in_and_the_bad_are_set_aside_to_be_mended(bring_in, own_database, tmp_path):
    lines = [PLAIN | {"reference": f"C-{n}", "theme": "Delay" if n % 3 else "Noïse; “x”"} for n in range(10)]
    file = written(tmp_path, *lines)

    done = bring_in(file, "--skip-bad")

    rejected = tmp_path / "past.rejected.csv"
    assert done.exit_code == 0, done.output
    assert f"The 4 bad lines are in {rejected}." in done.output
    with rejected.open(encoding="utf-8-sig", newline="") as mended:
        assert list(csv.DictReader(mended)) == [line for line in lines if line["theme"] != "Delay"]
    assert count(own_database, ComplaintRow) == 6
    assert "4 brought in, 0 here before." in bring_in(rejected, "--create-missing").output


def test_what_is_set_aside_writes_all_its_days_in_one_way(bring_in, tmp_path):
    rows = [["received_on", "closed_on"], [date(2024, 5, 1), "09/05/2024"], [date(2024, 5, 2), "08/13/2024"]]

    done = bring_in(xlsx(tmp_path / "past.xlsx", rows), "--skip-bad")

    assert "2 lines: 1 good, 1 bad." in done.output
    rejected = (tmp_path / "past.rejected.csv").read_text(encoding="utf-8-sig")
    assert rejected.splitlines() == ["received_on,closed_on", "02/05/2024,08/13/2024"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
@pytest.mark.parametrize("delimiter", [",", ";"])
@pytest.mark.parametrize("backend", ["sqlite"], indirect=True)
def test_however_a_spreadsheet_saved_it_it_says_the_same(bring_in, own_database, tmp_path, encoding, delimiter):
    line = PLAIN | {"theme": "Café, “damp”", "received_on": "01/05/2024", "stage_1_responded_on": "9/5/2024"}

    done = bring_in(written(tmp_path, line, encoding=encoding, delimiter=delimiter), "--create-missing")

    assert "Days are written day first, like 31/01/2024." in done.output
    with own_database.reading() as session:
        assert landlord.current(session).themes[-1].name == "Café, “damp”"
        assert list(session.scalars(select(ComplaintRow.received_on))) == [date(2024, 5, 1)]


@pytest.mark.parametrize("save", [xlsx, ods])
def test_a_spreadsheet_brings_in_what_its_text_would(bring_in, tmp_path, save):
    typed = [{**PLAIN, "compensation": "12.50"}, {**PLAIN, "compensation": ""}]
    bring_in(written(tmp_path, *typed))
    days = [date(2024, 5, 1), date(2024, 5, 9)]
    rows = [list(typed[0]), ["", days[0], "Delay", days[1], 12.5], ["", days[0], "Delay", days[1], None]]

    again = bring_in(save(tmp_path / "past", rows))

    assert "0 brought in, 2 here before." in again.output, again.output


def test_what_was_brought_in_is_in_the_report(bring_in, officer, tmp_path):
    refused = {"received_on": "2024-05-01", "stage_1_outcome": "refused", "closed_on": "2024-05-09"}
    grounds = ("court_claim", "A solicitor wrote", "")
    bring_in(written(tmp_path, *(refused | {"refusal_reason": each, "theme": "Delay"} for each in grounds)))

    report = officer("report", "--from", "2024-04-01", "--to", "2025-03-31", "--format", "json")

    assert report.exit_code == 0, report.output
    found = json.loads(report.output)
    by_ground = found["stages"]["1"]["refused_by_ground"]
    assert (found["stages"]["1"]["received"], found["reconciliation"]) == (3, [])
    assert [by_ground[each] for each in ("court_claim", "other", "unknown")] == [1, 1, 1]
    assert found["breakdowns"]["theme"] == [{"label": "Delay", "stage_1": 3, "stage_2": 0, "total": 3}]


def test_who_complained_is_kept_nowhere(bring_in, own_database, tmp_path):
    bring_in(written(tmp_path, WHOLE | {"complainant": "Mary Unusual"}))

    with own_database.reading() as session:
        facts = list(session.scalars(select(EventRow.facts)))
        (counted, *_) = session.scalars(select(CountedRow.complainant))
        assert records.verify(session).broken == ()
    assert not [each for each in facts if "Unusual" in each]
    assert counted is not None
    assert len(counted) == 32


def test_a_file_of_thousands_is_brought_in_by_more_hands_than_one(bring_in, officer, own_database, tmp_path: Path):
    lines = [PLAIN | {"reference": f"C-{number}"} for number in range(2_100)]

    done = bring_in(written(tmp_path, *lines))

    assert "2100 brought in, 0 here before." in done.output, done.output
    assert count(own_database, CountedRow) == 2_100
    assert "0 broken" in officer("record", "verify").output
