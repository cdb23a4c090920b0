"""Log a complaint for somebody: what they told us, the day it reached us, and their code read out once."""

from __future__ import annotations

import json
from datetime import date
from uuid import uuid4

import pytest
from sqlalchemy import select

from app.domain.landlord.permissions import Role
from app.domain.people.homes import Listed
from app.services.case import histories
from app.services.landlord import looked_at
from app.store.case.complaints import ComplaintRow
from app.store.people import homes
from app.store.record import EventRow
from tests import cases
from tests.web.conftest import HTMX, token_of

HERE = "/staff/complaints/new"
TOLD = {
    "channel": "phone",
    "received_on-day": "20",
    "received_on-month": "11",
    "received_on-year": "2026",
    "danger": "no",
    "whose": "me",
    "words": "The lift has been broken for two weeks and I cannot get my pushchair down.",
    "name": "Amina Yusuf",
    "postcode": "m5 4ab",
    "address": "4 Elm Court",
    "safe": "yes",
    "ways": ["email", "letter"],
    "email": "amina@example.org",
}


@pytest.fixture
def handler(staff_client, database):
    with database.writing() as session:
        cases.seed(session)
    return staff_client(Role.HANDLER)


def log(client, **told):
    key = told.pop("key", uuid4().hex)
    headers = told.pop("headers", {})
    return client.post(HERE, data={"csrf_token": token_of(client), "key": key} | TOLD | told, headers=headers)


def rows(database):
    with database.reading() as session:
        return list(session.scalars(select(ComplaintRow)))


def test_the_page_asks_what_the_resident_is_asked(handler):
    page = handler.get(HERE)

    assert page.status_code == 200
    assert "When did we receive it?" in page.text


def test_a_complaint_is_logged_with_the_day_it_reached_us_and_the_day_it_was_typed(handler, database):
    logged = log(handler)

    page = handler.get(logged.location).text
    (row,) = rows(database)
    with database.reading() as session:
        received = session.scalars(select(EventRow).where(EventRow.kind == "received")).one()

    assert logged.status_code == 303
    assert row.reference in page
    assert "Received on Friday 20 November 2026" in page
    assert "Typed in on Monday 23 November 2026" in page
    assert row.received_on == date(2026, 11, 20)
    assert row.channel == "phone"
    assert json.loads(received.facts)["happened_on"] == "2026-11-20"
    assert received.by.startswith("staff:")


def test_the_return_code_is_shown_until_it_is_taken_off_the_screen(handler):
    here = log(handler).location
    code = handler.get(here).text.partition('<span class="code" dir="ltr">')[2].partition("<")[0]

    assert len(code.split()) == 4
    assert code in handler.get(here).text

    handler.post(here, data={"csrf_token": token_of(handler)})

    assert handler.get(here).status_code == 303


def test_the_code_of_another_is_never_shown(handler, staff_client):
    here = log(handler).location

    assert staff_client(Role.COMPLAINTS_OFFICER).get(here).status_code == 303


def test_the_code_is_not_shown_for_longer_than_half_an_hour(handler, clock):
    here = log(handler).location

    clock.passes(minutes=29)
    assert handler.get(here).status_code == 200
    clock.passes(minutes=2)
    assert handler.get(here).status_code == 303


def test_pressing_twice_logs_one_complaint(handler, database):
    key = uuid4().hex

    first, second = log(handler, key=key), log(handler, key=key, separate="y")

    assert first.location == second.location
    assert len(rows(database)) == 1


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ({"received_on-day": "24"}, "must be today or in the past"),
        ({"received_on-day": "31"}, "must be a real date"),
        ({"received_on-year": "1626"}, "No bank holidays of 1626"),
        ({"received_on-day": "", "received_on-month": "", "received_on-year": ""}, "Enter the date we received it"),
        ({"channel": ""}, "Choose how they told us"),
        ({"words": "  "}, "Write down what went wrong"),
        ({"name": ""}, "Enter the resident’s full name"),
        ({"address": ""}, "or type its address"),
        ({"safe": ""}, "Choose if it is safe"),
        ({"ways": []}, "Choose a way"),
        ({"email": "amina"}, "Enter an email address"),
        ({"ways": ["phone"], "phone": "12"}, "Enter a phone number"),
        ({"whose": "someone_else"}, "Enter the full name of who speaks"),
        ({"whose": "group", "people": "many"}, "Enter a number from 2"),
        ({"safe": "some_ways", "cautions": ["no_letters"], "ways": ["letter"]}, "Choose a safe way"),
        ({"words": "x" * 10_001}, "Shorten it to 10,000"),
    ],
)
def test_what_is_missing_or_wrong_is_said_and_nothing_typed_is_lost(handler, database, told, said):
    refused = log(handler, **told)

    assert refused.status_code == 422
    assert said in refused.text
    assert TOLD["address"] in refused.text or "address" in told
    assert rows(database) == []


