"""How the database differs from what this release would make: tables, columns, keys, indexes and triggers."""

from collections.abc import Iterable, Iterator
from typing import Any

from sqlalchemy import Connection, Dialect, Inspector, Table, UniqueConstraint, inspect, text

from app.store import ddl

# Alembic's own, and the full-text table with those FTS5 keeps its index in.
NOT_OURS = ("alembic_version", "search_text")

BESIDE_THE_TABLES = {
    "sqlite": "SELECT sql FROM sqlite_master WHERE type = 'trigger' OR sql LIKE 'CREATE VIRTUAL TABLE %'",
    "postgresql": """
        WITH here AS (SELECT current_schema()::regnamespace AS schema)
        SELECT replace(definition, here.schema || '.', '') FROM here, LATERAL (
            SELECT pg_get_triggerdef(pg_trigger.oid) FROM pg_trigger JOIN pg_class ON pg_class.oid = tgrelid
            WHERE relnamespace = here.schema AND NOT tgisinternal AND tgenabled = 'O'
            UNION ALL
            SELECT pg_get_functiondef(oid) FROM pg_proc
            WHERE pronamespace = here.schema AND proname = 'refuse_to_rewrite'
            UNION ALL
            SELECT pg_get_indexdef(indexrelid) FROM pg_index JOIN pg_class ON pg_class.oid = indexrelid
            WHERE relnamespace = here.schema AND indexprs IS NOT NULL
        ) AS found (definition)""",
}


def differences(connection: Connection) -> list[str]:
    """What the database lacks of this release, and what it has that is not of it."""
    dialect = connection.dialect
    wanted = {line for table in ddl.everything().sorted_tables for line in _wanted(table, dialect)}
    wanted |= set(ddl.statements(dialect.name))
    found = set(_found(inspect(connection))) | set(
        connection.scalars(text(BESIDE_THE_TABLES[dialect.name].replace("::", "\\:\\:")))
    )
    missing = [f"missing: {line}" for line in sorted(wanted - found)]
    return missing + [f"unexpected: {line}" for line in sorted(found - wanted)]


def _wanted(table: Table, dialect: Dialect) -> Iterator[str]:
    for column in table.columns:
        yield _column(table.name, column.name, column.type, column.nullable, dialect)
    yield _key(table.name, "primary key", table.primary_key.name, table.primary_key.columns.keys())
    for constraint in table.constraints:
        if isinstance(constraint, UniqueConstraint):
            yield _key(table.name, "unique", constraint.name, constraint.columns.keys())
    for foreign in table.foreign_key_constraints:
        target = f"{foreign.referred_table.name} ({', '.join(each.column.name for each in foreign.elements)})"
        yield _key(table.name, "foreign key", foreign.name, foreign.column_keys) + f" to {target}"
    for index in table.indexes:
        yield _index(table.name, index.name, index.columns.keys(), index.unique)


def _found(inspector: Inspector) -> Iterator[str]:
    for table in inspector.get_table_names():
        if not table.startswith(NOT_OURS):
            yield from _found_in(inspector, table)


def _found_in(inspector: Inspector, table: str) -> Iterator[str]:
    for column in inspector.get_columns(table):
        yield _column(table, column["name"], column["type"], column["nullable"], inspector.dialect)
    primary = inspector.get_pk_constraint(table)
    yield _key(table, "primary key", primary["name"], primary["constrained_columns"])
    for unique in inspector.get_unique_constraints(table):
        yield _key(table, "unique", unique["name"], unique["column_names"])
    for foreign in inspector.get_foreign_keys(table):
        target = f"{foreign['referred_table']} ({', '.join(foreign['referred_columns'])})"
        yield _key(table, "foreign key", foreign["name"], foreign["constrained_columns"]) + f" to {target}"
    for index in inspector.get_indexes(table):
        if "expressions" not in index and "duplicates_constraint" not in index:
            yield _index(table, index["name"], index["column_names"], index["unique"])


def _column(table: str, name: str, type_: Any, nullable: bool | None, dialect: Dialect) -> str:
    return f"{table}.{name} {type_.compile(dialect)}{'' if nullable else ' not null'}"


def _key(table: str, what: str, name: object, columns: Iterable[str]) -> str:
    return f"{table}: {what} {name} ({', '.join(columns)})"


def _index(table: str, name: object, columns: Iterable[str | None], unique: object) -> str:
    return f"{table}: {'unique ' if unique else ''}index {name} ({', '.join(map(str, columns))})"
