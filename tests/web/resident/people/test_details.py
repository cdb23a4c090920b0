"""Details and safety (R26): every page of it, what it shows of an address, and what its forms do."""

from __future__ import annotations

import pytest

from app.domain.deed import CLOCK, Deed
from app.domain.people.preferences import Preferences, Safe, Way
from app.domain.people.sessions import Kind
from app.services.case import projections
from app.services.people import sessions
from app.store import record
from app.store.people import contacts as store
from tests.cases import RECEIVED, a_complaint, a_person
from tests.web.resident.people.conftest import send

MOST_QUERIES = 8
HIDDEN = ("csrf_token", "key", "seen")
"""What every form carries beside its answers."""


@pytest.fixture
def mine(visit):
    return visit(by_email)


def usable(database, mine):
    with database.reading() as session:
        return store.usable(session, mine.made.case_id, 1)


def preferences_of(database, mine):
    with database.reading() as session:
        return projections.fold(record.read(session, f"complaint:{mine.made.case_id}")).party(1).preferences


def another_device(app, database, clock, mine):
    with database.writing() as session:
        token = sessions.open_for_party(session, mine.made.case_id, 1, PHONE, Deed(CLOCK, clock.at))
    client = app.test_client()
    client.set_cookie(Kind.RESIDENT.value, token)
    return client


PHONE = "Mozilla/5.0 (Linux; Android 14; SM-A146B) AppleWebKit/537.36 Chrome/130.0.0.0 Mobile Safari/537.36"


@pytest.mark.parametrize(
    "page", ["/details", "/devices", "/return-code", "/reaching-you", "/contact/email", "/contact/letter"]
)
def test_each_page_asks_little_of_the_database(mine, counted, page):
    with counted() as questions:
        mine.get(page)

    # what the landlord says of itself is remembered from page to page, but not in tests
    asked = [each for each in questions if "FROM landlord" not in each]
    assert len(asked) <= MOST_QUERIES, "\n".join(asked)


def test_addresses_are_masked(mine):
    text = mine.get("/details")

    assert "a…@example.org" in text
    assert "amina@example.org" not in text


def test_who_let_nobody_reach_them_can_come_back_here(visit):
    mine = visit(no_way)

    assert "We hold no address or number for you" in mine.get("/details")


def by_email(session):
    return a_complaint(session), RECEIVED


def no_way(session):
    here = Preferences(Safe.NO, (Way.HERE,), Way.HERE)
    return a_complaint(session, a_person(ways={}, preferences=here)), RECEIVED


def test_a_way_that_is_not_safe_is_not_offered(visit):
    mine = visit(no_way)

    assert mine.client.get(f"{mine.home}/contact/email").status_code == 404


@pytest.mark.parametrize("safe", ["no", "not_sure"])
def test_the_old_address_is_barred_at_once_and_other_devices_are_signed_out(app, database, clock, mine, safe):
    elsewhere = another_device(app, database, clock, mine)

    answer = mine.send("/contact/email", old_is_safe=safe, value="new@example.org")

    assert answer.location == f"{mine.home}/details"
    assert usable(database, mine) == {}
    assert elsewhere.get(mine.home).status_code == 303
    assert "We will send nothing to the old one, ever again." in mine.get("/details")


def test_a_clear_yes_asks_for_the_code_that_went_to_the_old_address(database, mine, delivered):
    asked = mine.send("/contact/email", old_is_safe="yes", value="new@example.org")
    [minted] = delivered()
    wrong = send(mine.client, asked.location, code=f"{(int(minted.code) + 1) % 10**6:06d}")
    right = send(mine.client, asked.location, code=minted.code)

    assert minted.to == "amina@example.org"
    assert wrong.status_code == 422
    assert right.location == f"{mine.home}/details"
    assert usable(database, mine)[Way.EMAIL].value == "new@example.org"


