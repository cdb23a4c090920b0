"""What is different between two letters, so that a second person need not read both twice (S10)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher


@dataclass(frozen=True, slots=True)
class Difference:
    """Lines that stood there, and what stands there now; either may be none."""

    before: tuple[str, ...]
    after: tuple[str, ...]


def differences(before: Sequence[str], after: Sequence[str]) -> tuple[Difference, ...]:
    """Return where two texts differ, line by line and in their order."""
    found = SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    return tuple(
        Difference(tuple(before[was:until]), tuple(after[now:end]))
        for kind, was, until, now, end in found
        if kind != "equal"
    )
