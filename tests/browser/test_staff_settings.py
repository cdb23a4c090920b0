"""The staff's door, the lists of a landlord at work, and its settings, at both widths."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO

import pytest
from playwright.sync_api import Page
from sqlalchemy import select

from app.adapters import storage
from app.domain.deed import Actor, Deed
from app.domain.figures.cells import Days
from app.domain.landlord.permissions import Role
from app.post.pasts import Pasts
from app.services.figures import past_uploads
from app.services.landlord import staff
from app.store.case.complaints import ComplaintRow
from app.web.staff.landlord.questions import SECTIONS
from tests.browser import checks
from tests.browser.visits import after_a_mistake, at_both_widths
from tests.houses import House, StaffPages
from tests.pasts import PLAIN, WHOLE, as_csv

LISTS = (
    *("you", "work", "work?view=team", "letters", "promises", "promises?view=disputed", "unsent", "search?q=damp"),
    *("improvements", "improvements/1", "improvements/new"),
)

BAD = {"reference": "C-2", "received_on": "soon", "stage_1_outcome": "Upheld", "compensation": "a lot of money"}

OpenPage = Callable[..., Page]


@pytest.fixture
def visit(house: House, look: OpenPage) -> StaffPages:
    return StaffPages(house, look)


REPORTS = (
    "reports",
    "reports/2",
    "reports/2/paragraphs/analysis-volumes",
    "reports/2/tables/improvements/1",
    "reports/1/response",
)


@pytest.mark.parametrize("path", [*LISTS, "groups/1", *REPORTS])
def test_anybody_can_use_a_list_of_a_landlord_at_work(visit, path):
    at_both_widths(visit(path))


@pytest.mark.parametrize("path", ["", "/logo", *(f"/{each}" for each in ("letters", "letters/upheld/en", *SECTIONS))])
def test_anybody_can_use_the_settings(visit, path):
    at_both_widths(visit(f"landlord{path}"))


def test_settings_say_what_is_missing(visit):
    after_a_mistake(visit("landlord/about"))


def test_a_report_says_what_stops_its_signature(visit):
    after_a_mistake(visit("reports/2/signature"))


def test_the_door_can_be_used_and_says_what_is_missing(house, look):
    opened = look(f"{house.address}/staff/sign-in", bypass_csp=True)

    at_both_widths(opened)
    checks.purpose(opened, of_others=["email"])  # for who signs in it is their username
    after_a_mistake(opened)


def test_a_new_colleague_can_set_up_their_sign_in(house, look):
    with house.database.writing() as session:
        invited = staff.add(session, "Ola New", "ola@wellmeadow.example", frozenset({Role.HANDLER}), house.deed)
    opened = look(f"{house.address}/staff/set-up/{invited.token}", bypass_csp=True)

    at_both_widths(opened)
    after_a_mistake(opened)


@pytest.fixture
def checked(house: House) -> str:
    """The page of a file of the past that was checked, with good and bad lines."""
    sent = BytesIO(as_csv(WHOLE, PLAIN | dict.fromkeys(WHOLE.keys() - PLAIN.keys(), ""), WHOLE | BAD))
    config = house.app.extensions["config"]
    taken = past_uploads.take(storage.opened(config.storage_url), sent, "complaints 2024.csv")
    by = Deed(Actor("staff", "1"), house.clock.at)
    with house.database.writing() as session:
        number = past_uploads.add(session, taken, Days.ISO, by, create_missing=True)
    work(house)
    return f"imports/{number}"


def work(house: House) -> None:
    """Let a worker do all that there is to do with files of the past."""
    worker = Pasts(house.app.extensions["config"], "a test")
    with house.app.app_context():
        while worker.step():
            pass


def test_anybody_can_bring_the_past_in_and_add_who_complained(visit, checked, house):
    at_both_widths(visit("imports"))
    at_both_widths(visit(checked))
    with house.database.writing() as session:
        number = int(checked.removeprefix("imports/"))
        past_uploads.confirm(session, number, Deed(Actor("staff", "1"), house.clock.at), skip_bad=True)
    work(house)
    with house.database.reading() as session:
        open_one = session.scalar(select(ComplaintRow.reference).order_by(ComplaintRow.id.desc()).limit(1))
    opened = visit(f"complaints/{open_one}/complainant")
    at_both_widths(opened)
    after_a_mistake(opened)
    at_both_widths(visit(f"complaints/{open_one}/counting"))


@pytest.mark.parametrize("path", ["", "/contacts"])
def test_anybody_can_state_figures(visit, path):
    at_both_widths(visit(f"figures/stated{path}"))


def test_a_figure_that_is_stated_by_half_says_what_is_missing(visit):
    after_a_mistake(visit("figures/stated/customers"))
