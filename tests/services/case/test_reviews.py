"""Once a month the lots are drawn, from the record and for the record (4.3, 9.1)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import select

from app.domain.case.review_states import ReviewResult
from app.domain.case.reviews import ReviewDraft, lots
from app.domain.changed import Changed
from app.domain.deed import CLOCK, Deed
from app.domain.landlord.permissions import Role
from app.services import record
from app.services.case import histories, projections, reviews
from app.services.landlord import landlord, staff
from app.store.case.reviews import ReviewRow
from app.store.landlord.staff import Member
from app.store.pages import Place
from tests import states, surveyed
from tests.cases import deed
from tests.surveyed import JANUARY, over

FULL = ReviewDraft(True, True, False, True, True, ReviewResult.TO_LEARN, "Long words in the answer.")


@pytest.fixture
def officer(session) -> Member:
    """An officer, who is not number 1: number 1 answers every complaint of these tests."""
    for name, role in (("Jo Handler", Role.HANDLER), ("Dana Officer", Role.COMPLAINTS_OFFICER)):
        invitation = staff.add(session, name, f"{role.value}@example.org", frozenset({role}), Deed(CLOCK, deed().at))
    return Member(invitation.staff_id, "Dana Officer", "", "", frozenset({Role.COMPLAINTS_OFFICER}))


def state(session, made):
    return histories.found(session, made.reference, deed()).complaint


def draw(session, on=JANUARY):
    return reviews.draw(session, on, deed(on, "clock"))


def test_the_lots_of_a_month_are_drawn_once_and_can_be_drawn_again(session, officer):
    made = [over(session) for _ in range(3)]
    landlord.put(session, replace(landlord.current(session), review_share=34), deed())

    assert [draw(session), draw(session), draw(session, date(2027, 1, 31))] == [2, 0, 0]

    (held,) = reviews.held(session)
    assert (held.month, held.share) == (date(2026, 12, 1), 34)
    assert set(held.pool) == {each.reference for each in made}
    assert held.drawn == lots(held.pool, held.share, held.seed)
    drawn = {each.reference for each in made if state(session, each).review is not None}
    assert drawn == set(held.drawn)
    assert record.verify(session).broken == ()


def test_what_was_drawn_is_not_drawn_again_and_the_rest_of_another_month_is(session, officer):
    made = over(session)
    draw(session)

    assert draw(session, date(2027, 2, 1)) == 0
    assert [held.month for held in reviews.held(session)] == [date(2026, 12, 1)]
    assert state(session, made).review.month == date(2026, 12, 1)


def test_nothing_is_drawn_of_what_is_not_answered_or_where_the_landlord_draws_none(session, officer):
    states.acknowledged(session)
    states.stopped(session)
    assert draw(session) == 0
    over(session)
    landlord.put(session, replace(landlord.current(session), review_share=0), deed())

    assert draw(session) == 0
    assert reviews.held(session) == []


def test_it_is_laid_on_somebody_without_a_part_in_it(session, officer):
    made = over(session)
    draw(session)

    assert state(session, made).review.staff == officer.id
    assert state(session, made).handler == 1


def test_a_review_is_kept_and_counted(session, officer):
    made, on = surveyed.drawn_for_review(session)

    reviews.review(session, made.reference, FULL, officer, deed(on, f"staff:{officer.id}"))

    (line,) = reviews.lines(session, officer, Place()).lines
    assert (line.reference, line.result, line.reviewed_on) == (made.reference, "to_learn", on)
    assert [tuple(each) for each in reviews.months(session)] == [(date(2026, 12, 1), 1, 1, 0, 1, 0)]


def test_of_two_who_review_it_the_second_is_told(session, officer):
    made, on = surveyed.drawn_for_review(session)
    seen = state(session, made).position
    reviews.review(session, made.reference, FULL, officer, deed(on, f"staff:{officer.id}", seen=seen))

    with pytest.raises(Changed):
        reviews.review(session, made.reference, FULL, officer, deed(on, f"staff:{officer.id}", seen=seen))


@pytest.mark.parametrize("done", [False, True])
def test_what_is_projected_is_what_the_history_folds_to(session, officer, done):
    made, on = surveyed.drawn_for_review(session)
    if done:
        reviews.review(session, made.reference, FULL, officer, deed(on, f"staff:{officer.id}"))

    def rows():
        return session.execute(select(ReviewRow.__table__)).all()

    kept = rows()
    projections.rebuild(session, f"complaint:{made.case_id}")

    assert rows() == kept
