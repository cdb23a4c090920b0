"""Who complained, beside who lives here: with the unknown as a part, and nobody to be told from a small count (OM10).

What people say of themselves is kept apart from every case, by the calendar year alone. So a profile is of whole
calendar years that are over: while one runs, two looks at it would tell what the last person said. And it is never of
a part of the complaints.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Any

from app.domain.figures.comparing import Fault, same, share, total
from app.domain.figures.periods import Period
from app.domain.figures.stages import UNKNOWN
from app.domain.figures.suppression import Shown, suppressed
from app.domain.people.equality import Age, Disabled, Ethnicity

CHARACTERISTICS: Mapping[str, type[Enum]] = {"age": Age, "disabled": Disabled, "ethnicity": Ethnicity}
MIDDLE = (7, 1)
"""A calendar year is that of a period which holds its first of July: so every year is of one year of figures."""

Base = Mapping[str, Mapping[str, int]]
"""How many of all residents are in each group of a characteristic; what nobody stated is not there."""


@dataclass(frozen=True, slots=True)
class Told:
    """So many people who said the same of themselves; an empty answer was not given."""

    age: str
    disabled: str
    ethnicity: str
    count: int


def years(period: Period, today: date) -> tuple[int, ...]:
    """Return the calendar years that a period is compared by, as far as they are over; empty where none is."""
    found = [
        year
        for year in range(period.first.year, period.last.year + 1)
        if period.first <= date(year, *MIDDLE) <= period.last
    ]
    return tuple(year for year in found or [period.first.year] if year < today.year)


def plain(years: Sequence[int], told: Sequence[Told], complaints: int, base: Base) -> dict[str, Any] | None:
    """Return the profile as a document has it, with small counts left out; None where nobody said anything."""
    if not told:
        return None
    of = {name: _of(name, told, complaints, comparable(name, base)) for name in CHARACTERISTICS}
    return {"years": list(years), **of}


def _of(name: str, told: Sequence[Told], complaints: int, base: Mapping[str, int] | None) -> dict[str, Any]:
    counts = dict.fromkeys(groups(name), 0)
    for each in told:
        counts[getattr(each, name) or UNKNOWN] += each.count
    counts[UNKNOWN] += max(0, complaints - sum(counts.values()))
    residents: Shown[str] = Shown(dict.fromkeys(counts), None)
    if base is not None:
        residents = suppressed({group: base.get(group, 0) for group in counts})
    shown = suppressed(counts)
    lines = [
        {
            "label": group,
            "complainants": count,
            "complainants_share": share(count, shown.total),
            "customer_base": residents.parts[group],
            "customer_base_share": share(residents.parts[group], residents.total),
        }
        for group, count in shown.parts.items()
    ]
    return {
        "total": shown.total,
        "customer_base_total": residents.total,
        "left_out": [group for group, count in shown.parts.items() if count is None],
        "groups": lines,
    }


def comparable(name: str, base: Base) -> Mapping[str, int] | None:
    """Return the customer base by a characteristic; None where it is not stated in the groups that people are asked."""
    stated = base.get(name)
    return stated if stated and stated.keys() <= {*groups(name)} else None


def groups(name: str) -> tuple[str, ...]:
    """Return the groups of a characteristic by their keys, those of whom nothing is known last."""
    return *(str(each.value) for each in CHARACTERISTICS[name]), UNKNOWN


def faults(document: Mapping[str, Any]) -> Iterator[Fault]:
    """Yield where what is shown of a profile does not add up; of what is left out, nothing can be told."""
    profile = document["profile"] or {}
    for name in CHARACTERISTICS.keys() & profile.keys():
        for column, whole in (("complainants", "total"), ("customer_base", "customer_base_total")):
            yield from _column(f"profile.{name}.{column}", profile[name], column, whole)


def _column(where: str, of: Mapping[str, Any], column: str, whole: str) -> Iterator[Fault]:
    parts = [line[column] for line in of["groups"]]
    if None not in parts:
        yield from same(where, of[whole], total(parts))
    for line in of["groups"]:
        yield from same(f"{where}.{line['label']}", line[f"{column}_share"], share(line[column], of[whole]))
