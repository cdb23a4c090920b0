"""The figures of a period at a glance: the short tables that staff look at, every count told apart by stage (8.1)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

from app.domain.figures.documents import Document
from app.domain.figures.sections import Figure, Line, Section, Table
from app.domain.figures.targets import at
from app.words.catalogues import N_
from app.words.figures import measures, opens
from app.words.figures.presented import picked, sections
from app.words.figures.shown.gaps import without_tenure
from app.words.figures.voices import STAGES, Voice

LATE = "acknowledgements.late"
"""What a document leaves to be told from those due and those in time."""
ALWAYS = frozenset({"received", "responses_due", "responded", "open"})
"""Lines that stand even where both stages have none; others are left out then."""
BREAKDOWNS = "breakdowns."
OF_A_REPORT = ("targets", BREAKDOWNS)
"""Sections of a report whose tables stand here too."""
FIGURE = N_("Figure")
PER_HOMES = N_("Received, per 1,000 homes")
OF_HOMES = N_("Received, as a share of homes")
CH01 = N_("%(tenure)s: received, per 1,000 homes (CH01)")
CH02 = N_("%(tenure)s: answered in time (CH02)")


def tables(document: Document, language: str) -> tuple[Section, ...]:
    """Return a section for each group of figures, then those of a report; without the period before, and shares."""
    voice = Voice(document | {"previous": None}, language)
    found = sections(voice.document, language)
    days = (_of_one_period(voice, each) for each in picked(found, ("days",)))
    return (*_groups(voice), *days, _homes(voice), *map(_narrow, picked(found, OF_A_REPORT)))


def _of_one_period(voice: Voice, section: Section) -> Section:
    """Return a table of both stages without the name of the only period that it is of, in its heads."""
    if section.table is None:
        return section
    heads = (section.table.heads[0], *map(voice.stage, STAGES))
    return replace(section, table=replace(section.table, heads=heads))


def _narrow(section: Section) -> Section:
    """Return a breakdown without its last column, the shares: a name and three numbers fit on a phone."""
    table = section.table
    if table is None or not section.key.startswith(BREAKDOWNS):
        return section
    lines = tuple(replace(line, figures=line.figures[:-1]) for line in table.lines)
    return replace(section, table=replace(table, heads=table.heads[:-1], lines=lines))


def _groups(voice: Voice) -> Iterator[Section]:
    for group, title in measures.SECTIONS.items():
        names = [name for name in measures.MEASURES if _group(name) == group]
        lines = tuple(_line(voice, name) for name in names if _shown(voice.document, name))
        said = voice.gettext(title)
        table = Table(said, _heads(voice), lines) if lines else None
        yield Section(f"glance.{group or 'counts'}", said, "", table=table)


def _homes(voice: Voice) -> Section:
    """Return what came, and was answered in time, to the homes we own; without a table where nobody stated any."""
    lines = tuple(_to_homes(voice))
    title = voice.gettext("To the homes we own")
    if not lines:
        return Section("glance.homes", title, "")
    return Section("glance.homes", title, without_tenure(voice), table=Table(title, _heads(voice), lines))


def _to_homes(voice: Voice) -> Iterator[Line]:
    tenures = [tenure for tenure, homes in voice.document["homes"].items() if homes]
    if tenures:
        yield _rate(voice, voice.gettext(PER_HOMES), "relative_to_homes.{}.per_1000_homes", voice.decimal)
        yield _rate(voice, voice.gettext(OF_HOMES), "relative_to_homes.{}.share_of_homes", voice.percent)
    for tenure in tenures:
        received, in_time = (f"tsm.{tenure}.{measure}.stage_{{}}" for measure in ("CH01", "CH02"))
        yield _rate(voice, voice.gettext(CH01, tenure=tenure), received, voice.decimal)
        yield _rate(voice, voice.gettext(CH02, tenure=tenure), in_time, voice.per_cent)


def _rate(voice: Voice, head: str, path: str, say: Callable[[float | None], str]) -> Line:
    return Line(head, tuple(_measured(voice, path.format(stage), say) for stage in STAGES))


def _measured(voice: Voice, path: str, say: Callable[[float | None], str]) -> Figure:
    value = at(voice.document, path)
    return voice.opening("–" if value is None else say(value), value, **opens.at(path))


def _heads(voice: Voice) -> tuple[str, ...]:
    return voice.gettext(FIGURE), *map(voice.stage, STAGES)


def count(document: Document, stage: str, name: str) -> int | None:
    """Return a figure of a stage by its name; None where it is unknown."""
    found: Any = document["stages"][stage]
    if name == LATE:
        due, in_time = (found["acknowledgements"][part] for part in ("due", "in_time"))
        return None if due is None else int(due - in_time)
    for part in name.split("."):
        found = found[part]
    return None if found is None else int(found)


def _group(name: str) -> str:
    group, _, rest = name.partition(".")
    return group if rest else ""


def _shown(document: Document, name: str) -> bool:
    return name in ALWAYS or any(count(document, stage, name) != 0 for stage in STAGES)


def _line(voice: Voice, name: str) -> Line:
    counts = {stage: count(voice.document, stage, name) for stage in STAGES}
    figures: Iterator[Figure] = (voice.figure(counts[stage], stage=stage, measure=name) for stage in STAGES)
    return Line(voice.gettext(measures.MEASURES[name]), tuple(figures))
