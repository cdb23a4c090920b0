"""The columns of a file that brings the past in: what each is called, and what may stand in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from app.domain.figures.bad_tables import BadTable, TableFault

RECEIVED_ON = "received_on"
COLUMNS = (
    "reference",
    "kind",
    RECEIVED_ON,
    "channel",
    "service_area",
    "theme",
    "other_themes",
    "directorate",
    "neighbourhood",
    "tenure",
    "complainant",
    "stage_1_acknowledged_on",
    "stage_1_extended_to",
    "stage_1_extension_told_on",
    "stage_1_responded_on",
    "stage_1_outcome",
    "refusal_reason",
    "stage_2_requested_on",
    "stage_2_acknowledged_on",
    "stage_2_extended_to",
    "stage_2_extension_told_on",
    "stage_2_responded_on",
    "stage_2_outcome",
    "escalation_reason",
    "root_cause",
    "handler",
    "contractor",
    "satisfaction",
    "compensation",
    "closed_on",
)
DAYS = frozenset(column for column in COLUMNS if column.endswith(("_on", "_to")))
STAGE_2 = (*(column for column in COLUMNS if column.startswith("stage_2_")), "escalation_reason")

LISTS: Mapping[str, str] = {
    "channel": "channels",
    "service_area": "service_areas",
    "theme": "themes",
    "other_themes": "themes",
    "directorate": "directorates",
    "neighbourhood": "neighbourhoods",
    "tenure": "tenures",
    "contractor": "contractors",
    "root_cause": "root_causes",
    "escalation_reason": "escalation_reasons",
    "refusal_reason": "refusal_reasons",
}
"""Under which of the landlord's lists the names in a column stand."""
OF_THE_PAST = frozenset({"directorates", "root_causes", "escalation_reasons", "refusal_reasons"})
"""Lists that take in whatever a file says: how somebody was organised, or gave a reason, is nothing to have now."""


class Heading(NamedTuple):
    """What a first line says: the columns, without a name where we know none, and what is wrong with them."""

    columns: tuple[str, ...]
    faults: tuple[BadTable, ...] = ()


def heading(cells: Sequence[object], known: Sequence[str] = COLUMNS, needed: Sequence[str] = (RECEIVED_ON,)) -> Heading:
    """Return the columns that a first line names, however it is written large or small.

    Columns without a name at the end are none. Raises BadTable where no line could be read by them.
    """
    names = [str(cell).strip().lower() for cell in cells]
    while names and not names[-1]:
        names.pop()
    if not names:
        raise BadTable(TableFault.NO_HEADING)
    faults = tuple(_faults(names, known))
    for name in needed:
        if name not in names:
            raise BadTable(TableFault.COLUMN_MISSING, name, faults)
    return Heading(tuple(name if _counts(names, place, known) else "" for place, name in enumerate(names)), faults)


def _faults(names: Sequence[str], known: Sequence[str]) -> Iterator[BadTable]:
    for place, name in enumerate(names):
        if name not in known:
            yield BadTable(TableFault.UNKNOWN_COLUMN, name)
        elif name in names[:place]:
            yield BadTable(TableFault.COLUMN_TWICE, name)


def _counts(names: Sequence[str], place: int, known: Sequence[str]) -> bool:
    return names[place] in known and names[place] not in names[:place]
