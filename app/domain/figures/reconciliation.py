"""Reconcile or refuse: where a report's parts do not make their wholes, wherever the same measure stands (12.8)."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from decimal import Decimal
from itertools import pairwise
from typing import Any

from app.domain.case.survey_states import SATISFIED
from app.domain.figures import (
    contact_demand,
    customers,
    earlier,
    flow,
    largest,
    profile,
    promised,
    satisfaction,
    targets,
    trends,
)
from app.domain.figures.breakdowns import OF_STAGE_2_ALONE
from app.domain.figures.comparing import QUARTERS, same, share, total
from app.domain.figures.comparing import Fault as Fault
from app.domain.figures.counted_states import Timeliness
from app.domain.figures.documents import COUNTED_IN, percents
from app.domain.figures.periods import Basis
from app.domain.figures.shares import shown
from app.domain.figures.tsm import PER_CENT, PER_HOMES

OUT_OF_TARGET = Timeliness.OUT_OF_TARGET.value
IN_TIME = (Timeliness.WITHIN_TARGET.value, Timeliness.WITHIN_EXTENSION.value)

BY_KEY = {
    "promises": promised.faults,
    "satisfaction_by_question": satisfaction.faults,
    "stock": flow.faults,
    "top": largest.faults,
    "profile": profile.faults,
    "targets": targets.faults,
    "contact_demand": contact_demand.faults,
    "customer_base": customers.faults,
}
"""What checks each key that a report may lack: one that was kept before there was such a key."""
STATED = ("targets", "contact_demand", "customer_base")
"""Those of them that can be of a period of which nothing was counted."""


def faults(document: Mapping[str, Any]) -> tuple[Fault, ...]:
    """Return all that does not add up in a report, and in the one of the period before; empty when all is well."""
    found, previous = [*_of_one(document)], document.get("previous")
    if previous is not None:
        check = _of_stated if previous.get("stated") else _of_one
        found += [Fault(f"previous.{each.where}", each.stands, each.comes_to) for each in check(previous)]
    return (*found, *_beside_before(document, previous))


def _of_stated(document: Mapping[str, Any]) -> Iterator[Fault]:
    """Yield what does not add up in a period of which nothing was counted, as far as it was stated."""
    yield from earlier.faults(document)
    yield from _by_key(document, STATED)


def _by_key(document: Mapping[str, Any], names: Iterable[str] = tuple(BY_KEY)) -> Iterator[Fault]:
    for name in names:
        if name in document:
            yield from BY_KEY[name](document)


def _of_one(document: Mapping[str, Any]) -> Iterator[Fault]:
    stages = document["stages"]
    yield from _by_key(document)
    by_event = document["basis"] == Basis.EVENT.value
    for number, stage in stages.items():
        yield from _stage(f"stages.{number}", stage, by_event=by_event)
    yield from _broken_down(document)
    one, two = (stages[number]["received"] for number in ("1", "2"))
    yield from same("escalation_rate", document["escalation_rate"], two / one if one else None)
    yield from same("on_time_rate", document["on_time_rate"], _on_time(stages.values()))
    yield from same("satisfied_rate", document["satisfied_rate"], _satisfied(document["satisfaction"] or {}))
    for name in ("relative_to_homes.per_1000_homes", "relative_to_homes.share_of_homes", "per_week"):
        yield from _together(name, document)
    for dimension, lines in document["quarters"].items():
        if lines is not None:
            yield from _quarters(f"quarters.{dimension}", lines, two if dimension in OF_STAGE_2_ALONE else one + two)
    yield from _stages_by_quarter(document["quarters"]["stage"], one, two)
    yield from _repeated(document["repeat_complainants"])
    yield from _tsm(document["tsm"], document["basis"], one, two)
    yield from _other_kinds(document["other_kinds"])


def _broken_down(document: Mapping[str, Any]) -> Iterator[Fault]:
    one, two = (document["stages"][number]["received"] for number in ("1", "2"))
    for name in ("breakdowns", "breakdowns_among_upheld"):
        for dimension, lines in document[name].items():
            yield from _totals(f"{name}.{dimension}", lines or ())
    for dimension, lines in document["breakdowns"].items():
        if lines is not None:
            wanted = 0 if dimension in OF_STAGE_2_ALONE else one
            yield from _columns(f"breakdowns.{dimension}", lines, wanted, two)
    cross = document["cross"]["service_area_by_theme"]
    if cross is not None:
        yield from _totals("cross.service_area_by_theme", cross)
        yield from _columns("cross.service_area_by_theme", cross, one, two)


def _stage(where: str, stage: Mapping[str, Any], *, by_event: bool) -> Iterator[Fault]:
    outcomes, due = stage["outcomes"], stage["responses_due"]
    if not by_event:
        yield from same(f"{where}.outcomes", stage["received"], total(outcomes.values()))
    if None not in outcomes.values():
        if not by_event:
            yield from same(f"{where}.open", stage["open"], outcomes["not_answered"])
        yield from _merged(where, stage)
        yield from same(f"{where}.refused_by_ground", outcomes["refused"], total(stage["refused_by_ground"].values()))
    if due is not None:
        yield from same(f"{where}.timeliness", due, total(stage["timeliness"].values()))
    yield from same(f"{where}.on_time_rate", stage["on_time_rate"], _on_time([stage]))
    yield from _told(where, stage)
    acknowledgements = stage["acknowledgements"]
    if acknowledgements["due"] is not None and acknowledgements["in_time"] > acknowledgements["due"]:
        yield Fault(f"{where}.acknowledgements", acknowledgements["due"], acknowledgements["in_time"])
    for name, shares in stage["shares"].items():
        if shares is not None:
            parts = {part: stage[COUNTED_IN[name]][part] for part in shares}
            yield from _shares(f"{where}.shares.{name}", shares, parts, percents(name, parts, stage["outcomes"]))


def _shares(
    where: str, shares: Mapping[str, Any], parts: Mapping[str, int], per_cent: Mapping[str, Decimal]
) -> Iterator[Fault]:
    """Yield the shares that are not those of what was counted, true or as they are shown, 100 together.

    A report that was kept before shares told together were rounded together is true too.
    """
    whole, before = sum(parts.values()), shown(parts)
    kept = {part: each["percent"] for part, each in shares.items()}
    if kept == {part: float(value) for part, value in before.items()}:
        per_cent = before
    for part, each in shares.items():
        yield from same(f"{where}.{part}.share", each["share"], parts[part] / whole if whole else None)
        yield from same(f"{where}.{part}.percent", each["percent"], float(per_cent[part]) if whole else None)


def _on_time(stages: Collection[Mapping[str, Any]]) -> float | None:
    """Return the share of answers whose day is known that went in time, of all these stages together."""
    parts = [stage["timeliness"][name] for stage in stages for name in (*IN_TIME, OUT_OF_TARGET)]
    kept = all(stage["responses_due"] is not None for stage in stages)
    whole = sum(parts) if kept and None not in parts else None
    in_time = total(stage["timeliness"][name] for stage in stages for name in IN_TIME)
    return in_time / whole if whole else None


def _satisfied(scores: Mapping[str, int]) -> float | None:
    whole = sum(scores.values())
    return sum(scores.get(each.value, 0) for each in SATISFIED) / whole if whole else None


def _together(name: str, document: Mapping[str, Any]) -> Iterator[Fault]:
    """Yield where both stages together are not what they are one by one."""
    group, _, measure = name.partition(".")
    one, two, both = (of[measure] if measure else of for of in (document[group][each] for each in ("1", "2", "total")))
    yield from same(f"{name}.total", both, None if one is None or two is None else one + two)


def _beside_before(document: Mapping[str, Any], previous: Mapping[str, Any] | None) -> Iterator[Fault]:
    """Yield where the change since the period before, or a line of the trend, is not what these two received."""
    now = _received(document)
    before = dict.fromkeys(now) if previous is None else _received(previous)
    for name, stands in document["change"].items():
        then = before[name]
        yield from same(f"change.{name}", stands, (now[name] - then) / then if then else None)
    lines = {line["label"]: line for line in document["trend"]}
    yield from _totals("trend", lines.values())
    for each, received in ((document, now), (previous, before)):
        line = lines.get("" if each is None else trends.named(each["period"]["from"], each["period"]["to"]))
        if line is not None:
            yield from same(f"trend.{line['label']}.stage_1", received["1"], line["stage_1"])
            yield from same(f"trend.{line['label']}.stage_2", received["2"], line["stage_2"])


def _received(document: Mapping[str, Any]) -> dict[str, Any]:
    received = {number: stage["received"] for number, stage in document["stages"].items()}
    return received | {"total": None if None in received.values() else sum(received.values())}


def _merged(where: str, stage: Mapping[str, Any]) -> Iterator[Fault]:
    outcomes, merged = stage["outcomes"], stage["outcomes_merged"]
    together = outcomes["upheld"] + outcomes["upheld_in_part"]
    yield from same(f"{where}.outcomes_merged.upheld_or_in_part", merged["upheld_or_in_part"], together)
    for name in merged.keys() & outcomes.keys():
        yield from same(f"{where}.outcomes_merged.{name}", merged[name], outcomes[name])


def _told(where: str, stage: Mapping[str, Any]) -> Iterator[Fault]:
    told, late = stage["told"], stage["timeliness"]["out_of_target"]
    if late is not None and told["late_and_told"] is not None:
        parts = total((told["late_and_told"], told["late_and_untold"], told["late_unknown"]))
        yield from same(f"{where}.told", late, parts)


def _totals(where: str, lines: Iterable[Mapping[str, Any]]) -> Iterator[Fault]:
    for line in lines:
        yield from same(f"{where}.{_label(line)}", line["total"], line["stage_1"] + line["stage_2"])


def _columns(where: str, lines: Iterable[Mapping[str, Any]], one: int, two: int) -> Iterator[Fault]:
    lines = list(lines)
    yield from same(f"{where}.stage_1", one, total(line["stage_1"] for line in lines))
    yield from same(f"{where}.stage_2", two, total(line["stage_2"] for line in lines))


def _quarters(where: str, lines: Iterable[Mapping[str, Any]], whole: int) -> Iterator[Fault]:
    lines = list(lines)
    for line in lines:
        yield from same(f"{where}.{_label(line)}", line["year"], total(line[quarter] for quarter in QUARTERS))
    yield from same(f"{where}.year", whole, total(line["year"] for line in lines))


def _stages_by_quarter(lines: Iterable[Mapping[str, Any]], one: int, two: int) -> Iterator[Fault]:
    years = {line["label"]: line["year"] for line in lines}
    for label, received in (("1", one), ("2", two)):
        yield from same(f"quarters.stage.{label}", received, years.get(label, 0))


def _repeated(repeated: Mapping[str, int | None]) -> Iterator[Fault]:
    counts = [count for count in repeated.values() if count is not None]
    for more, fewer in pairwise(counts):
        if fewer > more:
            yield Fault("repeat_complainants", more, fewer)


def _other_kinds(kinds: Mapping[str, Mapping[str, Any]]) -> Iterator[Fault]:
    for kind, counts in kinds.items():
        yield from same(f"other_kinds.{kind}", counts["received"], counts["done"] + counts["open"])
        timed = total(counts[name] for name in ("in_time", "late", "unknown"))
        if timed > counts["received"]:
            yield Fault(f"other_kinds.{kind}.in_time", counts["received"], timed)
        if "in_time_rate" in counts:
            in_time = share(counts["in_time"], total((counts["in_time"], counts["late"])))
            yield from same(f"other_kinds.{kind}.in_time_rate", counts["in_time_rate"], in_time)
        for line in counts["quarters"]:
            yield from _quarters(f"other_kinds.{kind}.quarters", [line], counts[line["label"]])


def _tsm(tsm: Mapping[str, Any], basis: str, one: int, two: int) -> Iterator[Fault]:
    for stage, received in (("stage_1", one), ("stage_2", two)):
        counted = total(each["counts"]["CH01"][stage]["numerator"] for each in tsm.values())
        if counted > received:
            yield Fault(f"tsm.CH01.{stage}", received, counted)
    for tenure, each in tsm.items():
        counts, by_basis = each["counts"], each["CH02_by_basis"]
        for stage in ("stage_1", "stage_2"):
            where = f"tsm.{tenure}.CH01.{stage}"
            yield from _computed(where, each["CH01"][stage], counts["CH01"][stage], PER_HOMES)
            yield from same(f"{where}.value", counts["CH01"][stage]["value"], each["CH01"][stage])
            yield from same(f"{where}.homes", counts["CH01"][stage]["denominator"], _homes(each, counts, stage))
            where = f"tsm.{tenure}.CH02.{stage}"
            yield from _computed(where, each["CH02"][stage], counts["CH02"][stage], PER_CENT)
            for way, some in by_basis.items():
                yield from _computed(f"{where}.{way}", some[stage]["value"], some[stage], PER_CENT)
            for name in ("numerator", "denominator", "value"):
                yield from same(f"{where}.{name}", counts["CH02"][stage][name], by_basis[basis][stage][name])


def _homes(measures: Mapping[str, Any], counts: Mapping[str, Any], stage: str) -> int | None:
    """Return the homes that CH01 must be of: those of the tenure, unless nothing of it was kept."""
    kept = counts["CH01"][stage]["numerator"] is not None
    return measures["homes"] if kept else None


def _computed(where: str, stands: float | None, counts: Mapping[str, Any], per: int) -> Iterator[Fault]:
    """Yield where a measure is not its numerator per so many of its denominator, or is of more than there is."""
    numerator, denominator = counts["numerator"], counts["denominator"]
    wanted = numerator * per / denominator if denominator and numerator is not None else None
    yield from same(where, stands, wanted)
    if per == PER_CENT and None not in (numerator, denominator) and numerator > denominator:
        yield Fault(where, denominator, numerator)


def _label(line: Mapping[str, Any]) -> str:
    return " / ".join(str(line[name]) for name in ("label", "service_area", "theme") if name in line)
