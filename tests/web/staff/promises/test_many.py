"""Many promises at once: narrowed, handed over by their boxes, taken away as a file (S11)."""

from __future__ import annotations

import csv
import io
from datetime import UTC, datetime
from uuid import uuid4

import pytest

from app.domain.deed import CLOCK, Deed
from app.domain.landlord.landlord import Choice, Landlord
from app.domain.landlord.permissions import Role
from app.services.case import histories
from app.services.landlord import landlord, looked_at
from app.services.promises import promises
from tests import states
from tests.cases import deed
from tests.web.conftest import token_of

LIST = "/staff/promises"


@pytest.fixture(autouse=True)
def just_before_christmas(clock):
    clock.at = datetime(2026, 12, 22, 12, tzinfo=UTC)


@pytest.fixture
def handler(staff_client, database):
    with database.writing() as session:
        ours = Landlord(name="Elm Homes", contractors=(Choice("acme", "=Acme"),))
        landlord.put(session, ours, Deed(CLOCK, deed().at))
    handler = staff_client(Role.HANDLER)
    staff_client(Role.STAGE_2_REVIEWER)
    return handler


@pytest.fixture
def made(handler, database):
    """Two complaints of two promises each: one disputed twice, the other with a contractor."""
    with database.writing() as session:
        disputed, quiet = states.promise_disputed(session)[0], states.with_promises(session)[0]
        promises.hand_over(session, quiet.reference, 2, 1, "acme", deed(states.ANSWERED, "staff:1"))
    return disputed, quiet


def ticks(client, query=""):
    """What the boxes of the list say when they are ticked, by complaint and number."""
    page = client.get(f"{LIST}{query}").text
    boxes = page.split('id="chosen-')[1:]
    return {box.partition('"')[0]: box.partition('value="')[2].partition('"')[0] for box in boxes}


def hand_over(client, chosen, query="", **more):
    form = {"csrf_token": token_of(client), "key": uuid4().hex, "to": "2", "along": "as-it-is", "chosen": chosen}
    return client.post(f"{LIST}/owners{query}", data=form | more)


def owners(database, *made):
    with database.reading() as session:
        found = [histories.found(session, each.reference, deed()).complaint for each in made]
    return [(promise.owner, promise.contractor) for complaint in found for promise in complaint.promises]


@pytest.mark.parametrize(
    ("query", "shown"),
    [("", 4), ("?view=late", 2), ("?view=disputed", 1), ("?contractor=acme", 1), ("?contractor=odd", 4)],
)
def test_a_list_is_narrowed(handler, made, query, shown):
    assert len(ticks(handler, query)) == shown


def test_how_often_it_was_said_not_done_is_seen_from_the_list(handler, made):
    assert "Said not done: 2" in handler.get(f"{LIST}?view=disputed").text


def test_those_that_were_ticked_go_to_somebody_else(handler, made, database):
    sent = hand_over(handler, list(ticks(handler).values()), "?view=late")

    assert sent.status_code == 303
    assert sent.location.endswith("/staff/promises?view=late")
    assert "Promises given away: 4" in handler.get(sent.location).text
    assert owners(database, *made) == [(2, ""), (2, ""), (2, ""), (2, "acme")]


def test_with_a_contractor_or_with_none(handler, made, database):
    hand_over(handler, list(ticks(handler).values()), to="1", along="acme")
    assert {contractor for _, contractor in owners(database, *made)} == {"acme"}

    hand_over(handler, list(ticks(handler).values()), to="1", along="")
    assert {contractor for _, contractor in owners(database, *made)} == {""}


def test_each_that_stays_is_named_with_why_and_the_others_go(handler, made, database):
    chosen = ticks(handler)
    disputed, quiet = made
    with database.writing() as session:
        day = states.ANSWERED
        promises.finish(session, disputed.reference, 2, day, "Photograph 4", deed(day, "staff:1"))

    sent = hand_over(handler, list(chosen.values()))

    page = handler.get(sent.location).text
    assert f"{disputed.reference}, promise 1 stays: Somebody changed it meanwhile" in page
    assert "Promises given away: 2" in page
    assert owners(database, *made) == [(1, ""), (1, ""), (2, ""), (2, "acme")]

    refused = hand_over(handler, [ticks(handler)[f"{quiet.reference}-1"]])
    assert f"{quiet.reference}, promise 1 stays: Nothing has changed" in handler.get(refused.location).text


def test_pressing_twice_hands_over_once_and_says_the_same(handler, made):
    chosen, key = list(ticks(handler).values()), uuid4().hex

    for _ in range(2):
        sent = hand_over(handler, chosen, key=key)
        assert "Promises given away: 4" in handler.get(sent.location).text


@pytest.mark.parametrize("more", [{"to": "1"}, {"along": "acme"}])
def test_the_same_key_for_another_person_or_contractor_is_refused(handler, made, database, more):
    chosen, key = list(ticks(handler).values()), uuid4().hex
    hand_over(handler, chosen, key=key)
    before = owners(database, *made)

    assert hand_over(handler, chosen, key=key, **more).status_code == 409
    assert owners(database, *made) == before


def test_nothing_ticked_is_said(handler, made):
    refused = hand_over(handler, [])

    assert refused.status_code == 422
    assert "Tick at least one promise" in refused.text


@pytest.mark.parametrize("chosen", [["odd"], ["1.1"], ["9999.1.1"]])
def test_a_box_that_nobody_drew_moves_nothing(handler, made, database, chosen):
    hand_over(handler, chosen)

    assert {owner for owner, _ in owners(database, *made)} == {1}


def test_a_form_without_its_key_is_half_a_form(handler, made):
    assert hand_over(handler, list(ticks(handler).values()), key="").status_code == 400


def test_a_viewer_ticks_nothing(staff_client, made):
    viewer = staff_client(Role.VIEWER)

    assert ticks(viewer) == {}
    assert hand_over(viewer, ["1.1.1"]).status_code == 404


def test_the_list_is_taken_away_as_a_file_whose_cells_are_words_and_that_is_noted(handler, made, database):
    file = handler.get(f"{LIST}.csv?contractor=acme")

    heads, *rows = csv.reader(io.StringIO(file.get_data(as_text=True).lstrip("\ufeff")))
    assert file.mimetype == "text/csv"
    assert (heads[0], len(rows)) == ("Complaint", 1)
    assert rows[0][:3] == [made[1].reference, "2", "Check it is warm"]
    assert rows[0][5] == "'=Acme"
    with database.reading() as session:
        looks = [[look.how for look in looked_at.of_case(session, each.case_id)] for each in made]
    assert looks == [[], ["exported"]]


def test_what_ended_is_taken_away_too(handler, database):
    with database.writing() as session:
        states.finished(session)

    assert "We say it is done" in handler.get(f"{LIST}.csv?view=done").get_data(as_text=True)
