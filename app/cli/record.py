"""flask record: prove that history is what it was, seal it, and fill the projections from it again."""

from collections.abc import Callable
from functools import partial

import click
from flask.cli import AppGroup
from sqlalchemy.orm import Session

from app.db import reading, writing
from app.now import now
from app.services import projections
from app.services import record as records
from app.services.figures import kept

record = AppGroup("record", help="The append-only record of everything that happened.")

# A slice holds the write lock for well under a second.
STREAMS_AT_ONCE = 200


@record.command()
def verify() -> None:
    """Check every hash, place and seal; ends with 1 when something is broken."""
    with reading() as session:
        report(records.verify(session))


@record.command()
def seal() -> None:
    """Seal what has been written since the last seal, and print the seal: keep it somewhere else."""
    more = True
    while more:
        with writing() as session:
            sealed, heads = records.seal(session, now())
        click.echo(f"{sealed.number} {sealed.hash} {heads} heads")
        more = heads == records.SLICE


@record.command()
def rebuild() -> None:
    """Fill every projection from the record again, a few streams at a time."""
    _in_slices(projections.rebuild_heads)
    for kind in projections.PROJECTIONS:
        _in_slices(partial(projections.rebuild, kind=kind))
    with writing() as session:
        kept.forget(session)  # counted from projections that were others


def report(verified: records.Verified) -> None:
    """Say what was found, and end the command with 1 if something is broken."""
    for broken in verified.broken:
        click.echo(f"{broken.stream} at {broken.position}: {broken.fault.value}", err=True)
    counts = f"{verified.events} events, {verified.seals} seals, {verified.erased} erased"
    click.echo(f"{counts}, {len(verified.broken)} broken")
    if verified.broken:
        raise SystemExit(1)


def _in_slices(refill: Callable[[Session, str, int], str | None]) -> None:
    last: str | None = ""
    while last is not None:
        with writing() as session:
            last = refill(session, last, STREAMS_AT_ONCE)
