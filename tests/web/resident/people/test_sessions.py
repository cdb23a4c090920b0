"""Where somebody is signed in: listed and ended, and nothing they were writing is lost to them or given to others."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import text

from app.domain.deed import CLOCK, Deed
from app.domain.people.sessions import Kind
from app.services.people import sessions
from tests.web.resident.people.conftest import send
from tests.web.resident.people.test_details import HIDDEN, another_device, by_email, preferences_of


@pytest.fixture
def mine(visit):
    return visit(by_email)


def test_devices_are_listed_and_one_is_signed_out(app, database, clock, mine):
    elsewhere = another_device(app, database, clock, mine)
    text_before = mine.get("/devices")
    number = max(int(each.split("/")[0]) for each in text_before.split("/devices/")[1:] if each[0].isdigit())

    mine.send(f"/devices/{number}/end", "/devices")

    assert "Chrome on an Android phone or tablet" in text_before
    assert elsewhere.get(mine.home).status_code == 303
    assert mine.client.get(mine.home).status_code == 200


def test_all_other_devices_are_signed_out_at_once(app, database, clock, mine):
    others = [another_device(app, database, clock, mine) for _ in range(2)]

    mine.send("/devices/end", "/devices")

    assert [other.get(mine.home).status_code for other in others] == [303, 303]
    assert mine.client.get(mine.home).status_code == 200


def test_nobody_signs_another_persons_device_out(app, database, clock, mine, joint):
    with database.writing() as session:
        token = sessions.open_for_party(session, joint.case_id, 1, "theirs", Deed(CLOCK, clock.at))
        number = session.scalar(text("SELECT max(id) FROM session"))
    other = app.test_client()
    other.set_cookie(Kind.RESIDENT.value, token)

    mine.send(f"/devices/{number}/end", "/devices")

    assert other.get(f"/c/{joint.reference}").status_code == 200


def test_signing_out_signs_out_here(mine):
    answer = send(mine.client, "/c/sign-out", f"{mine.home}/details")

    assert answer.location == "/c/back"
    assert mine.client.get(mine.home).status_code == 303


def test_a_sign_in_ends_after_half_an_hour_without_use(mine, clock):
    clock.passes(minutes=29)
    assert mine.client.get(mine.home).status_code == 200
    clock.passes(minutes=31)

    assert mine.client.get(mine.home).status_code == 303


def test_saying_that_one_is_still_there_keeps_the_sign_in(mine, clock):
    page = mine.get("/details")
    token = page.partition('name="csrf_token" value="')[2].partition('"')[0]
    for _ in range(3):
        clock.passes(minutes=25)
        assert mine.client.post("/c/stay", data={"csrf_token": token}).status_code == 204

    assert 'data-warn-after="1500"' in page
    assert mine.client.get(mine.home).status_code == 200


def test_no_sign_in_lasts_longer_than_eight_hours(mine, clock):
    for _ in range(19):
        clock.passes(minutes=25)
        assert mine.client.get(mine.home).status_code == 200
    clock.at += timedelta(minutes=6)

    assert mine.client.get(mine.home).status_code == 303
    assert mine.client.post("/c/stay", data={"csrf_token": "any"}).status_code in (400, 403)


def test_what_was_sent_after_the_sign_in_ended_is_given_back_to_the_same_person(mine, clock, delivered):
    page = mine.get("/reaching-you")
    fields = {name: page.partition(f'name="{name}" value="')[2].partition('"')[0] for name in HIDDEN}
    clock.passes(minutes=31)

    door = mine.client.post(f"{mine.home}/reaching-you", data=fields | {"mind": "My brother must not know"})
    send(mine.client, "/c/back", by="email", reference=mine.made.reference)
    back = send(mine.client, "/c/back/code", code=delivered()[0].code)

    assert door.location == "/c/back"
    assert back.location == f"{mine.home}/unsent"
    assert "My brother must not know" in mine.client.get(back.location).text


def test_what_was_sent_is_given_to_nobody_else(app, mine, joint, clock, delivered):
    page = mine.get("/reaching-you")
    fields = {name: page.partition(f'name="{name}" value="')[2].partition('"')[0] for name in HIDDEN}
    clock.passes(minutes=31)
    mine.client.post(f"{mine.home}/reaching-you", data=fields | {"mind": "My brother must not know"})

    send(mine.client, "/c/back", by="email", reference=joint.reference)
    back = send(mine.client, "/c/back/code", code=delivered()[0].code)

    assert back.location == f"/c/{joint.reference}"
    assert mine.client.get(f"/c/{joint.reference}/unsent").status_code == 404


def test_what_was_written_in_one_case_is_not_given_to_who_had_another_open_beside_it(mine, joint, clock, delivered):
    send(mine.client, "/c/back", by="email", reference=joint.reference)
    send(mine.client, "/c/back/code", code=delivered()[0].code, both="both")
    page = mine.client.get(f"/c/{joint.reference}/reaching-you").text
    fields = {name: page.partition(f'name="{name}" value="')[2].partition('"')[0] for name in HIDDEN}
    clock.passes(minutes=31)
    mine.client.post(f"/c/{joint.reference}/reaching-you", data=fields | {"mind": "My brother must not know"})

    send(mine.client, "/c/back", by="email", reference=mine.made.reference)
    back = send(mine.client, "/c/back/code", code=delivered()[0].code)
    assert back.location == mine.home
    assert mine.client.get(f"{mine.home}/unsent").status_code == 404

    send(mine.client, "/c/back", by="email", reference=joint.reference)
    back = send(mine.client, "/c/back/code", code=delivered()[0].code)
    assert back.location == f"/c/{joint.reference}/unsent"
    assert "My brother must not know" in mine.client.get(back.location).text


def test_an_ended_sign_in_reads_nothing_that_was_sent_with_it(app, mine, clock):
    page = mine.get("/reaching-you")
    fields = {name: page.partition(f'name="{name}" value="')[2].partition('"')[0] for name in HIDDEN}
    thief = app.test_client()
    thief.set_cookie(Kind.RESIDENT.value, mine.client.get_cookie(Kind.RESIDENT.value).value)
    clock.passes(minutes=31)
    mine.client.post(f"{mine.home}/reaching-you", data=fields | {"mind": "My brother must not know"})

    answer = thief.get(f"{mine.home}/unsent")

    assert answer.status_code == 303
    assert "brother" not in answer.text


def test_who_was_signed_out_everywhere_does_nothing_more(app, database, clock, mine):
    other = another_device(app, database, clock, mine)
    page = other.get(f"{mine.home}/reaching-you").text
    fields = {name: page.partition(f'name="{name}" value="')[2].partition('"')[0] for name in HIDDEN}
    before = preferences_of(database, mine)

    mine.send("/devices/end", "/devices")
    answer = other.post(
        f"{mine.home}/reaching-you",
        data=fields | {"safe": "no", "ways": "here", "main": "here", "detail": "full", "language": "en"},
    )

    assert answer.status_code == 403
    assert other.post("/c/stay", data=fields).status_code == 403
    assert preferences_of(database, mine) == before


def test_leaving_quickly_ends_the_sign_in_and_wipes_what_the_browser_holds(mine):
    answer = mine.client.get("/leave")

    assert answer.location.startswith("https://www.bbc.co.uk/weather")
    assert "cookies" in answer.headers["Clear-Site-Data"]
    assert mine.client.get(mine.home).status_code == 303
