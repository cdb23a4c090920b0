"""A danger in a home that Wellmeadow was too late with: a date moved, the law's time missed, a letter about each."""

from __future__ import annotations

from datetime import date

from app.demo.residents import by_email
from app.demo.teller import Teller
from app.domain.case.vocabulary import Danger
from app.domain.clock.hazard_clock import Known
from app.domain.clock.hazard_laws import HazardKind, Severity
from app.domain.clock.hazard_moves import MoveDraft
from app.domain.clock.hazard_states import AtHome, HazardStep, KnownFrom
from app.domain.clock.hazard_steps import SummaryDraft
from app.domain.clock.hazards import HazardDraft
from app.services.clock import hazards


def made_safe_too_late(tell: Teller) -> None:
    told = HazardDraft((HazardKind.DAMP_OR_MOULD,), KnownFrom.EARLIER_REPORT, Known(_day(tell, 12)))
    tell.sends(
        11,
        "The bathroom wall is black and wet again.",
        by_email("Inês Pinto", "3 Mead Lane"),
        "pinto",
        told,
        danger=Danger.SOON,
        service_area="damp",
    )
    tell.weighs(11, "priya", Severity.SIGNIFICANT, "A child with asthma lives there.", AtHome.ILL_OR_DISABLED)
    tell.acknowledged(10, "priya", ("Black mould in the bathroom, again",), ("A wall that stays dry",))
    tell.looks_at_it(9, "priya", "A pipe drips behind the tiles.")
    summary = SummaryDraft(
        "A pipe drips behind the tiles, and the wall is wet.",
        "We stop the leak and dry the wall.",
        _day(tell, 6),
        "We renew the pipe and the tiles.",
        _day(tell, -5),
    )
    hazards.write_summary(tell.session, tell.made.reference, 1, summary, tell.ours(9, "priya"))
    tell.letters_go(9)
    later = MoveDraft(HazardStep.SAFE, _day(tell, 4), "The plumber is ill. Another one comes two days later.")
    hazards.move_date(tell.session, tell.made.reference, 1, later, tell.ours(7, "priya"))
    tell.letters_go(7)
    hazards.find_late(tell.session, tell.made.reference, tell.days.deed(3, "clock"))
    why, happens = "The second plumber could not reach the pipe.", "A third comes tomorrow, with the right tools."
    hazards.answer_late(tell.session, tell.made.reference, 1, why, happens, tell.ours(2, "dana"))
    tell.letters_go(2)


def _day(tell: Teller, ago: int) -> date:
    return tell.days.ago(ago)
