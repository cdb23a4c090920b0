"""What is left in the hand of a case that only named people of the staff may see (ruling 4)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum

from app.domain.said import Said

AT_LEAST = 2
"""So many who can work on a complaint always see it, so that no date is missed."""


class RestrictionGround(Enum):
    """Why not everybody may see it."""

    CONCERNED = "concerned"
    SENIOR = "senior"
    SAFEGUARDING = "safeguarding"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class RestrictionState:
    """A restricted case: who may see it, and who of those named for it may deal with it (none: any of them).

    `barred` are the deputies of those concerned, and who reports to them.
    """

    ground: RestrictionGround
    since: date
    said: Said | None
    viewers: frozenset[int]
    barred: frozenset[int]
    handlers: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Interests:
    """Who was asked to declare a conflict of interest in the case and has not yet, who has none, and who has one."""

    asked: frozenset[int] = frozenset()
    clear: frozenset[int] = frozenset()
    conflicted: frozenset[int] = frozenset()
