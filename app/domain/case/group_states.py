"""How a complaint stands in a group, or among those of a known problem: the plain values a case carries (1.2)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum

from app.domain.said import Said


class Binding(Enum):
    """What binds complaints: people who complain together, or a problem that staff find many complain of."""

    GROUP = "group"
    KNOWN_PROBLEM = "known_problem"


@dataclass(frozen=True, slots=True)
class CommonPart:
    """What an answer says to everybody alike: written once for a group, version by version; `by` wrote this one."""

    group: int
    version: int
    words: str
    by: int


@dataclass(frozen=True, slots=True)
class CommonGiven:
    """The common part as it went out in a letter, and what that letter says to this person alone."""

    letter: int
    common: Said
    personal: Said


@dataclass(frozen=True, slots=True)
class Membership:
    """The group that a complaint is in, if any; what its sender called theirs; what was answered in common."""

    number: int | None = None
    binding: Binding | None = None
    told: Said | None = None
    given: tuple[CommonGiven, ...] = ()

    def put_in(self, number: int, binding: Binding) -> Membership:
        """Return this once it is in a group."""
        return replace(self, number=number, binding=binding)

    def taken_out(self) -> Membership:
        """Return this once it is in none; what was answered stays."""
        return replace(self, number=None, binding=None)

    def in_letter(self, letter: int) -> CommonGiven | None:
        """Return what a letter says in common, None where it says nothing so."""
        return next((each for each in self.given if each.letter == letter), None)
