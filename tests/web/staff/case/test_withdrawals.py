"""Somebody stops a complaint in a call: by their own choice, confirmed in writing, and easily put right (ruling 19)."""

from __future__ import annotations

import pytest

from app.db import Database
from app.domain.case.vocabulary import Ended
from app.domain.changed import Changed
from app.domain.mail.notices import Notice
from app.services.case import withdrawals
from tests import states
from tests.cases import deed
from tests.letters import OMBUDSMAN, in_order, letter
from tests.web.staff.case.conftest import begin, case, send

SAID = {"party": "1", "own_choice": "y", "words": "She has moved, and is glad to be done with it."}
MOST_QUERIES = 8


def at(made, page: str = "") -> str:
    return f"/staff/complaints/{made.reference}/withdrawal{page}"


def test_it_stops_and_a_letter_asks_if_that_is_right(handler, database: Database) -> None:
    made = begin(database, states.acknowledged)

    assert send(handler, at(made), SAID).status_code == 303

    stopped = case(database, made)
    assert (stopped.ended, stopped.letters[-1].notice) == (Ended.WITHDRAWN, Notice.WITHDRAWN)
    with database.reading() as session:
        in_order(
            letter(session, made).replace("\n", " "),
            "Tell us if this is wrong",
            "Then your complaint goes on",
            *OMBUDSMAN,
        )


@pytest.mark.parametrize(
    ("left_out", "why"),
    [
        ("own_choice", "Tell us that stopping is your own choice"),
        ("words", "Write what they said when you asked if it is their own choice"),
    ],
)
def test_it_does_not_stop_without_their_choice_in_their_words(handler, database: Database, left_out, why) -> None:
    made = begin(database, states.acknowledged)

    response = send(handler, at(made), {name: value for name, value in SAID.items() if name != left_out})

    assert response.status_code == 422
    assert why in response.text
    assert case(database, made).ended is None


def test_only_who_may_speak_for_the_resident_can_stop_it(handler, database: Database) -> None:
    made = begin(database, states.for_somebody_else)
    page = handler.get(at(made)).text
    assert "Amina Yusuf" in page
    assert "Sana Yusuf" not in page

    response = send(handler, at(made), SAID | {"party": "2"})

    assert response.status_code == 422
    assert case(database, made).ended is None


def test_told_that_it_was_wrong_it_goes_on_from_the_day_it_was_received(handler, database: Database, clock) -> None:
    made = begin(database, states.stopped)
    before = case(database, made)
    assert "The resident wants to go on with it" in handler.get(f"/staff/complaints/{made.reference}").text

    assert send(handler, at(made, "/end"), {"party": "1"}).status_code == 303

    again = case(database, made)
    assert (again.ended, again.received_on) == (None, before.received_on)
    assert again.current.acknowledgement_sent_on is None
    assert again.current.acknowledge_by > clock.at.date()


def test_after_its_answer_it_goes_on_as_a_request_for_stage_2(handler, database: Database) -> None:
    made = begin(database, states.answered)
    send(handler, at(made), SAID)

    page = handler.get(at(made, "/end")).text

    assert f"/staff/complaints/{made.reference}/stage-2" in page
    assert "<form" not in page[page.index("<main") : page.index("</main>")]


def test_there_is_no_such_page_where_there_is_nothing_to_stop_or_go_on_with(handler, database: Database) -> None:
    running, stopped = begin(database, states.acknowledged), begin(database, states.stopped)

    assert [handler.get(at(running, "/end")).status_code, handler.get(at(stopped)).status_code] == [404, 404]


def test_of_two_who_stop_it_the_second_is_told(database: Database, handler) -> None:
    made = begin(database, states.acknowledged)
    seen = case(database, made).position
    send(handler, at(made), SAID)

    with database.writing() as session, pytest.raises(Changed):
        withdrawals.hear(
            session,
            made.reference,
            1,
            own_choice=True,
            words="She said so.",
            deed=deed(states.UNDERSTOOD, "staff:1", seen=seen),
        )


def test_it_asks_few_things_of_the_database(handler, database: Database, queries) -> None:
    made = begin(database, states.acknowledged)
    handler.get(at(made))

    with queries() as asked:
        handler.get(at(made))

    assert len(asked) <= MOST_QUERIES
