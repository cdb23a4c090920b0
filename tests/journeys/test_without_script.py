"""Row 20: the same roads where scripts are off, do not arrive, or break on the way."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.browser.scripts import BROKEN, no_script
from tests.houses import House
from tests.journeys import roads

pytestmark = pytest.mark.browser


@pytest.fixture(params=BROKEN)
def hands(request: pytest.FixtureRequest, browser: Browser) -> Iterator[roads.Mouse]:
    with no_script(browser, request.param) as page:
        yield roads.Mouse(page)


def test_a_complaint_is_told_and_stage_2_asked_for(hands: roads.Mouse, house: House) -> None:
    code = roads.tell_us(hands, house)

    roads.come_back(hands, house, code)


def test_a_complaint_is_told_in_easy_read(hands: roads.Mouse, house: House) -> None:
    roads.tell_us_in_easy_read(hands, house)


def test_staff_sign_in_acknowledge_and_answer(hands: roads.Mouse, house: House, request: pytest.FixtureRequest) -> None:
    stories = dict(zip(BROKEN, ("just_sent", "in_danger", "acknowledgement_late"), strict=True))
    reference = house.references[stories[request.node.callspec.params["hands"]]]

    roads.sign_in(hands, house, "Dana")
    roads.acknowledge(hands, house, reference)
    roads.answer(hands, house, reference)
