"""The staff's door (S1): who is let in, who is not, and what becomes of what they were writing."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest

from app.adapters import one_time_codes, passwords
from app.domain.deed import CLOCK, Deed
from app.domain.landlord.permissions import Role
from app.domain.people.sessions import Kind
from app.services.landlord import staff
from tests.web.conftest import HTMX, token_of

PASSWORD = "purple monkey dishwasher"
EMAIL = "jo@example.org"
NOT_RIGHT = "The email address, password or code is not right"


class Somebody:
    """A member of staff, and the app on their telephone."""

    def __init__(self, app, database, clock):
        self.database, self.clock = database, clock
        with database.writing() as session:
            invitation = staff.add(session, "Jo Handler", EMAIL, frozenset({Role.HANDLER}), self.deed())
            staff.set_up(session, invitation.token, passwords.hashed(PASSWORD), 0, self.deed())
            salt = staff.credentials(session, EMAIL).code_salt
        self.secret = one_time_codes.secret(app.extensions["config"].lookup_key, salt)

    def deed(self):
        return Deed(CLOCK, self.clock.at)

    def code(self):
        return one_time_codes.code_at(self.secret, self.clock.at)

    def signs_in(self, client, **answers):
        given = {"email": EMAIL, "password": PASSWORD, "code": self.code()}
        return client.post("/staff/sign-in", data={"csrf_token": token_of(client)} | given | answers)


@pytest.fixture
def jo(app, database, clock):
    return Somebody(app, database, clock)


def is_in(client):
    return client.get("/staff/landlord").status_code == 200


def test_who_is_not_signed_in_is_sent_to_the_door_and_back_again(client, jo):
    away = client.get("/staff/landlord")
    assert away.headers["Location"] == "/staff/sign-in?next=/staff/landlord"

    there = jo.signs_in(client, next="/staff/landlord")

    assert there.headers["Location"] == "/staff/landlord"
    assert is_in(client)


@pytest.mark.parametrize(
    "elsewhere",
    ["https://evil.example", "//evil.example", "/staff//evil.example", "/staff/\\evil.example", "/c/other", ""],
)
def test_nobody_is_sent_to_another_site_or_area(client, jo, elsewhere):
    assert jo.signs_in(client, next=elsewhere).headers["Location"] == "/staff"


def test_an_address_is_known_however_its_letters_are_typed(client, jo):
    assert jo.signs_in(client, email=" JO@Example.ORG ").status_code == 303


@pytest.mark.parametrize(
    "wrong",
    [
        {"password": "purple monkey dishwashers"},
        {"code": "000000"},
        {"code": "12345٦"},
        {"email": "nobody@example.org"},
        {"email": "no address"},
        {"email": "jo@example.org\r\nBcc: all@example.org"},
    ],
)
def test_what_is_wrong_is_not_said_to_who_tries(client, jo, wrong):
    refused = jo.signs_in(client, **wrong)

    assert refused.status_code == 422
    assert NOT_RIGHT in refused.text
    assert not is_in(client)


def test_the_address_is_kept_and_the_password_is_not(client, jo):
    refused = jo.signs_in(client, code="000000")

    assert f'value="{EMAIL}"' in refused.text
    assert PASSWORD not in refused.text


def test_a_code_is_taken_once(app, client, jo):
    jo.signs_in(client)

    again = jo.signs_in(app.test_client())

    assert again.status_code == 422
    assert NOT_RIGHT in again.text


def test_a_code_is_taken_once_also_when_two_send_it_at_the_same_moment(app, jo):
    clients = [app.test_client() for _ in range(4)]

    with ThreadPoolExecutor(4) as at_once:
        answers = list(at_once.map(jo.signs_in, clients))

    assert sorted(answer.status_code for answer in answers) == [303, 422, 422, 422]


def test_an_older_code_is_not_taken_after_a_newer_one(app, client, jo, clock):
    older = jo.code()
    clock.passes(seconds=30)
    jo.signs_in(client)

    assert jo.signs_in(app.test_client(), code=older).status_code == 422


def test_a_telephone_whose_clock_is_half_a_minute_wrong_still_works(client, jo, clock):
    early = jo.code()
    clock.passes(seconds=30)

    assert jo.signs_in(client, code=early).status_code == 303


def test_after_ten_tries_even_the_right_one_must_wait(app, client, jo, clock):
    for _ in range(10):
        jo.signs_in(app.test_client(), password="a guess")

    assert jo.signs_in(client).status_code == 429
    clock.passes(minutes=15)
    assert jo.signs_in(client).status_code == 303


def test_a_network_that_tries_many_addresses_must_wait_too(client, jo):
    for number in range(50):
        jo.signs_in(client, email=f"{number}@example.org")

    assert jo.signs_in(client).status_code == 429


def test_the_cookie_holds_nothing_that_the_database_holds(client, jo, database):
    jo.signs_in(client)
    token = client.get_cookie(Kind.STAFF.value).value

    with database.engine.connect() as connection:
        kept = connection.exec_driver_sql("SELECT token_hash FROM session").scalar_one()

    assert token.encode() not in bytes(kept)


def test_who_leaves_the_page_alone_is_signed_out_after_an_hour(client, jo, clock):
    jo.signs_in(client)

    clock.passes(minutes=59)
    assert is_in(client)
    clock.passes(minutes=59)
    assert is_in(client)
    clock.passes(minutes=60)
    assert not is_in(client)


def test_nobody_stays_in_for_more_than_a_day_at_work(client, jo, clock):
    jo.signs_in(client)

    for _ in range(13):
        clock.passes(minutes=55)
        is_in(client)

    clock.passes(minutes=10)
    assert not is_in(client)


def test_signing_out_ends_the_session_and_not_only_the_cookie(client, jo):
    jo.signs_in(client)
    token = client.get_cookie(Kind.STAFF.value).value

    client.post("/staff/sign-out", data={"csrf_token": token_of(client)})

    client.set_cookie(Kind.STAFF.value, token)
    assert not is_in(client)


def test_a_token_from_before_opens_nothing_after_signing_in(app, client, jo):
    client.set_cookie(Kind.STAFF.value, "a-token-that-somebody-else-knows")

    jo.signs_in(client)

    thief = app.test_client()
    thief.set_cookie(Kind.STAFF.value, "a-token-that-somebody-else-knows")
    assert is_in(client)
    assert not is_in(thief)


def test_who_has_left_is_signed_out_everywhere_and_does_nothing_more(app, client, jo, database):
    with database.writing() as session:
        staff.add(session, "Al Officer", "al@example.org", frozenset({Role.COMPLAINTS_OFFICER}), jo.deed())
    devices = [client, app.test_client(), app.test_client()]
    for each in devices:
        jo.signs_in(each)
        jo.clock.passes(minutes=1)
    forms = [{"csrf_token": token_of(each), "name": "Meadow Homes"} for each in devices]

    with database.writing() as session:
        staff.leave(session, EMAIL, jo.deed())

    assert not any(is_in(each) for each in devices)
    sent = [each.post("/staff/landlord/about", data=form) for each, form in zip(devices, forms, strict=True)]
    assert [each.status_code for each in sent] == [403, 403, 403]


def test_who_has_left_is_signed_out_at_once(client, jo, database):
    with database.writing() as session:
        staff.add(session, "Al Officer", "al@example.org", frozenset({Role.COMPLAINTS_OFFICER}), jo.deed())
    jo.signs_in(client)

    with database.writing() as session:
        staff.leave(session, EMAIL, jo.deed())

    assert not is_in(client)


def test_a_residents_cookie_opens_no_staff_page(client, jo):
    jo.signs_in(client)
    token = client.get_cookie(Kind.STAFF.value).value
    client.delete_cookie(Kind.STAFF.value)

    client.set_cookie(Kind.RESIDENT.value, token)

    assert not is_in(client)


def test_what_was_sent_after_signing_out_is_given_back_after_signing_in(client, jo, clock):
    jo.signs_in(client)
    clock.passes(hours=2)
    token = token_of(client)
    sent = client.post("/staff/landlord/about", data={"csrf_token": token, "name": "Meadow Homes", "key": "k-1"})
    assert sent.headers["Location"] == "/staff/sign-in"

    back = jo.signs_in(client)

    assert back.headers["Location"] == "/staff/unsent"
    unsent = client.get("/staff/unsent").text
    assert "Meadow Homes" in unsent
    assert 'action="/staff/landlord/about"' in unsent
    assert 'name="key" value="k-1"' in unsent


def test_it_is_given_back_once_and_stays_for_a_day(app, client, jo, clock):
    jo.signs_in(client)
    clock.passes(hours=2)
    client.post("/staff/landlord/about", data={"csrf_token": token_of(client), "name": "Meadow Homes"})
    jo.signs_in(client)
    client.get("/staff/unsent")

    clock.passes(hours=2)

    assert jo.signs_in(client).headers["Location"] == "/staff"
    assert client.get("/staff/unsent").status_code == 200
    clock.passes(hours=23)
    jo.signs_in(client)
    assert client.get("/staff/unsent").status_code == 404


def test_it_is_given_to_nobody_else(client, jo, clock, staff_client):
    jo.signs_in(client)
    clock.passes(hours=2)
    client.post("/staff/landlord/about", data={"csrf_token": token_of(client), "name": "Meadow Homes"})

    assert staff_client(Role.VIEWER).get("/staff/unsent").status_code == 404


def test_htmx_is_sent_to_the_door_by_its_own_header(client, jo, clock):
    jo.signs_in(client)
    clock.passes(hours=2)

    sent = client.post("/staff/landlord/about", data={"csrf_token": token_of(client), "name": "Meadow"}, headers=HTMX)

    assert sent.headers["HX-Redirect"] == "/staff/sign-in"


def test_a_form_from_somebody_we_do_not_know_keeps_its_words_on_the_page(client):
    sent = client.post("/staff/landlord/about", data={"csrf_token": token_of(client), "name": "Meadow Homes"})

    assert sent.status_code == 403
    assert "Meadow Homes" in sent.text
