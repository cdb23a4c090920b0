"""The landlord's homes: taken in from a list, and found by postcode."""

from __future__ import annotations

import csv
import hashlib
import io
from dataclasses import dataclass

from sqlalchemy.orm import Session

from app.domain.deed import Deed
from app.domain.landlord.landlord import Landlord
from app.domain.people.homes import COLUMNS, HomesImported, Listed, check_line, listed, postcode, twice
from app.domain.refused import Gap, Why
from app.services.landlord.streams import note
from app.store.landlord import landlord as landlord_store
from app.store.people import homes
from app.store.people.homes import Home

HEADING = 1
"""The line of a file that names its columns."""


@dataclass(frozen=True, slots=True)
class Wrong:
    """What is wrong with one line of a file."""

    line: int
    gap: Gap


class BadFile(Exception):
    """Something in the file is wrong, line by line; nothing of it was kept."""

    def __init__(self, *wrong: Wrong) -> None:
        self.wrong = wrong
        super().__init__(f"{len(wrong)} wrong")


@dataclass(frozen=True, slots=True)
class Imported:
    """How many homes were new, how many were listed otherwise before, and how many the same."""

    added: int
    changed: int
    same: int


def import_(session: Session, text: str, landlord: Landlord, deed: Deed) -> Imported:
    """Take a whole list of homes in and return what it changed; the same list again changes nothing.

    Raises BadFile with all that is wrong, and keeps nothing then. Homes missing from the list stay.
    """
    found = _read(text, landlord)
    landlord_store.hold(session)
    known = homes.all_by_reference(session)
    new = [home for home in found if home.reference not in known]
    other = [home for home in found if home.reference in known and known[home.reference] != home]
    homes.add(session, new)
    for home in other:
        homes.change(session, home)
    if new or other:
        digest = hashlib.sha256(text.encode()).hexdigest()
        note(session, HomesImported(len(new), len(other), digest), deed)
    return Imported(len(new), len(other), len(found) - len(new) - len(other))


def at_postcode(session: Session, typed: str) -> list[Home]:
    """Return the landlord's homes at a postcode, however it was typed; none for what is no postcode."""
    found = postcode(typed)
    return homes.at_postcode(session, found) if found else []


def find(session: Session, home_id: int) -> Home | None:
    """Return the home with this number."""
    return homes.find(session, home_id)


def _read(text: str, landlord: Landlord) -> list[Listed]:
    neighbourhoods = frozenset(each.key for each in landlord.neighbourhoods)
    tenures = frozenset(each.key for each in landlord.tenures)
    rows = csv.DictReader(io.StringIO(text), restval="")
    names = {name.strip().lower() for name in rows.fieldnames or ()}
    if missing := [column for column in COLUMNS if column not in names]:
        raise BadFile(*(Wrong(HEADING, Gap(Why.FILE_WITHOUT_COLUMN, column)) for column in missing))
    lines = [(rows.line_num, _tidy(row)) for row in rows]
    repeated = twice([line["reference"].strip() for _, line in lines])
    wrong = []
    for number, line in lines:
        wrong += [Wrong(number, gap) for gap in check_line(line, neighbourhoods, tenures)]
        if line["reference"].strip() in repeated:
            wrong.append(Wrong(number, Gap(Why.REFERENCE_TWICE, "reference")))
    if wrong:
        raise BadFile(*wrong)
    return [listed(line) for _, line in lines]


def _tidy(row: dict[str | None, object]) -> dict[str, str]:
    return {name.strip().lower(): str(value) for name, value in row.items() if name is not None}
