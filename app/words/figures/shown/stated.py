"""What the landlord states beside its complaints: what it wants to reach, and how often people get in touch (HM11)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from app.domain.figures.sections import Figure, Line, Section, Table
from app.domain.figures.statable import TARGETS
from app.domain.figures.targets import Status
from app.words.figures import periods, scopes
from app.words.figures.opens import QUARTERS, at
from app.words.figures.statable import called
from app.words.figures.voices import Voice
from app.words.say import say

IN_NUMBERS = ("mean_working_days.from_receipt", "per_1000_homes")


def sections(voice: Voice) -> Iterator[Section]:
    """Yield what is shown of what was stated; nothing where nothing was."""
    yield from _targets(voice)
    yield from _contacts(voice)


def _targets(voice: Voice) -> Iterator[Section]:
    targets = voice.document.get("targets") or {}
    lines = tuple(
        Line(called(path, voice.language), tuple(_judged(voice, path, targets[path])))
        for path in TARGETS
        if path in targets
    )
    if not lines:
        return
    title = voice.gettext("What we wanted to reach")
    heads = (
        voice.gettext("Measure"),
        voice.gettext("Target"),
        voice.gettext("Tolerated"),
        voice.now,
        voice.gettext("How it stands"),
    )
    yield Section("targets", title, scopes.of(voice, scopes.TARGETS), table=Table(title, heads, lines))


def _judged(voice: Voice, path: str, of: Mapping[str, Any]) -> Iterator[Figure]:
    written = _way(voice, path)
    for value in (of["target"], of["tolerance"]):
        yield Figure("–" if value is None else written(value))
    value = of["value"]
    yield voice.opening("–" if value is None else written(value), value, **at(path))
    yield Figure(say(Status(of["status"]), voice.language), is_words=True)


def _way(voice: Voice, path: str) -> Callable[[float], str]:
    """Return how the values of a measure are said: CH02 is in per cent, other rates are shares of 1."""
    if path.startswith("tsm."):
        return voice.per_cent
    return voice.decimal if path.endswith(IN_NUMBERS) else voice.percent


def _contacts(voice: Voice) -> Iterator[Section]:
    of = voice.document.get("contact_demand")
    if not of:
        return
    title = voice.gettext("How often people get in touch")
    run = [periods.called(periods.period_of(each), voice.language) for each in voice.document["quarters_run"]]
    columns = (*QUARTERS[: len(run)], "year")
    lines = [
        Line(voice.label(line["label"]), tuple(Figure(voice.number(line[each])) for each in columns))
        for line in of["contacts"]
    ]
    total = of["total"]
    contacts = tuple(Figure(voice.number(total["contacts"][each])) for each in columns)
    lines.append(Line(voice.gettext("All contacts"), contacts, is_total=True))
    rates = tuple(Figure(voice.percent(total["in_time_rate"][each])) for each in columns)
    lines.append(Line(voice.gettext("Answered in time, of those of which it is known"), rates))
    heads = (voice.gettext("How they got in touch"), *run, voice.gettext("The whole time"))
    yield Section("contact_demand", title, scopes.of(voice, scopes.STATED), table=Table(title, heads, tuple(lines)))
