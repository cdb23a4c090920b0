"""How many complaints came, beside the periods before, and how many went on to Stage 2 (HP1, EC2, EC3, OM1, OM7)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import Any

from app.domain.figures.documents import Document
from app.domain.figures.periods import Period
from app.domain.figures.sections import Chart, Figure, Line, Section, Series, Shape, Table
from app.words.figures import compared, periods, scopes
from app.words.figures.opens import COLUMNS
from app.words.figures.shown.gaps import NONE_OF_THESE, left_out
from app.words.figures.voices import STAGES, Voice, terms, whole

TOGETHER = (*STAGES, "total")


def sections(voice: Voice) -> Iterator[Section]:
    """Yield what is shown of volumes."""
    yield _volumes(voice)
    yield _trend(voice)
    yield _escalation(voice)


def received(document: Document, stage: str) -> int | None:
    """Return how many came at a stage, or at both together ("total"); None where nobody said of an earlier period."""
    return whole(document["stages"][each]["received"] for each in (STAGES if stage == "total" else (stage,)))


def _volumes(voice: Voice) -> Section:
    head = (voice.gettext("Complaints received"), *voice.heads)
    change = voice.document["change"] if voice.earlier and voice.is_over else None
    lines = [Line(voice.stage(stage), _counted(voice, stage), is_total=stage == "total") for stage in TOGETHER]
    if change:
        head += (voice.gettext("Change"),)
        lines = [
            Line(each.head, (*each.figures, Figure(_signed(voice, change[stage]))), each.is_total)
            for each, stage in zip(lines, TOGETHER, strict=True)
        ]
    weekly = [(each, each["per_week"]["total"]) for each in voice.documents]
    per_week = [voice.opening(voice.decimal(mean), mean, each, measure="received") for each, mean in weekly]
    lines.append(Line(voice.gettext("Received in a week, on average"), (*per_week, *([Figure("–")] if change else []))))
    return Section(
        key="volumes",
        title=voice.gettext("Complaints received"),
        scope=scopes.of(voice, scopes.BEGUN),
        table=Table(voice.gettext("Complaints received, by stage"), head, tuple(lines)),
        drafted=(*_drafted(voice, "1"), *_drafted(voice, "2")),
    )


def _counted(voice: Voice, stage: str) -> tuple[Figure, ...]:
    counts = {"measure": "received"} | ({} if stage == "total" else {"stage": stage})
    return tuple(voice.figure(received(each, stage), each, **counts) for each in voice.documents)


def _signed(voice: Voice, change: float | None) -> str:
    if change is None:
        return "–"
    return f"+{voice.percent(change)}" if change > 0 else voice.percent(change).replace("-", "−")


def _drafted(voice: Voice, stage: str) -> tuple[str, ...]:
    now = received(voice.document, stage) or 0
    said = voice.ngettext(
        "We received %(n)s complaint at %(stage)s.",
        "We received %(n)s complaints at %(stage)s.",
        now,
        stage=voice.stage(stage),
    )
    before = None if voice.earlier is None else received(voice.earlier, stage)
    return said, *compared.counts(voice, now, before)


def _trend(voice: Voice) -> Section:
    lines = voice.document["trend"]
    names = [_named(voice, line) for line in lines]
    heads = (voice.gettext("Period"), *map(voice.stage, TOGETHER))
    title = voice.gettext("Complaints received, this period and those before")
    if not lines:
        return left_out(voice, "trend", title, scopes.of(voice, scopes.TREND), NONE_OF_THESE)
    of = (("1", "stage_1"), ("2", "stage_2"))
    return Section(
        key="trend",
        title=title,
        scope=scopes.of(voice, scopes.TREND),
        table=Table(
            title,
            heads,
            tuple(Line(name, _of_a_time(voice, line)) for name, line in zip(names, lines, strict=True)),
        ),
        chart=Chart(
            Shape.COLUMNS,
            title,
            voice.gettext("A pair of columns for each period: Stage 1 and Stage 2. The table has the same numbers."),
            tuple(names),
            tuple(
                Series(
                    voice.stage(stage),
                    tuple(float(line[key]) for line in lines),
                    tuple(voice.number(line[key]) for line in lines),
                )
                for stage, key in of
            ),
        ),
        drafted=tuple(_risen(voice)) if voice.is_over else (),
    )


def _of_a_time(voice: Voice, line: Mapping[str, Any]) -> tuple[Figure, ...]:
    """Return what came in a time; of one that was stated there is nothing to open."""
    time = terms(_period(line["label"]))
    return tuple(
        voice.figure(line[key], **({} if line.get("stated") else {**of, **time})) for key, of in COLUMNS.items()
    )


def _named(voice: Voice, line: Mapping[str, Any]) -> str:
    """Return what a period of the trend is called; one whose figures were only stated says so."""
    period = periods.called(_period(line["label"]), voice.language)
    return voice.gettext("%(period)s, as stated", period=period) if line.get("stated") else period


def _risen(voice: Voice) -> Iterator[str]:
    """Yield how each stage went through all the periods, where it went one way all the time."""
    lines = voice.document["trend"]
    if len(lines) < 3:
        return
    first = periods.called(_period(lines[0]["label"]), voice.language)
    for stage in STAGES:
        counts = [line[f"stage_{stage}"] for line in lines]
        values = {
            "stage": voice.stage(stage),
            "first": voice.number(counts[0]),
            "last": voice.number(counts[-1]),
            "period": first,
        }
        if all(one < two for one, two in pairwise(counts)):
            yield voice.gettext(
                "Complaints at %(stage)s have risen each time, from %(first)s in %(period)s to %(last)s now.", **values
            )
        if all(one > two for one, two in pairwise(counts)):
            yield voice.gettext(
                "Complaints at %(stage)s have fallen each time, from %(first)s in %(period)s to %(last)s now.", **values
            )


def _period(label: str) -> Period:
    first, _, last = label.partition("/")
    return periods.period_of({"from": first, "to": last})


def _escalation(voice: Voice) -> Section:
    title = voice.gettext("How many went on to Stage 2")
    rates = [each["escalation_rate"] for each in voice.documents]
    lines = [Line(voice.stage(stage), _counted(voice, stage)) for stage in STAGES]
    lines.append(
        Line(
            voice.gettext("Stage 2 to Stage 1"),
            tuple(
                voice.opening(voice.percent(rate), rate, each, stage="2", measure="received")
                for rate, each in zip(rates, voice.documents, strict=True)
            ),
            is_total=True,
        )
    )
    now, before = rates[0], rates[1] if len(rates) > 1 else None
    first, second = (received(voice.document, stage) for stage in STAGES)
    drafted: tuple[str, ...] = ()
    if now is not None and first is not None and second is not None:
        said = voice.gettext(
            "Complaints at Stage 2 were %(share)s of the number at Stage 1 (%(second)s and %(first)s).",
            share=voice.percent(now),
            first=voice.number(first),
            second=voice.number(second),
        )
        drafted = (said, *compared.rates(voice, now, before))
    return Section(
        key="escalation_rate",
        title=title,
        scope=scopes.of(voice, scopes.BEGUN),
        table=Table(title, (voice.gettext("Stages"), *voice.heads), tuple(lines)),
        drafted=drafted,
    )
