"""Who may answer and who checks, as the landlord sets it for each stage: nobody their own, and never nobody."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from app.domain.landlord.permissions import Role
from app.domain.mail.notices import Notice
from app.services.case import acknowledgements, escalations, interests
from tests import cases, states
from tests.cases import deed
from tests.forms import press
from tests.web.staff.case.conftest import FULL, begin, case, hidden, send
from tests.web.staff.case.conftest import at as response
from tests.web.staff.case.conftest import check_at as at

pytestmark = pytest.mark.usefixtures("while_looking")


def test_who_checks_has_it_in_their_list_by_the_answers_date(handler, checked, staff_client):
    made, head = checked
    other = staff_client(Role.DIRECTOR)

    assert "Check an answer before it goes" in head.get("/staff/work").text
    assert "Wed 9 Dec" in head.get("/staff/work").text
    assert "Check an answer before it goes" not in other.get("/staff/work").text
    assert "Check an answer before it goes" in head.get(f"/staff/complaints/{made.reference}").text


def test_those_without_the_role_read_it_and_do_not_decide(checked, staff_client):
    made, _ = checked
    director = staff_client(Role.DIRECTOR)

    assert "Agree, and send" not in director.get(at(made)).text
    for page in ("/1/decision", "/1/end", "/2/decision"):
        assert send(director, at(made, page), {"decision": "yes"}).status_code == 404


def test_nobody_checks_their_own_though_they_have_the_role(handler, staff_client, database, policy):
    officer = staff_client(Role.COMPLAINTS_OFFICER, name="Grace Hall")
    policy(stage_1_checked_by=("complaints_officer",))
    made = begin(database, states.acknowledged)
    assert send(officer, response(made), FULL).status_code == 303

    page = officer.get(at(made)).text

    assert "not the person who wrote it" in page
    assert "Agree, and send" not in page
    assert "Nobody else here may check it" in page
    held = {name: hidden(page, name) for name in ("csrf_token", "key", "seen")} | {"decision": "yes"}
    assert officer.post(at(made, "/1/decision"), data=held).status_code == 422


def test_a_complaints_officer_stands_in_for_a_checker_who_is_away(checked, staff_client, database):
    made, _ = checked
    officer = staff_client(Role.COMPLAINTS_OFFICER)

    assert press(officer, at(made), {"decision": "yes"}).status_code == 303
    assert case(database, made).answer_checks[0].decided_by == 3


def test_managers_answer_and_heads_check_then_heads_answer_and_directors_check(staff_client, database, policy, clock):
    policy(
        stage_1_answered_by=("service_manager",),
        stage_1_checked_by=("head_of_service",),
        stage_2_answered_by=("head_of_service",),
        stage_2_checked_by=("director",),
    )
    clock.at = datetime(2026, 12, 17, 12, tzinfo=UTC)
    manager, head = staff_client(Role.SERVICE_MANAGER), staff_client(Role.HEAD_OF_SERVICE)
    director, other_head = staff_client(Role.DIRECTOR), staff_client(Role.HANDLER, Role.HEAD_OF_SERVICE)
    made = begin(database, states.acknowledged)

    assert head.get(response(made)).status_code == 404
    assert send(manager, response(made)).status_code == 303
    assert press(head, at(made), {"decision": "yes"}).status_code == 303
    with database.writing() as session:
        escalations.ask(session, made.reference, 1, states.resident(made, clock.at.date()))
        again = deed(clock.at.date(), "staff:3")
        acknowledgements.acknowledge(session, made.reference, cases.a_definition(), 4, None, again)
        interests.declare(session, made.reference, False, "", deed(clock.at.date(), "staff:4"))
    assert head.get(response(made)).status_code == 403, "she checked Stage 1"
    assert manager.get(response(made)).status_code == 404
    assert send(other_head, response(made)).status_code == 303
    page = head.get(at(made, "/2"))
    assert "Agree, and send" not in page.text
    assert press(director, at(made, "/2"), {"decision": "yes"}).status_code == 303
    assert case(database, made).letters[-1].notice is Notice.STAGE_2_ANSWER


def test_who_answers_and_checks_is_set_on_a_page(staff_client):
    officer = staff_client(Role.COMPLAINTS_OFFICER)

    saved = press(officer, "/staff/landlord/answers", {"stage_1_checked_by": ["head_of_service", "director"]})

    assert saved.status_code == 303
    shown = officer.get("/staff/landlord").text
    assert "Head of service" in shown
    forged = press(officer, "/staff/landlord/answers", {"stage_1_checked_by": ["viewer"]})
    assert forged.status_code == 422
