"""The day somebody asked for Stage 2, as staff type it in."""

from __future__ import annotations

import pytest

from app.domain.landlord.permissions import Role
from tests.cases import an_acknowledged
from tests.forms import press


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (("", "", ""), "Enter the day they asked"),
        (("31", "2", "2026"), "The day they asked must be a real date"),
        (("31", "", "2026"), "The day they asked must include a month"),
    ],
)
def test_a_day_of_asking_that_is_none_says_what_is_wrong_with_it(staff_client, database, typed, said):
    officer = staff_client(Role.COMPLAINTS_OFFICER)
    with database.writing() as session:
        reference = an_acknowledged(session).reference
    parts = {f"happened_on-{part}": text for part, text in zip(("day", "month", "year"), typed, strict=True)}

    refused = press(officer, f"/staff/complaints/{reference}/stage-2", parts)

    assert refused.status_code == 422
    assert said in refused.text
