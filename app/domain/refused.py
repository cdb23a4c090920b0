"""What a rule answers when something may not be done: why, by which paragraph, and beside which field."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from app.domain.reasons import Reason
from app.domain.whys import Why as Why


@dataclass(frozen=True, slots=True)
class Gap:
    """One thing wrong: why, and the field it stands beside (`points-2`; empty: the whole form)."""

    why: Reason
    field: str = ""


class Refused(Exception):
    """A rule said no. Carries every gap found, so that a person hears them all at once."""

    def __init__(self, *gaps: Gap | Reason) -> None:
        self.gaps = tuple(Gap(gap) if isinstance(gap, Reason) else gap for gap in gaps)
        super().__init__(", ".join(gap.why.code for gap in self.gaps))

    @property
    def why(self) -> Reason:
        """Return the first reason."""
        return self.gaps[0].why

    @property
    def paragraph(self) -> str:
        """Return the paragraph behind the first reason."""
        return self.why.paragraph


def refuse_if(gaps: Sequence[Gap]) -> None:
    """Raise Refused with these gaps, if there are any."""
    if gaps:
        raise Refused(*gaps)
