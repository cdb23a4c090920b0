"""Bring a large file of the past in by the real command on SQLite: how long it takes, what it holds, who waits."""

from __future__ import annotations

import argparse
import csv
import os
import random
import resource
import secrets
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

FIRST, DAYS = date(2021, 4, 1), 1_500
WITHIN, LONGEST_WAIT = 60, 1.0
"""Seconds for 100,000 lines on two cores with nothing else to do, and for anybody else who wants to write."""
OUTCOMES = ("upheld", "upheld_in_part", "not_upheld", "withdrawn")
COLUMNS = (
    "reference", "received_on", "channel", "service_area", "theme", "directorate", "neighbourhood", "tenure",
    "complainant", "stage_1_acknowledged_on", "stage_1_extended_to", "stage_1_extension_told_on",
    "stage_1_responded_on", "stage_1_outcome", "stage_2_requested_on", "stage_2_acknowledged_on",
    "stage_2_responded_on", "stage_2_outcome", "root_cause", "handler", "closed_on",
)  # fmt: skip


def main() -> int:
    """Print what the command took; ends with 1 when somebody had to wait too long, or not all of it came in."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--lines", type=int, default=100_000)
    asked = parser.parse_args()
    with TemporaryDirectory() as folder:
        file, database = Path(folder) / "past.csv", Path(folder) / "past.sqlite3"
        _write(file, asked.lines)
        environment = os.environ | {"DATABASE_URL": f"sqlite:///{database}", "SECRET_KEY": secrets.token_urlsafe()}
        flask = [sys.executable, "-m", "flask", "--app", "wsgi"]
        subprocess.run([*flask, "schema", "upgrade"], env=environment, check=True, stdout=subprocess.DEVNULL)
        before, begun = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime, time.monotonic()
        command = [*flask, "complaints", "import", str(file), "--create-missing"]
        process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL)
        waited = max(_waits(database, process))
        took, after = time.monotonic() - begun, resource.getrusage(resource.RUSAGE_CHILDREN)
        cases = _cases(database)
    print(f"{asked.lines:,} lines, {os.cpu_count()} cores; twenty million additions: {_additions():.1f} s")
    print(f"{took:.0f} s (goal for 100,000: {WITHIN}), {after.ru_utime - before:.0f} s of processor, all processes")
    print(f"{after.ru_maxrss / 1024:.0f} MB at most; others waited {waited:.2f} s at most (goal: {LONGEST_WAIT:g})")
    return int(cases != asked.lines or waited > LONGEST_WAIT)


def _write(path: Path, lines: int) -> None:
    chance = random.Random(4)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS, restval="")
        writer.writeheader()
        writer.writerows(_line(number, lines, chance) for number in range(lines))


def _line(number: int, lines: int, chance: random.Random) -> dict[str, object]:
    received = FIRST + timedelta(days=chance.randrange(DAYS))

    def later(*days: int) -> date:
        return received + timedelta(days=chance.randrange(*days))

    line: dict[str, object] = {
        "reference": f"C-{number}",
        "received_on": received,
        "complainant": f"T-{chance.randrange(lines)}",
        "tenure": chance.choice(("LCRA", "LCHO")),
        "stage_1_acknowledged_on": later(1, 8),
        "stage_1_responded_on": later(9, 30),
        "stage_1_outcome": chance.choice(OUTCOMES),
        "closed_on": later(70, 90),
    }
    for column, many in ("channel", 4), ("service_area", 9), ("theme", 20), ("neighbourhood", 30), ("handler", 20):
        line[column] = f"{column} {chance.randrange(many)}"
    if number % 8 == 0:
        line |= {"stage_1_extended_to": later(31, 36), "stage_1_extension_told_on": later(9, 14)}
    if number % 6 == 0:
        line |= {"stage_2_requested_on": later(40, 45), "stage_2_responded_on": later(50, 69)}
    return line


def _waits(database: Path, process: subprocess.Popen[bytes]) -> Iterator[float]:
    """Yield how long somebody else who wants to write waits, again and again while the command runs."""
    yield 0.0
    while process.poll() is None:
        connection, asked = sqlite3.connect(database, timeout=WITHIN, isolation_level=None), time.monotonic()
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("ROLLBACK")
        connection.close()
        yield time.monotonic() - asked
        time.sleep(0.05)


def _cases(database: Path) -> int:
    connection = sqlite3.connect(database)
    (count,) = connection.execute("SELECT count(*) FROM past_line").fetchone()
    connection.close()
    return int(count)


def _additions() -> float:
    begun, number = time.monotonic(), 0
    while number < 20_000_000:
        number += 1
    return time.monotonic() - begun


if __name__ == "__main__":
    sys.exit(main())
