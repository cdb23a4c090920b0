"""The two passes over a file of the past, a line and a slice at a time, for whoever brings it in.

The first checks all of it and writes nothing; the second makes its good lines into cases. Both can be stopped at any
moment and begun again: what was brought in before is known by its line.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass

from sqlalchemy.orm import Session

from app.adapters.tables import Rejects
from app.domain.clock.terms import Terms
from app.domain.deed import Deed
from app.domain.figures.cells import typed
from app.domain.figures.rows import Reader
from app.services.figures import hands, imports, past_files
from app.services.figures.hands import Task
from app.services.figures.imports import Done
from app.services.figures.past_files import Names, PastFile, PastLine
from app.services.figures.spool import Spool

Door = Callable[[], AbstractContextManager[Session]]


@dataclass(frozen=True, slots=True)
class Doors:
    """How whoever brings a file in opens the database: a transaction each time, and a short one."""

    reading: Door
    writing: Door


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

    total = Done()
    for cases in hands.done(tasks(), plan, apart=apart and len(spool) > hands.FEW):
        done = tallied.popleft()
        if cases:
            with doors.writing() as session:
                done += imports.keep(session, cases, plan.deed)
        total += done
        yield done
    with doors.writing() as session:
        imports.finish(session, file, total, plan.deed)