def test_the_code_of_a_change_signs_nobody_in(app, mine, delivered):
    mine.send("/contact/email", old_is_safe="yes", value="new@example.org")
    [minted] = delivered()
    stranger = app.test_client()
    send(stranger, "/c/back", by="email", reference=mine.made.reference)

    answer = send(stranger, "/c/back/code", code=minted.code)

    assert answer.status_code == 422


def test_ten_tries_of_the_code_of_a_change_and_then_a_wait(mine, delivered):
    asked = mine.send("/contact/email", old_is_safe="yes", value="new@example.org")
    [minted] = delivered()
    for _ in range(10):
        send(mine.client, asked.location, code=f"{(int(minted.code) + 1) % 10**6:06d}")

    assert send(mine.client, asked.location, code=minted.code).status_code == 429


@pytest.mark.parametrize(
    ("way", "fields", "said"),
    [
        ("email", {"value": "new@example.org"}, "Tell us whether you can still safely use the old one"),
        ("email", {"old_is_safe": "yes", "value": ""}, "Enter an email address"),
        ("email", {"old_is_safe": "yes", "value": "nonsense"}, "Error:"),
        ("phone", {"old_is_safe": "yes", "value": "12"}, "Error:"),
        ("letter", {"old_is_safe": "yes", "value": " "}, "Error:"),
    ],
)
def test_what_cannot_be_used_is_said_and_nothing_is_changed(database, mine, way, fields, said):
    answer = mine.send(f"/contact/{way}", **fields)

    assert answer.status_code == 422
    assert said in answer.text
    assert usable(database, mine)[Way.EMAIL].value == "amina@example.org"


def test_how_to_be_reached_can_be_changed(database, mine):
    answer = mine.send(
        "/reaching-you", safe="no", ways=["here"], main="here", detail="news_only", language="en", mind="Ring never"
    )

    assert answer.location == f"{mine.home}/details"
    assert preferences_of(database, mine) == Preferences(Safe.NO, (Way.HERE,), Way.HERE)
    assert "Ring never" in mine.get("/reaching-you")


def test_a_way_that_is_not_safe_cannot_be_chosen(database, mine):
    answer = mine.send("/reaching-you", safe="no", ways=["email"], main="email", detail="full", language="en")

    assert answer.status_code == 422
    assert preferences_of(database, mine).safe is Safe.YES


def test_a_new_return_code_is_shown_once_and_a_second_press_shows_the_same(mine):
    page = mine.get("/return-code")
    fields = {name: page.partition(f'name="{name}" value="')[2].partition('"')[0] for name in HIDDEN}

    first = mine.client.post(f"{mine.home}/return-code", data=fields)
    second = mine.client.post(f"{mine.home}/return-code", data=fields)

    code = first.text.partition("<strong>")[2].partition("</strong>")[0]
    assert code in second.text
    assert code not in mine.get("/return-code")


def test_four_numbers_can_be_chosen_and_the_code_stopped(database, mine):
    chosen = mine.send("/return-code/numbers", "/return-code", pin="2580")
    stopped = mine.send("/return-code/end", "/return-code")

    assert chosen.location == stopped.location == f"{mine.home}/details"
    assert "You have none that works" in mine.get("/details")


@pytest.mark.parametrize("pin", ["", "123", "12345", "1234", "9876", "0000", "1212", "1984", "2026", "12a4"])
def test_numbers_that_others_would_try_first_are_refused(mine, pin):
    answer = mine.send("/return-code/numbers", "/return-code", pin=pin)

    assert answer.status_code == 422
    assert pin == "" or f'value="{pin}"' not in answer.text


def test_other_numbers_under_the_same_key_do_not_pass_for_chosen(mine):
    chosen = [
        mine.send("/return-code/numbers", "/return-code", pin=pin, key="the-same-press") for pin in ("2580", "7391")
    ]

    assert [answer.status_code for answer in chosen] == [303, 409]
    assert "7391" not in chosen[1].text
