"""Lines made into cases, beside the process that writes them: so two cores are at work at once."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context, parent_process
from threading import Thread

from app.domain.clock.calendar import Calendar
from app.domain.clock.profiles import profile
from app.domain.clock.terms import Terms
from app.domain.deed import Deed
from app.domain.figures.telling import Lists, tell
from app.services.figures import bulk
from app.services.figures.bulk import NewCase
from app.services.figures.spool import Some

FEW = 2_000
"""Lines that are done before another process has begun."""
MOST = 3
"""Processes beside the one that writes: more would wait for it."""
AHEAD = 2
"""Slices made before they are asked for, by each: no more of a file is held than these."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What must be known to make cases of lines; it can be sent to another process."""

    columns: tuple[str, ...]
    lists: Lists
    profile: str
    calendar: Calendar
    deed: Deed


@dataclass(frozen=True, slots=True)
class Task:
    """A slice of lines, and the reference that each is given which nobody brought in before."""

    some: Some
    references: dict[str, str]


def done(tasks: Iterable[Task], plan: Plan, *, apart: bool) -> Iterator[list[NewCase]]:
    """Yield the cases of each task, in order; `apart`: made by other processes, which end when this one does."""
    if not apart:
        yield from (_do(task, plan) for task in tasks)
        return
    hands = min(MOST, os.cpu_count() or 1)
    with ProcessPoolExecutor(hands, get_context("spawn"), initializer=_begin, initargs=(plan,)) as pool:
        waiting: deque[Future[list[NewCase]]] = deque()
        for task in tasks:
            waiting.append(pool.submit(_do_as_begun, task))
            if len(waiting) >= AHEAD * hands:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()


def _do(task: Task, plan: Plan) -> list[NewCase]:
    if not task.references:
        return []
    terms = Terms(profile(plan.profile), plan.calendar)
    found = []
    for line in task.some.lines():
        reference = task.references.get(line.line)
        if reference is not None and line.past is not None:
            events = tuple(tell(line.past, line.line, plan.columns, reference, plan.lists, terms))
            found.append(bulk.make(line.line, events, plan.calendar, plan.deed))
    return found


_plan: Plan
"""That of this process, which does nothing else."""


def _begin(plan: Plan) -> None:
    global _plan  # noqa: PLW0603 - sent once, for a calendar is as large as a slice
    _plan = plan
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    """End when who hands out the tasks is gone, be it killed: else this would wait for ever."""
    if parent := parent_process():
        parent.join()
    os._exit(1)


def _do_as_begun(task: Task) -> list[NewCase]:
    return _do(task, _plan)
