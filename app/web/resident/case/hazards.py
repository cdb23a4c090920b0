"""A danger in the home as its resident reads it: what we do by when, and how those dates came about (ruling 22)."""

from __future__ import annotations

from typing import NamedTuple

from app.domain.clock.duties import letters_gone
from app.domain.clock.hazard_laws import Severity
from app.domain.clock.hazard_states import HazardState, ToDo, to_do
from app.now import now
from app.services.case.pages import CasePage
from app.web.languages import language
from app.words.clock.hazards import promised
from app.words.dates import in_full
from app.words.moments import moment
from app.words.say import say


class Danger(NamedTuple):
    """One danger: what it is, what we do by when, since when it is safe, and how the dates were counted."""

    number: int
    kinds: list[str]
    promises: list[str]
    safe_on: str
    counted: list[str]


def dangers(case: CasePage) -> list[Danger]:
    """Return the dangers of a case for whoever may read it; one that was found to be none is not among them."""
    if not case.full:
        return []
    return [_danger(case, each) for each in case.complaint.hazards if each.severity is not Severity.NEITHER]


def _danger(case: CasePage, hazard: HazardState) -> Danger:
    waiting = to_do(hazard, letters_gone(case.complaint))
    return Danger(
        hazard.number,
        [say(kind, language()) for kind in hazard.kinds],
        [_promise(each) for each in waiting],
        in_full(hazard.safe_on, language()) if hazard.safe_on else "",
        [say(step, language()) for step in case.hazard_steps[hazard.number]],
    )


def _promise(step: ToDo) -> str:
    by = moment(step.at, language()) if step.at is not None else in_full(step.by, language())
    return promised(step.step, by, language(), late=step.is_late(now()))
