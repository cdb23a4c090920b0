"""An edition of the annual report as it stands: plain values, which name words and figures and hold neither (8.1)."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum

from app.domain.figures.edition_whys import EditionWhy
from app.domain.figures.periods import APRIL, Basis, Period
from app.domain.said import Said


class EditionKind(Enum):
    """What the edition is of."""

    ANNUAL = "annual"


class Part(Enum):
    """One of the six things that the report must have, in the order of paragraph 8.1, a to f."""

    SELF_ASSESSMENT = "self_assessment"
    ANALYSIS = "analysis"
    NON_COMPLIANCE = "non_compliance"
    IMPROVEMENTS = "improvements"
    OMBUDSMAN_REPORT = "ombudsman_report"
    OTHER_REPORTS = "other_reports"


MISSING = dict(
    zip(
        Part,
        (
            EditionWhy.WITHOUT_SELF_ASSESSMENT,
            EditionWhy.WITHOUT_ANALYSIS,
            EditionWhy.WITHOUT_NON_COMPLIANCE,
            EditionWhy.WITHOUT_IMPROVEMENTS,
            EditionWhy.WITHOUT_OMBUDSMAN_REPORT,
            EditionWhy.WITHOUT_OTHER_REPORTS,
        ),
        strict=True,
    )
)
"""Why an edition may not be signed without each part."""


class Use(Enum):
    """What a paragraph is: one of the six parts, what somebody says beside a section of figures, or a table."""

    PART = "part"
    ANALYSIS = "analysis"
    LEARNING = "learning"
    TABLE = "table"
    """A table of our own within one of the six parts (own_tables.py)."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a paragraph stands: `of` is the part's value, the key of a section, or which table of a part."""

    use: Use
    of: str

    def __str__(self) -> str:
        return f"{self.use.value}-{self.of}"

    @classmethod
    def parse(cls, text: str) -> Place | None:
        """Return the place that `str` wrote, None for what is none."""
        use, _, of = text.partition("-")
        known = {each.value: each for each in Use}
        return cls(known[use], of) if use in known and of else None


PARTS = tuple(Place(Use.PART, part.value) for part in Part)


class TextKind(Enum):
    """What words of an edition are; a name goes in time, whatever the landlord said stays."""

    PARAGRAPH = "paragraph"
    TABLE = "table"
    NAME = "name"
    ROLE = "role"
    RESPONSE = "response"
    LESSON = "lesson"
    REASON = "reason"


Write = Callable[[TextKind, str], Said]
"""Keeps words beside the record and returns where; a rule calls it only once it has decided to allow the deed."""


@dataclass(frozen=True, slots=True)
class Frozen:
    """The figures as they were counted once: which document, what it must hash to, and the day they were counted."""

    document: int
    sha256: str
    on: date


@dataclass(frozen=True, slots=True)
class Paragraph:
    """What was written at a place, the first version first; `beside` is the hash of the figures it was read beside."""

    place: Place
    versions: tuple[Said, ...]
    beside: str = ""


@dataclass(frozen=True, slots=True)
class LessonKept:
    """An improvement as it stood in the register when the edition was signed; `of` is what it is of, by name."""

    improvement: int
    version: int
    you_said: Said
    learnt: Said | None
    did: tuple[Said, ...]
    of: Said | None
    done_on: date


@dataclass(frozen=True, slots=True)
class Signature:
    """Who signed the figures and the words off, as what, and on which day."""

    name: Said
    role: Said
    on: date


@dataclass(frozen=True, slots=True)
class BoardResponse:
    """What the governing body said to it, who gave that, and on which day (8.2)."""

    name: Said
    on: date
    words: Said


class Stage(Enum):
    """How far an edition has come."""

    BEING_WRITTEN = "being_written"
    SIGNED = "signed"
    PUBLISHED = "published"
    REPLACED = "replaced"
    WITHDRAWN = "withdrawn"


NO_TIME = Period(date.min, date.min)
"""Of an edition whose beginning nobody has told yet."""


@dataclass(frozen=True, slots=True)
class Edition:
    """One edition: of which year, its figures, its words, and what became of it."""

    number: int = 0
    kind: EditionKind = EditionKind.ANNUAL
    period: Period = NO_TIME
    basis: Basis = Basis.RECEIVED
    replaces: int | None = None
    figures: Frozen | None = None
    paragraphs: tuple[Paragraph, ...] = ()
    lessons: tuple[LessonKept, ...] = ()
    signature: Signature | None = None
    response: BoardResponse | None = None
    published_on: date | None = None
    replaced_by: int | None = None
    withdrawn_on: date | None = None
    withdrawn_why: Said | None = None

    @property
    def stage(self) -> Stage:
        """Return how far it has come."""
        if self.withdrawn_on is not None:
            return Stage.WITHDRAWN
        if self.replaced_by is not None:
            return Stage.REPLACED
        if self.published_on is not None:
            return Stage.PUBLISHED
        return Stage.BEING_WRITTEN if self.signature is None else Stage.SIGNED

    @property
    def slug(self) -> str:
        """Return the name of its year in an address."""
        return slug(self.period)

    def versions(self, place: Place) -> tuple[Said, ...]:
        """Return what was written at a place, the first version first; none where nothing was."""
        return next((each.versions for each in self.paragraphs if each.place == place), ())

    @property
    def counted(self) -> str:
        """Return the hash of its figures as they are now; nothing where there are none."""
        return self.figures.sha256 if self.figures is not None else ""

    def with_version(self, place: Place, said: Said, beside: str) -> tuple[Paragraph, ...]:
        """Return its paragraphs once this too was written at a place, beside figures of this hash."""
        others = tuple(each for each in self.paragraphs if each.place != place)
        return (*others, Paragraph(place, (*self.versions(place), said), beside))

    def holding(self, places: Collection[Place]) -> tuple[Paragraph, ...]:
        """Return its paragraphs once those at these places were read beside the figures that are here now."""
        return tuple(replace(each, beside=self.counted) if each.place in places else each for each in self.paragraphs)


def slug(period: Period) -> str:
    """Return the name of a year in an address: 2025-26, 2025 for a calendar year, else its months."""
    first, last = period.first, period.last
    if first.month == 1:
        return str(first.year)
    years = f"{first.year}-{last.year % 100:02}"
    return years if first.month == APRIL else f"{years}-from-{first.month:02}"
