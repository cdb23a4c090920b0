"""What can be tried of new points, merging, splitting and mistakes, beside all else that can be tried."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import hypothesis.strategies as st
from hypothesis.stateful import invariant, precondition, rule

from app.domain.case import escalations, links, merges, mistakes, new_points, splits
from app.domain.case.definitions import PointDraft
from app.domain.case.kin import Bond
from app.domain.case.merges import MergedFrom
from app.domain.case.new_points import NewPointDecided, RulingDraft
from app.domain.case.raised import About, Course
from app.domain.case.splits import PointsSplitOff
from app.domain.case.vocabulary import Ended, Ours
from app.domain.clock import duties
from app.domain.clock.duty_kinds import DutyKind
from app.domain.mail.notices import Notice
from tests.domain.case.histories import deed, received
from tests.domain.case.lives import STAFF, AComplaint


class BelongsToOthers(AComplaint):
    """A complaint of which points are raised later, and which may be put together with others, or parted."""

    @rule(words=st.sampled_from(["It leaks", "It leaks", " "]), days_ago=st.sampled_from([0, 0, 2]))
    def raise_a_point(self, words: str, days_ago: int) -> None:
        life, day = self.life, self.today - timedelta(days=days_ago)
        self.happen(
            deed(self.today, "party:1.1"),
            lambda by: [
                new_points.raise_point(life.complaint, 1, words, day, terms=life.terms, deed=by, write=life.write)
            ],
        )

    @precondition(lambda self: any(point.waits for point in self.life.complaint.new_points))
    @rule(
        about=st.sampled_from(About),
        delays=st.sampled_from([None, False, True]),
        reason=st.sampled_from(["Why", "Why", ""]),
        looked=st.sampled_from([True, True, False]),
    )
    def decide_a_point(self, about: About, delays: bool | None, reason: str, looked: bool) -> None:
        life, by = self.life, deed(self.today)
        number = next(point.number for point in life.complaint.new_points if point.waits)
        seen = new_points.course(life.complaint, about, delays=bool(delays)).course if looked else None
        draft = RulingDraft(about, delays, reason, PointDraft("It leaks", Ours.OURS), seen)
        before = life.complaint.stages
        done = self.happen(by, lambda _: [new_points.decide(life.complaint, number, draft, write=life.write)])
        for event in done:
            assert isinstance(event, NewPointDecided)
            assert looked, "nothing is done that was not shown (6.8)"
            assert life.complaint.stages == before, "a new point moves no date (6.8)"
            life.issue(by, Notice.NEW_POINT, event.stage)  # type: ignore[arg-type]
            if event.course is Course.STAGE_2:
                asked = self.happen(
                    by,
                    lambda by: escalations.ask(
                        life.complaint, 1, happened_on=by.on, terms=life.terms, deed=by, write=life.write
                    ),
                )
                assert asked, "how we handled it goes to Stage 2 (ruling 18)"

    @precondition(lambda self: self.today.weekday() == 2)
    @rule(days=st.integers(-9, 9), known=st.booleans())
    def put_another_into_this(self, days: int, known: bool) -> None:
        life, by = self.life, deed(self.today)
        other = received(min(self.today, self.today + timedelta(days=days)), life.terms).complaint
        other = replace(other, reference=f"4M2X-{len(life.history):04d}", parties=life.complaint.parties)
        before = life.complaint.stage_1
        if known:
            self.happen(by, lambda _: [links.link(life.complaint, 2, other.reference, Bond.RELATED)])
        done = self.happen(
            by,
            lambda by: [
                merges.merge(life.complaint, other, 2, {1: "The lift"}, terms=life.terms, deed=by, write=life.write)
            ],
        )
        for event in done:
            assert isinstance(event, MergedFrom)
            after = life.complaint.stage_1
            assert before is not None
            assert after is not None
            for name in ("began_on", "respond_by", "limit", "original_limit", "target"):
                assert getattr(after, name) <= getattr(before, name), "no date moves later (ruling 18)"
            life.issue(by, Notice.MERGED, after.stage)

    @precondition(lambda self: self.today.weekday() == 3)
    @rule(points=st.sets(st.integers(1, 3)))
    def let_points_leave(self, points: set[int]) -> None:
        life, by = self.life, deed(self.today)
        before = life.complaint
        for event in self.happen(by, lambda _: [splits.split(life.complaint, points, "4M2X-9QRT")]):
            assert isinstance(event, PointsSplitOff)
            assert life.complaint.definition.points, "neither is left without a point (ruling 18)"
            assert life.complaint.stages == before.stages, "both keep their day (ruling 18)"

    @precondition(lambda self: self.today.weekday() == 4)
    @rule(staff=STAFF, words=st.sampled_from(["Twice", ""]))
    def say_it_was_a_mistake(self, staff: int, words: str) -> None:
        life = self.life
        self.happen(
            deed(self.today, f"staff:{staff}"),
            lambda by: [mistakes.propose(life.complaint, words, terms=life.terms, deed=by, write=life.write)],
        )

    @precondition(lambda self: self.life.complaint.mistake is not None)
    @rule(staff=STAFF, agrees=st.booleans())
    def decide_on_a_mistake(self, staff: int, agrees: bool) -> None:
        life, said = self.life, self.life.complaint.mistake
        verb = mistakes.approve if agrees else mistakes.decline
        for _ in self.happen(deed(self.today, f"staff:{staff}"), lambda by: [verb(life.complaint, deed=by)]):
            assert said is not None
            assert said.by != staff, "ruling 18"
            if life.complaint.ended is Ended.MISTAKE:
                life.issue(deed(self.today), Notice.LOGGED_BY_MISTAKE, None)  # type: ignore[arg-type]

    @precondition(lambda self: self.life.complaint.ended is Ended.MISTAKE)
    @rule()
    def take_a_mistake_back(self) -> None:
        life, before = self.life, self.life.complaint.stages
        self.happen(deed(self.today), lambda _: [mistakes.take_back(life.complaint, "Not so", write=life.write)])
        assert life.complaint.ended is None
        assert life.complaint.stages == before, "taken back, no day was won (ruling 18)"

    @invariant()
    def a_new_point_waits_for_somebody_or_has_gone_where_the_rule_says(self) -> None:
        complaint = self.life.complaint
        waits = {duty.number for duty in duties.of(complaint) if duty.kind is DutyKind.DECIDE_NEW_POINT}
        assert waits == {point.number for point in complaint.new_points if point.waits}, "6.8"

    @invariant()
    def what_was_logged_by_mistake_was_never_answered(self) -> None:
        first = self.life.complaint.stage_1
        if self.life.complaint.ended is Ended.MISTAKE and first is not None:
            assert first.answered_on is None, "ruling 18"
