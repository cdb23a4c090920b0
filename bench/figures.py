"""Measure the whole report beside the bare SQL counts of the same: python3 -m bench.figures."""

from __future__ import annotations

import argparse
import os
import secrets
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import date, timedelta
from functools import partial
from http import HTTPStatus
from typing import Any

from sqlalchemy import event

from app.db import Database, reading, writing
from app.domain.case.signposts import months_after
from app.domain.deed import Actor, Deed
from app.domain.figures import keeping
from app.domain.figures.breakdowns import DIMENSIONS
from app.domain.figures.periods import DAY, Basis, Period
from app.domain.figures.reports import Asked
from app.domain.landlord.permissions import Role
from app.domain.landlord.tenures import Tsm
from app.domain.people.sessions import Kind
from app.factory import create_app
from app.now import now
from app.post.figures import Figures
from app.services.figures import kept, reports
from app.services.landlord import landlord, staff
from app.services.people import sessions
from app.store.landlord.staff import names
from app.web.staff.figures.asked import BASES, PERIODS
from bench import databases, machine, rows
from bench.machine import DATA
from config import Config

YEAR = Period(date(2025, 4, 1), date(2026, 3, 31))
NOON = rows.AT + timedelta(hours=12)
MADE_BY = ("bench/rows.py", "migrations/versions/*.py")
TIMES, MOST = 3.0, 0.2
"""How often the time of the bare counts a report may take, and seconds for the page of a time with a name."""
SIZES = {"sqlite": (200_000,), "postgresql": (200_000, 1_000_000)}


