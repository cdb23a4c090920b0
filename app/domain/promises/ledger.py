"""A promise as it stands: who sees to it, by when, what became of it, and what the resident says of it (7.3)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

from app.domain.said import Said

ASKED_AGAIN_AFTER = timedelta(weeks=4)
"""How long after it was done the resident is asked whether it has lasted (R28)."""
ASKED_WITHIN = timedelta(weeks=4)
"""How long a question may be late: after that nobody would know what it is about, and it is not asked."""


class Source(Enum):
    """Where a promise was given."""

    ANSWER = "answer"
    ACKNOWLEDGEMENT = "acknowledgement"
    CALL = "call"
    MESSAGE = "message"
    OMBUDSMAN_ORDER = "ombudsman_order"


class Verdict(Enum):
    """What the resident says of a promise."""

    KEPT = "kept"
    PARTLY = "partly"
    NOT_DONE = "not_done"


class Ending(Enum):
    """How a promise ends that is not kept (ruling 23)."""

    NO_LONGER_WANTED = "no_longer_wanted"
    NO_ACCESS = "no_access"
    TO_COURT = "to_court"


class Approach(Enum):
    """A way in which we tried to be let in."""

    VISIT = "visit"
    CALL = "call"
    TEXT = "text"
    EMAIL = "email"
    LETTER = "letter"


class Occasion(Enum):
    """When the resident is asked whether it was fixed: once for each."""

    DATE_PASSED = "date_passed"
    FOUR_WEEKS = "four_weeks"


class Look(Enum):
    """Who looked into it once the resident had said that it was not done (ruling 23)."""

    SPOKE = "spoke"
    INSPECTION = "inspection"
    MANAGER = "manager"


class Stands(Enum):
    """How a promise stands, in the one word that resident and staff both see (R20)."""

    TO_DO = "to_do"
    NEW_DATE = "new_date"
    LATE = "late"
    DONE = "done"
    KEPT = "kept"
    PARTLY = "partly"
    NOT_DONE = "not_done"
    ENDED = "ended"


DISPUTES = frozenset({Verdict.PARTLY, Verdict.NOT_DONE})


@dataclass(frozen=True, slots=True)
class Move:
    """A date that a person moved, and why: the resident was told by a letter."""

    old: date
    new: date
    said: Said


@dataclass(frozen=True, slots=True)
class Proposal:
    """Another day that a contractor's person asks for; staff decide by a day of our own whether it moves."""

    new: date
    said: Said
    decide_by: date


@dataclass(frozen=True, slots=True)
class AccessTry:
    """One try to be let in."""

    on: date
    by: Approach


@dataclass(frozen=True, slots=True)
class PromiseState:
    """One promise. `letter` is 0 where none stands behind it; `contractor` is a key of the landlord's list.

    `done_on` is the day we say it was done: who disputes that opens it again, and `done_on` stays what we said.
    `times_not_done` counts how often the resident said it was not, or only partly, done; `redo_by` is when the
    owner must act on that. `waits`: we asked and have not heard. `asked_due` and `asked_kept` are the days asked about.
    """

    number: int
    said: Said
    owner: int
    due_on: date
    letter: int
    first_due_on: date
    source: Source = Source.ANSWER
    contractor: str = ""
    moves: tuple[Move, ...] = ()
    done_on: date | None = None
    proof: Said | None = None
    verdict: Verdict | None = None
    judged_on: date | None = None
    judged: Said | None = None
    times_not_done: int = 0
    redo_by: date | None = None
    waits: bool = False
    asked_due: date | None = None
    asked_kept: date | None = None
    tries: tuple[AccessTry, ...] = ()
    appointments_missed: tuple[date, ...] = ()
    proposed: Proposal | None = None
    ending: Ending | None = None
    ended_on: date | None = None
    ended: Said | None = None

    @property
    def disputed(self) -> bool:
        """Return whether the resident says that it was not, or only partly, done."""
        return self.ending is None and self.verdict in DISPUTES

    @property
    def kept_on(self) -> date | None:
        """Return the day it was kept: as we say, or on the resident's word; None while it is open or ended unkept."""
        if self.ending is not None or self.disputed:
            return None
        return self.done_on or (self.judged_on if self.verdict is Verdict.KEPT else None)

    @property
    def open(self) -> bool:
        """Return whether it is still to be kept."""
        return self.ending is None and self.kept_on is None

    @property
    def asks(self) -> bool:
        """Return whether we would like to hear: we asked, or say that it is done and they have not answered."""
        return self.waits or (self.kept_on is not None and self.verdict is None)

    @property
    def asked_next(self) -> date | None:
        """Return the day on which the night asks whether it was fixed; None: it asks no more as things stand."""
        return min((day for _, day in self._questions()), default=None)

    def may_be_judged(self, today: date) -> bool:
        """Return whether the resident may say what they think: once we say it is done, or its date has passed."""
        return self.ending is None and (self.done_on is not None or self.verdict is not None or self.due_on < today)

    def failed(self, today: date) -> bool:
        """Return whether it is open though its date has passed, or though we said that it was done."""
        return self.disputed or (self.open and self.due_on < today)

    def stands(self, today: date) -> Stands:
        """Return how it stands on a London day."""
        if self.ending is not None:
            return Stands.ENDED
        if self.verdict is not None:
            return Stands(self.verdict.value)
        if self.done_on is not None:
            return Stands.DONE
        if self.due_on < today:
            return Stands.LATE
        return Stands.NEW_DATE if self.moves else Stands.TO_DO

    def occasion(self, today: date) -> Occasion | None:
        """Return on which occasion the night asks today, None when it does not; four weeks on, it asks for both."""
        due = {occasion for occasion, day in self._questions() if day <= today <= day + ASKED_WITHIN}
        return Occasion.FOUR_WEEKS if Occasion.FOUR_WEEKS in due else next(iter(due), None)

    def _questions(self) -> Iterator[tuple[Occasion, date]]:
        if self.ending is not None or self.disputed:
            return
        if self.asked_due != self.due_on and self.verdict is None:
            yield Occasion.DATE_PASSED, self.due_on + timedelta(days=1)
        kept = self.kept_on
        if kept is not None and self.asked_kept != kept:
            again = kept + ASKED_AGAIN_AFTER
            if self.judged_on is None or self.judged_on < again:
                yield Occasion.FOUR_WEEKS, again
