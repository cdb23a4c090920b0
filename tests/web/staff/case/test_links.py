"""Complaints that belong together, on the staff's pages: linked, parted, put together, split, and none at all."""

from __future__ import annotations

from uuid import uuid4

import pytest

from app.domain.case.kin import Bond
from app.domain.case.vocabulary import Ended
from app.domain.clock.duty_kinds import DutyKind
from app.domain.landlord.permissions import Role
from app.domain.mail.notices import Notice
from tests import belonging, peopled
from tests.cases import a_complaint, a_person
from tests.web.staff.case.conftest import begin, send, state_of

MOST_QUERIES = 12
"""Of the page that also looks for complaints like this one, by name, by home and by words."""


def page(made, name):
    return f"/staff/complaints/{made.reference}/{name}"


@pytest.fixture
def two(handler, database):
    with database.writing() as session:
        return belonging.two(session)


def complaint_of(database, made):
    with database.reading() as session:
        return state_of(session, made)


def test_both_cases_show_the_link_until_it_is_parted(handler, database, two):
    made, other = two
    typed = other.reference.lower().replace("-", " ")

    assert send(handler, page(made, "links"), {"other": typed}).status_code == 303
    for here, there in ((made, other), (other, made)):
        assert there.reference in handler.get(f"/staff/complaints/{here.reference}").text
    assert send(handler, page(other, f"links/{made.reference}/end"), {}).status_code == 303
    assert complaint_of(database, made).kin.links == complaint_of(database, other).kin.links == ()


def test_a_link_with_what_is_not_there_or_is_itself_is_refused(handler, two):
    made, _ = two

    for other in ("", "AAAA-AAAA", made.reference):
        assert send(handler, page(made, "links"), {"other": other}).status_code == 422
    assert send(handler, page(made, "links/AAAA-AAAA/end"), {}).status_code == 422


def test_complaints_that_may_be_the_same_are_shown_when_asked_for(handler, two, queries):
    made, other = two

    assert other.reference not in handler.get(page(made, "links")).text
    with queries() as asked:
        shown = handler.get(page(made, "links?alike=1")).text
    assert other.reference in shown
    assert "Same name" in shown
    assert len(asked) <= MOST_QUERIES, "\n".join(asked)
    assert other.reference in handler.get(page(made, "merge?alike=1")).text


def test_two_become_one_and_the_resident_is_told(handler, database, two):
    made, other = two

    assert send(handler, page(made, "merge"), {"other": other.reference}).status_code == 303
    kept, gone = complaint_of(database, made), complaint_of(database, other)

    assert kept.received_on == gone.received_on
    assert kept.letters[-1].notice is Notice.MERGED
    assert (gone.ended, gone.kin.merged_into) == (Ended.MERGED, made.reference)
    assert "The lift is out again." in handler.get(page(made, "definition")).text
    assert "The lift is out again." in handler.get(f"/staff/complaints/{made.reference}").text
    assert handler.get(page(other, "new-points")).status_code == 404
    assert handler.get(page(other, "merge")).status_code == 404


def test_two_people_stay_two(handler, database, two):
    made, _ = two
    with database.writing() as session:
        theirs = a_complaint(session, a_person(name="Amina Yusufi"), key=uuid4().hex)
        nobody = a_complaint(session, a_person(name=""), key=uuid4().hex)
        elsewhere = {"address": "9 Oak Road", "postcode": "M5 9ZZ", "ways": {}, "preferences": peopled.COMES_BACK}
        namesake = a_complaint(session, a_person(**elsewhere), key=uuid4().hex)

    for other in (theirs, nobody, namesake):
        refused = send(handler, page(made, "merge"), {"other": other.reference})
        assert refused.status_code == 422
        assert "Only complaints of the same person can be put together" in refused.text
        assert complaint_of(database, other).ended is None


def test_a_merge_done_before_somebody_knew_of_more_is_said_to_be_stale(handler, two):
    made, other = two
    before = {"other": other.reference}
    send(handler, page(made, "definition"), DEFINED)

    assert send(handler, page(made, "merge"), before, seen="1").status_code == 409


def test_points_leave_for_a_complaint_of_their_own(handler, database, two):
    made, _ = two

    assert send(handler, page(made, "split"), {}).status_code == 422
    assert send(handler, page(made, "split"), {"points": ["1", "2"]}).status_code == 422
    assert send(handler, page(made, "split"), {"points": "2"}).status_code == 303
    here = complaint_of(database, made)
    (link,) = here.kin.links
    with database.reading() as session:
        there = state_of(session, link)

    assert [point.number for point in here.definition.points] == [1]
    assert link.bond is Bond.SPLIT
    assert there.received_on == here.received_on
    assert there.stage_1.acknowledge_by == here.stage_1.acknowledge_by
    assert there.parties[0].preferences == here.parties[0].preferences
    assert there.kin.links[0].reference == made.reference
    assert handler.get(page(made, "split")).status_code == 200


def test_one_says_mistake_and_another_decides(handler, staff_client, database, two):
    made, _ = two
    officer = staff_client(Role.COMPLAINTS_OFFICER, name="Ada Head")

    assert send(handler, page(made, "mistake"), {"words": " "}).status_code == 422
    assert send(handler, page(made, "mistake"), {"words": "Typed twice"}).status_code == 303
    assert handler.get(page(made, "mistake/decision")).status_code == 404
    assert send(handler, page(made, "mistake/decision"), {"decision": "yes"}).status_code == 404
    assert "Typed twice" in officer.get(page(made, "mistake/decision")).text
    assert complaint_of(database, made).has_task(DutyKind.APPROVE_MISTAKE)
    assert send(officer, page(made, "mistake/decision"), {"decision": "yes"}).status_code == 303
    ended = complaint_of(database, made)

    assert ended.ended is Ended.MISTAKE
    assert ended.letters[-1].notice is Notice.LOGGED_BY_MISTAKE
    assert send(handler, page(made, "mistake/return"), {"words": ""}).status_code == 422
    assert send(handler, page(made, "mistake/return"), {"words": "They do complain"}).status_code == 303
    again = complaint_of(database, made)
    assert (again.ended, again.letters[-1].notice) == (None, Notice.MISTAKE_TAKEN_BACK)
    assert again.stage_1 == ended.stage_1


def test_a_second_person_may_say_no(handler, staff_client, database, two):
    made, _ = two
    officer = staff_client(Role.COMPLAINTS_OFFICER, name="Ada Head")
    send(handler, page(made, "mistake"), {"words": "Typed twice"})

    assert send(officer, page(made, "mistake/decision"), {"decision": "no"}).status_code == 303
    assert complaint_of(database, made).mistake is None


def test_what_ended_so_is_no_complaint_in_lists(handler, database):
    made = begin(database, belonging.merged_away)

    assert "Put together with another" in handler.get(f"/staff/search?q={made.reference}").text


DEFINED = {
    "points-0-words": "The boiler",
    "points-0-ours": "ours",
    "points-0-theirs": "",
    "points-0-elsewhere": "",
    "outcomes-0": "A boiler",
}
