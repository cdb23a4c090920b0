"""See to files that people sent, one at a time, whenever no word waits to go out (app/services/case/safe_files.py)."""

from __future__ import annotations

import logging

from app.adapters import storage
from app.adapters.virus_scan import Clamd
from app.db import writing
from app.domain.changed import Changed
from app.now import now
from app.services.case import safe_files
from config import Config, Misconfigured

log = logging.getLogger("putright.post")

TRIES_TO_MARK = 5


class Files:
    """What a worker does with files; raises Misconfigured where no storage or scanner can be what is named."""

    def __init__(self, config: Config) -> None:
        try:
            self.storage = storage.opened(config.storage_url)
            self.scanner = Clamd(config.CLAMD_URL) if config.CLAMD_URL else None
        except ValueError as error:
            raise Misconfigured(str(error)) from error

    def step(self) -> bool:
        """Look through one file; return whether there was one."""
        with writing() as session:
            file = safe_files.claim(session, now())
        if file is None:
            return False
        found = safe_files.look_through(self.storage, self.scanner, file)
        for tries_left in reversed(range(TRIES_TO_MARK)):
            try:
                with writing() as session:
                    safe_files.finish(session, file, found, now())
            except Changed:  # somebody wrote in the same case at this moment
                if not tries_left:
                    raise
            else:
                log.info("a file was looked through: %s", type(found).__name__)
                break
        return True
