"""The page on which staff choose how a case is counted, and the figures that follow."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from app.domain.deed import CLOCK, Deed
from app.domain.landlord.landlord import Choice, Landlord
from app.domain.landlord.permissions import Role
from app.services.landlord import landlord
from app.store.figures.counted import CountedRow
from tests import states
from tests.web.at_once import at_once
from tests.web.staff.case.conftest import hidden, send

OURS = Landlord(
    service_areas=(Choice("repairs", "Repairs"),),
    themes=(Choice("delay", "Delay"), Choice("damp", "Damp"), Choice("old", "Old", retired=True)),
    directorates=(Choice("homes", "Homes"),),
    root_causes=(Choice("parts", "Late parts"),),
    escalation_reasons=(Choice("unhappy", "Unhappy with the answer"),),
)
LISTED = {"service_area": "repairs", "theme": "delay", "other_themes": "damp", "directorate": "homes"}
CHOSEN = LISTED | {"tenure": "lcra"}


@pytest.fixture
def case(staff_client, database, clock):
    client = staff_client(Role.HANDLER)
    with database.writing() as session:
        landlord.put(session, OURS, Deed(CLOCK, clock.at))
        made, _ = states.asked(session)
    return client, f"/staff/complaints/{made.reference}"


def test_what_is_chosen_is_counted_and_stands_on_the_page(case, database):
    client, where = case
    page = client.get(f"{where}/counting").text
    assert "Old" not in page
    assert "counted as not known: Neighbourhood, Contractor or team." in page
    seen = hidden(page, "seen")

    done = send(client, f"{where}/counting", CHOSEN | {"escalation_reason": "unhappy"}, seen=seen)

    assert done.status_code == 303
    with database.reading() as session:
        first, second = session.scalars(select(CountedRow).order_by(CountedRow.stage))
    assert (first.theme, first.other_themes, first.directorate, first.service_area) == (
        "delay",
        "damp",
        "homes",
        "repairs",
    )
    assert (first.tenure, first.neighbourhood) == ("lcra", None)
    assert (first.escalation_reason, second.escalation_reason) == (None, "unhappy")
    assert '<option value="delay" selected>' in client.get(f"{where}/counting").text
    assert "How it is counted was chosen anew" in client.get(where).text
    late = send(client, f"{where}/counting", CHOSEN, seen=seen)
    assert late.status_code == 409


def test_a_theme_is_not_its_own_companion(case):
    client, where = case

    refused = send(client, f"{where}/counting", CHOSEN | {"other_themes": "delay"})

    assert (refused.status_code, "This is its main theme already" in refused.text) == (422, True)


def test_of_two_who_choose_at_once_one_is_told(case, staff_client):
    client, where = case
    other = staff_client(Role.HANDLER, Role.VIEWER, name="Al Rae")
    seen = hidden(client.get(f"{where}/counting").text, "seen")

    answers = at_once([client, other], f"{where}/counting", [CHOSEN | {"seen": seen}, {"theme": "damp", "seen": seen}])

    assert [each.status_code for each in answers] == [303, 409]
