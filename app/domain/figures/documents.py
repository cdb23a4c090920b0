"""A report as the plain document that is kept, exported and checked; docs/report.md says what each key means (8.1)."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import asdict
from decimal import Decimal
from fractions import Fraction
from typing import Any

from app.domain.case.kinds import Kind
from app.domain.case.survey_states import SATISFIED
from app.domain.clock.profiles import Stage
from app.domain.figures import flow, largest, profile, promised, satisfaction
from app.domain.figures.breakdowns import parts_by_quarter
from app.domain.figures.counted_states import Standing, Timeliness
from app.domain.figures.filing import Outcome
from app.domain.figures.notes import notes
from app.domain.figures.periods import Period
from app.domain.figures.reports import Profiled, Report
from app.domain.figures.shares import halved, rate, shown
from app.domain.figures.stages import UNKNOWN, Count, StageFigures
from app.domain.figures.tallies import OtherKind
from app.domain.figures.tsm import Measured, TenureMeasures
from app.domain.landlord.tenures import Tsm

VERSION = 1
MERGED = {
    "upheld_or_in_part": (Outcome.UPHELD, Outcome.UPHELD_IN_PART),
    "not_upheld": (Outcome.NOT_UPHELD,),
    "resolved": (Outcome.RESOLVED,),
    "withdrawn": (Outcome.WITHDRAWN,),
    "refused": (Outcome.REFUSED,),
}
"""Outcomes as landlords print them where they do not tell upheld from upheld in part (HP4)."""
OTHERS = tuple(kind for kind in Kind if kind is not Kind.COMPLAINT)
TOGETHER = {**{str(int(stage)): (stage,) for stage in Stage}, "total": tuple(Stage)}
"""Each stage alone, and both: landlords print some figures of the two together (EC3, EC6)."""
DAYS_OF_A_WEEK = 7
DECISIONS = (Outcome.UPHELD, Outcome.UPHELD_IN_PART, Outcome.NOT_UPHELD, Outcome.RESOLVED)

COUNTED_IN = {"decided": "outcomes", "outcomes_merged": "outcomes_merged", "timeliness": "timeliness"}
"""Which counts the shares of each name are of."""
UPHELD = "upheld_or_in_part"
IN_TIME = (Timeliness.WITHIN_TARGET.value, Timeliness.WITHIN_EXTENSION.value)

Document = dict[str, Any]


def document(report: Report) -> Document:
    """Return a report as JSON has it: rates are fractions of 1, days are working days, None is unknown."""
    plain = _of_one(report)
    earlier = report.previous
    plain["previous"] = None if earlier is None else _of_one(earlier) | {"previous": None}
    plain["change"] = {name: _change(report, stages) for name, stages in TOGETHER.items()}
    plain["trend"] = _lines(report.trend)
    return plain


def _of_one(report: Report) -> Document:
    asked = report.asked
    return {
        "version": VERSION,
        "period": _period(asked.period),
        "quarters_run": [_period(each) for each in asked.period.quarters],
        "basis": asked.basis.value,
        "as_of": asked.today.isoformat(),
        "homes": {each.value: asked.homes.get(each) for each in Tsm},
        "stages": {str(int(stage)): _stage(figures) for stage, figures in report.stages.items()},
        "escalation_rate": _number(report.escalation_rate),
        "on_time_rate": _number(_on_time(report.stages.values())),
        "relative_to_homes": {name: _relative(report, stages) for name, stages in TOGETHER.items()},
        "per_week": {name: _per_week(report, stages) for name, stages in TOGETHER.items()},
        "breakdowns": {name: _lines(lines) for name, lines in report.breakdowns.items()},
        "breakdowns_among_upheld": {name: _lines(lines) for name, lines in report.among_upheld.items()},
        "quarters": {name: _lines(lines) for name, lines in report.quarters.items()},
        "cross": {"service_area_by_theme": _lines(report.service_area_by_theme)},
        "repeat_complainants": {f"{least}_or_more": people for least, people in report.repeat_complainants.items()},
        "tsm": {each.value: _tsm(measures) for each, measures in report.tsm.items()},
        "tsm_formula": report.formula.version,
        "other_kinds": _other_kinds(report),
        "satisfaction": dict(report.scores) or None,
        "satisfied_rate": _number(_satisfied(report.scores)),
        "satisfaction_by_question": satisfaction.plain(report.said, report.scores),
        "promises": promised.plain(report.promises),
        "stock": flow.plain(report.flows, report.numbers),
        "weeks": _lines(report.weeks),
        "hot_spots": largest.hot_spots(report.breakdowns.get("neighbourhood")),
        "top": largest.plain(report.breakdowns, report.among_upheld, asked.top),
        "profile": _profile(report.profiled),
        "notes": [{"measure": each.measure, "why": each.gap.value} for each in notes(report)],
    }


def _profile(of: Profiled) -> Document | None:
    return profile.plain(of.years, of.told, of.complaints, of.base)


def _period(period: Period) -> Document:
    return {"from": period.first.isoformat(), "to": period.last.isoformat()}


def _stage(of: StageFigures) -> Document:
    decided = {each.value: of.outcomes[each.value] for each in DECISIONS}
    merged = {name: _sum(of.outcomes, parts) for name, parts in MERGED.items()}
    timed = {name: n for name, n in of.timeliness.items() if name != UNKNOWN}
    return {
        "received": of.received,
        "responses_due": of.responses_due,
        "responded": of.responded,
        "open": of.open,
        "outcomes": dict(of.outcomes),
        "outcomes_merged": merged,
        "refused_by_ground": dict(of.refused),
        "timeliness": dict(of.timeliness),
        "on_time_rate": _number(_on_time([of])),
        "shares": {
            "decided": _shares("decided", decided, of.outcomes),
            "outcomes_merged": _shares("outcomes_merged", merged, of.outcomes),
            "timeliness": _shares("timeliness", timed, of.outcomes),
        },
        "mean_working_days": _days(of.from_receipt.mean, of.from_acknowledgement.mean),
        "median_working_days": _days(of.from_receipt.median, of.from_acknowledgement.median),
        "ninetieth_percentile_working_days": _days(of.from_receipt.ninetieth, of.from_acknowledgement.ninetieth),
        "acknowledgements": asdict(of.acknowledgements),
        "told": asdict(of.told),
        "compensation_pence": of.compensation,
    }


def _on_time(some: Collection[StageFigures]) -> Fraction | None:
    """Return the share that went in time, of the answers due whose day is known; None where of any nothing is."""
    late = [of.timeliness[Timeliness.OUT_OF_TARGET.value] for of in some]
    dated = [None if of.responses_due is None else of.responses_due - (of.timeliness[UNKNOWN] or 0) for of in some]
    if None in late or None in dated:
        return None
    whole = sum(filter(None, dated))
    return rate(whole - sum(filter(None, late)), whole)


def _satisfied(scores: Mapping[str, int]) -> Fraction | None:
    return rate(sum(scores.get(each.value, 0) for each in SATISFIED), sum(scores.values()))


def _sum(outcomes: Mapping[str, Count], parts: tuple[Outcome, ...]) -> Count:
    counts = [outcomes[each.value] for each in parts]
    known = [count for count in counts if count is not None]
    return sum(known) if len(known) == len(counts) else None


def percents(name: str, parts: Mapping[str, int], outcomes: Mapping[str, Count]) -> Mapping[str, Decimal]:
    """Return the per cent to show for each part of what has this name: alike wherever the same is told.

    What is upheld in whole or in part has the shares of both, where outcomes tell these apart.
    """
    if name == "timeliness":
        return halved(parts, IN_TIME)
    finer = {part: outcomes.get(part) for part in _values(MERGED[UPHELD])} if name == "outcomes_merged" else {}
    known = {part: count for part, count in finer.items() if count is not None}
    if not finer or len(known) < len(finer):
        return shown(parts)
    found = shown(known | {part: count for part, count in parts.items() if part != UPHELD})
    together = {UPHELD: sum((found[each] for each in known), Decimal())} if found else {}
    return {part: (found | together)[part] for part in parts if found}


def _values(some: Iterable[Outcome]) -> list[str]:
    return [each.value for each in some]


def _shares(name: str, parts: Mapping[str, Count], outcomes: Mapping[str, Count]) -> Document | None:
    """Return each part's true share, and the per cent to show; None where any part is unknown."""
    known = {part: count for part, count in parts.items() if count is not None}
    if len(known) < len(parts):
        return None
    whole, per_cent = sum(known.values()), percents(name, known, outcomes)
    return {
        part: {"share": _number(rate(n, whole)), "percent": _number(per_cent.get(part))} for part, n in known.items()
    }


