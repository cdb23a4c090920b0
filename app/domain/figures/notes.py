"""What a report leaves out or has not whole, and why: what nobody kept is never shown as nought (8.1)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from app.domain.figures.profile import CHARACTERISTICS, comparable
from app.domain.figures.reports import Report
from app.domain.figures.stages import StageFigures
from app.domain.landlord.tenures import Tsm


class Gap(Enum):
    """Why a measure is left out, or is not whole."""

    NOT_KEPT = "not_kept"
    NO_HOMES = "no_homes"
    TENURE_UNKNOWN = "tenure_unknown"


@dataclass(frozen=True, slots=True)
class Note:
    """Something that a report does not say, and why; the measure as the document names it."""

    measure: str
    gap: Gap


NO_RECORDS = ("ombudsman", "contact_demand", "reasons_for_dissatisfaction")
"""What landlords publish of which no records are kept here (EC8, HM6, HM11, HP11 to HP13, HP15)."""


def notes(report: Report) -> tuple[Note, ...]:
    """Return a note for each measure that is left out, and for each that is not whole."""
    left_out = [f"stages.{int(stage)}.{each}" for stage, of in report.stages.items() for each in _unknown(of)]
    left_out += [f"breakdowns.{dimension}" for dimension, lines in report.breakdowns.items() if lines is None]
    if None in report.repeat_complainants.values():
        left_out.append("repeat_complainants")
    if not report.scores:
        left_out.append("satisfaction")
    if report.promises.made is None:
        left_out.append("promises")
    if not report.profiled.told:
        left_out.append("profile")
    else:
        unstated = (each for each in CHARACTERISTICS if comparable(each, report.profiled.base) is None)
        left_out += [f"profile.{each}.customer_base" for each in unstated]
    return (*(Note(each, Gap.NOT_KEPT) for each in (*left_out, *NO_RECORDS)), *_of_tenures(report))


def _unknown(figures: StageFigures) -> Iterator[str]:
    for name in ("responses_due", "responded", "open", "compensation"):
        if getattr(figures, name) is None:
            yield name
    for name, parts in (("outcomes", figures.outcomes), ("timeliness", figures.timeliness)):
        if None in parts.values():
            yield name
    if figures.acknowledgements.due is None:
        yield "acknowledgements"
    if None in (figures.told.extended_and_told, figures.told.late_and_told):
        yield "told"


def _of_tenures(report: Report) -> Iterator[Note]:
    for each in Tsm:
        if not report.asked.homes.get(each):
            yield Note(f"tsm.{each.value}.CH01", Gap.NO_HOMES)
    if report.tenure_unknown:
        yield Note("tsm", Gap.TENURE_UNKNOWN)