def main() -> int:
    """Measure what was asked for and print a line for each database; what they say is for the reader."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--databases", default=",".join(SIZES))
    parser.add_argument("--complaints", type=int, action="append", help="in place of 200,000, and 1,000,000")
    parser.add_argument("--page", action="store_true", help="only the page, not the report")
    parser.add_argument("--count", type=int, default=5, help="how often each is measured")
    asked = parser.parse_args()
    DATA.mkdir(exist_ok=True)
    print(f"{os.cpu_count()} cores, load {machine.load():.1f}; seconds, the middle of {asked.count}\n")
    for kind in asked.databases.split(","):
        for complaints in asked.complaints or SIZES[kind]:
            with filled(kind, complaints) as url, closing(Database(url)) as database:
                if not asked.page:
                    _measure(database, kind, complaints, asked.count)
                _page(url, kind, complaints, asked.count)
    print(f"\nload {machine.load():.1f}")
    return 0


def _page(url: str, kind: str, complaints: int, count: int) -> None:
    """Print what the page of figures takes: of days that somebody typed, and of a time that the worker counts."""
    at = [NOON]
    app = create_app(
        Config(DATABASE_URL=url, SECRET_KEY=secrets.token_urlsafe(), PLAIN_HTTP=True, TESTING=True, clock=lambda: at[0])
    )
    client = app.test_client()
    client.set_cookie(Kind.STAFF.value, _signed_in(app.extensions["database"]))
    _seen(client, "/staff/figures?from=2000-04-01&to=2000-04-30")  # what is loaded once is no part of a page's time
    typed = _timed(partial(_seen, client, f"/staff/figures?from={YEAR.first}&to={YEAR.last - DAY}"))
    with app.app_context():
        worked = list(_worked())
        at[0] += keeping.AT_MOST_EVERY
        looked = statistics.median(_timed(_look) for _ in range(count))
    pages = [
        statistics.median(_timed(partial(_seen, client, address)) for _ in range(count))
        for address in (f"/staff/figures?period={period}&basis={basis}" for period in PERIODS for basis in BASES)
    ]
    print(f"The page at {complaints:,} on {kind}: {_goal(max(pages), MOST)} s, the slowest of {len(pages)};", end=" ")
    print(f"of days that were typed {typed:.2f} s. The worker: {sum(worked):.1f} s for {len(worked)},", end=" ")
    print(f"the slowest {max(worked):.1f} s; {looked:.3f} s to learn whether anything changed.\n", flush=True)


def _worked() -> Iterator[float]:
    """Count all that a worker counts, anew, and yield what each took."""
    with writing() as session:
        kept.forget(session)
    worker = Figures()
    for _ in keeping.places(rows.LAST):
        yield _timed(worker.step)


def _look() -> None:
    with reading() as session:
        kept.look(session, now())


def _seen(client: Any, address: str) -> None:
    answer = client.get(address)
    if answer.status_code != HTTPStatus.OK:
        sys.exit(f"{address}: {answer.status}")


def _signed_in(database: Database) -> str:
    """Return the cookie of somebody who works here, who is taken on where nobody does yet."""
    deed = Deed(Actor("clock"), NOON)
    with database.writing() as session:
        if not names(session):
            landlord.begin(session, deed)
            staff.add(session, "Bench", "bench@example.org", frozenset({Role.COMPLAINTS_OFFICER}), deed)
        return sessions.open_for_staff(session, min(names(session)), "bench", deed)


@contextmanager
def filled(kind: str, complaints: int) -> Iterator[str]:
    """Give the address of a database with so many complaints, filled once."""
    fill = partial(_fill, complaints)
    if kind == "sqlite":
        yield databases.made(f"counted-{complaints}", MADE_BY, fill)
        return
    with machine.postgresql() as server:
        yield databases.database(server, f"counted_{complaints}", MADE_BY, fill)


def _fill(complaints: int, url: str) -> None:
    rows.fill(url, complaints)


def _measure(database: Database, kind: str, complaints: int, count: int) -> None:
    """Print what a report takes by each basis, and the bare counts: in turn, so that others' work falls on both."""
    print("| database | complaints | basis | bare counts | report | times | of which SQL | statements |")
    print("|---|---|---|---|---|---|---|---|", flush=True)
    spent: list[float] = []
    _note(database, spent)
    for basis in Basis:
        asked = Asked(YEAR, basis, rows.LAST, {Tsm.LCRA: 90_000})
        report: Callable[[], Any] = partial(_report, database, asked)
        bare: Callable[[], Any] = partial(_bare, database, basis)
        bare(), report()
        spent.clear()
        report()
        statements = len(spent)
        took: dict[str, list[float]] = {"bare": [], "report": [], "sql": []}
        for _ in range(count):
            took["bare"].append(_timed(bare))
            spent.clear()
            took["report"].append(_timed(report))
            took["sql"].append(sum(spent))
        one, other, sql = (statistics.median(each) for each in took.values())
        times = statistics.median(b / a for a, b in zip(took["bare"], took["report"], strict=True))
        print(
            f"| {kind} | {complaints:,} | {basis.value} | {one:.2f} | {other:.2f} | {_goal(times, TIMES)} "
            f"| {sql:.2f} | {statements} |",
            flush=True,
        )
    print()


def _goal(found: float, most: float) -> str:
    return f"{found:.2f} of {most:g}" if found <= most else f"**{found:.2f} of {most:g}**"


def _timed(work: Callable[[], Any]) -> float:
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def _note(database: Database, spent: list[float]) -> None:
    """Keep how long each statement takes to be answered; rows that come later are the reader's time."""
    begun: list[float] = []

    @event.listens_for(database.engine, "before_cursor_execute")
    def before(*_: Any) -> None:
        begun.append(time.perf_counter())

    @event.listens_for(database.engine, "after_cursor_execute")
    def after(*_: Any) -> None:
        spent.append(time.perf_counter() - begun.pop())


def _report(database: Database, asked: Asked) -> Any:
    with database.reading() as session:
        return reports.compute(session, asked, "en")


def _bare(database: Database, basis: Basis) -> None:
    """Count by hand all that a report of one year and the one before says: one statement for each of its tables."""
    with database.reading() as session:
        cursor = session.connection().connection.cursor()
        for statement in counts(basis):
            cursor.execute(statement)
            cursor.fetchall()


COMPLAINT = " AND counted.kind = 'complaint'"


