"""Points written from a recording are read or signed back before they are final (ruling 28)."""

from __future__ import annotations

import pytest

from app.domain.clock.duty_kinds import DutyKind
from tests import states
from tests.told import told_and_understood, told_in_a_video
from tests.web.staff.case.conftest import begin, case, send

MOST = 8
WHEN = {"happened_on-day": "2", "happened_on-month": "12", "happened_on-year": "2026"}
pytestmark = pytest.mark.usefixtures("while_looking")


def at(made) -> str:
    return f"/staff/complaints/{made.reference}/read-back"


def test_staff_are_told_to_write_the_points_and_read_them_back(handler, database):
    made = begin(database, told_in_a_video)

    page = handler.get(f"/staff/complaints/{made.reference}").text
    assert "Write the points from what they sent, and read them back" in page
    assert "First write the points, in the acknowledgement" in handler.get(at(made)).text
    first = handler.get(f"/staff/complaints/{made.reference}/acknowledgement").text
    assert "What went wrong is told" not in first.partition("points-0-words")[2].partition("</textarea>")[0]


def test_once_they_are_read_back_they_are_final(handler, database):
    made = begin(database, told_and_understood)
    assert (
        "Read or sign the points back to them first" in handler.get(f"/staff/complaints/{made.reference}/response").text
    )

    response = send(handler, at(made), {"how": "signed", "right": "yes", **WHEN})

    assert response.status_code == 303
    assert not case(database, made).has_task(DutyKind.READ_BACK)
    assert "signed to them" in handler.get(f"/staff/complaints/{made.reference}").text
    assert handler.get(at(made)).status_code == 404


def test_what_is_missing_is_said_and_what_was_written_stays(handler, database):
    made = begin(database, told_and_understood)

    response = send(handler, at(made), {"right": "not_all", "words": "It was in March", **WHEN})

    assert response.status_code == 422
    assert "Choose how the points went back to them" in response.text
    assert "It was in March" in response.text
    assert case(database, made).has_task(DutyKind.READ_BACK)


def test_two_presses_are_one_and_two_people_are_told(handler, database):
    made = begin(database, told_and_understood)
    said = {"how": "aloud", "right": "yes", "key": "one-press", **WHEN}

    assert [send(handler, at(made), said).status_code for _ in range(2)] == [303, 303]

    again = begin(database, told_and_understood)
    stale = {"how": "not_reached", "words": "Rang three times", "seen": "1", **WHEN}
    assert send(handler, at(again), stale).status_code == 409


def test_a_complaint_in_words_has_no_such_page(handler, database):
    assert handler.get(at(begin(database, states.acknowledged))).status_code == 404


def test_the_page_asks_little(handler, database, queries):
    made = begin(database, told_and_understood)

    with queries() as asked:
        assert handler.get(at(made)).status_code == 200
    assert len(asked) <= MOST, asked
