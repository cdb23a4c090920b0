"""flask clock: the dates of a stage or a hazard, for people and for checking.

Without a database it works the holidays out.
"""

import json
from collections.abc import Mapping
from dataclasses import asdict
from datetime import date, datetime

import click
from flask.cli import with_appcontext

from app.cli.mistakes import Day, Mistake, Moment, PlainCommand, WithDefault
from app.db import reading
from app.domain.clock import deadlines
from app.domain.clock.calendar import UnknownYear
from app.domain.clock.explanations import explain, explain_hazard
from app.domain.clock.hazard_clock import HazardClock, Known
from app.domain.clock.hazard_laws import AWAAB, LAWS, Severity, law_named
from app.domain.clock.profiles import PROFILES, Stage, default_profile
from app.domain.clock.terms import Terms
from app.domain.clock.whys import HazardWhy
from app.domain.deed import LONDON, london_day
from app.domain.landlord.landlord import ENGLISH
from app.domain.refused import Refused
from app.now import now
from app.services.clock import calendars
from app.words.dates import short_with_year
from app.words.moments import moment
from app.words.say import say


class Clock(WithDefault):
    """`flask clock --profile …` asks of a stage, `flask clock hazard …` of a danger in a home."""

    default = "stage"


@click.group(cls=Clock)
def clock() -> None:
    """Say by when something must be done, and why."""


@clock.command(cls=PlainCommand)
@click.option("--profile", type=click.Choice(list(PROFILES)), required=True, help="The procedure to count by.")
@click.option("--stage", type=click.Choice([str(int(stage)) for stage in Stage]), required=True)
@click.option("--received", type=Day(), required=True, help="The day it was received, or Stage 2 asked for.")
@click.option("--acknowledged", type=Day(), help="The day the written acknowledgement went.")
@click.option("--extended-to", type=Day(), help="The new date the resident was told.")
@click.option("--told-on", type=Day(), help="The day the resident was told of the new date.")
@click.option("--as-of", type=Day(), help="Say what is due or late on this day.")
@click.option("--json", "as_json", is_flag=True, help="Answer in JSON, with dates like 2026-12-24.")
@with_appcontext
def stage(profile: str, stage: str, received: date, as_json: bool, **days: date | None) -> None:
    """Say by when a complaint must be acknowledged and answered, and why."""
    try:
        found = deadlines.clock(_terms(profile), Stage(int(stage)), received, **days)
        explanation = [say(step, ENGLISH) for step in explain(found)]
    except (Refused, UnknownYear) as error:
        raise Mistake(_sentence(error)) from error
    answer = _as_json(found, explanation) if as_json else _as_text(found, explanation)
    click.echo(answer)


@clock.command(cls=PlainCommand)
@click.option("--law", type=click.Choice([law.name for law in LAWS.values()]), default=AWAAB.name, show_default=True)
@click.option("--aware", type=Moment(), required=True, help="When the landlord first knew: a day, or a time.")
@click.option("--kind", type=click.Choice([Severity.EMERGENCY.value, Severity.SIGNIFICANT.value]), required=True)
@click.option("--investigated", type=Day(), help="The day the investigation ended.")
@click.option("--json", "as_json", is_flag=True, help="Answer in JSON, with dates like 2026-12-24.")
@with_appcontext
def hazard(law: str, aware: date | datetime, kind: str, investigated: date | None, as_json: bool) -> None:
    """Say by when a danger in a home must be looked at, told of in writing and made safe, and why."""
    known = Known(london_day(aware), aware) if isinstance(aware, datetime) else Known(aware)
    try:
        found = _hazard_clock(law, Severity(kind), known, investigated)
        dates, after = found.dates, found.after(found=True, works=True)
        explanation = [say(step, ENGLISH) for step in explain_hazard(found)]
    except (Refused, UnknownYear) as error:
        raise Mistake(_sentence(error)) from error
    days = {"investigate_by": dates.investigate_by, "safe_at": dates.safe_at} | asdict(after)
    click.echo(_hazard_as_json(days, explanation) if as_json else _hazard_as_text(days, explanation))


def _hazard_clock(law: str, severity: Severity, known: Known, investigated: date | None) -> HazardClock:
    if investigated is not None and investigated < known.on:
        raise Refused(HazardWhy.HAZARD_BEFORE_KNOWN)
    binding = law_named(law)
    calendar = default_profile(binding.nation, known.on).calendar if binding else ""
    with reading() as session:
        counted_by = calendars.find(session, calendar, london_day(now()))
    return HazardClock(binding, counted_by, severity, known, investigated)


def _hazard_as_json(days: Mapping[str, date | None], explanation: list[str]) -> str:
    dates = {name: _in_london(day).isoformat() if day else None for name, day in days.items()}
    return json.dumps(dates | {"explanation": "\n".join(explanation)}, ensure_ascii=False, indent=2)


def _hazard_as_text(days: Mapping[str, date | None], explanation: list[str]) -> str:
    lines = [f"{name.replace('_', ' '):<26}{_said(day)}" for name, day in days.items()]
    return "\n".join([*lines, "", *explanation])


def _said(day: date | None) -> str:
    if isinstance(day, datetime):
        return moment(day, ENGLISH)
    return short_with_year(day, ENGLISH) if day else "none"


def _in_london(day: date) -> date:
    return day.astimezone(LONDON) if isinstance(day, datetime) else day


def _terms(name: str) -> Terms:
    profile = PROFILES[name]
    today = london_day(now())
    with reading() as session:
        return Terms(profile, calendars.find(session, profile.calendar, today))


def _sentence(error: Refused | UnknownYear) -> str:
    return say(error.why if isinstance(error, Refused) else error, ENGLISH) + "."


def _dates(found: deadlines.Clock) -> dict[str, date | None]:
    return {
        "acknowledge_by": found.acknowledge_by,
        "respond_by": found.respond_by,
        "respond_by_as_if_on_time": found.respond_by_as_if_on_time,
        "latest_with_extension": found.latest_with_extension,
    }


def _standing(found: deadlines.Clock) -> str:
    return "; ".join(say(each, ENGLISH) for each in found.standing)


def _as_json(found: deadlines.Clock, explanation: list[str]) -> str:
    dates = {name: day and day.isoformat() for name, day in _dates(found).items()}
    said = {"standing": _standing(found), "explanation": "\n".join(explanation)}
    return json.dumps(dates | said, ensure_ascii=False, indent=2)


def _as_text(found: deadlines.Clock, explanation: list[str]) -> str:
    days = {name: short_with_year(day, ENGLISH) if day else "none" for name, day in _dates(found).items()}
    lines = [f"{name.replace('_', ' '):<26}{said}" for name, said in days.items()]
    return "\n".join([*lines, f"{'standing':<26}{_standing(found)}", "", *explanation])
