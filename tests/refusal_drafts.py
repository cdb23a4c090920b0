"""Refusals as a handler writes them, on two of the grounds."""

from __future__ import annotations

from datetime import date

from app.domain.case.not_accepted import OverturnedBy
from app.domain.case.overturned import OverturnDraft
from app.domain.case.refusals import RefusalDraft
from app.domain.clock.profiles import Ground

TOO_OLD = RefusalDraft(
    Ground.OVER_TIME_LIMIT,
    "You told us of a leak in 2024, which was mended then.",
    "The repair record of 3 March 2024.",
    "We asked if it still does harm. It does not.",
    whole=True,
    happened_on=date(2024, 3, 3),
)
BEFORE = RefusalDraft(Ground.CONSIDERED_BEFORE, "We answered this in May.", "Our answer of 4 May 2026.")
STILL_GOES_ON = OverturnDraft(
    OverturnedBy.OMBUDSMAN, date(2026, 12, 2), "They say it still goes on.", date(2026, 12, 18)
)
