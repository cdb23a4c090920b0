"""The page of figures: what it says is what it opens, and it shows nobody a case that is not theirs to see."""

from __future__ import annotations

import re
from html import unescape

import pytest

from app.domain.landlord.permissions import Role
from app.post.figures import Figures
from app.web.staff.figures.asked import PERIODS
from tests import states
from tests.web.staff.test_lists import queries as queries

MOST_QUERIES, MOST_WHERE_KEPT = 18, 4
LINKS = re.compile(r'href="(/staff/figures/complaints\?[^"]+)">([\d,]+)<span')
COUNTS = re.compile(r"It counts ([\d,]+) ")


MADE = (states.fresh, states.answered, states.more_time_taken, states.asked, states.stopped, states.refused)
MOVED_ON = (
    "A complaint that changed since is counted in a few minutes; "
    "the lists behind the figures show how things stand now."
)


def main(page):
    return page.partition("<main")[2].partition("</main>")[0]


def count(app):
    """Let a worker count what it would count of many complaints."""
    worker = Figures(slow=1)
    with app.test_request_context():
        for _ in range(2 * len(PERIODS)):
            worker.step()


@pytest.fixture
def viewer(staff_client, database):
    client = staff_client(Role.COMPLAINTS_OFFICER)
    with database.writing() as session:
        for made in MADE:
            made(session)
    return client


@pytest.mark.parametrize("basis", ["", "&basis=event"])
def test_every_figure_opens_as_many_complaints_as_it_says(viewer, basis):
    page = viewer.get(f"/staff/figures?period={basis}").text
    links = LINKS.findall(page)

    assert len(links) > 10
    for address, said in links:
        opened = viewer.get(unescape(address)).text
        assert COUNTS.findall(opened) == [said], address
        assert opened.count('class="govuk-link reference"') == int(said), address


def test_two_days_are_typed_and_then_stand_in_the_address(viewer):
    typed = "first-day=1&first-month=1&first-year=2026&last-day=1&last-month=2&last-year="
    done = viewer.get(f"/staff/figures?basis=event&{typed}2026")
    wrong = viewer.get(f"/staff/figures?{typed}2025")

    assert done.headers["Location"] == "/staff/figures?basis=event&from=2026-01-01&to=2026-02-01"
    assert (wrong.status_code, "must be the same as or after the first" in wrong.text) == (422, True)
    assert "The last day must be in a year from 1900 to 2199" in viewer.get(f"/staff/figures?{typed}9999").text
    assert "Enter the last day" in viewer.get("/staff/figures?first-day=1&first-month=1&first-year=2026").text
    empty = viewer.get("/staff/figures?first-day=&first-month=&first-year=&last-day=&last-month=&last-year=")
    assert (empty.status_code, "Enter the first day" in empty.text, "Enter the last day" in empty.text) == (
        422,
        True,
        True,
    )


def test_what_nobody_kept_is_left_out_and_said_to_be(viewer):
    page = viewer.get("/staff/figures").text

    theme = page.partition(">Complaints by theme</h2>")[2].partition("<h2")[0]
    assert "Nobody has kept this" in theme


def test_another_time_has_figures_of_its_own(viewer):
    page = viewer.get("/staff/figures?period=last_year").text

    assert 'aria-current="page">Last year<' in page
    assert LINKS.findall(page) == []
    assert viewer.get("/staff/figures?from=yesterday&to=2026-01-01&basis=guess&period=ever").status_code == 200


def test_two_days_stay_chosen_when_they_are_counted_in_another_way(viewer):
    page = viewer.get("/staff/figures?from=2026-01-01&to=2026-02-01").text

    assert re.findall(r'aria-current="page">([^<]+)<', page)[-1] == "What was received"
    assert 'aria-current="page">This year<' not in page
    assert re.findall(r'name="(?:first|last)-\w+"[^>]*value="(\d*)"', page) == ["1", "1", "2026", "1", "2", "2026"]
    assert 'href="/staff/figures?basis=event&amp;from=2026-01-01&amp;to=2026-02-01"' in page


