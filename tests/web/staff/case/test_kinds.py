"""What came is logged as what it is, sorted from one list, and made a complaint in one press (1.3–1.6, 6.1)."""

from __future__ import annotations

import re
from uuid import uuid4

import pytest
from sqlalchemy import select

from app.domain.landlord.permissions import Role
from app.store.case.complaints import ComplaintRow
from tests import kinds
from tests.cases import a_complaint, a_person, seed
from tests.forms import opened, press
from tests.kinds import KINDS
from tests.web.conftest import token_of
from tests.web.staff.case.conftest import begin
from tests.web.staff.case.test_arrivals import TOLD

HERE = "/staff/complaints/new"
MOST_QUERIES = 8
MP = {
    "whose": "someone_else",
    "speaker_name": "Maria Oduya MP",
    "relationship": "Member of Parliament",
    "authority": "mp_or_councillor",
    "kind": "enquiry",
}


@pytest.fixture
def handler(staff_client, database):
    with database.writing() as session:
        seed(session)
    return staff_client(Role.HANDLER)


def log(client, **told):
    return client.post(HERE, data={"csrf_token": token_of(client), "key": uuid4().hex} | TOLD | told)


def rows(database) -> list[ComplaintRow]:
    with database.reading() as session:
        return list(session.scalars(select(ComplaintRow).order_by(ComplaintRow.id)))


@pytest.mark.parametrize(
    ("told", "kind", "said_no"),
    [
        ({"kind": "complaint"}, "complaint", False),
        ({"kind": "request"}, "request", False),
        ({"kind": "said_no"}, "request", True),
        ({"kind": "data_protection"}, "data_protection", False),
        (MP | {"unhappy": "no"}, "enquiry", False),
        (MP, "complaint", False),
    ],
)
def test_what_came_is_logged_as_what_it_is_and_doubt_makes_a_complaint(handler, database, told, kind, said_no):
    logged = log(handler, **told)
    page = handler.get(logged.location).text
    (row,) = rows(database)

    assert (row.kind, row.said_no) == (kind, said_no)
    assert ("It is logged" in page) == (kind != "complaint")


def test_the_letter_of_an_mp_can_join_a_case_that_is_open(handler, database):
    with database.writing() as session:
        made = a_complaint(session)
    found = log(handler, then="find", **MP).text

    assert "Does the letter belong to one of these?" in found

    joined = log(handler, join=made.reference, **MP)
    page = handler.get(joined.location).text

    assert len(rows(database)) == 1
    assert "The letter is with this case now" in page
    assert "Answer an MP or councillor" in page

    letter = f"/staff/complaints/{made.reference}/enquiries/1"

    assert "Maria Oduya MP" in handler.get(letter).text
    assert press(handler, letter, {"words": "", "as_agreed": "yes"}).status_code == 422
    assert press(handler, letter, {"words": "The lift is due in May."}).status_code == 422
    assert press(handler, letter, {"words": "The lift is due in May.", "as_agreed": "yes"}).status_code == 303
    assert handler.get(letter).status_code == 404


def test_what_an_mp_may_be_told_is_what_the_resident_agreed_to(handler, database):
    made = begin(database, kinds.with_a_letter_of_an_mp)
    share = f"/staff/complaints/{made.reference}/parties/2/share"
    assert "What they may be told" in handler.get(f"/staff/complaints/{made.reference}").text

    assert press(handler, share, {"words": "She told me."}).status_code == 422
    assert press(handler, share, {"share": "outcome", "words": "She told me."}).status_code == 303

    said = "How the complaint stands and what we decide"
    assert said in handler.get(f"/staff/complaints/{made.reference}/enquiries/1").text
    assert handler.get(share.replace("/2/", "/1/")).status_code == 404


def test_a_letter_joins_no_case_that_was_not_found(handler, database):
    with database.writing() as session:
        other = a_complaint(session, a_person(name="Jan", address="9 Oak Road", postcode="M6 1AA"), words="The roof")

    assert log(handler, join=other.reference, **MP).status_code == 404


def test_intake_shows_what_nobody_has_sorted_the_oldest_first(handler, database):
    for state in ("requested", "enquiry", "data_complaint", "request_done"):
        begin(database, KINDS[state])
    page = handler.get("/staff/intake").text
    shown = re.findall(r'class="govuk-link reference" href="/staff/complaints/([^/]+)/triage"', page)

    assert shown == [row.reference for row in rows(database) if row.phase != "finished"]
    assert "3 cases wait to be sorted" in page
    assert "Letter from an MP or councillor" in page


def test_a_case_is_sorted_and_leaves_the_list(handler, database):
    made = begin(database, kinds.requested)
    sort = f"/staff/complaints/{made.reference}/triage"

    assert "Please mend the gate" in handler.get(sort).text

    done = press(handler, sort, {"kind": "request", "concerns": "vulnerable", "handler": "1"})

    assert done.status_code == 303
    assert "Sorted." in handler.get(done.location).text
    assert made.reference not in handler.get("/staff/intake").text
    assert "Needs more support" in handler.get(f"/staff/complaints/{made.reference}").text