def _days(from_receipt: Fraction | int | None, from_acknowledgement: Fraction | int | None) -> Document:
    return {"from_receipt": _number(from_receipt), "from_acknowledgement": _number(from_acknowledgement)}


def _number(value: Any) -> float | None:
    return None if value is None else float(value)


def _lines(lines: Any) -> list[Document] | None:
    return None if lines is None else [asdict(line) for line in lines]


def _received(report: Report, stages: Iterable[Stage]) -> int:
    return sum(report.stages[stage].received for stage in stages)


def _relative(report: Report, stages: Iterable[Stage]) -> Document:
    homes = sum(report.asked.homes.values())
    received = _received(report, stages)
    return {
        "per_1000_homes": _number(rate(received * 1000, homes)),
        "share_of_homes": _number(rate(received, homes)),
    }


def _per_week(report: Report, stages: Iterable[Stage]) -> float | None:
    """Return how many came in a week, of the days that have been."""
    period = report.asked.period
    days = (min(period.last, report.asked.today) - period.first).days + 1
    return _number(rate(_received(report, stages) * DAYS_OF_A_WEEK, max(0, days)))


def _change(report: Report, stages: Iterable[Stage]) -> float | None:
    """Return by which share of what was received before more came now; below nought: less. None: nothing before."""
    if report.previous is None:
        return None
    before = _received(report.previous, stages)
    return _number(rate(_received(report, stages) - before, before))


