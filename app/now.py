"""The clock on the wall. Entry points read it, once, and hand the instant on; nothing further in may ask."""

from __future__ import annotations

from datetime import UTC, datetime

from flask import current_app


def now() -> datetime:
    """The present instant, aware and in UTC, by the clock the application was given."""
    instant: datetime = current_app.extensions["clock"]()
    return instant


def by_the_system_clock() -> datetime:
    """What an application goes by unless a test gives it another clock."""
    return datetime.now(UTC)
