"""What the tests in this folder look at besides the application; the browser itself is in tests/browsers.py."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.browsers import served
from tests.houses import House, wellmeadow
from tests.kitchen import kitchen


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if "/tests/browser/" in item.path.as_posix():
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="module")
def house(run: Path) -> Iterator[House]:
    """A landlord in the middle of its work; a file that looks at another has a `house` of its own."""
    with wellmeadow(run) as house:
        yield house


@pytest.fixture(scope="session")
def patterns() -> Iterator[str]:
    """Every macro in every state, from left to right."""
    with served(kitchen()) as address:
        yield address


@pytest.fixture(scope="session")
def mirrored_patterns() -> Iterator[str]:
    """The same from right to left."""
    with served(kitchen(direction="rtl")) as address:
        yield address
