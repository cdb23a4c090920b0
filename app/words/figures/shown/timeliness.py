"""How long people waited: answers and acknowledgements in time, what they were told, and days (HP5, EC4, EC6, OM6)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from app.domain.figures.documents import Document
from app.domain.figures.sections import Chart, Figure, Line, Section, Series, Shape, Table
from app.words.catalogues import N_
from app.words.figures import compared, scopes
from app.words.figures.measures import MEASURES
from app.words.figures.shown import aimed
from app.words.figures.shown.gaps import left_out, unknown
from app.words.figures.voices import STAGES, Voice, shown_percent, whole

PARTS = ("within_target", "within_extension", "out_of_target")
TOLD = (
    "extended_and_told",
    "extended_untold",
    "extended_unknown",
    "late_and_told",
    "late_and_untold",
    "late_unknown",
)
DAYS = (
    ("mean_working_days", "from_receipt", N_("Mean, from the day it came")),
    ("mean_working_days", "from_acknowledgement", N_("Mean, from the acknowledgement")),
    ("median_working_days", "from_receipt", N_("Half were answered within")),
    ("ninetieth_percentile_working_days", "from_receipt", N_("Nine of ten were answered within")),
)


def sections(voice: Voice) -> Iterator[Section]:
    """Yield what is shown of times."""
    for stage in STAGES:
        yield _timeliness(voice, stage)
    yield _on_time(voice)
    yield _acknowledgements(voice)
    yield _told(voice)
    yield _days(voice)


def _timeliness(voice: Voice, stage: str) -> Section:
    title = voice.gettext("Answers in time at %(stage)s", stage=voice.stage(stage))
    scope, key = scopes.of(voice, scopes.DUE), f"timeliness.{stage}"
    figures = [each["stages"][stage] for each in voice.documents]
    if figures[0]["shares"]["timeliness"] is None or figures[0]["responses_due"] is None:
        return left_out(voice, key, title, scope)
    shares = (voice.gettext("%(period)s, share", period=each) for each in voice.heads)
    heads = [head for pair in zip(voice.heads, shares, strict=True) for head in pair]
    parts = [*PARTS, *["unknown"] * any(each["timeliness"]["unknown"] for each in figures)]
    lines = [Line(voice.gettext(MEASURES[f"timeliness.{part}"]), _part(voice, stage, part)) for part in parts]
    due = [
        figure
        for each, of in zip(figures, voice.documents, strict=True)
        for figure in (voice.figure(each["responses_due"], of, stage=stage, measure="responses_due"), Figure("–"))
    ]
    lines.append(Line(voice.gettext(MEASURES["responses_due"]), tuple(due), is_total=True))
    paths = [*(f"stages.{stage}.shares.timeliness.{part}.share" for part in parts), None]
    return Section(
        key=key,
        title=title,
        scope=scope,
        table=aimed.beside(voice, Table(title, (voice.gettext("Answers"), *heads), tuple(lines)), paths),
        chart=_chart(voice, title, stage),
        drafted=_drafted(voice, stage),
    )


def _part(voice: Voice, stage: str, part: str) -> tuple[Figure, ...]:
    figures: list[Figure] = []
    counts = {"stage": stage, "measure": f"timeliness.{part}"}
    for of in voice.documents:
        stages = of["stages"][stage]
        percent = _percent(stages, part)
        share = voice.opening(voice.per_cent(percent), percent, of, **counts)
        figures += (voice.figure(stages["timeliness"][part], of, **counts), share)
    return tuple(figures)


def _percent(stages: Document, part: str) -> float | None:
    shares = stages["shares"]["timeliness"] or {}
    found: float | None = shares.get(part, {}).get("percent")
    return found


def _chart(voice: Voice, title: str, stage: str) -> Chart | None:
    of = [(head, each["stages"][stage]) for head, each in zip(voice.heads, voice.documents, strict=True)]
    bars = [(head, each) for head, each in of if whole(each["timeliness"][part] for part in PARTS)]
    if not bars or bars[0] is not of[0]:
        return None
    series = [
        Series(
            voice.gettext(MEASURES[f"timeliness.{part}"]),
            tuple(float(each["timeliness"][part]) for _, each in bars),
            tuple(
                f"{voice.number(each['timeliness'][part])} ({voice.per_cent(_percent(each, part))})" for _, each in bars
            ),
        )
        for part in PARTS
    ]
    description = voice.gettext(
        "One bar for each period: in the Code’s time, with more time, and late. The table has the same numbers."
    )
    return Chart(Shape.STACKED, title, description, tuple(head for head, _ in bars), tuple(series))


def _drafted(voice: Voice, stage: str) -> tuple[str, ...]:
    of = voice.document["stages"][stage]
    parts = {part: of["timeliness"][part] for part in PARTS}
    if not of["responses_due"] or None in parts.values():
        return ()
    said = voice.ngettext(
        "At %(stage)s, %(n)s answer was due. In the Code’s time: %(within_target)s; with more time, told in time: "
        "%(within_extension)s; late: %(out_of_target)s.",
        "At %(stage)s, %(n)s answers were due. In the Code’s time: %(within_target)s; with more time, told in time: "
        "%(within_extension)s; late: %(out_of_target)s.",
        of["responses_due"],
        stage=voice.stage(stage),
        **{part: voice.number(count) for part, count in parts.items()},
    )
    return (said,)


def _on_time(voice: Voice) -> Section:
    title = voice.gettext("Answered on time, and not")
    of = [(stage, [each["stages"][stage]["on_time_rate"] for each in voice.documents]) for stage in STAGES]
    of.append(("total", [each["on_time_rate"] for each in voice.documents]))
    lines = []
    for stage, rates in of:
        cells = [
            figure
            for rate, document in zip(rates, voice.documents, strict=True)
            for figure in _both_ways(voice, stage, rate, document)
        ]
        lines.append(Line(voice.stage(stage), tuple(cells), is_total=stage == "total"))
    ways = (N_("%(period)s, on time"), N_("%(period)s, not on time"))
    heads = [voice.gettext(words, period=name) for name in voice.heads for words in ways]
    paths = [*(f"stages.{stage}.on_time_rate" for stage in STAGES), "on_time_rate"]
    return Section(
        key="on_time",
        title=title,
        scope=scopes.of(voice, scopes.DUE),
        table=aimed.beside(voice, Table(title, (voice.gettext("Stages"), *heads), tuple(lines)), paths),
        drafted=tuple(_said_on_time(voice, of)),
    )


def _said_on_time(voice: Voice, of: Sequence[tuple[str, Sequence[float | None]]]) -> Iterator[str]:
    for stage, rates in of:
        if stage != "total" and rates[0] is not None:
            yield voice.gettext(
                "At %(stage)s, %(share)s of the answers that were due went on time, with more time where people were "
                "told.",
                stage=voice.stage(stage),
                share=voice.percent(rates[0]),
            )
            yield from compared.rates(voice, rates[0], rates[1] if len(rates) > 1 else None)


def _both_ways(voice: Voice, stage: str, rate: float | None, of: Document) -> Iterator[Figure]:
    counts = {} if stage == "total" else {"stage": stage}
    on_time = None if rate is None else shown_percent(rate)
    late = None if on_time is None else 100 - on_time  # 100 together, as both are shown
    for part, percent in (("on_time", on_time), ("out_of_target", late)):
        yield voice.opening(voice.per_cent(percent), percent, of, measure=f"timeliness.{part}", **counts)


def _acknowledgements(voice: Voice) -> Section:
    title, scope = voice.gettext("Acknowledgements in time"), scopes.of(voice, scopes.ACKNOWLEDGED)
    figures = {stage: voice.document["stages"][stage]["acknowledgements"] for stage in STAGES}
    if unknown(each["due"] for each in figures.values()):
        return left_out(voice, "acknowledgements", title, scope)
    lines = [
        Line(
            voice.gettext(MEASURES[f"acknowledgements.{name}"]),
            tuple(_named(voice, stage, f"acknowledgements.{name}") for stage in STAGES),
        )
        for name in ("due", "in_time", "unknown")
        if name != "unknown" or any(each["unknown"] for each in figures.values())
    ]
    rates = tuple(_acknowledged_share(voice, stage, each) for stage, each in figures.items())
    lines.append(Line(voice.gettext("Share in time"), rates))
    return Section(
        key="acknowledgements",
        title=title,
        scope=scope,
        table=Table(title, (voice.gettext("Acknowledgements"), *map(voice.stage, STAGES)), tuple(lines)),
        drafted=tuple(_acknowledged(voice)),
    )


def _acknowledged_share(voice: Voice, stage: str, of: Document) -> Figure:
    said = voice.percent(_rate(of["in_time"], of["due"]))
    return voice.opening(said, of["in_time"], stage=stage, measure="acknowledgements.in_time")


def _acknowledged(voice: Voice) -> Iterator[str]:
    for stage in STAGES:
        of = voice.document["stages"][stage]["acknowledgements"]
        if of["due"]:
            yield voice.ngettext(
                "At %(stage)s, %(n)s acknowledgement was due; in time: %(in_time)s (%(share)s).",
                "At %(stage)s, %(n)s acknowledgements were due, and %(in_time)s of them were in time (%(share)s).",
                of["due"],
                stage=voice.stage(stage),
                in_time=voice.number(of["in_time"]),
                share=voice.percent(_rate(of["in_time"], of["due"])),
            )


def _rate(part: int | None, of: int | None) -> float | None:
    return None if part is None or not of else part / of


def _told(voice: Voice) -> Section:
    title, scope = voice.gettext("Whether residents were told"), scopes.of(voice, scopes.DUE)
    figures = [voice.document["stages"][stage]["told"] for stage in STAGES]
    if unknown(each[name] for each in figures for name in TOLD if not name.endswith("unknown")):
        return left_out(voice, "told", title, scope)
    lines = [
        Line(
            voice.gettext(MEASURES[f"told.{name}"]),
            (
                *(_named(voice, stage, f"told.{name}") for stage in STAGES),
                voice.figure(whole(each[name] for each in figures), measure=f"told.{name}"),
            ),
        )
        for name in TOLD
        if not name.endswith("unknown") or any(each[name] for each in figures)
    ]
    untold = whole(each["late_and_untold"] for each in figures) or 0
    said = voice.ngettext(
        "%(n)s person whose answer was late was not told that it would be.",
        "%(n)s people whose answers were late were not told that they would be.",
        untold,
    )
    return Section(
        key="told",
        title=title,
        scope=scope,
        table=Table(title, (voice.gettext("Answers"), *map(voice.stage, (*STAGES, "total"))), tuple(lines)),
        drafted=(said,) if untold else (),
    )


def _named(voice: Voice, stage: str, name: str) -> Figure:
    group, _, part = name.partition(".")
    return voice.figure(voice.document["stages"][stage][group][part], stage=stage, measure=name)


def _days(voice: Voice) -> Section:
    title, scope = voice.gettext("Working days to an answer"), scopes.of(voice, scopes.ANSWERED)
    if _unknown_days(voice):
        return left_out(voice, "days", title, scope)
    heads = [
        voice.gettext("%(stage)s, %(period)s", stage=voice.stage(stage), period=head)
        for stage in STAGES
        for head in voice.heads
    ]
    lines = [
        Line(
            voice.gettext(words),
            tuple(_typical(voice, stage, of, measure, start) for stage in STAGES for of in voice.documents),
        )
        for measure, start, words in DAYS
    ]
    return Section(
        key="days",
        title=title,
        scope=scope,
        table=Table(title, (voice.gettext("Working days"), *heads), tuple(lines)),
        drafted=tuple(_waited(voice)),
    )


def _unknown_days(voice: Voice) -> bool:
    stages = [of["stages"][stage] for of in voice.documents for stage in STAGES]
    return all(of[measure][start] is None for of in stages for measure, start, _ in DAYS)


def _typical(voice: Voice, stage: str, of: Document, measure: str, start: str) -> Figure:
    value = of["stages"][stage][measure][start]
    said = "–" if value is None else voice.decimal(value)
    return voice.opening(said, value is not None, of, stage=stage, measure=f"days.{start}")


def _waited(voice: Voice) -> Iterator[str]:
    for stage in STAGES:
        means = [of["stages"][stage]["mean_working_days"]["from_receipt"] for of in voice.documents]
        if means[0] is not None:
            yield voice.gettext(
                "An answer at %(stage)s took %(days)s working days on average, from the day it began.",
                stage=voice.stage(stage),
                days=voice.decimal(means[0]),
            )
            yield from compared.days(voice, means[0], means[1] if len(means) > 1 else None)