def counts(basis: Basis) -> Iterator[str]:
    """Yield the statements: plain ones, as one would type them to learn a figure."""
    yield from _broken_down()
    yield from _of_stages(basis)
    for period in (YEAR, YEAR.before):
        yield from _of_period(period)
    joined = "promise JOIN counted ON counted.case_id = promise.case_id AND counted.stage = 1"
    day = "promise.due_on" if basis is Basis.EVENT else "received_on"
    state = "ending, verdict, done_on > first_due_on, done_on > promise.due_on, is_open"
    yield _by(day, state, COMPLAINT, joined, "count(*), sum(appointments_missed)")
    surveyed = "survey JOIN counted ON counted.case_id = survey.case_id AND counted.satisfaction IS NOT NULL"
    for question in ("easy", "informed", "survey.outcome"):
        yield _by("begun_on", question, COMPLAINT, surveyed)


def _by(day: str, what: str, where: str, source: str = "counted", sums: str = "count(*)") -> str:
    """Return what counts a year and the one before it, by quarter and by something else."""
    quarters = reversed([*enumerate(YEAR.before.quarters, -4), *enumerate(YEAR.quarters)])
    quarter = " ".join(f"WHEN {day} >= '{each.first}' THEN {number}" for number, each in quarters)
    within = f"{day} BETWEEN '{YEAR.before.first}' AND '{YEAR.last}'{where}"
    places = ", ".join(str(place) for place in range(1, what.count(",") + 3))
    return f"SELECT CASE {quarter} END, {what}, {sums} FROM {source} WHERE {within} GROUP BY {places}"


def _broken_down() -> Iterator[str]:
    agreed = "count(*), sum(CASE WHEN outcome IN ('upheld', 'upheld_in_part') THEN 1 ELSE 0 END)"
    for dimension in DIMENSIONS:
        yield _by("begun_on", f"stage, {dimension}", COMPLAINT, sums=agreed)
    yield _by("begun_on", "stage, service_area, theme", COMPLAINT)
    yield _by("begun_on", "stage, satisfaction", COMPLAINT)
    yield _by("begun_on", "counted.kind, standing, timeliness", " AND counted.kind != 'complaint'")


def _of_stages(basis: Basis) -> Iterator[str]:
    issued, due = ("coalesce(responded_on, stopped_on)", "due_on") if basis is Basis.EVENT else ("begun_on", "begun_on")
    yield _by("begun_on", "stage, standing, tenure", COMPLAINT)
    yield _by(issued, "stage, outcome, refusal, tenure", COMPLAINT, sums="count(*), sum(compensation)")
    for day in {due, "due_on"}:
        yield _by(day, "stage, standing, timeliness, tenure", COMPLAINT)
        yield _by(day, "stage, extended_to IS NULL, told_in_time, late_told_on IS NULL, known", COMPLAINT)
    yield _by("acknowledge_by" if basis is Basis.EVENT else "begun_on", "stage, acknowledged", COMPLAINT)
    yield _by(issued, "stage, days_from_receipt", COMPLAINT)
    yield _by(issued, "stage, days_from_acknowledgement", COMPLAINT)
    yield _by(issued, "stage", COMPLAINT)
    within = f"begun_on BETWEEN '{YEAR.before.before.first}' AND '{YEAR.last}'{COMPLAINT}"
    yield f"SELECT begun_on, stage, count(*) FROM counted WHERE {within} GROUP BY begun_on, stage"


def _of_period(period: Period) -> Iterator[str]:
    """Yield who complained how often, and what was open at each end of its quarters."""
    within = f"received_on BETWEEN '{period.first}' AND '{period.last}'{COMPLAINT}"
    each = f"SELECT count(DISTINCT case_id) AS times FROM counted WHERE {within} GROUP BY complainant"
    yield f"SELECT times, count(*) FROM ({each}) people GROUP BY times"
    over = "coalesce(responded_on, stopped_on)"
    for months in (0, 3, 6, 9, 12):
        at = months_after(period.first, months)
        is_open = f"begun_on < '{at}' AND ({over} >= '{at}' OR {over} IS NULL){COMPLAINT}"
        yield f"SELECT stage, count(*) FROM counted WHERE {is_open} GROUP BY stage"


if __name__ == "__main__":
    sys.exit(main())