def _tsm(of: TenureMeasures) -> Document:
    return {
        "homes": of.homes,
        "CH01": {f"stage_{int(stage)}": _number(each.value) for stage, each in of.ch01.items()},
        "CH02": {f"stage_{int(stage)}": _number(each.value) for stage, each in of.ch02.items()},
        "counts": {
            "CH01": {f"stage_{int(stage)}": _measured(each) for stage, each in of.ch01.items()},
            "CH02": {f"stage_{int(stage)}": _measured(each) for stage, each in of.ch02.items()},
        },
        "CH02_by_basis": {
            basis.value: {f"stage_{int(stage)}": _measured(each) for stage, each in some.items()}
            for basis, some in of.ch02_by_basis.items()
        },
    }


def _measured(of: Measured) -> Document:
    return {"numerator": of.numerator, "denominator": of.denominator, "value": _number(of.value)}


def _other_kinds(report: Report) -> Document:
    quarters = len(report.asked.period.quarters)
    of = {kind.value: [each for each in report.others if each.kind == kind.value] for kind in OTHERS}
    return {kind: _other(some, quarters) for kind, some in of.items()}


def _other(some: Sequence[OtherKind], quarters: int) -> Document:
    parts: dict[str, Callable[[OtherKind], bool]] = {
        "received": lambda _: True,
        "done": lambda each: each.standing == Standing.ANSWERED.value,
        "open": lambda each: each.standing != Standing.ANSWERED.value,
        "in_time": lambda each: each.timeliness == Timeliness.WITHIN_TARGET.value,
        "late": lambda each: each.timeliness == Timeliness.OUT_OF_TARGET.value or each.overdue,
        UNKNOWN: lambda each: each.standing == Standing.ANSWERED.value and each.timeliness is None,
    }
    counted = [(part, each.quarter, each.count) for part, which in parts.items() for each in some if which(each)]
    lines = parts_by_quarter(list(parts), counted, quarters)
    found: Document = {line.label or "": line.year for line in lines}
    if found[UNKNOWN] and not found["in_time"] + found["late"]:
        found |= {"in_time": None, "late": None}
    in_time, late = found["in_time"], found["late"]
    found["in_time_rate"] = None if in_time is None else _number(rate(in_time, in_time + late))
    return found | {"quarters": _lines(line for line in lines if found[line.label or ""] is not None)}
