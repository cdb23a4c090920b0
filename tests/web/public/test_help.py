"""What anybody may read (R31): in plain words, with the landlord's own numbers, and dates counted from today."""

from __future__ import annotations

import pytest

from app.domain.deed import CLOCK, Deed
from app.domain.landlord.landlord import Landlord
from app.store.landlord import landlord as store
from tests import cases

PAGES = ["/how-complaints-work", "/staying-safe", "/accessibility", "/privacy", "/cookies", "/contact", "/ombudsman"]
MOST_QUERIES = 8


@pytest.fixture(autouse=True)
def known(database):
    """The landlord and its bank holidays."""
    ours = Landlord(name="Elm Homes", phone="0161 496 0000", email="help@elm.example", post=("1 Elm Road", "Salford"))
    with database.writing() as session:
        cases.seed(session)
        store.keep(session, ours, Deed(CLOCK, AT).at)


from tests.clocks import Clock  # noqa: E402

AT = Clock().at


@pytest.mark.parametrize("path", PAGES)
def test_anybody_can_read_it(client, path):
    assert client.get(path).status_code == 200


def test_the_dates_are_those_of_a_complaint_made_today(client):
    text = client.get("/how-complaints-work").text

    assert "If you tell us today, Monday 23 November:" in text
    assert "by Monday 30 November we write to say what we understood" in text
    assert "by Monday 14 December at the latest you get our full answer" in text
    assert "It will not be later than Wednesday 30 December unless" in text


def test_each_limit_of_the_procedure_and_what_it_may_refuse_is_told(client):
    text = client.get("/how-complaints-work").text

    for said in (
        "5 days",
        "10 days from the day of that letter",
        "20 days more",
        "it happened more than 12 months before you told us",
        "a claim about the same thing has been filed at court",
        "you have 12 months to ask them",
        "0300 111 3000",
        "PO Box 1484",
    ):
        assert said in text
    assert "we may start with Stage 2 at once" not in text


def test_no_resident_is_told_of_working_days(client):
    assert not any("working day" in client.get(path).text.lower() for path in PAGES)


def test_the_procedure_of_another_nation_has_its_own_dates(client, database):
    with database.writing() as session:
        store.keep(session, Landlord(name="Ben Homes", profile="scotland-2021"), AT)

    text = client.get("/how-complaints-work").text

    assert "by Tuesday 1 December at the latest you get our full answer" in text
    assert "Ask within 2 months of our answer, or within 6 months of what happened" in text
    assert "we may start with Stage 2 at once" in text
    assert "As long as you agree to" in text
    assert "0800 377 7330" in client.get("/ombudsman").text
    assert "0800 027 1234" in client.get("/staying-safe").text


def test_the_landlords_own_numbers_are_given(client):
    text = client.get("/contact").text

    assert all(each in text for each in ("0161 496 0000", "help@elm.example", "1 Elm Road, Salford"))


def test_the_ombudsman_can_be_rung_written_to_and_reached_online(client):
    text = client.get("/ombudsman").text

    assert "0300 111 3000" in text
    assert "PO Box 1484" in text
    assert "make-a-complaint" in text


def test_every_cookie_that_is_set_is_told_of(client):
    told = client.get("/cookies").text
    client.get("/c/back")

    assert all(cookie.key in told for cookie in client._cookies.values())


def test_what_stays_for_good_is_told(client):
    text = client.get("/privacy").text

    assert "by themselves" not in text
    for fact in (
        "Some facts stay for good",
        "in danger",
        "children",
        "your language",
        "safe to reach you",
        "which home",
    ):
        assert fact in text
