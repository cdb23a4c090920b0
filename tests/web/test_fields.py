"""A day asked in three parts, and a sum: read, refused with what is wrong, and shown again."""

from datetime import date

import pytest
from werkzeug.datastructures import MultiDict
from wtforms import Form
from wtforms.validators import InputRequired, Optional

from app.web.fields import DayField, MoneyField
from tests.kitchen import kitchen

DAY = "The date we received it"


class Received(Form):
    received = DayField("When did we receive it?", [InputRequired("Enter the date we received it")], called=DAY)


class MaybeReceived(Form):
    received = DayField("When did we receive it?", [Optional()], called=DAY)


@pytest.fixture(autouse=True)
def in_english():
    with kitchen().test_request_context():
        yield


def asked(day, month, year, form=Received):
    typed = {"received-day": day, "received-month": month, "received-year": year}
    sent = form(MultiDict(typed))
    sent.validate()
    return sent.received


def test_a_day_is_read_from_its_three_parts():
    assert asked("27", "3", "2026").data == date(2026, 3, 27)
    assert asked(" 05", "03 ", "2026").data == date(2026, 3, 5)


@pytest.mark.parametrize(
    ("typed", "sentence", "wrong"),
    [
        (("", "", ""), "Enter the date we received it", ("day", "month", "year")),
        (("27", "", "2026"), f"{DAY} must include a month", ("month",)),
        (("", "3", ""), f"{DAY} must include a day and a year", ("day", "year")),
        (("27", "3", "26"), "The year must have 4 numbers, like 2026", ("year",)),
        (("31", "2", "2026"), f"{DAY} must be a real date", ("day", "month", "year")),
        (("٢٧", "3", "2026"), f"{DAY} must be a real date", ("day", "month", "year")),
        (("1", "1", "-202"), f"{DAY} must be a real date", ("day", "month", "year")),
        (("1", "1", "0000"), f"{DAY} must be a real date", ("day", "month", "year")),
        (("9" * 5000, "1", "2026"), f"{DAY} must be a real date", ("day", "month", "year")),
    ],
)
def test_what_is_not_a_day_is_said_and_marked_and_kept(typed, sentence, wrong):
    field = asked(*typed)

    assert field.errors[0] == sentence
    assert field.wrong == wrong
    assert field.first_wrong_id == f"received-{wrong[0]}"
    assert tuple(field.typed.values()) == typed
    assert field.data is None


def test_a_day_need_not_be_given_but_half_a_day_is_not_a_day():
    assert asked("", "", "", form=MaybeReceived).errors == []
    assert asked("27", "", "", form=MaybeReceived).errors[0] == f"{DAY} must include a month and a year"


def test_a_form_made_with_a_day_shows_it():
    field = Received(received=date(2026, 3, 27)).received

    assert field.typed == {"day": "27", "month": "3", "year": "2026"}
    assert field.wrong == ()


class Paid(Form):
    paid = MoneyField("How much?")


def paid(typed):
    sent = Paid(MultiDict({"paid": typed}))
    sent.validate()
    return sent.paid


@pytest.mark.parametrize(
    ("typed", "pence"),
    [
        ("£1,250", 1_250_00),
        ("1250.50", 1_250_50),
        ("12.5", 12_50),
        (" £ 15 ", 15_00),
        ("1 250.05", 1_250_05),
        ("1,000,000.00", 1_000_000_00),
        ("0", 0),
        ("", None),
    ],
)
def test_a_sum_is_understood_as_people_write_it(typed, pence):
    assert (paid(typed).pence, list(paid(typed).errors)) == (pence, [])


@pytest.mark.parametrize(
    "typed", ["fifty", "12,50", "1.234,50", "-5", "5%", "£", "1.505", "£££5", "١٢", "9" * 5_000, "1e3", "5 euro"]
)
def test_what_is_not_a_sum_is_said_and_kept(typed):
    field = paid(typed)

    assert field.errors[0] == "Enter a sum of money, like £250 or 1,250.50"
    assert (field.pence, field.data) == (None, typed)


def test_a_form_made_with_a_sum_shows_it():
    assert Paid(paid=1_250_50).paid.data == "1,250.50"
