"""What of a report everybody may read: one rule for pages, prints and files, by which nobody is recognised (8.1).

    public(document) -> the same document, with None where it stands but is left out

A whole count, like the answers of a quarter that were in time, tells of nobody. A part of one may: who lives beside
the one person that complained of something knows who that was. What is left out of a document is in nothing drawn from
it: neither in a table, nor a share, a sentence or a bar. Each year is judged by itself, and always alike, so that the
reports of two years leave the same of one year out.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from copy import deepcopy
from datetime import date
from typing import Any

from app.domain.case.signposts import months_after
from app.domain.figures import safe_answers, safe_parts, safe_stages
from app.domain.figures.documents import COUNTED_IN, Document, percents
from app.domain.figures.periods import DAY, MONTHS_OF_A_YEAR
from app.domain.figures.tables import Figure, figures
from app.domain.figures.targets import Status, at

LEFT_OUT = "left out"
UNKNOWN = "unknown"
PARTED = ("service_area", "theme", "channel")
"""The dimensions of which the page of how we are doing shows parts."""
SHOWN = (
    *("stages", "escalation_rate", "on_time_rate", "tsm", "homes"),
    *(f"breakdowns.{dimension}" for dimension in PARTED),
)
"""What the file of that page holds: its tables, to the keys of the document."""
NAMED = ("breakdowns.", "breakdowns_among_upheld.", "quarters.", "hot_spots")
"""Where a line without a name is what nobody knows."""
HEADS = ("from", "to", *Figure._fields)

Row = tuple[str | int | float | None, ...]


def public(document: Document) -> Document:
    """Return a document without what everybody may not read; of what is left out, None stands in its place."""
    found = _of_one(deepcopy(document))
    if found.get("previous"):
        found["previous"] = _of_one(found["previous"])
    return found


def with_percents(document: Document) -> Document:
    """Return a document whose shares are shown as they are now: one that was frozen earlier rounded each by itself."""
    found = document | {"stages": {stage: _percented(of) for stage, of in document["stages"].items()}}
    return found | {"previous": with_percents(document["previous"])} if document.get("previous") else found


def _percented(stage: Document) -> Document:
    shares = stage.get("shares") or {}
    return (
        stage | {"shares": {name: _percents(name, stage, parts) for name, parts in shares.items()}} if shares else stage
    )


def _percents(name: str, stage: Document, shares: Document | None) -> Document | None:
    counts = {part: stage[COUNTED_IN[name]][part] for part in shares or ()}
    if shares is None or None in counts.values() or not sum(counts.values()):
        return shares
    shown = percents(name, counts, stage["outcomes"])
    return {part: each | {"percent": float(shown[part])} for part, each in shares.items()}


def is_a_year(document: Document) -> bool:
    """Return whether a document is of a whole year."""
    first, last = (date.fromisoformat(document["period"][name]) for name in ("from", "to"))
    return last == months_after(first, MONTHS_OF_A_YEAR) - DAY


def _of_one(document: Document) -> Document:
    of_a_year = is_a_year(document)
    stages_told = all(map(safe_stages.is_large, document["stages"].values()))
    safe_stages.hide(document, is_a_year=of_a_year)
    safe_parts.hide(document, is_a_year=of_a_year, stages_told=stages_told)
    safe_answers.hide(document)
    if document.get("repeat_complainants"):
        safe_stages.hide_repeated(document["repeat_complainants"])
    for path, target in (document.get("targets") or {}).items():
        if target["value"] is not None and at(document, path) is None:
            target |= {"value": None, "status": Status.UNKNOWN.value}
    return document


def rows(document: Document, only: Collection[str] = ()) -> Iterator[Row]:
    """Yield every figure that everybody may read as a row of a file: of which time, where it stands, and its unit.

    `only`: those under these keys. What is left out says so; a table that is left out whole does in one row.
    """
    when = (document["period"]["from"], document["period"]["to"])
    document = with_percents(document)
    shown = {each[:3]: each.value for each in figures(public(document))}
    whole: set[str] = set()
    for each in figures(document):
        if only and not _is_under(each, only):
            continue
        if each[:3] in shown:
            yield (*when, *_said(each, shown[each[:3]]))
        elif each.table not in whole:
            whole.add(each.table)
            yield (*when, each.table, "", "", each.unit, LEFT_OUT)


def _is_under(figure: Figure, keys: Collection[str]) -> bool:
    path = f"{figure.table}.{figure.measure}." if figure.table else f"{figure.measure}."
    return any(path.startswith(f"{key}.") for key in keys)


def _said(figure: Figure, shown: Any) -> Row:
    is_left_out = shown is None and (figure.value is not None or _is_left_out_for_all(figure))
    is_unknown = not figure.line and figure.table.removeprefix("previous.").startswith(NAMED)
    line = UNKNOWN if is_unknown else figure.line
    return figure.table, line, figure.measure, figure.unit, LEFT_OUT if is_left_out else shown


def _is_left_out_for_all(figure: Figure) -> bool:
    """Return whether the staff's own report leaves this out too: who complained is kept apart from complaints."""
    return figure.table.removeprefix("previous.").startswith("profile.") and figure.measure == "complainants"
