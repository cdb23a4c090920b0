"""The two years before: complaints as Wellmeadow kept them in a spreadsheet, brought in like any other past."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy.orm import Session

from app.demo.days import Days
from app.demo.landlord import LANDLORD
from app.domain.deed import Actor, Deed
from app.domain.figures.periods import Period
from app.services.figures import hands, imports, past_files
from app.services.figures.imports import Done
from app.services.figures.spool import Spool

A_YEAR = 52
"""Complaints a year: one a week."""
FEWER = 44
"""In the year before."""
CHANNELS = ("email", "phone", "portal", "phone", "letter", "email", "in_person")
OUTCOMES = ("upheld", "upheld_in_part", "not_upheld", "upheld", "upheld_in_part", "upheld", "not_upheld", "withdrawn")
SCORES = ("4", "2", "5", "3", "1", "4")
GROUNDS = ("over_time_limit", "court_claim")

Row = dict[str, str]


def bring_in(session: Session, days: Days, lookup_key: bytes, year: Period) -> None:
    """Bring in what came in a year and in the one before it."""
    rows = [*_rows(days, year.before, FEWER), *_rows(days, year, A_YEAR)]
    with TemporaryDirectory() as folder, Spool() as spool:
        path = Path(folder) / "complaints.csv"
        _write(path, rows)
        file, terms = past_files.open_file(path), imports.terms(session)
        names = past_files.names(session, create=True)
        deed = Deed(Actor("import"), days.now)
        for line in past_files.read(file, past_files.reader(file, terms.calendar, lookup_key, days.today), names):
            spool.add(line)
        plan, done = imports.begin(session, file, names, terms, deed), Done()
        for cases in hands.done((imports.task(session, some)[0] for some in spool), plan, apart=False):
            done += imports.keep(session, cases, plan.deed)
        imports.finish(session, file, done, plan.deed)


def _write(path: Path, rows: list[Row]) -> None:
    columns = list(dict.fromkeys(name for row in rows for name in row))
    with path.open("w", newline="", encoding="utf-8") as file:
        table = csv.DictWriter(file, columns, restval="")
        table.writeheader()
        table.writerows(rows)


def _rows(days: Days, year: Period, count: int) -> Iterator[Row]:
    """Yield a year's complaints, evenly spread, and different enough to have figures."""
    length = (year.last - year.first).days
    for number in range(count):
        came = year.first + timedelta(days=number * length // count)
        became = _refused if number % 17 == 11 else _dealt_with
        reference = {"reference": f"W-{year.first.year}-{number + 1:03}"}
        yield reference | _of_lists(number, came) | became(days, number, came)


def _of_lists(number: int, came: date) -> Row:
    ours = LANDLORD
    return {
        "received_on": came.isoformat(),
        "channel": CHANNELS[number % len(CHANNELS)],
        "service_area": ours.service_areas[(0, 0, 1, 0, 3, 2, 1, 4, 5)[number % 9]].name,
        "theme": ours.themes[(0, 2, 1, 0)[number % 4]].name,
        "neighbourhood": ours.neighbourhoods[number % 3].name,
        "tenure": "LCHO" if number % 8 == 5 else "LCRA",
        "complainant": f"T-{number % 41}",
        "root_cause": ours.root_causes[(0, 3, 1, 0, 2)[number % 5]].name,
        "contractor": ours.contractors[0].name if number % 6 == 0 else "",
    }


def _refused(days: Days, number: int, came: date) -> Row:
    told = _after(days, came, 4)
    return {
        "stage_1_acknowledged_on": told,
        "stage_1_responded_on": told,
        "stage_1_outcome": "refused",
        "refusal_reason": GROUNDS[number // 17 % len(GROUNDS)],
        "closed_on": told,
    }


def _dealt_with(days: Days, number: int, came: date) -> Row:
    """One in nine is late, one in ten has more time that was told of in time, one in seven goes on to Stage 2."""
    outcome = OUTCOMES[number % len(OUTCOMES)]
    waited = 16 if number % 9 == 4 else 19 if number % 10 == 7 else 6 + number % 8
    row = {
        "stage_1_acknowledged_on": _after(days, came, 7 if number % 13 == 6 else 2 + number % 3),
        "stage_1_responded_on": _after(days, came, waited),
        "stage_1_outcome": outcome,
        "satisfaction": SCORES[number % len(SCORES)] if number % 3 == 0 else "",
        "compensation": str(50 + 25 * (number % 7)) if outcome == "upheld" else "",
        "closed_on": _after(days, came, waited + 15),
    }
    if number % 10 == 7:
        row |= {"stage_1_extended_to": _after(days, came, 22), "stage_1_extension_told_on": _after(days, came, 11)}
    if number % 7 == 3 and outcome != "withdrawn":
        row |= {
            "stage_2_requested_on": _after(days, came, waited + 5),
            "stage_2_acknowledged_on": _after(days, came, waited + 8),
            "stage_2_responded_on": _after(days, came, waited + (27 if number % 3 == 0 else 21)),
            "stage_2_outcome": "upheld_in_part" if number % 2 else "not_upheld",
            "escalation_reason": "The answer left something out",
            "closed_on": _after(days, came, waited + 40),
        }
    return row


def _after(days: Days, came: date, working_days: int) -> str:
    return days.calendar.add_working_days(came, working_days).isoformat()
