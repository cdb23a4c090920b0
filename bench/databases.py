"""The databases to measure on: each filled once, and kept in bench/data for as long as what fills it is unchanged."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any

import psycopg

from bench import fill, floor, gen, machine
from bench.machine import DATA, ROOT

PRODUCT = ("bench/gen.py", "bench/histories.py", "bench/fill.py", "migrations/versions/*.py")
BARE = ("bench/gen.py", "bench/floor.py")
"""What the rows are made by."""


@dataclass(frozen=True, slots=True)
class Filled:
    """The three databases of one kind: the product's with many complaints and with few, and the floor's with many."""

    name: str
    many: str
    few: str
    bare: str
    processes: tuple[int, ...] = ()
    """The database server, where there is one."""


@contextmanager
def sqlite(many: int, few: int, at: datetime) -> Iterator[Filled]:
    """The databases as files."""
    yield Filled("SQLite", _file(many, at), _file(few, at), _bare_file(many, at))


@contextmanager
def postgresql(many: int, few: int, at: datetime) -> Iterator[Filled]:
    """The databases on a server of our own, with the same rows."""
    with machine.postgresql() as server:
        yield Filled(
            "PostgreSQL",
            many=database(server, f"filled_{many}", PRODUCT, partial(_copy, many, at)),
            few=database(server, f"filled_{few}", PRODUCT, partial(_copy, few, at)),
            bare=database(server, f"bare_{many}", BARE, partial(_fill_bare, many, at)),
            processes=(server.get_pid(),),
        )


def _file(count: int, at: datetime) -> str:
    return made(f"filled-{count}", PRODUCT, partial(_fill, count, at))


def _bare_file(count: int, at: datetime) -> str:
    return made(f"bare-{count}", BARE, partial(_fill_bare, count, at))


def _fill(count: int, at: datetime, url: str) -> None:
    fill.fill(url, count, at)


def _fill_bare(count: int, at: datetime, url: str) -> None:
    floor.fill(url, gen.tickets(count, at, fill.STAFF))


def _copy(count: int, at: datetime, url: str) -> None:
    fill.copy(_file(count, at), url)


def made(name: str, made_by: tuple[str, ...], make: Callable[[str], None]) -> str:
    path = DATA / f"{name}-{_fingerprint(made_by)}.db"
    if not path.exists():
        for left in DATA.glob(f"{name}-*"):
            left.unlink()
        unfinished = DATA / f"{name}-unfinished"
        print(f"Filling {name} (once).", flush=True)
        make(f"sqlite:///{unfinished}")
        unfinished.rename(path)
    return f"sqlite:///{path}"


def database(server: Any, wanted: str, made_by: tuple[str, ...], make: Callable[[str], None]) -> str:
    name = f"{wanted}_{_fingerprint(made_by)}"
    with psycopg.connect(server.get_uri(), autocommit=True) as connection:
        there = {row[0] for row in connection.execute("SELECT datname FROM pg_database")}
        if name not in there:
            for left in there:
                if left.startswith(f"{wanted}_"):
                    connection.execute(f"DROP DATABASE {left}")
            connection.execute(f"CREATE DATABASE {wanted}_unfinished TEMPLATE template0")
            print(f"Filling {wanted} on PostgreSQL (once).", flush=True)
            make(_address(server, f"{wanted}_unfinished"))
            connection.execute(f"ALTER DATABASE {wanted}_unfinished RENAME TO {name}")
    return _address(server, name)


def _address(server: Any, name: str) -> str:
    return str(server.get_uri(name)).replace("postgresql://", "postgresql+psycopg://")


def _fingerprint(made_by: tuple[str, ...]) -> str:
    """Return eight characters that are others when what makes the rows is."""
    paths = [path for pattern in made_by for path in sorted(ROOT.glob(pattern))]
    return hashlib.sha256(b"".join(path.read_bytes() for path in paths)).hexdigest()[:8]
