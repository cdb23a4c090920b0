"""The pages of contractors' people, of promises before the answer, and those on which staff let them in."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.browser.visits import after_a_mistake, at_both_widths
from tests.houses import House

JOB, ASKED = "a_contractors_job", "asked_before_we_promise"


@pytest.fixture
def visit(house: House, look: Callable[..., Page]) -> Callable[..., Page]:
    """Opens a page of the staff's, as one of the colleagues or as Kim of the contractor."""

    def opened(path: str, who: str = "Kim") -> Page:
        return look(f"{house.address}/staff/{path}", storage_state=house.colleague(who), bypass_csp=True)

    return opened


@pytest.mark.parametrize("path", ["jobs", "you"])
def test_somebody_of_a_contractor_can_use_what_they_see(visit, path):
    at_both_widths(visit(path))


@pytest.mark.parametrize(
    ("story", "page"),
    [
        (JOB, ""),
        (ASKED, ""),
        (JOB, "/promises/1/proof"),
        (JOB, "/promises/1/date"),
        (JOB, "/promises/1/access"),
        (JOB, "/promises/1/appointment"),
        (ASKED, "/parts/1"),
    ],
)
def test_they_can_use_a_case_and_do_what_is_theirs(house, visit, story, page):
    opened = visit(f"jobs/{house.references[story]}{page}")

    at_both_widths(opened)
    if page:
        after_a_mistake(opened)


def test_staff_let_them_in_and_put_promises_to_the_resident_first(house, visit):
    case = f"complaints/{house.references[ASKED]}"
    for path in ("contractors", f"{case}/promise-drafts", f"{case}/third-party"):
        opened = visit(path, "Dana")
        at_both_widths(opened)
    other = f"complaints/{house.references['looking_but_not_understood']}"
    after_a_mistake(visit(f"{other}/promise-drafts", "Dana"))


def test_the_resident_says_what_they_would_have_otherwise(house, look):
    reference = house.references[ASKED]
    address = f"{house.address}/c/{reference}/promise-drafts/1"
    opened = look(address, storage_state=house.resident(reference), bypass_csp=True)

    at_both_widths(opened)
    after_a_mistake(opened)
