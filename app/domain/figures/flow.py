"""Stock and flow: what was open, what came, what was finished and what is left (HM6), and what came week by week (9.7).

A stock is never summed: that of a year is that of its last quarter.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

from app.domain.clock.profiles import Stage
from app.domain.figures.breakdowns import Line
from app.domain.figures.comparing import Fault, same, total
from app.domain.figures.periods import Period
from app.domain.figures.trends import Begun, periods

BEFORE, AFTER = -9, 9
"""Where a day stands that is before every quarter that is counted, or after."""
WEEK = timedelta(weeks=1)
FLOWS = ("received", "finished", "finished_unknown")
"""What is summed over the quarters of a year."""


@dataclass(frozen=True, slots=True)
class Flow:
    """So many stages that began in one quarter and were over in another; `over`: None where they are not, or unknown.

    Quarters are numbered as those of a cell, with BEFORE and AFTER.
    """

    stage: int
    begun: int
    over: int | None
    open: bool
    count: int


@dataclass(frozen=True, slots=True)
class Stock:
    """What was open at a start, came, was finished, and is open at an end: of a quarter, or of all of them.

    `finished_unknown` came and is over, and nobody kept since when: it is counted as gone as soon as it came.
    """

    label: str
    open_at_start: int
    received: int
    finished: int
    finished_unknown: int
    open_at_end: int


def stock(flows: Sequence[Flow], stage: int, quarters: Sequence[int], label: str = "") -> Stock:
    """Return the stock of a stage over quarters that follow one another."""
    first, last = quarters[0], quarters[-1]
    of = [each for each in flows if each.stage == stage]
    kept = [each for each in of if each.open or each.over is not None]
    return Stock(
        label,
        open_at_start=_open(kept, first),
        received=sum(each.count for each in of if first <= each.begun <= last),
        finished=sum(each.count for each in kept if each.over is not None and first <= each.over <= last),
        finished_unknown=sum(
            each.count for each in of if not each.open and each.over is None and first <= each.begun <= last
        ),
        open_at_end=_open(kept, last + 1),
    )


def _open(kept: Sequence[Flow], at: int) -> int:
    """Return how many had begun before a quarter, and were not over before it."""
    return sum(each.count for each in kept if each.begun < at and (each.over is None or each.over >= at))


def plain(flows: Sequence[Flow], numbers: Sequence[int]) -> dict[str, Any]:
    """Return the stock of each stage, and its quarters, as a document has them; `numbers` are those of the quarters."""
    return {str(int(stage)): _plain(flows, stage, numbers) for stage in Stage}


def _plain(flows: Sequence[Flow], stage: int, numbers: Sequence[int]) -> dict[str, Any]:
    quarters = [stock(flows, stage, [each], f"q{place}") for place, each in enumerate(numbers, 1)]
    whole = asdict(stock(flows, stage, numbers))
    del whole["label"]
    return whole | {"quarters": [asdict(each) for each in quarters]}


@dataclass(frozen=True, slots=True)
class Day:
    """So many stages that began on a day."""

    on: date
    stage: int
    count: int


def weeks(period: Period, days: Sequence[Day], today: date) -> tuple[Line, ...]:
    """Return a line for each week of a period that has begun, by the Monday it runs from; the first may be cut."""
    within = [each for each in days if period.first <= each.on <= period.last]
    last = max([min(period.last, today), *(each.on for each in within)])
    found: dict[date, dict[int, int]] = {}
    monday = _monday(period.first)
    while monday <= last:
        found[monday] = dict.fromkeys(map(int, Stage), 0)
        monday += WEEK
    for each in within:
        found[_monday(each.on)][each.stage] += each.count
    return tuple(Line(day.isoformat(), of[1], of[2], of[1] + of[2]) for day, of in found.items())


def begun(period: Period, days: Sequence[Day]) -> list[Begun]:
    """Return what came in a period, and in those before it that a trend shows."""
    found: dict[tuple[int, int], int] = {}
    of = list(enumerate(periods(period)))
    for each in days:
        for back, one in of:
            if one.first <= each.on <= one.last:
                found[back, each.stage] = found.get((back, each.stage), 0) + each.count
    return [Begun(back, stage, count) for (back, stage), count in found.items()]


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def faults(document: Mapping[str, Any]) -> Iterator[Fault]:
    """Yield where a stock does not follow from its flow, or weeks are not the period."""
    for stage, of in document["stock"].items():
        where, quarters = f"stock.{stage}", of["quarters"]
        yield from same(f"{where}.received", of["received"], document["stages"][stage]["received"])
        for each in (of, *quarters):
            name = f"{where}.{each['label']}" if "label" in each else where
            left = each["open_at_start"] + each["received"] - each["finished"] - each["finished_unknown"]
            yield from same(f"{name}.open_at_end", each["open_at_end"], left)
        for flow in FLOWS:
            yield from same(f"{where}.{flow}.year", of[flow], total(each[flow] for each in quarters))
        for one, other in pairwise(quarters):
            yield from same(f"{where}.{other['label']}.open_at_start", other["open_at_start"], one["open_at_end"])
        yield from same(f"{where}.open_at_start.year", of["open_at_start"], quarters[0]["open_at_start"])
        yield from same(f"{where}.open_at_end.year", of["open_at_end"], quarters[-1]["open_at_end"])
        came = total(line[f"stage_{stage}"] for line in document["weeks"])
        yield from same(f"weeks.stage_{stage}", came, document["stages"][stage]["received"])
    for line in document["weeks"]:
        yield from same(f"weeks.{line['label']}", line["total"], line["stage_1"] + line["stage_2"])
