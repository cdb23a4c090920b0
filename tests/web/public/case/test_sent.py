"""The receipt: what brings them back stays until they leave, and four numbers of their own go with it."""

import re
from datetime import date

import pytest

from app.services.case import projections
from app.services.people import receipts
from app.store import record
from tests.web.public.conftest import hidden

SQLITE = pytest.mark.parametrize("backend", ["sqlite"], indirect=True)


def codes(page):
    return re.findall(r'class="code" dir="ltr">([^<]+)<', page)


def chooses(visitor, pin):
    return visitor.client.post("/c/sent/pin", data=hidden(visitor.sees("/c/sent").text) | {"pin": pin})


@SQLITE
def test_the_receipt_promises_only_dates_that_do_not_move(visitor):
    page = visitor.sends().text

    assert "This is a receipt" in page
    assert "Monday 30 November" in page
    assert "Monday 14 December" in page
    assert "unless we write before then with a new date and why" in page
    assert "Ombudsman" in page


@SQLITE
def test_reference_and_code_stay_until_they_leave_or_half_an_hour_has_gone(visitor, clock):
    shown = codes(visitor.sends().text)
    assert [len(each) for each in shown] == [9, 19]

    clock.passes(minutes=29)
    assert codes(visitor.sees("/c/sent").text) == shown
    clock.passes(minutes=2)
    assert visitor.sees("/c/sent").location == "/c/back"


@SQLITE
def test_the_code_can_be_kept_as_a_file_whose_name_tells_nothing(visitor, another):
    reference, code = codes(visitor.sends().text)

    kept = visitor.sees(f"/c/sent/{reference}.txt")

    assert code in kept.text
    assert "complain" not in kept.text.lower()
    assert kept.headers["Content-Disposition"] == f'attachment; filename="{reference}.txt"'
    assert another.sees(f"/c/sent/{reference}.txt").status_code == 404


def test_four_numbers_of_their_own_open_it_with_the_code(visitor, another, app, database):
    _, code = codes(visitor.sends().text)

    assert "Choose 4 numbers that are harder" in chooses(visitor, "1234").text
    assert chooses(visitor, "one").status_code == 422
    assert chooses(visitor, "8206").location == "/c/sent#pin-chosen"

    assert "Your 4 numbers are kept" in visitor.sees("/c/sent").text
    with database.reading() as session:
        receipt = receipts.find(session, code, app.extensions["config"].lookup_key)
    assert receipts.opens(receipt, "8206")
    assert not receipts.opens(receipt, "M5 4AB")


@SQLITE
def test_it_can_be_taken_off_the_screen(visitor):
    form = hidden(visitor.sends().text)

    assert visitor.client.post("/c/sent/done", data=form).location == "/"
    assert visitor.sees("/c/sent").location == "/c/back"


@SQLITE
def test_whoever_sent_it_may_see_how_it_stands(visitor):
    reference, _ = codes(visitor.sends().text)

    assert visitor.sees(f"/c/{reference}").status_code == 200


def test_more_may_be_told_afterwards_and_all_of_it_left_out(visitor, details):
    visitor.sends()

    assert visitor.says("/c/more/1", chosen="yes", words="about May, by phone").location == "/c/more/2"
    assert visitor.says("/c/more/2").location == "/c/more/3"
    assert visitor.says("/c/more/3", chosen="damp").location == "/c/more/4"
    assert visitor.says("/c/more/4", chosen=["none"]).location == "/c/sent"
    assert visitor.sees("/c/more/5").status_code == 404

    told = [(each.question.value, each.chosen, each.said is not None) for each in details()]
    assert told == [("told_before", ("yes",), True), ("topic", ("damp",), False)]


def test_a_danger_told_of_afterwards_starts_its_clock_and_is_asked_about_once(visitor, complaint):
    assert "/c/more/4" in visitor.sends().text

    visitor.says("/c/more/4", chosen=["damp_or_mould"], words="about May, by phone")

    assert [hazard.known.on for hazard in complaint().hazards] == [date(2026, 11, 23)]
    assert "/c/more/4" not in visitor.sees("/c/sent").text
    assert visitor.says("/c/more/3", chosen="damp").location == "/c/sent"


@SQLITE
def test_only_whoever_sent_it_may_add_to_it(another):
    assert another.sees("/c/more/1").location == "/c/back"


@SQLITE
def test_words_that_are_too_long_are_kept_on_the_page(visitor):
    visitor.sends()

    response = visitor.says("/c/more/2", words="a" * 10_001)

    assert response.status_code == 422
    assert "a" * 10_001 in response.text


@pytest.fixture
def complaint(database):
    def read():
        with database.reading() as session:
            return projections.fold(record.read(session, "complaint:1"))

    return read


@pytest.fixture
def details(complaint):
    return lambda: complaint().details
