"""The files of a backup: in a folder beside its database, each that this database names, and each proved."""

from __future__ import annotations

import tempfile
from pathlib import Path

import click
from flask import current_app

from app.adapters import storage
from app.adapters.storage import Folder, Storage
from app.db import Database
from app.services.case import safe_files

ENDING = ".files"
NOT_COPIED = (
    "The files that people sent are not in this backup: they stand in a bucket. "
    "Let the bucket keep versions, or copy it with its own tools."
)


def beside(backup: Path) -> Path:
    """Return where the files of a backup stand."""
    return backup.with_suffix(ENDING)


def ours() -> Storage:
    """Return where this site keeps its files."""
    return storage.opened(current_app.extensions["config"].storage_url)


def copy(database: Database, source: Storage, target: Storage) -> list[str]:
    """Copy every file that a database names, unless it is there already; return the addresses of what cannot be had.

    Raises OSError where the target takes no more.
    """
    lost = []
    for address, salt in _named(database).items():
        if not _holds(target, address, salt):
            with tempfile.TemporaryFile() as whole:
                try:
                    for part in source.parts(address, salt):
                        whole.write(part)
                except OSError:
                    lost.append(address)
                    continue
                whole.seek(0)
                target.put(address, whole)
    return lost


def prove(database: Database, backup: Path) -> bool:
    """Say whether each file that the database of a backup names is in it, and whole; return so."""
    named = _named(database)
    if not named:
        return True
    if not beside(backup).is_dir():
        click.echo(NOT_COPIED if not isinstance(ours(), Folder) else f"{beside(backup)} is not there.")
        return not isinstance(ours(), Folder)
    kept = Folder(beside(backup))
    lost = [address for address, salt in named.items() if not _holds(kept, address, salt)]
    click.echo(f"{beside(backup)}: {len(named) - len(lost)} files, {len(lost)} lost or broken")
    return not lost


def _holds(kept: Storage, address: str, salt: bytes) -> bool:
    try:
        for _ in kept.parts(address, salt):
            pass
    except OSError:
        return False
    return True


def _named(database: Database) -> dict[str, bytes]:
    with database.reading() as session:
        return safe_files.every(session)
