"""flask schema: bring the database to the shape of this release, and compare the two."""

import logging
from pathlib import Path
from typing import Any

import click
from flask import current_app
from flask.cli import AppGroup

from app.db import Database, reading, writing
from app.domain.deed import CLOCK, Deed
from app.now import now
from app.services.clock import calendars
from app.services.landlord import landlord
from app.store import inspection

schema = AppGroup("schema", help="The shape of the database.")

PYPROJECT = Path(__file__).parents[2] / "pyproject.toml"


@schema.command()
def upgrade() -> None:
    """Make the database ready for this release: tables, bank holidays, a landlord to fill in."""
    from alembic import command  # only an operator needs it; a web process is lighter without

    logging.getLogger("alembic").setLevel(logging.WARNING)  # what it loads concerns nobody
    with _database().migrating() as connection:
        command.upgrade(_settings(connection), "head")
    deed = Deed(CLOCK, now())
    with writing() as session:
        calendars.seed(session, calendars.years_to_know(deed.on))
        landlord.begin(session, deed)
    click.echo("The database is ready for this release.")


@schema.command()
def check() -> None:
    """Compare the database with this release, triggers too; ends with 1 when they differ."""
    with reading() as session:
        differences = inspection.differences(session.connection())
    for difference in differences:
        click.echo(difference, err=True)
    if differences:
        raise SystemExit(1)
    click.echo("The database has the shape of this release.")


def _database() -> Database:
    database: Database = current_app.extensions["database"]
    return database


def _settings(connection: object) -> Any:
    from alembic.config import Config

    return Config(toml_file=PYPROJECT, attributes={"connection": connection})
