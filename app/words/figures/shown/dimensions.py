"""Complaints by each dimension: all of it, the first few, among what was upheld, and by quarter (EC1, HM4, HP10)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any, NamedTuple

from app.domain.figures.breakdowns import OF_STAGE_2_ALONE
from app.domain.figures.sections import Chart, Figure, Line, Section, Series, Shape, Table
from app.domain.figures.shares import shown
from app.words.catalogues import N_
from app.words.figures import periods, scopes, titles
from app.words.figures.measures import DIMENSIONS
from app.words.figures.shown.gaps import NONE_OF_THESE, left_out
from app.words.figures.voices import STAGES, Voice, terms

MOST_BARS = 10
BY_REASON = ("theme", "service_area", "root_cause")
"""Dimensions of which the largest are shown (HP2, HP3, HP7, HP8)."""
QUARTERS = ("q1", "q2", "q3", "q4")

Lines = Sequence[Mapping[str, Any]]


def sections(voice: Voice) -> Iterator[Section]:
    """Yield what is shown of dimensions."""
    for dimension in voice.document["breakdowns"]:
        yield _breakdown(voice, dimension)
    for dimension in BY_REASON:
        yield from _largest(voice, f"top.{dimension}", "received", dimension)
        yield from _largest(voice, f"top_upheld.{dimension}", "upheld", dimension)
    yield from _hot_spots(voice)
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
    stages = _stages(dimension)
    before = _before(voice, dimension)
    total = {key: sum(line[key] for line in lines) for key in ("stage_1", "stage_2", "total")}
    percents = shown({place: line["total"] for place, line in enumerate(lines)})
    told = [
        Line(
            voice.label(line["label"]),
            (
                *_counted(voice, dimension, line),
                Figure(voice.per_cent(percents[place])),
                *([Figure(voice.number(before.of(line["label"])))] if before else []),
            ),
        )
        for place, line in enumerate(lines)
    ]
    sums = [voice.number(total[f"stage_{stage}"]) for stage in stages]
    sums += [voice.number(total["total"])] if len(stages) > 1 else []
    sums += [voice.per_cent(100), *([voice.number(before.all)] if before else [])]
    told.append(Line(voice.gettext("All"), tuple(map(Figure, sums)), is_total=True))
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


def _stages(dimension: str) -> tuple[str, ...]:
    return STAGES[1:] if dimension in OF_STAGE_2_ALONE else STAGES


def _counted(voice: Voice, dimension: str, line: Mapping[str, Any]) -> Iterator[Figure]:
    under = {"dimension": dimension} | ({} if line["label"] is None else {"label": line["label"]})
    stages = _stages(dimension)
    for stage in stages:
        yield voice.figure(line[f"stage_{stage}"], stage=stage, measure="received", **under)
    if len(stages) > 1:
        yield Figure(voice.number(line["total"]))


class Before(NamedTuple):
    """What stood under each label in the period before, of a stage or both; stated figures may lack some."""

    head: str
    counts: Mapping[str | None, int]
    is_stated: bool

    def of(self, label: str | None) -> int | None:
        return self.counts.get(label, None if self.is_stated else 0)

    @property
    def all(self) -> int:
        return sum(self.counts.values())


def _before(voice: Voice, dimension: str) -> Before | None:
    """Return the period before, of both stages where they are known, else of the stage that is."""
    lines: Lines | None = ((voice.earlier or {}).get("breakdowns") or {}).get(dimension)
    for key, stage in (("total", "total"), ("stage_1", "1"), ("stage_2", "2")):
        if lines and all(line[key] is not None for line in lines):
            of = {"stage": voice.stage(stage), "period": voice.before_here}
            head = voice.before_here if stage == "total" else voice.gettext("%(stage)s, %(period)s", **of)
            return Before(head, {line["label"]: line[key] for line in lines}, bool((voice.earlier or {}).get("stated")))
    return None


def _chart(voice: Voice, title: str, lines: Lines, stages: Sequence[str]) -> Chart:
    largest = lines[:MOST_BARS]
    if len(lines) > MOST_BARS:
        described = N_("Bars for the %(n)s largest of %(all)s; the table has all of them.")
        description = voice.gettext(described, n=voice.number(len(largest)), all=voice.number(len(lines)))
    else:
        description = voice.gettext("A bar for each, the largest first. The table has the same numbers.")
    series = [
        Series(
            voice.stage(stage),
            tuple(float(line[f"stage_{stage}"]) for line in largest),
            tuple(voice.number(line[f"stage_{stage}"]) for line in largest),
        )
        for stage in stages
    ]
    return Chart(Shape.BARS, title, description, tuple(voice.label(line["label"]) for line in largest), tuple(series))


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


def _largest(voice: Voice, key: str, among: str, dimension: str) -> Iterator[Section]:
    """Yield the largest at each stage, where anybody kept them: what nobody kept is said at the breakdown."""
    found = (voice.document.get("top") or {}).get(among, {}).get(dimension) or {}
    ranked = [_ranked(voice, found[stage]["lines"]) if stage in found else [] for stage in STAGES]
    if not any(ranked):
        return
    title = voice.gettext((titles.TOP if among == "received" else titles.TOP_UPHELD)[dimension])
    lines = tuple(
        Line(
            voice.number(place + 1),
            tuple(Figure(each[place] if place < len(each) else "–", is_words=True) for each in ranked),
        )
        for place in range(max(map(len, ranked)))
    )
    heads = (voice.gettext("Place"), *map(voice.stage, STAGES))
    yield Section(key, title, scopes.of(voice, scopes.BEGUN), table=Table(title, heads, lines))


def _ranked(voice: Voice, lines: Lines) -> list[str]:
    return [voice.gettext("%(label)s: %(n)s", label=line["label"], n=voice.number(line["count"])) for line in lines]


def _hot_spots(voice: Voice) -> Iterator[Section]:
    """Yield which share of each stage comes from where; nothing where nobody kept it, which the breakdown says."""
    lines: Lines = voice.document.get("hot_spots") or ()
    if not lines:
        return
    title = voice.gettext("Where complaints come from")
    told = tuple(
        Line(
            voice.label(line["label"]),
            tuple(Figure(voice.percent(line[f"{key}_share"])) for key in ("stage_1", "stage_2", "total")),
        )
        for line in lines
    )
    heads = (voice.gettext("Neighbourhood"), *map(voice.stage, (*STAGES, "total")))
    yield Section("hot_spots", title, scopes.of(voice, scopes.BEGUN), table=Table(title, heads, told))


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
                *(Figure(voice.number(line[key])) for key in ("stage_1", "stage_2", "total")),
            ),
        )
        for line in lines
    )
    return Section("cross.service_area_by_theme", title, scope, table=Table(title, heads, told))


def _quarters(voice: Voice, dimension: str) -> Section:
    of_stages = dimension == "stage"
    name = voice.gettext("Stage") if of_stages else voice.gettext(DIMENSIONS[dimension])
    title = voice.gettext(titles.QUARTERS[dimension])
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
            tuple(
                voice.figure(line[column], **_of_quarter(line, run, column) if of_stages else {}) for column in columns
            ),
        )
        for line in lines
    ]
    sums = (sum(line[column] or 0 for line in lines) for column in columns)
    told.append(
        Line(
            voice.stage("total") if of_stages else voice.gettext("All"),
            tuple(Figure(voice.number(each)) for each in sums),
            is_total=True,
        )
    )
    chart = _columns(voice, title, lines, names) if of_stages else None
    heads = (name, *names, voice.gettext("All"))
    return Section(key, title, scope, table=Table(title, heads, tuple(told)), chart=chart)


def _of_quarter(line: Mapping[str, Any], run: Sequence[Any], column: str) -> dict[str, str]:
    of = {"stage": line["label"], "measure": "received"}
    return of if column == "year" else of | dict(terms(run[QUARTERS.index(column)]))


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
