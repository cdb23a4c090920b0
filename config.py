"""What the machine and its secrets say: read from the environment, once, before the application is made.

Two settings must be given. Every other default is right for production and fit to publish.
What the landlord says of itself (name, phones, colours) is data, not configuration: `flask landlord set`.
"""

from __future__ import annotations

import hashlib
import hmac
import os
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields
from datetime import datetime
from pathlib import Path
from typing import Any

from app.now import by_the_system_clock

MEGABYTE = 1024 * 1024
SHORTEST_SECRET = 16


class Misconfigured(SystemExit):
    """The environment lacks a setting, or holds one that cannot be used: nothing starts."""


def _private_directory() -> Path:
    return Path(tempfile.gettempdir()) / f"putright-{os.getuid()}"


@dataclass(frozen=True, kw_only=True)
class Config:
    """The settings of one process; the names in capitals are the names in the environment."""

    DATABASE_URL: str
    SECRET_KEY: str = field(repr=False)
    LOOKUP_KEY: str = field(default="", repr=False)
    """Codes are looked up under this key. Give it before SECRET_KEY is changed, or return codes end."""
    MAIL_URL: str = field(default="smtp://localhost:25", repr=False)
    PROXIES: int = 0
    """How many proxies stand in front and may be believed about the visitor's address and https."""
    TRUSTED_HOSTS: tuple[str, ...] = ()
    """The names this site answers to; none given means that the proxy in front has seen to it."""
    PLAIN_HTTP: bool = False
    """For trying it out on one machine: cookies travel without https and lose their __Host- names."""
    CACHE_DIRECTORY: Path = field(default_factory=_private_directory)
    """Compiled templates: marshalled code, so nobody but this user may write here."""
    CLAMD_URL: str = ""
    """The virus scanner: tcp://127.0.0.1:3310 or unix:///run/clamav/clamd.ctl; none given: no file is scanned."""
    STORAGE_URL: str = ""
    """The folder or bucket (s3://bucket/folder) for files that people send; none given: beside an SQLite database.

    What no case of the database names is swept out of it: never give two databases one folder.
    """
    MAX_CONTENT_LENGTH: int = 2 * MEGABYTE
    MAX_FORM_MEMORY_SIZE: int = MEGABYTE
    TESTING: bool = False
    clock: Callable[[], datetime] = by_the_system_clock
    landlord_remembered_for: float = 5.0
    """Seconds for which a process may show what it last read about the landlord."""

    def __post_init__(self) -> None:
        if len(self.SECRET_KEY) < SHORTEST_SECRET:
            raise Misconfigured(f"SECRET_KEY must be at least {SHORTEST_SECRET} characters of chance.")

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] = os.environ) -> Config:
        """The settings of this process; raises Misconfigured when one is missing or cannot be read."""
        missing = [name for name in ("DATABASE_URL", "SECRET_KEY") if not environment.get(name)]
        if missing:
            raise Misconfigured(f"{' and '.join(missing)} must be set in the environment.")
        given = {name: environment[name] for name in _settings() if environment.get(name)}
        settings: dict[str, Any] = {name: _read(name, text) for name, text in given.items()}
        return cls(**settings)

    @property
    def lookup_key(self) -> bytes:
        """The key under which codes and tries are looked up: LOOKUP_KEY, or one drawn from SECRET_KEY."""
        if self.LOOKUP_KEY:
            return self.LOOKUP_KEY.encode()
        return hmac.digest(self.SECRET_KEY.encode(), b"putright lookup key", hashlib.sha256)

    @property
    def storage_url(self) -> str:
        """Where files are kept: STORAGE_URL, or a folder beside the SQLite database, named after it."""
        if self.STORAGE_URL:
            return self.STORAGE_URL
        address = self.DATABASE_URL.partition("?")[0]
        database = address.removeprefix("sqlite:///")
        if database in (address, ""):
            return "file:///var/lib/putright/files"
        return Path(f"{database}-files").absolute().as_uri()

    def private_cache(self) -> Path:
        """The directory for compiled templates; raises Misconfigured when somebody else could write to it."""
        self.CACHE_DIRECTORY.mkdir(mode=0o700, parents=True, exist_ok=True)
        found = self.CACHE_DIRECTORY.stat()
        if found.st_uid != os.getuid() or found.st_mode & 0o022:
            raise Misconfigured(f"CACHE_DIRECTORY {self.CACHE_DIRECTORY} must be this user's alone.")
        return self.CACHE_DIRECTORY


def _settings() -> list[str]:
    return [each.name for each in fields(Config) if each.name.isupper() and each.name != "TESTING"]


def _read(name: str, text: str) -> object:
    match name:
        case "PROXIES" | "MAX_CONTENT_LENGTH" | "MAX_FORM_MEMORY_SIZE":
            if not text.isascii() or not text.isdigit():
                raise Misconfigured(f"{name} must be a whole number, and is {text!r}.")
            return int(text)
        case "TRUSTED_HOSTS":
            return tuple(host.strip() for host in text.split(",") if host.strip())
        case "PLAIN_HTTP":
            return text == "1"
        case "CACHE_DIRECTORY":
            return Path(text)
        case _:
            return text
