"""Count the figures that staff look at before they do, one after another, whenever nothing else waits."""

from __future__ import annotations

import logging
from datetime import UTC, datetime, timedelta
from time import monotonic

from app.db import reading, writing
from app.domain.deed import london_day
from app.domain.figures.keeping import SLOW, Place
from app.now import now
from app.services.figures import kept, public
from app.services.figures.kept import Job

log = logging.getLogger("putright.post")

LOOK_EVERY = timedelta(seconds=15)


class Figures:
    """What a worker does with figures. Killed at any moment, another counts them some minutes later."""

    def __init__(self, slow: int = SLOW) -> None:
        self.slow = slow
        self.look_at = datetime.min.replace(tzinfo=UTC)

    def step(self) -> bool:
        """Count the figures that need it most; return False: it can wait for what else there is to do.

        And between two a moment passes in which nobody reads for long: else SQLite's log could not be emptied.
        """
        if now() < self.look_at:
            return False
        with reading() as session:
            job = kept.look(session, now(), self.slow)
            for_everybody = public.is_waiting(session)
        if for_everybody:
            self._count_for_everybody()
        if job is None:
            self.look_at = now() + LOOK_EVERY
            return False
        with writing() as session:
            mine = kept.begin(session, job)
        if mine and job.work.anew is not None:
            self._count(job.work.anew, job)
        return False

    def _count_for_everybody(self) -> None:
        """Count what everybody reads anew, after a change as big as a file of past complaints; the night does else."""
        today = london_day(now())
        with writing() as session:
            waiting = public.claim(session, today)
        for period in waiting:
            try:
                with reading() as session:
                    document = public.counted(session, period, today)
                with writing() as session:
                    public.keep_claimed(session, period, document, now())
            except Exception:  # shown as they were until the night
                log.exception("what everybody reads from %s to %s could not be counted", period.first, period.last)

    def _count(self, place: Place, job: Job) -> None:
        try:
            begun = monotonic()
            with reading() as session:
                document = kept.count(session, place, job.at)
            took = timedelta(seconds=monotonic() - begun)
            with writing() as session:
                kept.keep(session, place, job, document, took)
        except Exception:  # whatever goes wrong with these holds up nothing else: they are tried again later
            log.exception("the figures from %s to %s could not be counted", place.period.first, place.period.last)
        else:
            log.info("figures were counted in %.1f s", took.total_seconds())
