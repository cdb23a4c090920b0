"""Which projections stand beside which streams, and how they are filled again from the record."""

from collections.abc import Callable, Mapping

from sqlalchemy.orm import Session

from app.services.case import projections as complaint
from app.services.figures import editions
from app.services.oversight import improvements
from app.store import record

Project = Callable[[Session, str], None]
"""Writes what is projected from one stream anew, from the events of that stream alone."""

PROJECTIONS: Mapping[str, Project] = {
    "complaint": complaint.rebuild,
    "edition": editions.rebuild,
    "improvement": improvements.rebuild,
}
"""By kind of stream: `complaint` for every `complaint:…`."""


def rebuild_heads(session: Session, after: str, size: int) -> str | None:
    """Refill the heads of the next streams after this one; return the last, or None when none is left."""
    heads = record.last_events(session, after, size)
    record.keep_heads(session, heads)
    return heads[-1].stream if heads else None


def rebuild(session: Session, after: str, size: int, *, kind: str) -> str | None:
    """Refill the projections of the next streams of a kind; return the last, or None when none is left."""
    streams = record.streams_after(session, kind, after, size)
    for stream in streams:
        PROJECTIONS[kind](session, stream)
    return streams[-1] if streams else None
