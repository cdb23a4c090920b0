"""flask report: the figures of a period, and whether they add up."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import click
from flask.cli import with_appcontext

from app.adapters import sheets, spreadsheets
from app.cli import papers
from app.cli.mistakes import Day, Mistake, PlainCommand, WithDefault
from app.db import reading
from app.domain.deed import london_day
from app.domain.figures import reconciliation
from app.domain.figures.breakdowns import DIMENSIONS
from app.domain.figures.documents import Document
from app.domain.figures.largest import TOP
from app.domain.figures.packs import Pack
from app.domain.figures.papers import Paper
from app.domain.figures.periods import Basis, named
from app.domain.figures.reports import Asked
from app.domain.figures.tables import Figure, figures
from app.domain.landlord.landlord import ENGLISH
from app.domain.landlord.tenures import Tsm
from app.now import now
from app.services.figures import packs, reports
from app.services.figures.packs import Filled
from app.services.landlord import landlord
from app.services.oversight import improvements
from app.words.figures.faults import fault_said
from app.words.figures.packs import pack as said
from app.words.figures.papers import yearly
from app.words.figures.periods import period_of

FORMATS = ("json", *papers.FORMATS, "csv", "xlsx", "ods")


class Report(WithDefault):
    """`flask report --from …` makes one, `flask report check …` says where it does not add up."""

    default = "make"


class Homes(click.ParamType):
    """How many homes of one tenure, written as LCRA=9800."""

    name = "tenure=homes"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> tuple[Tsm, int]:
        if isinstance(value, tuple):
            return value
        tenure, _, count = str(value).partition("=")
        if tenure not in Tsm.__members__ or not count.isdecimal() or int(count) == 0:
            self.fail(f"“{value}” is not a tenure and its homes; write it like LCRA=9800 or LCHO=1400.", param, ctx)
        return Tsm[tenure], int(count)


class Only(click.ParamType):
    """A key of a dimension, written as theme=damp."""

    name = "dimension=key"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> tuple[str, str]:
        if isinstance(value, tuple):
            return value
        dimension, _, key = str(value).partition("=")
        if dimension not in DIMENSIONS or not key:
            self.fail(f"“{value}” is not one of {', '.join(DIMENSIONS)} and a key of it, like theme=damp.", param, ctx)
        return dimension, key


def _asks(command: Any) -> Any:
    """Give a command the options that say which figures are wanted."""
    for option in reversed(
        (
            click.option("--from", "first", type=Day(), help="The first day of the period."),
            click.option("--to", "last", type=Day(), help="Its last day."),
            click.option(
                "--basis",
                type=click.Choice([each.value for each in Basis]),
                default=Basis.RECEIVED.value,
                show_default=True,
                help="Of the complaints begun in the period, or of what fell due or was issued in it.",
            ),
            click.option("--homes", type=Homes(), multiple=True, help="Homes owned, LCRA=9800; once for each tenure."),
            click.option(
                "--top", type=click.IntRange(1, 50), default=TOP, show_default=True, help="So many largest of each."
            ),
            click.option("--only", type=Only(), multiple=True, help="Only those of a key, theme=damp."),
        )
    ):
        command = option(command)
    return command


@click.group(cls=Report)
def report() -> None:
    """The figures of a period, counted from the record."""


@report.command(cls=PlainCommand)
@_asks
@click.option("--format", "to_format", type=click.Choice(FORMATS), default="json", show_default=True)
@click.option("--output", type=click.Path(dir_okay=False, path_type=Path), help="Write it there, not to the screen.")
@with_appcontext
def make(to_format: str, output: Path | None, **asked: Any) -> None:
    """Print the figures of a period; what does not add up in them is said, and stands in them."""
    document = _document(**asked)
    _write(_file(document, to_format), output)
    _say(reconciliation.faults(document))


@report.command(cls=PlainCommand)
@_asks
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path), required=False)
@with_appcontext
def check(file: Path | None, **asked: Any) -> None:
    """Say where the figures of a period, or of a report kept as JSON, do not add up; ends with 1 where they do not."""
    document = _document(**asked) if file is None else _kept(file)
    try:
        faults = reconciliation.faults(document)
    except (KeyError, TypeError, AttributeError) as error:
        raise Mistake(f"{file} is not a report as `flask report --format json` writes it.") from error
    if _say(faults):
        raise SystemExit(1)
    click.echo("Everything adds up.")


@report.command(cls=PlainCommand)
@click.option("--weekly", "pack", flag_value=Pack.WEEKLY.value, help="What is open, and the week before.")
@click.option("--monthly", "pack", flag_value=Pack.MONTHLY.value, help="The month before.")
@click.option(
    "--quarterly", "pack", flag_value=Pack.QUARTERLY.value, help="The quarter before, for the board’s member."
)
@click.option("--on", type=Day(), help="As of another day than today.")
@click.option("--format", "to_format", type=click.Choice((*papers.FORMATS, "json")), default="html", show_default=True)
@click.option("--output", type=click.Path(dir_okay=False, path_type=Path), help="Write it there, not to the screen.")
@with_appcontext
def pack(pack: str | None, on: date | None, to_format: str, output: Path | None) -> None:
    """Print the pack that goes round each week, month or quarter."""
    if pack is None:
        raise Mistake("Say which pack: --weekly, --monthly or --quarterly.")
    with reading() as session:
        filled = packs.fill(session, Pack(pack), on or london_day(now()), ENGLISH)
    _write(_packed(filled, to_format), output)


def _packed(filled: Filled, to_format: str) -> bytes:
    if to_format == "json":
        return _json({"pack": filled.pack.value, "live": filled.live, "report": filled.document})
    return papers.file_of(
        said(filled.pack, filled.document, filled.live, filled.by, ENGLISH, filled.lessons), to_format
    )


def _write(file: bytes, output: Path | None) -> None:
    if output is not None:
        output.write_bytes(file)
    else:
        click.echo(file, nl=False)


def _json(plain: Mapping[str, Any]) -> bytes:
    return f"{json.dumps(plain, indent=2, ensure_ascii=False)}\n".encode()


def _file(document: Document, to_format: str) -> bytes:
    if to_format == "json":
        return _json(document)
    if to_format in papers.FORMATS:
        return papers.file_of(_paper(document), to_format)
    if to_format == "csv":
        return sheets.table(Figure._fields, figures(document)).encode()
    if to_format == "xlsx":
        return spreadsheets.xlsx("Figures", Figure._fields, figures(document))
    return spreadsheets.ods("Figures", Figure._fields, figures(document))


def _paper(document: Document) -> Paper:
    with reading() as session:
        lessons = improvements.lessons(session, period_of(document["period"]))
        return yearly(document, landlord.current(session).name, ENGLISH, lessons)


def _document(
    first: date | None,
    last: date | None,
    basis: str,
    homes: tuple[tuple[Tsm, int], ...],
    top: int,
    only: tuple[tuple[str, str], ...],
) -> Document:
    if first is None or last is None:
        raise Mistake("Say of which time: --from 2026-04-01 --to 2027-03-31.")
    period = named(first, last)
    if period is None:
        raise Mistake(f"{first} comes after {last}: turn them round.")
    wanted = Asked(period, Basis(basis), london_day(now()), dict(homes), top)
    with reading() as session:
        return reports.compute(session, wanted, ENGLISH, dict(only))


def _kept(file: Path) -> Mapping[str, Any]:
    try:
        found: Mapping[str, Any] = json.loads(file.read_text(encoding="utf-8-sig"))
    except ValueError as error:
        raise Mistake(f"{file} is not JSON.") from error
    return found


def _say(faults: tuple[reconciliation.Fault, ...]) -> int:
    for fault in faults:
        click.echo(fault_said(fault, ENGLISH), err=True)
    return len(faults)
