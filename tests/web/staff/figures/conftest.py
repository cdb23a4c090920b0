"""Who makes an annual report, and the day on which they do: its year is over."""

from __future__ import annotations

from datetime import UTC, datetime, time

import pytest

from app.domain.landlord.permissions import Role
from tests.annual import TODAY


@pytest.fixture
def after_the_year(clock):
    clock.at = datetime.combine(TODAY, time(12), UTC)


@pytest.fixture
def officer(staff_client):
    return staff_client(Role.COMPLAINTS_OFFICER)
