"""What the landlord states beside its complaints: what it wants to reach, and how often people get in touch (HM11)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from app.domain.figures.sections import Figure, Line, Section, Table
from app.domain.figures.targets import Status
from app.domain.landlord.tenures import Tsm
from app.words.catalogues import N_
from app.words.figures import periods, scopes
from app.words.figures.opens import QUARTERS, at
from app.words.figures.shown.homes import TENURES
from app.words.figures.voices import STAGES, Voice
from app.words.say import say

OF_A_STAGE = {
    "on_time_rate": N_("%(stage)s: answered on time"),
    "shares.timeliness.within_target.share": N_("%(stage)s: answered in the Code’s time"),
    "shares.timeliness.within_extension.share": N_("%(stage)s: answered with more time"),
    "shares.timeliness.out_of_target.share": N_("%(stage)s: answered late"),
    "mean_working_days.from_receipt": N_("%(stage)s: working days to an answer"),
}
OF_BOTH = {
    "on_time_rate": N_("Answered on time"),
    "escalation_rate": N_("Stage 2 to Stage 1"),
    "satisfied_rate": N_("Satisfied with how we dealt with it"),
    "contact_demand.total.in_time_rate.year": N_("Contacts answered in time"),
}
OF_HOMES = {
    "share_of_homes": N_("%(stage)s: as a share of homes"),
    "per_1000_homes": N_("%(stage)s: for 1,000 homes"),
}
IN_NUMBERS = ("mean_working_days.from_receipt", "per_1000_homes")


def sections(voice: Voice) -> Iterator[Section]:
    """Yield what is shown of what was stated; nothing where nothing was."""
    yield from _targets(voice)
    yield from _contacts(voice)


def _targets(voice: Voice) -> Iterator[Section]:
    targets = voice.document.get("targets") or {}
    lines = tuple(
        Line(name, tuple(_judged(voice, path, targets[path]))) for path, name in _names(voice) if path in targets
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


def _names(voice: Voice) -> Iterator[tuple[str, str]]:
    """Yield the way to each measure that may have a target, with what it is called."""
    for path, words in OF_BOTH.items():
        yield path, voice.gettext(words)
    for stage in STAGES:
        for path, words in OF_A_STAGE.items():
            yield f"stages.{stage}.{path}", voice.gettext(words, stage=voice.stage(stage))
    for stage in (*STAGES, "total"):
        for path, words in OF_HOMES.items():
            yield f"relative_to_homes.{stage}.{path}", voice.gettext(words, stage=voice.stage(stage))
    for tenure in Tsm:
        for stage in STAGES:
            values = {"homes": voice.gettext(TENURES[tenure]), "stage": voice.stage(stage)}
            yield f"tsm.{tenure.value}.CH02.stage_{stage}", voice.gettext("CH02, %(homes)s, %(stage)s", **values)


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
