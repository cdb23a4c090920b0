"""How a case belongs to others: the plain values that a whole case carries (6.8, ruling 18)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from enum import Enum

from app.domain.said import Said


class Bond(Enum):
    """What ties two cases. RELATED is what staff say; the others come of a deed, and are always one person's."""

    RELATED = "related"
    NEW_POINT = "new_point"
    SPLIT = "split"
    MERGED = "merged"
    OPENED = "opened"
    BESIDE = "beside"


OF_ONE_PERSON = frozenset(Bond) - {Bond.RELATED}
"""What a resident may be shown: both cases are their own."""
LASTING = frozenset({Bond.MERGED, Bond.OPENED})
"""What nobody parts: where the words of one went is read from it."""


@dataclass(frozen=True, slots=True)
class Link:
    """A tie to another case. `source`: the other is where this one came from, or what was put into it."""

    case: int
    reference: str
    bond: Bond
    source: bool = False

    @property
    def lasts(self) -> bool:
        """Return whether nobody may part them."""
        return self.bond in LASTING


@dataclass(frozen=True, slots=True)
class Original:
    """What a complaint that was put into this one began with, and the day we received it.

    `points` is what of it is to be answered here; `placed`: it stands in a definition of this one.
    """

    reference: str
    received_on: date
    said: Said
    points: tuple[Said, ...] = ()
    placed: bool = False


@dataclass(frozen=True, slots=True)
class Kin:
    """All that a case is tied to; `merged_into` is the complaint that took it in."""

    links: tuple[Link, ...] = ()
    originals: tuple[Original, ...] = ()
    merged_into: str = ""

    def to(self, reference: str) -> Link | None:
        """Return the tie to the case with this reference."""
        return next((link for link in self.links if link.reference == reference), None)

    @property
    def opened(self) -> Link | None:
        """Return the complaint that was opened from this case, None when none was (ruling 16)."""
        return next((link for link in self.links if link.bond is Bond.OPENED and not link.source), None)

    @property
    def opened_from(self) -> Link | None:
        """Return the case that this one was opened from, or beside."""
        return next((link for link in self.links if link.bond in (Bond.OPENED, Bond.BESIDE) and link.source), None)

    def tied(self, link: Link) -> Kin:
        """Return the kin with a tie; one to the same case is replaced."""
        return replace(self.without(link.reference), links=(*self.without(link.reference).links, link))

    def without(self, reference: str) -> Kin:
        """Return the kin without the tie to this case."""
        return replace(self, links=tuple(link for link in self.links if link.reference != reference))

    def placed(self) -> Kin:
        """Return the kin once a definition was written: it has what the others began with."""
        return replace(self, originals=tuple(replace(each, placed=True) for each in self.originals))
