"""The two passes over a file of the past, a line and a slice at a time, for whoever brings it in.

The first checks all of it and writes nothing; the second makes its good lines into cases. Both can be stopped at any
moment and begun again: what was brought in before is known by its line.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass

from sqlalchemy.orm import Session

from app.adapters.tables import Rejects
from app.domain.clock.terms import Terms
from app.domain.deed import Deed
from app.domain.figures.cells import typed
from app.domain.figures.rows import Reader
from app.services.figures import hands, imports, past_files
from app.services.figures.bulk import NewCase
from app.services.figures.hands import Task
from app.services.figures.imports import Done
from app.services.figures.past_files import Names, PastFile, PastLine
from app.services.figures.spool import SLICE, Spool

Door = Callable[[], AbstractContextManager[Session]]


LONGEST_HOLD = 0.25
"""Seconds for which nobody else can write: half of what they may have to wait, for this machine may be busier soon."""
FEWEST = 10
"""Cases that are kept at once however slow it is: each time costs the disk as much."""


@dataclass(frozen=True, slots=True)
class Doors:
    """How whoever brings a file in opens the database: a transaction each time, and a short one by the `watch`."""

    reading: Door
    writing: Door
    watch: Callable[[], float]


class Keeper:
    """Keeps cases, so many at once that nobody waits long for their turn: fewer where it was slow, more where not."""

    def __init__(self, doors: Doors) -> None:
        self.doors, self.at_once = doors, SLICE

    def keep(self, cases: Sequence[NewCase], deed: Deed) -> Done:
        """Keep these cases, and return how many are new."""
        done, left = Done(), cases
        while left:
            some, left = left[: self.at_once], left[self.at_once :]
            with self.doors.writing() as session:
                begun = self.doors.watch()  # what we waited for others is not what they wait for us
                done += imports.keep(session, some, deed)
            self._learn(len(some), self.doors.watch() - begun)
        return done

    def _learn(self, cases: int, took: float) -> None:
        fits = int(cases * LONGEST_HOLD / took) if took > 0 else SLICE
        self.at_once = min(max(fits, FEWEST), SLICE)


def check(file: PastFile, reader: Reader, names: Names, spool: Spool, rejects: Rejects) -> Iterator[PastLine]:
    """Yield every line of a file: the good are set aside in the spool, the bad among the rejects; raises BadTable."""
    for line in past_files.read(file, reader, names):
        if line.past is not None:
            spool.add(line)
        else:
            rejects.add([typed(cell, file.way) for cell in line.cells])
        yield line


def bring(
    doors: Doors, file: PastFile, spool: Spool, names: Names, terms: Terms, deed: Deed, *, apart: bool
) -> Iterator[Done]:
    """Make the lines of a spool into cases, and yield what became of each slice as it is kept.

    `apart`: other processes make them, where there are many. Raises Refused where the settings cannot be kept.
    """
    with doors.writing() as session:
        plan = imports.begin(session, file, names, terms, deed)
    tallied: deque[Done] = deque()

    def tasks() -> Iterator[Task]:
        for some in spool:
            with doors.reading() as session:
                task, before = imports.task(session, some)
            tallied.append(before)
            yield task

    total, keeper = Done(), Keeper(doors)
    for cases in hands.done(tasks(), plan, apart=apart and len(spool) > hands.FEW):
        done = tallied.popleft()
        if cases:
            done += keeper.keep(cases, plan.deed)
        total += done
        yield done
    with doors.writing() as session:
        imports.finish(session, file, total, plan.deed)
