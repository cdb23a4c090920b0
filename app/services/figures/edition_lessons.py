"""What an edition tells of the register of improvements: as it stands today, or as it was signed (8.1 d)."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy.orm import Session

from app.domain.figures.edition_states import Edition, Stage
from app.domain.oversight.improvements import Lesson
from app.domain.said import Said
from app.services.oversight import improvements
from app.store.figures.editions import Written


def lessons(session: Session, edition: Edition, texts: Mapping[int, Written]) -> tuple[Lesson, ...]:
    """Return the lessons of an edition; those of a signed one never change again, and in words that are its own."""
    if edition.stage is Stage.BEING_WRITTEN:
        return improvements.lessons(session, edition.period)

    def said(words: Said | None) -> str:
        return texts[words.number].text if words is not None and words.number in texts else ""

    return tuple(
        Lesson(
            each.improvement,
            each.version,
            said(each.you_said),
            said(each.learnt),
            tuple(map(said, each.did)),
            said(each.of),
            each.done_on,
        )
        for each in edition.lessons
    )
