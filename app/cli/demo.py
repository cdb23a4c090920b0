"""flask demo: a believable landlord, for whoever wants to try it out."""

from __future__ import annotations

from collections.abc import Sequence

import click
from flask import current_app
from flask.cli import AppGroup

from app.adapters import storage
from app.cli.mistakes import Mistake
from app.db import reading, writing
from app.demo import fill as demo_landlord
from app.domain.landlord.landlord import ENGLISH
from app.domain.refused import Refused
from app.now import now
from app.words.say import say
from config import Config

demo = AppGroup("demo", help="A believable landlord that does not exist.")


@demo.command()
def fill() -> None:
    """Fill an empty database with Wellmeadow Homes and a complaint in every state."""
    try:
        with writing() as session:
            told = demo_landlord.fill(session, _lookup_key(), storage.opened(_config().storage_url), now())
    except demo_landlord.NotEmpty:
        raise Mistake("This database has complaints in it already; a demo is only put into an empty one.") from None
    except Refused:
        raise Mistake("Photos and papers cannot be kept: STORAGE_URL must name a folder that can be written.") from None
    click.echo(f"Wellmeadow Homes, with the stories of {len(told)} complaints.")


@demo.command("sign-ins")
def sign_ins() -> None:
    """Say how to sign in as its staff and as some of its residents; the staff's codes last half a minute."""
    with reading() as session:
        found = list(demo_landlord.sign_ins(session, _lookup_key(), now()))
    staff = [(each.who, say(each.role, ENGLISH), *each.by) for each in found if each.role]
    residents = [(each.who, *each.by) for each in found if not each.role]
    _print("Staff", ("Name", "Role", "Email", "Password", "Code"), staff)
    _print("Residents", ("Name", "Return code", "4 numbers"), residents)


def _print(title: str, heads: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Print rows under their heads, each column as wide as its widest."""
    wide = [max(map(len, column)) for column in zip(heads, *rows, strict=True)]
    click.echo(f"\n{title}")
    for row in (heads, *rows):
        click.echo("  " + "  ".join(text.ljust(width) for text, width in zip(row, wide, strict=True)).rstrip())


def _lookup_key() -> bytes:
    return _config().lookup_key


def _config() -> Config:
    config: Config = current_app.extensions["config"]
    return config
