"""Coming back (R16, R17): by a code, a link or a return code; and nothing tells who has complained."""

from __future__ import annotations

import logging

import pytest
from sqlalchemy import text

from app.domain.people.preferences import Preferences, Safe, Way
from app.factory import create_app
from tests.cases import a_complaint, a_person
from tests.pages import PageClient
from tests.web.resident.people.conftest import BACK, CODE, ask, home, is_in, send


def wrong(code):
    return f"{(int(code) + 1) % 10**6:06d}"


def test_a_code_from_the_email_opens_the_case(client, made, asked):
    answer = send(client, CODE, code=f"{asked.code[:3]} {asked.code[3:]}")

    assert asked.to == "amina@example.org"
    assert (answer.status_code, answer.location) == (303, home(made))
    assert is_in(client, made)


def test_another_browser_that_asked_for_the_same_case_cannot_use_this_code(app, client, made, asked):
    other = app.test_client()
    ask(other, made.reference)

    answer = send(other, CODE, code=asked.code)

    assert answer.status_code == 422
    assert not is_in(other, made)


@pytest.mark.parametrize("by", ["code", "link"])
def test_a_code_and_its_link_are_used_once(client, made, asked, by):
    cookie = client.get_cookie("coming-back").value
    send(client, CODE, code=asked.code)
    client.delete_cookie("resident")
    client.set_cookie("coming-back", cookie)

    answer = send(client, CODE, code=asked.code) if by == "code" else send(client, f"{BACK}/link/{asked.token}")

    assert answer.status_code == 422
    assert not is_in(client, made)


def test_a_code_that_is_too_old_is_sent_anew(client, clock, made, asked, delivered):
    clock.passes(minutes=11)

    answer = send(client, CODE, code=asked.code)

    assert "That code is too old. We have sent you another." in answer.text
    [newer] = delivered()
    assert send(client, CODE, code=newer.code).location == home(made)


def test_the_newest_code_is_the_only_one(client, made, asked, delivered):
    send(client, f"{CODE}/another", CODE)
    [newer] = delivered()

    assert send(client, CODE, code=asked.code).status_code == (303 if asked.code == newer.code else 422)
    assert send(client, CODE, code=newer.code).location == home(made)


@pytest.mark.parametrize("typed", ["", "12345", "1234567", "abcdef", "12 34 5x"])
def test_a_code_is_six_numbers(client, asked, typed):
    answer = send(client, CODE, code=typed)

    assert answer.status_code == 422
    assert "The code must be 6 numbers" in answer.text


def test_digits_of_another_script_are_digits(client, made, asked):
    typed = "".join("٠١٢٣٤٥٦٧٨٩"[int(digit)] for digit in asked.code)

    assert send(client, CODE, code=typed).location == home(made)


def test_nobody_and_somebody_are_answered_alike_and_cost_the_same(app, made, counted):
    answers = {}
    for reference in (made.reference, "ZZZZ-9999"):
        client = app.test_client()
        text = client.get(BACK).text
        token = text.partition('name="csrf_token" value="')[2].partition('"')[0]
        with counted() as questions:
            answer = client.post(BACK, data={"csrf_token": token, "by": "email", "reference": reference})
        page = client.get(CODE).text
        answers[reference] = (answer.status_code, answer.location, len(questions), len(page))

    assert answers[made.reference] == answers["ZZZZ-9999"]


def test_a_wrong_code_is_answered_alike_for_nobody_and_somebody(app, made, counted):
    answers = []
    for reference in (made.reference, "ZZZZ-9999"):
        client = app.test_client()
        ask(client, reference)
        text = client.get(CODE).text
        token = text.partition('name="csrf_token" value="')[2].partition('"')[0]
        with counted() as questions:
            answer = client.post(CODE, data={"csrf_token": token, "code": "123456"})
        answers.append((answer.status_code, "not right" in answer.text, len(questions)))

    assert answers[0] == answers[1]


def test_who_has_no_safe_email_is_answered_alike_and_sent_nothing(client, database, delivered):
    with database.writing() as session:
        nothing = Preferences(Safe.NO, (Way.HERE,), Way.HERE)
        made = a_complaint(session, a_person(preferences=nothing))

    answer = ask(client, made.reference)

    assert answer.location == CODE
    assert delivered() == []


def test_ten_wrong_codes_and_then_a_wait(client, clock, made, asked):
    for _ in range(10):
        assert send(client, CODE, code=wrong(asked.code)).status_code == 422

    assert send(client, CODE, code=asked.code).status_code == 429
    clock.passes(minutes=20)
    assert send(client, CODE, code=asked.code).status_code == 422  # too old by now


def test_the_tries_are_counted_together_by_every_process(app, config, client, made, asked):
    another_process = create_app(config)
    another_process.test_client_class = PageClient
    other = another_process.test_client()
    ask(other, made.reference)
    for each in (client, other) * 5:
        assert send(each, CODE, code=wrong(asked.code)).status_code == 422

    assert send(client, CODE, code=asked.code).status_code == 429
    assert send(other, CODE, code="123456").status_code == 429
    another_process.extensions["database"].close()


