"""What tests of the pages about people share: a complaints officer at her desk, while the complaint is looked into."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from flask.testing import FlaskClient

from app.domain.landlord.permissions import Role
from tests.clocks import Clock


@pytest.fixture
def officer(staff_client: Callable[..., FlaskClient], clock: Clock) -> FlaskClient:
    clock.at = datetime(2026, 11, 25, 12, tzinfo=UTC)
    return staff_client(Role.COMPLAINTS_OFFICER)
