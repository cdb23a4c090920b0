"""What can be tried of an answer's quality check, beside all else that can be tried on a complaint."""

from __future__ import annotations

from datetime import timedelta

import hypothesis.strategies as st
from hypothesis.stateful import precondition, rule

from app.domain.case import answer_checks, escalations, responses
from app.domain.case.check_states import CheckState
from app.domain.case.findings import PromiseDraft
from app.domain.promises import offers, promises
from tests.domain.case.histories import an_answer, deed
from tests.domain.case.lives import ANSWER, STAFF, AComplaint


def _waits(life: AComplaint) -> int:
    """Return the number of the check that waits, 0 where none does."""
    found: CheckState | None = answer_checks.waiting(life.life.complaint)
    return 0 if found is None else found.number


class ACheckedAnswer(AComplaint):
    """A complaint whose answers may be checked by somebody else before they go."""

    @precondition(lambda self: self.life.complaint.definition.points)
    @rule(staff=STAFF, promised=st.booleans())
    def ask_for_a_check(self, staff: int, promised: bool) -> None:
        life = self.life
        promise = [PromiseDraft("Mend it", 1, self.today + timedelta(days=1))] if promised else []
        draft = an_answer(life.complaint, *promise)
        self.happen(
            deed(self.today, f"staff:{staff}"),
            lambda by: [answer_checks.ask(life.complaint, draft, terms=life.terms, deed=by, write=life.write)],
        )

    @precondition(lambda self: self.life.complaint.definition.points)
    @rule(staff=STAFF, other=STAFF, agrees=st.sampled_from([True, True, False]), promised=st.booleans())
    def check_an_answer(self, staff: int, other: int, agrees: bool, promised: bool) -> None:
        """Both at once, or most lives would end before a second person looks."""
        self.ask_for_a_check(staff, promised)
        if _waits(self):
            if agrees:
                self.agree_to_an_answer(other)
            else:
                self.give_an_answer_back(other, "Name the policy")

    @precondition(_waits)
    @rule(staff=STAFF, words=st.sampled_from(["", "Name the policy"]))
    def give_an_answer_back(self, staff: int, words: str) -> None:
        life, number = self.life, _waits(self)
        self.happen(
            deed(self.today, f"staff:{staff}"),
            lambda by: [answer_checks.give_back(life.complaint, number, words, deed=by, write=life.write)],
        )

    @precondition(_waits)
    @rule(staff=STAFF)
    def take_an_answer_back(self, staff: int) -> None:
        life, number = self.life, _waits(self)
        self.happen(
            deed(self.today, f"staff:{staff}"), lambda by: [answer_checks.take_back(life.complaint, number, deed=by)]
        )

    @precondition(_waits)
    @rule(staff=STAFF)
    def agree_to_an_answer(self, staff: int) -> None:
        """All of it or nothing, as the service does: an answer that was agreed to goes at once."""
        life, by, before = self.life, deed(self.today, f"staff:{staff}"), len(self.life.history)
        check = answer_checks.waits(life.complaint, _waits(self))
        if not self.happen(by, lambda by: [answer_checks.approve(life.complaint, check.number, deed=by)]):
            return
        draft = answer_checks.draft_of(life.words[check.answer.number])
        done = self.happen(
            by,
            lambda by: [
                responses.issue(life.complaint, draft, terms=life.terms, deed=by, write=life.write, checked=True)
            ],
        )
        if not done:
            life.forget_since(before)
            return
        life.happen(by, *responses.give_remedies(life.complaint, draft))
        self.happen(by, lambda _: offers.of_answer(life.complaint, len(life.complaint.letters) + 1))
        life.happen(by, *promises.make(life.complaint, draft.promises, len(life.complaint.letters) + 1, life.write))
        life.issue(by, ANSWER[check.stage], check.stage)
        self.happen(by, lambda by: [escalations.start_waiting(life.complaint, terms=life.terms, deed=by)])
