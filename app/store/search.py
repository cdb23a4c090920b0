"""What cases are looked up by: who and where, or what was written, found by the beginnings of words.

SQLite keeps an FTS5 table beside each kind of row, by triggers; PostgreSQL an index over the same text. The words were
made into tokens once, in Python, so that both find the same. What was written has rows of its own: looking for a
name never reads past all that people said.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date
from itertools import islice
from typing import Any, NamedTuple

from sqlalchemy import (
    ColumnElement,
    Integer,
    Select,
    Text,
    cast,
    column,
    func,
    select,
    table,
    text,
)
from sqlalchemy.dialects.postgresql import TSQUERY
from sqlalchemy.orm import Mapped, Session

from app.domain.case.flags import RESIDENT
from app.store.case.complaints import ComplaintRow
from app.store.case.filters import EVERY, Narrowed, conditions
from app.store.case.wordings import CASE, WordingRow
from app.store.clock.duties import is_over, shown_to
from app.store.clock.duty_rows import DutyRow
from app.store.landlord.permissions import visible_to
from app.store.landlord.staff import Member, StaffRow
from app.store.pages import Page, Place, page
from app.store.people.parties import PartyRow
from app.store.schema import Base, Kind, kept
from app.store.upsert import put


class SearchRow(Base, kind=Kind.WORDS):
    """Who it is about and where: the reference, names, addresses and telephone numbers of a case."""

    __tablename__ = "search"

    case_id: Mapped[int] = kept(primary_key=True, autoincrement=False, personal=None)
    tokens: Mapped[str] = kept(personal=CASE)


class SaidRow(Base, kind=Kind.WORDS):
    """All of that, and what was written in the case."""

    __tablename__ = "search_said"

    case_id: Mapped[int] = kept(primary_key=True, autoincrement=False, personal=None)
    tokens: Mapped[str] = kept(personal=CASE)


class Index(NamedTuple):
    """Where one kind of words is looked up: its rows, and what SQLite finds them by."""

    row: type[SearchRow | SaidRow]
    full_text: str
    options: str = ""


WHO = Index(SearchRow, "search_text")
SAID = Index(SaidRow, "search_text_said", ", detail=none")
INDEXES = (WHO, SAID)
MOST = 6_000
"""Words of one case that are looked through: PostgreSQL takes no text of over a megabyte."""


SQLITE = {
    "{words}": "CREATE VIRTUAL TABLE {words} USING fts5(tokens, content='{rows}', "
    "content_rowid='case_id', prefix='2 3', tokenize='unicode61 remove_diacritics 0'{options})",
    "{rows}_is_inserted": "CREATE TRIGGER {rows}_is_inserted AFTER INSERT ON {rows} BEGIN "
    "INSERT INTO {words} (rowid, tokens) VALUES (NEW.case_id, NEW.tokens); END",
    "{rows}_is_deleted": "CREATE TRIGGER {rows}_is_deleted AFTER DELETE ON {rows} BEGIN "
    "INSERT INTO {words} ({words}, rowid, tokens) VALUES ('delete', OLD.case_id, OLD.tokens); END",
    "{rows}_is_updated": "CREATE TRIGGER {rows}_is_updated AFTER UPDATE ON {rows} BEGIN "
    "INSERT INTO {words} ({words}, rowid, tokens) VALUES ('delete', OLD.case_id, OLD.tokens); "
    "INSERT INTO {words} (rowid, tokens) VALUES (NEW.case_id, NEW.tokens); END",
}
POSTGRESQL = {
    "ix_{rows}_tokens": "CREATE INDEX ix_{rows}_tokens ON {rows} "
    "USING gin (array_to_tsvector(string_to_array(tokens, ' '::text)))",
}


def _beside(index: Index, made: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    names = {"rows": index.row.__tablename__, "words": index.full_text, "options": index.options}
    return ((name.format(**names), statement.format(**names)) for name, statement in made.items())


DDL: Mapping[str, Mapping[str, str]] = {
    dialect: {name: statement for index in INDEXES for name, statement in _beside(index, made)}
    for dialect, made in {"sqlite": SQLITE, "postgresql": POSTGRESQL}.items()
}
"""What either database needs beside the tables, by the name it is known by."""


def keep(session: Session, case_id: int, tokens: Iterable[str], index: Index = WHO) -> None:
    """Let a case be found by these words, and no longer by those before."""
    words = sorted(islice(dict.fromkeys(tokens), MOST))
    put(session, index.row, {"case_id": case_id, "tokens": " ".join(words)})


def rows(case_id: int, who: Iterable[str]) -> Iterator[tuple[type[Base], dict[str, object]]]:
    """Yield the rows of a new case in which nothing was written yet, to be kept with many others."""
    tokens = " ".join(sorted(dict.fromkeys(who)))
    for index in INDEXES:
        yield index.row, {"case_id": case_id, "tokens": tokens}


def optimise(session: Session) -> None:
    """Let go of words that nothing is found by any more: FTS5 keeps them beside the newer ones until told to merge."""
    if session.get_bind().dialect.name == "sqlite":
        for index in INDEXES:
            session.execute(text(f"INSERT INTO {index.full_text} ({index.full_text}) VALUES ('optimize')"))  # noqa: S608


def matches(session: Session, tokens: Iterable[str]) -> ColumnElement[bool]:
    """The condition that a case is found by words beginning with all of these."""
    case_id, found = _found_by(session, tokens)
    return ComplaintRow.id.in_(select(case_id).where(found))


def _found_by(
    session: Session, tokens: Iterable[str], index: Index = WHO
) -> tuple[ColumnElement[int], ColumnElement[bool]]:
    """The number of a case beside its words, and the condition that they begin with all of these."""
    if session.get_bind().dialect.name == "sqlite":
        wanted = " AND ".join(f'"{token}"*' for token in tokens)
        found = table(index.full_text, column("rowid", Integer), column(index.full_text, Text))
        return found.c.rowid, found.c[index.full_text].op("MATCH")(wanted)
    wanted = " & ".join(f"'{token}':*" for token in tokens)
    row = index.row.__table__
    lexemes = func.array_to_tsvector(func.string_to_array(row.c.tokens, text("' '")))
    return row.c.case_id, lexemes.op("@@")(cast(wanted, TSQUERY))


class Hit(NamedTuple):
    """A case that was found, by its number alone."""

    case_id: int


class Found(NamedTuple):
    """A case as it stands in a list of those found."""

    case_id: int
    reference: str
    received_on: date
    stage: int
    phase: str
    flags: str
    language: str
    resident: str | None
    address: str | None
    postcode: str | None
    handler: str | None
    kind: str


_FOUND: Select[*tuple[Any, ...]] = (
    select(
        ComplaintRow.id,
        ComplaintRow.reference,
        ComplaintRow.received_on,
        ComplaintRow.stage,
        ComplaintRow.phase,
        ComplaintRow.flags,
        ComplaintRow.language,
        PartyRow.name,
        PartyRow.address,
        PartyRow.postcode,
        StaffRow.name,
        ComplaintRow.kind,
    )
    .outerjoin(PartyRow, (PartyRow.case_id == ComplaintRow.id) & (PartyRow.number == RESIDENT))
    .outerjoin(StaffRow, StaffRow.id == ComplaintRow.handler)
)


class Sought(NamedTuple):
    """What cases are looked for: by words, if any, and narrowed. `late`: something was due before this day and minute.

    `said`: the words may stand in what was written too.
    """

    tokens: tuple[str, ...] = ()
    said: bool = False
    narrowed: Narrowed = EVERY
    late: tuple[date, int] | None = None


def cases(session: Session, member: Member, sought: Sought, place: Place) -> Page[Found]:
    """A page of the cases sought that this member of staff may see, the newest first."""
    # Which cases first, and then what stands in their lines: asked together, PostgreSQL walks over the words of half
    # of all cases to save itself the joins of some; and where half of all are found, only those shown are read.
    case_id: ColumnElement[int] = ComplaintRow.__table__.c.id
    found: list[ColumnElement[bool]] = []
    if sought.tokens:
        case_id, words = _found_by(session, sought.tokens, SAID if sought.said else WHO)
        found.append(words)
    rows = select(case_id).where(visible_to(member, case_id), *found, *_narrowed(member, sought, case_id))
    hits = page(session, rows, (case_id,), Hit, place, newest_first=True)
    shown = _FOUND.where(ComplaintRow.id.in_([hit.case_id for hit in hits.lines])).order_by(ComplaintRow.id.desc())
    return Page(tuple(Found(*row) for row in session.execute(shown)), hits.previous, hits.next)


def _narrowed(member: Member, sought: Sought, case_id: ColumnElement[int]) -> Iterator[ColumnElement[bool]]:
    wanted = list(conditions(sought.narrowed))
    if wanted and not sought.tokens:
        yield from wanted
    elif wanted:
        yield select(ComplaintRow.id).where(ComplaintRow.id == case_id, *wanted).exists()
    if sought.late is not None:
        late = select(DutyRow.case_id).where(shown_to(member), is_over(*sought.late))
        # Of those found by words each is asked for itself: else SQLite looks for the words once for each that is late.
        yield late.where(DutyRow.case_id == case_id).exists() if sought.tokens else case_id.in_(late)


def case(session: Session, member: Member, reference: str) -> Found | None:
    """The case with this reference, if this member of staff may see it."""
    its = ComplaintRow.reference == reference
    row = session.execute(_FOUND.where(visible_to(member, ComplaintRow.id), its)).one_or_none()
    return Found(*row) if row else None


def some(session: Session, member: Member, references: Collection[str]) -> list[Found]:
    """The cases with these references that this member of staff may see, the newest first."""
    rows = _FOUND.where(visible_to(member, ComplaintRow.id), ComplaintRow.reference.in_(references)).order_by(
        ComplaintRow.id.desc()
    )
    return [Found(*row) for row in session.execute(rows)] if references else []


def newest(session: Session, member: Member, condition: ColumnElement[bool], since: date, at_most: int) -> list[Found]:
    """The newest cases received since a day that this member of staff may see."""
    rows = _FOUND.where(visible_to(member, ComplaintRow.id), condition, ComplaintRow.received_on >= since)
    return [Found(*row) for row in session.execute(rows.order_by(ComplaintRow.id.desc()).limit(at_most))]


def with_words(
    session: Session, member: Member, condition: ColumnElement[bool], since: date, at_most: int
) -> list[tuple[Found, str]]:
    """The newest cases received since a day that this member of staff may see, each with the words it began with."""
    words = (WordingRow.case_id == ComplaintRow.id) & (WordingRow.number == 1)
    rows = _FOUND.add_columns(WordingRow.text).outerjoin(WordingRow, words)
    rows = rows.where(visible_to(member, ComplaintRow.id), condition, ComplaintRow.received_on >= since)
    found = session.execute(rows.order_by(ComplaintRow.id.desc()).limit(at_most))
    return [(Found(*row[:-1]), row[-1] or "") for row in found]
