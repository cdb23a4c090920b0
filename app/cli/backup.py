"""flask backup and flask restore: one file with everything in it, made while people work, and proved to be whole."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import click
from flask.cli import with_appcontext

from app.adapters.storage import Folder
from app.cli import file_copies
from app.cli.mistakes import Mistake, PlainCommand
from app.cli.record import report
from app.cli.schema import bring_up_to_date, report_differences, the_database
from app.db import Database
from app.now import now
from app.services import record
from app.store import backups

NAME = "putright-%Y%m%dT%H%M%SZ.sqlite3"
PATTERN = "putright-*.sqlite3"


@click.command(cls=PlainCommand)
@click.argument("directory", type=click.Path(file_okay=False, path_type=Path))
@with_appcontext
def backup(directory: Path) -> None:
    """Write one file with everything in it to DIRECTORY, as of this moment, and print its name.

    The photos, papers and recordings that it names stand in a folder beside it, unless they are kept in a bucket. Ends
    with 1 where one of them cannot be read any more.
    """
    directory.mkdir(mode=0o700, parents=True, exist_ok=True)
    final = directory / now().strftime(NAME)
    with tempfile.TemporaryDirectory(dir=directory) as private:
        unfinished = Path(private) / "unfinished.sqlite3"
        lost = _copy_both(unfinished, Path(private) / "files")
        if (Path(private) / "files").is_dir():
            (Path(private) / "files").rename(file_copies.beside(final))
        backups.finish(unfinished, final)
    click.echo(final)
    if not isinstance(file_copies.ours(), Folder):
        click.echo(file_copies.NOT_COPIED, err=True)
    if lost:
        click.echo(f"{len(lost)} files are gone or broken, and are not in this backup:", err=True)
        click.echo("\n".join(lost), err=True)
        raise SystemExit(1)


@click.command(cls=PlainCommand)
@click.argument("directory", type=click.Path(exists=True, path_type=Path))
@click.option("--check", is_flag=True, help="The check is enough: a database in use is left as it is.")
@with_appcontext
def restore(directory: Path, check: bool) -> None:
    """Prove the newest backup in DIRECTORY (or the file of that name), and fill an empty database from it.

    What an older release wrote is brought up to date first. Ends with 1 when the backup does not hold.
    """
    path = _newest(directory)
    with the_database().reading() as session:
        is_empty = backups.is_empty(session.connection())
    if not is_empty and not check:
        raise Mistake("The database named by DATABASE_URL is in use; a backup is restored into an empty one.")
    with _opened(path) as copy:
        _prove(copy, path)
        whole = file_copies.prove(copy, path)
        if is_empty:
            _fill(the_database(), copy)
            _prove(the_database(), "the restored database")
            if file_copies.beside(path).is_dir():
                file_copies.copy(copy, Folder(file_copies.beside(path)), file_copies.ours())
    if not whole:
        raise SystemExit(1)


def _copy_both(database: Path, files: Path) -> list[str]:
    """Copy the database, and the files that the copy names; return the addresses of those that cannot be had.

    The files go first, for the sweep might take one away whose case is erased meanwhile; then those that came since,
    which no sweep takes within the hour.
    """
    kept = file_copies.ours()
    if isinstance(kept, Folder):
        file_copies.copy(the_database(), kept, Folder(files))
    _copy(the_database(), database)
    if not isinstance(kept, Folder):
        return []
    with closing(Database(f"sqlite:///{database}")) as copy:
        return file_copies.copy(copy, kept, Folder(files))


def _copy(database: Database, path: Path) -> None:
    if database.is_sqlite:
        with database.engine.connect() as source:
            backups.copy_file(source, path)
        return
    with closing(Database(f"sqlite:///{path}")) as copy:
        _fill(copy, database)


def _newest(directory: Path) -> Path:
    if directory.is_file():
        return directory
    found = sorted(directory.glob(PATTERN))
    if not found:
        raise Mistake(f"There is no backup in {directory}.")
    return found[-1]


@contextmanager
def _opened(path: Path) -> Iterator[Database]:
    """The backup as a database, at the shape of this release; the file itself is left as it is."""
    with tempfile.TemporaryDirectory() as private:
        copy = shutil.copyfile(path, Path(private) / path.name)
        with closing(Database(f"sqlite:///{copy}")) as database:
            bring_up_to_date(database)
            yield database


def _prove(database: Database, name: object) -> None:
    report_differences(database)
    with database.reading() as session:
        verified = record.verify(session)
    click.echo(f"{name}: ", nl=False)
    report(verified)


def _fill(empty: Database, source: Database) -> None:
    bring_up_to_date(empty)
    with source.reading() as session, empty.migrating() as target:
        backups.copy_rows(session.connection(), target)
