"""The questions about equality beside the survey: optional, and nothing of them is kept with the case (R15, R30)."""

from __future__ import annotations

from sqlalchemy import select

from app.services.case import histories
from app.store.people.equality import EqualityRow
from tests import states, surveyed
from tests.cases import deed

ABOUT_YOU = "/about-you"


def kept(database) -> list[tuple[object, ...]]:
    with database.reading() as session:
        return [tuple(row) for row in session.execute(select(EqualityRow.year, EqualityRow.age, EqualityRow.disabled))]


def test_it_is_offered_beside_the_survey_and_leads_nowhere_from_the_case(visit, database):
    mine = visit(surveyed.asked_how_we_did)
    assert ABOUT_YOU in mine.get("/feedback")
    with database.reading() as session:
        before = histories.found(session, mine.made.reference, deed()).complaint.position

    assert mine.send(ABOUT_YOU, age="65_or_over", disabled="a_lot").status_code == 303

    assert [row[1:] for row in kept(database)] == [("65_or_over", "a_lot")]
    with database.reading() as session:
        assert histories.found(session, mine.made.reference, deed()).complaint.position == before
    assert "Nobody who deals with it sees them" in mine.get(ABOUT_YOU)


def test_leaving_all_of_them_empty_leaves_nothing(visit, database):
    mine = visit(surveyed.asked_how_we_did)

    assert mine.send(ABOUT_YOU).status_code == 303
    assert mine.send(ABOUT_YOU, age="'; --").status_code == 422
    assert kept(database) == []


def test_where_nobody_is_asked_how_we_did_there_is_no_such_page(visit):
    mine = visit(states.acknowledged)

    assert mine.client.get(f"/c/{mine.made.reference}{ABOUT_YOU}").status_code == 404
