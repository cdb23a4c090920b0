"""flask figures: what the landlord states for its figures, because no complaint says it."""

from __future__ import annotations

from pathlib import Path

import click
from flask.cli import AppGroup

from app.adapters import sheets
from app.cli.mistakes import Mistake, PlainCommand
from app.db import reading, writing
from app.domain.deed import CLOCK, Deed, london_day
from app.domain.figures import stating
from app.domain.figures.bad_tables import BadTable
from app.domain.figures.stated import Subject
from app.domain.landlord.landlord import ENGLISH
from app.domain.refused import Gap, Refused
from app.now import now
from app.services.figures import stated, stated_files
from app.services.figures.stated_files import BadFigures
from app.store.figures import stated as store
from app.words.figures.imports import bad_table
from app.words.say import say

MOST_SAID = 20
SUBJECTS = [each.value for each in Subject]
HISTORY = ("number", "stated_by", "stated_at")

figures = AppGroup("figures", help="What the landlord states for its figures: homes, targets, contacts, customers.")


@figures.command("set", cls=PlainCommand)
@click.argument("what", type=click.Choice(SUBJECTS))
@click.argument("name")
@click.argument("value")
@click.option("--from", "--on", "since", required=True, help="The day it holds from, or is of; of contacts, the month.")
@click.option("--to", "until", default="", help="The last day of an earlier period.")
@click.option("--group", default="", help="The group of a characteristic, or the label of an earlier figure.")
@click.option("--tolerance", default="", help="Up or down to where a missed target is tolerated.")
@click.option("--in-time", default="", help="How many of the contacts were answered in time.")
def put(since: str, until: str, **given: str) -> None:
    """State one figure, or take it back with the value “none”; docs/stating.md says what NAME may be.

    \b
    flask figures set homes LCRA 9800 --on 2024-03-31
    flask figures set target on_time_rate 100% --tolerance 65% --from 2023-04-01
    flask figures set contacts Email 1250 --in-time 1100 --on 2023-04
    flask figures set customers age 310 --group under_25 --on 2024-03-31
    flask figures set prior stages.1.received 1262 --from 2022-04-01 --to 2023-03-31
    """
    cells = given | {stating.FROM: since, stating.TO: until}
    try:
        statement = stating.read(cells, london_day(now()))
        with writing() as session:
            count = stated.put(session, [statement], Deed(CLOCK, now()))
    except Refused as refusal:
        raise Mistake("\n".join(_sentence(gap) for gap in refusal.gaps)) from refusal
    click.echo("Stated." if count else "It was so already.")


@figures.command()
@click.option("--history", is_flag=True, help="Every statement that was ever made, by whom and when, the newest first.")
def show(history: bool) -> None:
    """Print what is stated now, as a table that `flask figures import` reads."""
    with reading() as session:
        found = store.history(session) if history else store.current(session)
    heads = (*stating.COLUMNS, *(HISTORY if history else ()))
    rows = [
        (*stating.said(each.statement).values(), *((each.number, each.by, each.at.isoformat()) if history else ()))
        for each in found
        if history or each.statement.value is not None
    ]
    click.echo(sheets.table(heads, rows), nl=False)


@figures.command("import", cls=PlainCommand)
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
def take_in(file: Path) -> None:
    """Take in FILE (CSV, .xlsx or .ods), a line a figure; docs/stating.md says what its columns are.

    A file in which anything is wrong is refused whole. The same file again changes nothing.
    """
    try:
        lines = stated_files.read(file, london_day(now()))
        with writing() as session:
            found = stated_files.take_in(session, lines, Deed(CLOCK, now()))
    except BadTable as error:
        raise Mistake(bad_table(error, ENGLISH)) from error
    except BadFigures as bad:
        said = [f"Line {each.line}, {_sentence(each.gap)}" for each in bad.wrong[:MOST_SAID]]
        more = len(bad.wrong) - len(said)
        said += [f"And {more} more."] if more > 0 else []
        raise Mistake("\n".join([*said, "Nothing was taken in."])) from bad
    click.echo(f"{found.new} stated, {found.of - found.new} as before.")


def _sentence(gap: Gap) -> str:
    return f"{gap.field}: {say(gap.why, ENGLISH)}."
