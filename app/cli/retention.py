"""flask retention: erase what has served its time, take words out with a reason, and tell people what is held."""

from __future__ import annotations

import json
import logging
import os
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date, datetime, time
from pathlib import Path
from typing import TextIO

import click
from flask.cli import AppGroup

from app.cli.files import sweep, write_out
from app.cli.mistakes import Day, Mistake, PlainCommand
from app.cli.schema import the_database
from app.cli.staff import explaining
from app.db import reading, writing
from app.domain.deed import CLOCK, LONDON, Deed
from app.now import now
from app.services.case import erasures, evidence
from app.services.case.erasures import Copies
from app.services.case.histories import NoSuchCase
from app.services.landlord import access_reports
from app.services.landlord import retention as service
from app.services.landlord.access_reports import AccessReport
from app.store.case.complaints import CaseKey
from app.store.landlord.retention import Marked

retention = AppGroup("retention", help="How long what is held about people is kept.")
log = logging.getLogger("putright.retention")

CASES = "complaint"
NOT_YET = "%s is still to come, and nothing is erased before its time. --dry-run shows what will be by then."
BY = click.option("--by", "email", required=True, help="The email address of the member of staff who decided it.")
PRIVATE = os.O_WRONLY | os.O_CREAT | os.O_EXCL
TRIES = 5
"""Of a second each: longer than the worker reads to count the figures of many complaints."""


@retention.command(cls=PlainCommand)
@click.option("--as-of", type=Day(), help="Look only at what had served its time by this day; today when left out.")
@click.option("--dry-run", is_flag=True, help="Erase nothing, and show what would be.")
def run(as_of: date | None, dry_run: bool) -> None:
    """Erase what has been kept for as long as it may be. Part of the nightly round; may be run again."""
    at = now()
    by = as_of or Deed(CLOCK, at).on
    if by > Deed(CLOCK, at).on and not dry_run:
        raise Mistake(NOT_YET % by)
    until = at if as_of is None else datetime.combine(as_of, time(1), LONDON)
    gone, failed = (_would_go(by, until), 0) if dry_run else erase_what_is_over(by, until)
    failed += 0 if dry_run else clear_up()
    for name, count in sorted(gone.items()):
        click.echo(f"{name}: {count} {'would be erased' if dry_run else 'erased'}")
    click.echo(f"{sum(gone.values())} in all, {failed} could not be looked at")
    if failed:
        raise SystemExit(1)


@retention.command(cls=PlainCommand)
@click.argument("reference")
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="As JSON, for another program.")
@click.option("--files", "folder", type=click.Path(path_type=Path), help="Write photos and papers to this new folder.")
@BY
def report(reference: str, file: Path, as_json: bool, folder: Path | None, email: str) -> None:
    """Write everything held about the people of one complaint to FILE, which only you may read."""
    with _written(file) as out, _finding(reference), explaining(), writing() as session:
        found = access_reports.make(session, reference, Deed(service.who_may(session, email, reference), now()))
        out.write(_as_json(found) if as_json else "\n".join(_as_text(found)) + "\n")
        if folder is not None:
            write_out(evidence.every(session, reference), folder)
        out.flush()  # while nothing is noted yet: a full disk is no report
    click.echo(file)


@retention.command(cls=PlainCommand)
@click.argument("reference")
@click.argument("numbers", metavar="NUMBER...", type=int, nargs=-1, required=True)
@click.option("--letter", is_flag=True, help="NUMBER is that of a letter, not of a text.")
@click.option("--reason", required=True, help="Why. It stands on the page, for the resident too: name nobody.")
@BY
def remove(reference: str, numbers: tuple[int, ...], letter: bool, reason: str, email: str) -> None:
    """Take out texts of a complaint, by their numbers in the report; the history says who did so, and why."""
    copies = Copies()
    with _finding(reference), explaining(), writing() as session:
        deed = Deed(service.who_may(session, email, reference), now())
        if letter:
            erasures.remove_letters(session, reference, numbers, reason, deed)
        else:
            copies = erasures.remove_texts(session, reference, numbers, reason, deed)
    failed = clear_up()
    click.echo("Taken out.")
    for line in _copied(copies):
        click.echo(line)
    if failed:
        raise Mistake("What is left of it in the file could not be cleared up yet: the nightly round tries again.")


@retention.command(cls=PlainCommand)
def compact() -> None:
    """Write SQLite's file anew, without its empty pages. Nobody can save meanwhile: do it at a quiet hour."""
    if not _cleared_up(the_database().compact):
        raise Mistake("The file is written anew, but somebody was reading from its log: do it again.")
    click.echo("Written anew.")


