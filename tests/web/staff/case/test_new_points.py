"""A new point on the staff's pages: written down, its course shown before it is pressed, done, and told (6.8)."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from app.domain.case.raised import Because, Course
from app.domain.clock.profiles import Stage
from app.domain.mail.notices import Notice
from tests import belonging, states
from tests.web.staff.case.conftest import begin, send, state_of

RAISED = {"words": "The radiators leak", "happened_on-day": "25", "happened_on-month": "11", "happened_on-year": "2026"}


def page(made, name=""):
    return f"/staff/complaints/{made.reference}/new-points{name}"


@pytest.fixture(autouse=True)
def on_friday(clock):
    clock.at = datetime(2026, 11, 27, 12, tzinfo=UTC)


@pytest.fixture
def raised(handler, database):
    return begin(database, belonging.point_raised)


def complaint_of(database, made):
    with database.reading() as session:
        return state_of(session, made)


def test_what_a_resident_tells_us_by_phone_is_written_down(handler, database):
    made = begin(database, states.acknowledged)

    assert send(handler, page(made), {}).status_code == 422
    assert send(handler, page(made), RAISED).status_code == 303
    (point,) = complaint_of(database, made).new_points
    assert (point.raised_on, point.party) == (date(2026, 11, 25), None)
    assert page(made, "/1") in handler.get(f"/staff/complaints/{made.reference}").text


def test_the_course_and_its_paragraph_are_shown_before_anything_is_done(handler, database, raised):
    before = complaint_of(database, raised)

    shown = send(handler, page(raised, "/1"), {"about": "unrelated"})

    assert shown.status_code == 200
    assert "It becomes a complaint of its own" in shown.text
    assert "because it is about something else." in shown.text
    assert "paragraph 6.8" in shown.text
    assert complaint_of(database, raised) == before
    assert send(handler, page(raised, "/1"), {}).status_code == 422
    assert send(handler, page(raised, "/1"), {"about": "related"}).status_code == 422


def test_nothing_is_done_that_was_not_shown(handler, database, raised):
    typed = {"about": "unrelated", "reason": "The car park", "course": "joins", "then": "do"}

    refused = send(handler, page(raised, "/1"), typed)

    assert refused.status_code == 422
    assert 'name="course" value="apart"' in refused.text
    assert complaint_of(database, raised).new_points[0].waits


def test_a_point_joins_and_the_letter_has_the_new_version(handler, database, raised):
    typed = {
        "about": "related", "delays": "no", "course": "joins", "point": "The radiators leak too", "ours": "ours",
        "then": "do",
    }  # fmt: skip

    assert send(handler, page(raised, "/1"), typed).status_code == 303
    complaint = complaint_of(database, raised)
    assert complaint.new_points[0].ruling.course is Course.JOINS
    assert len(complaint.definition.points) == 3
    assert complaint.letters[-1].notice is Notice.NEW_POINT
    assert handler.get(page(raised, "/1")).status_code == 404
    letter = handler.get(f"/staff/complaints/{raised.reference}/letters/{len(complaint.letters)}/posting").text
    assert "The radiators leak too" in letter
    assert "Our dates stay the same." in letter


def test_a_point_apart_is_a_complaint_of_the_day_it_was_raised(handler, database, raised):
    typed = {"about": "unrelated", "reason": "The car park", "course": "apart", "then": "do"}

    assert send(handler, page(raised, "/1"), typed, key="k" * 32).status_code == 303
    assert send(handler, page(raised, "/1"), typed, key="k" * 32).status_code == 303
    here = complaint_of(database, raised)
    (link,) = here.kin.links
    there = complaint_of(database, link)

    assert here.new_points[0].reference == link.reference
    assert there.received_on == belonging.LATER
    assert there.stage_1.acknowledge_by == date(2026, 12, 4)
    assert here.definition.version == 1
    assert link.reference in handler.get(f"/staff/complaints/{raised.reference}").text


def test_how_we_handled_it_goes_to_stage_2_once_stage_1_is_answered(handler, database):
    made = begin(database, states.answered)
    with database.writing() as session:
        belonging.decided(session, made, replace(belonging.HANDLED, seen=Course.STAGE_2), states.ANSWERED)
    complaint = complaint_of(database, made)

    assert complaint.new_points[0].ruling.because is Because.HANDLING
    assert complaint.current.stage is Stage.TWO
    assert {letter.notice for letter in complaint.letters} >= {Notice.NEW_POINT, Notice.STAGE_2_ASKED}
    assert belonging.WORDS in handler.get(f"/staff/complaints/{made.reference}/acknowledgement").text


def test_no_point_that_is_not_there_can_be_decided(handler, database):
    made = begin(database, states.acknowledged)

    assert handler.get(page(made, "/1")).status_code == 404
