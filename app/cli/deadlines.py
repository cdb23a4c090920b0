"""flask deadlines: the nightly round, and dates that a new bank holiday moves."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime, time

import click
from flask.cli import AppGroup
from sqlalchemy.orm import Session

from app.cli.mistakes import Day, Mistake, PlainCommand
from app.cli.retention import clear_up, erase_what_is_over
from app.db import reading, writing
from app.domain.case.corrections import Redated
from app.domain.deed import CLOCK, LONDON, Deed
from app.now import now
from app.services import record
from app.services.case import contributions, corrections, lateness, reviews, surveys
from app.services.clock import calendars, hazards, rounds
from app.services.figures import public
from app.services.landlord import landlord
from app.services.promises import verdicts
from app.store.case.complaints import CaseKey

deadlines = AppGroup("deadlines", help="The clocks of every open case.")
log = logging.getLogger("putright.deadlines")

Find = Callable[[Session, str, Deed], int]
"""Finds what is late in a case, lays it before somebody, and returns how much that is."""
Waiting = Callable[[Session, int, date | None], list[CaseKey]]
"""Returns the next cases after a number in which something waits, due before a day or ever."""
NOT_YET = "%s is still to come. Only a demo can be shown what a day to come will bring."


@deadlines.command(cls=PlainCommand)
@click.option("--as-of", type=Day(), help="Look only at dates missed by this day; today when left out.")
def run(as_of: date | None) -> None:
    """Own up to missed dates, remind, ask what was fixed, forget what is over, count, seal. May be run again."""
    deed = _deed(as_of)
    by = as_of or deed.on
    late, failed = _look(_cases(rounds.open_stages, by), lateness.find, deed)
    unsafe, unseen = _look(_cases(rounds.open_hazards, by), hazards.find_late, deed)
    reminded, unreminded = _look(_cases(rounds.to_remind, by), contributions.remind, deed)
    asked, unasked = _look(_cases(rounds.to_ask, by), verdicts.ask, deed)
    rated, unrated = _look(_cases(surveys.to_ask, by), surveys.ask, deed)
    drawn, undrawn = _draw(by, deed)
    failed += unseen + unreminded + unasked + unrated + undrawn + _forget(now())
    with writing() as session:
        calendars.seed(session, calendars.years_to_know(deed.on))
    failed += _count_figures(deed.on)
    heads = _seal(now())
    if as_of is None or as_of >= Deed(CLOCK, now()).on:
        with writing() as session:
            rounds.finish(session, now())
    failed += clear_up()  # last: whatever it waits for, the record is sealed
    asked_all = f"{asked} promises asked about, {rated} asked how we did, {drawn} drawn for review"
    done = f"{late + unsafe} found late, {reminded} parts reminded of, {asked_all}, {heads} histories sealed"
    click.echo(f"{done}, {failed} could not be looked at")
    if failed:
        raise SystemExit(1)


@deadlines.command()
@click.option("--apply", is_flag=True, help="Move them; without this they are only shown.")
def redate(apply: bool) -> None:
    """Count the dates of open cases again by the bank holidays known now, and show those that move."""
    deed = Deed(CLOCK, now())
    moved = 0
    for case in _cases(rounds.open_stages):
        opened, look = (writing, corrections.redate) if apply else (reading, corrections.redated)
        with opened() as session:
            event = look(session, case.reference, deed)
        if event is not None:
            moved += 1
            click.echo(f"{case.reference}: {_dates(event)}")
    click.echo(f"{moved} moved" if apply else f"{moved} would move; --apply moves them")


def _deed(as_of: date | None) -> Deed:
    """What is found is recorded now, whatever day is looked at; but a demo may look at a day to come."""
    deed = Deed(CLOCK, now())
    if as_of is None or as_of <= deed.on:
        return deed
    with reading() as session:
        if not landlord.current(session).demo:
            raise Mistake(NOT_YET % as_of)
    return Deed(CLOCK, datetime.combine(as_of, time(1), LONDON))


def _draw(by: date, deed: Deed) -> tuple[int, int]:
    """Draw what is looked at of the month before; returns how many were drawn, and whether it could not be done."""
    try:
        with writing() as session:
            return reviews.draw(session, by, deed), 0
    except Exception:
        log.exception("the quality reviews could not be drawn")
        return 0, 1


def _count_figures(today: date) -> int:
    """Count anew what everybody reads of how we are doing; returns how many periods could not be counted."""
    failed = 0
    with reading() as session:
        waiting = public.missing(session, today, of_today=True)
    for period in waiting:
        try:
            with reading() as session:
                document = public.counted(session, period, today)
            with writing() as session:
                public.keep(session, period, document, now())
        except Exception:
            log.exception("the figures from %s to %s could not be counted", period.first, period.last)
            failed += 1
    return failed


def _look(cases: Iterable[CaseKey], find: Find, deed: Deed) -> tuple[int, int]:
    """Look for what is to be said in these cases, a transaction each; one that fails stops no other."""
    done = failed = 0
    for case in cases:
        try:
            with writing() as session:
                done += find(session, case.reference, deed)
        except Exception:
            log.exception("case %s could not be looked at", case.id)
            failed += 1
    return done, failed


def _cases(waiting: Waiting, due_before: date | None = None) -> Iterator[CaseKey]:
    """Each case in which something waits; read a slice at a time, so that nothing is held open meanwhile."""
    last = 0
    while True:
        with reading() as session:
            found = waiting(session, last, due_before)
        if not found:
            return
        yield from found
        last = found[-1].id


def _forget(at: datetime) -> int:
    """Forget what has served its time as of now, whatever day the round looks at; returns how much could not be."""
    failed = 0
    for forget in rounds.FORGET:
        try:
            with writing() as session:
                forget(session, at)
        except Exception:
            log.exception("%s could not forget", forget.__module__)
            failed += 1
    return failed + erase_what_is_over(Deed(CLOCK, at).on, at)[1]


def _seal(at: datetime) -> int:
    heads, more = 0, True
    while more:
        with writing() as session:
            _, sealed = record.seal(session, at)
        heads += sealed
        more = sealed == record.SLICE
    return heads


def _dates(event: Redated) -> str:
    dates = event.dates
    first = f"acknowledge by {dates.acknowledge_by}, " if dates.acknowledge_by else ""
    return f"{first}answer by {dates.respond_by}, at the latest by {dates.limit}"