def test_a_complaint_is_not_offered_as_a_request_and_a_forged_one_is_refused_with_its_paragraph(handler, database):
    with database.writing() as session:
        made = a_complaint(session)
    sort = f"/staff/complaints/{made.reference}/triage"
    page = handler.get(sort).text

    assert 'value="request"' not in page
    assert "stays one" in page

    refused = press(handler, sort, {"kind": "request"})

    assert refused.status_code == 422
    assert "it never turns into a request" in refused.text
    assert "paragraph 1.4" in refused.text
    assert rows(database)[0].kind == "complaint"


def test_a_case_that_somebody_else_sorted_meanwhile_is_not_sorted_twice(handler, database):
    made = begin(database, kinds.requested)
    sort = f"/staff/complaints/{made.reference}/triage"
    stale = {"csrf_token": token_of(handler), "key": uuid4().hex, "seen": "1", "kind": "request"}
    press(handler, sort, {"kind": "request"})

    assert handler.post(sort, data=stale).status_code == 409


def test_how_they_feel_is_kept_and_a_complaint_opens_with_a_code_to_read_out(handler, database):
    made = begin(database, kinds.requested)
    feeling, case = f"/staff/complaints/{made.reference}/feeling", f"/staff/complaints/{made.reference}"

    assert press(handler, feeling, {}).status_code == 422
    assert press(handler, feeling, {"feeling": "said_no"}).status_code == 303
    assert made.reference in handler.get("/staff/intake?view=said_no").text

    opened = press(handler, feeling, {"feeling": "wants_complaint", "words": "Nobody came"})
    page = handler.get(opened.location).text
    request, complaint = rows(database)

    assert "The complaint is logged" in page
    assert complaint.reference in page
    assert (complaint.kind, complaint.opened_from) == ("complaint", request.id)
    assert complaint.reference in handler.get(case).text
    assert made.reference not in handler.get("/staff/intake?view=said_no").text
    assert handler.get(feeling).status_code == 404


def test_what_became_of_it_is_written_to_them(handler, database):
    made = begin(database, kinds.requested)
    ending = f"/staff/complaints/{made.reference}/ending"

    assert "Choose how the case ended" in press(handler, ending, {}).text
    assert press(handler, ending, {"outcome": "done", "words": "We saw it shut"}).status_code == 303
    assert handler.get(ending).status_code == 404
    assert "What we did" in handler.get(f"/staff/complaints/{made.reference}").text


def test_a_visit_has_an_outcome_and_is_no_mark_on_anybody(handler, database):
    made = begin(database, kinds.to_be_visited)
    visit, case = f"/staff/complaints/{made.reference}/visit", f"/staff/complaints/{made.reference}"

    assert "Visit or ring them" in handler.get(case).text
    assert press(handler, visit, {"outcome": "visited"}).status_code == 422
    assert press(handler, visit, {"outcome": "visited", "words": "A grab rail"}).status_code == 303
    assert handler.get(visit).status_code == 404


def test_search_says_what_each_case_is(handler, database):
    begin(database, kinds.requested)

    assert ">Request</td>" in handler.get("/staff/search?q=amina").text


@pytest.mark.parametrize("state", KINDS)
def test_every_kind_has_its_page_and_none_offers_what_only_a_complaint_has(handler, database, state):
    made = begin(database, KINDS[state])
    page = handler.get(f"/staff/complaints/{made.reference}").text
    complaint = state in ("with_a_letter_of_an_mp", "to_be_visited")

    assert ("Acknowledge</a>" in page) == complaint
    assert ("asks for Stage 2" in page) == complaint


@pytest.mark.parametrize(
    ("page", "state"),
    [
        ("", "request_with_a_complaint"),
        ("/triage", "requested"),
        ("/feeling", "requested"),
        ("/ending", "data_complaint"),
        ("/enquiries/1", "with_a_letter_of_an_mp"),
        ("/visit", "to_be_visited"),
    ],
)
def test_each_page_asks_the_database_few_things(handler, database, queries, page, state):
    made = begin(database, KINDS[state])
    handler.get(f"/staff/complaints/{made.reference}{page}")

    with queries() as asked:
        assert handler.get(f"/staff/complaints/{made.reference}{page}").status_code == 200

    assert len(asked) <= MOST_QUERIES, "\n".join(asked)


def test_who_sorts_a_case_is_shown_those_like_it_and_not_itself(handler, database):
    first, made = begin(database, kinds.requested), begin(database, kinds.enquiry)
    with database.writing() as session:
        a_complaint(session, a_person(name="Jan Kowalski", address="9 Oak Road", postcode="M6 1AA"), words="The roof")
    alike = handler.get(f"/staff/complaints/{made.reference}/triage").text.partition("It may be one of these")[2]

    assert re.findall(r'reference" href="/staff/complaints/([^"/]+)"', alike) == [first.reference]


def test_who_answers_a_letter_that_a_colleague_answered_meanwhile_keeps_their_words(staff_client, database):
    made = begin(database, kinds.with_a_letter_of_an_mp)
    letter = f"/staff/complaints/{made.reference}/enquiries/1"
    officers = [staff_client(Role.COMPLAINTS_OFFICER), staff_client(Role.COMPLAINTS_OFFICER, Role.HANDLER)]
    forms = [opened(each, letter)[1] | {"words": "The lift is due in May.", "as_agreed": "yes"} for each in officers]

    won, late = (each.post(letter, data=form) for each, form in zip(officers, forms, strict=True))

    assert (won.status_code, late.status_code) == (303, 409)
    assert "The lift is due in May." in late.text
