"""What we decided, three ways and with upheld in whole and in part as one; what we refused, by ground (HP4, OM3)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any, NamedTuple

from app.domain.clock.profiles import Ground
from app.domain.figures.documents import COUNTED_IN, Document, percents
from app.domain.figures.sections import Chart, Figure, Line, Section, Series, Shape, Table
from app.words.catalogues import N_, catalogue
from app.words.figures import compared, scopes
from app.words.figures.measures import MEASURES
from app.words.figures.shown.gaps import left_out, unknown
from app.words.figures.voices import STAGES, Voice, whole
from app.words.say import say

THREE_WAYS = ("upheld", "upheld_in_part", "not_upheld", "resolved")
MERGED = ("upheld_or_in_part", "not_upheld", "resolved", "withdrawn", "refused")
UPHELD = frozenset({"upheld", "upheld_in_part"})
RARE = frozenset({"resolved", "overtaken", "ended", "unknown", "not_answered"})
"""Left out where there are none."""
ENDS = ("withdrawn", "refused", "overtaken", "ended", "not_answered", "unknown")
UPHELD_AT_ALL = "upheld_or_in_part"
MERGED_WORDS = {UPHELD_AT_ALL: N_("Upheld, in whole or in part")}
REFUSED = {"other": N_("Another reason of ours"), "unknown": N_("Not known")}
GROUNDS = (*(each.value for each in Ground), *REFUSED)


class Part(NamedTuple):
    """One part of a whole: its key, how many, and the per cent to show of those that have a share."""

    key: str
    number: int | None
    percent: Decimal | None


def sections(voice: Voice) -> Iterator[Section]:
    """Yield what is shown of outcomes."""
    for stage in STAGES:
        yield _three_ways(voice, stage)
    for stage in STAGES:
        yield _merged(voice, stage)
    yield _refusals(voice)


def _three_ways(voice: Voice, stage: str) -> Section:
    title = voice.gettext("What we decided at %(stage)s", stage=voice.stage(stage))
    key = f"outcomes.{stage}"
    stages = [each["stages"][stage] for each in voice.documents]
    outcomes = [each["outcomes"] for each in stages]
    decided = [_parts("decided", each, THREE_WAYS) for each in stages]
    if whole(part.number for part in decided[0]) is None:
        return left_out(voice, key, title, scopes.of(voice, scopes.ISSUED))
    ends = [[Part(name, of[name], None) for name in ENDS] for of in outcomes]
    lines = _lines(voice, stage, decided)
    lines.append(_total(voice, voice.gettext("All that we decided"), decided, stage=stage, measure="outcomes.decided"))
    lines.append(Line(_said(voice, UPHELD_AT_ALL), tuple(_both(voice, stage, decided))))
    lines += _lines(voice, stage, ends)
    return Section(
        key=key,
        title=title,
        scope=scopes.of(voice, scopes.ISSUED),
        table=Table(title, _heads(voice), tuple(lines)),
        chart=_chart(voice, title, decided),
        drafted=_drafted(voice, stage, decided),
    )


def _merged(voice: Voice, stage: str) -> Section:
    title = voice.gettext("Upheld or not at %(stage)s", stage=voice.stage(stage))
    key = f"outcomes_merged.{stage}"
    some = [_parts("outcomes_merged", each["stages"][stage], MERGED) for each in voice.documents]
    if whole(part.number for part in some[0]) is None:
        return left_out(voice, key, title, scopes.of(voice, scopes.ISSUED))
    total = _total(voice, voice.gettext("All of these"), some, stage=stage, measure="outcomes.merged")
    lines = [*_lines(voice, stage, some), total]
    return Section(
        key=key,
        title=title,
        scope=scopes.of(voice, scopes.ISSUED),
        table=Table(title, _heads(voice), tuple(lines)),
        chart=_chart(voice, title, some),
    )


def _parts(group: str, stage: Mapping[str, Any], names: Sequence[str]) -> list[Part]:
    """Return these parts with their shares of all of them."""
    counts = stage[COUNTED_IN[group]]
    known = {name: count for name in names if (count := counts[name]) is not None}
    found = percents(group, known, stage["outcomes"]) if len(known) == len(names) else {}
    return [Part(name, counts[name], found.get(name)) for name in names]


def _heads(voice: Voice) -> tuple[str, ...]:
    shares = (voice.gettext("%(period)s, share", period=each) for each in voice.heads)
    return voice.gettext("Outcome"), *(head for pair in zip(voice.heads, shares, strict=True) for head in pair)


def _lines(voice: Voice, stage: str, some: Sequence[Sequence[Part]]) -> list[Line]:
    """Return a line for each part, with its share, in each of the documents."""
    found = []
    for parts in zip(*some, strict=True):
        name = parts[0].key
        if name in RARE and not any(part.number for part in parts):
            continue
        pairs = (
            (_figure(voice, stage, part, of), _share(voice, stage, part, of))
            for part, of in zip(parts, voice.documents, strict=True)
        )
        found.append(Line(_said(voice, name), tuple(figure for pair in pairs for figure in pair)))
    return found


def _figure(voice: Voice, stage: str, part: Part, of: Document) -> Figure:
    return voice.figure(part.number, of, stage=stage, measure=_measure(part.key))


def _share(voice: Voice, stage: str, part: Part, of: Document) -> Figure:
    return voice.opening(voice.per_cent(part.percent), part.percent, of, stage=stage, measure=_measure(part.key))


def _measure(key: str) -> str:
    return f"outcomes.{UPHELD_AT_ALL if key in MERGED_WORDS else key}"


def _total(voice: Voice, head: str, some: Sequence[Sequence[Part]], **counts: str) -> Line:
    figures: list[Figure] = []
    for parts, of in zip(some, voice.documents, strict=True):
        count = whole(part.number for part in parts)
        known = [part.percent for part in parts if part.percent is not None]
        percent = sum(known, Decimal()) or None
        figures += (
            voice.figure(count, of, **counts),
            voice.opening(voice.per_cent(percent), percent, of, **counts),
        )
    return Line(head, tuple(figures), is_total=True)


def _said(voice: Voice, name: str) -> str:
    return voice.gettext(MERGED_WORDS.get(name) or MEASURES[f"outcomes.{name}"])


def _chart(voice: Voice, title: str, some: Sequence[Sequence[Part]]) -> Chart | None:
    """Return the parts of each document in which all are known as one bar."""
    bars = [
        (head, parts) for head, parts in zip(voice.heads, some, strict=True) if whole(part.number for part in parts)
    ]
    if not bars or bars[0][1] is not some[0]:
        return None
    series = [
        Series(
            _said(voice, parts[0].key),
            tuple(float(part.number or 0) for part in parts),
            tuple(f"{voice.number(part.number)} ({voice.per_cent(part.percent)})" for part in parts),
        )
        for parts in zip(*(parts for _, parts in bars), strict=True)
        if any(part.number for part in parts)
    ]
    description = voice.gettext(
        "One bar for each period, with a part for each outcome. The table has the same numbers."
    )
    return Chart(Shape.STACKED, title, description, tuple(head for head, _ in bars), tuple(series))


def _drafted(voice: Voice, stage: str, decided: Sequence[Sequence[Part]]) -> tuple[str, ...]:
    all_of = whole(part.number for part in decided[0])
    if not all_of:
        return ()
    upheld = whole(part.number for part in decided[0] if part.key in UPHELD)
    shares = [_upheld(parts) for parts in decided]
    said = voice.ngettext(
        "We decided %(n)s complaint at %(stage)s. Upheld in whole or in part: %(upheld)s (%(share)s).",
        "We decided %(n)s complaints at %(stage)s, and upheld %(upheld)s of them in whole or in part (%(share)s).",
        all_of,
        stage=voice.stage(stage),
        upheld=voice.number(upheld),
        share=voice.percent(shares[0]),
    )
    return said, *compared.rates(voice, shares[0], shares[1] if len(shares) > 1 else None)


def _both(voice: Voice, stage: str, decided: Sequence[Sequence[Part]]) -> Iterator[Figure]:
    """Yield how many were upheld in whole or in part, and their share, in each of the documents."""
    counts = {"stage": stage, "measure": _measure(UPHELD_AT_ALL)}
    for parts, of in zip(decided, voice.documents, strict=True):
        share = _upheld(parts)
        yield voice.figure(whole(part.number for part in parts if part.key in UPHELD), of, **counts)
        yield voice.opening(voice.percent(share), share, of, **counts)


def _upheld(parts: Sequence[Part]) -> float | None:
    """Return the share upheld in whole or in part, as the lines above it are shown."""
    found = [part.percent for part in parts if part.key in UPHELD]
    return None if None in found else float(sum(filter(None, found), Decimal()) / 100)


def _refusals(voice: Voice) -> Section:
    title = voice.gettext("Complaints that we did not accept, by reason")
    grounds = [voice.document["stages"][stage]["refused_by_ground"] for stage in STAGES]
    outcomes = [voice.document["stages"][stage]["outcomes"]["refused"] for stage in STAGES]
    if unknown(outcomes):
        return left_out(voice, "refusals", title, scopes.of(voice, scopes.ISSUED))
    shown_grounds = [ground for ground in GROUNDS if any(of[ground] for of in grounds) or ground not in REFUSED]
    lines = [Line(ground_said(ground, voice.language), tuple(_refused(voice, ground))) for ground in shown_grounds]
    total = [
        voice.figure(of, stage=stage, measure="outcomes.refused") for of, stage in zip(outcomes, STAGES, strict=True)
    ]
    lines.append(
        Line(voice.gettext("All"), (*total, voice.figure(whole(outcomes), measure="outcomes.refused")), is_total=True)
    )
    return Section(
        key="refusals",
        title=title,
        scope=scopes.of(voice, scopes.ISSUED),
        table=Table(title, (voice.gettext("Reason"), *map(voice.stage, (*STAGES, "total"))), tuple(lines)),
        drafted=_not_accepted(voice, whole(outcomes)),
    )


def _not_accepted(voice: Voice, count: int | None) -> tuple[str, ...]:
    if count is None:
        return ()
    if not count:
        return (voice.gettext("There was no complaint that we did not accept."),)
    return (voice.ngettext("We did not accept %(n)s complaint.", "We did not accept %(n)s complaints.", count),)


def grounds_given(voice: Voice) -> list[str]:
    """Return what the reasons are called for which complaints were not accepted, at any stage."""
    grounds = [voice.document["stages"][stage]["refused_by_ground"] for stage in STAGES]
    return [ground_said(ground, voice.language) for ground in GROUNDS if any(of[ground] for of in grounds)]


def _refused(voice: Voice, ground: str) -> Iterator[Figure]:
    counts = [voice.document["stages"][stage]["refused_by_ground"][ground] for stage in STAGES]
    for stage, count in zip(STAGES, counts, strict=True):
        yield voice.figure(count, stage=stage, measure=f"refused_by_ground.{ground}")
    yield voice.figure(whole(counts), measure=f"refused_by_ground.{ground}")


def ground_said(ground: str, language: str) -> str:
    """Return what a reason not to accept a complaint is called."""
    return catalogue(language).gettext(REFUSED[ground]) if ground in REFUSED else say(Ground(ground), language)
