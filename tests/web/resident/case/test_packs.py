"""The Ombudsman's page and the pack for them."""

from __future__ import annotations

from uuid import uuid4

import pytest

from app.domain.deed import CLOCK, Deed
from app.domain.people.parties import Share
from app.services.case import requests
from app.services.people import enquirers, sessions
from tests import states
from tests.cases import RECEIVED, deed
from tests.kinds import WRITER
from tests.peopled import spoken_for
from tests.states import STATES

SIGNPOSTS = {
    "acknowledged": "You can ask the Housing Ombudsman for advice now.",
    "late": "We are late, so you can go to the Housing Ombudsman now. They can tell us to answer.",
    "answered": "We answered on Tuesday 8 December 2026. If you are unhappy with that, ask us for Stage 2 first.",
    "final_answer": "Do it by Tuesday 11 January 2028.",
}


@pytest.mark.parametrize("state", SIGNPOSTS)
def test_the_ombudsmans_page_knows_where_the_complaint_is(visit, state):
    assert SIGNPOSTS[state] in visit(STATES[state]).get("/ombudsman")


def test_a_year_after_the_final_answer_it_is_theirs_to_judge(visit, clock):
    mine = visit(states.final_answer)
    clock.passes(days=366)
    mine.client.set_cookie("resident", _again(mine, clock))

    assert "If you could not go to them by then, tell them why" in mine.get("/ombudsman")


def _again(mine, clock):
    with mine.client.application.extensions["database"].writing() as session:
        return sessions.open_for_party(session, mine.made.case_id, 1, "a test", Deed(CLOCK, clock.at))


def test_the_pack_holds_both_answers_the_definition_and_what_happened(visit):
    page = visit(states.final_answer).get("/pack")

    for wanted in (
        "The boiler has been broken since Monday.",
        "We got the complaint.",
        "What we understood – Wednesday 25 November 2026",
        "Our answer – Tuesday 8 December 2026",
        "Our final answer – Monday 11 January 2027",
        "You asked for Stage 2.",
        "Housing Ombudsman",
    ):
        assert wanted in page


def test_the_pack_holds_no_word_on_safety(visit):
    page = visit(states.longest).get("/pack")

    assert "how to be reached" not in page
    assert "can be reached" not in page


@pytest.mark.parametrize(
    "state", ["fresh", "with_promises", "stopped", "longest", "right_to_left", "for_somebody_else"]
)
def test_the_pack_is_a_good_page_in_every_state(visit, state):
    assert "What happened" in visit(STATES[state]).get("/pack")


def an_mp_is_told_nothing(session):
    """Her daughter speaks for her; what an MP may be told was asked of the resident alone."""
    made, on = spoken_for(session)
    by = deed(on, "staff:1", key=uuid4().hex)
    requests.join_enquiry(session, made.reference, WRITER, "My constituent waits.", RECEIVED, by)
    enquirers.agree(session, made.reference, 3, Share.NOTHING, "She told me, alone.", deed(on, "staff:1"))
    return made, on


@pytest.mark.parametrize(("party", "hears"), [(1, True), (2, False)])
def test_what_an_mp_may_be_told_is_read_by_the_resident_alone(visit, party, hears):
    page = visit(an_mp_is_told_nothing, party=party).get("/pack")

    assert ("what your MP or councillor may be told" in page) is hears
