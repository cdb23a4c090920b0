"""An operator at a terminal."""

import pytest
from flask import Flask

from app import cli
from app.db import Database
from app.now import by_the_system_clock


@pytest.fixture
def operator():
    """Types a `flask` command on a database: `operator(database, "record", "seal")`."""

    def types(database: Database, *words: str):
        app = Flask("app")
        app.extensions.update(database=database, clock=by_the_system_clock)
        cli.register(app)
        return app.test_cli_runner().invoke(args=words)

    return types
