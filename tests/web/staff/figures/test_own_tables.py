"""Tables of our own on the staff's pages: added, raced, taken out, in every file; a wrong total is not signed."""

from __future__ import annotations

import io
import re
import zipfile

import pytest

from app.domain.landlord.permissions import Role
from tests.annual import edition_begun, edition_signed, edition_written
from tests.domain.figures.test_own_tables import HM14, OM12
from tests.web.at_once import at_once
from tests.web.staff.case.conftest import hidden
from tests.web.staff.figures.test_editions import HERE, MOST_QUERIES, made, press

NEW = f"{HERE}/1/tables/other_reports"
ONE = f"{NEW}/1"
FINDINGS = {"title": "Ombudsman findings", "scope": "Cases decided in the year.", "rows": OM12}
WRONG = OM12.replace("\t5", "\t6")

pytestmark = pytest.mark.usefixtures("after_the_year")


def test_a_table_is_added_drawn_signed_and_in_every_file(officer, database):
    made(database, edition_written)
    assert press(officer, NEW, **FINDINGS).location == f"{HERE}/1#part-other_reports"
    plan = FINDINGS | {"title": "Plan", "rows": HM14}
    assert press(officer, f"{HERE}/1/tables/improvements", **plan).status_code == 303

    for page in (f"{HERE}/1", f"{HERE}/1/report", f"{HERE}/1/report.html", ONE):
        assert 'role="rowheader" data-head="Finding">Total</th>' in officer.get(page).text
    assert press(officer, f"{HERE}/1/signature", name="Jo Bell", role="Director").status_code == 303
    assert officer.get(ONE).status_code == 303
    assert press(officer, ONE, seen="99", **FINDINGS).status_code == 422
    assert officer.get(f"{HERE}/1/report.pdf").data.startswith(b"%PDF")
    assert "own.other_reports.1 Ombudsman findings,Total,2023/24,number,5" in officer.get(f"{HERE}/1/report.csv").text
    with zipfile.ZipFile(io.BytesIO(officer.get(f"{HERE}/1/report.ods").data)) as ods:
        cells = ods.read("content.xml").decode()
    assert re.search(
        r"<text:p>per cent</text:p></table:table-cell>\s*<table:table-cell [^>]*office:value=\"50\"", cells
    )
    assert officer.get(f"{HERE}/1/report.xlsx").status_code == 200


def test_a_wrong_total_refuses_the_signature_and_says_where(officer, database):
    made(database, edition_written)
    press(officer, NEW, **FINDINGS | {"rows": WRONG})

    refused = press(officer, f"{HERE}/1/signature", name="Jo Bell", role="Director")

    assert refused.status_code == 422
    where = "Ombudsman findings, line “Total”, column “2023/24”: it says 6, and its parts come to 5."
    assert where in refused.text
    assert all(where in officer.get(page).text for page in (f"{HERE}/1", ONE))
    assert press(officer, ONE, **FINDINGS).status_code == 303
    assert press(officer, f"{HERE}/1/signature", name="Jo Bell", role="Director").status_code == 303


def test_what_is_no_table_is_said_beside_its_field_with_the_line(officer, database):
    made(database, edition_begun)

    refused = press(officer, NEW, **FINDINGS | {"title": "", "rows": "A;B\nx;1;2"})

    assert refused.status_code == 422
    assert "Line 2: Give it as many cells as there are heads" in refused.text
    assert 'href="#title"' in refused.text
    assert "x;1;2</textarea>" in refused.text


def test_of_two_who_change_a_table_at_once_the_second_is_told_and_keeps_what_they_typed(
    officer, staff_client, database
):
    made(database, edition_begun)
    press(officer, NEW, **FINDINGS)
    seen = hidden(officer.get(ONE).text, "seen")
    forms = [FINDINGS | {"seen": seen, "title": title} for title in ("Ours", "Theirs")]

    saved, told = at_once([officer, staff_client(Role.DIRECTOR)], ONE, forms)

    assert (saved.status_code, told.status_code) == (303, 409)
    assert "Somebody changed this meanwhile" in told.text
    assert all(title in told.text for title in ("Ours", "Theirs"))


def test_a_table_that_was_taken_out_is_brought_back_as_it_stood_last(officer, database):
    made(database, edition_begun)
    press(officer, NEW, **FINDINGS)
    press(officer, ONE, **FINDINGS | {"title": "Findings of the year"})
    press(officer, f"{ONE}/end", seen=hidden(officer.get(ONE).text, "seen"))

    page = officer.get(ONE).text
    assert "It was taken out." in page
    assert 'value="Findings of the year"' in page
    assert "Bring the table back" in page
    assert press(officer, ONE, **FINDINGS).status_code == 303
    assert "was taken out" not in officer.get(f"{HERE}/1").text


def test_a_table_is_taken_out_and_its_number_never_given_again(officer, database, queries):
    made(database, edition_begun)
    press(officer, NEW, **FINDINGS)
    officer.get(ONE)
    with queries() as asked:
        seen = hidden(officer.get(ONE).text, "seen")
    assert len(asked) <= MOST_QUERIES

    assert press(officer, f"{ONE}/end", seen=seen).status_code == 303
    assert press(officer, f"{ONE}/end", seen=seen).status_code == 409
    page = officer.get(f"{HERE}/1").text
    assert page.count("Ombudsman findings") == 2, "what was taken out, and how to bring it back"
    assert officer.get(ONE).status_code == 200
    press(officer, NEW, **FINDINGS)
    assert officer.get(f"{NEW}/2").status_code == 200


@pytest.mark.parametrize("page", ["tables/nothing", "tables/analysis/1", "paragraphs/table-analysis.1"])
def test_what_is_not_there_is_not_found(officer, database, page):
    made(database, edition_signed)

    assert officer.get(f"{HERE}/1/{page}").status_code == 404
    assert press(officer, f"{HERE}/1/{page}", seen="99", **FINDINGS).status_code == 404
