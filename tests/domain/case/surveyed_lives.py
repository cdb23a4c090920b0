"""A complaint whose people are asked how we did, and may say so, while all else goes on."""

from __future__ import annotations

import hypothesis.strategies as st
from hypothesis.stateful import invariant, precondition, rule

from app.domain.case import reviews, surveys
from app.domain.case.review_states import ReviewResult, finished_on, worked_on
from app.domain.case.reviews import ReviewDraft, ReviewsDrawn
from app.domain.case.survey_states import Score, Scores, SurveyHow, SurveyLeft, survey_waits
from app.domain.clock import duties
from app.domain.clock.duty_kinds import OF_THE_HOUSE, DutyKind
from app.domain.mail.notices import Notice
from app.domain.people.preferences import Way
from tests.domain.case.histories import deed
from tests.domain.case.lives import AComplaint

SCORES = st.builds(Scores, st.sampled_from([None, *Score]), outcome=st.sampled_from([None, *Score]))


class ASurveyedComplaint(AComplaint):
    """One complaint, what its people say of us, and who looks at it again."""

    @precondition(lambda self: self.life.complaint.current is not None and self.life.complaint.current.answer_sent_on)
    @rule(after=st.sampled_from([0, 1, 1]), reachable=st.sampled_from([frozenset({Way.EMAIL}), frozenset(Way)]))
    def the_night_asks_how_we_did(self, after: int, reachable: frozenset[Way]) -> None:
        life, before = self.life, self.life.complaint
        asked = self.happen(
            deed(self.today, "clock"),
            lambda by: [surveys.ask(life.complaint, 1, reachable, after, terms=life.terms, deed=by)],
        )
        if asked:
            assert before.survey is None, "once"
            left = {duty.kind for duty in duties.of(before)} - OF_THE_HOUSE
            assert not left, "never in the middle of something"
            assert before.ended is None
            assert not before.stage_2_waits
            assert not any(promise.disputed or promise.open for promise in before.promises)

    @rule(scores=SCORES, words=st.sampled_from(["", "You were kind"]), how=st.sampled_from(SurveyHow))
    def say_how_we_did(self, scores: Scores, words: str, how: SurveyHow) -> None:
        life = self.life
        self.happen(
            deed(self.today, "party:1.1"),
            lambda by: [surveys.answer(life.complaint, 1, scores, words, how=how, deed=by, write=life.write)],
        )

    @precondition(lambda self: self.life.complaint.survey is not None)
    @rule(left=st.sampled_from(SurveyLeft))
    def say_nothing_of_us(self, left: SurveyLeft) -> None:
        self.happen(deed(self.today), lambda by: [surveys.leave(self.life.complaint, left, deed=by)])

    @rule(able=st.dictionaries(st.integers(1, 3), st.integers(0, 2)))
    def it_is_drawn_for_review(self, able: dict[int, int]) -> None:
        life = self.life
        if life.complaint.review is not None or finished_on(life.complaint) is None:
            return
        had_a_part = worked_on(life.complaint)
        drawn = ReviewsDrawn(self.today.replace(day=1), 5, "seed", (life.complaint.reference,), ())
        by = deed(self.today, "clock")
        event = reviews.ask(life.complaint, drawn, able, terms=life.terms, deed=by)
        life.happen(by, event)
        assert event.staff not in had_a_part, "ruling 14"
        assert event.staff is not None or set(able) <= had_a_part

    @precondition(lambda self: self.life.complaint.review is not None)
    @rule(staff=st.integers(1, 3), words=st.sampled_from(["", "Clear words"]), dates=st.sampled_from([None, True]))
    def review_it(self, staff: int, words: str, dates: bool | None) -> None:
        life, had_a_part = self.life, worked_on(self.life.complaint)
        draft = ReviewDraft(True, True, True, True, dates, ReviewResult.GOOD, words)
        by = deed(self.today, f"staff:{staff}")
        done = self.happen(by, lambda by: [reviews.review(life.complaint, staff, draft, deed=by, write=life.write)])
        assert not done or (staff not in had_a_part and words and dates is not None), "ruling 14, 9.1"

    @invariant()
    def what_somebody_says_of_us_is_one_answer_that_was_asked_for(self) -> None:
        complaint = self.life.complaint
        rung = [duty for duty in duties.of(complaint) if duty.kind is DutyKind.TAKE_SURVEY]
        assert not rung or survey_waits(complaint)
        if complaint.survey is not None and complaint.survey.answered_on is not None:
            assert complaint.survey.asked_on <= complaint.survey.answered_on, "1.6"
            assert complaint.survey.said or (complaint.survey.scores and complaint.survey.scores.given)
        assert not any(letter.notice is Notice.SURVEY and letter.way is Way.LETTER for letter in complaint.letters)