@pytest.mark.parametrize(
    "told",
    [
        {"whose": "no_name", "name": "", "address": "", "postcode": ""},
        {
            "whose": "someone_else",
            "speaker_name": "Bo Lee",
            "relationship": "daughter",
            "authority": "they_will_confirm",
        },
        {"whose": "group", "people": "12"},
        {"safe": "no", "ways": [], "email": ""},
        {"safe": "not_sure", "cautions": ["code_word"], "mind": "heron", "ways": ["here"]},
        {"danger": "now", "needs": ["bsl", "large_print"], "needs_words": "18 point"},
        {"name": "🦊 \u202eعائشة O’Néil" * 5, "words": "\U0001f525 " * 200 + "رطوبة", "wanted": ["apology", "money"]},
    ],
)
def test_every_road_leads_to_a_complaint(handler, database, told):
    logged = log(handler, **told)

    assert logged.status_code == 303
    assert handler.get(logged.location).status_code == 200
    assert len(rows(database)) == 1


def test_a_home_is_found_by_its_postcode_and_chosen(handler, database):
    with database.writing() as session:
        homes.add(
            session, [Listed("H1", "1 Elm Court, Salford", "M5 4AB"), Listed("H2", "2 Elm Court, Salford", "M5 4AB")]
        )

    found = log(handler, then="find", address="")

    assert found.status_code == 200
    assert "2 Elm Court, Salford" in found.text
    assert log(handler, home="2", address="").status_code == 303
    assert rows(database)[0].home == 2


def test_a_complaint_like_one_we_have_is_shown_before_it_is_logged_again(handler, database):
    log(handler)

    again = log(handler)

    assert again.status_code == 422
    assert "It may be one of these" in again.text
    assert "Same name, Same home, Nearly the same words" in again.text
    assert log(handler, separate="y").status_code == 303
    assert len(rows(database)) == 2


def test_a_slip_in_an_email_address_is_asked_about_when_looking_first_and_stops_nobody(handler, database):
    assert "Did you mean amina@gmail.com?" in log(handler, then="find", email="amina@gmial.com").text

    log(handler, email="amina@gmial.com")

    assert len(rows(database)) == 1


def test_the_next_door_but_ten_is_another_home(handler):
    log(handler, name="Bo Lee", address="14 Elm Court", words="The door.")

    page = log(handler, then="find", words="The roof.", address="1 Elm Court").text

    assert "no complaint like this" in page


def test_looking_first_tells_script_users_what_was_found_and_keeps_their_words(handler):
    log(handler)

    part = log(handler, then="find", headers=HTMX)

    assert part.status_code == 200
    assert "<html" not in part.text
    assert 'role="status"' in part.text
    assert "Complaints that may be the same: 1." in part.text
    assert TOLD["words"] in part.text


def test_a_complaint_of_long_ago_is_not_taken_for_the_same(handler, clock):
    log(handler)
    clock.passes(minutes=1)
    old = log(handler, **{"received_on-year": "2025", "separate": "y"})

    assert old.status_code == 303
    assert "It may be one of these" in log(handler).text


def test_a_viewer_logs_nothing(staff_client):
    viewer = staff_client(Role.VIEWER)

    assert viewer.get(HERE).status_code == 404
    assert log(viewer).status_code == 404


def test_a_key_that_could_be_guessed_is_refused(handler):
    assert log(handler, key="1").status_code == 400


def test_logging_is_no_look_at_the_case(handler, database):
    log(handler)

    with database.reading() as session:
        assert looked_at.of_case(session, rows(database)[0].id) == []


@pytest.mark.parametrize(("first_told", "known_on"), [("2", date(2026, 11, 2)), ("21", date(2026, 11, 20))])
def test_a_danger_in_the_home_runs_from_the_first_day_they_told_us_and_never_holds_a_complaint_up(
    handler, database, first_told, known_on
):
    day = {"first_told-day": first_told, "first_told-month": "11", "first_told-year": "2026"}

    logged = log(handler, hazards=["damp_or_mould"], **day)

    (row,) = rows(database)
    with database.reading() as session:
        complaint = histories.found(session, row.reference, cases.deed()).complaint
    assert logged.status_code == 303
    assert complaint.hazards[0].known.on == known_on