def test_a_figure_counts_a_case_that_few_may_see_and_shows_it_to_them_alone(viewer, staff_client, database):
    with database.writing() as session:
        made, _ = states.STATES["kept_to_few"](session)
    other = staff_client(Role.VIEWER, name="Nia Rees")

    theirs, others = (who.get("/staff/figures/complaints?stage=1&measure=received").text for who in (viewer, other))

    assert COUNTS.findall(theirs) == COUNTS.findall(others) == [str(len(MADE) + 1)]
    assert (made.reference in theirs, made.reference in others) == (True, False)
    assert ("You may see all of them." in theirs, f"You may see {len(MADE)} of them." in others) == (True, True)


def test_a_list_says_of_what_it_is_and_of_how_many(viewer):
    said = {
        "stage=1&measure=satisfaction_by_question.easy.answered&says=43": "The report says 43",
        "measure=received": f"It counts {len(MADE) + 1} stages of complaints. You may see all of them.",
        "measure=promises.made": "Promises made, ",
        "measure=other_kinds.enquiry.late": "Letters from MPs and councillors: Late, ",
        "measure=repeat_complainants.2": "It counts 0 people. 0 complaints are theirs.",
        "measure=outcomes.unknown&dimension=theme&other=service_area": "What we decided: Not known, ",
        "stage=1&measure=tsm.CH02.in_time&tsm=LCRA": "CH02: answered in the Code’s time, Stage 1, ",
        "measure=live.late.0&from=2026-12-01&to=2026-12-01": ": Late: Up to 2 weeks.",
    }
    for asked, words in said.items():
        assert words in viewer.get(f"/staff/figures/complaints?{asked}").text


@pytest.mark.parametrize("asked", ["", "?stage=1", "?stage=3&measure=received", "?stage=1&measure=guess",
                                   "?stage=1&measure=received&dimension=colour",
                                   "?measure=tsm.CH01&tsm=OURS"])  # fmt: skip
def test_a_figure_that_is_none_is_not_found(viewer, asked):
    assert viewer.get(f"/staff/figures/complaints{asked}").status_code == 404


@pytest.mark.parametrize("path", ["figures", "figures?basis=event", "figures/complaints?stage=1&measure=received"])
def test_a_page_of_figures_asks_the_database_few_things(viewer, queries, path):
    viewer.get(f"/staff/{path}")

    with queries() as made:
        assert viewer.get(f"/staff/{path}").status_code == 200

    assert len(made) <= MOST_QUERIES


@pytest.mark.parametrize("basis", ["", "?basis=event"])
def test_what_the_worker_counted_is_shown_as_it_would_be_counted_and_is_asked_for_at_once(app, viewer, queries, basis):
    live = viewer.get(f"/staff/figures{basis}").text
    count(app)
    with queries() as made:
        kept = viewer.get(f"/staff/figures{basis}").text

    assert len(made) <= MOST_WHERE_KEPT
    assert not any("FROM counted" in each for each in made)
    assert MOVED_ON in kept
    assert main(kept.replace(f" {MOVED_ON}", "")) == main(live)
    assert MOVED_ON not in viewer.get("/staff/figures?from=2026-11-01&to=2026-11-30").text


def test_a_case_that_changed_is_counted_with_the_workers_next_step_and_listed_at_once(app, viewer, database, clock):
    count(app)
    with database.writing() as session:
        states.fresh(session)
    before = viewer.get("/staff/figures").text
    address = unescape(next(address for address, said in LINKS.findall(before) if said == str(len(MADE))))
    clock.passes(minutes=1)
    count(app)
    after = viewer.get("/staff/figures").text

    assert (address, str(len(MADE) + 1)) in [(unescape(address), said) for address, said in LINKS.findall(after)]
    assert COUNTS.findall(viewer.get(address).text) == [str(len(MADE) + 1)]


@pytest.mark.parametrize(("kind", "begins"), [("csv", b"\xef\xbb\xbftable,line,"), ("xlsx", b"PK"), ("ods", b"PK")])
def test_all_figures_are_given_as_a_file(viewer, kind, begins):
    given = viewer.get(f"/staff/figures.{kind}")

    assert (given.status_code, given.data.startswith(begins)) == (200, True)
    assert given.headers["Content-Disposition"].endswith(f".{kind}")
    assert viewer.get(f"/staff/figures.{kind}x").status_code == 404
