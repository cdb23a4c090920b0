"""See to files of the past that staff sent: a slice at a time, whenever no word and no file of a case waits."""

from __future__ import annotations

import logging
from collections.abc import Generator, Iterator
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic

from app.adapters import storage
from app.adapters.tables import Rejects
from app.db import reading, writing
from app.domain.clock.terms import Terms
from app.domain.deed import Actor, Deed, london_day
from app.domain.figures.bad_tables import BadTable
from app.domain.figures.cells import Days
from app.domain.figures.past_uploads import Step
from app.now import now
from app.services.figures import imports, passes, past_files, past_work
from app.services.figures.passes import Doors
from app.services.figures.past_files import Names, PastFile, PastLine
from app.services.figures.past_work import Lost, Progress
from app.services.figures.spool import SLICE, Spool
from app.store.figures.past_uploads import Upload
from config import Config

log = logging.getLogger("putright.post")

SAID_EVERY = 10 * SLICE
"""Lines of the first pass after which its page says how far it is."""
DOORS = Doors(reading, writing, monotonic)


class Pasts:
    """What a worker does with files of the past. Killed at any moment, another goes on where it was."""

    def __init__(self, config: Config, worker: str) -> None:
        self.storage = storage.opened(config.storage_url)
        self.lookup_key = config.lookup_key
        self.worker = worker
        self.work: Generator[None, None, None] | None = None

    def step(self) -> bool:
        """Go on with a file by a slice, or take up the next one; return whether there was anything to do."""
        if self.work is None:
            with writing() as session:
                upload = past_work.claim(session, self.worker, now())
            if upload is None:
                return False
            self.work = self._see_to(upload)
        try:
            next(self.work)
        except StopIteration:
            self.work = None
        return True

    def close(self) -> None:
        """Leave the file in hand as it is: a worker goes on with it in a few minutes."""
        if self.work is not None:
            self.work.close()
            self.work = None

    def _see_to(self, upload: Upload) -> Generator[None, None, None]:
        """Take a file through its passes, pausing after each slice; whatever goes wrong with it holds up no other."""
        try:
            with TemporaryDirectory() as folder, Spool() as spool:
                yield from self._passes(upload, Path(folder), spool)
        except Lost:
            log.info("a file of the past is gone, or another worker goes on with it")
        except Exception as error:
            self._end(upload, error)

    def _passes(self, upload: Upload, folder: Path, spool: Spool) -> Iterator[None]:
        path, rejected, progress = folder / "past", folder / "rejected.csv", Progress(upload)
        past_work.fetch(self.storage, upload, path)
        file = past_files.open_file(path, Days(upload.days))
        with reading() as session:
            terms, names = imports.terms(session), past_files.names(session, create=upload.create_missing)
        yield from self._check(file, names, terms, spool, rejected, progress)
        if upload.at is Step.CHECKING or file.faults or (progress.bad and not upload.skip_bad):
            yield from self._show(upload, file, names, spool)
        else:
            yield from self._bring(progress, file, names, terms, spool)
            kept = past_work.keep_rejected(self.storage, upload, rejected) if progress.bad else None
            with writing() as session:
                past_work.brought_in(session, progress, kept)
            self.storage.delete(upload.address or "")

    def _check(
        self, file: PastFile, names: Names, terms: Terms, spool: Spool, rejected: Path, progress: Progress
    ) -> Iterator[None]:
        reader = past_files.reader(file, terms.calendar, self.lookup_key, london_day(now()))
        with Rejects(rejected, file.columns) as rejects:
            for line in passes.check(file, reader, names, spool, rejects):
                progress.count(line)
                if progress.lines % SAID_EVERY == 0:
                    self._say(progress)
                if progress.lines % SLICE == 0:
                    yield
        self._say(progress)

    def _say(self, progress: Progress) -> None:
        with writing() as session:
            past_work.go_on(session, progress, now())

    def _show(self, upload: Upload, file: PastFile, names: Names, spool: Spool) -> Iterator[None]:
        """Write down what a file would bring in, for whoever is to say yes."""
        known, first = 0, list[PastLine]()
        for some in spool:
            first = first or past_work.first(some)
            with reading() as session:
                known += past_work.known(session, some)
            yield
        with writing() as session:
            past_work.checked(session, upload, file, past_work.found(file, names, first), known)

    def _bring(self, progress: Progress, file: PastFile, names: Names, terms: Terms, spool: Spool) -> Iterator[None]:
        for done in passes.bring(DOORS, file, spool, names, terms, Deed(Actor("import"), now()), apart=False):
            with writing() as session:
                past_work.bring_on(session, progress, done, now())
            yield

    def _end(self, upload: Upload, error: Exception) -> None:
        with suppress(Lost), writing() as session:
            if isinstance(error, BadTable):
                past_work.unreadable(session, upload, error)
                return
            log.error("a file of the past could not be gone through", exc_info=error)
            past_work.try_again(session, upload, now())
