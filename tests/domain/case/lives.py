"""Everything that can be tried on a complaint, in any order: the rules allow it or refuse it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, timedelta
from functools import partial

import hypothesis.strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule

from app.domain.case import (
    acknowledgements,
    complaints,
    corrections,
    definitions,
    escalations,
    lateness,
    more_time,
    responses,
    withdrawals,
)
from app.domain.case.acknowledgements import Acknowledged
from app.domain.case.findings import PromiseDraft
from app.domain.case.more_time import MoreTimeDraft
from app.domain.case.not_accepted import on_its_way, refused_points
from app.domain.case.responses import ResponseIssued
from app.domain.case.understood import Understood
from app.domain.case.vocabulary import Ended, Fact, Reason
from app.domain.clock.profiles import Stage
from app.domain.deed import Deed
from app.domain.history import Event
from app.domain.mail import letters
from app.domain.mail.letters import Failed
from app.domain.mail.notices import Notice
from app.domain.people.preferences import Way
from app.domain.promises import offers, promises
from app.domain.promises.remedies import RemedyKind
from app.domain.refused import Refused
from tests.calendars import ENGLISH_TERMS, SCOTTISH_TERMS
from tests.domain.case.histories import Life, a_definition, an_answer, deed, received

STAFF = st.integers(1, 3)
LAST_DAY = date(2027, 6, 30)
ACKNOWLEDGEMENT = {Stage.ONE: Notice.ACKNOWLEDGED, Stage.TWO: Notice.STAGE_2_ACKNOWLEDGED}
ANSWER = {Stage.ONE: Notice.ANSWER, Stage.TWO: Notice.STAGE_2_ANSWER}


class AComplaint(RuleBasedStateMachine):
    """One complaint, with three members of staff, a resident and a calendar that moves on."""

    life: Life
    today: date

    @initialize(
        terms=st.sampled_from([ENGLISH_TERMS, SCOTTISH_TERMS]),
        concerned=st.sampled_from([set(), {3}]),
        so_far=st.integers(0, 4),
    )
    def comes_in(self, terms: object, concerned: set[int], so_far: int) -> None:
        self.today = date(2026, 11, 23)
        self.life = received(self.today, terms)  # type: ignore[arg-type]
        if concerned:
            self.happen(deed(self.today), lambda _: [complaints.mark_concerned(self.life.complaint, tuple(concerned))])
        acknowledge, ask = partial(self.acknowledge, 1, 1, None), partial(self.ask_for_stage_2, set())
        send, answer = partial(self.post_a_letter, 0, 0), partial(self.answer, 1, True)
        for step in [(acknowledge, send), (answer,), (send, ask), (partial(self.acknowledge, 2, 2, None), send)][
            :so_far
        ]:
            for each in step:
                each()

    def happen(self, by: Deed, decide: Callable[[Deed], Iterable[Event | None]]) -> tuple[Event, ...]:
        """Let happen what the rules allow; nothing, where they refuse."""
        try:
            events = tuple(event for event in decide(by) if event is not None)
        except Refused:
            return ()
        self.life.happen(by, *events)
        return events

    @rule(days=st.sampled_from([1, 1, 2, 5, 12]))
    def days_pass(self, days: int) -> None:
        self.today = min(self.today + timedelta(days=days), LAST_DAY)

    @rule(staff=STAFF)
    def assign(self, staff: int) -> None:
        self.happen(deed(self.today), lambda _: [complaints.assign(self.life.complaint, staff)])

    @rule(staff=STAFF, handler=STAFF, ahead=st.sampled_from([None, None, 3, -2, 40]))
    def acknowledge(self, staff: int, handler: int, ahead: int | None) -> None:
        life, by = self.life, deed(self.today, f"staff:{staff}")
        answer_by = None if ahead is None else self.today + timedelta(days=ahead)
        done = self.happen(
            by,
            lambda by: [
                acknowledgements.acknowledge(
                    life.complaint, a_definition(), handler, answer_by, terms=life.terms, deed=by, write=life.write
                )
            ],
        )
        for event in done:
            assert isinstance(event, Acknowledged)
            life.issue(by, ACKNOWLEDGEMENT[event.stage], event.stage)

    @precondition(lambda self: self.life.complaint.letters)
    @rule(back=st.integers(0, 2), days_ago=st.sampled_from([0, 0, 0, 2]))
    def post_a_letter(self, back: int, days_ago: int) -> None:
        life, day = self.life, self.today - timedelta(days=days_ago)
        number = len(life.complaint.letters) - back
        self.happen(deed(self.today), lambda by: [letters.send(life.complaint, number, day, terms=life.terms, deed=by)])

    @precondition(lambda self: self.life.complaint.letters)
    @rule(back=st.integers(0, 2), way=st.sampled_from([Way.LETTER, None]))
    def a_letter_comes_back(self, back: int, way: Way | None) -> None:
        life = self.life
        number = len(life.complaint.letters) - back
        self.happen(
            deed(self.today),
            lambda by: [letters.come_back(life.complaint, number, Failed.RETURNED, way, terms=life.terms, deed=by)],
        )

    @rule(answer=st.sampled_from(Understood), words=st.sampled_from(["", "Not quite"]))
    def did_we_understand(self, answer: Understood, words: str) -> None:
        life = self.life
        self.happen(
            deed(self.today, "party:1.1"),
            lambda by: [
                definitions.answer_understanding(
                    life.complaint, 1, answer, words, terms=life.terms, deed=by, write=life.write
                )
            ],
        )

    @precondition(lambda self: self.life.complaint.definition.points)
    @rule()
    def correct_the_definition(self) -> None:
        life = self.life
        self.happen(deed(self.today), lambda _: [definitions.correct(life.complaint, a_definition(), life.write)])

    @precondition(lambda self: self.life.complaint.definition.points)
    @rule(staff=STAFF, days=st.sampled_from([-3, 1, 7, 12, 14, 40]))
    def more_time(self, staff: int, days: int) -> None:
        life = self.life
        new_date = (life.complaint.current.respond_by if life.complaint.current else self.today) + timedelta(days=days)
        draft = MoreTimeDraft(new_date, Reason.INSPECTION, "The surveyor is ill")
        self.happen(
            deed(self.today, f"staff:{staff}"),
            lambda by: [more_time.ask(life.complaint, draft, terms=life.terms, deed=by, write=life.write)],
        )

    @precondition(lambda self: self.life.complaint.proposed is not None)
    @rule(staff=STAFF, agrees=st.booleans())
    def second_person(self, staff: int, agrees: bool) -> None:
        life = self.life

        def decide(by: Deed) -> list[Event]:
            if agrees:
                return [more_time.approve(life.complaint, terms=life.terms, deed=by)]
            return [more_time.decline(life.complaint, deed=by)]

        self.happen(deed(self.today, f"staff:{staff}"), decide)

    @rule()
    def the_night_looks(self) -> None:
        life = self.life
        self.happen(deed(self.today, "clock"), lambda by: [lateness.find(life.complaint, terms=life.terms, deed=by)])

    @rule(ahead=st.integers(-2, 20))
    def promise_a_new_date(self, ahead: int) -> None:
        life, new_date = self.life, self.today + timedelta(days=ahead)
        self.happen(
            deed(self.today),
            lambda by: [lateness.promise_new_date(life.complaint, new_date, "Sorry", deed=by, write=life.write)],
        )

    @rule(staff=STAFF)
    def work_on_the_answer(self, staff: int) -> None:
        self.happen(deed(self.today, f"staff:{staff}"), lambda by: [responses.write_on(self.life.complaint, by)])

    @precondition(lambda self: self.life.complaint.definition.points)
    @rule(staff=STAFF, promised=st.booleans(), apart=st.booleans())
    def answer(self, staff: int, promised: bool, apart: bool = False) -> None:
        life, by = self.life, deed(self.today, f"staff:{staff}")
        promise = [PromiseDraft("Mend it", 1, self.today + timedelta(days=7))] if promised else []
        draft = an_answer(life.complaint, *promise, of_points=(RemedyKind.ACTION,) if apart else ())
        done = self.happen(
            by, lambda by: [responses.issue(life.complaint, draft, terms=life.terms, deed=by, write=life.write)]
        )
        for event in done:
            assert isinstance(event, ResponseIssued)
            life.happen(by, *responses.give_remedies(life.complaint, draft))
            life.happen(by, *promises.make(life.complaint, draft.promises, event.letter, life.write))
            self.happen(by, lambda _, letter=event.letter: offers.of_answer(life.complaint, letter))
            life.issue(by, ANSWER[event.stage], event.stage)
            self.happen(by, lambda by: [escalations.start_waiting(life.complaint, terms=life.terms, deed=by)])

    @rule(dropped=st.sets(st.integers(1, 3)))
    def ask_for_stage_2(self, dropped: set[int]) -> None:
        life = self.life
        stage_1 = life.complaint.stage_1
        has_stages = life.complaint.intake.is_complaint
        goes_on = life.complaint.ended is None or (stage_1 is not None and stage_1.answered_on is not None)
        refused = life.complaint.ended is Ended.REFUSED or on_its_way(life.complaint.refusals)
        may_ask = life.complaint.stage_2 is None and not life.complaint.stage_2_waits and goes_on and not refused
        may_ask = may_ask and has_stages
        left = {1, 2} - refused_points(life.complaint.refusals, life.complaint.definition.version)
        drops_all = bool(life.complaint.definition.points) and left <= dropped
        asked = self.happen(
            deed(self.today, "party:1.1"),
            lambda by: escalations.ask(
                life.complaint, 1, "", tuple(dropped), happened_on=by.on, terms=life.terms, deed=by, write=life.write
            ),
        )
        assert bool(asked) == (may_ask and not drops_all), "Stage 2 is never refused to who may ask (6.10, 6.12)"

    @precondition(lambda self: self.life.complaint.stage_2_waits)
    @rule(agreed=st.booleans())
    def open_stage_2_now(self, agreed: bool) -> None:
        life = self.life
        self.happen(
            deed(self.today),
            lambda by: [escalations.start_now(life.complaint, resident_agreed=agreed, terms=life.terms, deed=by)],
        )

    @precondition(lambda self: self.life.complaint.stage_2_waits)
    @rule(ahead=st.integers(-1, 12))
    def set_a_last_day_for_stage_1(self, ahead: int) -> None:
        life, day = self.life, self.today + timedelta(days=ahead)
        self.happen(
            deed(self.today),
            lambda by: [
                escalations.set_stage_1_answer(life.complaint, day, "Why", terms=life.terms, deed=by, write=life.write)
            ],
        )

    @precondition(lambda self: self.life.complaint.stage_2_waits)
    @rule()
    def take_stage_2_back(self) -> None:
        self.happen(deed(self.today, "party:1.1"), lambda _: [escalations.withdraw(self.life.complaint, 1)])

    @precondition(lambda self: self.today.weekday() == 0)  # rarely, or most lives would be short
    @rule(own_choice=st.booleans())
    def stop(self, own_choice: bool) -> None:
        life = self.life
        self.happen(
            deed(self.today, "party:1.1"),
            lambda by: [withdrawals.withdraw(life.complaint, 1, own_choice=own_choice, deed=by, write=life.write)],
        )

    @precondition(lambda self: self.today.weekday() == 1)
    @rule(own_choice=st.booleans(), words=st.sampled_from(["", "She has moved"]))
    def stop_in_a_call(self, own_choice: bool, words: str) -> None:
        life = self.life
        done = self.happen(
            deed(self.today),
            lambda by: [
                withdrawals.hear(life.complaint, 1, own_choice=own_choice, words=words, deed=by, write=life.write)
            ],
        )
        assert not done or (own_choice and words), "ruling 19"

    @precondition(lambda self: self.life.complaint.ended is not None)
    @rule()
    def go_on(self) -> None:
        life = self.life
        self.happen(
            deed(self.today, "party:1.1"),
            lambda by: [withdrawals.reopen(life.complaint, 1, terms=life.terms, deed=by)],
        )

    @precondition(lambda self: self.today.weekday() == 1)
    @rule(staff=STAFF, days=st.integers(-10, 5), fact=st.sampled_from([Fact.RECEIVED_ON, Fact.STAGE_2_ASKED_ON]))
    def correct_a_date(self, staff: int, days: int, fact: Fact) -> None:
        life = self.life
        old = corrections.value_of(life.complaint, fact)
        new = old + timedelta(days=days) if isinstance(old, date) else None
        self.happen(
            deed(self.today, f"staff:{staff}"),
            lambda by: [
                corrections.correct(
                    life.complaint, fact, new, "Typed wrong", terms=life.terms, deed=by, write=life.write
                )
            ],
        )

    @precondition(lambda self: self.life.complaint.correction is not None)
    @rule(staff=STAFF)
    def approve_a_correction(self, staff: int) -> None:
        life = self.life
        self.happen(
            deed(self.today, f"staff:{staff}"),
            lambda by: [corrections.approve(life.complaint, terms=life.terms, deed=by)],
        )
