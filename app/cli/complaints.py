"""flask complaints: the past of a landlord's complaints, brought in from a list."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic

import click
from flask import current_app
from flask.cli import AppGroup

from app.adapters.tables import Rejects
from app.cli.mistakes import Mistake
from app.db import reading, writing
from app.domain.clock.terms import Terms
from app.domain.deed import Actor, Deed
from app.domain.figures.bad_tables import BadTable
from app.domain.figures.cells import Days
from app.domain.figures.rows import Reader
from app.domain.landlord.landlord import ENGLISH
from app.domain.refused import Refused
from app.now import now
from app.services.figures import imports, passes, past_files
from app.services.figures.imports import Done
from app.services.figures.passes import Doors
from app.services.figures.past_files import Names, PastFile
from app.services.figures.spool import Spool
from app.words.figures.imports import bad_cell, bad_table
from app.words.say import say

MOST_SAID = 20
WAYS = {"iso": Days.ISO, "dd/mm/yyyy": Days.DAY_FIRST}

complaints = AppGroup("complaints", help="The past of the landlord’s complaints.")


@complaints.command("import")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--dry-run", is_flag=True, help="Check the whole file, and write nothing.")
@click.option("--create-missing", is_flag=True, help="Make the channels, areas, people and so on that are not here.")
@click.option("--skip-bad", is_flag=True, help="Bring in the good lines, and write the bad to FILE.rejected.csv.")
@click.option("--dates", type=click.Choice(tuple(WAYS)), help="How the file writes days; else its first day says it.")
def bring_in(file: Path, dry_run: bool, create_missing: bool, skip_bad: bool, dates: str | None) -> None:
    """Bring in FILE (CSV, .xlsx or .ods), a line a complaint; docs/importing.md says what its columns are.

    First the whole file is checked; with anything wrong in it nothing is written. The same file again changes nothing.
    """
    with _said_plainly(), Spool() as spool:
        opened = past_files.open_file(file, WAYS.get(dates or ""))
        with reading() as session:
            terms, names = imports.terms(session), past_files.names(session, create=create_missing)
        deed = Deed(Actor("import"), now())
        lookup_key: bytes = current_app.extensions["config"].lookup_key
        reader = past_files.reader(opened, terms.calendar, lookup_key, deed.on)
        click.echo(f"Days are written {say(opened.way, ENGLISH)}.")
        for fault in opened.faults:
            click.echo(bad_table(fault, ENGLISH), err=True)
        kept = skip_bad and not (dry_run or opened.faults)
        bad = _check(opened, reader, names, spool, _rejected(file) if kept else None)
        _say_missing(names)
        click.echo(f"{len(spool) + bad} lines: {len(spool)} good, {bad} bad.")
        if opened.faults:
            raise Mistake("Nothing was brought in: first mend the columns.")
        if dry_run or (bad and not skip_bad):
            click.echo("Nothing was brought in.")
            raise SystemExit(1 if bad else 0)
        done = _bring(opened, spool, names, terms, deed)
    _say_done(done, bad, file)


@contextmanager
def _said_plainly() -> Iterator[None]:
    try:
        yield
    except BadTable as error:
        raise Mistake(bad_table(error, ENGLISH)) from error
    except Refused as error:
        raise Mistake("\n".join(f"{gap.field}: {say(gap.why, ENGLISH)}." for gap in error.gaps)) from error


def _check(file: PastFile, reader: Reader, names: Names, spool: Spool, rejected: Path | None) -> int:
    """Say all that is wrong with the lines of a file, set its good ones aside, and return how many are bad."""
    bad = 0
    with Rejects(rejected, file.columns) as rejects:
        for line in passes.check(file, reader, names, spool, rejects):
            bad += bool(line.wrong)
            for wrong in line.wrong:
                click.echo(bad_cell(line.number, wrong, ENGLISH), err=True)
    return bad


def _bring(file: PastFile, spool: Spool, names: Names, terms: Terms, deed: Deed) -> Done:
    total, doors = Done(), Doors(reading, writing, monotonic)
    with click.progressbar(length=len(spool), label="Bringing in") as bar:
        for done in passes.bring(doors, file, spool, names, terms, deed, apart=True):
            total += done
            bar.update(done.new + done.known)
    return total


def _say_missing(names: Names) -> None:
    for of, missing in names.missing.items():
        click.echo(f"New {of.replace('_', ' ')}: {', '.join(missing)}.")


def _say_done(done: Done, bad: int, file: Path) -> None:
    click.echo(f"{done.new} brought in, {done.known} here before.")
    if done.changed:
        numbers = ", ".join(map(str, done.changed[:MOST_SAID]))
        more = f" and {len(done.changed) - MOST_SAID} more" if len(done.changed) > MOST_SAID else ""
        click.echo(
            f"These lines say something else than when they were brought in; nothing was changed: {numbers}{more}."
        )
    if bad:
        click.echo(f"The {bad} bad lines are in {_rejected(file)}.")


def _rejected(file: Path) -> Path:
    return file.with_name(f"{file.stem}.rejected.csv")
