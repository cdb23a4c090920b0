"""An office just before Christmas, with contractors and root causes; complaints with promises in any state."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from app.domain.deed import CLOCK, Deed
from app.domain.landlord.landlord import Choice, Landlord
from app.domain.landlord.permissions import Role
from app.services.case import histories
from app.services.landlord import landlord
from tests.cases import deed

CONTRACTORS = (Choice("acme", "Acme Heating"), Choice("gone", "Gone Ltd", retired=True))
HAPPENED = {"happened_on-day": "21", "happened_on-month": "12", "happened_on-year": "2026"}


@pytest.fixture(autouse=True)
def just_before_christmas(clock):
    clock.at = datetime(2026, 12, 22, 12, tzinfo=UTC)


@pytest.fixture
def handler(staff_client, database):
    with database.writing() as session:
        causes, teams = (Choice("delay", "Delay"),), (Choice("damp", "Damp team"),)
        ours = Landlord(name="Elm Homes", contractors=CONTRACTORS, teams=teams, root_causes=causes)
        landlord.put(session, ours, Deed(CLOCK, deed().at))
    return staff_client(Role.HANDLER)


@pytest.fixture
def begin(handler, database):
    """Makes a complaint in some state, and returns it."""

    def begun(state):
        with database.writing() as session:
            return state(session)[0]

    return begun


def state_of(database, made):
    with database.reading() as session:
        return histories.found(session, made.reference, deed()).complaint


def at(made, page="", number=1):
    return f"/staff/complaints/{made.reference}/promises/{number}{page}"


def day(on, name="happened_on"):
    return {f"{name}-day": str(on.day), f"{name}-month": str(on.month), f"{name}-year": str(on.year)}
