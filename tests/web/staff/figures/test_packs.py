"""The packs that go round: what they say is what is there, on the page, in the file and for an operator."""

from __future__ import annotations

import json
import re
from html import unescape

import pytest

from app.domain.landlord.permissions import Role
from app.words.figures.packs import CHAPTERS, Pack
from tests import states
from tests.web.staff.test_lists import queries as queries

MOST_QUERIES = 18
"""Those of the page of figures, and what is open, since when, and who has it."""


@pytest.fixture
def viewer(staff_client, database):
    client = staff_client(Role.COMPLAINTS_OFFICER)
    with database.writing() as session:
        for made in (states.fresh, states.more_time_taken, states.answered):
            made(session)
    return client


def test_a_weekly_pack_counts_what_is_open_on_its_day_with_few_questions(viewer, queries):
    viewer.get("/staff/figures/packs/weekly")

    with queries() as made:
        page = viewer.get("/staff/figures/packs/weekly?on=2027-03-01").text

    assert len(made) <= MOST_QUERIES
    table = page.partition(">Open, late and due</caption>")[2].partition("</table>")[0]
    assert re.findall(r'scope="row"[^>]*>([^<]+)</th>\s*<td[^>]*>(?:<a[^>]*>)?(\d+)<', table) == [
        ("Stage 1", "2"),
        ("Stage 2", "0"),
        ("All", "2"),
    ]
    for address, said in re.findall(r'href="(/staff/figures/complaints\?[^"]+)">([\d,]+)<', table):
        assert f"It counts {said} " in viewer.get(unescape(address)).text


def test_the_page_of_figures_leads_to_each_pack_and_each_is_a_page_and_a_pdf(viewer):
    page = viewer.get("/staff/figures").text

    for name in re.findall(r'href="/staff/figures/packs/([^"]+)"', page):
        shown, file = viewer.get(f"/staff/figures/packs/{name}").text, viewer.get(f"/staff/figures/packs/{name}.pdf")
        assert len(re.findall("<h2", shown)) >= len(CHAPTERS[Pack(name)])
        assert (file.mimetype, file.data[:5]) == ("application/pdf", b"%PDF-")
    assert page.count("/staff/figures/packs/") == len(Pack)


@pytest.mark.parametrize("path", ["daily", "daily.pdf", "weekly?on=yesterday"])
def test_a_pack_that_is_none_is_not_found(viewer, path):
    assert viewer.get(f"/staff/figures/packs/{path}").status_code == 404


def test_an_operator_prints_a_pack_as_of_a_day(viewer, app):
    types = app.test_cli_runner().invoke

    printed = types(args=["report", "pack", "--quarterly", "--on", "2027-01-05", "--format", "json"])

    document = json.loads(printed.stdout)
    assert (document["pack"], document["live"]) == ("quarterly", None)
    assert document["report"]["period"] == {"from": "2026-10-01", "to": "2026-12-31"}
    assert "Issues and trends</h2>" in types(args=["report", "pack", "--quarterly"]).stdout
    assert "Say which pack" in types(args=["report", "pack"]).stderr


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31", "soon"])
def test_there_is_no_pack_of_a_day_that_nobody_can_mean(viewer, day):
    assert viewer.get(f"/staff/figures/packs/quarterly?on={day}").status_code == 404
    assert viewer.get(f"/staff/figures?from={day}&to={day}").status_code == 200
