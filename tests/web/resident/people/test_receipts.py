"""Coming back with a return code: 16 digits, and what only their owner knows."""

from __future__ import annotations

import pytest

from app.services.people import receipts
from tests.cases import a_complaint, deed
from tests.web.resident.people.conftest import send

BACK = "/c/back"


@pytest.fixture
def with_code(app, database):
    """Makes a complaint whose return code this application gave, with four digits or without."""
    key = app.extensions["config"].lookup_key

    def make(pin=None):
        kept = receipts.factor(pin) if pin else None
        with database.writing() as session:
            made = a_complaint(session)
            code = receipts.replace(session, made.case_id, 1, key, deed(key="its code"))
            if kept:
                receipts.choose_factor(session, made.case_id, 1, kept)
        return made, code

    return make


def test_a_return_code_opens_with_the_postcode_where_no_number_was_chosen(client, with_code):
    made, code = with_code()

    answer = send(client, BACK, by="code", return_code=code.replace(" ", "-"), pin="m5 4ab")

    assert answer.location == f"/c/{made.reference}"


def test_once_a_number_is_chosen_the_postcode_opens_nothing(client, with_code):
    made, code = with_code("2580")

    refused = send(client, BACK, by="code", return_code=code, pin="M5 4AB")
    answer = send(client, BACK, by="code", return_code=code.replace(" ", ""), pin=" 2580 ")

    assert refused.status_code == 422
    assert answer.location == f"/c/{made.reference}"


def test_a_wrong_return_code_and_a_wrong_number_are_answered_alike(client, with_code, counted):
    _made, code = with_code("2580")
    answers = []
    for typed, pin in ((code, "1111"), ("0000 0000 0000 0000", "2580")):
        text = client.get(BACK).text
        token = text.partition('name="csrf_token" value="')[2].partition('"')[0]
        with counted() as questions:
            answer = client.post(BACK, data={"csrf_token": token, "by": "code", "return_code": typed, "pin": pin})
        answers.append((answer.status_code, "is not right" in answer.text, len(questions)))

    assert answers[0] == answers[1] == (422, True, answers[0][2])


def test_ten_tries_of_a_return_code_and_then_a_wait(client, with_code):
    _made, code = with_code("2580")
    for _ in range(10):
        assert send(client, BACK, by="code", return_code=code, pin="1357").status_code == 422

    assert send(client, BACK, by="code", return_code=code, pin="2580").status_code == 429


def test_thirty_tries_of_a_return_code_a_day(client, clock, with_code):
    _made, code = with_code("2580")
    for _ in range(3):
        for _ in range(10):
            assert send(client, BACK, by="code", return_code=code, pin="1357").status_code == 422
        clock.passes(minutes=16)

    assert send(client, BACK, by="code", return_code=code, pin="2580").status_code == 429


def test_a_return_code_that_was_replaced_opens_nothing(client, app, database, with_code):
    made, code = with_code("2580")
    with database.writing() as session:
        key = app.extensions["config"].lookup_key
        newer = receipts.replace(session, made.case_id, 1, key, deed(key="a new code"))

    assert send(client, BACK, by="code", return_code=code, pin="2580").status_code == 422
    assert send(client, BACK, by="code", return_code=newer, pin="2580").location == f"/c/{made.reference}"
