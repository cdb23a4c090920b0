"""What the resident told us of an offer, and its payment, on the staff's pages (7.3, 7.4)."""

from __future__ import annotations

from datetime import date
from functools import partial

import pytest

from app.domain.mail.notices import Notice
from app.domain.promises.offer_states import OfferStanding, PaidTo
from app.services.promises import payments
from tests import money
from tests.cases import deed
from tests.forms import press
from tests.sent_files import with_files
from tests.web.staff.promises.conftest import HAPPENED, day, state_of

ON = date(2026, 12, 21)
NOTHING_PAID = {"to": "", "proof": ""}
PAID = {"to": "", "proof": ""}
LINE = {
    "lines-0-what": "head:distress",
    "lines-0-pence": "£50",
    "lines-0-reason": "Nobody told you when it would end.",
}
PAID = {**HAPPENED, "to": "resident", "proof": "BACS 4471"}


def at(made, page=""):
    return f"/staff/complaints/{made.reference}/offers{page}"


def the_offer(database, made, number=1):
    return state_of(database, made).remedies.offer(number)


def test_what_the_resident_says_on_the_phone_is_written_down(handler, begin, database):
    made = begin(money.money_offered)
    told = {**HAPPENED, "said": "accepted"}
    assert "Write down how they told us" in press(handler, at(made, "/1/answer"), told).text

    sent = press(handler, at(made, "/1/answer"), {**told, "words": "She rang: yes, please."})

    assert sent.status_code == 303
    assert the_offer(database, made).pay_by == date(2027, 1, 21)
    assert "Pay what was accepted" in handler.get(f"/staff/complaints/{made.reference}").text


def test_declined_on_the_phone_the_complaint_goes_on(handler, begin, database):
    made = begin(money.money_offered)

    press(handler, at(made, "/1/answer"), {**HAPPENED, "said": "declined", "words": "She rang: too little."})

    assert the_offer(database, made).standing is OfferStanding.DECLINED
    assert "They can still accept it" in handler.get(at(made, "/1")).text


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({**PAID, **NOTHING_PAID}, "Give the payment’s reference"),
        ({**PAID, "to": ""}, "Choose where the money went"),
        ({"to": "resident", "proof": "BACS"}, "Enter the day it was paid"),
        ({**PAID, "to": "rent_account"}, "unless we asked them and they agreed"),
        ({**PAID, "to": "rent_account", "asked_and_agreed": "y", "agreed": "Yes"}, "Enter the day they agreed"),
    ],
)
def test_it_is_not_paid_without_proof_or_against_rent_unasked(handler, begin, typed, said):
    refused = press(handler, at(begin(money.money_accepted), "/1/payment"), typed)

    assert refused.status_code == 422
    assert said in refused.text


def test_it_is_paid_with_a_reference_and_the_resident_is_told(handler, begin, database):
    made = begin(money.money_accepted)

    assert press(handler, at(made, "/1/payment"), PAID).status_code == 303

    assert the_offer(database, made).standing is OfferStanding.PAID
    assert state_of(database, made).letters[-1].notice is Notice.OFFER_PAID
    assert "BACS 4471" in handler.get(at(made, "/1")).text
    assert handler.get(at(made, "/1/payment")).status_code == 404


def test_it_is_paid_to_the_rent_account_where_they_agreed(handler, begin, database):
    made = begin(money.money_accepted)
    agreed = {"asked_and_agreed": "y", **day(ON, "agreed_on"), "agreed": "On the phone, she said yes."}

    press(handler, at(made, "/1/payment"), {**PAID, "to": "rent_account", **agreed})

    assert the_offer(database, made).paid_to is PaidTo.RENT_ACCOUNT


def test_a_file_of_the_case_proves_it_too(handler, begin, database):
    made = begin(partial(offered_with_files))
    page = handler.get(at(made, "/1/payment")).text
    assert "A file of this case that shows it" in page

    press(handler, at(made, "/1/payment"), {**PAID, "proof": "", "file": "1"})

    assert the_offer(database, made).file == 1
    assert "Open file 1" in handler.get(at(made, "/1")).text


def offered_with_files(session):
    made, on = with_files(session)
    money.offer(session, made, money.UPSET, on=on)
    payments.accept(session, made.reference, 1, 1, "", deed(on, f"party:{made.case_id}.1"))
    return made, on
