"""What Wellmeadow states for its figures: homes, targets, contacts, and who lives in its homes."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from sqlalchemy.orm import Session

from app.demo import of_themselves
from app.demo.days import Days
from app.domain.case.signposts import months_after
from app.domain.figures.periods import MONTHS_OF_A_YEAR, Period, year_of
from app.domain.figures.stating import COLUMNS, read
from app.services.figures import stated

LONG_AGO, LATELY = 90, 1
HOMES = {"LCRA": 1240, "LCHO": 160}
TARGETS = {
    "on_time_rate": ("95%", "90%"),
    "satisfied_rate": ("75%", ""),
    "contact_demand.total.in_time_rate.year": ("90%", "85%"),
}
CHANNELS = {"Telephone": 410, "Email": 260, "Website": 95, "Letters": 18}
"""Contacts of a month."""

Line = tuple[str, ...]
"""A line of a file of stated figures."""


def tell(session: Session, days: Days, by: str) -> None:
    """State the homes and the targets of this year and the last, and how many people got in touch in this one."""
    year = year_of(days.today)
    for said, ago in ((_lasting(year), LONG_AGO), (_contacts(year, days.today), LATELY)):
        statements = [read(dict(zip(COLUMNS, line, strict=True)), days.today) for line in said]
        stated.put(session, statements, days.deed(ago, by))


def _lasting(year: Period) -> Iterator[Line]:
    for each in (year.before.before, year.before):
        for tenure, homes in HOMES.items():
            yield "homes", tenure, "", each.last.isoformat(), "", str(homes), "", ""
    for characteristic, group, count in of_themselves.residents():
        yield "customers", characteristic, group, year.before.before.last.isoformat(), "", str(count), "", ""
    for path, (target, tolerance) in TARGETS.items():
        yield "target", path, "", year.before.first.isoformat(), "", target, tolerance, ""


def _contacts(year: Period, today: date) -> Iterator[Line]:
    for number in range(MONTHS_OF_A_YEAR):
        month = months_after(year.first, number)
        if months_after(month, 1) <= today:
            for channel, count in CHANNELS.items():
                contacts, in_time = count + number, (count + number) * 9 // 10
                yield "contacts", channel, "", f"{month:%Y-%m}", "", str(contacts), "", str(in_time)
