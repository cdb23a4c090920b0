"""Money on the staff's pages: offered line by line, agreed to by another, answered, and paid with proof (S9)."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from app.domain.landlord.permissions import Role
from app.domain.mail.notices import Notice
from app.domain.promises.offer_states import OfferStanding
from app.domain.promises.remedies import RemedyKind
from tests import money, states
from tests.forms import press
from tests.web.staff.case.conftest import FULL, send
from tests.web.staff.promises.conftest import HAPPENED, state_of

MOST_QUERIES = 8
LINE = {
    "lines-0-what": "head:distress",
    "lines-0-pence": "£50",
    "lines-0-reason": "Nobody told you when it would end.",
}


def at(made, page=""):
    return f"/staff/complaints/{made.reference}/offers{page}"


def the_offer(database, made, number=1):
    return state_of(database, made).remedies.offer(number)


@pytest.fixture
def officer(handler, staff_client):
    """Number 2; the handler is number 1."""
    return staff_client(Role.COMPLAINTS_OFFICER, name="Grace Hall")


def test_money_is_offered_in_a_letter_of_its_own_and_stands_on_the_case(handler, begin, database):
    made = begin(states.answered)

    sent = press(handler, at(made), LINE)

    assert sent.status_code == 303
    offer, page = the_offer(database, made), handler.get(f"/staff/complaints/{made.reference}").text
    assert (offer.total, offer.standing) == (50_00, OfferStanding.OFFERED)
    assert state_of(database, made).letters[-1].notice is Notice.OFFER
    assert f'href="{at(made, "/1")}"' in page
    assert "£50" in page
    assert "Offer 1 of £50 went to the resident" in page


def test_the_guidance_of_the_day_is_there_to_choose_and_counts_for_itself(handler, begin, database):
    made = begin(states.answered)
    assert "No heating, or no hot water: £8 for each day" in handler.get(at(made)).text

    typed = {"lines-0-what": "guide:no-heating", "lines-0-times": "9", "lines-0-reason": "Nine cold days."}
    press(handler, at(made), typed)

    assert the_offer(database, made).total == 72_00
    assert "£72" in handler.get(at(made, "/1")).text


@pytest.mark.parametrize(
    ("typed", "field", "said"),
    [
        ({}, "lines-0-what", "Say what the money is for"),
        ({**LINE, "lines-0-what": ""}, "lines-0-what", "Choose what this sum is for"),
        ({**LINE, "lines-0-pence": "fifty"}, "lines-0-pence", "Enter a sum of money, like £250 or 1,250.50"),
        ({**LINE, "lines-0-pence": ""}, "lines-0-pence", "Enter a sum"),
        ({**LINE, "lines-0-reason": " "}, "lines-0-reason", "Say why: what happened"),
        ({**LINE, "lines-0-times": "often"}, "lines-0-times", "Enter a number from 1"),
        ({**LINE, "lines-0-what": "guide:no-power"}, "lines-0-times", "Say for how many days, weeks or times"),
        (
            {**LINE, "lines-0-what": "guide:no-power", "lines-0-times": "2"},
            "lines-0-outside",
            "The guidance says another sum",
        ),
    ],
)
def test_what_is_wrong_is_said_beside_its_question_and_what_was_typed_stays(handler, begin, typed, field, said):
    refused = press(handler, at(begin(states.answered)), typed)

    assert refused.status_code == 422
    assert said in refused.text
    assert f'href="#{field}"' in refused.text
    assert all(words in refused.text for words in typed.values() if words.strip())


def test_a_line_more_is_shown_and_nothing_is_kept(handler, begin, database):
    made = begin(states.answered)

    page = send(handler, at(made, "/lines"), LINE)

    assert 'name="lines-1-what"' in page.text
    assert "Nobody told you when it would end." in page.text
    assert state_of(database, made).remedies.offers == ()


def test_more_than_a_handlers_limit_waits_for_somebody_who_may(handler, officer, begin, database):
    made = begin(states.answered)
    press(handler, at(made), {**LINE, "lines-0-pence": "1,250.50"})
    waits = handler.get(at(made, "/1")).text
    assert "Waits for a second person" in waits
    assert "Grace Hall" in waits
    assert "Agree to this sum" not in waits
    assert "Decide on an offer of money" in officer.get("/staff/work").text

    agreed = press(officer, at(made, "/1"), {"decision": "yes"})

    assert agreed.status_code == 303
    assert the_offer(database, made).standing is OfferStanding.OFFERED
    assert the_offer(database, made).total == 1_250_50


def test_who_does_not_agree_says_why_and_loses_no_word(handler, officer, begin, database):
    made = begin(money.money_waits)
    assert press(officer, at(made, "/1"), {"decision": "no"}).status_code == 422
    both = press(officer, at(made, "/1"), {"decision": "yes", "words": "Count it again"})
    assert both.status_code == 422
    assert "Count it again" in both.text

    press(officer, at(made, "/1"), {"decision": "no", "words": "Count it again"})

    assert the_offer(database, made).standing is OfferStanding.RETURNED
    assert "Count it again" in handler.get(at(made, "/1")).text


def test_a_manager_whose_limit_is_too_low_is_told_so_and_may_still_give_it_back(staff_client, handler, begin):
    del handler
    made = begin(money.money_waits)
    manager = staff_client(Role.SERVICE_MANAGER)
    page = manager.get(at(made, "/1")).text
    assert "Agree to this sum" in page  # £972 is within £1,000

    press(manager, at(made), {**LINE, "lines-0-pence": "900"})
    page = manager.get(at(made, "/1")).text

    assert "With what was offered before, this is more than you may agree to" in page
    assert "Agree to this sum" not in page
    assert "Give it back" in page


def test_a_handler_decides_on_no_offer(handler, begin):
    made = begin(money.money_waits)

    assert send(handler, at(made, "/1/decision"), {"decision": "yes"}).status_code == 404


def test_an_offer_that_has_not_gone_is_taken_back(handler, begin, database):
    made = begin(money.money_waits)

    assert press(handler, at(made, "/1")).status_code == 303

    assert the_offer(database, made).standing is OfferStanding.TAKEN_BACK


def test_a_higher_offer_is_made_in_the_place_of_another(handler, begin, database):
    made = begin(money.money_offered)
    assert "raises=1" in handler.get(at(made, "/1")).text
    page = handler.get(at(made, "?raises=1")).text
    assert 'value="1" checked' in page
    lower = press(handler, at(made, "?raises=1"), LINE)
    assert lower.status_code == 422
    assert "An offer in place of another must be higher" in lower.text

    press(handler, at(made, "?raises=1"), {**LINE, "lines-0-pence": "200"})

    assert the_offer(database, made, 1).standing is OfferStanding.RAISED
    assert "Offer 1: £172" in handler.get(at(made, "/2")).text


@pytest.fixture
def before_the_answer(clock):
    clock.at = datetime(2026, 12, 2, 12, tzinfo=UTC)


@pytest.mark.usefixtures("before_the_answer")
def test_money_goes_with_the_answer_that_is_due(handler, begin, database):
    made = begin(states.acknowledged)
    response = f"/staff/complaints/{made.reference}/response"
    assert "No sum goes with this answer yet" in handler.get(response).text

    press(handler, at(made), {**LINE, "goes": "answer"})

    assert the_offer(database, made).standing is OfferStanding.READY
    assert "Offer 1: £50" in handler.get(response).text
    typed = {**FULL, "remedies": "", "key": "e" * 32}
    assert "We offer you £50." in send(handler, f"{response}/preview", typed).text
    assert send(handler, response, typed).status_code == 303
    complaint = state_of(database, made)
    assert complaint.remedies.offers[0].letter == complaint.letters[-1].number
    assert complaint.remedies.given[0].kinds == (RemedyKind.MONEY,)


@pytest.mark.usefixtures("before_the_answer")
def test_it_can_be_sent_before_the_answer_after_all(handler, begin, database):
    made = begin(states.acknowledged)
    press(handler, at(made), {**LINE, "goes": "answer"})

    assert press(handler, at(made, "/1")).status_code == 303

    assert the_offer(database, made).standing is OfferStanding.OFFERED


@pytest.mark.usefixtures("before_the_answer")
def test_an_answer_that_agrees_says_what_it_gives(handler, begin):
    made = begin(states.acknowledged)

    refused = send(handler, f"/staff/complaints/{made.reference}/response/preview", {**FULL, "remedies": ""})

    assert refused.status_code == 422
    assert "Tick how it is put right, or offer a sum" in refused.text
    assert 'href="#remedies"' in refused.text


@pytest.mark.usefixtures("before_the_answer")
def test_what_was_ticked_is_kept_with_the_draft(handler, begin):
    made = begin(states.acknowledged)
    response = f"/staff/complaints/{made.reference}/response"

    send(handler, f"{response}/draft", {**FULL, "remedies": ["apology", "practice"]})

    page = handler.get(response).text
    assert page.count('type="checkbox" value="apology" checked') == 1
    assert page.count('type="checkbox" value="practice" checked') == 1
    assert 'type="checkbox" value="record" checked' not in page


@pytest.mark.parametrize("page", ["/9", "/9/answer", "/9/payment"])
def test_an_offer_nobody_made_has_no_page(handler, begin, page):
    assert handler.get(at(begin(money.money_offered), page)).status_code == 404


@pytest.mark.parametrize(
    ("state", "page"),
    [
        (money.money_offered, ""),
        (money.money_waits, "/1"),
        (money.money_offered, "/1/answer"),
        (money.money_accepted, "/1/payment"),
    ],
)
def test_a_page_asks_few_things_of_the_database(handler, begin, queries, state, page):
    made = begin(state)
    handler.get(at(made, page))

    with queries() as asked:
        handler.get(at(made, page))

    assert len(asked) <= MOST_QUERIES


def test_a_second_press_makes_no_second_offer(handler, begin, database):
    made = begin(states.answered)
    typed = {**LINE, "key": "e" * 32, "seen": str(state_of(database, made).position), "raises": "0"}

    first, second = (send(handler, at(made), typed) for _ in range(2))

    assert (first.status_code, second.status_code) == (303, 303)
    assert len(state_of(database, made).remedies.offers) == 1


def test_what_changed_meanwhile_is_said_and_nothing_is_lost(handler, officer, begin, database):
    made = begin(money.money_offered)
    seen = str(state_of(database, made).position)
    press(officer, at(made, "/1/answer"), {**HAPPENED, "said": "declined", "words": "She rang."})

    late = send(handler, at(made, "/1/answer"), {**HAPPENED, "said": "accepted", "words": "She wrote.", "seen": seen})

    assert late.status_code == 409
    assert "She wrote." in late.text
    assert the_offer(database, made).standing is OfferStanding.DECLINED
