"""What the list behind a figure says that it is of (8.1)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import Enum

from app.domain.figures.satisfaction import OVERALL
from app.domain.figures.stages import UNKNOWN
from app.words.case.surveys import QUESTIONS, SCORES
from app.words.catalogues import N_, catalogue
from app.words.figures.measures import MEASURES, SECTIONS
from app.words.figures.packs import due_said
from app.words.figures.shown.flows import FLOW, PROMISED
from app.words.figures.shown.kinds import KINDS, PARTS
from app.words.figures.shown.outcomes import MERGED_WORDS, UPHELD_AT_ALL, ground_said

ALONE: Mapping[str, str] = {
    f"outcomes.{UPHELD_AT_ALL}": MERGED_WORDS[UPHELD_AT_ALL],
    "outcomes.decided": N_("All that we decided"),
    "outcomes.merged": N_("Decided, stopped or not accepted"),
    "among_upheld": N_("Received, and upheld in whole or in part"),
    "timeliness.on_time": N_("Answered on time"),
    "days.from_receipt": N_("Answers of which the working days from the day it came are known"),
    "days.from_acknowledgement": N_("Answers of which the working days from the acknowledgement are known"),
    "compensation": N_("Answers with compensation accepted or paid"),
    "tsm.CH01": N_("CH01: complaints received"),
    "tsm.CH02.due": N_("CH02: answers due"),
    "tsm.CH02.in_time": N_("CH02: answered in the Code’s time"),
    "promises.made": N_("Promises made"),
    "promises.kept": N_("Promises kept by the first day or a later one"),
}
SATISFACTION = {
    "answered": N_("All who answered"),
    "satisfied": N_("Very or fairly satisfied"),
    **{each.value: words for each, words in SCORES.items()},
}


class Unit(Enum):
    """What a figure counts one by one."""

    COMPLAINTS = "complaints"
    STAGES = "stages"
    CASES = "cases"
    PROMISES = "promises"
    PEOPLE = "people"


UNITS = {"promises": Unit.PROMISES, "repeat_complainants": Unit.PEOPLE, "other_kinds": Unit.CASES}
"""By what the name of a measure begins with."""


def unit(measure: str, stage: int | None) -> Unit:
    """Return what a measure counts: complaints, where it is of one stage."""
    family = measure.partition(".")[0]
    if family.startswith("satisfaction"):
        return Unit.COMPLAINTS
    return UNITS.get(family, Unit.STAGES if stage is None else Unit.COMPLAINTS)


def said(measure: str, language: str) -> str:
    """Return what a measure is called; one that says little alone, with what it is a part of."""
    family, _, part = measure.partition(".")
    if measure in MEASURES:
        words = MEASURES[measure]
        return _two(SECTIONS[family], words, language) if part == UNKNOWN else catalogue(language).gettext(words)
    if family in FAMILIES and measure not in ALONE:
        return FAMILIES[family](part, language)
    return catalogue(language).gettext(ALONE[measure])


def _kind(named: str, language: str) -> str:
    kind, _, part = named.partition(".")
    return _two(KINDS[kind], PARTS[part], language)


def _question(named: str, language: str) -> str:
    question, _, part = named.partition(".")
    spoken = catalogue(language).gettext
    values = {"question": spoken(QUESTIONS[question]), "answer": spoken(SATISFACTION[part])}
    return spoken(N_("%(question)s %(answer)s")) % values


def _refused(ground: str, language: str) -> str:
    return _two(MEASURES["outcomes.refused"], ground_said(ground, language), language)


def _often(least: str, language: str) -> str:
    return catalogue(language).gettext(N_("People with %(n)s complaints or more")) % {"n": least}


def _two(of: str, part: str, language: str) -> str:
    """Return what a part of something is called; what is in our own language already stays so."""
    spoken = catalogue(language).gettext
    return spoken(N_("%(of)s: %(part)s")) % {"of": spoken(of), "part": spoken(part)}


FAMILIES: Mapping[str, Callable[[str, str], str]] = {
    "refused_by_ground": _refused,
    "stock": lambda part, language: catalogue(language).gettext(FLOW[part]),
    "live": due_said,
    "promises": lambda part, language: catalogue(language).gettext(PROMISED[part]),
    "other_kinds": _kind,
    "repeat_complainants": _often,
    "satisfaction": lambda part, language: _question(f"{OVERALL}.{part}", language),
    "satisfaction_by_question": _question,
}
