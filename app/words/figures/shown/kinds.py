"""What came that is no complaint: requests, letters of MPs and councillors, complaints about data (HM2, HM7)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from app.domain.figures.sections import Figure, Line, Section, Table
from app.words.catalogues import N_
from app.words.figures import periods, scopes
from app.words.figures.opens import QUARTERS, within
from app.words.figures.shown.gaps import NONE_OF_THESE, left_out
from app.words.figures.voices import Voice

KINDS = {
    "enquiry": N_("Letters from MPs and councillors"),
    "request": N_("Requests"),
    "data_protection": N_("Complaints about personal data"),
}
PARTS = {
    "received": N_("Received"),
    "done": N_("Dealt with"),
    "in_time": N_("Dealt with in time"),
    "late": N_("Late"),
    "open": N_("Still open"),
    "unknown": N_("Dealt with, not known if in time"),
}


def sections(voice: Voice) -> Iterator[Section]:
    """Yield what is shown of the other kinds."""
    for kind, words in KINDS.items():
        yield _kind(voice, kind, voice.gettext(words))


def _kind(voice: Voice, kind: str, title: str) -> Section:
    key, scope = f"other_kinds.{kind}", scopes.of(voice, scopes.CASES)
    of = voice.document["other_kinds"][kind]
    if not of["received"]:
        return left_out(voice, key, title, scope, NONE_OF_THESE)
    run = [periods.called(each, voice.language) for each in voice.quarters]
    columns = QUARTERS[: len(run)] if len(run) > 1 else ()
    by_quarter = {line["label"]: line for line in of["quarters"]}
    lines = tuple(
        Line(voice.gettext(words), tuple(_figures(voice, f"{key}.{part}", by_quarter.get(part), columns, of[part])))
        for part, words in PARTS.items()
        if part != "unknown" or of[part]
    )
    heads = (title, *(run if columns else ()), voice.gettext("All") if columns else voice.now)
    return Section(key, title, scope, table=Table(title, heads, lines))


def _figures(
    voice: Voice, measure: str, line: Mapping[str, Any] | None, columns: tuple[str, ...], year: int | None
) -> Iterator[Figure]:
    for column in columns:
        count = None if line is None else line[column]
        yield voice.figure(count, measure=measure, **within(voice.quarters, column))
    yield voice.figure(year, measure=measure)
