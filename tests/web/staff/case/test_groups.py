"""Groups and known problems on the staff's pages, and the composer of an answer that says a part to all (ruling 20)."""

from __future__ import annotations

import pytest

from app.domain.case.group_states import Binding
from app.domain.landlord.permissions import Role
from app.domain.people.sessions import Kind
from app.services.people import sessions
from tests import grouped
from tests.cases import a_complaint, a_person, deed
from tests.grouped import NEIGHBOURS, PERSONAL, WORDS
from tests.web.staff.case.conftest import FULL, at, case, hidden, send

MOST_QUERIES = 8
pytestmark = pytest.mark.usefixtures("while_looking")
PAGE = "f" * 32
"""The key of one page of the composer."""
TOLD = {
    "kind": "complaint",
    "channel": "phone",
    "received_on-day": "1",
    "received_on-month": "12",
    "received_on-year": "2026",
    "danger": "no",
    "words": "My pram stays in the hall.",
    "name": "Olu Bright",
    "address": "9 Oak Road, Salford",
    "safe": "no",
}
BEGUN = {"binding": "group", "name": "Lift at Elm Court", "lead": "1"}


@pytest.fixture
def two(handler, database):
    with database.writing() as session:
        return grouped.two(session)


@pytest.fixture
def shared(handler, database):
    with database.writing() as session:
        return grouped.with_common_part(session)


def of(made, page=""):
    return f"/staff/complaints/{made.reference}/group{page}"


def test_a_group_is_begun_with_a_complaint_and_another_is_put_in_and_taken_out(handler, database, clock):
    with database.writing() as session:
        first, second = (grouped.neighbour(session, name) for name in NEIGHBOURS)

    refused = send(handler, of(first, "/new"), {})
    assert refused.status_code == 422
    assert "Choose who leads for us" in refused.text
    assert send(handler, of(first, "/new"), BEGUN).status_code == 303
    assert case(database, first).membership.binding is Binding.GROUP
    assert "Lift at Elm Court" in handler.get(f"/staff/complaints/{first.reference}").text
    assert send(handler, of(second), {"group": ""}).status_code == 422
    assert send(handler, of(second), {"group": "1"}).status_code == 303
    assert send(handler, of(second), {"group": "1"}).status_code == 422
    assert second.reference in handler.get("/staff/groups/1").text
    assert "Take it out" in handler.get(of(second)).text
    assert send(handler, of(second, "/end"), {}).status_code == 303
    assert second.reference not in handler.get("/staff/groups/1").text


def test_a_complaint_is_put_in_by_its_reference_on_the_page_of_the_group(handler, database, two):
    first, _, number = two
    with database.writing() as session:
        third = grouped.neighbour(session, "Chi Wu")
    page = f"/staff/groups/{number}/members"

    assert send(handler, page, {"other": third.reference.lower().replace("-", " ")}).status_code == 303
    for other, said in (
        (first.reference, "in a group or a known problem already"),
        ("AAAA-AAAA", "No other complaint"),
    ):
        refused = send(handler, page, {"other": other})
        assert refused.status_code == 422
        assert said in refused.text


def test_the_list_says_how_many_people_each_is_about(handler, two, queries):
    with queries() as asked:
        page = handler.get("/staff/groups").text

    assert "Lift at Elm Court" in page
    assert ">12<" in page
    assert len(asked) <= MOST_QUERIES


def test_the_page_of_a_group_shows_each_complaint_with_few_queries(handler, database, two, queries):
    first, second, number = two
    with queries() as asked:
        page = handler.get(f"/staff/groups/{number}").text

    assert first.reference in page
    assert second.reference in page
    assert len(asked) <= MOST_QUERIES, "\n".join(asked)
    assert handler.get("/staff/groups/99").status_code == 404
    assert send(handler, "/staff/groups/99", BEGUN).status_code == 404


def test_what_all_are_told_is_written_in_versions_and_never_over_anothers(handler, two):
    _, _, number = two
    address = f"/staff/groups/{number}"
    seen = hidden(handler.get(address).text, "seen")

    assert send(handler, f"{address}/common-part", {"words": f"As {NEIGHBOURS[1]} said."}, seen=seen).status_code == 422
    assert send(handler, f"{address}/common-part", {"words": WORDS}, seen=seen).status_code == 303
    late = send(handler, f"{address}/common-part", {"words": "My own words."}, seen=seen)
    assert late.status_code == 409
    assert "My own words." in late.text
    seen = hidden(late.text, "seen")
    assert send(handler, f"{address}/common-part", {"words": "My own words."}, seen=seen).status_code == 303
    page = handler.get(address).text
    assert "Version 2" in page
    assert WORDS in page


def test_points_of_all_stand_ready_where_another_is_acknowledged(handler, database, two):
    _, _, number = two
    with database.writing() as session:
        third = a_complaint(session, a_person(name="Chi Wu"), key="one of them", words="I live on the fifth floor.")
    address, points = f"/staff/groups/{number}", "The lift is out\n\n The stairs are dark "

    assert send(handler, f"{address}/common-part", {"points": " ", "words": ""}).status_code == 422
    assert send(handler, f"{address}/common-part", {"points": points}).status_code == 303
    assert send(handler, of(third), {"group": str(number)}).status_code == 303
    page = handler.get(f"/staff/complaints/{third.reference}/acknowledgement").text
    for row, words in enumerate(("I live on the fifth floor.", "The lift is out", "The stairs are dark")):
        assert words in page.partition(f'id="points-{row}-words"')[2].partition("</textarea>")[0]


