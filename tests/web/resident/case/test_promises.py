"""A promise on its resident's own page (R20), and their word on whether it was kept (R28)."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import timedelta

import pytest
from werkzeug.datastructures import FileStorage

from app.db import Database
from app.domain.case.state import Complaint
from app.domain.deed import CLOCK, Deed
from app.domain.landlord.landlord import Choice, Landlord
from app.domain.promises.ledger import Verdict
from app.services.case import histories
from app.services.landlord import landlord
from app.services.promises import promises
from tests import states
from tests.cases import deed
from tests.clocks import Clock
from tests.sent_files import photo
from tests.web.resident.case.conftest import Visit

MOST_QUERIES = 8
PROMISE = "/promises/1"
SAID = "It still drips"


def complaint(database: Database, visit: Visit) -> Complaint:
    with database.reading() as session:
        return histories.found(session, visit.made.reference, deed()).complaint


@pytest.mark.parametrize(
    ("state", "said"),
    [
        (states.with_promises, ("To do",)),
        (states.promise_late, ("Late",)),
        (states.promise_moved, ("There is a new date", "Before, we said Sunday 20 December 2026", "The part is not")),
        (states.finished, ("Done. Do you agree?", "Tuesday 8 December 2026")),
        (states.promise_disputed, ("You say it is not done",)),
        (states.promise_ended, ("Ended",)),
    ],
)
def test_each_promise_stands_on_the_page_with_how_it_stands(visit, state, said) -> None:
    page = visit(state).get()

    assert [words for words in said if words not in page] == []
    assert 'id="promise-1"' in page


def test_who_sees_to_it_is_named_and_the_contractor_with_them(visit, database: Database) -> None:
    opened = visit(states.with_promises)
    with database.writing() as session:
        landlord.put(
            session, Landlord(name="Elm Homes", contractors=(Choice("acme", "Acme Heating"),)), Deed(CLOCK, deed().at)
        )
        promises.hand_over(session, opened.made.reference, 1, 2, "acme", deed(states.ANSWERED, "staff:1"))

    assert "Tom Reid, Acme Heating" in opened.get()


def test_a_page_of_its_own_tells_what_happened_with_the_words_that_are_theirs_to_read(visit) -> None:
    page = visit(states.promise_moved).get(PROMISE)

    assert "The part is not there yet." in page
    assert "First we said" in page
    assert page.index("We promised something") < page.index("We gave something that we promised a new date")


@pytest.mark.parametrize(("state", "noted"), [(states.finished, "Photograph 3"), (states.promise_ended, "Nobody in.")])
def test_the_houses_own_notes_and_proof_are_not_on_it(visit, state, noted: str) -> None:
    assert noted not in visit(state).get(PROMISE)


def test_a_page_asks_few_things_of_the_database(visit, queries) -> None:
    opened = visit(states.promise_disputed)

    with queries() as asked:
        opened.get(PROMISE)

    assert len(asked) <= MOST_QUERIES


@pytest.mark.parametrize("verdict", Verdict)
def test_the_resident_says_whether_it_was_done(visit, database: Database, verdict: Verdict) -> None:
    opened = visit(states.finished)

    sent = opened.send(PROMISE, verdict=verdict.value, words=SAID)

    promise = complaint(database, opened).promise(1)
    assert sent.status_code == 303
    assert (promise.verdict, promise.open) == (verdict, verdict is not Verdict.KEPT)
    assert SAID in opened.get(PROMISE)


def test_in_its_row_one_press_agrees_and_the_page_comes_back_there(visit, database: Database) -> None:
    opened = visit(states.promise_asked_about)

    sent = opened.send(PROMISE, page="", verdict="kept", row="1")

    assert (sent.status_code, sent.location.rpartition("/c/")[2]) == (303, f"{opened.made.reference}#promise-1")
    assert complaint(database, opened).promise(1).verdict is Verdict.KEPT


def test_htmx_is_given_the_row_alone_with_its_news(visit) -> None:
    opened = visit(states.promise_asked_about)
    opened.client.environ_base["HTTP_HX_REQUEST"] = "true"

    sent = opened.send(PROMISE, page="", verdict="kept", row="1")

    assert sent.status_code == 200
    assert "<html" not in sent.text
    assert 'id="promise-1-stands"' in sent.text
    assert "Thank you. You told us that it was done." in sent.text
    assert "<form" not in sent.text, "they have said so"


def test_a_row_that_nothing_can_be_said_of_any_more_leads_to_its_page(visit) -> None:
    opened = visit(states.promise_ended)
    opened.client.environ_base["HTTP_HX_REQUEST"] = "true"

    sent = opened.send(PROMISE, page="/messages", verdict="kept", row="1")

    assert sent.headers["HX-Redirect"].endswith(PROMISE)


def test_what_they_said_before_stays_on_its_page(visit) -> None:
    opened = visit(states.finished)
    opened.send(PROMISE, verdict="not_done", words=SAID)

    opened.send(PROMISE, verdict="partly", words="One tap drips")

    page = opened.get(PROMISE)
    assert page.index(SAID) < page.index("One tap drips")


def test_a_photo_may_show_what_is_not_done(visit, database: Database) -> None:
    opened = visit(states.finished)

    sent = opened.send(PROMISE, verdict="not_done", words=SAID, file=FileStorage(io.BytesIO(photo()), "tap.jpg"))

    found = complaint(database, opened)
    assert sent.status_code == 303
    assert (found.promise(1).verdict, len(found.files)) == (Verdict.NOT_DONE, 1)
    assert "About a promise: tap.jpg" in opened.get("/evidence")


def test_a_photo_that_cannot_be_taken_holds_up_nothing_that_was_typed(visit, database: Database) -> None:
    opened = visit(states.finished)

    again = opened.send(PROMISE, verdict="not_done", words=SAID, file=FileStorage(io.BytesIO(b"MZ"), "tap.exe"))

    assert again.status_code == 422
    assert SAID in again.text
    assert "The file must be a photo" in again.text
    assert complaint(database, opened).promise(1).verdict is None


def test_pressed_twice_it_is_said_once(visit, database: Database) -> None:
    opened = visit(states.finished)
    page = opened.get(PROMISE)
    form = {
        name: page.partition(f'name="{name}" value="')[2].partition('"')[0] for name in ("csrf_token", "key", "seen")
    }

    for _ in range(2):
        sent = opened.client.post(f"{opened.home}{PROMISE}", data=form | {"verdict": "not_done", "words": SAID})
        assert sent.status_code == 303

    assert complaint(database, opened).promise(1).times_not_done == 1


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"words": SAID}, "Choose yes, partly or no"),
        ({"verdict": "not_done", "words": " "}, "Tell us in a few words what is not done"),
        ({"verdict": "partly", "words": "x" * 10_001}, "Shorten it"),
    ],
)
def test_what_is_missing_is_asked_for_and_no_word_is_lost(visit, typed, said) -> None:
    opened = visit(states.finished)

    again = opened.send(PROMISE, **typed)

    assert again.status_code == 422
    assert said in again.text
    assert typed["words"].strip() in again.text


def test_before_its_date_there_is_nothing_to_say_yet(visit) -> None:
    page = visit(states.with_promises).get("/promises/2")

    assert 'name="verdict"' not in page
    assert "Once its date has passed" in page


def test_what_changed_meanwhile_is_said_and_the_words_are_kept(visit, database: Database) -> None:
    opened = visit(states.promise_late)
    page = opened.get(PROMISE)
    form = {
        name: page.partition(f'name="{name}" value="')[2].partition('"')[0] for name in ("csrf_token", "key", "seen")
    }
    with database.writing() as session:
        day = states.ANSWERED
        promises.finish(session, opened.made.reference, 1, day, "Photograph 3", deed(day, "staff:1"))

    late = opened.client.post(f"{opened.home}{PROMISE}", data=form | {"verdict": "not_done", "words": SAID})

    assert late.status_code == 409
    assert SAID in late.text


@pytest.mark.parametrize("number", [3, 99])
def test_a_promise_nobody_made_is_not_found(visit, number: int) -> None:
    opened = visit(states.with_promises)

    assert opened.client.get(f"{opened.home}/promises/{number}").status_code == 404


def test_who_was_not_confirmed_sees_no_promise(visit) -> None:
    opened = visit(states.for_somebody_else, party=2)

    assert opened.client.get(f"{opened.home}{PROMISE}").status_code == 404


def test_what_was_asked_waits_for_them_until_they_have_answered(visit) -> None:
    opened = visit(states.promise_asked_about)
    waiting = opened.get().partition('id="waiting"')[2].partition("<h2")[0]
    assert "Mend the boiler" in waiting
    assert f"{opened.home}{PROMISE}" in waiting

    opened.send(PROMISE, verdict="kept")

    assert 'id="waiting"' not in opened.get()


def test_stage_2_may_be_asked_for_because_a_promise_failed_and_the_words_are_theirs(visit) -> None:
    opened = visit(states.promise_late)
    assert "/stage-2?promise=1" in opened.get(PROMISE)

    assert "You promised this by Sunday 20 December 2026, and it was not done: Mend the boiler" in opened.get(
        "/stage-2?promise=1"
    )
    assert "You promised this by" not in opened.get("/stage-2?promise=2")
    sent = opened.send("/stage-2", "/stage-2?promise=1", words="")

    assert sent.status_code == 303  # no reason is needed


def test_a_closed_complaint_says_so_still_names_a_person_and_can_be_opened_again(
    visit: Callable[..., Visit], clock: Clock, database: Database
) -> None:
    opened = visit(states.closed)
    page = opened.get()
    assert "We closed this complaint on" in page
    assert "Grace Hall" in page.partition('id="who"')[2].partition("<h2")[0]
    assert "Stop this complaint" not in page

    clock.at += timedelta(minutes=5)
    opened.send(PROMISE, verdict="not_done", words=SAID)

    assert complaint(database, opened).closure is None


@pytest.mark.parametrize("state", [states.with_promises, states.promise_disputed, states.promise_ended])
def test_the_named_contact_stays_until_the_last_promise(visit, state) -> None:
    assert "Grace Hall" in visit(state).get().partition('id="who"')[2].partition("<h2")[0]
