"""What every table of files does alike: hand the next one to a worker, mark it, and say what is kept where."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Generic, Protocol, TypeVar

from sqlalchemy import Table, insert, or_, select, update
from sqlalchemy.orm import Session


class File(Protocol):
    """What is asked of a file in any of the tables; without an address it is gone."""

    @property
    def number(self) -> int: ...
    @property
    def address(self) -> str | None: ...
    @property
    def look_at(self) -> datetime | None: ...
    def _asdict(self) -> dict[str, object]: ...


F = TypeVar("F", bound=File)


@dataclass(frozen=True, slots=True)
class FileTable(Generic[F]):
    """A table of files: each is known by the `owner` column and its number, and read as `file`, column for field."""

    table: Table
    owner: str
    file: Callable[..., F]

    def add(self, session: Session, file: F) -> None:
        """Keep where a new file is."""
        session.execute(insert(self.table), [file._asdict()])

    def claim(self, session: Session, at: datetime, until: datetime) -> F | None:
        """The next file whose time has come, which nobody else takes until then; None where none waits."""
        column = self.table.c
        due = select(self.table).where(column.look_at <= at, column.address.is_not(None))
        row = session.execute(due.order_by(column.look_at).limit(1).with_for_update(skip_locked=True)).first()
        if row is None:
            return None
        taken = {"look_at": until, "tries": row.tries + 1}
        self.change(session, self.file(**row._mapping), **taken)
        return self.file(**{**row._mapping, **taken})

    def change(self, session: Session, file: F, **changes: object) -> bool:
        """Change where a file is kept, or how far it is; False where it is no longer what it was when it was read."""
        column = self.table.c
        same = (
            column[self.owner] == getattr(file, self.owner),
            column.number == file.number,
            column.address == file.address,
            column.look_at == file.look_at,
        )
        done = session.execute(update(self.table).where(*same).values(**changes))
        return bool(done.rowcount)  # type: ignore[attr-defined]

    def named(self, session: Session, addresses: Iterable[str]) -> set[str]:
        """Those of these addresses at which some file of this table is kept."""
        asked = list(addresses)
        if not asked:
            return set()
        full, small = self.table.c.address, self.table.c.thumbnail
        rows = select(full, small).where(or_(full.in_(asked), small.in_(asked)))
        return {address for row in session.execute(rows) for address in row if address}

    def every(self, session: Session) -> Iterator[tuple[str, bytes]]:
        """Where every file is kept, small ones too, and its salt."""
        column = self.table.c
        for address, thumbnail, salt in session.execute(select(column.address, column.thumbnail, column.salt)):
            yield from ((each, salt) for each in (address, thumbnail) if each and salt)
