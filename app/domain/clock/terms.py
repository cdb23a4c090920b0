"""The terms a rule counts by: a profile of the Code and the calendar of its nation."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from app.domain.clock.calendar import Calendar
from app.domain.clock.profiles import Finding, Profile, RespondFrom, Stage, StageTimes


@dataclass(frozen=True, slots=True)
class Terms:
    """Every date that an event sets is counted here, once, and kept in the event (never counted again in folding)."""

    profile: Profile
    calendar: Calendar

    def times(self, stage: Stage) -> StageTimes:
        """Return the limits of a stage, in working days."""
        return self.profile.stages[stage]

    def in_working_days(self, day: date, n: int) -> date:
        """Return the `n`th working day after `day`; raises UnknownYear."""
        return self.calendar.add_working_days(day, n)

    def within_days(self, day: date, days: int) -> date:
        """Return the last working day of the next `days` calendar days, or the next one of all; raises UnknownYear."""
        working = self.calendar.working_days_between(day, day + timedelta(days=days))
        return self.in_working_days(day, max(1, working))

    def acknowledge_by(self, stage: Stage, began: date) -> date | None:
        """Return the last day to acknowledge (6.2, 6.11), None where a stage has no such clock."""
        within = self.times(stage).acknowledge_within
        return None if within is None else self.in_working_days(began, within)

    def respond_by(self, stage: Stage, began: date, acknowledged: date | None = None) -> date:
        """Return the last day to answer (6.3, 6.14); not yet acknowledged, it counts from the last day to do so."""
        times = self.times(stage)
        start = began
        if times.respond_from is RespondFrom.ACKNOWLEDGEMENT:
            start = acknowledged or self.acknowledge_by(stage, began) or began
        return self.in_working_days(start, times.respond_within)

    def as_if_on_time(self, stage: Stage, began: date, acknowledged: date) -> date:
        """Return the last day to answer had the acknowledgement not been late (6.3): the target that staff see."""
        last = self.acknowledge_by(stage, began)
        return self.respond_by(stage, began, None if last is not None and acknowledged > last else acknowledged)

    def latest(self, stage: Stage, original_limit: date) -> date | None:
        """Return the last day ordinary more time can reach, over all of it (6.4, 6.15); None: no fixed cap."""
        most = self.times(stage).extend_by_at_most
        return None if most is None else self.in_working_days(original_limit, most)

    def allows(self, finding: Finding) -> bool:
        """Return whether this procedure knows such a finding."""
        return finding in self.profile.findings
