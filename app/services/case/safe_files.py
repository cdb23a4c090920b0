"""Make files safe to open: scanned for viruses where there is a scanner, pictures drawn anew without place (R13).

Those of complaints that are still being told too. Nothing slow stands in a transaction: a file is claimed, looked
through, and then marked.
"""

from __future__ import annotations

import io
import logging
from collections import deque
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from app.adapters import pictures
from app.adapters.pictures import Unreadable
from app.adapters.storage import Storage, address_of
from app.adapters.virus_scan import Clamd, NotScanned
from app.domain.case import evidence
from app.domain.case.files import FileKind, Scan, Unusable
from app.domain.deed import CLOCK, Deed
from app.services.case import histories
from app.store.case import complaints
from app.store.case.draft_files import FILES as OF_DRAFTS
from app.store.case.draft_files import DraftFile
from app.store.case.evidence import FILES as OF_CASES
from app.store.case.evidence import KeptFile
from app.store.figures import past_uploads

log = logging.getLogger("putright.evidence")

LEASE = timedelta(minutes=5)
TRIES = 3
"""A file in which the worker died so often is not tried again: it may be made to kill it."""
LOOK_AGAIN_AFTER = timedelta(minutes=1)
ON_ITS_WAY = timedelta(hours=1)
"""A file is on the disk a moment before the record says so: one this young is never swept out."""
AT_ONCE = 500
GONE: Mapping[str, None] = dict.fromkeys(("address", "thumbnail", "salt", "look_at"))
"""What is left of a file that nobody can open."""


@dataclass(frozen=True, slots=True)
class Ready:
    """A file that may be opened: where it is kept now, as what, and whether a scanner has seen it."""

    address: str
    thumbnail: str | None
    kind: FileKind
    scan: Scan


def claim(session: Session, at: datetime) -> KeptFile | DraftFile | None:
    """Return the next file to look through, which is nobody else's for a while; None when none waits."""
    return OF_CASES.claim(session, at, at + LEASE) or OF_DRAFTS.claim(session, at, at + LEASE)


def look_through(storage: Storage, scanner: Clamd | None, file: KeptFile | DraftFile) -> Ready | Unusable | None:
    """Return what has become of a file; None when that cannot be said just now, and it must be tried again."""
    if file.tries > TRIES or file.address is None or file.salt is None:
        return Unusable.UNREADABLE
    try:
        parts = storage.parts(file.address, file.salt)
        if scanner is None:
            deque(parts, maxlen=0)  # it is there, and whole
        elif not scanner.is_clean(parts):
            return Unusable.VIRUS
        scan = Scan.NOT_SCANNED if scanner is None else Scan.CLEAN
        kind = FileKind(file.kind)
        if not kind.is_picture:
            return Ready(file.address, None, kind, scan)
        drawn = pictures.drawn_anew(storage.get(file.address, file.salt))
        full, small = (_kept(storage, file.salt, each) for each in drawn)
        return Ready(full, small, FileKind.JPEG, scan)
    except Unreadable:
        return Unusable.UNREADABLE
    except (NotScanned, OSError):
        log.exception("a file could not be looked through")
        return None


def finish(session: Session, file: KeptFile | DraftFile, found: Ready | Unusable | None, at: datetime) -> None:
    """Mark what has become of a file; one that is gone meanwhile, or that another worker has, stays as it is."""
    if isinstance(file, DraftFile):
        OF_DRAFTS.change(session, file, **_changes(file, found, at))
    elif not isinstance(found, Unusable):
        OF_CASES.change(session, file, **_changes(file, found, at))
    else:
        (key,) = complaints.find_all(session, [file.case_id])
        with histories.opened(session, key.reference, Deed(CLOCK, at)) as case:
            if OF_CASES.change(session, file, **GONE):
                case.add(evidence.set_aside(case.complaint, file.number, found))


def _changes(file: KeptFile | DraftFile, found: Ready | Unusable | None, at: datetime) -> dict[str, object]:
    match found:
        case None:
            return {"look_at": at + LOOK_AGAIN_AFTER, "tries": file.tries - 1}
        case Ready(address, thumbnail, kind, scan):
            where = {"address": address, "thumbnail": thumbnail}
            return {**where, "kind": kind.value, "scan": scan.value, "look_at": None}
        case Unusable():
            return {**GONE, "set_aside": found.value}


def nobodys(session: Session, addresses: Iterable[str]) -> set[str]:
    """Return those of these addresses that nothing names any more: of what was erased, left, or drawn anew since."""
    asked = list(addresses)
    parts = [asked[start : start + AT_ONCE] for start in range(0, len(asked), AT_ONCE)]
    named = (files.named(session, part) for part in parts for files in (OF_CASES, OF_DRAFTS, past_uploads))
    return set(asked).difference(*named)


def every(session: Session) -> dict[str, bytes]:
    """Return the address of every file that a case, a draft or an import names, with its salt."""
    return dict(OF_CASES.every(session)) | dict(OF_DRAFTS.every(session)) | dict(past_uploads.every(session))


def _kept(storage: Storage, salt: bytes, content: bytes) -> str:
    address = address_of(salt, io.BytesIO(content))
    storage.put(address, io.BytesIO(content))
    return address
