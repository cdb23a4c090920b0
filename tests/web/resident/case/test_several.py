"""Whoever has several cases open is led to a list of them, and told of each what they may know."""

from __future__ import annotations

import pytest

from app.domain.people.parties import Share
from app.domain.people.sessions import Kind
from app.services.people import enquirers, representatives, sessions
from app.store.people.sessions import SessionCaseRow
from tests import states
from tests.cases import a_complaint, deed
from tests.kinds import with_a_letter_of_an_mp
from tests.peopled import for_somebody_else


def test_the_list_leads_straight_to_the_only_complaint(visit):
    mine = visit(states.fresh)

    assert mine.client.get("/c").headers["Location"] == mine.home


def test_the_list_names_every_complaint_that_is_open(visit, database, clock):
    mine = visit(states.fresh)
    with database.writing() as session:
        other = a_complaint(session, key="press-9")
        token = mine.client.get_cookie("resident").value
        who = sessions.find(session, token, Kind.RESIDENT, clock.at)
        session.add(SessionCaseRow(session_id=who.session, case_id=other.case_id, party=1))

    page = mine.client.get("/c").text

    assert mine.made.reference in page
    assert other.reference in page


def the_list(visit, database, clock, other, as_party):
    """The list of somebody who has a complaint of their own open, and another in which they are this party."""
    mine = visit(states.fresh)
    with database.writing() as session:
        made, _ = other(session)
        who = sessions.find(session, mine.client.get_cookie("resident").value, Kind.RESIDENT, clock.at)
        session.add(SessionCaseRow(session_id=who.session, case_id=made.case_id, party=as_party))
    answer = mine.client.get("/c", follow_redirects=True).text
    return answer.partition("<main")[2].partition("</main>")[0], made.reference


def agreed_to(session):
    made, on = with_a_letter_of_an_mp(session)
    enquirers.agree(session, made.reference, 2, Share.ALL, "She told me, alone.", deed(on, "staff:1"))
    return made, on


@pytest.mark.parametrize(("state", "lines"), [(with_a_letter_of_an_mp, 1), (agreed_to, 2)])
def test_the_list_tells_an_mp_how_far_it_is_only_with_the_residents_yes(visit, database, clock, state, lines):
    page, reference = the_list(visit, database, clock, state, as_party=2)

    assert reference in page
    assert (page.count("– Sent"), page.count("Sent on")) == (lines, lines)


def test_the_list_leaves_out_a_case_in_which_they_have_a_part_no_longer(visit, database, clock):
    def stopped(session):
        made, on = for_somebody_else(session)
        representatives.stop(session, made.reference, 2, "She told me.", deed(on, "staff:1"))
        return made, on

    page, reference = the_list(visit, database, clock, stopped, as_party=2)

    assert reference not in page
