"""Where files are kept: a folder, each file under the salted hash of what it holds, and never changed."""

from __future__ import annotations

import hashlib
import os
import re
import tempfile
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from urllib.parse import unquote, urlsplit

ADDRESS = re.compile(r"[0-9a-f]{64}")
UNFINISHED = ".unfinished-"


class Storage:
    """A folder of files. Whatever the disk refuses comes as OSError; a file that is not there, or is not whole, too."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def put(self, address: str, content: bytes) -> None:
        """Keep a file: it is safe on the disk when this returns."""
        path = self._path(address)
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        number, unfinished = tempfile.mkstemp(prefix=UNFINISHED, dir=path.parent)
        try:
            with os.fdopen(number, "wb") as file:
                file.write(content)
                file.flush()
                os.fsync(number)
            Path(unfinished).replace(path)
        except OSError:
            Path(unfinished).unlink(missing_ok=True)
            raise
        _sync(path.parent)

    def get(self, address: str, salt: bytes) -> bytes:
        """Return what is kept there; raises OSError when it is gone, or is no longer what was put there."""
        content = self._path(address).read_bytes()
        if address_of(salt, content) != address:
            raise OSError("the file is not what was kept")
        return content

    def delete(self, address: str) -> None:
        """Take a file away; none is fine."""
        self._path(address).unlink(missing_ok=True)

    def older_than(self, at: datetime) -> Iterator[list[str]]:
        """Yield the addresses of what was put there before an instant, a folder at a time.

        What a write that was cut off left behind goes on the way.
        """
        for folder in sorted(self.folder.glob("[0-9a-f][0-9a-f]")):
            old = [path for path in folder.iterdir() if path.stat().st_mtime < at.timestamp()]
            for path in old:
                if path.name.startswith(UNFINISHED):
                    path.unlink(missing_ok=True)
            yield [path.name for path in old if ADDRESS.fullmatch(path.name)]

    def _path(self, address: str) -> Path:
        if not ADDRESS.fullmatch(address):
            raise FileNotFoundError(address)
        return self.folder / address[:2] / address


def opened(url: str) -> Storage:
    """Return the storage that an address like file:///var/lib/putright/files names; raises ValueError for others."""
    parts = urlsplit(url)
    if parts.scheme != "file" or parts.netloc or not parts.path.startswith("/"):
        raise ValueError(f"{url!r} is no folder: write it like file:///var/lib/putright/files")
    return Storage(Path(unquote(parts.path)))


def address_of(salt: bytes, content: bytes) -> str:
    """Return the address of a file: without its salt nobody can tell from it that this file was here."""
    return hashlib.sha256(salt + content).hexdigest()


def _sync(folder: Path) -> None:
    number = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(number)
    finally:
        os.close(number)
