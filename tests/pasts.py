"""Files that bring the past in, and a landlord with the lists that they name."""

from __future__ import annotations

import csv
import io
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import func, select

from app.db import Database
from app.domain.deed import CLOCK, Deed
from app.domain.landlord.landlord import Choice, Landlord
from app.services.clock import calendars
from app.services.landlord import landlord
from app.store.schema import Base

BEGUN = Deed(CLOCK, datetime(2026, 7, 13, 12, tzinfo=UTC))
HERE = Landlord(
    channels=(Choice("web", "Website"),),
    service_areas=(Choice("repairs", "Repairs"),),
    themes=(Choice("delay", "Delay"), Choice("damp", "Damp, mould")),
    neighbourhoods=(Choice("meads", "The Meads"),),
    contractors=(Choice("fixit", "Fix-It Ltd"),),
)
WHOLE = {
    "reference": "C-1",
    "kind": "complaint",
    "received_on": "2024-01-02",
    "channel": "Website",
    "service_area": "Repairs",
    "theme": "Delay",
    "other_themes": "Damp, mould",
    "directorate": "Property",
    "neighbourhood": "The Meads",
    "tenure": "LCRA",
    "complainant": "T-100",
    "stage_1_acknowledged_on": "2024-01-04",
    "stage_1_extended_to": "2024-01-31",
    "stage_1_extension_told_on": "2024-01-17",
    "stage_1_responded_on": "2024-01-30",
    "stage_1_outcome": "upheld_in_part",
    "refusal_reason": "",
    "stage_2_requested_on": "2024-02-05",
    "stage_2_acknowledged_on": "2024-02-07",
    "stage_2_extended_to": "",
    "stage_2_extension_told_on": "",
    "stage_2_responded_on": "2024-03-01",
    "stage_2_outcome": "upheld",
    "escalation_reason": "Unhappy with the answer",
    "root_cause": "Late parts",
    "handler": "Jo Bell",
    "contractor": "Fix-It Ltd",
    "satisfaction": "2",
    "compensation": "£1,250.50",
    "closed_on": "2024-03-20",
}
"""A line with something in almost every column."""
PLAIN = {"reference": "", "received_on": "2024-05-01", "theme": "Delay", "stage_1_responded_on": "2024-05-09"}


def settle(database: Database) -> None:
    """Give a database bank holidays, and a landlord with lists."""
    with database.writing() as session:
        calendars.seed(session, calendars.years_to_know(BEGUN.on))
        landlord.put(session, HERE, BEGUN)


def written(
    folder: Path, *rows: dict[str, str], name: str = "past.csv", encoding: str = "utf-8", delimiter: str = ","
) -> Path:
    """A file with these lines, under the columns of the first."""
    path = folder / name
    with path.open("w", encoding=encoding, newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]), delimiter=delimiter)
        writer.writeheader()
        writer.writerows(rows)
    return path


def as_csv(*rows: dict[str, str]) -> bytes:
    """The same as somebody sends it."""
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, list(rows[0]))
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue().encode()


def count(database: Database, row: type[Base]) -> int:
    """How many rows of a table there are."""
    with database.reading() as session:
        return session.scalar(select(func.count()).select_from(row)) or 0
