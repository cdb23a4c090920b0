"""What can be tried to keep a complaint from people, or people from it, beside all else that can be tried on it."""

from __future__ import annotations

import hypothesis.strategies as st
from hypothesis.stateful import invariant, precondition, rule

from app.domain.case import complaints, interests, restrictions
from app.domain.case.independence import viewers
from app.domain.case.restriction_states import AT_LEAST, RestrictionGround
from app.domain.case.restrictions import RestrictionDraft, Staffing
from app.domain.clock import duties
from app.domain.clock.duty_kinds import DutyKind
from app.domain.people import safeguarding
from app.domain.people.safeguarding import TellingDraft
from app.domain.people.safeguarding_states import ConcernOutcome, Whom
from tests.domain.case.histories import deed
from tests.domain.case.lives import STAFF, AComplaint

ABLE, COMPLAINED_OF, NO_CASEWORKER = frozenset({1, 2, 3, 4, 5, 6}), 5, 7
SOME = st.sets(st.integers(1, 7), max_size=4)


class ARestrictedComplaint(AComplaint):
    """A complaint that few may see at times; 3 stands in for 5, and 4 and 6 are on the landlord's list."""

    gone: frozenset[int] = frozenset()

    def staffing(self) -> Staffing:
        here = (ABLE | {NO_CASEWORKER}) - self.gone
        return Staffing(here, ABLE & here, tuple({4, 6} & here), {COMPLAINED_OF: frozenset({3})}, frozenset({1}))

    @rule(ground=st.sampled_from(RestrictionGround), chosen=SOME, words=st.sampled_from(["Her own case", ""]))
    def restrict(self, ground: RestrictionGround, chosen: set[int], words: str) -> None:
        life, draft = self.life, RestrictionDraft(ground, words, chosen)
        self.happen(
            deed(self.today), lambda _: [restrictions.restrict(life.complaint, draft, self.staffing(), life.write)]
        )

    @rule(named=st.sampled_from([(), (COMPLAINED_OF,)]), chosen=SOME)
    def name_concerned(self, named: tuple[int, ...], chosen: set[int]) -> None:
        life = self.life
        self.happen(
            deed(self.today),
            lambda by: restrictions.name_concerned(
                life.complaint, named, chosen, self.staffing(), terms=life.terms, deed=by
            ),
        )

    @rule(chosen=SOME)
    def change_the_list(self, chosen: set[int]) -> None:
        life = self.life
        self.happen(deed(self.today), lambda _: [restrictions.change_viewers(life.complaint, chosen, self.staffing())])

    @precondition(lambda self: self.life.complaint.restriction is not None)
    @rule(words=st.sampled_from(["It is over", ""]))
    def lift(self, words: str) -> None:
        life = self.life
        self.happen(deed(self.today), lambda _: [restrictions.lift(life.complaint, words, life.write)])

    @precondition(lambda self: self.life.complaint.restriction is not None)
    @rule(staff=st.sampled_from([2, 6]))
    def somebody_leaves(self, staff: int) -> None:
        """They cannot go where too few would be left: then they are still here."""
        life, before = self.life, self.gone
        self.gone |= {staff}
        short = len((viewers(life.complaint) or frozenset()) & self.staffing().able) < AT_LEAST
        added = self.happen(
            deed(self.today),
            lambda by: [restrictions.fill_up(life.complaint, self.staffing(), terms=life.terms, deed=by)],
        )
        if short and not added:
            self.gone = before

    @rule(staff=st.integers(1, 6))
    def give_it_to(self, staff: int) -> None:
        life = self.life
        self.happen(
            deed(self.today),
            lambda by: [
                complaints.assign(life.complaint, staff),
                *interests.ask(life.complaint, staff, terms=life.terms, deed=by),
            ],
        )

    @rule(staff=STAFF, conflict=st.sampled_from([False, False, True]))
    def declare(self, staff: int, conflict: bool) -> None:
        life = self.life
        self.happen(
            deed(self.today, f"staff:{staff}"),
            lambda by: [interests.declare(life.complaint, conflict, "A cousin", deed=by, write=life.write)],
        )

    @rule()
    def notice_that_somebody_may_be_harmed(self) -> None:
        life = self.life
        self.happen(
            deed(self.today),
            lambda by: [safeguarding.raise_concern(life.complaint, "Bruises", deed=by, write=life.write)],
        )

    @precondition(lambda self: self.life.complaint.concerns)
    @rule(whom=st.sampled_from([*Whom, None]))
    def tell_somebody(self, whom: Whom | None) -> None:
        life, draft = self.life, TellingDraft(whom, "Ms Rees", self.today, "ASC-1")
        number = len(life.complaint.concerns)
        self.happen(
            deed(self.today),
            lambda by: [safeguarding.tell(life.complaint, number, draft, deed=by, write=life.write)],
        )

    @precondition(lambda self: self.life.complaint.concerns)
    @rule(outcome=st.sampled_from(ConcernOutcome))
    def close_a_concern(self, outcome: ConcernOutcome) -> None:
        life, number = self.life, len(self.life.complaint.concerns)
        self.happen(
            deed(self.today), lambda _: [safeguarding.close(life.complaint, number, outcome, "Over", life.write)]
        )

    @invariant()
    def two_who_can_work_on_it_always_see_it_and_nobody_it_is_about(self) -> None:
        complaint = self.life.complaint
        listed = viewers(complaint)
        if listed is None or complaint.restriction is None:
            return
        assert len(listed & self.staffing().able) >= AT_LEAST, "ruling 4"
        assert not listed & self.staffing().out(complaint.concerned & {COMPLAINED_OF}), "5.8"
        assert complaint.handler in (None, *listed), "who has it sees it"
        assert {duty.staff for duty in duties.of(complaint)} <= {None, *listed}, "no date is missed (ruling 4)"
        if complaint.restriction.handlers:
            assert complaint.handler in (None, *complaint.restriction.handlers), "ruling 4"

    @invariant()
    def who_has_a_conflict_has_it_no_more(self) -> None:
        assert self.life.complaint.handler not in self.life.complaint.interests.conflicted, "5.8"

    @invariant()
    def a_concern_waits_until_somebody_is_told_and_only_those_named_for_it_know(self) -> None:
        complaint = self.life.complaint
        untold = {each.number for each in complaint.concerns if not each.told}
        waits = {each.number for each in complaint.tasks if each.kind is DutyKind.TELL_SAFEGUARDING}
        assert untold == waits, "ruling 4"
        assert not safeguarding.without(complaint).concerns
        assert DutyKind.TELL_SAFEGUARDING not in {duty.kind for duty in duties.of(safeguarding.without(complaint))}
