"""The pages of a contractor's person: their list, a case as they need it, and what they may do (5.4, 5.5)."""

from __future__ import annotations

from io import BytesIO
from uuid import uuid4

import pytest

from app.domain.case.more_time import MoreTimeDraft, Reason
from app.domain.deed import CLOCK, Deed
from app.domain.landlord.permissions import Role
from app.domain.people.sessions import Kind
from app.domain.promises.ledger import Verdict
from app.services.case import more_time
from app.services.people import sessions
from app.services.promises import verdicts
from tests import states
from tests.cases import an_answered, deed
from tests.contracted import a_contractors_person, ask_for_part, give_promise, let_answer
from tests.grouped import WORDS, with_common_part
from tests.promised import ANSWERED, PROMISES
from tests.sent_files import photo
from tests.web.conftest import token_of
from tests.web.staff.case.conftest import FULL, at, case, hidden, send

MOST = 8
DONE = {
    "happened_on-day": "8",
    "happened_on-month": "12",
    "happened_on-year": "2026",
    "proof": "A new pump, job 1174",
}


@pytest.fixture(autouse=True)
def answered_today(clock):
    clock.passes(days=(ANSWERED - clock.at.date()).days)


@pytest.fixture
def person(handler, database):
    with database.writing() as session:
        return a_contractors_person(session)


@pytest.fixture
def kim(app, database, clock, person):
    """A client in which a contractor's person is signed in."""
    with database.writing() as session:
        token = sessions.open_for_staff(session, person, "a test", Deed(CLOCK, clock.at))
    client = app.test_client()
    client.set_cookie(Kind.STAFF.value, token)
    return client


@pytest.fixture
def promised(database, person):
    with database.writing() as session:
        made = an_answered(session, *PROMISES, on=ANSWERED)
        give_promise(session, made, 1, person, ANSWERED)
    return made


@pytest.fixture
def looking(database, person):
    """A complaint that is being looked into."""
    with database.writing() as session:
        return states.acknowledged(session)[0]


def job(made, page=""):
    return f"/staff/jobs/{made.reference}{page}"


def press(client, address, typed, **more):
    """Send a form that may hold a file."""
    form = {"csrf_token": token_of(client), "key": uuid4().hex, "seen": "99", **typed, **more}
    return client.post(address, data=form, content_type="multipart/form-data")


def test_they_begin_with_their_own_list(kim, promised):
    assert kim.get("/staff").headers["Location"] == "/staff/jobs"
    page = kim.get("/staff/jobs").text

    assert promised.reference in page
    assert [word for word in ("My work", "Search", "Log a complaint", "Our details") if word in page] == []


def test_a_case_shows_what_is_theirs_and_nothing_of_its_person_that_they_do_not_need(kim, promised):
    page = kim.get(job(promised)).text

    assert "Mend the boiler" in page
    assert "4 Elm Court" in page
    assert "Do not contact them yourself" in page
    hidden = ("Check it is warm", "amina@example.org", "broken since Monday", "The gas bill")
    assert [word for word in hidden if word in page] == []


def test_any_other_case_is_not_there(kim, looking):
    for address in (job(looking), at(looking), f"/staff/complaints/{looking.reference}"):
        assert kim.get(address).status_code == 404
    assert send(kim, job(looking, "/parts/1"), {"words": "On 3 March"}).status_code == 404


def test_done_takes_a_file_and_closes_the_case_to_them_until_the_resident_says_it_is_not(kim, database, promised):
    address = job(promised, "/promises/1/proof")
    nothing = press(kim, address, DONE)
    assert nothing.status_code == 422
    assert "Choose a photo or a paper that shows it is done" in nothing.text
    assert "A new pump, job 1174" in nothing.text

    key = uuid4().hex
    for _ in range(2):
        file = (BytesIO(photo()), "pump.jpg")
        assert press(kim, address, DONE, key=key, file=file).headers["Location"] == "/staff/jobs"
    assert len(case(database, promised).files) == 1
    assert kim.get(job(promised)).status_code == 404

    with database.writing() as session:
        by = deed(ANSWERED, f"party:{promised.case_id}.1")
        verdicts.judge(session, promised.reference, 1, 1, Verdict.NOT_DONE, "The pump is loud", by)
    assert "The pump is loud" in kim.get(job(promised)).text


def test_another_day_is_asked_for_and_staff_decide(kim, handler, database, promised):
    new = {"new_date-day": "8", "new_date-month": "1", "new_date-year": "2027", "words": "The part is late"}
    assert send(kim, job(promised, "/promises/1/date"), new).status_code == 303
    assert "The landlord has not decided yet" in kim.get(job(promised)).text

    address = f"/staff/complaints/{promised.reference}/promises/1"
    assert "Kim Bright asks for another day: Friday 8 January 2027" in handler.get(address).text
    assert 'value="8"' in handler.get(f"{address}/date").text
    assert case(database, promised).promise(1).due_on == PROMISES[0].due_on

    assert send(handler, f"{address}/stay", {"words": "There is one in stock"}).status_code == 303
    assert case(database, promised).promise(1).proposed is None
    assert handler.get(f"{address}/stay").status_code == 404


