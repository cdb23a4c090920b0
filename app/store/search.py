"""What cases are looked up by: the words of the reference, names and addresses, found by their beginnings.

SQLite keeps an FTS5 table beside these rows, by triggers; PostgreSQL an index over the same text. The words were
made into tokens once, in Python, so that both find the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
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
from app.store.case.wordings import CASE
from app.store.landlord.permissions import visible_to
from app.store.landlord.staff import Member, StaffRow
from app.store.pages import Page, Place, page
from app.store.people.parties import PartyRow
from app.store.schema import Base, Kind, kept
from app.store.upsert import put


class SearchRow(Base, kind=Kind.WORDS):
    __tablename__ = "search"

    case_id: Mapped[int] = kept(primary_key=True, autoincrement=False, personal=None)
    tokens: Mapped[str] = kept(personal=CASE)


FULL_TEXT = table("search_text", column("rowid", Integer), column("search_text", Text))

DDL: Mapping[str, Mapping[str, str]] = {
    "sqlite": {
        "search_text": "CREATE VIRTUAL TABLE search_text USING fts5(tokens, content='search', "
        "content_rowid='case_id', prefix='2 3', tokenize='unicode61 remove_diacritics 0')",
        "search_is_inserted": "CREATE TRIGGER search_is_inserted AFTER INSERT ON search BEGIN "
        "INSERT INTO search_text (rowid, tokens) VALUES (NEW.case_id, NEW.tokens); END",
        "search_is_deleted": "CREATE TRIGGER search_is_deleted AFTER DELETE ON search BEGIN "
        "INSERT INTO search_text (search_text, rowid, tokens) "
        "VALUES ('delete', OLD.case_id, OLD.tokens); END",
        "search_is_updated": "CREATE TRIGGER search_is_updated AFTER UPDATE ON search BEGIN "
        "INSERT INTO search_text (search_text, rowid, tokens) "
        "VALUES ('delete', OLD.case_id, OLD.tokens); "
        "INSERT INTO search_text (rowid, tokens) VALUES (NEW.case_id, NEW.tokens); END",
    },
    "postgresql": {
        "ix_search_tokens": "CREATE INDEX ix_search_tokens ON search "
        "USING gin (array_to_tsvector(string_to_array(tokens, ' '::text)))",
    },
}
"""What either database needs beside the table, by the name it is known by."""


def keep(session: Session, case_id: int, tokens: Iterable[str]) -> None:
    """Let a case be found by these words, and no longer by those before."""
    put(session, SearchRow, {"case_id": case_id, "tokens": " ".join(sorted(set(tokens)))})


def optimise(session: Session) -> None:
    """Let go of words that nothing is found by any more: FTS5 keeps them beside the newer ones until told to merge."""
    if session.get_bind().dialect.name == "sqlite":
        session.execute(text("INSERT INTO search_text (search_text) VALUES ('optimize')"))


def matches(session: Session, tokens: Iterable[str]) -> ColumnElement[bool]:
    """The condition that a case is found by words beginning with all of these."""
    case_id, found = _found_by(session, tokens)
    return ComplaintRow.id.in_(select(case_id).where(found))


def _found_by(session: Session, tokens: Iterable[str]) -> tuple[ColumnElement[int], ColumnElement[bool]]:
    """The number of a case beside its words, and the condition that they begin with all of these."""
    if session.get_bind().dialect.name == "sqlite":
        wanted = " AND ".join(f'"{token}"*' for token in tokens)
        return FULL_TEXT.c.rowid, FULL_TEXT.c.search_text.op("MATCH")(wanted)
    wanted = " & ".join(f"'{token}':*" for token in tokens)
    lexemes = func.array_to_tsvector(func.string_to_array(SearchRow.tokens, text("' '")))
    return SearchRow.__table__.c.case_id, lexemes.op("@@")(cast(wanted, TSQUERY))


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
    )
    .outerjoin(PartyRow, (PartyRow.case_id == ComplaintRow.id) & (PartyRow.number == RESIDENT))
    .outerjoin(StaffRow, StaffRow.id == ComplaintRow.handler)
)


def cases(session: Session, member: Member, tokens: Iterable[str], place: Place) -> Page[Found]:
    """A page of the cases found by all of these that this member of staff may see, the newest first."""
    # Which cases first, and then what stands in their lines: asked together, PostgreSQL walks over the words of half
    # of all cases to save itself the joins of some; and where half of all are found, only those shown are read.
    case_id, found = _found_by(session, tokens)
    rows = select(case_id).where(visible_to(member, case_id), found)
    hits = page(session, rows, (case_id,), Hit, place, newest_first=True)
    shown = _FOUND.where(ComplaintRow.id.in_([hit.case_id for hit in hits.lines])).order_by(ComplaintRow.id.desc())
    return Page(tuple(Found(*row) for row in session.execute(shown)), hits.previous, hits.next)


def case(session: Session, member: Member, reference: str) -> Found | None:
    """The case with this reference, if this member of staff may see it."""
    its = ComplaintRow.reference == reference
    row = session.execute(_FOUND.where(visible_to(member, ComplaintRow.id), its)).one_or_none()
    return Found(*row) if row else None


def newest(session: Session, member: Member, condition: ColumnElement[bool], since: date, at_most: int) -> list[Found]:
    """The newest cases received since a day that this member of staff may see."""
    rows = _FOUND.where(visible_to(member, ComplaintRow.id), condition, ComplaintRow.received_on >= since)
    return [Found(*row) for row in session.execute(rows.order_by(ComplaintRow.id.desc()).limit(at_most))]
