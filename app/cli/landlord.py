"""flask landlord: what the landlord says of itself, set from a file or word by word, and checked."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import click
from flask.cli import AppGroup

from app.cli.mistakes import Mistake
from app.db import reading, writing
from app.domain.deed import CLOCK, Deed
from app.domain.landlord import settings
from app.domain.landlord.landlord import ENGLISH
from app.domain.refused import Gap, Refused
from app.now import now
from app.services.landlord import landlord as service
from app.words.say import say

landlord = AppGroup("landlord", help="What the landlord says of itself.")


@landlord.command("set")
@click.argument("given", nargs=-1, required=True, metavar="FILE.json|NAME=VALUE…")
def put(given: tuple[str, ...]) -> None:
    """Change settings: those in a JSON file, or NAME=VALUE, lists being JSON too. Others stay as they are."""
    wanted: dict[str, Any] = {}
    for each in given:
        wanted |= _pair(each) if "=" in each else _file(Path(each))
    try:
        with writing() as session:
            changed = settings.change(service.current(session), wanted)
            names = service.put(session, changed, Deed(CLOCK, now()))
    except Refused as refusal:
        raise Mistake("\n".join(_sentence(gap) for gap in refusal.gaps)) from refusal
    click.echo(f"Changed: {', '.join(names)}." if names else "Nothing to change.")


@landlord.command()
def check() -> None:
    """Say what is missing or wrong before residents may come; ends with 1 when something is."""
    with reading() as session:
        gaps = service.check(session)
    for gap in gaps:
        click.echo(_sentence(gap), err=True)
    if gaps:
        raise SystemExit(1)
    click.echo("The landlord has said all that residents need.")


def _pair(text: str) -> dict[str, Any]:
    name, _, value = text.partition("=")
    return {name: _json(value) if value[:1] in ("[", "{") or value in ("true", "false", "null") else value}


def _file(path: Path) -> dict[str, Any]:
    try:
        found = _json(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise Mistake(f"{path} cannot be read.") from error
    if not isinstance(found, dict):
        raise Mistake(f"{path} must hold one JSON object, its names being those of the settings.")
    return found


def _json(text: str) -> Any:
    try:
        return json.loads(text)
    except ValueError as error:
        raise Mistake(f"This is not JSON: {text[:60]}") from error


def _sentence(gap: Gap) -> str:
    return f"{gap.field}: {say(gap.why, ENGLISH)}."
