"""What the tables of this house need beyond tables: triggers that guard history, and the full-text index."""

import importlib
import pkgutil
from collections.abc import Iterator

from sqlalchemy import Connection, MetaData, PrimaryKeyConstraint, Table, UniqueConstraint

import app.store
from app.store import search
from app.store.schema import Base, Kind

# Written as PostgreSQL gives it back, so that `flask schema check` can compare the two.
REFUSAL = """CREATE OR REPLACE FUNCTION refuse_to_rewrite()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
    RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation';
END $function$
"""


def everything() -> MetaData:
    """Every table of the house; imports each module of the store to be sure of it."""
    for module in pkgutil.walk_packages(app.store.__path__, "app.store."):
        importlib.import_module(module.name)
    return Base.metadata


def create(connection: Connection) -> None:
    """Make every table, trigger and index in an empty database."""
    everything().create_all(connection)
    for statement in statements(connection.dialect.name):
        connection.exec_driver_sql(statement, execution_options={"no_parameters": True})


def statements(dialect: str) -> Iterator[str]:
    """The statements that follow the tables themselves."""
    if dialect == "postgresql":
        yield REFUSAL
    yield from search.DDL[dialect].values()
    for table in everything().sorted_tables:
        yield from triggers(table, dialect).values()


def triggers(table: Table, dialect: str) -> dict[str, str]:
    """The triggers, by name, that refuse to change, remove, replace or truncate a history table's rows."""
    if table.info["kind"] is not Kind.HISTORY:
        return {}
    return _on_sqlite(table) if dialect == "sqlite" else _on_postgresql(table)


def _on_sqlite(table: Table) -> dict[str, str]:
    # REPLACE removes the row in its way without a DELETE, so an INSERT looks first at every unique key.
    taken = " OR ".join(
        f"EXISTS (SELECT 1 FROM {table.name} WHERE {_same(key)})"  # noqa: S608 -- names of our own
        for key in _unique_keys(table)
    )
    when = {
        f"{table.name}_refuses_update": "BEFORE UPDATE ON {table}",
        f"{table.name}_refuses_delete": "BEFORE DELETE ON {table}",
        f"{table.name}_refuses_replace": f"BEFORE INSERT ON {{table}} WHEN {taken}",
    }
    refuse = f"BEGIN SELECT RAISE(ABORT, '{table.name} is append-only'); END"
    return {name: f"CREATE TRIGGER {name} {moment.format(table=table.name)} {refuse}" for name, moment in when.items()}


def _on_postgresql(table: Table) -> dict[str, str]:
    when = {
        f"{table.name}_refuses_change": f"BEFORE DELETE OR UPDATE ON {table.name} FOR EACH ROW",
        f"{table.name}_refuses_truncate": f"BEFORE TRUNCATE ON {table.name} FOR EACH STATEMENT",
    }
    return {
        name: f"CREATE TRIGGER {name} {moment} EXECUTE FUNCTION refuse_to_rewrite()" for name, moment in when.items()
    }


def _unique_keys(table: Table) -> list[list[str]]:
    keys = [key for key in table.constraints if isinstance(key, PrimaryKeyConstraint | UniqueConstraint)]
    indexes = [index for index in table.indexes if index.unique]
    return sorted([column.name for column in key.columns] for key in (*keys, *indexes))


def _same(key: list[str]) -> str:
    return " AND ".join(f"{column} = NEW.{column}" for column in key)
