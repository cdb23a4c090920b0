"""Rows that figures are counted from, drawn by chance and written in bulk, for what it takes to count them."""

from __future__ import annotations

import random
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from typing import Any

from sqlalchemy import insert, text

from app.cli.schema import bring_up_to_date
from app.db import Database
from app.domain.case.survey_states import Score
from app.store.case.complaints import ComplaintRow
from app.store.case.surveys import SurveyRow
from app.store.figures.counted import CountedRow
from app.store.promises.promises import PromiseRow
from app.store.record import EventRow, HeadRow
from app.store.schema import Base

LAST = date(2026, 3, 31)
AT = datetime(2026, 3, 31, tzinfo=UTC)
DAYS = timedelta(days=5 * 365)
EVENTS = 5
"""Of each complaint."""
STAGE_2, PROMISES, SURVEYS, UNKEPT, LATE = 0.2, 0.6, 0.3, 0.03, 0.15
OPEN_FOR = timedelta(days=40)
OUTCOMES = ("upheld", "upheld", "upheld_in_part", "not_upheld", "withdrawn")
KEYS = {
    "channel": 8,
    "service_area": 9,
    "theme": 25,
    "directorate": 5,
    "neighbourhood": 40,
    "tenure": 4,
    "root_cause": 8,
    "contractor": 12,
}
"""How many keys each dimension has."""
FACTS = '{"party": 1, "letter": 2, "points": [1, 2], "by": "2026-01-01", "words": 3, "on": "2026-01-01"}'
SLICE = 20_000

Row = dict[str, Any]


def fill(url: str, complaints: int) -> None:
    """Fill an empty database with so many complaints of five years, and five events of each."""
    with closing(Database(url)) as database:
        bring_up_to_date(database)
        chance = random.Random(complaints)
        for numbers in _batched(range(1, complaints + 1)):
            cases = [_case(chance, number, complaints) for number in numbers]
            for table in (ComplaintRow, CountedRow, PromiseRow, SurveyRow, HeadRow):
                _write(database, table.__table__, [row for case in cases for row in case.get(table, ())])
            _write(database, EventRow.__table__, [row for number in numbers for row in _events(number)])
        with database.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.execute(text("ANALYZE" if database.is_sqlite else "VACUUM ANALYZE"))


def _batched(numbers: range) -> Iterator[range]:
    return (numbers[first : first + SLICE] for first in range(0, len(numbers), SLICE))


def _write(database: Database, table: Any, rows: list[Row]) -> None:
    if not rows:
        return
    with database.engine.begin() as connection:
        if database.is_sqlite:
            connection.execute(insert(table), rows)
            return
        columns = ", ".join(f'"{name}"' for name in rows[0])
        with connection.connection.cursor().copy(f'COPY "{table.name}" ({columns}) FROM STDIN') as copying:
            for row in rows:
                copying.write_row(list(row.values()))


def _case(chance: random.Random, number: int, complaints: int) -> dict[type[Base], list[Row]]:
    received = LAST - DAYS * (1 - number / complaints)  # they are numbered as they come
    under = {name: f"{name}-{chance.randrange(many)}" for name, many in KEYS.items()}
    is_open = received > LAST - OPEN_FOR
    two = not is_open and chance.random() < STAGE_2
    last = [_stage(chance, number, 1, received, received, under, is_open=is_open)]
    if two:
        last.append(_stage(chance, number, 2, received, last[0]["responded_on"] + timedelta(days=5), under))
    found: dict[type[Base], list[Row]] = {
        ComplaintRow: [_complaint(number, received, 1 + two)],
        HeadRow: [{"stream": f"complaint:{number}", "position": EVENTS, "hash": f"{number:060x}{EVENTS:04x}"}],
        CountedRow: last,
        PromiseRow: [_promise(chance, number, each, received) for each in (1, 2) if chance.random() < PROMISES],
    }
    if chance.random() < SURVEYS:
        found[SurveyRow] = [_survey(chance, number, last[-1])]
    return found


def _complaint(number: int, received: date, stage: int) -> Row:
    return {
        "id": number,
        "reference": f"case-{number}",
        "position": EVENTS,
        "stage": stage,
        "phase": "sent",
        "received_on": received,
        "channel": "web",
        "danger": "no",
        "service_area": "",
        "flags": "",
        "language": "en",
        "kind": "complaint",
        "said_no": False,
        "changed_at": AT,
    }


def _stage(
    chance: random.Random,
    number: int,
    stage: int,
    received: date,
    begun: date,
    under: dict[str, str],
    *,
    is_open: bool = False,
) -> Row:
    due = begun + timedelta(days=21 if stage == 1 else 35)
    late = chance.random() < LATE
    took = chance.randrange(5, 21) + 20 * late
    return {
        "case_id": number,
        "stage": stage,
        "number": 0,
        "kind": "complaint",
        "received_on": received,
        "begun_on": begun,
        "standing": "open" if is_open else "answered",
        "known": 127,
        "acknowledge_by": begun + timedelta(days=7),
        "acknowledged_on": begun + timedelta(days=chance.randrange(9)),
        "acknowledged": chance.choice(("in_time", "in_time", "in_time", "late")),
        "target": due,
        "extended_to": due + timedelta(days=14) if late else None,
        "told_in_time": late and chance.random() < 0.8 if late else None,
        "due_on": due,
        "responded_on": None if is_open else begun + timedelta(days=took),
        "timeliness": None if is_open else "out_of_target" if late else "within_target",
        "days_from_receipt": None if is_open else took * 5 // 7,
        "days_from_acknowledgement": None if is_open else max(0, took * 5 // 7 - 3),
        "outcome": None if is_open else chance.choice(OUTCOMES),
        "satisfaction": None,
        "compensation": chance.choice((0, 0, 5000, 12500)),
        "escalation_reason": f"reason-{chance.randrange(6)}" if stage == 2 else None,
        "complainant": str(chance.randrange(2_000_000)),
        **under,
    }


def _promise(chance: random.Random, number: int, each: int, received: date) -> Row:
    due = received + timedelta(days=30)
    moved = due + timedelta(days=7 * (chance.random() < 0.1))
    is_open = chance.random() < UNKEPT
    return {
        "case_id": number,
        "number": each,
        "said": each,
        "owner": 1,
        "contractor": "",
        "first_due_on": due,
        "due_on": moved,
        "is_open": is_open,
        "done_on": None if is_open else moved + timedelta(days=chance.randrange(-14, 5)),
        "verdict": chance.choice((None, None, "kept")),
        "times_not_done": int(chance.random() < 0.05),
        "appointments_missed": int(chance.random() < 0.05),
    }


def _survey(chance: random.Random, number: int, last: Row) -> Row:
    asked = last["begun_on"] + timedelta(days=40)
    scores = {name: chance.choice(list(Score)).value for name in ("overall", "easy", "informed", "outcome")}
    last["satisfaction"] = scores["overall"]
    return {"case_id": number, "asked_on": asked, "answered_on": asked + timedelta(days=3), "how": "page", **scores}


def _events(number: int) -> Iterator[Row]:
    for position in range(1, EVENTS + 1):
        yield {
            "stream": f"complaint:{number}",
            "position": position,
            "kind": "acknowledged",
            "facts": FACTS,
            "by": "staff:1",
            "at": AT,
            "previous": f"{number:064x}",
            "hash": f"{number:060x}{position:04x}",
        }
