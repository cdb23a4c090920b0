"""Files that no case names any more go from the disk: of words that were erased, and of pictures drawn anew since."""

from __future__ import annotations

import logging
from datetime import datetime

from flask import current_app

from app.adapters import storage
from app.db import reading
from app.services.case import safe_files

log = logging.getLogger("putright.files")


def sweep(at: datetime) -> int:
    """Take away what is nobody's; returns 1 where that must be tried again."""
    try:
        kept = storage.opened(current_app.extensions["config"].storage_url)
        for addresses in kept.older_than(at - safe_files.ON_ITS_WAY):
            with reading() as session:
                nobodys = safe_files.nobodys(session, addresses)
            for address in nobodys:
                kept.delete(address)
    except Exception:
        log.exception("files that are nobody's could not be taken away")
        return 1
    return 0
