"""flask schema: bring the database to the shape of this release, and compare the two."""

import logging
from pathlib import Path

import click
from flask import current_app
from flask.cli import AppGroup

from app.db import Database, writing
from app.domain.deed import CLOCK, Deed
from app.now import now
from app.services.clock import calendars
from app.services.figures import kept
from app.services.landlord import landlord
from app.store import inspection

schema = AppGroup("schema", help="The shape of the database.")

PYPROJECT = Path(__file__).parents[2] / "pyproject.toml"


@schema.command()
def upgrade() -> None:
    """Make the database ready for this release: tables, bank holidays, a landlord to fill in."""
    bring_up_to_date(the_database())
    deed = Deed(CLOCK, now())
    with writing() as session:
        calendars.seed(session, calendars.years_to_know(deed.on))
        landlord.begin(session, deed)
        kept.forget(session)  # this release may count them in another way
    click.echo("The database is ready for this release.")


@schema.command()
def check() -> None:
    """Compare the database with this release, triggers too; ends with 1 when they differ."""
    report_differences(the_database())
    click.echo("The database has the shape of this release.")


def the_database() -> Database:
    """The database that DATABASE_URL names."""
    database: Database = current_app.extensions["database"]
    return database


def bring_up_to_date(database: Database) -> None:
    """Run the migrations that this database has not seen, in one transaction."""
    logging.getLogger("alembic").setLevel(logging.WARNING)  # which parts of it are loaded concerns nobody
    # Loaded here, for only an operator needs it: a web process is lighter without.
    from alembic import command
    from alembic.config import Config

    with database.migrating() as connection:
        command.upgrade(Config(toml_file=PYPROJECT, attributes={"connection": connection}), "head")


def report_differences(database: Database) -> None:
    """Say where a database differs from this release, and end the command with 1 if it does."""
    with database.reading() as session:
        differences = inspection.differences(session.connection())
    for difference in differences:
        click.echo(difference, err=True)
    if differences:
        raise SystemExit(1)
