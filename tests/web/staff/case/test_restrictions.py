"""The pages of a restricted case are there for those on its list; for anybody else there is no such case (ruling 4)."""

from __future__ import annotations

from collections.abc import Callable
from uuid import uuid4

import pytest
from flask import Flask
from flask.testing import FlaskClient

from app.db import Database
from app.domain.case.restriction_states import RestrictionGround
from app.domain.case.restrictions import RestrictionDraft
from app.domain.landlord.permissions import Role
from app.services.case import histories, restrictions
from app.services.landlord import looked_at
from app.store.case import complaints
from tests import states
from tests.cases import deed
from tests.forms import press
from tests.web.conftest import token_of
from tests.web.staff.case.conftest import begin

ARGUMENTS = {"deed": "date", "heard": "death", "number": 1, "other": "7Q4K-2M9P", "row": "answer-1-0"}
KNOW_NO_CASE = {"staff.receipts.show", "staff.receipts.destroy", "staff.renewals.destroy"}
"""They show, or clear, what whoever asks has just been given, and lead to the page of any reference."""


@pytest.fixture
def insider(staff_client: Callable[..., FlaskClient]) -> FlaskClient:
    """Staff 1, who is on the list."""
    return staff_client(Role.HANDLER, name="Ada On")


@pytest.fixture
def outsider(insider: FlaskClient, staff_client: Callable[..., FlaskClient]) -> FlaskClient:
    """Staff 2, who may do anything with the complaints they see, and is not on the list; 3 is."""
    other = staff_client(Role.COMPLAINTS_OFFICER, name="Olga Off")
    staff_client(Role.STAGE_2_REVIEWER, name="Ben On")
    return other


@pytest.fixture
def reference(outsider: FlaskClient, database: Database) -> str:
    """A case with letters, promises and a refusal, kept to 1 and 3; somebody with the same name is 2's to find."""
    made = begin(database, states.with_promises)
    with database.writing() as session:
        draft = RestrictionDraft(RestrictionGround.OTHER, "Her own case", (1, 3))
        restrictions.restrict(session, made.reference, draft, deed())
    return made.reference


def addresses(app: Flask, method: str, reference: str) -> list[str]:
    with app.test_request_context():
        return [
            app.url_for(rule.endpoint, reference=reference, **{n: ARGUMENTS[n] for n in rule.arguments - {"reference"}})
            for rule in app.url_map.iter_rules()
            if rule.rule.startswith("/staff/") and "reference" in rule.arguments
            if method in (rule.methods or ()) and rule.endpoint not in KNOW_NO_CASE
        ]


def test_every_page_of_it_is_not_there_for_others(app, outsider, reference):
    answers = {each: outsider.get(each).status_code for each in addresses(app, "GET", reference)}

    assert len(answers) > 40
    assert {each: status for each, status in answers.items() if status != 404} == {}


def test_nothing_can_be_sent_to_it_by_others(app, outsider, reference, database):
    def send(address: str) -> int:
        typed = {"csrf_token": token_of(outsider), "seen": "99", "key": uuid4().hex, "words": "Let me in", "staff": "2"}
        return outsider.post(address, data=typed).status_code

    before = position(database, reference)
    answers = {each: send(each) for each in addresses(app, "POST", reference)}

    assert len(answers) > 40
    assert {each: status for each, status in answers.items() if status != 404} == {}
    assert position(database, reference) == before


def position(database: Database, reference: str) -> int:
    with database.reading() as session:
        return histories.found(session, reference, deed()).complaint.position


@pytest.mark.parametrize(
    "page",
    ["/work?view=team", "/search?q=Amina", "/promises", "/promises.csv", "/letters", "/refusals", "/refusals.csv"],
)
def test_no_list_names_it_to_others(insider, outsider, reference, page):
    assert reference not in outsider.get(f"/staff{page}").text
    if page not in ("/letters", "/refusals", "/refusals.csv"):
        assert reference in insider.get(f"/staff{page}").text


def test_a_whole_reference_finds_nothing_for_others(outsider, reference):
    assert f"/complaints/{reference}" not in outsider.get("/staff/search", query_string={"q": reference}).text


def test_those_on_the_list_have_it_and_their_looks_are_written_down(insider, reference, database):
    page = insider.get(f"/staff/complaints/{reference}")

    assert (page.status_code, "Few may see it" in page.text) == (200, True)
    with database.reading() as session:
        case = complaints.find(session, reference)
        assert case is not None
        before = looked_at.of_case(session, case.id)
    insider.get(f"/staff/complaints/{reference}")
    with database.reading() as session:
        after = looked_at.of_case(session, case.id)
    assert {look.staff_id for look in after} == {1}
    assert len(after) == len(before) + 1


def test_the_list_is_changed_on_its_page(insider, outsider, reference):
    few = press(insider, f"/staff/complaints/{reference}/restriction", {"viewers": ["1"]})
    kept = press(insider, f"/staff/complaints/{reference}/restriction", {"viewers": ["1", "2"]})

    assert (few.status_code, kept.status_code) == (422, 303)
    assert "Choose at least two people" in few.text
    assert outsider.get(f"/staff/complaints/{reference}").status_code == 200


def test_who_takes_themselves_off_the_list_goes_back_to_their_work(insider, reference):
    kept = press(insider, f"/staff/complaints/{reference}/restriction", {"viewers": ["2", "3"]})

    assert (kept.status_code, kept.headers["Location"]) == (303, "/staff/work")


def test_it_is_kept_to_named_people_and_everybodys_again(insider, outsider, database):
    made = begin(database, states.fresh)
    page = f"/staff/complaints/{made.reference}/restriction"

    empty = press(insider, page, {"viewers": ["1", "3"]})
    press(insider, page, {"ground": "other", "words": "Her own case", "viewers": ["1", "3"]})
    hidden = outsider.get(f"/staff/complaints/{made.reference}").status_code
    press(insider, f"{page}/end", {"words": "It was not hers"})

    assert empty.status_code == 422
    assert hidden == 404
    assert outsider.get(f"/staff/complaints/{made.reference}").status_code == 200


def test_who_is_complained_of_is_kept_from_it(insider, outsider, database, policy):
    policy(restricted_handlers=("handler@example.org",))
    made = begin(database, states.fresh)

    kept = press(insider, f"/staff/complaints/{made.reference}/concerned", {"staff": "2", "viewers": ["1", "3"]})

    assert (kept.status_code, kept.location) == (303, f"/staff/complaints/{made.reference}")
    assert outsider.get(f"/staff/complaints/{made.reference}").status_code == 404
    told = insider.get(f"/staff/complaints/{made.reference}").text.partition("Only these people see this complaint")[2]
    assert f'href="/staff/complaints/{made.reference}/restriction">Who may see it' in told.partition("</p>")[0]
