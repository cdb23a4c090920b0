"""Money on its resident's own page: accepted, not wanted, or asked about; silence changes nothing (7.1, 7.3)."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.db import Database
from app.domain.case.state import Complaint
from app.domain.clock import duties
from app.domain.clock.duty_kinds import DutyKind
from app.domain.promises.offer_states import OfferStanding
from app.services.case import histories
from app.services.promises import offers
from tests import money, states
from tests.cases import deed
from tests.web.resident.case.conftest import Visit, value_of

MOST_QUERIES = 8
OFFER = "/offers/1"


def complaint(database: Database, visit: Visit) -> Complaint:
    with database.reading() as session:
        return histories.found(session, visit.made.reference, deed()).complaint


def standing(database: Database, visit: Visit, number: int = 1) -> OfferStanding:
    offer = complaint(database, visit).remedies.offer(number)
    assert offer is not None
    return offer.standing


@pytest.mark.parametrize(
    ("state", "said"),
    [
        (money.money_offered, ("£172", "Offered to you", "We offer you money: tell us if you want it")),
        (
            money.money_accepted,
            ("You accepted it", "We pay it by Monday 11 January 2027", "To pay you: see below"),
        ),
        (money.money_declined, ("You did not want it",)),
        (money.money_raised, ("We offer you more instead", "£222", "Offered to you")),
        (money.money_paid, ("Paid", "Wednesday 9 December 2026", "We have paid you")),
    ],
)
def test_each_offer_stands_on_the_page_with_how_it_stands(visit, state, said) -> None:
    page = visit(state).get()

    assert [words for words in said if words not in page] == []


@pytest.mark.parametrize("state", [states.answered, money.money_waits])
def test_what_is_not_offered_yet_is_not_theirs_to_hear(visit, state) -> None:
    opened = visit(state)

    assert "£" not in opened.get()
    assert opened.client.get(f"{opened.home}{OFFER}").status_code == 404


def test_its_page_says_what_for_and_why_and_what_saying_yes_does_not_end(visit) -> None:
    page = visit(money.money_offered).get(OFFER)

    for said in (
        "You had no heating for nine days.",
        "Distress and inconvenience",
        "we pay within 20 working days, and we pay you",
        "Your complaint does not end because of it.",
        "If you say nothing, nothing changes.",
    ):
        assert said in page
    assert "guidance" not in page


def test_they_accept_it_and_are_told_by_when_it_is_paid(visit, database: Database) -> None:
    opened = visit(money.money_offered)

    sent = opened.send(OFFER, answer="accept")

    assert sent.status_code == 303
    assert standing(database, opened) is OfferStanding.ACCEPTED
    assert "You accepted the £172. We promised to pay by Monday 11 January 2027." in opened.get("/pack")
    assert "I do not want it" not in opened.get(OFFER)


def test_they_say_no_and_accept_it_later(visit, database: Database) -> None:
    opened = visit(money.money_offered)
    opened.send(OFFER, answer="decline", words="It is too little.")
    assert standing(database, opened) is OfferStanding.DECLINED
    assert "It is too little." in opened.get(OFFER)
    assert complaint(database, opened).ended is None

    opened.send(OFFER, answer="accept")

    assert standing(database, opened) is OfferStanding.ACCEPTED


def test_a_question_goes_to_the_named_contact_by_a_day(visit, database: Database) -> None:
    opened = visit(money.money_offered)

    sent = opened.send(OFFER, answer="ask", words="Does it change my benefits?")

    assert sent.status_code == 303
    assert standing(database, opened) is OfferStanding.OFFERED
    assert "Does it change my benefits?" in opened.get("/messages")
    waits = [duty for duty in duties.of(complaint(database, opened)) if duty.kind is DutyKind.ANSWER_MESSAGE]
    assert [duty.staff for duty in waits] == [1]


@pytest.mark.parametrize(
    ("typed", "said"),
    [({}, "Choose what you would like to do"), ({"answer": "ask", "words": " "}, "Tell us in a few words")],
)
def test_what_is_missing_is_said_where_it_is_missing(visit, typed: dict[str, str], said: str) -> None:
    refused = visit(money.money_offered).send(OFFER, **typed)

    assert refused.status_code == 422
    assert said in refused.text


def test_what_a_higher_offer_took_the_place_of_is_not_answered_any_more(visit, database: Database) -> None:
    opened = visit(money.money_raised)

    assert "We offer you £222 instead" in opened.get(OFFER)
    refused = opened.send(OFFER, page="/offers/2", answer="ask", words="Why?")

    assert refused.status_code == 303  # a question is always heard
    assert standing(database, opened, 2) is OfferStanding.OFFERED


def test_an_offer_raised_while_the_page_was_open_is_said_and_the_words_stay(visit, database: Database) -> None:
    opened = visit(money.money_offered)
    page, higher = opened.get(OFFER), replace(money.UPSET, pence=150_00)
    hidden = {name: value_of(page, name) for name in ("csrf_token", "key", "seen")}
    with database.writing() as session:
        money.offer(session, opened.made, money.COLD, higher, raises=1)

    late = opened.client.post(f"{opened.home}{OFFER}", data={**hidden, "answer": "accept", "words": "Yes please"})

    assert late.status_code == 409
    assert "Yes please" in late.text
    assert standing(database, opened) is OfferStanding.RAISED


def test_who_is_not_yet_confirmed_sees_no_money(visit, database: Database) -> None:
    opened = visit(states.for_somebody_else, party=2)
    with database.writing() as session:
        offers.make(
            session,
            money.HANDLER,
            opened.made.reference,
            offers.OfferDraft((money.UPSET,)),
            deed(states.UNDERSTOOD, "staff:1"),
        )

    assert "£" not in opened.get()
    assert opened.client.get(f"{opened.home}{OFFER}").status_code == 404


def test_a_page_asks_few_things_of_the_database(visit, queries) -> None:
    opened = visit(money.money_raised)

    with queries() as asked:
        opened.get(OFFER)

    assert len(asked) <= MOST_QUERIES
