"""A new way to be reached is taken only from a form that says what it saw and which press it is (ruling 1)."""

from __future__ import annotations

import pytest

from app.domain.people.preferences import Way
from app.store.people import contacts as store
from tests.cases import RECEIVED, a_complaint
from tests.forms import held, posted


@pytest.fixture
def mine(visit):
    return visit(lambda session: (a_complaint(session), RECEIVED))


def reached_by(database, mine):
    with database.reading() as session:
        return {way: contact.value for way, contact in store.usable(session, mine.made.case_id, 1).items()}


@pytest.mark.parametrize("missing", ["seen", "key"])
def test_a_change_that_does_not_say_what_it_saw_or_which_press_it_is_is_refused(database, mine, missing):
    answer = mine.send("/contact/email", old_is_safe="no", value="new@example.org", **{missing: ""})

    assert answer.status_code == 400
    assert reached_by(database, mine) == {Way.EMAIL: "amina@example.org"}


def test_a_press_that_another_form_has_used_does_not_pass_for_a_change(database, mine):
    mine.send("/contact/phone", value="01632 960 001", old_is_safe="yes", key="the-same-press")

    answer = mine.send("/contact/email", old_is_safe="no", value="new@example.org", key="the-same-press")

    assert answer.status_code == 409
    assert "new@example.org" in answer.text


def test_another_address_under_the_same_key_does_not_pass_for_a_change(database, mine):
    wrong, right = ({"value": value, "old_is_safe": "no", "key": "the-same-press"} for value in ("a@x.org", "b@x.org"))
    first = mine.send("/contact/email", **wrong)

    again = mine.send("/contact/email", **wrong)
    other = mine.send("/contact/email", **right)

    assert (first.status_code, again.status_code, other.status_code) == (303, 303, 409)
    assert "b@x.org" in other.text
    with database.reading() as session:
        assert store.count(session, mine.made.case_id) == 2


def test_a_slip_in_a_new_address_is_asked_about_once_and_then_taken(database, mine):
    asked = mine.send("/contact/email", value="new@gmial.com", old_is_safe="no")
    again = dict(held(posted(asked.text)[0]))
    taken = mine.client.post(f"{mine.home}/contact/email", data=again)

    assert asked.status_code == 422
    assert "Did you mean new@gmail.com?" in asked.text
    assert (again["value"], again["old_is_safe"]) == ("new@gmial.com", "no")
    assert taken.status_code == 303
