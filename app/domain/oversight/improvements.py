"""The register of improvements: what residents said, what was learnt from it, and what was done (9.1–9.3, 8.1 d).

Every version is kept. One of them may be public: the one that somebody looked through for anything by which a
resident could be recognised. Another version becomes public only once it was looked through too.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum
from typing import assert_never

from app.domain.oversight.whys import ImprovementWhy
from app.domain.record import kinds
from app.domain.refused import Gap, Refused, refuse_if
from app.domain.said import Said


class TextKind(Enum):
    """Which words of an improvement they are."""

    YOU_SAID = "you_said"
    LEARNT = "learnt"
    DID = "did"


Write = Callable[[TextKind, str], Said]
"""Keeps words beside the record and returns where; a rule calls it only once it has decided to allow the deed."""


@dataclass(frozen=True, slots=True)
class ImprovementDraft:
    """What somebody wrote: `cases` are the complaints that it came from, None where one of them cannot be found."""

    you_said: str = ""
    learnt: str = ""
    did: tuple[str, ...] = ()
    service_area: str = ""
    theme: str = ""
    done_on: date | None = None
    cases: tuple[int, ...] | None = ()


@dataclass(frozen=True, slots=True)
class Version:
    """An improvement as it was written once."""

    you_said: Said
    learnt: Said | None
    did: tuple[Said, ...]
    service_area: str
    theme: str
    done_on: date | None
    cases: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class ImprovementWritten:
    """It was written, or written anew."""

    improvement: int
    version: Version


@dataclass(frozen=True, slots=True)
class ImprovementPublished:
    """A version went public: who did so said that nobody can be recognised in it."""

    version: int
    on: date


@dataclass(frozen=True, slots=True)
class ImprovementTakenBack:
    """It is public no more."""

    on: date


@dataclass(frozen=True, slots=True)
class Lesson:
    """One version of an improvement, as everybody may read it; `of` says by name what it is of."""

    improvement: int
    version: int
    you_said: str
    learnt: str
    did: tuple[str, ...]
    of: str
    done_on: date


def mark(lessons: Iterable[Lesson]) -> str:
    """Return what tells whether some lessons are still those that somebody read."""
    return " ".join(f"{each.improvement}.{each.version}" for each in lessons)


Event = ImprovementWritten | ImprovementPublished | ImprovementTakenBack
KINDS = kinds(ImprovementWritten, ImprovementPublished, ImprovementTakenBack)


@dataclass(frozen=True, slots=True)
class Improvement:
    """How an improvement stands; `public` is the number of the version that everybody may read, 0 for none."""

    number: int = 0
    versions: tuple[Version, ...] = ()
    public: int = 0
    published_on: date | None = None

    @property
    def latest(self) -> Version | None:
        """Return the version that was written last."""
        return self.versions[-1] if self.versions else None

    @property
    def shown(self) -> Version | None:
        """Return the version that everybody may read, None for none."""
        return self.versions[self.public - 1] if 0 < self.public <= len(self.versions) else None


def write(
    number: int, draft: ImprovementDraft, areas: Collection[str], themes: Collection[str], keep: Write
) -> ImprovementWritten:
    """Return the event; raises Refused without what residents said, or for what no list or case of ours has (9.1)."""
    gaps = [Gap(ImprovementWhy.NOTHING_SAID, "you_said")] * (not draft.you_said.strip())
    gaps += [Gap(ImprovementWhy.NO_SUCH_AREA, "service_area")] * (draft.service_area not in {"", *areas})
    gaps += [Gap(ImprovementWhy.NO_SUCH_THEME, "theme")] * (draft.theme not in {"", *themes})
    if draft.cases is None or gaps:
        raise Refused(*gaps, *[Gap(ImprovementWhy.NO_SUCH_CASES, "cases")] * (draft.cases is None))
    version = Version(
        keep(TextKind.YOU_SAID, draft.you_said.strip()),
        keep(TextKind.LEARNT, draft.learnt.strip()) if draft.learnt.strip() else None,
        tuple(keep(TextKind.DID, each.strip()) for each in draft.did if each.strip()),
        draft.service_area,
        draft.theme,
        draft.done_on,
        draft.cases,
    )
    return ImprovementWritten(number, version)


def publish(improvement: Improvement, nobody_recognised: bool, today: date) -> ImprovementPublished:
    """Return the event of the version that was written last.

    Raises Refused where it says nothing that was done, or not when (9.3), or nobody says that they looked through it.
    """
    version = improvement.latest
    if version is None or improvement.public == len(improvement.versions):
        raise Refused(ImprovementWhy.PUBLISHED_ALREADY)
    refuse_if([*_unfit(version, today), *[Gap(ImprovementWhy.NOT_CHECKED, "checked")] * (not nobody_recognised)])
    return ImprovementPublished(len(improvement.versions), today)


def take_back(improvement: Improvement, today: date) -> ImprovementTakenBack:
    """Return the event; raises Refused for one that is not public."""
    if not improvement.public:
        raise Refused(ImprovementWhy.NOT_PUBLISHED)
    return ImprovementTakenBack(today)


def _unfit(version: Version, today: date) -> Iterator[Gap]:
    """Yield what the words lack before everybody may read them."""
    if not version.did:
        yield Gap(ImprovementWhy.NOTHING_DONE)
    if version.done_on is None:
        yield Gap(ImprovementWhy.WITHOUT_DAY)
    elif version.done_on > today:
        yield Gap(ImprovementWhy.DAY_TO_COME)


def fold(events: Iterable[Event]) -> Improvement:
    """Return the improvement after all these events, whatever they are."""
    improvement = Improvement()
    for event in events:
        improvement = apply(improvement, event)
    return improvement


def apply(improvement: Improvement, event: Event) -> Improvement:
    """Return the improvement after the event."""
    match event:
        case ImprovementWritten(number, version):
            return replace(improvement, number=number, versions=(*improvement.versions, version))
        case ImprovementPublished(version, on):
            return replace(improvement, public=version, published_on=on)
        case ImprovementTakenBack():
            return replace(improvement, public=0, published_on=None)
        case _:
            assert_never(event)
