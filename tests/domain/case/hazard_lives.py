"""Everything that can be tried on the dangers of a complaint, in any order, beside all else that happens to it."""

from __future__ import annotations

from datetime import timedelta

import hypothesis.strategies as st
from hypothesis.stateful import precondition, rule

from app.domain.clock import hazard_lateness, hazard_moves, hazard_steps, hazards
from app.domain.clock.hazard_clock import Known
from app.domain.clock.hazard_lateness import HazardLateTold
from app.domain.clock.hazard_laws import HazardKind, Severity, Tenure
from app.domain.clock.hazard_moves import HazardDateMoved, MoveDraft
from app.domain.clock.hazard_states import HazardStep, KnownFrom, Tried
from app.domain.clock.hazard_steps import HazardSummaryWritten, SummaryDraft
from app.domain.clock.hazards import AssessmentDraft, HazardDraft
from app.domain.mail.notices import Notice
from tests.domain.case.histories import deed
from tests.domain.case.lives import STAFF, AComplaint

MOST = 3
FIRST = 1


class ADanger(AComplaint):
    """A complaint whose home may be dangerous."""

    @property
    def has_hazard(self) -> bool:
        return bool(self.life.complaint.hazards)

    @rule(
        kinds=st.sets(st.sampled_from(HazardKind), max_size=2),
        source=st.sampled_from(KnownFrom),
        ago=st.integers(-1, 20),
        urgent=st.booleans(),
    )
    def tell_of_a_danger(self, kinds: set[HazardKind], source: KnownFrom, ago: int, urgent: bool) -> None:
        life = self.life
        if len(life.complaint.hazards) < MOST:
            draft = HazardDraft(
                tuple(sorted(kinds, key=lambda kind: kind.value)), source, self._known(ago), "Told", urgent
            )
            self.happen(
                deed(self.today),
                lambda by: [hazards.raise_hazard(life.complaint, draft, terms=life.terms, deed=by, write=life.write)],
            )

    @precondition(has_hazard.fget)
    @rule(ago=st.integers(-1, 30))
    def find_that_we_knew(self, ago: int) -> None:
        life, known = self.life, self._known(ago)
        self.happen(
            deed(self.today),
            lambda by: [
                hazards.learn_earlier(
                    life.complaint, FIRST, known, "A note", terms=life.terms, deed=by, write=life.write
                )
            ],
        )

    @precondition(has_hazard.fget)
    @rule(staff=STAFF, severity=st.sampled_from(Severity), tenure=st.sampled_from(Tenure))
    def weigh(self, staff: int, severity: Severity, tenure: Tenure) -> None:
        life, draft = self.life, AssessmentDraft(severity, "Seen", tenure)
        self.happen(
            deed(self.today, f"staff:{staff}"),
            lambda by: [hazards.assess(life.complaint, FIRST, draft, terms=life.terms, deed=by, write=life.write)],
        )

    @precondition(has_hazard.fget)
    @rule(staff=STAFF, agrees=st.booleans())
    def decide_on_less(self, staff: int, agrees: bool) -> None:
        life = self.life
        self.happen(
            deed(self.today, f"staff:{staff}"),
            lambda by: [
                hazards.approve(life.complaint, FIRST, terms=life.terms, deed=by)
                if agrees
                else hazards.decline(life.complaint, FIRST, deed=by)
            ],
        )

    @precondition(has_hazard.fget)
    @rule(ago=st.integers(-1, 5), found=st.booleans(), works=st.booleans())
    def look_at_it(self, ago: int, found: bool, works: bool) -> None:
        life, day = self.life, self.today - timedelta(days=ago)
        self.happen(
            deed(self.today),
            lambda by: [
                hazard_steps.end_investigation(
                    life.complaint,
                    FIRST,
                    day,
                    "Seen",
                    found=found,
                    works=works,
                    terms=life.terms,
                    deed=by,
                    write=life.write,
                )
            ],
        )

    @precondition(has_hazard.fget)
    @rule(ahead=st.integers(-1, 10))
    def sum_it_up(self, ahead: int) -> None:
        life, by, day = self.life, deed(self.today), self.today + timedelta(days=ahead)
        draft = SummaryDraft("A leak", "Dry it", day, "A sill", day)
        for event in self.happen(
            by, lambda by: [hazard_steps.write_summary(life.complaint, FIRST, draft, deed=by, write=life.write)]
        ):
            assert isinstance(event, HazardSummaryWritten)
            life.issue(by, Notice.HAZARD_SUMMARY, None)  # type: ignore[arg-type]

    @precondition(has_hazard.fget)
    @rule(ago=st.integers(-1, 5))
    def make_it_safe(self, ago: int) -> None:
        life, day = self.life, self.today - timedelta(days=ago)
        self.happen(
            deed(self.today),
            lambda by: [hazard_steps.make_safe(life.complaint, FIRST, day, None, "Seen", deed=by, write=life.write)],
        )

    @precondition(has_hazard.fget)
    @rule(how=st.sampled_from([None, *Tried]))
    def begin_works_or_try(self, how: Tried | None) -> None:
        life, day = self.life, self.today
        self.happen(
            deed(day),
            lambda by: [
                hazard_steps.begin_works(life.complaint, FIRST, day, "Begun", deed=by, write=life.write)
                if how is None
                else hazard_steps.try_access(life.complaint, FIRST, day, how, "", deed=by, write=life.write)
            ],
        )

    @precondition(has_hazard.fget)
    @rule()
    def the_night_looks_at_dangers(self) -> None:
        life = self.life
        self.happen(
            deed(self.today, "clock"),
            lambda by: hazard_lateness.find_late(life.complaint, terms=life.terms, deed=by),
        )

    @precondition(has_hazard.fget)
    @rule(late=st.booleans())
    def answer_for_it(self, late: bool) -> None:
        life, day = self.life, self.today
        for event in self.happen(
            deed(day),
            lambda by: [
                hazard_lateness.answer_late(life.complaint, FIRST, "Ill", "Tonight", write=life.write)
                if late
                else hazard_steps.offer_accommodation(life.complaint, FIRST, day, "A hotel", deed=by, write=life.write)
            ],
        ):
            if isinstance(event, HazardLateTold):
                life.issue(deed(day), Notice.HAZARD_LATE, None)  # type: ignore[arg-type]

    @precondition(has_hazard.fget)
    @rule(step=st.sampled_from([HazardStep.SAFE, HazardStep.WORKS]), ahead=st.integers(-1, 100), late=st.booleans())
    def move_a_date(self, step: HazardStep, ahead: int, late: bool) -> None:
        life, by = self.life, deed(self.today)
        draft = MoveDraft(step, self.today + timedelta(days=ahead), "No part", late)
        for event in self.happen(
            by, lambda by: [hazard_moves.move(life.complaint, FIRST, draft, deed=by, write=life.write)]
        ):
            assert isinstance(event, HazardDateMoved)
            assert late or event.law_by is None, "SI 2025/1042"
            life.issue(by, Notice.HAZARD_DATE_MOVED, None)  # type: ignore[arg-type]

    def _known(self, ago: int) -> Known:
        return Known(self.today - timedelta(days=ago))
