"""A report as it is read from its first page to its last: chapters of words and figures, on a screen or on paper."""

from __future__ import annotations

from dataclasses import dataclass

from app.domain.figures.sections import Section


@dataclass(frozen=True, slots=True)
class Said:
    """Words with a heading of their own, beside figures."""

    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Shown:
    """A section of figures, and what somebody says of it; drafted sentences stand only where nobody wrote any."""

    section: Section
    beside: tuple[Said, ...] = ()


@dataclass(frozen=True, slots=True)
class Chapter:
    """A part of a report."""

    title: str
    words: tuple[str, ...] = ()
    shown: tuple[Shown, ...] = ()


@dataclass(frozen=True, slots=True)
class Paper:
    """A whole report in one language. `by` is the landlord, `of` the time it is of and how it was counted."""

    title: str
    by: str
    of: tuple[str, ...]
    language: str
    is_rtl: bool
    chapters: tuple[Chapter, ...]
