"""The words a complaint's record is written in: how it came, whose it is, what was understood and what was found."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum

from app.domain.clock.profiles import Finding, Stage
from app.domain.said import Said


@dataclass(frozen=True, slots=True)
class Removal:
    """Words that are gone: since which day, and why. No reason: they were erased in time, with the whole case."""

    on: date
    reason: Said | None = None
    text: int = 0


class Channel(Enum):
    """How the complaint reached the landlord (3.1, 3.2)."""

    PORTAL = "portal"
    EMAIL = "email"
    PHONE = "phone"
    LETTER = "letter"
    IN_PERSON = "in_person"
    SOCIAL_MEDIA = "social_media"
    OTHER = "other"


class ForWhom(Enum):
    """Whose complaint it is (1.2, 1.3)."""

    ME = "me"
    SOMEONE_ELSE = "someone_else"
    GROUP = "group"


class Danger(Enum):
    """The answer to: could anyone get hurt? (ruling 3)"""

    NOW = "now"
    SOON = "soon"
    NO = "no"
    NOT_SURE = "not_sure"


class Wanted(Enum):
    """What would put it right, as the form offers it (7.1)."""

    APOLOGY = "apology"
    EXPLANATION = "explanation"
    WORK_DONE = "work_done"
    MONEY = "money"
    CHANGE = "change"
    OTHER = "other"
    NOT_SURE = "not_sure"


class Ours(Enum):
    """Whether the landlord is responsible for a point (5.7)."""

    OURS = "ours"
    NOT_OURS = "not_ours"
    UNCLEAR = "unclear"


class Ended(Enum):
    """Why a complaint goes no further. OVER: it was at an end when it was brought in from earlier records."""

    WITHDRAWN = "withdrawn"
    REFUSED = "refused"
    MERGED = "merged"
    MISTAKE = "mistake"
    DIED = "died"
    OVER = "over"


@dataclass(frozen=True, slots=True)
class Point:
    """One numbered point of the definition; `theirs` is the resident's own wording where it differs (ruling 9)."""

    number: int
    said: Said
    ours: Ours
    elsewhere: Said | None = None
    theirs: Said | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """One numbered outcome that the resident wants (5.6)."""

    number: int
    said: Said


@dataclass(frozen=True, slots=True)
class Definition:
    """What we understand the complaint to be; no outcomes means: not known yet, and the letter asks (ruling 9)."""

    version: int = 0
    points: tuple[Point, ...] = ()
    outcomes: tuple[Outcome, ...] = ()


@dataclass(frozen=True, slots=True)
class PointFound:
    """What was found about a point, and where the reasons are (6.7)."""

    point: int
    finding: Finding
    reasons: Said


@dataclass(frozen=True, slots=True)
class Extension:
    """More time that was taken: from which date to which (6.4, 6.15)."""

    old_date: date
    new_date: date
    letter: int


class Reason(Enum):
    """Why an answer takes longer, as a list that can be counted."""

    INSPECTION = "inspection"
    THIRD_PARTY = "third_party"
    COMPLEX = "complex"
    RESIDENT_ASKED = "resident_asked"
    EVIDENCE = "evidence"
    STAFF_AWAY = "staff_away"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class MoreTimeProposal:
    """More time as it was asked for: until when, why in a word and in words, and who asked."""

    stage: Stage
    new_date: date
    reason: Reason
    said: Said
    meanwhile: Said | None
    update_every: int
    by: int


class Fact(Enum):
    """A fact of the record that can have been typed wrong."""

    RECEIVED_ON = "received_on"
    STAGE_2_ASKED_ON = "stage_2_asked_on"
    HOME = "home"


@dataclass(frozen=True, slots=True)
class CorrectionProposal:
    """One fact, as it was and as it should be (both as text), why, and who says so."""

    fact: Fact
    old: str
    new: str
    said: Said
    by: int


@dataclass(frozen=True, slots=True)
class MistakeProposal:
    """Why somebody says that it was logged by mistake, and who."""

    said: Said
    by: int


@dataclass(frozen=True, slots=True)
class Closure:
    """What a finished complaint taught us (9.1); `cause` is a key of the landlord's list, or empty with words."""

    on: date
    cause: str
    cause_said: Said | None
    learning: Said
    wider: bool