def test_asking_too_often_for_one_case_has_to_wait(client, made):
    for _ in range(10):
        assert ask(client, made.reference).status_code == 303

    assert ask(client, made.reference.lower().replace("-", " ")).status_code == 429


def test_a_reference_is_read_as_it_is_meant(client, made, delivered):
    ask(client, f"  {made.reference.lower().replace('-', ' ')} ")

    assert len(delivered()) == 1


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({}, "Choose how to come back"),
        ({"by": "email", "reference": " "}, "Enter your reference"),
        ({"by": "code", "return_code": "123", "pin": "2580"}, "Enter the 16 numbers"),
        ({"by": "code", "return_code": "1234 5678 9012 3456"}, "Enter your 4 numbers or your postcode"),
    ],
)
def test_what_is_missing_is_said_beside_its_question(client, fields, said):
    answer = send(client, BACK, **fields)

    assert answer.status_code == 422
    assert said in answer.text


def test_coming_back_to_one_case_closes_the_one_that_was_open_on_this_browser(client, made, joint, delivered):
    ask(client, made.reference)
    send(client, CODE, code=delivered()[0].code)
    ask(client, joint.reference)
    send(client, CODE, code=delivered()[0].code)

    assert is_in(client, joint)
    assert client.get(home(made)).status_code == 404


def test_who_says_that_both_cases_are_theirs_keeps_both_open(client, made, joint, delivered):
    ask(client, made.reference)
    send(client, CODE, code=delivered()[0].code)
    ask(client, joint.reference)
    send(client, CODE, code=delivered()[0].code, both="both")

    assert is_in(client, joint)
    assert is_in(client, made)


def test_a_token_from_before_opens_nothing_after_coming_back(app, client, made, asked):
    client.set_cookie("resident", "a-token-that-somebody-else-knows")

    send(client, CODE, code=asked.code)

    thief = app.test_client()
    thief.set_cookie("resident", "a-token-that-somebody-else-knows")
    assert client.get_cookie("resident").value != "a-token-that-somebody-else-knows"
    assert is_in(client, made)
    assert not is_in(thief, made)


def test_whoever_put_their_own_sign_in_into_this_browser_does_not_see_what_is_opened_beside_it(
    app, client, made, joint, delivered
):
    ask(client, made.reference)
    send(client, CODE, code=delivered()[0].code)
    planted = client.get_cookie("resident").value
    ask(client, joint.reference)
    send(client, CODE, code=delivered()[0].code, both="both")

    thief = app.test_client()
    thief.set_cookie("resident", planted)

    assert is_in(client, joint)
    assert thief.get(home(joint)).status_code == 303
    assert thief.get(home(made)).status_code == 303


def test_opening_one_more_case_makes_no_sign_in_last_longer(client, made, joint, delivered, clock):
    ask(client, made.reference)
    send(client, CODE, code=delivered()[0].code)
    for _ in range(18):
        clock.passes(minutes=25)
        assert is_in(client, made)
    ask(client, joint.reference)
    send(client, CODE, code=delivered()[0].code, both="both")
    for _ in range(2):
        clock.passes(minutes=16)
        client.get(home(made))

    assert not is_in(client, made)


def test_joint_tenants_with_one_address_never_see_each_others_case(client, made, joint, delivered):
    ask(client, made.reference)
    send(client, CODE, code=delivered()[0].code)

    assert is_in(client, made)
    for page in ("", "/details", "/devices", "/return-code", "/unsent"):
        assert client.get(f"{home(joint)}{page}").status_code == 404


def test_who_is_signed_out_is_asked_to_come_back_and_brought_to_the_page_they_wanted(client, made, delivered):
    wanted = f"{home(made)}/devices"

    door = client.get(wanted)
    send(client, BACK, door.location, by="email", reference=made.reference, next=wanted)
    answer = send(client, CODE, code=delivered()[0].code, next=wanted)

    assert door.location.startswith(BACK)
    assert answer.location == wanted


@pytest.mark.parametrize("wanted", ["https://example.com", "//example.com", "/staff", "/c/ZZZZ-9999", "/c/\\example"])
def test_nobody_is_sent_to_another_site_or_case(client, made, asked, wanted):
    answer = send(client, CODE, code=asked.code, next=wanted)

    assert answer.location == home(made)


def test_nothing_secret_or_personal_stands_in_logs_titles_or_addresses(client, made, asked, caplog):
    caplog.set_level(logging.DEBUG)
    text = client.get(f"{BACK}/link/{asked.token}").text
    answer = send(client, CODE, code=asked.code)

    logged = " ".join(f"{record.getMessage()} {vars(record)}" for record in caplog.records if "putright" in record.name)
    title = text.partition("<title>")[2].partition("</title>")[0]
    for secret in (asked.token, asked.code, made.reference, "amina"):
        assert secret not in logged
        assert secret not in title
    assert asked.code not in answer.location


def test_the_database_holds_no_code_and_no_token(client, made, asked, database):
    with database.reading() as session:
        rows = [str(tuple(row)) for row in session.execute(text("SELECT * FROM sign_in"))]
        words = [str(tuple(row)) for row in session.execute(text("SELECT * FROM outbox"))]
        cookie = client.get_cookie("coming-back").value

    assert not any(secret in row for row in rows + words for secret in (asked.code, asked.token, cookie))
