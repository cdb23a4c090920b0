"""A file that is to bring the past in, read a line at a time: what each line says, or what is wrong with it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from sqlalchemy.orm import Session

from app.adapters import tables
from app.adapters.tallies import Tally
from app.domain.clock.calendar import Calendar
from app.domain.figures.bad_tables import BadTable, TableFault
from app.domain.figures.cells import Cell, CellFault, Days, Wrong, way_of_days
from app.domain.figures.columns import DAYS, LISTS, OF_THE_PAST, heading
from app.domain.figures.rows import Hide, Past, Reader, content, key
from app.domain.figures.telling import OF_OURS, Lists
from app.domain.landlord import lists
from app.services.landlord import landlord
from app.store.landlord import staff

MOST_NAMES = 2_000
"""Different names of one list in one file: more are no list."""
HEADING = 1
Unknown = tuple[str, str, str]
"""A column, the list that its names are of, and one that is not on it."""


@dataclass(frozen=True, slots=True)
class PastFile:
    """A file whose heading was read: its columns, how its days are written, its hash, and what is wrong with it."""

    path: Path
    columns: tuple[str, ...]
    way: Days
    sha256: str
    faults: tuple[BadTable, ...] = ()


@dataclass(frozen=True, slots=True)
class PastLine:
    """A line of a file: what it says and what it is known by; or its cells, and what is wrong with them."""

    number: int
    cells: list[Cell]
    wrong: tuple[Wrong, ...] = ()
    past: Past | None = None
    line: str = ""


@dataclass(slots=True)
class Names:
    """The names that a landlord has, and those that a file has besides."""

    lists: Lists
    create: bool
    twice: frozenset[str] = frozenset()
    missing: dict[str, dict[str, None]] = field(default_factory=dict)

    def check(self, unknown: Iterable[Unknown], handler: str) -> Iterator[Wrong]:
        """Yield the names in a line that nobody here has, and that are not to be made."""
        for column, of, name in unknown:
            if not self.create and of not in OF_THE_PAST:
                yield Wrong(column, name, CellFault.NOT_OURS)
        if handler in self.twice:
            yield Wrong("handler", handler, CellFault.TWO_OF_THAT_NAME)

    def note(self, unknown: Iterable[Unknown]) -> None:
        """Note the names of a good line that are to be made; raises BadTable for a column whose names are no list."""
        for column, of, name in unknown:
            found = self.missing.setdefault(of, {})
            found[name] = None
            if len(found) > MOST_NAMES:
                raise BadTable(TableFault.TOO_MANY_LABELS, column)

    def unknown(self, named: Mapping[str, tuple[str, ...]], handler: str) -> Iterator[Unknown]:
        """Yield the names in a line that nobody here has."""
        for column, names in named.items():
            for name in names:
                if name not in self.lists.keys[LISTS[column]] and name not in OF_OURS.get(column, {}):
                    yield column, LISTS[column], name
        if handler and handler not in self.lists.staff and handler not in self.twice:
            yield "handler", "staff", handler


def open_file(path: Path, way: Days | None = None) -> PastFile:
    """Return a file with its columns, and the one way in which it writes days: the first that it uses, if not said.

    Raises BadTable.
    """
    with closing(tables.lines(path)) as lines:
        _, first = next(lines, (HEADING, []))
        columns, faults = heading(first)
        found = way or next(_ways(lines, columns), Days.ISO)
    return PastFile(path, columns, found, _sha256(path), faults)


def reader(file: PastFile, calendar: Calendar, lookup_key: bytes, today: date) -> Reader:
    """Return what reads the lines of a file on a London day, by the bank holidays that are known."""
    first, last = date(min(calendar.years), 1, 1), date(max(calendar.years), 1, 1)
    return Reader(file.columns, file.way, first, today, last, _hide(lookup_key))


def names(session: Session, *, create: bool) -> Names:
    """Return the names that the landlord has now; with `create`, others are not wrong, but are noted to be made."""
    ours = landlord.current(session)
    keys: Mapping[str, Mapping[str, str]] = {of: lists.keys(ours, of) for of in sorted(set(LISTS.values()))}
    known, twice = _people(session)
    return Names(Lists(keys, known), create, twice)


def read(file: PastFile, reader: Reader, names: Names) -> Iterator[PastLine]:
    """Yield every line of a file but its heading, in order; raises BadTable."""
    with Tally() as before, closing(tables.lines(file.path)) as lines:
        next(lines)
        for number, cells in lines:
            found = reader.read(cells)
            if isinstance(found, tuple):
                named, handler = reader.named(cells)
                yield PastLine(number, cells, (*found, *names.check(names.unknown(named, handler), handler)))
                continue
            unknown = tuple(names.unknown(found.names, found.handler))
            wrong = tuple(names.check(unknown, found.handler))
            if found.reference and before.before(f"reference {found.reference}"):
                wrong += (Wrong("reference", found.reference, CellFault.REFERENCE_TWICE),)
            if wrong:
                yield PastLine(number, cells, wrong)
                continue
            names.note(unknown)
            times = 0 if found.reference else before.before(content(found))
            yield PastLine(number, [], past=found, line=key(found, times))


def _ways(lines: Iterator[tables.Line], columns: tuple[str, ...]) -> Iterator[Days]:
    for _, cells in lines:
        for column, cell in zip(columns, cells, strict=False):
            if column in DAYS and (way := way_of_days(cell)) is not None:
                yield way


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _hide(lookup_key: bytes) -> Hide:
    key = hashlib.sha256(b"complainant " + lookup_key).digest()

    def hide(person: str) -> str:
        return hashlib.blake2b(person.encode(), key=key, digest_size=16).hexdigest()

    return hide


def _people(session: Session) -> tuple[dict[str, int], frozenset[str]]:
    """Return the number of everybody by name, of those here now first, and the names that do not say who it is."""
    here, _ = staff.both(session)
    known: dict[str, int] = {}
    twice: set[str] = set()
    for number, name in [*((each.id, each.name) for each in here), *staff.names(session).items()]:
        if known.setdefault(name, number) != number and number in {each.id for each in here}:
            twice.add(name)
    return known, frozenset(twice)
