"""Something new, told by a resident; and what they see of complaints that became one, two, or none (6.8)."""

from __future__ import annotations

from app.domain.clock.duty_kinds import DutyKind
from app.services.case import histories
from tests import belonging, states
from tests.cases import deed


def complaint_of(database, mine):
    with database.reading() as session:
        return histories.found(session, mine.made.reference, deed()).complaint


def test_they_tell_us_in_their_own_words_and_somebody_decides_by_a_day(visit, database):
    mine = visit(states.answered)

    response = mine.send("/new-point", words="The radiators leak")

    assert response.status_code == 303
    complaint = complaint_of(database, mine)
    assert complaint.new_points[0].party == 1
    assert complaint.has_task(DutyKind.DECIDE_NEW_POINT, 1)
    shown = mine.get("/new-point")
    assert "The radiators leak" in shown
    assert "we write to you by" in shown
    assert "You told us something new." in mine.get("/pack")


def test_nothing_said_is_asked_again(visit):
    response = visit(states.acknowledged).send("/new-point", words="  ")

    assert response.status_code == 422
    assert "Tell us what has gone wrong" in response.text


def test_they_read_what_became_of_it_and_why(visit):
    mine = visit(belonging.point_apart)

    assert "it becomes a complaint of its own" in mine.get("/new-point")
    assert "It came out of this one" in mine.get()


def test_what_was_put_into_another_leads_there_and_takes_nothing_new(visit):
    mine = visit(belonging.merged_away)
    page = mine.get()

    assert "We go on there" in page
    assert "Stop this complaint" not in page
    assert "Tell us of something new" not in page
    assert mine.client.get(f"{mine.home}/new-point").status_code == 404


def test_both_first_words_stand_on_the_one_that_is_kept(visit):
    mine = visit(belonging.merged)

    for page in ("/understanding", "/pack"):
        shown = mine.get(page)
        assert "The boiler has been broken since Monday." in shown
        assert "The lift is out again." in shown
    assert "Put together with this one" in mine.get()


def test_a_link_that_staff_made_is_not_the_residents_to_see(visit):
    mine = visit(belonging.linked)

    assert "What belongs together" not in mine.get()
    assert "Linked" not in mine.get("/pack")


def test_what_was_logged_by_mistake_asks_them_to_say_if_that_is_wrong(visit):
    page = visit(belonging.mistaken).get()

    assert "Tell us if this is wrong" in page
    assert "Stop this complaint" not in page
