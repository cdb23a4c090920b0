"""The pages of an annual report: what still stops it, what is written, raced, signed, answered and published."""

from __future__ import annotations

import re
from html import unescape
from uuid import uuid4

import pytest

from app.domain.landlord.permissions import Role
from app.services.figures import editions
from tests.annual import (
    BY,
    counted,
    edition_answered,
    edition_begun,
    edition_published,
    edition_signed,
    edition_written,
)
from tests.web.at_once import at_once
from tests.web.conftest import token_of
from tests.web.staff.case.conftest import hidden

HERE = "/staff/reports"
PART = f"{HERE}/1/paragraphs/part-self_assessment"
BOARD = {"name": "Ann Lee", "on-day": "4", "on-month": "5", "on-year": "2026", "words": "We welcome it."}
MOST_QUERIES = 8

pytestmark = pytest.mark.usefixtures("after_the_year")


def made(database, state):
    with database.writing() as session:
        return state(session)


def found(database, number=1):
    with database.reading() as session:
        return editions.find(session, number)


def press(client, page, seen=None, **answers):
    """Press the form of a page as it was drawn."""
    seen = hidden(client.get(page).text, "seen") if seen is None else seen
    form = {"csrf_token": token_of(client), "key": uuid4().hex, "seen": seen}
    return client.post(page, data=form | answers)


def test_a_report_is_begun_for_a_year_once(officer, database):
    form = {"csrf_token": token_of(officer), "key": uuid4().hex, "year": "2025-04-01", "basis": "received"}

    begun = officer.post(HERE, data=form)
    again = officer.post(HERE, data=form)

    assert (begun.status_code, begun.location) == (again.status_code, again.location) == (303, f"{HERE}/1")
    shown = officer.get(HERE).text
    assert ">2025/26, edition 1</a>" in shown
    assert 'value="2025-04-01"' not in shown, "its report is being made"
    for year in ("2025-04-01", "never"):
        assert officer.post(HERE, data=form | {"key": uuid4().hex, "year": year}).status_code == 422


def test_of_two_who_begin_the_same_year_at_once_one_does(officer, staff_client):
    form = {"year": "2025-04-01", "basis": "received"}

    begun, told = at_once([officer, staff_client(Role.DIRECTOR)], HERE, [form, form])

    assert (begun.status_code, told.status_code in (409, 422)) == (303, True)
    assert officer.get(f"{HERE}/2").status_code == 404


def test_one_that_is_withdrawn_says_so_and_another_is_begun_in_its_place(officer, database):
    made(database, edition_published)
    assert "Put it right by another edition" in officer.get(f"{HERE}/1").text

    assert press(officer, f"{HERE}/1/withdrawal", reason="").status_code == 422
    assert press(officer, f"{HERE}/1/withdrawal", reason="A table was wrong.").status_code == 303

    page = officer.get(f"{HERE}/1").text
    assert "Withdrawn on 4 May 2026." in page
    assert "A table was wrong." in page
    form = {"csrf_token": token_of(officer), "key": uuid4().hex, "year": "2025-04-01", "basis": "received"}
    assert officer.post(HERE, data=form).location == f"{HERE}/2"
    assert "It puts the edition before it right" in officer.get(f"{HERE}/2").text
    assert "Annual complaints report 2025/26, edition 2</h1>" in officer.get(f"{HERE}/2").text
    assert "edition-2.csv" in officer.get(f"{HERE}/2/report.csv").headers["Content-Disposition"]


def test_it_says_what_stops_it_and_what_is_drawn_from_the_figures(officer, database):
    made(database, edition_begun)

    page = officer.get(f"{HERE}/1").text

    assert "Write about your self-assessment against the Code (8.1 a)" in page
    assert "We received 0 complaints at Stage 1." in page
    assert f'href="{HERE}/1/paragraphs/analysis-volumes"' in page
    assert f'href="{HERE}/1/signature"' not in page


def test_a_paragraph_has_the_code_at_hand_and_is_kept_in_every_version(officer, database):
    made(database, edition_begun)
    for words in ("We comply.", "We comply with all of it."):
        assert press(officer, PART, words=words).status_code == 303

    page = officer.get(PART).text
    assert "8.1 a: the yearly self-assessment" in page
    assert page.count("We comply") == 3, "in the box, and both versions"
    drafted = officer.get(f"{HERE}/1/paragraphs/analysis-volumes").text
    assert "We received 0 complaints at Stage 1." in drafted.partition("</textarea>")[0]


def test_a_paragraph_that_is_saved_empty_says_what_stands_there(officer, database):
    made(database, edition_begun)
    analysis = f"{HERE}/1/paragraphs/analysis-volumes"

    assert press(officer, PART, words=" ").status_code == 422
    assert press(officer, analysis, words="").status_code == 303
    assert "is empty now: not even our own sentences stand there" in officer.get(f"{HERE}/1").text


def test_what_was_written_before_a_recount_is_marked_and_held_in_one_press(officer, database):
    made(database, edition_written)
    with database.writing() as session:
        document = editions.find(session, 1).document | {"as_of": "2026-05-03", "notes": []}
        editions.recount(session, 1, document, BY)

    page = officer.get(f"{HERE}/1").text
    assert page.count("Written before the figures were counted anew") == 6
    assert f'href="{HERE}/1/signature"' not in page
    assert "written before the figures were counted anew" in officer.get(PART).text
    form = {"csrf_token": token_of(officer), "key": uuid4().hex, "seen": hidden(page, "seen")}
    assert officer.post(f"{HERE}/1/paragraphs", data=form | {"seen": "1"}).status_code == 409
    assert officer.post(f"{HERE}/1/paragraphs", data=form | {"key": uuid4().hex}).status_code == 303
    assert found(database).written_before == ()
    assert f'href="{HERE}/1/signature"' in officer.get(f"{HERE}/1").text


