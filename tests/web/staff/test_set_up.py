"""The link somebody is sent when they begin to work here."""

from __future__ import annotations

import pytest

from app.adapters import one_time_codes
from app.domain.deed import CLOCK, Deed
from app.domain.landlord.permissions import Role
from app.services.landlord import staff
from tests.web.conftest import token_of

PASSWORD = "purple monkey dishwasher"
EMAIL = "jo@example.org"


@pytest.fixture
def link(database, clock):
    with database.writing() as session:
        invitation = staff.add(session, "Jo", EMAIL, frozenset({Role.HANDLER}), Deed(CLOCK, clock.at))
    return f"/staff/set-up/{invitation.token}"


@pytest.fixture
def secret(app, database, link):
    with database.reading() as session:
        salt = staff.credentials(session, EMAIL).code_salt
    return one_time_codes.secret(app.extensions["config"].lookup_key, salt)


def set_up(client, link, code, password=PASSWORD):
    return client.post(link, data={"csrf_token": token_of(client), "password": password, "code": code})


def test_the_page_shows_a_picture_and_the_same_secret_in_letters(client, link, secret):
    page = client.get(link)

    assert "data:image/svg+xml" in page.text
    assert secret in page.text


def test_a_password_and_a_code_let_somebody_in(client, link, secret, clock):
    done = set_up(client, link, one_time_codes.code_at(secret, clock.at))
    assert done.status_code == 303

    clock.passes(seconds=30)
    answers = {"email": EMAIL, "password": PASSWORD, "code": one_time_codes.code_at(secret, clock.at)}
    answer = client.post("/staff/sign-in", data={"csrf_token": token_of(client)} | answers)

    assert answer.status_code == 303


def test_the_link_works_once(client, link, secret, clock):
    set_up(client, link, one_time_codes.code_at(secret, clock.at))

    assert client.get(link).status_code == 404


def test_the_link_works_for_a_week(client, link, clock):
    clock.passes(days=7)

    assert client.get(link).status_code == 404


def test_a_new_link_voids_the_one_before(client, link, database, clock):
    with database.writing() as session:
        staff.reset(session, EMAIL, Deed(CLOCK, clock.at))

    assert client.get(link).status_code == 404


@pytest.mark.parametrize(
    ("password", "why"),
    [
        ("short", "12 characters or more"),
        ("password1234", "harder to guess"),
        ("aaaaaaaaaaaaaaa", "harder to guess"),
        ("jo@example.org", "harder to guess"),
    ],
)
def test_a_password_that_can_be_guessed_is_refused(client, link, secret, clock, password, why):
    refused = set_up(client, link, one_time_codes.code_at(secret, clock.at), password)

    assert refused.status_code == 422
    assert why in refused.text


def test_a_long_password_in_any_letters_is_taken(client, link, secret, clock):
    long = "пароль з українських слів 🙂 " * 8

    assert set_up(client, link, one_time_codes.code_at(secret, clock.at), long).status_code == 303


def test_a_wrong_code_is_refused_beside_its_question(client, link):
    refused = set_up(client, link, "000000")

    assert refused.status_code == 422
    assert "The code is not right" in refused.text


def test_codes_are_not_guessed_at_for_long(client, link):
    answers = [set_up(client, link, "000000").status_code for _ in range(11)]

    assert answers[-1] == 429
