"""INSERT … ON CONFLICT, which both databases have and SQLAlchemy spells once for each."""

from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from app.store.schema import Base


def insert_into(session: Session, row: type[Base]) -> postgresql.Insert | sqlite.Insert:
    """An INSERT that can say what happens `on_conflict_…`."""
    if session.get_bind().dialect.name == "sqlite":
        return sqlite.insert(row.__table__)
    return postgresql.insert(row.__table__)
