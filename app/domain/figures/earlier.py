"""A period of which the complaints are not here: what was stated of it, in the shape of a report (8.1, HP1, HP14).

What follows from what was stated is reckoned from it; all else is unknown.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from app.domain.figures import trends
from app.domain.figures.breakdowns import DIMENSIONS
from app.domain.figures.comparing import Fault, same, share, total
from app.domain.figures.documents import DAYS_OF_A_WEEK, DECISIONS, MERGED, Document, percents
from app.domain.figures.periods import Period
from app.domain.figures.statable import LABELLED, STAGES, TIMELINESS
from app.domain.figures.targets import at
from app.domain.figures.tsm import PER_HOMES
from app.domain.landlord.tenures import Tsm

Prior = Mapping[tuple[str, str], Decimal]
"""What was stated of a period, by the way to it and the label it stands under."""
ROUNDED = 0.005
"""How far a share that was stated in whole per cent may be from what its counts come to."""
OF_SHARES: Mapping[str, tuple[str, tuple[str, ...]]] = {
    "decided": ("outcomes", tuple(each.value for each in DECISIONS)),
    "outcomes_merged": ("outcomes_merged", tuple(MERGED)),
    "timeliness": ("timeliness", TIMELINESS),
}
"""Of which counts, and of which parts of them, the shares of each name are."""
TWICE = 2
ON_TIME = TIMELINESS[:-1]


def document(like: Mapping[str, Any], period: Period, prior: Prior, homes: Mapping[Tsm, int]) -> Document | None:
    """Return what was stated of a period as a report; None where nothing was. `like` has the shape."""
    if not prior:
        return None
    found: Document = _blank(like) | {
        "version": like["version"],
        "period": _days(period),
        "quarters_run": [_days(each) for each in period.quarters],
        "basis": like["basis"],
        "as_of": like["as_of"],
        "tsm_formula": like["tsm_formula"],
        "homes": {each.value: homes.get(each) for each in Tsm},
        "notes": [],
        "previous": None,
        "stated": True,
    }
    for stage in found["stages"].values():
        stage["shares"] = {name: _no_shares(parts) for name, (_, parts) in OF_SHARES.items()}
    found["breakdowns"] = {dimension: _lines(prior, dimension) for dimension in DIMENSIONS}
    for (path, _), value in prior.items():
        if path not in LABELLED:
            _put(found, path, _plain(value))
    for path, follows in _following(found):
        if at(found, path) is None:
            _put(found, path, follows)
    return found


def is_fuller(prior: Prior, received: int) -> bool:
    """Return whether more than twice as many were stated as received at Stage 1 as are here: most never came in.

    Of a period that is here nearly whole, what was counted says more than what was stated.
    """
    return prior.get((f"stages.{STAGES[0]}.received", ""), 0) > TWICE * received


def line(period: Period, prior: Prior) -> dict[str, Any] | None:
    """Return what was stated as received in a period, for a trend; None unless it was of both stages."""
    one, two = (prior.get((f"stages.{stage}.received", "")) for stage in STAGES)
    if one is None or two is None:
        return None
    label = trends.named(period.first.isoformat(), period.last.isoformat())
    return {"label": label, "stage_1": int(one), "stage_2": int(two), "total": int(one + two), "stated": True}


def change(now: Mapping[str, Any], before: Mapping[str, Any]) -> dict[str, float | None]:
    """Return by which share of what was stated as received before more came now."""
    received = [{stage: of["stages"][stage]["received"] for stage in STAGES} for of in (now, before)]
    after, earlier = ({**each, "total": _sum(each.values())} for each in received)
    return {name: share(after[name] - earlier[name], earlier[name]) if earlier[name] else None for name in after}


def faults(previous: Mapping[str, Any]) -> Iterator[Fault]:
    """Yield where parts that were stated are more than their whole, or a share is not that of its counts."""
    for stage, of in previous["stages"].items():
        acknowledgements = of["acknowledgements"]
        yield from _at_most(f"stages.{stage}.outcomes", of["received"], of["outcomes"].values())
        yield from _at_most(f"stages.{stage}.timeliness", of["responses_due"], of["timeliness"].values())
        yield from _at_most(f"stages.{stage}.acknowledgements", acknowledgements["due"], [acknowledgements["in_time"]])
        for dimension, lines in previous["breakdowns"].items():
            counts = [each[f"stage_{stage}"] for each in lines or ()]
            yield from _at_most(f"breakdowns.{dimension}.stage_{stage}", of["received"], counts)
    for path, follows in _following(previous):
        stands = at(previous, path)
        if stands is not None and abs(stands - follows) > ROUNDED:
            yield from same(path, stands, follows)


def _at_most(where: str, whole: int | None, parts: Iterable[int | None]) -> Iterator[Fault]:
    known = total(parts)
    if whole is not None and known > whole:
        yield Fault(where, whole, known)


def _following(of: Mapping[str, Any]) -> Iterator[tuple[str, float]]:
    """Yield what follows from counts that are known, with the way to it; a later one may follow from an earlier."""
    stages = of["stages"]
    for number, stage in stages.items():
        for name, outcomes in MERGED.items():
            whole = _sum(stage["outcomes"][each.value] for each in outcomes)
            if whole is not None:
                yield f"stages.{number}.outcomes_merged.{name}", whole
        for name, (counts, parts) in OF_SHARES.items():
            yield from _shares(number, name, {part: stage[counts][part] for part in parts}, stage["outcomes"])
        yield from _known(f"stages.{number}.on_time_rate", *_in_time([stage]))
    yield from _known("on_time_rate", *_in_time(list(stages.values())))
    one, two = (stages[number]["received"] for number in STAGES)
    yield from _known("escalation_rate", two, one)
    homes, days = total(of["homes"].values()), _length(of["period"])
    for name, received in (("1", one), ("2", two), ("total", _sum((one, two)))):
        yield from _known(f"relative_to_homes.{name}.share_of_homes", received, homes)
        yield from _known(f"relative_to_homes.{name}.per_1000_homes", _times(received, PER_HOMES), homes)
        yield from _known(f"per_week.{name}", _times(received, DAYS_OF_A_WEEK), days)


def _shares(
    stage: str, name: str, parts: Mapping[str, int | None], outcomes: Mapping[str, int | None]
) -> Iterator[tuple[str, float]]:
    known = {part: count for part, count in parts.items() if count is not None}
    per_cent = percents(name, known, outcomes) if len(known) == len(parts) else {}
    for part, shows in per_cent.items():
        yield f"stages.{stage}.shares.{name}.{part}.share", known[part] / sum(known.values())
        yield f"stages.{stage}.shares.{name}.{part}.percent", float(shows)


def _in_time(stages: Sequence[Mapping[str, Any]]) -> tuple[int | None, int | None]:
    parts = [stage["timeliness"][each] for stage in stages for each in ON_TIME]
    return _sum(parts), _sum([*parts, *(stage["timeliness"][TIMELINESS[-1]] for stage in stages)])


def _known(path: str, part: int | None, whole: float | None) -> Iterator[tuple[str, float]]:
    found = share(part, whole)
    if found is not None:
        yield path, found


def _times(count: int | None, times: int) -> int | None:
    return None if count is None else count * times


def _length(period: Mapping[str, str]) -> int:
    return (date.fromisoformat(period["to"]) - date.fromisoformat(period["from"])).days + 1


def _sum(parts: Any) -> int | None:
    known = list(parts)
    return None if None in known else sum(known)


def _days(period: Period) -> dict[str, str]:
    return {"from": period.first.isoformat(), "to": period.last.isoformat()}


def _blank(value: Any) -> Any:
    """Return the same shape, with nothing known."""
    return {key: _blank(each) for key, each in value.items()} if isinstance(value, Mapping) else None


def _no_shares(parts: Sequence[str]) -> dict[str, Any]:
    return {part: {"share": None, "percent": None} for part in parts}


def _lines(prior: Prior, dimension: str) -> list[dict[str, Any]] | None:
    labels: dict[str, dict[str, int]] = {}
    for (path, label), value in prior.items():
        if path.startswith(f"breakdowns.{dimension}."):
            labels.setdefault(label, {})[path.rpartition(".")[2]] = int(value)
    lines = [
        {"label": label, "stage_1": of.get("stage_1"), "stage_2": of.get("stage_2"), "total": None}
        for label, of in labels.items()
    ]
    for each in lines:
        each["total"] = _sum((each["stage_1"], each["stage_2"]))
    return sorted(lines, key=lambda each: (-(each["stage_1"] or 0) - (each["stage_2"] or 0), each["label"])) or None


def _put(found: Document, path: str, value: float) -> None:
    *way, last = path.split(".")
    for key in way:
        if not isinstance(found.get(key), dict):
            found[key] = {}
        found = found[key]
    found[last] = value


def _plain(value: Decimal) -> float:
    return int(value) if value == value.to_integral_value() else float(value)