@pytest.mark.parametrize(("name", "more"), [("access", {"by": "visit", "words": "Nobody in"}), ("appointment", {})])
def test_a_try_and_a_missed_appointment_are_written_down(kim, database, promised, name, more):
    day = {each: text for each, text in DONE.items() if each != "proof"}
    assert send(kim, job(promised, f"/promises/1/{name}"), day | more).status_code == 303

    promise = case(database, promised).promise(1)
    assert len(promise.tries if name == "access" else promise.appointments_missed) == 1


def test_their_part_is_given_beside_the_points_of_the_complaint(kim, handler, database, person, looking):
    with database.writing() as session:
        ask_for_part(session, looking, person, ANSWERED.replace(day=1))
    assert "The boiler has not been mended" in kim.get(job(looking)).text
    assert send(kim, job(looking, "/parts/1"), {"words": " "}).status_code == 422
    assert send(kim, job(looking, "/parts/1"), {"words": "On 3 March, by Mr Lee"}).status_code == 303

    assert "On 3 March, by Mr Lee" in handler.get(at(looking)).text


def test_the_answer_they_write_is_checked_by_one_of_us_and_is_our_letter(kim, database, person, looking, staff_client):
    with database.writing() as session:
        let_answer(session, looking, person, ANSWERED.replace(day=1))
    page = kim.get(at(looking)).text
    assert f'/staff/complaints/{looking.reference}"' not in page
    assert send(kim, at(looking, "/preview"), key="f" * 32).status_code == 200
    sent = send(kim, at(looking), key="f" * 32)
    assert (sent.status_code, sent.headers["Location"]) == (303, "/staff/jobs")
    assert case(database, looking).stage_1.answered_on is None
    assert kim.get(at(looking)).headers["Location"] == "/staff/jobs"
    assert kim.get(f"/staff/complaints/{looking.reference}/checks/1").status_code == 404

    officer = staff_client(Role.COMPLAINTS_OFFICER, name="Dana Officer")
    check = officer.get(f"/staff/complaints/{looking.reference}/checks/1").text
    assert "Kim Bright" in check
    assert FULL["decision"] in check


def test_staff_name_who_of_a_contractor_writes_the_answer(handler, database, person, looking):
    address = f"/staff/complaints/{looking.reference}/third-party"
    assert "Kim Bright, of Bright Heating Ltd" in handler.get(address).text
    assert send(handler, address, {"staff": str(person)}).status_code == 303
    assert case(database, looking).third_party == person
    assert send(handler, address, {"staff": str(person)}).status_code == 422


def test_a_promise_and_a_part_may_be_given_to_them(handler, person, promised, looking):
    owner = f"/staff/complaints/{promised.reference}/promises/2/owner"
    parts = f"/staff/complaints/{looking.reference}/contributions"

    for address in (owner, parts, "/staff/promises"):
        assert "Kim Bright, of Bright Heating Ltd" in handler.get(address).text


@pytest.mark.parametrize("page", ["", "/promises/1/proof", "/promises/1/date"])
def test_the_pages_ask_the_database_few_things(kim, promised, queries, page):
    kim.get(job(promised, page))
    with queries() as count:
        kim.get(job(promised, page))
    with queries() as listed:
        kim.get("/staff/jobs")

    assert len(count) <= MOST
    assert len(listed) <= MOST


def test_two_who_say_done_at_once_say_it_once(kim, database, promised):
    address = job(promised, "/promises/1/proof")
    first, second = (press(kim, address, DONE, file=(BytesIO(photo()), "pump.jpg")) for _ in range(2))

    assert (first.status_code, second.status_code) == (303, 404)
    assert len(case(database, promised).files) == 1


def test_who_writes_the_answer_is_not_told_what_else_happened_meanwhile(kim, handler, database, person, looking):
    on = ANSWERED.replace(day=1)
    with database.writing() as session:
        let_answer(session, looking, person, on)
    seen = hidden(kim.get(at(looking)).text, "seen")
    with database.writing() as session:
        draft = MoreTimeDraft(ANSWERED.replace(day=18), Reason.INSPECTION, "A surveyor looks.", "We keep you warm.")
        more_time.ask(session, looking.reference, draft, deed(on, "staff:1"))
    late = send(kim, at(looking), seen=seen)

    assert late.status_code == 409
    assert "Kim Bright" in late.text
    assert "to Friday 18 December 2026" not in late.text.partition("<form")[0]
    assert "(<bdi>" not in late.text


def test_who_writes_the_answer_is_led_to_no_group(kim, database, person):
    with database.writing() as session:
        made, _, _ = with_common_part(session)
        let_answer(session, made, person, ANSWERED.replace(day=1))
    page = kim.get(at(made)).text

    assert WORDS in page
    assert "/staff/groups" not in page
