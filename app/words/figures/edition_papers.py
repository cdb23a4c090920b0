"""An edition of the annual report as it is read: its parts, its figures, who signed it, the response (8.1, 8.2)."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from app.domain.figures.documents import Document
from app.domain.figures.edition_states import Part, Place, Use
from app.domain.figures.own_tables import Own
from app.domain.figures.own_tables import section as drawn
from app.domain.figures.papers import Chapter, Paper, Said, Shown
from app.domain.figures.sections import Section
from app.domain.oversight.improvements import Lesson
from app.words.catalogues import N_, catalogue
from app.words.dates import without_weekday
from app.words.figures.for_everybody import drafts_for_everybody, report
from app.words.figures.papers import ANNUAL, NOT_WRITTEN, bound
from app.words.figures.shown import lessons as learnt
from app.words.figures.shown.gaps import gathered
from app.words.figures.voices import Voice
from app.words.say import say

SIGNED = N_("Signed by %(name)s, %(role)s, on %(day)s.")
SIGNED_AS = N_("Signed by the %(role)s on %(day)s.")
RESPONDED = N_("%(name)s, for the governing body, %(day)s")
EDITION = N_("Edition %(number)s")
BODY_RESPONDED = N_("For the governing body, %(day)s")

Stands = Callable[[Place], str]
"""What a paragraph says, or nothing."""


def annual(
    document: Document,
    landlord: str,
    language: str,
    stands: Stands,
    beside: Mapping[Part, tuple[Section, ...]],
    ends: Iterable[Chapter] = (),
) -> Paper:
    """Return the whole of an edition: the figures in the part that analyses them, what is `beside` the words in theirs.

    `ends` stand after the parts.
    """
    voice = Voice(document, language)
    shown = {part: tuple(map(Shown, beside.get(part, ()))) for part in Part}
    told = report(document, language)
    public = drafts_for_everybody(document, told, language)

    def says(place: Place) -> str:
        words = stands(place)
        return public.get(words, words)

    shown[Part.ANALYSIS] += gathered(voice, (_shown(each, says, language) for each in told))
    parts = (_part(part, says, language, shown[part]) for part in Part)
    return bound(voice, ANNUAL, landlord, (*parts, *ends))


def in_parts(
    document: Document, language: str, lessons: Sequence[Lesson], tables: Collection[Own]
) -> dict[Part, tuple[Section, ...]]:
    """Return what stands beside the words of each part: tables of our own, and lessons with the improvements."""
    found = {part: tuple(drawn(own) for own in tables if own.part is part) for part in Part}
    found[Part.IMPROVEMENTS] += learnt.sections(Voice(document, language), lessons)
    return found


def numbered(number: int, language: str) -> str:
    """Return which edition of its year a report is."""
    return catalogue(language).gettext(EDITION) % {"number": number}


def signed(name: str, role: str, on: date, language: str) -> Chapter:
    """Return who signed; the name may have been erased in its time, what they are stays."""
    gettext = catalogue(language).gettext
    said = {"name": name, "role": role, "day": without_weekday(on, language)}
    return Chapter(gettext("Signed off"), (gettext(SIGNED if name else SIGNED_AS) % said,))


def responded(name: str, on: date, words: str, language: str) -> Chapter:
    """Return what the governing body said, and who said it for them, as long as the name is kept."""
    gettext = catalogue(language).gettext
    by = gettext(RESPONDED if name else BODY_RESPONDED) % {"name": name, "day": without_weekday(on, language)}
    return Chapter(gettext("The governing body’s response"), (words, by))


def _part(part: Part, stands: Stands, language: str, shown: tuple[Shown, ...]) -> Chapter:
    words = stands(Place(Use.PART, part.value)) or catalogue(language).gettext(NOT_WRITTEN)
    return Chapter(say(part, language), (words,), shown)


def _shown(section: Section, stands: Stands, language: str) -> Shown:
    said = ((use, stands(Place(use, section.key))) for use in (Use.ANALYSIS, Use.LEARNING))
    beside = tuple(Said(say(use, language), words) for use, words in said if words)
    return Shown(replace(section, drafted=()), beside)
