"""Row 5: from the first page to the last with the keys alone; no mouse, and no focus put where Tab does not lead."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page

from tests.houses import House
from tests.journeys import roads

pytestmark = pytest.mark.browser

MOST_STOPS = 120
SAME_GROUP = """wanted => {
  const now = document.activeElement;
  return wanted.type === "radio" && now?.type === "radio" && now.name === wanted.name;
}"""


class Keys:
    """Tab to it, then type, Space or Enter."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def fill(self, box: Locator, words: str) -> None:
        self._reach(box)
        self.page.keyboard.press("ControlOrMeta+A")
        self.page.keyboard.insert_text(words)

    def choose(self, choice: Locator) -> None:
        """Of radio buttons Tab reaches the first, and arrows the others."""
        self._reach(choice)
        self.page.keyboard.press("Space")
        assert choice.is_checked()

    def press(self, what: Locator) -> None:
        self._reach(what)
        self.page.keyboard.press("Enter")

    def _reach(self, wanted: Locator) -> None:
        target = wanted.element_handle()
        for _ in range(MOST_STOPS):
            if target.evaluate("e => e === document.activeElement"):
                return
            same_group = target.evaluate(SAME_GROUP)
            self.page.keyboard.press("ArrowDown" if same_group else "Tab")
        raise AssertionError(f"{wanted} is not reached by keys")


@pytest.fixture
def hands(look) -> Keys:
    return Keys(look("about:blank"))


def test_a_complaint_is_told_and_stage_2_asked_for(hands: Keys, house: House) -> None:
    code = roads.tell_us(hands, house)

    roads.come_back(hands, house, code)


def test_staff_sign_in_acknowledge_and_answer(hands: Keys, house: House) -> None:
    reference = house.references["just_sent"]

    roads.sign_in(hands, house, "Dana")
    roads.acknowledge(hands, house, reference)
    roads.answer(hands, house, reference)
