"""What is looked at afterwards is drawn by a lot that explains itself, and looked at by who had no part (ruling 14)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.domain.case import reviews
from app.domain.case.erasures import ended_on
from app.domain.case.review_states import ReviewResult, finished_on, worked_on
from app.domain.case.reviews import ReviewDraft, ReviewsDrawn, lots
from app.domain.clock import duties
from app.domain.clock.duty_kinds import DutyKind
from app.domain.refused import Refused, Why
from tests.domain.case.histories import acknowledged, deed, received
from tests.domain.case.surveyed import ANSWERED, answered
from tests.domain.promises.promised import a_promise

POOL = tuple(f"CASE-{number:04}" for number in range(100))
SEED = "00112233445566778899aabbccddeeff"
JANUARY = date(2027, 1, 4)
DRAWN = ReviewsDrawn(date(2026, 12, 1), 5, SEED, ("7Q4K-2M9P",), ("7Q4K-2M9P",))
FULL = ReviewDraft(True, True, False, True, True, ReviewResult.TO_LEARN, "Long words in the answer.")


def drawn(able=None):
    life, by = answered(), deed(JANUARY, "clock")
    life.happen(by, reviews.ask(life.complaint, DRAWN, able or {2: 0}, terms=life.terms, deed=by))
    return life


def review(life, staff=2, draft=FULL):
    by = deed(JANUARY, f"staff:{staff}")
    return reviews.review(life.complaint, staff, draft, deed=by, write=life.write)


@pytest.mark.parametrize(
    ("count", "share", "drawn"),
    [(100, 5, 5), (1, 5, 1), (21, 5, 2), (20, 5, 1), (100, 100, 100), (100, 0, 0), (0, 5, 0)],
)
def test_so_many_of_a_hundred_are_drawn_and_at_least_one(count, share, drawn):
    assert len(lots(POOL[:count], share, SEED)) == drawn


def test_the_same_seed_and_pool_draw_the_same_in_whatever_order_they_are_told():
    first = lots(POOL, 5, SEED)

    assert lots(reversed(POOL), 5, SEED) == first
    assert lots(POOL, 5, SEED.replace("0", "f")) != first
    assert set(lots(POOL, 5, SEED)) < set(lots(POOL, 10, SEED))


def test_what_is_drawn_is_finished():
    assert [finished_on(make().complaint) for make in (received, acknowledged)] == [None, None]
    assert finished_on(answered().complaint) == ANSWERED
    assert finished_on(a_promise().complaint) is not None


def test_it_goes_to_who_had_no_part_in_it_and_has_the_fewest_to_do():
    life = answered()
    assert worked_on(life.complaint) == {1}

    assert reviews.reviewer(life.complaint, {1: 0, 2: 3, 3: 1}, SEED) == 3
    assert reviews.reviewer(life.complaint, {1: 0}, SEED) is None
    concerned = replace(life.complaint, concerned=frozenset({3}))
    assert reviews.reviewer(concerned, {1: 0, 2: 3, 3: 1}, SEED) == 2


def test_who_keeps_a_promise_of_it_has_a_part_in_it():
    life = a_promise()
    promise = replace(life.complaint.promises[0], owner=7)

    assert 7 in worked_on(replace(life.complaint, promises=(promise,)))


def test_it_is_somebodys_duty_and_keeps_nothing_else_open():
    life = drawn()

    (duty,) = duties.of(life.complaint)

    assert (duty.kind, duty.staff, duty.due_on) == (DutyKind.REVIEW_CASE, 2, date(2027, 1, 18))
    assert ended_on(life.complaint) == ANSWERED
    life.happen(deed(JANUARY), review(life))
    assert duties.of(life.complaint) == ()
    assert life.complaint.review.result is ReviewResult.TO_LEARN


def test_everything_that_is_left_out_is_told_at_once():
    with pytest.raises(Refused) as refused:
        review(drawn(), draft=ReviewDraft(definition=True))

    assert {(gap.why, gap.field) for gap in refused.value.gaps} == {
        (Why.REVIEW_UNANSWERED, "points"),
        (Why.REVIEW_UNANSWERED, "plain"),
        (Why.REVIEW_UNANSWERED, "promises"),
        (Why.REVIEW_UNANSWERED, "dates"),
        (Why.REVIEW_WITHOUT_RESULT, "result"),
        (Why.REVIEW_WITHOUT_WORDS, "words"),
    }


def test_nobody_reviews_their_own_work_or_twice_or_what_was_not_drawn():
    life = drawn()
    with pytest.raises(Refused) as refused:
        review(life, staff=1)
    assert refused.value.why is Why.REVIEWED_BY_WHO_WORKED_ON_IT

    life.happen(deed(JANUARY), review(life))
    for each in (life, answered()):
        with pytest.raises(Refused) as refused:
            review(each)
        assert refused.value.why is Why.NOTHING_TO_SETTLE


def test_a_review_nobody_asked_for_still_folds():
    life, event = received(), review(drawn())

    life.happen(deed(JANUARY), event)

    assert life.complaint.review.reviewed_by == 2


def test_the_month_before_january_is_december():
    assert reviews.month_before(date(2027, 1, 1)) == (date(2026, 12, 1), date(2026, 12, 31))
