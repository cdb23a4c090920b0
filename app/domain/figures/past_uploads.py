"""A file of the past that staff sent: how far it is, and when it may be brought in."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from app.domain.figures.import_whys import ImportWhy
from app.domain.refused import Gap, Refused

LARGEST = 50 * 1024 * 1024
"""In bytes: some 150,000 complaints with every column filled."""


class Step(Enum):
    """How far a file is. CHECKING and BRINGING wait for the worker, or are in its hands."""

    CHECKING = "checking"
    CHECKED = "checked"
    UNREADABLE = "unreadable"
    BRINGING = "bringing"
    DONE = "done"
    GIVEN_UP = "given_up"

    @property
    def is_busy(self) -> bool:
        """Return whether the worker has something to do."""
        return self in (Step.CHECKING, Step.BRINGING)


@dataclass(frozen=True, slots=True)
class Counted:
    """What a file comes to: its lines, how many are bad or were here before, and how many are gone through by now."""

    lines: int = 0
    bad: int = 0
    known: int = 0
    through: int = 0

    @property
    def good(self) -> int:
        """Return how many lines may be brought in."""
        return self.lines - self.bad

    @property
    def new(self) -> int:
        """Return how many lines were not here before the file was sent."""
        return max(self.good - self.known, 0)


def check_size(size: int) -> None:
    """Raise Refused for a file that is empty, or larger than any list of complaints."""
    if not size:
        raise Refused(Gap(ImportWhy.FILE_IS_EMPTY, "file"))
    if size > LARGEST:
        raise Refused(Gap(ImportWhy.FILE_TOO_LARGE, "file"))


def confirm(step: Step, counted: Counted, *, skip_bad: bool) -> Step:
    """Return what a file that was checked comes to when somebody confirms it; raises Refused when it may not be."""
    if step is not Step.CHECKED:
        raise Refused(ImportWhy.NOT_CHECKED)
    if counted.bad and not skip_bad:
        raise Refused(Gap(ImportWhy.BAD_LINES, "skip_bad"))
    if not counted.good:
        raise Refused(ImportWhy.NO_GOOD_LINES)
    return Step.BRINGING


def refuse_to_throw_away(step: Step) -> None:
    """Raise Refused for a file that nobody can throw away any more: it is being brought in, or was."""
    if step in (Step.BRINGING, Step.DONE):
        raise Refused(ImportWhy.CANNOT_BE_THROWN_AWAY)
