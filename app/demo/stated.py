"""What Wellmeadow states for its figures: homes, targets, contacts, and what the year before last was like."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from app.domain.case.signposts import months_after
from app.domain.figures.periods import MONTHS_OF_A_YEAR, year_of
from app.domain.figures.stated import Statement
from app.domain.figures.stating import read

CHANNELS = {"Telephone": 410, "Email": 260, "Website": 95, "Letters": 18}
"""Contacts of a month."""


def statements(today: date) -> list[Statement]:
    """Return what was stated up to a day."""
    return [
        read(dict(zip(("what", "name", "from", "value"), line, strict=False)) | more) for line, more in _lines(today)
    ]


def _lines(today: date) -> Iterator[tuple[tuple[str, ...], dict[str, str]]]:
    year = year_of(today)
    first, before = year.first.isoformat(), year.before
    for tenure, homes in (("LCRA", "62"), ("LCHO", "10")):
        yield ("homes", tenure, before.last.isoformat(), homes), {}
    yield ("target", "on_time_rate", first, "95%"), {"tolerance": "90%"}
    yield ("target", "satisfied_rate", first, "75%"), {}
    yield ("target", "contact_demand.total.in_time_rate.year", first, "90%"), {"tolerance": "85%"}
    for number in range(MONTHS_OF_A_YEAR):
        month = months_after(year.first, number)
        if months_after(month, 1) <= today:
            for channel, count in CHANNELS.items():
                contacts, in_time = count + number, (count + number) * 9 // 10
                yield ("contacts", channel, f"{month:%Y-%m}", str(contacts)), {"in_time": str(in_time)}
    until = before.last.isoformat()
    for stage, received in (("1", "31"), ("2", "6")):
        yield ("prior", f"stages.{stage}.received", before.first.isoformat(), received), {"to": until}
