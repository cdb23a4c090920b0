"""Reports as they are read, each of its time; the yearly one with its six parts before anybody writes them (8.1)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from app.domain.figures.documents import Document
from app.domain.figures.edition_states import Part
from app.domain.figures.papers import Chapter, Paper, Shown
from app.domain.figures.periods import Basis
from app.domain.oversight.improvements import Lesson
from app.words.catalogues import N_
from app.words.figures.presented import sections
from app.words.figures.shown import lessons as learnt
from app.words.figures.shown.gaps import gathered
from app.words.figures.voices import Voice
from app.words.languages import direction
from app.words.say import say

ANNUAL = N_("Annual complaints performance and service improvement report")
NOT_WRITTEN = N_("Nobody has written this part yet.")
BASES = {
    Basis.RECEIVED: N_("Counted: what began in this time, as it stood on %(day)s."),
    Basis.EVENT: N_("Counted: what fell due or was issued in this time, as it stood on %(day)s."),
}


def yearly(document: Document, landlord: str, language: str, lessons: Sequence[Lesson] = ()) -> Paper:
    """Return the report of 8.1 with all its figures; parts that people write are said not to be written."""
    voice = Voice(document, language)
    shown = {
        Part.ANALYSIS: gathered(voice, map(Shown, sections(document, language))),
        Part.IMPROVEMENTS: tuple(map(Shown, learnt.sections(voice, lessons))),
    }
    not_written = (voice.gettext(NOT_WRITTEN),)
    chapters = tuple(
        Chapter(say(part, language), () if part is Part.ANALYSIS else not_written, shown.get(part, ())) for part in Part
    )
    return bound(voice, ANNUAL, landlord, chapters)


def bound(voice: Voice, title: str, landlord: str, chapters: Iterable[Chapter]) -> Paper:
    """Return a whole report under its title, which tells of which time it is and how it was counted."""
    is_rtl = direction(voice.language) == "rtl"
    return Paper(voice.gettext(title), landlord, _of_time(voice), voice.language, is_rtl, tuple(chapters))


def _of_time(voice: Voice) -> tuple[str, ...]:
    period = voice.period
    when = voice.gettext("%(first)s to %(last)s", first=voice.day(period.first), last=voice.day(period.last))
    return when, voice.gettext(BASES[Basis(voice.document["basis"])], day=voice.day(voice.as_of))
