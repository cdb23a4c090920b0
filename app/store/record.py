"""The record: every event of every stream, appended once, each bound by its hash to all before it."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import and_, bindparam, exists, func, insert, select, tuple_, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Mapped, Session, aliased

from app.domain.changed import Changed
from app.domain.deed import Actor, Deed
from app.domain.record import BEFORE_THE_FIRST, hash_of
from app.store.schema import Base, Exact, Kind, kept
from app.store.upsert import insert_into


class EventRow(Base, kind=Kind.HISTORY):
    """One thing that happened. Triggers refuse to change, remove or replace it."""

    __tablename__ = "event"
    # A stream is read whole and in order; without a rowid there is also no second number to overwrite it by.
    __table_args__ = ({"sqlite_with_rowid": False},)

    stream: Mapped[str] = kept(Exact, primary_key=True, personal=None)
    position: Mapped[int] = kept(primary_key=True, autoincrement=False, personal=None)
    kind: Mapped[str] = kept(personal=None)
    facts: Mapped[str] = kept(personal=None)
    by: Mapped[str] = kept(personal=None)
    at: Mapped[datetime] = kept(personal=None)
    previous: Mapped[str] = kept(personal=None)
    hash: Mapped[str] = kept(personal=None)


class HeadRow(Base, kind=Kind.PROJECTION):
    """The last event of each stream."""

    __tablename__ = "head"

    stream: Mapped[str] = kept(Exact, primary_key=True, personal=None)
    position: Mapped[int] = kept(personal=None)
    hash: Mapped[str] = kept(personal=None)


class Head(NamedTuple):
    """How far a stream has come; an empty one stands at position 0."""

    stream: str
    position: int
    hash: str


class Written(NamedTuple):
    """An event as it is kept."""

    stream: str
    position: int
    kind: str
    facts: str
    by: Actor
    at: datetime
    previous: str
    hash: str


# Read on every page, so by the columns themselves: an ORM query costs a third more.
EVENT, HEAD = EventRow.__table__.c, HeadRow.__table__.c
EVENTS = select(*(EVENT[name] for name in Written._fields)).order_by(EVENT.stream, EVENT.position)
STREAM = EVENTS.where(EVENT.stream == bindparam("name"))
_BY = Written._fields.index("by")


def written(columns: Sequence[Any]) -> Written:
    """The event of which these are the columns, in the order of Written's fields."""
    return Written._make(columns)._replace(by=Actor.parse(columns[_BY]))


def new_stream(name: str, events: Iterable[tuple[str, str]], deed: Deed) -> Iterator[tuple[type[Base], dict[str, Any]]]:
    """Yield the rows of a stream that begins with these events (kind, facts), to be written with many others."""
    head, rows = _bound(Head(name, 0, BEFORE_THE_FIRST), events, deed)
    for row in rows:
        yield EventRow, _columns(row)
    yield HeadRow, head._asdict()


def append(session: Session, head: Head, events: Iterable[tuple[str, str]], deed: Deed) -> Head:
    """Append events (kind, facts) after `head` and return the new head.

    Raises Changed when somebody else has written at that position: of two at once, the second looks again.
    """
    first = head.position == 0
    head, rows = _bound(head, events, deed)
    if rows:
        _insert(session, rows)
        _move_head(session, head, first)
    return head


def read(session: Session, stream: str) -> list[Written]:
    """The whole of one stream, in order."""
    return [written(row) for row in session.execute(STREAM, {"name": stream})]


def read_after(session: Session, stream: str, position: int, size: int) -> list[Written]:
    """The next events of all streams after this place, in the order of stream and position."""
    place = tuple_(EVENT.stream, EVENT.position)
    return [written(row) for row in session.execute(EVENTS.where(place > (stream, position)).limit(size))]


def head_of(session: Session, stream: str) -> Head:
    """The last event of a stream."""
    row = session.execute(select(HEAD.position, HEAD.hash).where(HEAD.stream == stream)).one_or_none()
    return Head(stream, *row) if row else Head(stream, 0, BEFORE_THE_FIRST)


