"""The start page: danger first, then every way to complain."""

import pytest

from app.store.landlord import landlord as landlords
from tests.web.public.conftest import landlord

pytestmark = pytest.mark.parametrize("backend", ["sqlite"], indirect=True)


def test_danger_stands_before_everything_else(visitor):
    page = visitor.sees("/").text

    assert page.index("0800 111 999") < page.index("0161 555 0199") < page.index("Start now")


def test_the_short_way_is_offered_first_and_every_other_way_too(visitor):
    page = visitor.sees("/").text

    assert page.index("/c/quick") < page.index("/c/step/1")
    assert {"tel:01615550100", "mailto:help@meadow.example.org", "/c/back", "/c/continue"} <= set(addresses(page))


def test_an_address_that_tells_what_the_site_is_for_is_warned_about(visitor, database, clock):
    assert "The address of this site says" not in visitor.sees("/").text

    with database.writing() as session:
        landlords.keep(session, landlord(address="https://complaints.meadow.example.org"), clock.at)

    assert "The address of this site says" in visitor.sees("/").text


def test_who_has_begun_is_offered_to_go_on(visitor):
    visitor.answers(1)

    assert "Go on where you stopped" in visitor.sees("/").text


def test_a_landlord_that_has_said_nothing_yet_still_has_a_start_page(client):
    assert client.get("/").status_code == 200


def test_leaving_quickly_forgets_what_was_being_written(visitor):
    visitor.answers(1)

    left = visitor.sees("/leave")

    assert left.location == "https://www.bbc.co.uk/weather"
    assert "cookies" in left.headers["Clear-Site-Data"]
    assert "Go on where you stopped" not in visitor.sees("/").text


def addresses(page):
    return [each.partition('"')[0] for each in page.split('href="')[1:]]
