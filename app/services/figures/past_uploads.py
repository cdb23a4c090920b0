"""Files of the past that staff send: kept, shown, agreed to or thrown away. The worker does the rest (past_work.py)."""

from __future__ import annotations

import hashlib
import json
import logging
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from os import SEEK_END
from typing import Any, BinaryIO

from sqlalchemy.orm import Session

from app.adapters import tables
from app.adapters.storage import Storage, address_of
from app.domain.deed import Deed
from app.domain.figures import past_uploads
from app.domain.figures.bringing import PastConfirmed
from app.domain.figures.cells import Days
from app.domain.figures.import_whys import ImportWhy
from app.domain.figures.past_uploads import Step
from app.domain.record import canonical
from app.domain.refused import Gap, Refused, Why
from app.services.case.histories import SALT_BYTES
from app.services.landlord.streams import note
from app.store.figures import past_uploads as store
from app.store.figures.past_uploads import Upload

log = logging.getLogger("putright.imports")


@dataclass(frozen=True, slots=True)
class Taken:
    """A file that is in the store, and that nobody knows of yet."""

    called: str
    size: int
    sha256: str
    address: str
    salt: bytes


@dataclass(frozen=True, slots=True)
class Found:
    """What the page of a file shows besides its bad lines: it is kept as JSON, and goes with the file.

    `missing` are the names that would be made, by list: the first of them, and how many there are. `first` are the
    first good lines, column by column; `faults` what is wrong with the whole, and `changed` the lines that say
    something else than when they were brought in.
    """

    missing: Mapping[str, tuple[list[str], int]] = field(default_factory=dict)
    first: tuple[Mapping[str, str], ...] = ()
    faults: tuple[tuple[str, str], ...] = ()
    changed: tuple[int, ...] = ()

    def kept(self) -> str:
        """Return it as it is kept."""
        return canonical(self)

    @staticmethod
    def read(kept: str) -> Found:
        """Return what was kept."""
        said: dict[str, Any] = json.loads(kept) if kept else {}
        lists = (tuple(said.get(name, ())) for name in ("first", "faults", "changed"))
        return Found(said.get("missing", {}), *lists)


def take(storage: Storage, sent: BinaryIO, called: str) -> Taken:
    """Put a file into the store, outside any transaction; raises Refused when it cannot be taken, or kept."""
    size = sent.seek(0, SEEK_END)
    sent.seek(0)
    past_uploads.check_size(size)
    if not tables.looks_like_one(sent):
        raise Refused(Gap(ImportWhy.NO_TABLE, "file"))
    salt = secrets.token_bytes(SALT_BYTES)
    address, sha256 = address_of(salt, sent), hashlib.sha256()
    while part := sent.read(tables.CHUNK):
        sha256.update(part)
    sent.seek(0)
    try:
        storage.put(address, sent)
    except OSError as error:
        log.exception("a file of the past could not be kept")
        raise Refused(Gap(Why.FILE_NOT_KEPT, "file")) from error
    return Taken(called, size, sha256.hexdigest(), address, salt)


def add(session: Session, taken: Taken, days: Days, deed: Deed, *, create_missing: bool) -> int:
    """Keep that a file came, and return its number: that of the same file, where it was sent so and is not in yet."""
    known = store.same(session, taken.sha256, days.value, create_missing=create_missing)
    if known is not None:
        return known
    row = {
        "sha256": taken.sha256,
        "called": taken.called,
        "size": taken.size,
        "days": days.value,
        "create_missing": create_missing,
        "skip_bad": False,
        "sent_by": deed.by.staff_id,
        "sent_at": deed.at,
        "step": Step.CHECKING.value,
        "address": taken.address,
        "salt": taken.salt,
        "found": "",
        "look_at": deed.at,
        "holder": "",
    }
    return store.add(session, row | dict.fromkeys(("lines", "bad", "known", "through", "tries"), 0))


def confirm(session: Session, number: int, deed: Deed, *, skip_bad: bool) -> None:
    """Let a file be brought in that was checked; raises Refused, or LookupError where there is none."""
    upload = _held(session, number)
    step = past_uploads.confirm(upload.at, upload.counted, skip_bad=skip_bad)
    again = {"look_at": deed.at, "holder": "", "tries": 0, "through": 0}
    store.change(session, number, step=step.value, skip_bad=skip_bad, **again)
    note(session, PastConfirmed(upload.sha256, upload.bad), deed)


def throw_away(session: Session, number: int) -> None:
    """Forget a file that nobody wants brought in; raises as `confirm` does. The file itself goes with the sweep."""
    past_uploads.refuse_to_throw_away(_held(session, number).at)
    store.remove(session, number)


def _held(session: Session, number: int) -> Upload:
    upload = store.find(session, number, held=True)
    if upload is None:
        raise LookupError(number)
    return upload
