"""What a worker does with files of the past that staff sent: both passes, and how far it is (imports.py, passes.py)."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import Enum
from pathlib import Path
from typing import Any

from sqlalchemy.orm import Session

from app.adapters.storage import Storage, address_of
from app.domain.figures.bad_tables import BadTable
from app.domain.figures.past_uploads import Step
from app.services.figures.imports import Done
from app.services.figures.past_files import Names, PastFile, PastLine
from app.services.figures.past_uploads import Found
from app.services.figures.spool import Some
from app.store.figures import imports
from app.store.figures import past_uploads as store
from app.store.figures.past_uploads import FaultLine, Upload

LEASE = timedelta(minutes=2)
"""A file that a worker has not gone on with for so long is taken up by another."""
LOOK_AGAIN_AFTER = timedelta(minutes=1)
TRIES = 3
"""A file over which a worker ended so often, without coming any further, is not tried again."""
MOST_FAULTS = 10_000
"""Faults of one file that are listed: nobody reads on, and the file of bad lines has them all."""
MOST_NAMES, FIRST = 20, 5
"""Names of a list that are shown, and lines."""


class Lost(Exception):
    """The file is gone, or in another worker's hands: nothing more is to be done with it."""


@dataclass(slots=True)
class Progress:
    """How far a worker is with a file, and what it has found that is not written down yet."""

    upload: Upload
    lines: int = 0
    bad: int = 0
    listed: int = 0
    faults: list[FaultLine] = field(default_factory=list)
    done: Done = field(default_factory=Done)

    def count(self, line: PastLine) -> None:
        """Count a line, and note what is wrong with it."""
        self.lines += 1
        self.bad += bool(line.wrong)
        for wrong in line.wrong:
            if self.listed < MOST_FAULTS:
                self.listed += 1
                said = (line.number, wrong.column, wrong.fault.value, wrong.found, "\n".join(wrong.wanted))
                self.faults.append(FaultLine(self.listed, *said))


def claim(session: Session, worker: str, at: datetime) -> Upload | None:
    """Return the next file to see to, which is nobody else's for a while; None when none waits.

    One over which workers were killed again and again is given up: it may be made to kill them, and letters wait.
    """
    upload = store.claim(session, f"{worker} {secrets.token_hex(8)}", at, at + LEASE)
    if upload is None:
        return None
    store.forget_faults(session, upload.id)
    if upload.tries > TRIES:
        give_up(session, upload)
        return None
    return upload


def fetch(storage: Storage, upload: Upload, path: Path) -> None:
    """Put a file where it can be read; raises OSError when it is gone, or no longer what was sent."""
    with path.open("wb") as file:
        for part in storage.parts(upload.address or "", upload.salt):
            file.write(part)


def go_on(session: Session, progress: Progress, at: datetime) -> None:
    """Write down how far the first pass is, and what it found; raises Lost."""
    counted = {"lines": progress.lines, "bad": progress.bad, "through": progress.lines}
    _change(session, progress.upload, look_at=at + LEASE, **counted)
    store.add_faults(session, progress.upload.id, progress.faults)
    progress.faults = []


def known(session: Session, some: Some) -> int:
    """Return how many of these lines were brought in before."""
    return len(imports.known(session, some.keys))


def first(some: Some) -> list[PastLine]:
    """Return the first lines of a slice."""
    return some.lines()[:FIRST]


def checked(session: Session, upload: Upload, file: PastFile, found: Found, known: int) -> None:
    """Write down that a file was checked, and wait for somebody's yes where it may be brought in; raises Lost."""
    step = Step.UNREADABLE if file.faults else Step.CHECKED
    _change(session, upload, step=step.value, found=found.kept(), known=known, look_at=None, tries=0)


def unreadable(session: Session, upload: Upload, error: BadTable) -> None:
    """Write down why nothing of a file can be brought in; raises Lost."""
    found = Found(faults=tuple((each.fault.value, each.found) for each in (*error.before, error)))
    _change(session, upload, step=Step.UNREADABLE.value, found=found.kept(), look_at=None)


def bring_on(session: Session, progress: Progress, done: Done, at: datetime) -> None:
    """Write down that the second pass is a slice further; raises Lost."""
    progress.done += done
    through = progress.done.new + progress.done.known
    _change(session, progress.upload, through=through, look_at=at + LEASE, tries=0)


def brought_in(session: Session, progress: Progress, rejected: str | None) -> None:
    """Write down that a file is in, and where its bad lines are; the file itself is nobody's now. Raises Lost."""
    found = Found(changed=progress.done.changed[:MOST_NAMES])
    where = {"address": None, "rejected": rejected, "look_at": None}
    _change(session, progress.upload, step=Step.DONE.value, found=found.kept(), **where)


def keep_rejected(storage: Storage, upload: Upload, path: Path) -> str:
    """Put the bad lines of a file into the store, and return where; raises OSError."""
    with path.open("rb") as file:
        address = address_of(upload.salt, file)
        storage.put(address, file)
    return address


def try_again(session: Session, upload: Upload, at: datetime) -> None:
    """Leave a file to be taken up once more after a while; one that was tried too often is given up. Raises Lost."""
    if upload.tries >= TRIES:
        give_up(session, upload)
    else:
        _change(session, upload, look_at=at + LOOK_AGAIN_AFTER)


def give_up(session: Session, upload: Upload) -> None:
    """Write down that a file cannot be brought in, and nobody knows why: the log says more. Raises Lost."""
    _change(session, upload, step=Step.GIVEN_UP.value, look_at=None)


def found(file: PastFile, names: Names, first: Sequence[PastLine]) -> Found:
    """Return what a file would bring in: names that are missing, and its first lines as they were understood."""
    missing = {of: (list(some)[:MOST_NAMES], len(some)) for of, some in names.missing.items()}
    faults = tuple((each.fault.value, each.found) for each in file.faults)
    return Found(missing, tuple(_texts(each) for each in first), faults)


def _texts(line: PastLine) -> dict[str, str]:
    said = line.past.said if line.past is not None else {}
    texts = {column: _text(value) for column, value in said.items() if column != "complainant"}
    return {"line": str(line.number), **texts}


def _text(value: Any) -> str:
    match value:
        case Enum():
            return str(value.value)
        case date():
            return value.isoformat()
        case tuple():
            return "; ".join(value)
        case _:
            return str(value)


def _change(session: Session, upload: Upload, **changes: object) -> None:
    if not store.change_held(session, upload, **changes):
        raise Lost(upload.id)
