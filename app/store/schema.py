"""The ground every table stands on: its kind, how long each column is kept, and one type for instants."""

from datetime import UTC, datetime
from enum import StrEnum
from typing import Any, ClassVar

from sqlalchemy import (
    BigInteger,
    DateTime,
    Dialect,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    TypeDecorator,
)
from sqlalchemy.orm import DeclarativeBase, MappedColumn, mapped_column
from sqlalchemy.types import TypeEngine

from app.domain.landlord.retention import Keep

__all__ = ["Base", "Exact", "Instant", "Keep", "Kind", "Number", "kept"]


class Kind(StrEnum):
    """What may be done to a table's rows."""

    HISTORY = "history"  # appended, never changed: the database itself refuses
    WORDS = "words"  # what people said and what we issued; erased on its own schedule
    PROJECTION = "projection"  # computed from history, wordless, may be emptied and refilled
    REFERENCE = "reference"  # the landlord's own data: staff, homes, settings, holidays
    WORKING = "working"  # outbox, sessions, tries, drafts, keys: of use for a while


class Instant(TypeDecorator[datetime]):
    """A moment in time, aware and in UTC on both databases; a naive one is refused."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"{value} has no time zone")
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


# SQLite numbers rows by itself only in a column that is exactly INTEGER.
Number = BigInteger().with_variant(Integer, "sqlite")

# Names that are compared and put in order by their bytes on both databases, whatever its language is.
Exact = Text().with_variant(Text(collation="C"), "postgresql")


class Base(DeclarativeBase):
    """Every row's base. A table says its kind: `class EventRow(Base, kind=Kind.HISTORY)`."""

    __table__: ClassVar[Table]
    metadata = MetaData(
        naming_convention={
            "pk": "pk_%(table_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
        }
    )
    type_annotation_map: ClassVar[dict[Any, TypeEngine[Any]]] = {
        int: Number,
        str: Text(),
        bytes: LargeBinary(),
        datetime: Instant(),
    }

    def __init_subclass__(cls, *, kind: Kind | None = None, **arguments: Any) -> None:
        if kind is None:
            raise TypeError(f"{cls.__name__} does not say what kind of table it is")
        super().__init_subclass__(**arguments)
        cls.__table__.info["kind"] = kind


def kept(*column: Any, personal: Keep | None, secret: bool = False, **arguments: Any) -> MappedColumn[Any]:
    """A mapped column that says whether it holds personal data, how long that is kept, and whether it opens anything.

    A `secret` one is shown to nobody, not even to whom it belongs: a hash of four digits gives them away.
    """
    info = arguments.pop("info", {}) | {"personal": personal, "secret": secret}
    return mapped_column(*column, info=info, **arguments)
