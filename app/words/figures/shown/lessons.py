"""What was learnt from complaints, from the register of improvements: You said, We learnt, We did (HM8, HM10, EC10)."""

from __future__ import annotations

from collections.abc import Sequence

from app.domain.figures.sections import Figure, Line, Section, Table
from app.domain.oversight.improvements import Lesson
from app.words.dates import month
from app.words.figures import scopes
from app.words.figures.voices import Voice


def sections(voice: Voice, lessons: Sequence[Lesson]) -> tuple[Section, ...]:
    """Return the table of lessons, the latest done first; nothing where there are none."""
    if not lessons:
        return ()
    title = voice.gettext("You said, we did")
    heads = (
        voice.gettext("You said"),
        voice.gettext("We learnt"),
        voice.gettext("We did"),
        voice.gettext("What about, and when"),
    )
    lines = tuple(Line(each.you_said, tuple(_words(voice, each))) for each in lessons)
    scope = scopes.of(voice, scopes.LESSONS)
    return (Section("improvements", title, scope, table=Table(title, heads, lines)),)


def _words(voice: Voice, lesson: Lesson) -> list[Figure]:
    when = " · ".join(filter(None, (lesson.of, month(lesson.done_on, voice.language))))
    said = (lesson.learnt or "–", "\n".join(lesson.did), when)
    return [Figure(each, is_words=True) for each in said]
