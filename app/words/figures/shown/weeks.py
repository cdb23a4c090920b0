"""How many complaints came each week: a line a week, or of a longer time a line for the weeks of each month (OM1)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import groupby
from typing import Any, NamedTuple

from app.domain.figures.flow import WEEK
from app.domain.figures.periods import DAY, Period
from app.domain.figures.sections import Chart, Figure, Line, Section, Series, Shape, Table
from app.words.dates import month
from app.words.figures import scopes
from app.words.figures.opens import COLUMNS
from app.words.figures.shown.gaps import NONE_OF_THESE, left_out
from app.words.figures.voices import STAGES, Voice, terms

MOST_LINES = 14
"""How many weeks have a line each: those of a quarter."""

Lines = Sequence[Mapping[str, Any]]


class Month(NamedTuple):
    """The weeks that begin in a month."""

    called: str
    counts: tuple[int, ...]
    days: Period

    @property
    def mean(self) -> float:
        return sum(self.counts) / len(self.counts)


def sections(voice: Voice) -> tuple[Section, ...]:
    """Return what is shown of weeks; nothing where there is but one."""
    lines: Lines = voice.document.get("weeks") or ()
    if len(lines) < 2:
        return ()
    title, scope = voice.gettext("Complaints received, week by week"), scopes.of(voice, scopes.WEEKS)
    if not any(line["total"] for line in lines):
        return (left_out(voice, "weeks", title, scope, NONE_OF_THESE),)
    table, chart = (_by_week if len(lines) <= MOST_LINES else _by_month)(voice, title, lines)
    return (Section("weeks", title, scope, table, chart, _drafted(voice, lines)),)


def _by_week(voice: Voice, title: str, lines: Lines) -> tuple[Table, Chart]:
    days = [voice.day(date.fromisoformat(line["label"])) for line in lines]
    heads = (voice.gettext("Week that begins on"), *map(voice.stage, (*STAGES, "total")))
    told = tuple(
        Line(day, tuple(voice.figure(line[key], **of, **_of_week(voice, line)) for key, of in COLUMNS.items()))
        for day, line in zip(days, lines, strict=True)
    )
    said = tuple(voice.number(line["total"]) for line in lines)
    series = Series(voice.stage("total"), tuple(float(line["total"]) for line in lines), said)
    description = voice.gettext("A bar for each week, both stages together. The table has the same numbers.")
    return Table(title, heads, told), Chart(Shape.BARS, title, description, tuple(days), (series,))


def _by_month(voice: Voice, title: str, lines: Lines) -> tuple[Table, Chart]:
    months = _months(voice, lines)
    heads = (voice.gettext("Weeks that begin in"), voice.gettext("Week by week"), voice.gettext("A week, on average"))
    told = tuple(Line(each.called, _of_month(voice, each)) for each in months)
    means = tuple(each.mean for each in months)
    name = voice.gettext("Complaints received in a week, on average")
    description = voice.gettext("A bar for each month, both stages together. The table has the same numbers.")
    labels = tuple(each.called for each in months)
    chart = Chart(Shape.BARS, name, description, labels, (Series(name, means, tuple(map(voice.decimal, means))),))
    return Table(title, heads, told), chart


def _of_month(voice: Voice, month: Month) -> tuple[Figure, Figure]:
    weeks = " · ".join(map(voice.number, month.counts))
    counts = {"measure": "received", **terms(month.days)}
    one, mean = (voice.opening(said, month.mean, **counts) for said in (weeks, voice.decimal(month.mean)))
    return replace(one, is_words=True), mean


def _months(voice: Voice, lines: Lines) -> list[Month]:
    by_month = groupby(lines, lambda line: date.fromisoformat(line["label"]).replace(day=1))
    return [_month(voice, first, list(some)) for first, some in by_month]


def _month(voice: Voice, first: date, lines: Lines) -> Month:
    days = Period(_week(voice, lines[0]).first, _week(voice, lines[-1]).last)
    return Month(month(first, voice.language), tuple(line["total"] for line in lines), days)


def _of_week(voice: Voice, line: Mapping[str, Any]) -> Mapping[str, str]:
    return terms(_week(voice, line))


def _week(voice: Voice, line: Mapping[str, Any]) -> Period:
    """Return the days of a week that are of the period."""
    monday = date.fromisoformat(line["label"])
    return Period(max(monday, voice.period.first), min(monday + WEEK - DAY, voice.period.last))


def _drafted(voice: Voice, lines: Lines) -> tuple[str, ...]:
    most = max(line["total"] for line in lines)
    said = voice.ngettext(
        "The most that came in one week was %(n)s complaint, both stages together.",
        "The most that came in one week were %(n)s complaints, both stages together.",
        most,
    )
    return (said,)
