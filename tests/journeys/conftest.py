"""The house in which the journeys of a browser are made."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.browsers import Look
from tests.houses import House, wellmeadow
from tests.journeys.tales import Tale


@pytest.fixture(scope="module")
def house(run: Path) -> Iterator[House]:
    with wellmeadow(run) as house:
        yield house


@pytest.fixture(scope="module")
def landlord(run: Path, backend: str) -> Iterator[House]:
    with wellmeadow(run, backend) as house:
        yield house


@pytest.fixture
def tale(landlord: House, look: Look) -> Tale:
    return Tale(landlord, look)
