"""What can be tried of a complaint among others about the same, beside all else that can be tried on it."""

from __future__ import annotations

from dataclasses import replace

import hypothesis.strategies as st
from hypothesis.stateful import invariant, precondition, rule

from app.domain.case import groups, responses
from app.domain.case.group_states import Binding, CommonPart, Membership
from app.domain.case.groups import CommonPartGiven
from app.domain.clock.profiles import Stage
from app.domain.mail.notices import Notice
from app.domain.promises import offers, promises
from tests.domain.case.histories import an_answer, deed
from tests.domain.case.lives import STAFF, AComplaint

WORDS = "The lift waits for a part."


class OneOfMany(AComplaint):
    """A complaint that is put with others and taken out, and answered in part as they are."""

    @rule(group=st.integers(1, 2), binding=st.sampled_from(Binding))
    def put_it_with_others(self, group: int, binding: Binding) -> None:
        before = self.life.complaint
        done = self.happen(deed(self.today), lambda _: [groups.put_in(before, group, binding)])
        if done:
            assert before.ended is None, "ruling 20"
            assert before.membership.number is None, "ruling 20"
        self._nothing_else_changed(before)

    @precondition(lambda self: self.life.complaint.membership.number is not None)
    @rule()
    def take_it_out(self) -> None:
        before = self.life.complaint
        assert self.happen(deed(self.today), lambda _: [groups.take_out(before)]), "it may always go on alone"
        self._nothing_else_changed(before)

    @precondition(lambda self: self.life.complaint.definition.points and groups.shares(self.life.complaint))
    @rule(
        staff=STAFF,
        writer=STAFF,
        personal=st.sampled_from(["You were stuck in it.", "You were stuck in it.", "", WORDS]),
    )
    def answer_in_common(self, staff: int, writer: int, personal: str) -> None:
        life, by = self.life, deed(self.today, f"staff:{staff}")
        common = CommonPart(life.complaint.membership.number or 0, 1, WORDS, writer)
        draft = replace(an_answer(life.complaint), common=common, personal=personal)
        done = self.happen(
            by, lambda by: [responses.issue(life.complaint, draft, terms=life.terms, deed=by, write=life.write)]
        )
        for event in done:
            assert isinstance(event, responses.ResponseIssued)
            assert personal not in ("", WORDS), "6.7"
            life.happen(by, *groups.give(draft, event.stage, event.letter, life.write))
            life.happen(by, *responses.give_remedies(life.complaint, draft))
            life.happen(by, *promises.make(life.complaint, draft.promises, event.letter, life.write))
            self.happen(by, lambda _, letter=event.letter: offers.of_answer(life.complaint, letter))
            life.issue(by, Notice.ANSWER, event.stage)

    def _nothing_else_changed(self, before: object) -> None:
        after = replace(self.life.complaint, membership=Membership(), position=0)
        assert after == replace(before, membership=Membership(), position=0), "ruling 20"  # type: ignore[type-var]

    @invariant()
    def what_others_are_answered_too_is_never_all_that_somebody_is_answered(self) -> None:
        complaint = self.life.complaint
        for each in complaint.membership.given:
            assert self.life.words[each.personal.number].strip(), "6.7"
            assert self.life.words[each.personal.number] != self.life.words[each.common.number], "6.7"
        for recorded in self.life.history:
            if isinstance(recorded.event, CommonPartGiven):
                assert recorded.event.stage is Stage.ONE, "6.13"
                stage = complaint.stage_1
                assert stage is not None
                assert recorded.event.written_by in stage.worked_on_by, "6.13"
                assert recorded.event.written_by not in (complaint.stage_2.worked_on_by if complaint.stage_2 else ())
