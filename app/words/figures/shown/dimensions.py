"""Complaints by each dimension: all of it, the first few, among what was upheld, and by quarter (EC1, HM4, HP10)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any, NamedTuple

from app.domain.figures.periods import Period
from app.domain.figures.sections import Chart, Figure, Line, Section, Series, Shape, Table
from app.domain.figures.shares import shown
from app.words.catalogues import N_
from app.words.figures import periods, scopes, titles
from app.words.figures.measures import DIMENSIONS
from app.words.figures.opens import COLUMNS, QUARTERS, received, stages_of, under, within
from app.words.figures.shown import largest
from app.words.figures.shown.gaps import NONE_OF_THESE, left_out
from app.words.figures.voices import STAGES, Voice

MOST_BARS = 10

Lines = Sequence[Mapping[str, Any]]


def sections(voice: Voice) -> Iterator[Section]:
    """Yield what is shown of dimensions."""
    for dimension in voice.document["breakdowns"]:
        yield _breakdown(voice, dimension)
    yield from largest.sections(voice)
    yield _cross(voice)
    if len(voice.document["quarters_run"]) > 1:
        for dimension in voice.document["quarters"]:
            yield _quarters(voice, dimension)


def _breakdown(voice: Voice, dimension: str) -> Section:
    name, key = voice.gettext(DIMENSIONS[dimension]), f"breakdowns.{dimension}"
    title, scope = voice.gettext(titles.BREAKDOWNS[dimension]), scopes.of(voice, scopes.BEGUN)
    lines: Lines | None = voice.document["breakdowns"][dimension]
    if not lines:
        return left_out(voice, key, title, scope, *([] if lines is None else [NONE_OF_THESE]))
    stages = stages_of(dimension)
    before = _before(voice, dimension)
    total = {key: sum(line[key] for line in lines) for key in ("stage_1", "stage_2", "total")}
    percents = shown({place: line["total"] for place, line in enumerate(lines)})
    told = [
        Line(
            voice.label(line["label"]),
            (
                *_counted(voice, dimension, line),
                voice.opening(voice.per_cent(percents[place]), line["total"], **received(dimension, line["label"])),
                *([before.figure(voice, dimension, line["label"])] if before else []),
            ),
        )
        for place, line in enumerate(lines)
    ]
    told.append(Line(voice.gettext("All"), tuple(_sums(voice, dimension, total, before)), is_total=True))
    heads = _heads(voice, name, stages, before)
    return Section(
        key=key,
        title=title,
        scope=scope,
        table=Table(title, heads, tuple(told)),
        chart=_chart(voice, title, lines, stages),
        drafted=tuple(_drafted(voice, lines, percents)),
    )


def _heads(voice: Voice, name: str, stages: Sequence[str], before: Before | None) -> tuple[str, ...]:
    together = ("total",) if len(stages) > 1 else ()
    heads = (name, *map(voice.stage, (*stages, *together)), voice.gettext("Share"))
    return (*heads, before.head) if before else heads


def _sums(voice: Voice, dimension: str, total: Mapping[str, int], before: Before | None) -> Iterator[Figure]:
    stages = stages_of(dimension)
    for stage in stages:
        yield voice.figure(total[f"stage_{stage}"], stage=stage, measure="received")
    if len(stages) > 1:
        yield voice.figure(total["total"], measure="received")
    yield voice.opening(voice.per_cent(100), total["total"], **received(dimension))
    if before:
        yield before.whole(voice, dimension)


def _counted(voice: Voice, dimension: str, line: Mapping[str, Any]) -> Iterator[Figure]:
    those = under(dimension, line["label"])
    stages = stages_of(dimension)
    for stage in stages:
        yield voice.figure(line[f"stage_{stage}"], stage=stage, measure="received", **those)
    if len(stages) > 1:
        yield voice.figure(line["total"], measure="received", **those)


class Before(NamedTuple):
    """What stood under each label in the period before, of a stage or both; stated figures may lack some."""

    head: str
    counts: Mapping[str | None, int]
    is_stated: bool
    stage: str

    def of(self, label: str | None) -> int | None:
        return self.counts.get(label, None if self.is_stated else 0)

    def figure(self, voice: Voice, dimension: str, label: str | None) -> Figure:
        return voice.figure(self.of(label), voice.earlier, **received(dimension, label) | self.counted)

    def whole(self, voice: Voice, dimension: str) -> Figure:
        return voice.figure(sum(self.counts.values()), voice.earlier, **received(dimension) | self.counted)

    @property
    def counted(self) -> dict[str, str]:
        return {"measure": "received"} | ({} if self.stage == "total" else {"stage": self.stage})


def _before(voice: Voice, dimension: str) -> Before | None:
    """Return the period before, of both stages where they are known, else of the stage that is."""
    lines: Lines | None = ((voice.earlier or {}).get("breakdowns") or {}).get(dimension)
    for key, stage in (("total", "total"), ("stage_1", "1"), ("stage_2", "2")):
        if lines and all(line[key] is not None for line in lines):
            of = {"stage": voice.stage(stage), "period": voice.before_here}
            head = voice.before_here if stage == "total" else voice.gettext("%(stage)s, %(period)s", **of)
            counts = {line["label"]: line[key] for line in lines}
            return Before(head, counts, bool((voice.earlier or {}).get("stated")), stage)
    return None


def _chart(voice: Voice, title: str, lines: Lines, stages: Sequence[str]) -> Chart:
    longest = lines[:MOST_BARS]
    if len(lines) > MOST_BARS:
        described = N_("Bars for the %(n)s largest of %(all)s; the table has all of them.")
        description = voice.gettext(described, n=voice.number(len(longest)), all=voice.number(len(lines)))
    else:
        description = voice.gettext("A bar for each, the largest first. The table has the same numbers.")
    series = [
        Series(
            voice.stage(stage),
            tuple(float(line[f"stage_{stage}"]) for line in longest),
            tuple(voice.number(line[f"stage_{stage}"]) for line in longest),
        )
        for stage in stages
    ]
    return Chart(Shape.BARS, title, description, tuple(voice.label(line["label"]) for line in longest), tuple(series))


def _drafted(voice: Voice, lines: Lines, percents: Mapping[int, Decimal]) -> Iterator[str]:
    all_of = voice.number(sum(line["total"] for line in lines))
    known = [place for place, line in enumerate(lines) if line["label"] is not None]
    if known and (len(known) == 1 or lines[known[0]]["total"] > lines[known[1]]["total"]):
        yield voice.ngettext(
            "The most were under “%(label)s”: %(n)s of %(all)s (%(share)s).",
            "The most were under “%(label)s”: %(n)s of %(all)s (%(share)s).",
            lines[known[0]]["total"],
            label=lines[known[0]]["label"],
            all=all_of,
            share=voice.per_cent(percents[known[0]]),
        )
    for place, line in enumerate(lines):
        if line["label"] is None:
            yield voice.ngettext(
                "Of %(n)s this is not known (%(share)s).",
                "Of %(n)s this is not known (%(share)s).",
                line["total"],
                share=voice.per_cent(percents[place]),
            )


def _cross(voice: Voice) -> Section:
    title, scope = voice.gettext("Service areas and their themes"), scopes.of(voice, scopes.BEGUN)
    lines: Lines | None = voice.document["cross"]["service_area_by_theme"]
    if not lines:
        why = [] if lines is None else [NONE_OF_THESE]
        return left_out(voice, "cross.service_area_by_theme", title, scope, *why)
    heads = (voice.gettext("Service area"), voice.gettext("Theme"), *map(voice.stage, (*STAGES, "total")))
    told = tuple(
        Line(
            voice.label(line["service_area"]),
            (
                Figure(voice.label(line["theme"]), is_words=True),
                *(voice.figure(line[key], **_crossed(line), **of) for key, of in COLUMNS.items()),
            ),
        )
        for line in lines
    )
    return Section("cross.service_area_by_theme", title, scope, table=Table(title, heads, told))


def _crossed(line: Mapping[str, Any]) -> dict[str, str]:
    other = {} if line["theme"] is None else {"other_label": line["theme"]}
    return under("service_area", line["service_area"]) | {"other": "theme"} | other


def _quarters(voice: Voice, dimension: str) -> Section:
    of_stages = dimension == "stage"
    name = voice.gettext("Stage") if of_stages else voice.gettext(DIMENSIONS[dimension])
    title = voice.gettext(titles.BY_QUARTER[dimension])
    scope, key = scopes.of(voice, scopes.BEGUN), f"quarters.{dimension}"
    lines: Lines | None = voice.document["quarters"][dimension]
    if not lines:
        return left_out(voice, key, title, scope, *([] if lines is None else [NONE_OF_THESE]))
    run = [periods.period_of(each) for each in voice.document["quarters_run"]]
    columns = (*QUARTERS[: len(run)], "year")
    names = [periods.called(each, voice.language) for each in run]
    told = [
        Line(
            voice.stage(line["label"]) if of_stages else voice.label(line["label"]),
            tuple(voice.figure(line[column], **_of_quarter(dimension, line, run, column)) for column in columns),
        )
        for line in lines
    ]
    sums = (
        voice.figure(sum(line[column] or 0 for line in lines), **within(run, column), **_all_of(dimension))
        for column in columns
    )
    told.append(
        Line(
            voice.stage("total") if of_stages else voice.gettext("All"),
            tuple(sums),
            is_total=True,
        )
    )
    chart = _columns(voice, title, lines, names) if of_stages else None
    heads = (name, *names, voice.gettext("All"))
    return Section(key, title, scope, table=Table(title, heads, tuple(told)), chart=chart)


def _of_quarter(dimension: str, line: Mapping[str, Any], run: Sequence[Period], column: str) -> dict[str, str]:
    of = {"stage": line["label"]} if dimension == "stage" else under(dimension, line["label"])
    return _all_of(dimension) | of | within(run, column)


def _all_of(dimension: str) -> dict[str, str]:
    return {"measure": "received"} if dimension == "stage" else received(dimension)


def _columns(voice: Voice, title: str, lines: Lines, names: Sequence[str]) -> Chart:
    used = QUARTERS[: len(names)]
    series = tuple(
        Series(
            voice.stage(line["label"]),
            tuple(float(line[each]) for each in used),
            tuple(voice.number(line[each]) for each in used),
        )
        for line in lines
    )
    description = voice.gettext(
        "A pair of columns for each quarter: Stage 1 and Stage 2. The table has the same numbers."
    )
    return Chart(Shape.COLUMNS, title, description, tuple(names), series)
