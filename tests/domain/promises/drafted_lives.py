"""What can be tried with promises that are only meant yet, other days asked for them, and who writes for us."""

from __future__ import annotations

from datetime import timedelta

import hypothesis.strategies as st
from hypothesis.stateful import invariant, rule

from app.domain.case import third_parties
from app.domain.clock import duties
from app.domain.clock.duty_kinds import DutyKind
from app.domain.mail.notices import Notice
from app.domain.people.parties import Role
from app.domain.promises import drafts, proposals
from app.domain.promises.draft_states import DraftReply
from tests.domain.case.histories import deed
from tests.domain.case.lives import STAFF, AComplaint

HIRED = 9
"""Who works for a contractor."""
NUMBERS = st.integers(1, 3)
WORDS = st.sampled_from(["On a Monday, please.", "On a Monday, please.", " "])


class AComplaintBeforeItsAnswer(AComplaint):
    """Promises are put to the resident first, contractors ask for other days, and one of theirs may write for us."""

    @rule(days=st.integers(-1, 30), words=WORDS)
    def mean_to_promise(self, days: int, words: str) -> None:
        life, by = self.life, deed(self.today)
        due_on = self.today + timedelta(days=days)
        done = self.happen(by, lambda by: [drafts.draft(life.complaint, words, due_on, deed=by, write=life.write)])
        if done:
            assert words.strip(), "7.3"
            assert days >= 0, "7.3"
            life.issue(by, Notice.PROMISE_DRAFTED, drafts.open_ones(life.complaint)[-1].stage)

    @rule(number=NUMBERS, reply=st.sampled_from(DraftReply), words=WORDS)
    def hear_what_they_say_of_it(self, number: int, reply: DraftReply, words: str) -> None:
        life, before = self.life, duties.of(self.life.complaint)
        done = self.happen(
            deed(self.today, "party:1.1"),
            lambda _: [drafts.answer(life.complaint, number, 1, reply, words, life.write)],
        )
        if done:
            assert duties.of(life.complaint) == before, "it holds nothing (ruling 23)"

    @rule(number=NUMBERS, back=st.booleans())
    def go_on_from_what_they_said(self, number: int, back: bool) -> None:
        act = drafts.take_back if back else drafts.look_at
        self.happen(deed(self.today), lambda _: [act(self.life.complaint, number)])

    @rule(number=NUMBERS, days=st.integers(-1, 30), words=WORDS)
    def ask_for_another_day(self, number: int, days: int, words: str) -> None:
        life, new = self.life, self.today + timedelta(days=days)
        before = life.complaint.promises
        done = self.happen(
            deed(self.today, f"staff:{HIRED}"),
            lambda by: [
                proposals.propose(life.complaint, number, new, words, terms=life.terms, deed=by, write=life.write)
            ],
        )
        if done:
            assert [each.due_on for each in life.complaint.promises] == [each.due_on for each in before], "7.3"
            assert DutyKind.DECIDE_DATE in {each.kind for each in duties.of(life.complaint)}

    @rule(number=NUMBERS, words=WORDS)
    def leave_the_day(self, number: int, words: str) -> None:
        life = self.life
        self.happen(deed(self.today), lambda _: [proposals.decline(life.complaint, number, words, life.write)])

    @rule(staff=st.one_of(st.none(), st.just(HIRED), STAFF))
    def let_another_write(self, staff: int | None) -> None:
        before = duties.of(self.life.complaint)
        done = self.happen(deed(self.today), lambda _: [third_parties.name(self.life.complaint, staff, {HIRED})])
        if done:
            assert staff in (None, HIRED), "5.4"
            dates = {each.kind: each.due_on for each in duties.of(self.life.complaint)}
            assert all(dates.get(each.kind) == each.due_on for each in before if each.kind is DutyKind.RESPOND), "5.4"

    @invariant()
    def nothing_is_asked_about_once_it_is_answered(self) -> None:
        complaint = self.life.complaint
        stage = complaint.current
        if stage is None or stage.answered_on is not None or complaint.ended is not None:
            assert drafts.open_ones(complaint) == (), "ruling 23"
            assert third_parties.writes(complaint) is None, "5.4"

    @invariant()
    def only_who_is_of_the_case_is_asked(self) -> None:
        complaint = self.life.complaint
        asked = {complaint.party(each.party).role for each in complaint.promise_drafts}
        assert asked <= {Role.RESIDENT, Role.REPRESENTATIVE}
