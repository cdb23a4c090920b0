"""Who of which contractor may sign in: added by the officer, sent a link, and seen off; with what they kept (5.5)."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from sqlalchemy import select

from app.domain.deed import CLOCK, Deed
from app.domain.landlord.landlord import Choice
from app.domain.landlord.permissions import Role
from app.domain.people.sessions import Kind
from app.domain.refused import Refused
from app.services.landlord import landlord, staff
from app.services.people import sessions
from app.store.landlord import staff as staff_rows
from app.store.landlord.staff import of_contractors
from app.store.outbox import OutboxRow
from tests.cases import an_answered, deed
from tests.contracted import BRIGHT, a_contractors_person, give_promise, hire
from tests.promised import ANSWERED, PROMISES
from tests.web.staff.case.conftest import send

LOU = {"contractor": BRIGHT.key, "name": "Lou Bright", "email": "lou@bright.example"}
MOST = 8


@pytest.fixture
def officer(staff_client, database):
    with database.writing() as session:
        hire(session, deed())
    return staff_client(Role.COMPLAINTS_OFFICER, name="Dana Officer")


def people(database):
    with database.reading() as session:
        return of_contractors(session)


def links(database):
    with database.reading() as session:
        facts = session.scalars(select(OutboxRow.facts).filter_by(kind="set_up").order_by(OutboxRow.id))
        return [json.loads(each)["staff"] for each in facts]


def test_who_is_added_is_sent_a_link_once_however_often_it_is_pressed(officer, database):
    for _ in range(2):
        assert send(officer, "/staff/contractors", LOU, key="a" * 32).status_code == 303

    [lou] = people(database)
    assert (lou.name, lou.contractor, lou.roles) == ("Lou Bright", "bright", {Role.CONTRACTOR})
    assert links(database) == [lou.id]
    assert "Lou Bright" in officer.get("/staff/contractors").text


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"contractor": ""}, "Choose which contractor they work for"),
        ({"name": " "}, "Enter their name"),
        ({"email": "lou"}, "lou"),
    ],
)
def test_what_is_missing_is_said_and_nobody_is_added(officer, database, wrong, said):
    response = send(officer, "/staff/contractors", LOU | wrong)

    assert response.status_code == 422
    assert said in response.text
    assert (people(database), links(database)) == ([], [])


def test_a_team_of_ours_is_no_firm_whose_people_sign_in(officer, database):
    with database.writing() as session:
        ours = landlord.current(session)
        landlord.put(session, replace(ours, teams=(Choice("roofs", "Roofing team"),)), deed())

    page = officer.get("/staff/contractors").text

    assert BRIGHT.name in page
    assert "Roofing team" not in page


def test_a_new_link_voids_the_old_sign_in_and_an_end_is_for_good(officer, database):
    send(officer, "/staff/contractors", LOU)
    [lou] = people(database)

    assert send(officer, f"/staff/contractors/{lou.id}/link", {}).status_code == 303
    assert links(database) == [lou.id, lou.id]
    assert send(officer, f"/staff/contractors/{lou.id}/end", {}).status_code == 303
    assert people(database) == []


def test_it_ends_nobody_who_works_here(officer, database):
    with database.reading() as session:
        number = staff.number_of(session, "complaints_officer@example.org")
    assert send(officer, f"/staff/contractors/{number}/end", {}).status_code == 422

    with database.reading() as session:
        assert staff.present(session)


def test_what_each_contractor_kept_is_counted(officer, database, queries):
    with database.writing() as session:
        person = a_contractors_person(session)
        give_promise(session, an_answered(session, *PROMISES, on=ANSWERED), 1, person, ANSWERED)
    officer.get("/staff/contractors")
    with queries() as count:
        page = officer.get("/staff/contractors").text

    assert "What they promised for us" in page
    assert len(count) <= MOST


def end_contract(database, *, retired=True):
    with database.writing() as session:
        ours = landlord.current(session)
        landlord.put(session, replace(ours, contractors=(replace(BRIGHT, retired=retired),)), deed())


def test_a_contract_that_ends_lets_its_people_out_and_in_again_when_it_is_renewed(app, officer, database, clock):
    with database.writing() as session:
        kim = a_contractors_person(session)
        token = sessions.open_for_staff(session, kim, "a test", Deed(CLOCK, clock.at))
        email = staff_rows.present_member(session, kim).email
        lou = staff.add(session, "Lou", "lou@bright.example", frozenset({Role.CONTRACTOR}), deed(), contractor="bright")
    client = app.test_client()
    client.set_cookie(Kind.STAFF.value, token)
    assert client.get("/staff/jobs").status_code == 200

    end_contract(database)
    assert client.get("/staff/jobs").location.startswith("/staff/sign-in")
    assert officer.get("/staff/contractors").status_code == 200
    with database.writing() as session:
        assert staff.credentials(session, email) is None
        assert staff.invited(session, lou.token, deed().at) is None
        assert staff.invite(session, lou.staff_id, deed()) is None
        with pytest.raises(Refused):
            staff.set_up(session, lou.token, "hash", 0, deed())

    end_contract(database, retired=False)
    assert client.get("/staff/jobs").status_code == 200
