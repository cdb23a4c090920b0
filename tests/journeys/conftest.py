"""The house in which the journeys of a browser are made."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.houses import House, wellmeadow


@pytest.fixture(scope="module")
def house(run: Path) -> Iterator[House]:
    with wellmeadow(run) as house:
        yield house
