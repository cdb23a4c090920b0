"""A new return code for somebody who lost theirs: only once staff checked who asks, shown once, and the old one out."""

from __future__ import annotations

from uuid import uuid4

import pytest
from sqlalchemy import text

from app.domain.deed import CLOCK, Deed
from app.domain.landlord.permissions import Role
from app.domain.people.preferences import Caution, Preferences, Safe, Way
from app.domain.people.sessions import Kind
from app.services.people import receipts, sessions
from tests.cases import a_complaint, a_person, deed
from tests.forms import press
from tests.web.conftest import token_of

BY_LETTER = Preferences(Safe.SOME_WAYS, (Way.LETTER,), Way.LETTER, cautions=(Caution.CODE_WORD,))
NO_WAY = Preferences(Safe.NO, (Way.HERE,), Way.HERE)
CHECKED = {"words": "She told me what she wrote on the first day."}
MOST_QUERIES = 12


@pytest.fixture
def lookup(app):
    return app.extensions["config"].lookup_key


@pytest.fixture
def lost(database, lookup):
    """Makes a complaint whose return code, which opens with 2580, is lost."""

    def make(preferences=None, ways=None):
        kept = receipts.factor("2580")
        person = {"preferences": preferences, "ways": ways or {}, "mind": "Code word: heron"} if preferences else {}
        with database.writing() as session:
            made = a_complaint(session, a_person(**person), key=uuid4().hex)
            code = receipts.replace(session, made.case_id, 1, lookup, deed(key=uuid4().hex))
            receipts.choose_factor(session, made.case_id, 1, kept)
        return made, code

    return make


@pytest.fixture
def handler(staff_client):
    return staff_client(Role.HANDLER)


def page_of(made, party=1):
    return f"/staff/complaints/{made.reference}/parties/{party}/return-code"


def shown(page):
    return page.partition('<span class="code" dir="ltr">')[2].partition("</span>")[0]


def opens(database, lookup, code):
    with database.reading() as session:
        return receipts.find(session, code, lookup) is not None


def history_of(database, made):
    with database.reading() as session:
        rows = session.execute(
            text("SELECT kind, facts FROM event WHERE stream = :stream ORDER BY position"),
            {"stream": f"complaint:{made.case_id}"},
        )
        return [tuple(row) for row in rows]


def test_the_old_code_is_out_and_the_new_one_opens_with_the_same_numbers(handler, lost, database, lookup):
    made, old = lost()

    answer = press(handler, page_of(made), CHECKED)
    code = shown(handler.get(answer.location).text)

    assert len(code.replace(" ", "")) == 16
    assert not opens(database, lookup, old)
    with database.reading() as session:
        receipt = receipts.find(session, code, lookup)
    assert (receipt.case_id, receipt.party) == (made.case_id, 1)
    assert receipts.opens(receipt, "2580")


def test_it_stands_in_the_history_and_no_secret_with_it(handler, lost, database):
    made, _ = lost()

    code = shown(handler.get(press(handler, page_of(made), CHECKED).location).text)

    kind, facts = history_of(database, made)[-1]
    assert kind == "return_code_renewed"
    assert code not in facts
    assert code.replace(" ", "") not in facts
    assert CHECKED["words"] not in facts
    timeline = handler.get(f"/staff/complaints/{made.reference}").text
    assert "made a new return code for the resident" in timeline


def test_whoever_came_in_as_them_is_out(app, handler, lost, database, clock):
    made, _ = lost()
    with database.writing() as session:
        token = sessions.open_for_party(session, made.case_id, 1, "a telephone", Deed(CLOCK, clock.at))
    client = app.test_client()
    client.set_cookie(Kind.RESIDENT.value, token)
    assert client.get(f"/c/{made.reference}").status_code == 200

    press(handler, page_of(made), CHECKED)

    assert client.get(f"/c/{made.reference}").location.startswith("/c/back")


def test_without_a_word_on_who_is_asking_there_is_none(handler, lost, database, lookup):
    made, old = lost()

    refused = press(handler, page_of(made), {"words": " "})

    assert refused.status_code == 422
    assert "Write what was done" in refused.text
    assert opens(database, lookup, old)


def test_it_is_shown_for_half_an_hour_or_until_it_is_taken_off(handler, lost, clock):
    made, _ = lost()
    code = shown(handler.get(press(handler, page_of(made), CHECKED).location).text)
    assert code in handler.get(page_of(made)).text

    form = {"csrf_token": token_of(handler)}
    assert handler.post(f"{page_of(made)}/end", data=form).status_code == 303
    assert code not in handler.get(page_of(made)).text

    code = shown(handler.get(press(handler, page_of(made), CHECKED).location).text)
    clock.passes(minutes=31)
    assert code not in handler.get(page_of(made)).text


