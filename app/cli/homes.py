"""flask homes: the landlord's homes, from a list."""

from __future__ import annotations

from pathlib import Path

import click
from flask.cli import AppGroup

from app.cli.mistakes import Mistake
from app.db import writing
from app.domain.deed import Actor, Deed
from app.domain.landlord.landlord import ENGLISH
from app.now import now
from app.services.landlord import landlord
from app.services.people.homes import BadFile, Wrong, import_
from app.words.say import say

MOST_SAID = 20

homes = AppGroup("homes", help="The landlord's homes.")


@homes.command("import")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
def take_in(file: Path) -> None:
    """Take in a CSV file with the columns reference, address and postcode, and neighbourhood and tenure if you like.

    A file in which anything is wrong is refused whole. The same file again changes nothing.
    """
    text = _text(file)
    try:
        with writing() as session:
            done = import_(session, text, landlord.current(session), Deed(Actor("import"), now()))
    except BadFile as bad:
        raise Mistake("\n".join(_sentences(bad.wrong))) from bad
    click.echo(f"{done.added} new, {done.changed} changed, {done.same} as before.")


def _text(file: Path) -> str:
    try:
        text = file.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Mistake(f"{file} is not text in UTF-8.") from error
    if "\0" in text:
        raise Mistake(f"{file} is not a list: it holds what no keyboard types.")
    return text


def _sentences(wrong: tuple[Wrong, ...]) -> list[str]:
    said = [f"Line {each.line}, {each.gap.field}: {say(each.gap.why, ENGLISH)}." for each in wrong[:MOST_SAID]]
    more = len(wrong) - len(said)
    return [*said, *([f"And {more} more."] if more > 0 else []), "Nothing was taken in."]
