"""Somebody has died, on the staff's pages: written down, decided by one person, put right by two (ruling 7)."""

from __future__ import annotations

import pytest

from app.domain.case.vocabulary import Ended
from app.domain.landlord.permissions import Role
from app.domain.mail.addressees import addressee
from tests import peopled, states
from tests.forms import press
from tests.web.staff.case.conftest import begin
from tests.web.staff.case.conftest import case as found

DEATH = {"words": "Her son, by phone.", "told_on-day": "24", "told_on-month": "11", "told_on-year": "2026"}
DAUGHTER = {
    "speaker_name": "Sana Yusuf",
    "kind": "executor",
    "safe": "yes",
    "ways": "email",
    "email": "sana@example.org",
}
CHEERFUL = ("glad", "happy", "great", "congratulations", "pleased")


def at(made, page: str = "death") -> str:
    return f"/staff/complaints/{made.reference}/parties/1/{page}"


def test_it_is_written_down_with_who_decides(officer, database):
    made = begin(database, states.acknowledged)

    assert press(officer, at(made), DEATH).status_code == 422
    assert press(officer, at(made), DEATH | {"decides": "1"}).status_code == 303

    assert found(database, made).party(1).died
    case = officer.get(f"/staff/complaints/{made.reference}").text
    assert "Has died: nothing goes to them" in case
    assert "Somebody has died: decide how it goes on" in case
    assert "Make a new return code: Resident" not in case
    assert not [word for word in CHEERFUL if word in case.lower()]
    assert officer.get(at(made)).status_code == 404


def test_family_is_added_and_carries_on(officer, database):
    made = begin(database, peopled.died)

    assert press(officer, f"/staff/complaints/{made.reference}/representatives", DAUGHTER).status_code == 303
    asked = {"how": "carries_on", "carried_on_by": "2", "words": "She wants us to go on."}
    assert press(officer, at(made, "going-on"), asked | {"words": ""}).status_code == 422
    assert press(officer, at(made, "going-on"), asked).status_code == 303

    complaint = found(database, made)
    assert addressee(complaint) == 2
    assert complaint.letters[0].party == 2
    assert "Executor of somebody who has died" in officer.get(f"/staff/complaints/{made.reference}").text


def test_where_nobody_carries_on_it_stops(officer, database):
    made = begin(database, peopled.died)

    asked = {"how": "nobody", "words": "No family, and the executor does not wish to."}
    assert press(officer, at(made, "going-on"), asked).status_code == 303

    assert found(database, made).ended is Ended.DIED


def test_a_second_person_puts_a_mistake_right(officer, staff_client, database):
    made = begin(database, peopled.died)
    assert press(officer, at(made, "death/mistake"), {"words": "She came in."}).status_code == 303
    assert "They are alive: put it right" not in officer.get(at(made, "death/decision")).text

    second = staff_client(Role.COMPLAINTS_OFFICER, Role.HANDLER)
    assert "She came in." in second.get(at(made, "death/decision")).text
    assert press(second, at(made, "death/decision"), {"decision": "alive"}).status_code == 303

    assert not found(database, made).party(1).died


def test_a_second_person_may_find_no_mistake(officer, staff_client, database):
    made = begin(database, peopled.death_doubted)
    second = staff_client(Role.COMPLAINTS_OFFICER, Role.HANDLER)

    assert press(second, at(made, "death/decision"), {"decision": "died"}).status_code == 422
    typed = {"decision": "died", "words": "We have the certificate."}
    assert press(second, at(made, "death/decision"), typed).status_code == 303

    assert found(database, made).party(1).died


def test_a_page_held_open_while_another_wrote_it_down_changes_nothing_twice(officer, database):
    made = begin(database, states.acknowledged)
    assert press(officer, at(made), DEATH | {"decides": "1"}).status_code == 303

    assert officer.get(at(made)).status_code == 404


def test_nobody_comes_in_by_the_code_of_the_dead(client, officer, database):
    made = begin(database, peopled.died)

    typed = {"by": "code", "return_code": made.return_code, "pin": "M5 4AB"}
    assert press(client, "/c/back", typed).status_code == 422


@pytest.mark.parametrize("page", ["going-on", "death/mistake"])
def test_a_page_asks_little_of_the_database(officer, database, queries, page):
    made = begin(database, peopled.died)
    officer.get(at(made, page))

    with queries() as asked:
        officer.get(at(made, page))

    assert len(asked) <= 8
