"""We did not accept this (R29): why, what shows it, the Ombudsman, and asking us to look again."""

from __future__ import annotations

from app.domain.clock import duties
from app.domain.clock.duty_kinds import DutyKind
from tests import states
from tests.web.staff.case.conftest import state_of


def test_the_complaint_says_first_that_we_did_not_accept_it(visit):
    page = visit(states.refused).get()

    assert "We did not accept this complaint. We wrote to you why on" in page
    assert "Ask for Stage 2" not in page
    assert "Stop this complaint" not in page


def test_the_page_gives_reasons_evidence_and_the_right_to_go_to_the_ombudsman(visit):
    page = visit(states.refused).get("/refusals/1")

    for words in ("mended then", "repair record", "It does not.", "Housing Ombudsman now", "Read our letter"):
        assert words in page


def test_a_part_that_was_refused_is_named_and_the_rest_goes_on(visit):
    mine = visit(states.partly_refused)

    assert "We are looking into it." in mine.get()
    assert "The gas bill" in mine.get("/refusals/1")


def test_asking_us_to_look_again_needs_no_reason(visit, database):
    mine = visit(states.refused)

    response = mine.send("/refusals/1")

    assert response.status_code == 303
    with database.reading() as session:
        kinds = {duty.kind for duty in duties.of(state_of(session, mine.made))}
    assert kinds == {DutyKind.LOOK_AT_REFUSAL}
    assert "You have asked us to look again" in mine.get("/refusals/1")


def test_what_was_overturned_says_so_and_is_asked_about_no_more(visit):
    mine = visit(states.refused_and_overturned)

    page = mine.get("/refusals/1")

    assert "We now take this on" in page
    assert "Ask us to look again" not in page
    assert "We have got your complaint. By" in mine.get()


def test_what_nobody_has_agreed_to_is_not_told(visit):
    mine = visit(states.refusal_proposed)

    assert "not accept" not in mine.get()
    assert mine.client.get(f"{mine.home}/refusals/1").status_code == 404


def test_stage_2_of_what_was_refused_leads_to_the_ombudsman(visit):
    page = visit(states.refused).get("/stage-2")

    assert "so it has no Stage 2" in page
    assert "<form" not in page.partition("<main")[2].partition("</main>")[0]
