"""Cases found by the beginnings of words: one row of tokens a case, indexed in full by either database.

SQLite's FTS5 table is kept beside it by triggers; PostgreSQL has an index over the same text. The tokens were
made once, in Python, so that both find the same.
"""

from collections.abc import Iterable, Mapping

from sqlalchemy import Select, cast, column, func, select, table, text
from sqlalchemy.dialects.postgresql import TSQUERY
from sqlalchemy.orm import Mapped, Session

from app.store.schema import Base, Keep, Kind, kept
from app.store.upsert import insert_into

CASE = Keep(years=6, after="the complaint ended")


class SearchRow(Base, kind=Kind.WORDS):
    __tablename__ = "search"

    case_id: Mapped[int] = kept(primary_key=True, autoincrement=False, personal=None)
    tokens: Mapped[str] = kept(personal=CASE)


FULL_TEXT = table("search_text", column("rowid"), column("search_text"))

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


def put(session: Session, case_id: int, tokens: Iterable[str]) -> None:
    """Let a case be found by these tokens, and by no others."""
    found_by = {"tokens": " ".join(sorted(set(tokens)))}
    insert = insert_into(session, SearchRow).values(case_id=case_id, **found_by)
    session.execute(insert.on_conflict_do_update(index_elements=[SearchRow.case_id], set_=found_by))


def matching(session: Session, beginnings: Iterable[str]) -> Select[int]:
    """The numbers of the cases that have a token beginning with each of these."""
    if session.get_bind().dialect.name == "sqlite":
        wanted = " AND ".join('"{}"*'.format(each.replace('"', '""')) for each in beginnings)
        return select(FULL_TEXT.c.rowid).where(FULL_TEXT.c.search_text.op("MATCH")(wanted))
    wanted = " & ".join("'{}':*".format(each.replace("\\", "").replace("'", "''")) for each in beginnings)
    lexemes = func.array_to_tsvector(func.string_to_array(SearchRow.tokens, text("' '::text")))
    return select(SearchRow.case_id).where(lexemes.op("@@")(cast(wanted, TSQUERY)))
