"""How the dates of a stage came about, for whoever asks: the same steps for residents and for staff."""

from __future__ import annotations

from datetime import date

from app.domain.case.state import Complaint, StageState
from app.domain.clock.calendar import UnknownYear
from app.domain.clock.deadlines import clock
from app.domain.clock.explanations import Step, explain
from app.domain.clock.profiles import Stage
from app.domain.clock.terms import Terms
from app.domain.refused import Refused


def steps(complaint: Complaint, stage: StageState, terms: Terms) -> tuple[Step, ...]:
    """Return the steps to a stage's dates; none where they would lead elsewhere than to the dates given.

    That is so when a complaint was reopened, or counted before a holiday was known.
    """
    extension = stage.extensions[-1] if stage.extensions else None
    told_on = _told_on(complaint, stage) if extension else None
    try:
        counted = clock(
            terms,
            stage.stage,
            stage.counts_from,
            acknowledged=stage.acknowledgement_sent_on,
            extended_to=extension.new_date if extension and told_on else None,
            told_on=told_on,
        )
        found = explain(counted)
    except (Refused, UnknownYear):
        return ()
    return found if (counted.acknowledge_by, counted.first_due) == (stage.acknowledge_by, stage.original_limit) else ()


def _told_on(complaint: Complaint, stage: StageState) -> date | None:
    """Return the day they were told of more time: by our letter, or as a list of earlier years says."""
    letter = stage.extensions[0].letter
    if letter:
        return complaint.letter(letter).sent_on
    filing = complaint.filing
    return filing.stage_2.told_on if stage.stage is Stage.TWO else filing.stage_1.told_on