def end_of(events: Sequence[Written]) -> Head:
    """The last of these events of one stream, to append after."""
    last = events[-1]
    return Head(last.stream, last.position, last.hash)


def streams_after(session: Session, kind: str, stream: str, size: int) -> list[str]:
    """The next streams of a kind (`complaint`: every `complaint:…`) after the one named."""
    of_kind = HeadRow.stream >= f"{kind}:", HeadRow.stream < f"{kind};", HeadRow.stream > stream
    return list(session.scalars(select(HeadRow.stream).where(*of_kind).order_by(HeadRow.stream).limit(size)))


def last_events(session: Session, after: str, size: int) -> list[Head]:
    """The last event of each of the next streams, by what the record says."""
    last = select(EventRow.stream, func.max(EventRow.position).label("position"))
    last = last.where(EventRow.stream > after).group_by(EventRow.stream).order_by(EventRow.stream).limit(size)
    ends = last.subquery()
    place = and_(EventRow.stream == ends.c.stream, EventRow.position == ends.c.position)
    heads = select(EventRow.stream, EventRow.position, EventRow.hash).join(ends, place)
    return [Head(*row) for row in session.execute(heads.order_by(EventRow.stream))]


def keep_heads(session: Session, heads: Iterable[Head]) -> None:
    """Put the projection right for these streams."""
    insertion = insert_into(session, HeadRow)
    now = {"position": insertion.excluded.position, "hash": insertion.excluded.hash}
    put_right = insertion.on_conflict_do_update(index_elements=[HeadRow.stream], set_=now)
    if rows := [head._asdict() for head in heads]:
        session.execute(put_right, rows)


def wrong_heads(session: Session) -> list[Head]:
    """Events that are the last of their stream where the projection says otherwise."""
    later = aliased(EventRow)
    followed = exists().where(later.stream == EventRow.stream, later.position > EventRow.position)
    said = and_(HeadRow.stream == EventRow.stream, HeadRow.hash == EventRow.hash)
    ends = select(EventRow.stream, EventRow.position, EventRow.hash).where(~followed)
    wrong = ends.outerjoin(HeadRow, said).where(HeadRow.stream.is_(None))
    return [Head(*row) for row in session.execute(wrong)]


def lost_heads(session: Session) -> list[Head]:
    """Ends of streams by what the projection says, where the record has no such event."""
    there = and_(
        EventRow.stream == HeadRow.stream,
        EventRow.position == HeadRow.position,
        EventRow.hash == HeadRow.hash,
    )
    heads = select(HeadRow.stream, HeadRow.position, HeadRow.hash).outerjoin(EventRow, there)
    return [Head(*row) for row in session.execute(heads.where(EventRow.stream.is_(None)))]


def _bound(head: Head, events: Iterable[tuple[str, str]], deed: Deed) -> tuple[Head, list[Written]]:
    """Return these events as they are kept, each bound to all before it, and the head after them."""
    rows = []
    for kind, facts in events:
        place = head.stream, head.position + 1
        event_hash = hash_of(*place, kind, facts, deed.by, deed.at, head.hash)
        rows.append(Written(*place, kind, facts, deed.by, deed.at, head.hash, event_hash))
        head = Head(*place, event_hash)
    return head, rows


def _columns(row: Written) -> dict[str, Any]:
    return row._asdict() | {"by": str(row.by)}


def _insert(session: Session, rows: list[Written]) -> None:
    try:
        session.execute(insert(EventRow.__table__), [_columns(row) for row in rows])
    except IntegrityError as error:
        raise Changed from error


def _move_head(session: Session, head: Head, first: bool) -> None:
    if first:
        session.execute(insert(HeadRow.__table__), head._asdict())
    else:
        session.execute(update(HeadRow.__table__).filter_by(stream=head.stream), head._asdict())
