"""The resident has moved, on the staff's pages: nothing goes to the old home, promises are asked about (ruling 7)."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from app.domain.landlord.permissions import Role
from app.domain.people.preferences import Preferences, Safe, Way
from app.services.people import receipts
from app.store.people import contacts
from tests import states
from tests.cases import LOOKUP_KEY, a_complaint, a_person
from tests.forms import press
from tests.web.staff.case.conftest import begin
from tests.web.staff.case.conftest import case as found

DAY = {"moved_on-day": "8", "moved_on-month": "12", "moved_on-year": "2026"}
BY_POST = Preferences(Safe.YES, (Way.LETTER, Way.HERE), Way.LETTER)


@pytest.fixture
def officer(staff_client, clock):
    clock.at = datetime(2026, 12, 8, 12, tzinfo=UTC)
    return staff_client(Role.COMPLAINTS_OFFICER)


def by_post(session):
    person = a_person(ways={Way.LETTER: "4 Elm Court, M5 4AB"}, preferences=BY_POST)
    return (a_complaint(session, person),)


def at(made, page: str = "parties/1/move") -> str:
    return f"/staff/complaints/{made.reference}/{page}"


def test_nothing_goes_to_the_old_home_and_what_was_to_be_posted_goes_another_way(officer, database):
    made = begin(database, by_post)
    assert found(database, made).letters[0].way is Way.LETTER

    assert press(officer, at(made), DAY).status_code == 422
    assert press(officer, at(made), DAY | {"safe": "yes"}).status_code == 303

    complaint = found(database, made)
    assert complaint.letters[0].way is Way.HERE
    with database.reading() as session:
        assert contacts.usable(session, made.case_id, 1) == {}
        assert receipts.find(session, made.return_code, LOOKUP_KEY) is not None
    posting = officer.get(f"/staff/complaints/{made.reference}/letters/1/posting").text
    assert "Elm Court" not in posting
    assert "Home at the time" in officer.get(f"/staff/complaints/{made.reference}").text


def test_unless_the_old_home_is_clearly_safe_the_code_ends_and_a_new_address_is_checked(officer, database):
    made = begin(database, by_post)
    typed = DAY | {"safe": "not_sure", "letters_to": "1 Low Road, M5 9ZZ"}

    assert press(officer, at(made), typed).status_code == 303

    with database.reading() as session:
        assert receipts.find(session, made.return_code, LOOKUP_KEY) is None
        assert contacts.usable(session, made.case_id, 1) == {}
    assert press(officer, at(made, "contacts/2"), {"words": "She told me by phone."}).status_code == 303
    with database.reading() as session:
        assert contacts.usable(session, made.case_id, 1)[Way.LETTER].value == "1 Low Road, M5 9ZZ"


def test_each_promise_is_asked_about_on_a_page_of_its_own(officer, database):
    made = begin(database, states.with_promises)
    press(officer, at(made), DAY | {"safe": "yes"})
    assert "They moved: ask if a promise is still wanted" in officer.get(f"/staff/complaints/{made.reference}").text

    page = at(made, "promises/1/after-move")
    assert press(officer, page, {"words": "By phone"}).status_code == 422
    assert press(officer, page, {"answer": "no", "words": "By phone"}).status_code == 303

    assert not found(database, made).promise(1).open
    assert officer.get(page).status_code == 404


@pytest.mark.parametrize("page", ["parties/1/move", "promises/1/after-move"])
def test_a_page_asks_little_of_the_database(officer, database, queries, page):
    made = begin(database, states.with_promises)
    press(officer, at(made), DAY | {"safe": "yes"})
    officer.get(at(made, page))

    with queries() as asked:
        officer.get(at(made, page))

    assert len(asked) <= 8
