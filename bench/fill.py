"""Fill databases with a landlord's complaints of five years: made once on SQLite, copied row by row to PostgreSQL."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import closing
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial
from typing import Any

from sqlalchemy import Connection, Integer, Table, func, insert, select, text
from sqlalchemy.orm import Session

from app.cli.schema import bring_up_to_date
from app.db import Database
from app.demo.landlord import LANDLORD
from app.domain.clock import duties as due
from app.domain.clock.profiles import profile
from app.domain.deed import CLOCK, Deed
from app.domain.figures import counted
from app.domain.landlord.permissions import Role
from app.services import record as records
from app.services.case import projections
from app.services.case.found_by import KINDS
from app.services.case.histories import terms_for
from app.services.clock import calendars
from app.services.landlord import landlord, staff
from app.store import record
from app.store.case.complaints import ComplaintRow, stream
from app.store.case.wordings import WordingRow
from app.store.clock import calendars as kept_calendars
from app.store.clock import duty_rows
from app.store.clock.duty_rows import DutyRow
from app.store.figures import counted as counted_rows
from app.store.figures.counted import CountedRow
from app.store.landlord.staff import names
from app.store.mail.letters import LetterRow
from app.store.people.contacts import ContactRow
from app.store.people.parties import PartyRow
from app.store.promises import promises
from app.store.promises.promises import PromiseRow
from app.store.record import EventRow, HeadRow
from app.store.schema import Base
from app.store.search import SaidRow, SearchRow
from app.words.tokens import tokens
from bench import gen
from bench.gen import Ticket
from bench.histories import House, Lived, live

STAFF = 20
SLICE = 500
SAMPLE = 200

Rows = dict[type[Base], list[dict[str, Any]]]
"""What goes into each table."""


class NotTheSame(Exception):
    """What was filled does not hold: the record is broken, or a projection is not what its history says."""


def fill(url: str, count: int, at: datetime) -> None:
    """Fill an empty SQLite database with so many complaints, as of an instant; raises NotTheSame."""
    with closing(Database(url)) as database:
        bring_up_to_date(database)
        with database.writing() as session:
            house = _settle(session, at)
        tickets = gen.tickets(count, at - timedelta(hours=1), STAFF)
        slices = [tickets[first : first + SLICE] for first in range(0, count, SLICE)]
        with ProcessPoolExecutor(os.cpu_count()) as pool:
            for rows in pool.map(partial(_rows_of, house), slices):
                with database.writing() as session:
                    for table, some in rows.items():
                        if some:
                            session.execute(insert(table.__table__), some)
        check(database)


def _settle(session: Session, at: datetime) -> House:
    """Give the database a landlord and staff, and return what every complaint has in common."""
    deed = Deed(CLOCK, at - gen.OVER)
    calendars.seed(session, calendars.years_to_know(Deed(CLOCK, at).on))
    landlord.begin(session, deed)
    landlord.put(session, replace(LANDLORD, restricted_handlers=()), deed)  # none of those it names work here
    for number in range(1, STAFF + 1):
        role = Role.COMPLAINTS_OFFICER if number == 1 else Role.HANDLER
        name = f"{gen.FIRST[-number]} {gen.LAST[number % len(gen.LAST)]}"
        staff.add(session, name, f"staff.{number}@example.org", frozenset({role}), deed)
    calendar = terms_for(session, profile(LANDLORD.profile)).calendar
    return House(LANDLORD, calendar, names(session), Deed(CLOCK, at).on)


def _rows_of(house: House, tickets: Sequence[Ticket]) -> Rows:
    rows: Rows = {}
    for ticket in tickets:
        for table, row in _rows(live(ticket, house)):
            rows.setdefault(table, []).append(row)
    return rows


def _rows(lived: Lived) -> Iterator[tuple[type[Base], dict[str, Any]]]:
    case = {"case_id": lived.ticket.number}
    yield ComplaintRow, projections.row(lived.ticket.number, lived.complaint, lived.events[-1].at)
    for event in lived.events:
        yield EventRow, event._asdict() | {"by": str(event.by)}
    yield HeadRow, lived.head._asdict()
    for wording in lived.wordings:
        yield WordingRow, wording._asdict() | case
    for letter in lived.letters:
        yield LetterRow, letter._asdict()
    yield PartyRow, lived.party._asdict()
    yield ContactRow, lived.contact._asdict() | {"way": lived.contact.way.value}
    who = tokens(lived.found_by)
    said = tokens("\n".join(wording.text or "" for wording in lived.wordings if wording.kind in KINDS))
    yield SearchRow, case | {"tokens": " ".join(sorted(who))}
    yield SaidRow, case | {"tokens": " ".join(sorted({*who, *said}))}
    for duty in due.of(lived.complaint):
        yield DutyRow, duty_rows.row(lived.ticket.number, duty)
    for promise in promises.rows(lived.ticket.number, lived.complaint):
        yield PromiseRow, promise
    for each in counted.of(lived.complaint, lived.house.calendar):
        yield CountedRow, counted_rows.row(lived.ticket.number, each)


def copy(from_url: str, to_url: str) -> None:
    """Copy every row of a filled SQLite database to an empty PostgreSQL one; raises NotTheSame."""
    with closing(Database(from_url)) as source, closing(Database(to_url)) as target:
        bring_up_to_date(target)
        with source.reading() as reading, target.engine.begin() as connection:
            for table in Base.metadata.sorted_tables:
                _copy_table(reading, connection, table)
        with target.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.execute(text("VACUUM ANALYZE"))
        check(target)


def _copy_table(reading: Session, connection: Connection, table: Table) -> None:
    columns = ", ".join(f'"{column.name}"' for column in table.columns)
    rows = reading.execute(select(table), execution_options={"yield_per": 10_000})
    with connection.connection.cursor().copy(f'COPY "{table.name}" ({columns}) FROM STDIN') as copying:
        for row in rows:
            copying.write_row(row)
    key = table.autoincrement_column
    if key is not None and isinstance(key.type, Integer):
        last = select(func.setval(func.pg_get_serial_sequence(table.name, key.name), func.max(key)))
        connection.execute(last)


def check(database: Database) -> None:
    """See that the record holds and that projections are what their histories say; raises NotTheSame."""
    with database.reading() as session:
        verified = records.verify(session)
        if verified.broken:
            raise NotTheSame(f"{len(verified.broken)} places of {verified.events} are broken")
        last = session.scalar(select(func.max(ComplaintRow.id))) or 0
        for case_id in range(1, last + 1, max(1, last // SAMPLE)):
            _check_projection(session, case_id)


def _check_projection(session: Session, case_id: int) -> None:
    written = record.read(session, stream(case_id))
    complaint = projections.fold(written)
    calendar = kept_calendars.load(session, complaint.calendar)
    wanted: Rows = {
        ComplaintRow: [projections.row(case_id, complaint, written[-1].at)],
        DutyRow: [duty_rows.row(case_id, duty) for duty in due.of(complaint)],
        PromiseRow: promises.rows(case_id, complaint),
        CountedRow: [counted_rows.row(case_id, each) for each in counted.of(complaint, calendar)],
    }
    for table, rows in wanted.items():
        key = table.__table__.c.id if table is ComplaintRow else table.__table__.c.case_id
        found = session.execute(select(table.__table__).where(key == case_id)).mappings()
        if sorted(map(dict, found), key=str) != sorted(rows, key=str):
            raise NotTheSame(f"{table.__tablename__} of {case_id} is not what its history says")
