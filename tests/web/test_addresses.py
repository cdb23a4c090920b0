"""What somebody makes up in an address leads nowhere, and breaks nothing."""

from __future__ import annotations

import pytest

from app.domain.landlord.permissions import Role
from app.domain.people.sessions import Kind
from app.services.people import sessions
from app.web.resident import guards as resident_guards
from app.web.staff import guards as staff_guards
from tests import states
from tests.cases import deed
from tests.web.conftest import token_of

TOO_LONG = "9" * 30


@pytest.fixture
def made(database):
    with database.writing() as session:
        return states.acknowledged(session)[0]


@pytest.fixture
def resident(app, database, clock, made):
    with database.writing() as session:
        token = sessions.open_for_party(session, made.case_id, 1, "a test", deed(clock.at.date()))
    client = app.test_client()
    client.set_cookie(Kind.RESIDENT.value, token)
    return client


@pytest.mark.parametrize("page", ["letters/{}", "people/{}", "contact/{}/code"])
def test_a_number_that_no_database_holds_is_not_found(resident, made, page):
    assert resident.get(f"/c/{made.reference}/{page.format(TOO_LONG)}").status_code == 404


@pytest.mark.parametrize("page", ["letters/{}/posting", "promises/{}/proof", "contacts/{}"])
def test_staff_find_nothing_there_either(staff_client, made, page):
    handler = staff_client(Role.HANDLER)

    assert handler.get(f"/staff/complaints/{made.reference}/{page.format(TOO_LONG)}").status_code == 404


def test_a_new_return_code_needs_the_key_it_is_drawn_from(resident, made):
    refused = resident.post(f"/c/{made.reference}/return-code", data={"csrf_token": token_of(resident)})

    assert refused.status_code == 400


@pytest.mark.parametrize(
    "wanted",
    [
        "//evil.example",
        "https://evil.example",
        "/c\\evil.example",
        "/c/x\r\nSet-Cookie: a=b",
        "/staff/\n//evil.example",
    ],
)
def test_nobody_is_led_to_another_site(wanted):
    assert resident_guards.after_sign_in(wanted, "7Q4K-2M9P") == "/c/7Q4K-2M9P"
    assert staff_guards.after_sign_in(wanted) == "/staff"
