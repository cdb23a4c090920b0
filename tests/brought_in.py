"""A landlord whose past was brought in by the real command, and whose figures are asked for by the real one."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from click.testing import Result
from flask import Flask

from app import cli
from app.db import Database
from tests.cli.conftest import config_of
from tests.clocks import Clock
from tests.pasts import settle, written
from tests.published_past import Row

Document = dict[str, Any]


class Landlord:
    """One whose past was brought in, and whose figures anybody may ask for."""

    def __init__(self, types: Callable[..., Result], folder: Path) -> None:
        self.types, self.folder = types, folder
        self._made: dict[tuple[str, ...], Document] = {}

    def bring_in(self, name: str, rows: Sequence[Row]) -> None:
        done = self.types("complaints", "import", str(written(self.folder, *rows, name=name)), "--create-missing")
        assert done.exit_code == 0, done.output
        assert f"{len(rows)} brought in, 0 here before." in done.output

    def report(self, year: str, *more: str) -> Document:
        """The report of a year like 2023/24."""
        first = int(year[:4])
        return self.report_of(f"{first}-04-01", f"{first + 1}-03-31", *more)

    def report_of(self, first: str, last: str, *more: str) -> Document:
        """The report of a period, which adds up, asked for once."""
        words = ("--from", first, "--to", last, *more)
        if words not in self._made:
            printed = self.types("report", *words)
            assert (printed.exit_code, printed.stderr) == (0, "")
            self._made[words] = json.loads(printed.stdout)
        return self._made[words]

    def checked(self, document: Document) -> Result:
        """What the check says of a report that was kept."""
        path = self.folder / "kept.json"
        path.write_text(json.dumps(document))
        return self.types("report", "check", str(path))


def landlord(database: Database, folder: Path, past: Mapping[str, Sequence[Row]]) -> Landlord:
    """One whose past is in these files, each under its name."""
    app = Flask("app")
    app.extensions.update(database=database, clock=Clock(), config=config_of(database, folder))
    cli.register(app)
    settle(database)
    ours = Landlord(lambda *words: app.test_cli_runner().invoke(args=words), folder)
    for name, rows in past.items():
        ours.bring_in(f"{name.replace('/', '-')}.csv", rows)
    return ours


def shown(rate: float, places: int = 1) -> float:
    """A fraction of 1 in per cent, as it is printed."""
    return round(rate * 100, places)


def stage_of(document: Document, number: int) -> Document:
    return document["stages"][str(number)]
