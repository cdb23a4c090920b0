"""The database's own full-text index over what cases are looked up by: reference, names, addresses."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sqlalchemy import BigInteger, ColumnElement, TextClause, column, select, text
from sqlalchemy.orm import Session

from app.store.case.complaints import ComplaintRow

CREATE = {
    "sqlite": ("CREATE VIRTUAL TABLE search USING fts5(tokens)",),
    "postgresql": (
        "CREATE TABLE search (case_id BIGINT PRIMARY KEY, tokens TSVECTOR NOT NULL)",
        "CREATE INDEX ix_search_tokens ON search USING gin (tokens)",
    ),
}
_KEEP = {
    "sqlite": "INSERT OR REPLACE INTO search (rowid, tokens) VALUES (:case_id, :tokens)",
    "postgresql": (
        "INSERT INTO search (case_id, tokens) VALUES (:case_id, to_tsvector('simple', :tokens)) "
        "ON CONFLICT (case_id) DO UPDATE SET tokens = excluded.tokens"
    ),
}
_FIND = {
    "sqlite": "SELECT rowid AS case_id FROM search WHERE search MATCH :wanted",
    "postgresql": "SELECT case_id FROM search WHERE tokens @@ to_tsquery('simple', :wanted)",
}


def keep(session: Session, case_id: int, tokens: Iterable[str]) -> None:
    """Let a case be found by these words, and no longer by those before."""
    session.execute(text(_KEEP[_dialect(session)]), {"case_id": case_id, "tokens": " ".join(tokens)})


def matches(session: Session, tokens: Sequence[str]) -> ColumnElement[bool]:
    """The condition that a case is found by words beginning with all of these."""
    dialect = _dialect(session)
    found: TextClause = text(_FIND[dialect]).bindparams(wanted=_wanted(dialect, tokens))
    return ComplaintRow.id.in_(
        select(column("case_id")).select_from(found.columns(column("case_id", BigInteger)).subquery())
    )


def _wanted(dialect: str, tokens: Sequence[str]) -> str:
    if dialect == "sqlite":
        return " AND ".join(f'"{token}"*' for token in tokens)
    return " & ".join(f"'{token}':*" for token in tokens)


def _dialect(session: Session) -> str:
    return session.get_bind().dialect.name
