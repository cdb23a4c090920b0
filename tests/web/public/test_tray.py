"""The post tray: a demo shows what it would have sent; a landlord's own database has no such page."""

from dataclasses import replace

import pytest

from app.domain.landlord.landlord import Landlord
from app.store.landlord import landlord
from app.store.mail import tray
from app.store.mail.tray import Sent

OURS = Landlord(name="Elm Homes", address="https://portal.elm.example")


@pytest.fixture
def demo(database, clock):
    with database.writing() as session:
        landlord.keep(session, replace(OURS, demo=True), clock.at)


def test_a_landlords_own_database_has_no_tray(client, database, clock):
    with database.writing() as session:
        landlord.keep(session, OURS, clock.at)
        tray.put(session, Sent("<1@elm>", "amina@example.org", "Your code", "123456 is your code.", clock.at))

    response = client.get("/tray")

    assert response.status_code == 404
    assert "123456" not in response.text


def test_an_empty_tray_says_how_to_fill_it(client, demo):
    assert "The tray is empty" in client.get("/tray").text


def test_the_tray_shows_what_was_sent_and_where_it_leads(client, demo, database, clock):
    text = "123456 is your code.\n\nhttps://portal.elm.example/c/back/link/abc\n\n<b>https://eve.example</b>\n"
    with database.writing() as session:
        tray.put(session, Sent("<1@elm>", "amina@example.org", "Your code from Elm Homes", text, clock.at))

    page = client.get("/tray").text

    assert "123456 is your code." in page
    assert 'href="https://portal.elm.example/c/back/link/abc"' in page
    assert "&lt;b&gt;" in page


def test_what_goes_twice_is_in_the_tray_once(database, client, demo, clock):
    for code in ("111111", "222222"):
        with database.writing() as session:
            tray.put(session, Sent("<1@elm>", "amina@example.org", "Your code", f"{code} is your code.", clock.at))

    page = client.get("/tray").text

    assert "222222" in page
    assert "111111" not in page
