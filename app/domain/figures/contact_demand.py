"""How many contacts came, by channel and quarter, and what share was answered in time: stated by month (HM11, HM12)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from app.domain.case.signposts import months_after
from app.domain.figures.comparing import QUARTERS, Fault, same, share, total
from app.domain.figures.periods import DAY, Period
from app.domain.figures.stated import Contacts

CONTACTS, TIMED, IN_TIME, IN_TIME_RATE = "contacts", "timed", "in_time", "in_time_rate"
COUNTS = (CONTACTS, TIMED, IN_TIME)
YEAR = "year"
ALL = "total"

Quarterly = dict[str, Any]
"""A number for each quarter and the year; None: not stated, or not all of it."""


def plain(contacts: Sequence[Contacts], period: Period, today: date) -> dict[str, Any] | None:
    """Return the contacts of a period by quarter: those with all their months stated that are over.

    A quarter that cuts a month in two is not known, nor is a year with a quarter that should be known and is not. None:
    nothing of the period was stated.
    """
    if not contacts:
        return None
    stated = {each.month for each in contacts}
    known = [_is_known(quarter, stated, today) for quarter in period.quarters]
    of = {channel: [each for each in contacts if each.channel == channel] for channel in _channels(contacts)}
    sums = {channel: _sums(some, period.quarters, known) for channel, some in of.items()}
    return {
        ALL: _sums(contacts, period.quarters, known),
        **{
            part: [{"label": channel, **counts[part]} for channel, counts in sums.items()]
            for part in (*COUNTS, IN_TIME_RATE)
        },
    }


def _channels(contacts: Iterable[Contacts]) -> list[str]:
    """Return the channels, that with the most contacts first."""
    counts: dict[str, int] = {}
    for each in contacts:
        counts[each.channel] = counts.get(each.channel, 0) + each.count
    return sorted(counts, key=lambda channel: (-counts[channel], channel))


def _is_known(quarter: Period, stated: set[date], today: date) -> bool | None:
    """Return whether all months of a quarter are stated that are over; None where none is over or stated."""
    months = _months(quarter)
    if months is None:
        return False
    asked = [month for month in months if month in stated or months_after(month, 1) <= today]
    return all(month in stated for month in asked) if asked else None


def _months(quarter: Period) -> list[date] | None:
    """Return the months that a quarter is made of; None where it cuts one in two."""
    month, months = quarter.first, []
    while month <= quarter.last:
        months.append(month)
        month = months_after(month, 1)
    return months if quarter.first.day == 1 and month - DAY == quarter.last else None


def _sums(some: Sequence[Contacts], quarters: Sequence[Period], known: Sequence[bool | None]) -> dict[str, Quarterly]:
    parts: dict[str, Quarterly] = {part: dict.fromkeys((*QUARTERS, YEAR)) for part in COUNTS}
    for name, quarter, is_known in zip(QUARTERS, quarters, known, strict=False):
        if is_known:
            of = [each for each in some if quarter.first <= each.month <= quarter.last]
            for part, count in _counts(of).items():
                parts[part][name] = count
    if False not in known:
        whole = [each for each in some if any(one.first <= each.month <= one.last for one in quarters)]
        for part, count in _counts(whole).items():
            parts[part][YEAR] = count
    return parts | {IN_TIME_RATE: {name: share(parts[IN_TIME][name], parts[TIMED][name]) for name in (*QUARTERS, YEAR)}}


def _counts(some: Sequence[Contacts]) -> dict[str, int]:
    """Return how many there were, of how many it is known whether in time, and how many of those were."""
    timed = [(each.count, each.in_time) for each in some if each.in_time is not None]
    return {
        CONTACTS: sum(each.count for each in some),
        TIMED: sum(count for count, _ in timed),
        IN_TIME: sum(in_time for _, in_time in timed),
    }


def faults(document: Mapping[str, Any]) -> Iterator[Fault]:
    """Yield where the channels are not the whole, quarters not their year, or a share not that of its counts."""
    demand = document["contact_demand"]
    if demand is None:
        return
    whole = demand[ALL]
    for part in COUNTS:
        for name in (*QUARTERS, YEAR):
            found = [line[name] for line in demand[part]]
            yield from same(f"contact_demand.{part}.{name}", whole[part][name], None if None in found else total(found))
        for line in ({"label": ALL, **whole[part]}, *demand[part]):
            if line[YEAR] is not None:
                quarters = total(line[quarter] for quarter in QUARTERS)
                yield from same(f"contact_demand.{part}.{line['label']}", line[YEAR], quarters)
    yield from _in_time(ALL, whole)
    for place, line in enumerate(demand[CONTACTS]):
        yield from _in_time(line["label"], {part: demand[part][place] for part in (*COUNTS, IN_TIME_RATE)})


def _in_time(label: str, of: Mapping[str, Quarterly]) -> Iterator[Fault]:
    for name in (*QUARTERS, YEAR):
        contacts, timed, in_time = (of[part][name] for part in COUNTS)
        where = f"contact_demand.in_time.{label}.{name}"
        if contacts is not None and not in_time <= timed <= contacts:
            yield Fault(where, contacts, max(timed, in_time))
        yield from same(f"contact_demand.in_time_rate.{label}.{name}", of[IN_TIME_RATE][name], share(in_time, timed))
