"""flask complaints import as a process: killed half-way it leaves whole cases, and the same command finishes it."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from uuid import uuid4

from sqlalchemy import func, select

from app.db import Database
from app.store.case.complaints import ComplaintRow
from app.store.figures.counted import CountedRow
from app.store.figures.imports import PastLineRow
from tests.cli.conftest import config_of
from tests.modules import ROOT
from tests.pasts import settle, written

LINES = 2_400
TOO_LONG = 90  # seconds


def count(database: Database) -> tuple[int, int, int]:
    """How many cases there are, how many of them are counted, and how many lines are known."""
    with database.reading() as session:
        found = [
            session.scalar(select(func.count()).select_from(row)) or 0
            for row in (ComplaintRow, CountedRow, PastLineRow)
        ]
    return found[0], found[1], found[2]


def wait_for(what: Callable[[], bool]) -> None:
    until = time.monotonic() + TOO_LONG
    while not what():
        assert time.monotonic() < until
        time.sleep(0.01)


def marked(mark: str) -> list[str]:
    """The processes that were begun with this mark, and have not ended."""
    found = []
    for each in Path("/proc").glob("[0-9]*"):
        try:
            if mark.encode() in (each / "environ").read_bytes():
                found.append(each.name)
        except OSError:
            continue
    return found


def test_what_was_killed_half_way_is_finished_by_the_same_command(officer, own_database, tmp_path):
    settle(own_database)
    rows = [{"reference": f"C-{n}", "received_on": "2024-05-01", "stage_1_outcome": "upheld"} for n in range(LINES)]
    file = written(tmp_path, *rows)
    config, mark = config_of(own_database, tmp_path), uuid4().hex
    names = {name: getattr(config, name) for name in ("SECRET_KEY",)} | {
        "DATABASE_URL": own_database.engine.url.render_as_string(hide_password=False),
        "MARK": mark,
    }
    command = [sys.executable, "-m", "flask", "--app", "wsgi", "complaints", "import", str(file)]
    process = subprocess.Popen(command, cwd=ROOT, env=os.environ | names, stdout=subprocess.DEVNULL)
    wait_for(lambda: process.poll() is not None or count(own_database)[0] > 0)
    process.kill()
    process.wait()

    brought, counted, known = count(own_database)
    assert 0 < brought < LINES
    assert counted == known == brought
    wait_for(lambda: marked(mark) == [])

    done = officer("complaints", "import", str(file))

    assert f"{LINES - brought} brought in, {brought} here before." in done.output
    assert count(own_database) == (LINES, LINES, LINES)
    assert "0 broken" in officer("record", "verify").output
