"""What I asked for: what we do and by when; and, unhappy, a complaint in one press (1.3–1.6, ruling 16)."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from app.services.case import projections
from app.store import record
from app.store.case import wordings
from app.store.case.complaints import ComplaintRow, stream
from tests import kinds
from tests.kinds import KINDS

MOST_QUERIES = 8


def test_a_request_says_what_we_do_and_by_when(visit):
    page = visit(kinds.requested).get()

    assert "What you asked us for" in page
    assert "It will be done by Monday 7 December" in page
    assert "Please mend the gate" in page
    assert "Housing Ombudsman" in page
    assert "How far it is" not in page


def test_a_missed_day_is_owned_up_to(visit):
    assert "We are late. We said Monday 7 December" in visit(kinds.request_late).get()


def test_what_was_done_stands_in_a_letter(visit):
    mine = visit(kinds.request_done)

    assert "This ended on" in mine.get()
    assert "hung the gate anew" in mine.get("/letters/2")


def test_one_press_makes_it_a_complaint_and_opens_it(visit, database):
    mine = visit(kinds.requested)
    pressed = mine.send("/complaint", "")
    with database.reading() as session:
        new = session.scalars(select(ComplaintRow).where(ComplaintRow.opened_from == mine.made.case_id)).one()
        complaint = projections.fold(record.read(session, stream(new.id)))

    assert pressed.location.endswith(f"/c/{new.reference}")

    page = mine.client.get(pressed.location).text

    assert "It is a complaint now" in page
    assert mine.made.reference in page
    assert complaint.received_on == kinds.RECEIVED
    assert new.channel == "portal"
    assert new.reference in mine.get(), "each says which the other is"
    assert mine.client.get(f"{mine.home}/complaint").status_code == 404


def test_they_may_say_first_what_went_wrong_and_a_no_is_taken_up(visit, database):
    mine = visit(kinds.request_said_no)
    mine.send("/complaint", words="Nobody came for three weeks")
    with database.reading() as session:
        (new,) = session.scalars(select(ComplaintRow).where(ComplaintRow.opened_from == mine.made.case_id))
        first = session.get(ComplaintRow, mine.made.case_id)

        texts = wordings.texts(session, new.id)

    assert "Nobody came for three weeks" in texts.values()
    assert not first.said_no


def test_a_key_that_could_be_guessed_opens_nothing(visit):
    mine = visit(kinds.requested)
    forged = {"csrf_token": mine.get().partition('name="csrf_token" value="')[2].partition('"')[0]}

    assert mine.client.post(f"{mine.home}/complaint", data=forged | {"seen": "9", "key": "short"}).status_code == 400


def test_a_complaint_about_data_names_the_ico(visit):
    mine = visit(kinds.data_complaint)

    assert "Complain to the ICO" in mine.get()
    assert "0303 123 1113" in mine.get("/letters/1")


@pytest.mark.parametrize("page", ["/stop", "/understanding"])
def test_what_only_a_complaint_has_is_not_there(visit, page):
    mine = visit(kinds.requested)

    assert mine.client.get(f"{mine.home}{page}").status_code == 404


def test_who_wants_stage_2_of_a_request_is_led_to_a_complaint(visit):
    mine = visit(kinds.requested)

    assert mine.client.get(f"{mine.home}/stage-2").location.endswith(f"{mine.home}/complaint")


@pytest.mark.parametrize("page", ["", "/messages", "/evidence", "/talk", "/formats", "/pack", "/ombudsman", "/details"])
@pytest.mark.parametrize("state", KINDS)
def test_every_other_page_is_there_for_every_kind(visit, state, page):
    mine = visit(KINDS[state])

    assert mine.client.get(f"{mine.home}{page}").status_code == 200


def test_nobody_who_speaks_unconfirmed_reads_what_was_asked(visit):
    assert "Unhappy with this?" in visit(kinds.enquiry).get()


def test_the_page_of_a_request_asks_the_database_few_things(visit, queries):
    mine = visit(kinds.request_with_a_complaint)
    mine.get()

    with queries() as asked:
        mine.get()

    assert len(asked) <= MOST_QUERIES, "\n".join(asked)
