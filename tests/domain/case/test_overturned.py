"""A refusal looked at again: it stands with reasons, or the clock counts from the day we were told (ruling 17)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.domain.case import (
    overturned,
)
from app.domain.case.not_accepted import OverturnedBy
from app.domain.case.overturned import OverturnDraft
from app.domain.case.vocabulary import Ended
from app.domain.clock import duties
from app.domain.clock.duty_kinds import DutyKind
from app.domain.refused import Why
from tests.domain.case.histories import MONDAY, Life, acknowledged, an_answer, deed, received
from tests.domain.case.refusing import (
    DRAFT,
    NEXT_MONDAY,
    PART,
    WEDNESDAY,
    agree,
    open_now,
    overturn,
    propose,
    refused,
    told,
    why,
)


class TestOverturned:
    @pytest.mark.parametrize(
        ("draft", "found"),
        [
            (OverturnDraft(None, NEXT_MONDAY, "Why"), Why.NOBODY_OVERTURNED),
            (OverturnDraft(OverturnedBy.LANDLORD, None, "Why"), Why.NO_DAY_TOLD),
            (OverturnDraft(OverturnedBy.LANDLORD, date(2027, 1, 4), "Why"), Why.DATE_IN_THE_FUTURE),
            (OverturnDraft(OverturnedBy.LANDLORD, NEXT_MONDAY, " "), Why.OVERTURNED_WITHOUT_WORDS),
            (told(None), Why.NO_OMBUDSMAN_DATE),
            (told(WEDNESDAY), Why.OMBUDSMAN_DATE_BEFORE_TOLD),
        ],
    )
    def test_each_gap_is_named(self, draft, found):
        life = refused()

        assert why(lambda: overturn(life, draft)) is found

    def test_the_clock_counts_from_the_day_we_were_told(self):
        life = refused()

        overturn(life, told())

        stage = life.complaint.current
        assert life.complaint.ended is None
        assert (stage.began_on, stage.acknowledge_by) == (MONDAY, date(2026, 12, 7))
        assert {(duty.kind, duty.due_on) for duty in duties.of(life.complaint)} >= {
            (DutyKind.ACKNOWLEDGE, date(2026, 12, 7)),
            (DutyKind.OMBUDSMAN_DATE, date(2026, 12, 18)),
        }

    def test_and_never_goes_past_the_date_they_set(self):
        life = refused()

        overturn(life, told(date(2026, 12, 3)))

        assert life.complaint.current.acknowledge_by == date(2026, 12, 3)

    def test_their_date_stands_until_it_is_acknowledged_and_done(self):
        life = refused()
        overturn(life, told())
        finish = lambda words: overturned.finish(life.complaint, 1, words, write=life.write)

        assert why(lambda: finish("Acknowledged.")) is Why.NOT_YET_ACKNOWLEDGED
        acknowledged(life, NEXT_MONDAY)
        assert why(lambda: finish(" ")) is Why.NOT_SAID_HOW
        assert life.complaint.current.limit == date(2026, 12, 14)
        life.happen(deed(NEXT_MONDAY), finish("Acknowledged, and told them."))
        assert DutyKind.OMBUDSMAN_DATE not in open_now(life)
        assert why(lambda: finish("Again")) is Why.NOTHING_TO_SETTLE

    def test_a_part_is_taken_on_by_a_day_of_its_own(self):
        life = acknowledged(received())
        propose(life, replace(DRAFT, points=(2,)))
        life.send(agree(life), deed(WEDNESDAY))

        overturn(life, OverturnDraft(OverturnedBy.LANDLORD, NEXT_MONDAY, "We were wrong."))

        assert {(duty.kind, duty.due_on) for duty in duties.of(life.complaint)} >= {
            (DutyKind.TAKE_ON_POINTS, date(2026, 12, 7))
        }
        assert an_answer(life.complaint).findings[-1].point == 2

    def test_overturning_a_part_of_what_was_refused_wholly_goes_on_with_the_complaint(self):
        life = refused(PART)
        propose(life, DRAFT, WEDNESDAY)
        life.send(agree(life, 2, WEDNESDAY), deed(WEDNESDAY))
        assert life.complaint.ended is Ended.REFUSED

        overturn(life, told(), number=1)

        assert life.complaint.ended is None
        assert DutyKind.ACKNOWLEDGE in open_now(life)

    def test_what_no_longer_stands_is_not_overturned_again(self):
        life = refused()
        overturn(life, told())

        assert why(lambda: overturn(life, told())) is Why.NO_SUCH_REFUSAL


class TestLookingAgain:
    def ask(self, life: Life) -> None:
        by = deed(NEXT_MONDAY, "party:1.1")
        life.happen(by, overturned.ask_to_look(life.complaint, 1, 1, "", terms=life.terms, deed=by, write=life.write))

    def uphold(self, life: Life, words: str, by: str = "staff:2"):
        return overturned.uphold(life.complaint, 1, words, deed=deed(NEXT_MONDAY, by), write=life.write)

    def test_it_needs_no_reason_and_is_laid_on_the_officer_once(self):
        life = refused()
        self.ask(life)

        assert open_now(life) == {DutyKind.LOOK_AT_REFUSAL}
        assert why(lambda: self.ask(life)) is Why.LOOK_AGAIN_ASKED

    def test_that_it_stands_is_said_with_reasons_by_nobody_concerned(self):
        life = refused()
        assert why(lambda: self.uphold(life, "It stands")) is Why.NOTHING_TO_SETTLE
        self.ask(life)
        assert why(lambda: self.uphold(life, "")) is Why.REFUSAL_WITHOUT_REASONS

        life.happen(deed(NEXT_MONDAY), self.uphold(life, "We answered the same in May."))

        assert open_now(life) == set()

    def test_overturning_it_answers_that_too(self):
        life = refused()
        self.ask(life)

        overturn(life, OverturnDraft(OverturnedBy.LANDLORD, NEXT_MONDAY, "We were wrong."))

        assert DutyKind.LOOK_AT_REFUSAL not in open_now(life)
