"""Measure the named requests on SQLite and PostgreSQL beside their bare floor, and print what they cost."""

from __future__ import annotations

import argparse
import os
import secrets
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager
from typing import Any

from sqlalchemy import event

from app.db import Database
from app.factory import create_app
from app.now import by_the_system_clock
from bench import databases, fill, gen, machine, visits
from bench.databases import Filled
from bench.load import Ask, Side, interleaved, ratio, send
from bench.machine import DATA, Server
from bench.visits import Known
from config import Config

FEW = 1_000
DATABASES = {"sqlite": databases.sqlite, "postgresql": databases.postgresql}
GOALS = {
    "form": 3.0,
    "track": 3.0,
    "queue": 3.0,
    "case": 3.0,
    "promises": 3.0,
    "search": 3.0,
    "words": 3.0,
    "submit": 4.0,
}
FLAT, MOST_MEMORY = 1.3, 150
COLUMNS = (
    "request|bytes|queries|floor CPU|CPU|times the floor|times the barest|CPU at 1,000|p95|p95 at 1,000|times that"
)


def main() -> int:
    """Measure what was asked for and print a table for each database; what the tables say is for the reader."""
    asked = _asked()
    DATA.mkdir(exist_ok=True)
    at = by_the_system_clock()
    many, few = (Known.of(gen.tickets(count, at, fill.STAFF)) for count in (asked.complaints, FEW))
    print(f"{at:%d %B %Y}, {asked.complaints:,} complaints, {os.cpu_count()} cores", flush=True)
    for kind in asked.databases.split(","):
        with DATABASES[kind](asked.complaints, FEW, at) as filled:
            _measure(filled, many, few, asked)
    return 0


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="dev.py bench", description=__doc__)
    parser.add_argument("--complaints", type=int, default=100_000)
    parser.add_argument("--databases", default=",".join(DATABASES))
    parser.add_argument("--requests", default=",".join(GOALS))
    parser.add_argument("--slices", type=int, default=6, help="how often each server is measured")
    parser.add_argument("--count", type=int, default=100, help="requests a slice")
    return parser.parse_args()


def _measure(filled: Filled, known_many: Known, known_few: Known, asked: argparse.Namespace) -> None:
    secret = secrets.token_urlsafe()
    with ExitStack() as running:
        many = running.enter_context(_product(filled.name, filled.many, secret))
        few = running.enter_context(_product(f"{filled.name} few", filled.few, secret))
        bare = running.enter_context(
            machine.serving(f"{filled.name} floor", "bench.floor:app", {"FLOOR_URL": filled.bare})
        )
        count = running.enter_context(_counting(filled.many, secret))
        of_many = visits.of_product(many.port, filled.many, known_many)
        of_few = visits.of_product(few.port, filled.few, known_few)
        print(f"\n{filled.name}: milliseconds; CPU is the server's with its database's; **missed**\n")
        print(f"| {COLUMNS.replace('|', ' | ')} |\n|{'---|' * (COLUMNS.count('|') + 1)}", flush=True)
        for name in asked.requests.split(","):
            of_bare = visits.of_floor(known_many, _fields(many, next(of_many[name]), bare, known_many, name))
            asks = [(many, of_many[name]), (few, of_few[name]), (bare, of_bare[name])]
            if f"{name} barest" in of_bare:
                asks.append((bare, of_bare[f"{name} barest"]))
            measured, less, *floors = sides = [Side(server, each, filled.processes) for server, each in asks]
            interleaved(sides, asked.slices, asked.count)
            print(_line(name, measured, less, floors, count(of_many[name])), flush=True)
        held = max(map(machine.memory, machine.family(many.pid)))
        print(
            f"\nA web process holds {held:.0f} MB at most (goal: {MOST_MEMORY}); load {machine.load():.1f}.", flush=True
        )


@contextmanager
def _product(name: str, url: str, secret: str) -> Iterator[Server]:
    settings = {"DATABASE_URL": url, "SECRET_KEY": secret, "PLAIN_HTTP": "1"}
    with machine.serving(name, "wsgi:app", settings) as server:
        yield server


def _fields(product: Server, ask: Ask, bare: Server, known: Known, name: str) -> int:
    """Return how many fields make the floor's page as long as the product's."""
    wanted = send(product.port, ask).size
    none, ten = (send(bare.port, next(visits.of_floor(known, fields)[name])).size for fields in (0, 10))
    return round((wanted - none) / (ten - none) * 10) if ten > none else 0


@contextmanager
def _counting(url: str, secret: str) -> Iterator[Callable[[Iterator[Ask]], int]]:
    """Give what counts the statements that one request takes, in a process whose caches are warm."""
    app = create_app(Config(DATABASE_URL=url, SECRET_KEY=secret, PLAIN_HTTP=True, TESTING=True))
    database: Database = app.extensions["database"]
    statements: list[str] = []

    @event.listens_for(database.engine, "before_cursor_execute")
    def note(_c: Any, _cursor: Any, statement: str, _p: Any, _context: Any, _many: bool) -> None:
        if not statement.startswith("BEGIN"):
            statements.append(statement)

    def count(asks: Iterator[Ask]) -> int:
        client = app.test_client(use_cookies=False)
        for ask in next(asks), next(asks):
            statements.clear()
            cookies = "; ".join(f"{name}={value}" for name, value in ask.cookies.items())
            client.open(ask.path, data=ask.form, method="POST" if ask.form else "GET", headers={"Cookie": cookies})
        return len(statements)

    with closing(database):
        yield count


def _line(name: str, many: Side, few: Side, floors: list[Side], queries: int) -> str:
    floor, *barest = floors
    columns = (
        name,
        f"{many.size:,}",
        str(queries),
        f"{floor.cpu_ms:.2f}",
        f"{many.cpu_ms:.2f}",
        _against(ratio(many, floor), GOALS[name]),
        "".join(f"{ratio(many, each):.2f}" for each in barest),
        f"{few.cpu_ms:.2f}",
        f"{many.milliseconds(95):.1f}",
        f"{few.milliseconds(95):.1f}",
        _against(many.milliseconds(95) / few.milliseconds(95), FLAT),
    )
    return f"| {' | '.join(columns)} |"


def _against(times: float, goal: float) -> str:
    return f"{times:.2f} of {goal:g}" if times <= goal else f"**{times:.2f} of {goal:g}**"


if __name__ == "__main__":
    sys.exit(main())
