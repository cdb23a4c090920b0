"""A new way to be reached is taken only from a form that says what it saw and which press it is (ruling 1)."""

from __future__ import annotations

import pytest

from app.domain.people.preferences import Way
from app.store.people import contacts as store
from tests.cases import RECEIVED, a_complaint


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
