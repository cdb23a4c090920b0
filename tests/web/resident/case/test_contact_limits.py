"""How you can contact us: the resident sees it and asks for a review, and every other road is as open as before."""

from __future__ import annotations

import pytest

from app.domain.clock import duties
from app.domain.clock.duty_kinds import DutyKind
from app.domain.clock.hazard_laws import HazardKind
from app.domain.clock.hazards import HazardDraft
from app.services.clock import hazards
from app.services.people import contact_limits
from tests import peopled, states
from tests.cases import a_complaint, deed
from tests.web.staff.case.conftest import state_of


def kinds(database, made) -> set[DutyKind]:
    with database.reading() as session:
        return {duty.kind for duty in duties.of(state_of(session, made))}


def test_the_page_says_what_is_limited_the_open_way_why_and_until_when(visit):
    mine = visit(peopled.restricted)

    assert "How you can contact us" in mine.get()
    page = mine.get("/contact-limits/1")
    for words in ("One call a week", "30 a day", "20 May 2027", "on the page of your complaint", "Housing Ombudsman"):
        assert words in page


@pytest.mark.parametrize("state", [peopled.restriction_proposed, peopled.restriction_over])
def test_nothing_is_said_of_what_is_only_proposed_or_over(visit, state):
    mine = visit(state)

    assert "contact-limits" not in mine.get()
    assert mine.client.get(f"{mine.home}/contact-limits/1").status_code == 404


def test_asking_for_a_review_needs_no_reason(visit, database):
    mine = visit(peopled.restricted)

    assert mine.send("/contact-limits/1").status_code == 303
    assert DutyKind.LOOK_AT_RESTRICTION in kinds(database, mine.made)
    assert "You have asked us to look again" in mine.get("/contact-limits/1")


def test_every_road_that_must_stay_open_does(visit, database):
    mine = visit(peopled.restricted)

    assert mine.send("/messages", words="The ceiling is coming down. Somebody could get hurt.").status_code == 303
    assert mine.send("/stage-2").status_code == 303
    assert mine.send("/talk", wish="ring", words="0161 496 0000").status_code == 303
    assert mine.client.get(f"{mine.home}/ombudsman").status_code == 200
    with database.writing() as session:
        assert a_complaint(session, key="another").reference != mine.made.reference
        danger = HazardDraft((HazardKind.FALLS,), urgent=True)
        hazards.raise_hazard(session, mine.made.reference, danger, deed(peopled.AGREED, "staff:1"))
    assert {DutyKind.ANSWER_MESSAGE, DutyKind.RING_BACK, DutyKind.ASSESS_HAZARD} <= kinds(database, mine.made)


def test_who_speaks_for_them_never_sees_it(visit, database):
    def confirmed(session):
        made, on = states.for_somebody_else(session)
        draft = peopled.DRAFT
        number = contact_limits.propose(session, made.reference, draft, deed(on, "staff:1"))
        contact_limits.approve(session, made.reference, number, deed(on, "staff:2"))
        return made, on

    theirs = visit(confirmed, party=2)

    assert "contact-limits" not in theirs.get()
    assert theirs.client.get(f"{theirs.home}/contact-limits/1").status_code == 404
    with database.reading() as session:
        letter = state_of(session, theirs.made).letters[-1].number
    assert theirs.client.get(f"{theirs.home}/letters/{letter}").status_code == 404


def test_its_page_asks_little_of_the_database(visit, queries):
    mine = visit(peopled.restricted)
    mine.get("/contact-limits/1")

    with queries() as asked:
        mine.get("/contact-limits/1")

    assert len(asked) <= 8
