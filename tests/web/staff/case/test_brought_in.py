"""A case that was brought in from a list: every page of staff opens, and says what is known of it and no more."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from app.domain.deed import CLOCK, Deed
from app.domain.landlord.permissions import Role
from app.domain.people.sessions import Kind
from app.services.case import histories
from app.services.people import sessions
from app.store.case.complaints import ComplaintRow
from tests.cases import deed
from tests.pasts import WHOLE, settle, written
from tests.web.staff.case.conftest import send

EMPTY = dict.fromkeys(WHOLE, "")
LINES = {
    "closed": WHOLE,
    "answered": WHOLE
    | dict.fromkeys([each for each in WHOLE if "stage_2" in each or each == "escalation_reason"], "")
    | {"closed_on": ""},
    "open": EMPTY | {"received_on": "2026-07-06", "handler": "Jo Handler"},
    "looking again": WHOLE | {"stage_2_responded_on": "", "stage_2_outcome": "", "closed_on": ""},
    "withdrawn": EMPTY | {"received_on": "2024-01-02", "stage_1_outcome": "withdrawn"},
    "refused": EMPTY | {"received_on": "2024-01-02", "stage_1_outcome": "refused", "refusal_reason": "court_claim"},
    "decided": EMPTY | {"received_on": "2024-01-02", "stage_1_outcome": "not_upheld"},
    "a request": EMPTY | {"received_on": "2024-01-02", "kind": "request", "closed_on": "2024-01-09"},
}


@pytest.fixture
def handler(staff_client):
    return staff_client(Role.COMPLAINTS_OFFICER, Role.HANDLER)


@pytest.fixture
def references(app, database, handler, tmp_path):
    """The references of the cases of these lines, by what they are."""
    settle(database)
    lines = [
        line | {"reference": f"OLD/{n}", "handler": line["handler"] and "Jo Handler"}
        for n, line in enumerate(LINES.values())
    ]
    done = app.test_cli_runner().invoke(args=["complaints", "import", str(written(tmp_path, *lines))])
    assert done.exit_code == 0, done.output
    with database.reading() as session:
        return dict(zip(LINES, session.scalars(select(ComplaintRow.reference).order_by(ComplaintRow.id)), strict=True))


def test_it_is_found_by_what_it_was_called_where_it_came_from(handler, references):
    page = handler.get("/staff/search", query_string={"q": "old/3"}).text

    assert references["looking again"] in page
    assert references["closed"] not in page


def test_its_page_says_what_became_of_it(handler, references):
    page = " ".join(handler.get(f"/staff/complaints/{references['closed']}").text.split())

    assert "Brought in from earlier records, where it was called OLD/0, and closed on Wednesday 20 March 2024" in page
    assert (
        "Stage 1, as it was dealt with before: acknowledged on Thursday 4 January 2024, "
        "more time to Wednesday 31 January 2024, answered on Tuesday 30 January 2024, upheld in part" in page
    )
    assert "asked for on Monday 5 February 2024" in page
    details = page.partition('id="said"')[2].partition('id="understood"')[0]
    assert ("OLD/0" in details, "£1,250.50" in details) == (True, True)


def test_what_is_still_open_waits_in_the_queue(handler, references):
    page = handler.get("/staff/work", query_string={"whose": "all"}).text

    assert references["open"] in page
    assert references["closed"] not in page


RESIDENT = {
    "name": "Ada Okafor",
    "address": "1 Hill Road",
    "safe": "yes",
    "ways": "email",
    "email": "ada@example.org",
    "detail": "news_only",
    "language": "en",
}


def add_who_complained(client, reference, **more):
    return send(client, f"/staff/complaints/{reference}/complainant", RESIDENT | more)


def test_who_complained_is_added_and_it_can_be_acknowledged_answered_and_found(handler, references, database):
    where = f"/staff/complaints/{references['open']}"
    assert "Add who complained" in handler.get(where).text
    refused = add_who_complained(handler, references["open"], name="")
    assert (refused.status_code, "Enter the resident’s full name" in refused.text) == (422, True)

    assert add_who_complained(handler, references["open"]).status_code == 303
    again = add_who_complained(handler, references["open"])

    assert (again.status_code, "We know already who complained" in again.text) == (422, True)
    page = handler.get(where).text
    assert "Ada Okafor" in page
    assert "Add who complained" not in page
    for q in ("okafor", "old/2"):
        assert references["open"] in handler.get("/staff/search", query_string={"q": q}).text
    words = {
        "points-0-words": "The boiler is out.",
        "points-0-ours": "ours",
        "outcomes-0": "A boiler that works",
        "handler": "1",
    }
    done = send(handler, f"{where}/acknowledgement", words)
    assert done.status_code == 303, done.text
    with database.reading() as session:
        assert histories.found(session, references["open"], deed()).complaint.definition.points


def test_nobody_is_added_to_what_is_over(handler, references):
    where = f"/staff/complaints/{references['closed']}"

    assert "Add who complained" not in handler.get(where).text
    assert handler.get(f"{where}/complainant").status_code == 404
    assert add_who_complained(handler, references["closed"]).status_code == 422


@pytest.mark.parametrize(
    ("state", "known"),
    [*((state, False) for state in LINES), ("answered", True), ("open", True), ("looking again", True)],
)
def test_every_page_of_such_a_case_opens_or_says_that_it_is_none(app, handler, references, state, known):
    if known:
        assert add_who_complained(handler, references[state]).status_code == 303
    wanted = [
        rule.rule.replace("<reference>", references[state])
        for rule in app.url_map.iter_rules()
        if rule.arguments == {"reference"} and rule.rule.startswith("/staff/") and "GET" in (rule.methods or ())
    ]

    answered = {where: handler.get(where).status_code for where in wanted}

    assert len(wanted) > 40
    assert answered[f"/staff/complaints/{references[state]}"] == 200
    assert {where: code for where, code in answered.items() if code not in (200, 302, 303, 404, 409, 422)} == {}


def test_who_was_added_can_open_every_page_of_their_own(app, handler, references, database, clock):
    reference = references["looking again"]
    add_who_complained(handler, reference)
    with database.writing() as session:
        case_id = session.scalar(select(ComplaintRow.id).where(ComplaintRow.reference == reference))
        token = sessions.open_for_party(session, case_id, 1, "a test", Deed(CLOCK, clock.at))
    client = app.test_client()
    client.set_cookie(Kind.RESIDENT.value, token)
    wanted = [
        rule.rule.replace("<reference>", reference)
        for rule in app.url_map.iter_rules()
        if rule.arguments == {"reference"} and rule.rule.startswith("/c/") and "GET" in (rule.methods or ())
    ]

    answered = {where: client.get(where).status_code for where in wanted}

    assert answered[f"/c/{reference}"] == 200
    assert {where: code for where, code in answered.items() if code not in (200, 302, 303, 404, 409, 422)} == {}