def test_a_second_press_makes_no_second_code(handler, lost, database):
    made, _ = lost()
    key = {"key": "a" * 32}
    first = shown(handler.get(press(handler, page_of(made), CHECKED | key).location).text)
    length = len(history_of(database, made))
    sent = {"csrf_token": token_of(handler), "seen": "99"} | CHECKED | key

    second = shown(handler.get(handler.post(page_of(made), data=sent).location).text)

    assert first == second
    assert len(history_of(database, made)) == length


def test_a_key_that_could_be_guessed_is_refused(handler, lost):
    made, _ = lost()

    assert press(handler, page_of(made), CHECKED | {"key": "short"}).status_code == 400


def test_nobody_else_is_shown_it(app, handler, lost, staff_client):
    made, _ = lost()
    code = shown(handler.get(press(handler, page_of(made), CHECKED).location).text)
    colleague = staff_client(Role.COMPLAINTS_OFFICER)
    colleague.set_cookie("page", handler.get_cookie("page").value)

    assert code not in colleague.get(page_of(made)).text


def test_a_sheet_to_post_is_there_where_letters_are_safe_and_nowhere_else(handler, lost):
    letters, _ = lost(BY_LETTER, {Way.LETTER: "4 Elm Court, M5 4AB"})
    page = handler.get(press(handler, page_of(letters), CHECKED).location).text
    assert f"Return code: {shown(page)}" in page

    email, _ = lost()
    page = handler.get(press(handler, page_of(email), CHECKED).location).text
    assert "Return code: " not in page
    assert "Do not post it" in page


def test_what_to_mind_is_said_before(handler, lost):
    made, _ = lost(BY_LETTER, {Way.LETTER: "4 Elm Court, M5 4AB"})

    page = handler.get(page_of(made)).text

    assert "Use a code word" in page
    assert "Code word: heron" in page


def test_where_no_way_is_safe_nobody_is_given_one(handler, lost, database, lookup):
    made, old = lost(NO_WAY)
    page = handler.get(page_of(made)).text
    sent = {"csrf_token": token_of(handler), "seen": "99", "key": "b" * 32} | CHECKED

    refused = handler.post(page_of(made), data=sent)

    assert "Do not give a new code" in page
    assert 'name="words"' not in page
    assert refused.status_code == 422
    assert opens(database, lookup, old)
    assert page_of(made) not in handler.get(f"/staff/complaints/{made.reference}").text


def test_what_changed_meanwhile_is_looked_at_first(handler, lost, database, lookup):
    made, old = lost()
    seen = {"seen": "1"}

    refused = press(handler, page_of(made), CHECKED | seen)

    assert refused.status_code == 409
    assert CHECKED["words"] in refused.text
    assert opens(database, lookup, old)


def test_the_case_leads_there_for_those_who_may(handler, lost, staff_client):
    made, _ = lost()

    assert page_of(made) in handler.get(f"/staff/complaints/{made.reference}").text
    assert page_of(made) not in staff_client(Role.VIEWER).get(f"/staff/complaints/{made.reference}").text
    assert handler.get(page_of(made, 9)).status_code == 404


def test_the_page_asks_little_of_the_database(handler, lost, queries):
    made, _ = lost(BY_LETTER, {Way.LETTER: "4 Elm Court, M5 4AB"})
    handler.get(page_of(made))

    with queries() as asked:
        handler.get(page_of(made))
    assert len(asked) <= MOST_QUERIES, asked

    answer = press(handler, page_of(made), CHECKED)
    with queries() as asked:
        handler.get(answer.location)
    assert len(asked) <= MOST_QUERIES, asked


def test_whose_code_it_is_hears_of_it(app, handler, lost, database, clock):
    made, _ = lost()
    code = shown(handler.get(press(handler, page_of(made), CHECKED).location).text)

    with database.writing() as session:
        words = [tuple(row) for row in session.execute(text("SELECT kind, party, letter, facts FROM outbox"))]
        token = sessions.open_for_party(session, made.case_id, 1, "a telephone", Deed(CLOCK, clock.at))
    client = app.test_client()
    client.set_cookie(Kind.RESIDENT.value, token)

    [word] = [word for word in words if word[0] == "new_code"]
    assert word[1:3] == (1, None)
    assert code not in word[3]
    assert "We made you a new return code." in client.get(f"/c/{made.reference}/pack").text


def test_no_email_tells_of_it_where_none_is_safe(handler, lost, database):
    made, _ = lost(BY_LETTER, {Way.LETTER: "4 Elm Court, M5 4AB"})
    press(handler, page_of(made), CHECKED)

    with database.reading() as session:
        kinds = session.execute(text("SELECT kind FROM outbox")).scalars().all()
    assert "new_code" not in kinds


def test_the_page_says_for_how_long_the_code_stands_there(handler, lost):
    made, _ = lost()

    page = handler.get(press(handler, page_of(made), CHECKED).location).text

    assert "half an hour, or until you take it off the screen" in page
    assert "cannot show it again" not in page
