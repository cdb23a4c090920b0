"""The largest of a dimension, also among what was upheld, and the neighbourhoods that most is heard of (HP2, OM11)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from app.domain.figures.breakdowns import Line
from app.domain.figures.comparing import Fault, same, share, total
from app.domain.figures.shares import rate

TOP = 5
COLUMNS = {"1": "stage_1", "2": "stage_2", "total": "total"}
Lines = Sequence[Line] | None


@dataclass(frozen=True, slots=True)
class Counted:
    """How many stand under a label."""

    label: str | None
    count: int


def top(lines: Sequence[Line], column: str, most: int) -> dict[str, Any]:
    """Return the largest of a column, the unknown never among them; those as many as the last of them stand with it.

    `more` says how many stand there beyond so many, and `others` what all that is left out comes to.
    """
    counts = [Counted(line.label, getattr(line, column)) for line in lines]
    named = [each for each in counts if each.label is not None and each.count]
    named.sort(key=lambda each: (-each.count, each.label or ""))
    least = named[most - 1].count if len(named) > most else 0
    shown = [each for each in named if each.count >= least]
    others = sum(each.count for each in counts) - sum(each.count for each in shown)
    return {"lines": [asdict(each) for each in shown], "more": max(0, len(shown) - most), "others": others}


def plain(breakdowns: Mapping[str, Lines], upheld: Mapping[str, Lines], most: int) -> dict[str, Any]:
    """Return the largest of each dimension by stage and of both, of all and of what was upheld; None: not kept."""
    return {"n": most, "received": _plain(breakdowns, most), "upheld": _plain(upheld, most)}


def _plain(breakdowns: Mapping[str, Lines], most: int) -> dict[str, Any]:
    return {
        dimension: None if lines is None else {name: top(lines, column, most) for name, column in COLUMNS.items()}
        for dimension, lines in breakdowns.items()
    }


def hot_spots(lines: Lines) -> list[dict[str, Any]] | None:
    """Return the share of each stage that each neighbourhood has, and the unknown one, the largest first."""
    if lines is None:
        return None
    wholes = {column: sum(getattr(line, column) for line in lines) for column in COLUMNS.values()}
    return [
        asdict(line) | {f"{column}_share": _share(line, column, wholes[column]) for column in wholes} for line in lines
    ]


def _share(line: Line, column: str, whole: int) -> float | None:
    found = rate(getattr(line, column), whole)
    return None if found is None else float(found)


def faults(document: Mapping[str, Any]) -> Iterator[Fault]:
    """Yield where what is largest, or a hot spot, is not what the breakdown says."""
    for name, of in (("received", "breakdowns"), ("upheld", "breakdowns_among_upheld")):
        for dimension, stages in document["top"][name].items():
            for stage, found in (stages or {}).items():
                lines = [Line(**line) for line in document[of][dimension]]
                yield from _top(
                    f"top.{name}.{dimension}.{stage}", found, top(lines, COLUMNS[stage], document["top"]["n"])
                )
    kept = document["breakdowns"].get("neighbourhood") or []
    for spot, line in zip(document["hot_spots"] or [], kept, strict=True):
        for column in COLUMNS.values():
            where = f"hot_spots.{line['label']}.{column}"
            yield from same(where, spot[column], line[column])
            whole = total(each[column] for each in kept)
            yield from same(f"{where}_share", spot[f"{column}_share"], share(line[column], whole))


def _top(where: str, stands: Mapping[str, Any], wanted: Mapping[str, Any]) -> Iterator[Fault]:
    yield from same(f"{where}.lines", len(stands["lines"]), len(wanted["lines"]))
    for one, other in zip(stands["lines"], wanted["lines"], strict=False):
        yield from same(
            f"{where}.{one['label']}", one["count"], other["count"] if one["label"] == other["label"] else None
        )
    for name in ("more", "others"):
        yield from same(f"{where}.{name}", stands[name], wanted[name])