def test_of_two_who_write_at_once_the_second_is_told_and_keeps_their_words(officer, staff_client, database):
    made(database, edition_begun)
    seen = hidden(officer.get(PART).text, "seen")
    forms = [{"seen": seen, "words": words} for words in ("Ours.", "Theirs.")]

    kept, told = at_once([officer, staff_client(Role.DIRECTOR)], PART, forms)

    assert (kept.status_code, told.status_code) == (303, 409)
    assert "Somebody changed this meanwhile" in told.text
    assert all(words in told.text for words in ("Ours.", "Theirs."))
    assert press(officer, PART, seen=hidden(told.text, "seen"), words="Both.").status_code == 303


def test_it_is_signed_answered_and_published_by_who_may(officer, database):
    made(database, edition_written)

    refused = press(officer, f"{HERE}/1/signature", name="", role="")
    assert refused.status_code == 422
    assert 'href="#role"' in refused.text
    assert press(officer, f"{HERE}/1/signature", name="Jo Bell", role="Director").status_code == 303
    assert "Signed by Jo Bell, Director, on 4 May 2026." in officer.get(f"{HERE}/1").text
    late = press(officer, f"{HERE}/1/response", **BOARD | {"on-year": "2027"})
    assert (late.status_code, "must be today or earlier" in late.text) == (422, True)
    assert press(officer, f"{HERE}/1/response", **BOARD).status_code == 303
    assert press(officer, f"{HERE}/1/publication").status_code == 303
    assert "Published on 4 May 2026." in officer.get(f"{HERE}/1").text


def test_what_is_signed_is_not_changed(officer, database):
    made(database, edition_signed)

    for page in (PART, f"{HERE}/1/signature"):
        assert officer.get(page).status_code == 303
    assert press(officer, PART, seen="99", words="Other.").status_code == 422
    assert press(officer, f"{HERE}/1/figures", seen="99").status_code == 422
    assert press(officer, f"{HERE}/1/publication").status_code == 422


def test_figures_are_counted_anew_and_a_page_that_is_old_says_so(officer, database):
    made(database, edition_begun)

    assert press(officer, f"{HERE}/1/figures", seen="1").status_code == 303
    assert press(officer, f"{HERE}/1/figures", seen="1").status_code == 409
    assert found(database).edition.figures.document == 2


@pytest.mark.parametrize(("page", "state", "answers"), [
    ("signature", edition_written, {"name": "Jo Bell", "role": "Director"}),
    ("response", edition_signed, BOARD),
    ("publication", edition_answered, {}),
    ("withdrawal", edition_published, {"reason": "A table was wrong."}),
])  # fmt: skip
def test_of_two_at_once_one_signs_answers_publishes_or_withdraws(officer, staff_client, database, page, state, answers):
    made(database, state)
    form = {"seen": str(found(database).seen), **answers}

    done, told = at_once([officer, staff_client(Role.DIRECTOR)], f"{HERE}/1/{page}", [form, form])

    assert (done.status_code, told.status_code) == (303, 409)


def test_the_whole_is_read_and_its_figures_taken_away(officer, database, queries):
    made(database, edition_published)
    officer.get(f"{HERE}/1/report")

    with queries() as asked:
        page = officer.get(f"{HERE}/1/report").text

    assert len(asked) <= MOST_QUERIES
    assert "We write about other_reports." in page
    assert "The board welcomes this report." in page
    file = officer.get(f"{HERE}/1/report.csv")
    assert file.headers["Content-Disposition"] == "attachment; filename=annual-complaints-report-2025-26.csv"
    assert "stages.1" in file.text
    assert officer.get(f"{HERE}/1/report.exe").status_code == 404
    assert "The board welcomes this report." in officer.get(f"{HERE}/1/report.html").text
    assert officer.get(f"{HERE}/1/report.pdf").data.startswith(b"%PDF")


@pytest.mark.parametrize("page", ["", "/1", "/1/paragraphs/analysis-volumes", "/1/signature"])
def test_a_page_asks_few_questions(officer, database, queries, page):
    made(database, edition_begun)
    officer.get(HERE + page)

    with queries() as asked:
        officer.get(HERE + page)

    assert len(asked) <= MOST_QUERIES


def test_a_figure_opens_what_counts_today_and_says_where_the_report_says_another(officer, database):
    with database.writing() as session:
        document = counted(session)
        document["stages"]["1"]["received"] = 43
        editions.begin(session, document, BY)

    link = re.search(r'href="(/staff/figures/complaints\?[^"]+)">43<', officer.get(f"{HERE}/1").text)

    assert link is not None
    opened = officer.get(unescape(link[1])).text
    assert "It counts 0 complaints." in opened
    assert "The report says 43: the record has moved on since it was counted." in opened
    assert "The report says" not in officer.get(unescape(link[1]).replace("says=43", "says=0")).text


def test_who_may_not_write_reads_it(staff_client, database):
    made(database, edition_begun)
    viewer = staff_client(Role.VIEWER)

    page = viewer.get(f"{HERE}/1").text

    assert "/paragraphs/" not in page
    assert "Count the figures anew" not in page
    assert "Begin a report" not in viewer.get(HERE).text


@pytest.mark.parametrize("page", ["9", "1/paragraphs/nothing", "1/paragraphs/analysis-nothing", "1/paragraphs/part-x"])
def test_what_is_not_there_is_not_found(officer, database, page):
    made(database, edition_begun)

    assert officer.get(f"{HERE}/{page}").status_code == 404
