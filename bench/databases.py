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

NOTES = 3
MADE_BY = ("bench/gen.py", "bench/histories.py", "bench/fill.py", "migrations/versions/*.py")


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
            many=_database(server, f"filled_{many}", partial(_copy, many, at)),
            few=_database(server, f"filled_{few}", partial(_copy, few, at)),
            bare=_database(server, f"bare_{many}", partial(_fill_bare, many, at)),
            processes=(server.get_pid(),),
        )


def _file(count: int, at: datetime) -> str:
    return _made(f"filled-{count}", partial(_fill, count, at))


def _bare_file(count: int, at: datetime) -> str:
    return _made(f"bare-{count}", partial(_fill_bare, count, at))


def _fill(count: int, at: datetime, url: str) -> None:
    fill.fill(url, count, at)


def _fill_bare(count: int, at: datetime, url: str) -> None:
    floor.fill(url, gen.tickets(count, at, fill.STAFF), NOTES)


def _copy(count: int, at: datetime, url: str) -> None:
    fill.copy(_file(count, at), url)


def _made(name: str, make: Callable[[str], None]) -> str:
    path = DATA / f"{name}-{_fingerprint()}.db"
    if not path.exists():
        for left in DATA.glob(f"{name}-*"):
            left.unlink()
        unfinished = DATA / f"{name}-unfinished"
        print(f"Filling {name} (once).", flush=True)
        make(f"sqlite:///{unfinished}")
        unfinished.rename(path)
    return f"sqlite:///{path}"


def _database(server: Any, wanted: str, make: Callable[[str], None]) -> str:
    name = f"{wanted}_{_fingerprint()}"
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


def _fingerprint() -> str:
    """What the rows are made by, in eight characters."""
    made_by = [path for pattern in MADE_BY for path in sorted(ROOT.glob(pattern))]
    return hashlib.sha256(b"".join(path.read_bytes() for path in made_by)).hexdigest()[:8]