def _copied(copies: Copies) -> Iterator[str]:
    """Where the words taken out may stand too, and what to do about it."""
    if copies.texts:
        yield f"These texts hold some of the same words: {', '.join(map(str, copies.texts))}. Read them in the report."
    if copies.letters:
        yield f"These letters still quote it: {', '.join(map(str, copies.letters))}. --letter takes out theirs."
    if copies.drafts:
        yield "The answer that is being written held some of the same words: those fields were emptied."


def erase_what_is_over(by: date, at: datetime) -> tuple[Mapping[str, int], int]:
    """Erase all that is past its time, a slice or a case at a time, and return how much of each and what failed."""
    gone = Counter({CASES: 0})
    failed = 0
    for what in service.passing():
        try:
            for count in _slices(what, at):
                gone[what.table.name] += count
        except Exception:
            log.exception("nothing more of %s could be erased", what.table.name)
            failed += 1
    for case in _perhaps_over(by):
        try:
            with writing() as session:
                gone[CASES] += erasures.erase(session, case.reference, by, Deed(CLOCK, now()))
        except Exception:
            log.exception("case %s could not be erased", case.id)
            failed += 1
    return gone, failed


def _slices(what: Marked, at: datetime) -> Iterator[int]:
    """Forget what has served its time in a table, a transaction a slice, and yield how much each was."""
    more = True
    while more:
        with writing() as session:
            count = service.forget(session, what, at)
        yield count
        more = count == service.SLICE


def _would_go(by: date, at: datetime) -> Mapping[str, int]:
    with reading() as session:
        gone = Counter({CASES: 0} | dict(service.over(session, at)))
    for case in _perhaps_over(by):
        with reading() as session:
            gone[CASES] += service.is_over(session, case.reference, by, at)
    return gone


def _perhaps_over(by: date) -> Iterator[CaseKey]:
    """Each case that may be past its time; read a slice at a time, so that nothing is held open meanwhile."""
    last = 0
    while True:
        with reading() as session:
            found = service.perhaps_over(session, by, last)
        if not found:
            return
        yield from found
        last = found[-1].id


def clear_up() -> int:
    """Leave nothing of what was erased in files, search index and log; returns how much of it must be tried again.

    Also of what a run erased that was cut off before this, or whose own clearing up failed.
    """
    failed = sweep(now())
    try:
        with reading() as session:
            wanted = service.must_clear_up(session)
        return failed + int(wanted and not _cleared_up(_emptied))
    except Exception:
        log.exception("what is left of erased words could not be cleared up")
        return failed + 1


def _emptied() -> bool:
    return any(the_database().empty_log() for _ in range(TRIES))


def _cleared_up(empty: Callable[[], bool]) -> bool:
    began = now()  # what is erased meanwhile waits for the next time
    with writing() as session:
        service.tidy_search(session)
    if not empty():
        log.warning("the log could not be emptied, for somebody was reading; the next round tries again")
        return False
    with writing() as session:
        service.note_cleared_up(session, began)
    return True


@contextmanager
def _written(file: Path) -> Iterator[TextIO]:
    """A new file that only its owner may read, opened before anything is done for it, and gone if that fails."""
    try:
        opened = os.open(file, PRIVATE, 0o600)
    except OSError as error:
        raise Mistake(f"{file} cannot be written: {(error.strerror or 'no reason given').lower()}.") from error
    try:
        with os.fdopen(opened, "w", encoding="utf-8") as out:
            yield out
    except OSError as error:
        file.unlink()
        raise Mistake(f"{file} cannot be written: {(error.strerror or 'no reason given').lower()}.") from error
    except BaseException:
        file.unlink()
        raise


@contextmanager
def _finding(reference: str) -> Iterator[None]:
    try:
        yield
    except NoSuchCase as error:
        raise Mistake(f"There is no complaint {reference}.") from error


def _as_json(found: AccessReport) -> str:
    parts = {"reference": found.reference, "made_on": str(found.made_on), "held": found.held}
    return json.dumps(parts | {"happened": found.happened, "looks": found.looks}, ensure_ascii=False, indent=2) + "\n"


def _as_text(found: AccessReport) -> Iterator[str]:
    yield f"What is held about the people of complaint {found.reference}, on {found.made_on}"
    for name, rows in (*found.held.items(), ("what happened", found.happened), ("who looked", found.looks)):
        yield f"\n{name}: {len(rows)}"
        for row in rows:
            yield ""
            yield from (f"  {column}: {value}" for column, value in row.items() if value not in (None, ""))
