"""A served site for pages of the staff's: an officer and a reviewer who are signed in, and complaints in any state."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NamedTuple

from flask import Flask

from app.db import Database
from app.domain.deed import CLOCK, Deed
from app.domain.landlord.landlord import Landlord
from app.domain.landlord.permissions import Role
from app.domain.people.sessions import Kind
from app.services.case.complaints import Made
from app.services.landlord import landlord, staff
from app.services.people import sessions
from tests.browser.conftest import served
from tests.clocks import Clock
from tests.houses import empty_site, keeping

LANDLORD = Landlord(name="Elm Grove Homes", phone="0161 496 0000", emergency_phone="0161 496 0001")
OFFICER, REVIEWER = 1, 2
PEOPLE = {OFFICER: ("Grace Hall", Role.COMPLAINTS_OFFICER), REVIEWER: ("Tom Reid", Role.STAGE_2_REVIEWER)}
NOW = datetime(2027, 1, 4, 12, tzinfo=UTC)


class Office(NamedTuple):
    """A served site, its application and database, and the sign-ins of those who work there."""

    address: str
    database: Database
    tokens: dict[int, str]
    app: Flask

    def begin(self, state: Callable[..., tuple[Made, object]], *more: object) -> Made:
        """Make a complaint in some state of tests/states.py."""
        with self.database.writing() as session:
            return state(session, *more)[0]

    def page_of(self, made: Made, page: str = "") -> str:
        """Return the address of a complaint, or of a page of it."""
        return f"{self.address}/staff/complaints/{made.reference}{'/' if page else ''}{page}"

    def signed_in(self, who: int) -> dict[str, Any]:
        """Return what a browser stores in which somebody is signed in."""
        return keeping(Kind.STAFF.value, self.tokens[who])


@contextmanager
def office(run: Path) -> Iterator[Office]:
    """Serve a site whose officer (1) works on Stage 1, while its reviewer (2) does not."""
    clock = Clock()
    clock.at = NOW
    with empty_site(run, clock) as app:
        database, deed = app.extensions["database"], Deed(CLOCK, NOW)
        with database.writing() as session:
            landlord.put(session, LANDLORD, deed)
            for name, role in PEOPLE.values():
                staff.add(session, name, f"{name[:3]}@example.org", frozenset({role}), deed)
            tokens = {number: sessions.open_for_staff(session, number, "a test", deed) for number in PEOPLE}
        with served(app) as address:
            yield Office(address, database, tokens, app)
