"""The other cases of who has died or moved, on the staff's pages: ticked, and done in each at once (ruling 7)."""

from __future__ import annotations

from uuid import uuid4

import pytest

from app.domain.landlord.permissions import Role
from app.domain.people.deaths import DeathDraft
from app.services.people import deaths
from tests import peopled, states
from tests.cases import a_complaint, a_person, deed
from tests.forms import held, posted, press
from tests.peopled import AGREED
from tests.web.staff.case.conftest import begin
from tests.web.staff.case.conftest import case as found
from tests.web.staff.people.test_deaths import DEATH, at

MOVE = {"moved_on-day": "20", "moved_on-month": "11", "moved_on-year": "2026", "safe": "no"}


def party(database, made):
    return found(database, made).party(1)


@pytest.fixture
def two(database):
    return begin(database, states.acknowledged), begin(database, states.acknowledged)


def test_all_are_ticked_and_written_down_with_one_press(officer, database, two):
    one, other = two

    assert press(officer, at(one), DEATH | {"decides": "1"}).status_code == 303

    assert all(party(database, each).died for each in two)
    assert other.reference in officer.get(at(one, "death/mistake")).text


def test_whoever_is_not_ticked_goes_on_being_told(officer, database, two):
    one, other = two
    page = officer.get(at(one)).text
    assert other.reference in page
    unticked = {name: value for name, value in held(posted(page)[0]) if name != "others"}

    assert officer.post(at(one), data=unticked | DEATH | {"decides": "1"}).status_code == 303

    assert not party(database, other).died


def test_a_case_of_somebody_else_cannot_be_typed_in(officer, database, two):
    with database.writing() as session:
        stranger = a_complaint(session, a_person(name="Omar Yusuf"), key=uuid4().hex)

    typed = DEATH | {"decides": "1", "others": stranger.reference}
    assert press(officer, at(two[0]), typed).status_code == 422


def test_a_move_is_so_in_each(officer, database, two):
    one, other = two

    assert press(officer, at(one, "move"), MOVE).status_code == 303

    assert [party(database, each).moved_on.day for each in (one, other)] == [20, 20]


def test_what_was_heard_elsewhere_is_looked_at(officer, database):
    made = begin(database, peopled.heard_of_death)
    case = officer.get(f"/staff/complaints/{made.reference}").text
    assert "May have died" in case
    assert "We heard that somebody has died" in case
    assert "It is somebody else" in officer.get(at(made)).text

    assert press(officer, at(made, "heard/death"), {"words": " "}).status_code == 422
    assert press(officer, at(made, "heard/death"), {"words": "Her mother, of the same name."}).status_code == 303

    assert not party(database, made).silent
    assert officer.get(at(made, "heard/death")).status_code == 404
    assert officer.get(at(made, "heard/anything")).status_code == 404
    assert press(officer, at(made, "heard/move"), {"words": "Her mother."}).status_code == 303


def test_a_mistake_names_the_other_cases_to_who_decides(officer, staff_client, database, two):
    with database.writing() as session:
        others = [two[1].reference]
        deaths.record(session, two[0].reference, 1, DeathDraft("Her son", AGREED, 1), deed(AGREED, "staff:1"), others)
    assert press(officer, at(two[0], "death/mistake"), {"words": "She came in."}).status_code == 303
    second = staff_client(Role.COMPLAINTS_OFFICER, Role.HANDLER)
    assert two[0].reference in second.get(at(two[1], "death/decision")).text
    assert press(second, at(two[1], "death/decision"), {"decision": "alive"}).status_code == 303

    assert not any(party(database, each).died for each in two)


@pytest.mark.parametrize("page", ["death", "move"])
def test_a_page_asks_little_of_the_database(officer, queries, two, page):
    officer.get(at(two[0], page))

    with queries() as asked:
        officer.get(at(two[0], page))

    assert len(asked) <= 8
