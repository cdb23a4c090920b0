"""What everybody is shown of a report, in words: tables, charts and true sentences without any small count (8.1)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from app.domain.figures.documents import Document
from app.domain.figures.for_everybody import PARTED, is_a_year, public, with_percents
from app.domain.figures.safe_parts import is_thin
from app.domain.figures.sections import Chart, Figure, Line, Section, Series, Shape, Table
from app.words.catalogues import N_, catalogue
from app.words.figures.presented import picked, sections
from app.words.figures.shown import outcomes
from app.words.figures.shown.gaps import OF_A_YEAR, TOO_SMALL, is_listed, listed
from app.words.figures.told import COLUMNS as COLUMNS_LEFT_OUT
from app.words.figures.told import LEFT_OUT, NOTE, told
from app.words.figures.voices import Voice

WHOLE = (
    *("volumes", "quarters.stage", "outcomes_merged.1", "outcomes_merged.2", "on_time", "acknowledgements"),
    *("escalation_rate", "tsm.CH01", "tsm.CH02"),
)
"""Sections of a report that the page of how we are doing shows, beside its parts."""
OF_PARTS = ("breakdowns", "quarters", "cross", "top", "top_upheld", "hot_spots", "tsm")
"""Groups of sections that are told of whole years alone."""
REFUSALS = "refusals"
REASONS = N_("The reasons were: %(reasons)s.")
MOST_BARS = 20
COLUMNS = {
    "from": N_("The first day of the time that the figure is of"),
    "to": N_("The last day of that time"),
    "table": N_("Which table the figure stands in: a stage, or what complaints were about"),
    "line": N_("The line of that table, as the landlord calls it; “unknown” where nobody noted it"),
    "measure": N_("What was counted"),
    "unit": N_("What it is counted in: a fraction of 1 is a share, 0.25 being a quarter"),
    "value": N_("The figure. Empty: not known. “left out”: a number from 1 to 9, or one that would give it away"),
}


def shown(document: Document, language: str) -> tuple[Section, ...]:
    """Return what everybody is shown of a document on the page of how we are doing, and what is left out of it."""
    voice = Voice(document, language)
    keys = (*WHOLE, *(f"breakdowns.{dimension}" for dimension in PARTED))
    found = picked(report(document | {"previous": None}, language), keys)
    alone = [each for each in found if is_listed(voice, each)]
    told = (*(each for each in found if each not in alone), *listed(voice, alone))
    return tuple(_of_its_time(each, voice) for each in told)


def report(document: Document, language: str) -> tuple[Section, ...]:
    """Return all that an annual report shows, as everybody may read it; a section of which nothing may be says why."""
    document = with_percents(document)
    safe = public(document)
    voice = Voice(document, language)
    seen = {each.key: each for each in sections(_drawable(document, safe), language)}
    return tuple(_told(voice, safe, each, seen.get(each.key)) for each in sections(document, language))


def drafts_for_everybody(document: Document, told: Sequence[Section], language: str) -> Mapping[str, str]:
    """Return what stands for everybody in the place of words that are only our draft of all figures.

    Whoever signed a report before small numbers were left out of its sentences signed these.
    """
    whole = {each.key: " ".join(each.drafted) for each in sections(document, language)}
    public = {each.key: " ".join(each.drafted) for each in told}
    return {text: public[key] for key, text in whole.items() if text and text != public[key]}


def _drawable(document: Document, safe: Document) -> Document:
    """Return what may be read in the shape that sections are drawn of: a thinned breakdown has a table of its own.

    Who lives here is drawn without small groups for everybody.
    """
    found = safe | {"customer_base": document.get("customer_base"), "breakdowns": _full(safe)}
    if safe.get("previous"):
        before = safe["previous"]
        found["previous"] = before | {"breakdowns": _full(before)}
    return found


def _full(document: Document) -> Mapping[str, object]:
    breakdowns = document.get("breakdowns") or {}
    return {
        name: None if is_thin(lines) and not document.get("stated") else lines for name, lines in breakdowns.items()
    }


def _told(voice: Voice, safe: Document, whole: Section, seen: Section | None) -> Section:
    if whole.table is None:
        return whole
    found = None if seen is None else told(voice, whole, seen)
    group, _, dimension = whole.key.partition(".")
    if found is None and group == "breakdowns":
        found = _parts(voice, whole, safe["breakdowns"][dimension])
    if whole.key == REFUSALS and found != whole:
        return _with_reasons(voice, whole, found)
    return found or Section(whole.key, whole.title, whole.scope, gap=voice.gettext(_why(voice.document, group)))


def _why(document: Document, group: str) -> str:
    return OF_A_YEAR if group in OF_PARTS and not is_a_year(document) else TOO_SMALL


def _with_reasons(voice: Voice, whole: Section, found: Section | None) -> Section:
    """Return why complaints were not accepted by name, where it is not told how often (8.1 b)."""
    grounds = outcomes.grounds_given(voice)
    named = voice.gettext(REASONS, reasons="; ".join(grounds)) if grounds else ""
    if found is None:
        gap = " ".join(filter(None, (voice.gettext(TOO_SMALL), named)))
        return Section(whole.key, whole.title, whole.scope, gap=gap)
    return replace(found, note=" ".join(filter(None, (found.note, named))))


def dictionary(language: str) -> list[tuple[str, str]]:
    """Return what each column of a file of figures means."""
    return [(name, catalogue(language).gettext(words)) for name, words in COLUMNS.items()]


def _of_its_time(section: Section, voice: Voice) -> Section:
    """Return a section whose table says of which time it is: another time stands on the same page."""
    table = section.table
    return replace(section, table=table and replace(table, caption=f"{table.caption}, {voice.now}"))


def _note(voice: Voice, whole: Section) -> str:
    """Return why a breakdown is thinned, and of which columns."""
    heads = whole.table.heads[1:] if whole.table else ()
    columns = "; ".join(head for head in heads if head != voice.stage("total"))
    return " ".join((voice.gettext(NOTE), voice.gettext(COLUMNS_LEFT_OUT, columns=columns)))


def _parts(voice: Voice, whole: Section, lines: Sequence[Mapping[str, Any]] | None) -> Section | None:
    """Return how complaints part by a dimension, both stages together; None where that could tell of somebody."""
    if not lines:
        return None
    title = whole.title
    labels = tuple(voice.label(line["label"]) for line in lines)
    counts = [line["total"] for line in lines]
    said = tuple(voice.gettext(LEFT_OUT) if count is None else voice.number(count) for count in counts)
    counted = voice.gettext("Complaints")
    chart = Chart(
        Shape.BARS,
        title,
        voice.gettext("The same as the table below. What is left out has no bar."),
        labels,
        (Series(counted, tuple(counts), said),),
    )
    table = Table(
        title,
        (title, counted),
        tuple(Line(label, (Figure(word),)) for label, word in zip(labels, said, strict=True)),
    )
    chart_too = chart if len(lines) <= MOST_BARS else None
    return Section(whole.key, title, whole.scope, table=table, chart=chart_too, note=_note(voice, whole))