def test_nothing_is_shared_in_an_answer_until_it_is_known_what_all_are_told(handler, database, two):
    first, _, number = two
    address = f"/staff/groups/{number}/common-part"

    for words in ("", WORDS, ""):
        assert send(handler, address, {"points": "The lift is out", "words": words}).status_code == 303
        assert ("personal" in handler.get(at(first)).text) == bool(words)


def test_its_name_and_lead_are_changed(handler, two):
    _, _, number = two
    address = f"/staff/groups/{number}"

    assert send(handler, address, {"name": " ", "lead": "1"}).status_code == 422
    assert send(handler, address, {"name": "Lift, and stairs", "lead": "1"}).status_code == 303
    assert "Lift, and stairs" in handler.get(address).text


def test_who_only_reads_sees_a_group_and_changes_nothing(staff_client, two):
    _, _, number = two
    viewer = staff_client(Role.VIEWER)

    page = viewer.get(f"/staff/groups/{number}").text
    assert "Put it with these" not in page
    assert send(viewer, f"/staff/groups/{number}", BEGUN).status_code == 404


def test_the_composer_shows_what_all_are_told_and_asks_for_what_is_for_one_alone(handler, database, shared):
    first, second, _ = shared
    page = handler.get(at(first)).text
    typed = FULL | {"common_version": hidden(page, "common_version")}

    assert WORDS in page
    assert "What we say to this person alone: Say what it means for this person" in page
    refused = send(handler, at(first, "/preview"), typed, key=PAGE)
    assert refused.status_code == 422
    assert "Say what it means for this person" in refused.text
    letter = send(handler, at(first, "/preview"), typed | {"personal": PERSONAL}, key=PAGE)
    assert letter.status_code == 200
    assert letter.text.index(WORDS) < letter.text.index(PERSONAL)
    assert send(handler, at(first), typed | {"personal": PERSONAL}, key=PAGE).status_code == 303
    assert case(database, first).stage_1.answered_on is not None
    assert case(database, second).stage_1.answered_on is None


def test_an_answer_written_beside_an_older_version_is_shown_the_new_one(handler, database, shared):
    first, _, number = shared
    typed = FULL | {"common_version": "1", "personal": PERSONAL}
    send(handler, f"/staff/groups/{number}/common-part", {"words": "The lift is mended."})

    refused = send(handler, at(first), typed)
    assert refused.status_code == 422
    assert "has changed since you opened this" in refused.text
    assert "The lift is mended." in refused.text
    assert PERSONAL in refused.text
    assert (
        send(handler, at(first), typed | {"common_version": hidden(refused.text, "common_version")}).status_code == 303
    )


def test_an_answer_that_shares_nothing_any_more_loses_no_words(handler, database, shared):
    first, _, _ = shared
    typed = FULL | {"common_version": "1", "personal": PERSONAL}
    send(handler, of(first, "/end"), {})

    refused = send(handler, at(first, "/preview"), typed, key=PAGE)
    assert refused.status_code == 422
    assert PERSONAL in refused.text
    assert "shares nothing with others any more" in refused.text
    assert send(handler, at(first), FULL, key=PAGE).status_code == 303


def test_a_second_person_agrees_to_the_very_part_that_all_are_told(handler, database, shared, policy, staff_client):
    head = staff_client(Role.HEAD_OF_SERVICE, name="Ada Head")
    policy(stage_1_checked_by=("head_of_service",))
    first, _, number = shared
    typed = FULL | {"common_version": "1", "personal": PERSONAL}
    assert send(handler, at(first), typed).status_code == 303
    address = f"/staff/complaints/{first.reference}/checks/1"
    page = head.get(address).text
    agreed = {"decision": "yes", "letter": hidden(page, "letter")}

    assert WORDS in page
    assert PERSONAL in page
    send(handler, f"/staff/groups/{number}/common-part", {"words": "The lift is mended."})
    assert "has changed since" in send(head, f"{address}/decision", agreed).text


def test_who_rings_us_is_put_with_the_others_as_soon_as_it_is_logged(handler, database, two):
    _, _, number = two
    told = TOLD | {"whose": "group", "people": "12", "group_name": "The lift", "group": str(number)}
    page = "/staff/complaints/new"

    refused = send(handler, page, told | {"kind": "request"})
    assert refused.status_code == 422
    assert "only be done with a complaint" in refused.text
    assert send(handler, page, told).status_code == 303
    assert "Olu Bright" in handler.get(f"/staff/groups/{number}").text


@pytest.mark.parametrize("named", [{"name": "Amina Okoro"}, {"whose": "someone_else", "speaker_name": "Amina Okoro"}])
def test_who_rings_us_is_not_put_with_those_who_are_told_of_them_by_name(handler, shared, named):
    _, _, number = shared
    words = {"points": "", "words": "The lift is mended, as Amina Okoro asked."}
    send(handler, f"/staff/groups/{number}/common-part", words)
    page, told = "/staff/complaints/new", TOLD | {"whose": "me", "group": str(number)}

    refused = send(handler, page, told | named)
    assert refused.status_code == 422
    assert "Take out the name" in refused.text
    assert send(handler, page, told).status_code == 303


def test_the_resident_is_told_that_they_are_one_of_a_group_and_of_nobody_else(app, database, two):
    first, second, _ = two
    with database.writing() as session:
        token = sessions.open_for_party(session, first.case_id, 1, "a test", deed(grouped.LOOKING))
    client = app.test_client()
    client.set_cookie(Kind.RESIDENT.value, token)

    for page in ("", "/messages", "/pack"):
        shown = client.get(f"/c/{first.reference}{page}").text
        assert first.reference in shown
        assert second.reference not in shown
        assert NEIGHBOURS[1] not in shown
    assert "You are one of a group" in client.get(f"/c/{first.reference}").text
