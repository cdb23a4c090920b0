"""Files on the disk: those of one case written out for whoever asks, those that no case names any more taken away."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

from app.adapters.files import TYPES
from app.cli.file_copies import ours
from app.db import reading
from app.domain.case.files import FileKind
from app.services.case import safe_files
from app.store.case.evidence import KeptFile

log = logging.getLogger("putright.files")


def write_out(files: Iterable[KeptFile], folder: Path) -> int:
    """Write these files into a new folder that only its owner may open, and return how many; raises OSError."""
    kept = ours()
    folder.mkdir(mode=0o700)
    written = 0
    for file in files:
        if file.address is not None and file.salt is not None:
            _, ending = TYPES[FileKind(file.kind)]
            (folder / f"{file.number}.{ending}").write_bytes(kept.get(file.address, file.salt))
            written += 1
    return written


def sweep(at: datetime) -> int:
    """Take away what is nobody's; returns 1 where that must be tried again."""
    try:
        kept = ours()
        for addresses in kept.older_than(at - safe_files.ON_ITS_WAY):
            with reading() as session:
                nobodys = safe_files.nobodys(session, addresses)
            for address in nobodys:
                kept.delete(address)
    except Exception:
        log.exception("files that are nobody's could not be taken away")
        return 1
    return 0
