"""What can be tried of refusing, beside all else that can be tried on a complaint."""

from __future__ import annotations

from datetime import date, timedelta

import hypothesis.strategies as st
from hypothesis.stateful import precondition, rule

from app.domain.case import overturned, refusals
from app.domain.case.findings import points_to_answer
from app.domain.case.not_accepted import IN_FORCE, OverturnedBy, RefusalStanding
from app.domain.case.overturned import OverturnDraft, RefusalOverturned
from app.domain.case.refusals import Proceedings, RefusalApproved, RefusalDraft
from app.domain.clock.profiles import Ground
from app.domain.mail.notices import Notice
from tests.domain.case.histories import deed
from tests.domain.case.lives import STAFF, AComplaint


class ARefusedComplaint(AComplaint):
    """A complaint of which some, or all, may be refused, and taken on after all."""

    @rule(
        staff=STAFF,
        ground=st.sampled_from(Ground),
        points=st.sets(st.integers(1, 2)),
        whole=st.booleans(),
        words=st.sampled_from(["Because", "Because", ""]),
    )
    def propose_a_refusal(self, staff: int, ground: Ground, points: set[int], whole: bool, words: str) -> None:
        life = self.life
        draft = RefusalDraft(
            ground,
            words,
            "Our letter of May",
            "It does no harm now",
            whole=whole,
            part="The fence",
            points=tuple(points) if not whole else points_to_answer(life.complaint),
            happened_on=date(2024, 1, 1),
            proceedings=Proceedings.FILED,
            filed_on=date(2026, 1, 1),
        )
        self.happen(
            deed(self.today, f"staff:{staff}"),
            lambda by: [
                refusals.propose(life.complaint, draft, tuple(Ground), terms=life.terms, deed=by, write=life.write)
            ],
        )

    @rule(points=st.sampled_from([set(), {1}, {2}]), whole=st.booleans(), goes=st.booleans())
    def refuse(self, points: set[int], whole: bool, goes: bool) -> None:
        """Both at once, or most lives would end before a second person looks."""
        self.propose_a_refusal(1, Ground.CONSIDERED_BEFORE, points, whole, "Because")
        self.decide_on_a_refusal(2, True, goes)

    @precondition(lambda self: _last(self, RefusalStanding.PROPOSED))
    @rule(staff=STAFF, agrees=st.sampled_from([True, True, False]), goes=st.booleans())
    def decide_on_a_refusal(self, staff: int, agrees: bool, goes: bool) -> None:
        life, by = self.life, deed(self.today, f"staff:{staff}")
        number = _last(self, RefusalStanding.PROPOSED)
        if not agrees:
            self.happen(by, lambda by: [refusals.give_back(life.complaint, number, "No", deed=by, write=life.write)])
            return
        for event in self.happen(by, lambda by: [refusals.approve(life.complaint, number, deed=by)]):
            assert isinstance(event, RefusalApproved)
            letter = life.issue(by, Notice.REFUSED, event.stage)
            if goes:
                life.send(letter, by)

    @precondition(lambda self: _last(self, *IN_FORCE))
    @rule(stands=st.booleans())
    def look_again(self, stands: bool) -> None:
        life, number = self.life, _last(self, *IN_FORCE)
        self.happen(
            deed(self.today, "party:1.1"),
            lambda by: [
                overturned.ask_to_look(life.complaint, 1, number, "", terms=life.terms, deed=by, write=life.write)
            ],
        )
        if stands:
            self.happen(
                deed(self.today, "staff:2"),
                lambda by: [overturned.uphold(life.complaint, number, "It stands", deed=by, write=life.write)],
            )

    @precondition(lambda self: _last(self, *IN_FORCE))
    @rule(ombudsman=st.booleans(), days_ago=st.integers(0, 3), ahead=st.integers(1, 20))
    def overturn_a_refusal(self, ombudsman: bool, days_ago: int, ahead: int) -> None:
        life, number = self.life, _last(self, *IN_FORCE)
        told_on = self.today - timedelta(days=days_ago)
        who = OverturnedBy.OMBUDSMAN if ombudsman else OverturnedBy.LANDLORD
        draft = OverturnDraft(who, told_on, "It is ours", told_on + timedelta(days=ahead))
        by = deed(self.today)
        done = self.happen(
            by,
            lambda by: [
                overturned.overturn(life.complaint, number, draft, terms=life.terms, deed=by, write=life.write)
            ],
        )
        for event in done:
            assert isinstance(event, RefusalOverturned)
            life.issue(by, Notice.REFUSAL_OVERTURNED, event.stage)

    @precondition(lambda self: _last(self, RefusalStanding.OVERTURNED))
    @rule()
    def finish_what_was_overturned(self) -> None:
        life, number = self.life, _last(self, RefusalStanding.OVERTURNED)
        self.happen(deed(self.today), lambda _: [overturned.finish(life.complaint, number, "Done", write=life.write)])


def _last(life: AComplaint, *standings: RefusalStanding) -> int:
    """Return the number of the last refusal that stands so, 0 where none does."""
    found = [each.number for each in life.life.complaint.refusals if each.standing in standings]
    return found[-1] if found else 0
