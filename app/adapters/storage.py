"""Where files are kept: each under the salted hash of what it holds, and never changed; here in a folder."""

from __future__ import annotations

import errno
import hashlib
import os
import re
import shutil
import tempfile
from abc import ABC, abstractmethod
from collections.abc import Iterator
from datetime import datetime
from functools import lru_cache
from pathlib import Path
from typing import BinaryIO
from urllib.parse import unquote, urlsplit

ADDRESS = re.compile(r"[0-9a-f]{64}")
UNFINISHED = ".unfinished-"
AT_ONCE = 256 * 1024
LEFT_FREE = 256 * 1024 * 1024
"""Bytes of the disk that no file may take: the database may stand on it too, and words come before pictures."""


class Storage(ABC):
    """Files by address. What the store refuses comes as OSError; a file that is not there, or is not whole, too."""

    @abstractmethod
    def put(self, address: str, content: BinaryIO) -> None:
        """Keep a file, read from where it stands to its end: it is safe in the store when this returns."""

    @abstractmethod
    def read(self, address: str) -> Iterator[bytes]:
        """Yield what is kept there, in parts and unproved; raises OSError when it is gone."""

    @abstractmethod
    def delete(self, address: str) -> None:
        """Take a file away; none is fine."""

    @abstractmethod
    def older_than(self, at: datetime) -> Iterator[list[str]]:
        """Yield the addresses of what was put there before an instant, some at a time."""

    def get(self, address: str, salt: bytes) -> bytes:
        """Return what is kept there; raises OSError when it is gone, or is no longer what was put there."""
        return b"".join(self.parts(address, salt))

    def parts(self, address: str, salt: bytes) -> Iterator[bytes]:
        """Yield what is kept there in parts; raises OSError as `get` does, before the last of them."""
        proof, held = hashlib.sha256(salt), b""
        for part in self.read(address):
            if held:
                yield held
            proof.update(part)
            held = part
        if proof.hexdigest() != address:
            raise OSError("the file is not what was kept")
        yield held


class Folder(Storage):
    """A folder of files on this machine, which nobody but this user may read."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def put(self, address: str, content: BinaryIO) -> None:
        path = self._path(address)
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        if shutil.disk_usage(path.parent).free < LEFT_FREE:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        number, unfinished = tempfile.mkstemp(prefix=UNFINISHED, dir=path.parent)
        try:
            with os.fdopen(number, "wb") as file:
                shutil.copyfileobj(content, file, AT_ONCE)
                file.flush()
                os.fsync(number)
            Path(unfinished).replace(path)
        except OSError:
            Path(unfinished).unlink(missing_ok=True)
            raise
        _sync(path.parent)

    def read(self, address: str) -> Iterator[bytes]:
        with self._path(address).open("rb") as file:
            while part := file.read(AT_ONCE):
                yield part

    def delete(self, address: str) -> None:
        self._path(address).unlink(missing_ok=True)

    def older_than(self, at: datetime) -> Iterator[list[str]]:
        """Yield them a folder at a time; what a write that was cut off left behind goes on the way."""
        for folder in sorted(self.folder.glob("[0-9a-f][0-9a-f]")):
            old = [path for path in folder.iterdir() if path.stat().st_mtime < at.timestamp()]
            for path in old:
                if path.name.startswith(UNFINISHED):
                    path.unlink(missing_ok=True)
            yield [path.name for path in old if ADDRESS.fullmatch(path.name)]

    def _path(self, address: str) -> Path:
        return self.folder / checked(address)[:2] / address


@lru_cache
def opened(url: str) -> Storage:
    """Return the storage that an address names: file:///var/lib/putright/files, or s3://bucket/files.

    Raises ValueError for any other, and for a bucket where the library for it is not installed.
    """
    parts = urlsplit(url)
    if parts.scheme == "s3" and parts.netloc:
        from app.adapters.buckets import Bucket  # of use to few, and its library is installed by those alone

        return Bucket(parts.netloc, unquote(parts.path).strip("/"))
    if parts.scheme != "file" or parts.netloc or not parts.path.startswith("/"):
        raise ValueError(f"{url!r} is no folder and no bucket: write it like file:///var/lib/putright/files")
    return Folder(Path(unquote(parts.path)))


def checked(address: str) -> str:
    """Return an address that is one; raises FileNotFoundError for what no file is ever kept under."""
    if not ADDRESS.fullmatch(address):
        raise FileNotFoundError(address)
    return address


def address_of(salt: bytes, content: BinaryIO) -> str:
    """Return the address of a file: without its salt nobody can tell from it that this file was here."""
    proof = hashlib.sha256(salt)
    while part := content.read(AT_ONCE):
        proof.update(part)
    content.seek(0)
    return proof.hexdigest()


def _sync(folder: Path) -> None:
    number = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(number)
    finally:
        os.close(number)
