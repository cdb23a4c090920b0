"""The largest of each dimension, of all and among what was upheld, and where most comes from (HP2, HP7, OM11)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from app.domain.figures.sections import Figure, Line, Section, Table
from app.words.figures import scopes, titles
from app.words.figures.opens import COLUMNS, under
from app.words.figures.voices import STAGES, Voice

BY_REASON = ("theme", "service_area", "root_cause")
"""Dimensions of which the largest are shown (HP2, HP3, HP7, HP8)."""

Lines = Sequence[Mapping[str, Any]]


def sections(voice: Voice) -> Iterator[Section]:
    """Yield what is largest of each dimension, and which share of each stage comes from where."""
    for dimension in BY_REASON:
        yield from _largest(voice, f"top.{dimension}", "received", dimension)
        yield from _largest(voice, f"top_upheld.{dimension}", "upheld", dimension)
    yield from _hot_spots(voice)


def _largest(voice: Voice, key: str, among: str, dimension: str) -> Iterator[Section]:
    """Yield the largest at each stage, where anybody kept them: what nobody kept is said at the breakdown."""
    found = (voice.document.get("top") or {}).get(among, {}).get(dimension) or {}
    counts = {"measure": "received" if among == "received" else "among_upheld"}
    ranked = [
        [_ranked(voice, line, counts | {"stage": stage} | under(dimension, line["label"])) for line in lines["lines"]]
        for stage in STAGES
        for lines in [found.get(stage) or {"lines": ()}]
    ]
    if not any(ranked):
        return
    title = voice.gettext((titles.TOP if among == "received" else titles.TOP_UPHELD)[dimension])
    lines = tuple(
        Line(
            voice.number(place + 1),
            tuple(each[place] if place < len(each) else Figure("–", is_words=True) for each in ranked),
        )
        for place in range(max(map(len, ranked)))
    )
    heads = (voice.gettext("Place"), *map(voice.stage, STAGES))
    yield Section(key, title, scopes.of(voice, scopes.BEGUN), table=Table(title, heads, lines))


def _ranked(voice: Voice, line: Mapping[str, Any], counts: Mapping[str, str]) -> Figure:
    said = voice.gettext("%(label)s: %(n)s", label=line["label"], n=voice.number(line["count"]))
    return Figure(said, counts, is_words=True, number=line["count"])


def _hot_spots(voice: Voice) -> Iterator[Section]:
    """Yield which share of each stage comes from where; nothing where nobody kept it, which the breakdown says."""
    lines: Lines = voice.document.get("hot_spots") or ()
    if not lines:
        return
    title = voice.gettext("Where complaints come from")
    told = tuple(Line(voice.label(line["label"]), tuple(_shares(voice, line))) for line in lines)
    heads = (voice.gettext("Neighbourhood"), *map(voice.stage, (*STAGES, "total")))
    yield Section("hot_spots", title, scopes.of(voice, scopes.BEGUN), table=Table(title, heads, told))


def _shares(voice: Voice, line: Mapping[str, Any]) -> Iterator[Figure]:
    where = under("neighbourhood", line["label"])
    for key, of in COLUMNS.items():
        yield voice.opening(voice.percent(line[f"{key}_share"]), line[key], **of, **where)
