"""flask clock: the dates of one stage, for people and for checking; without a database it works the holidays out."""

import json
from datetime import date

import click
from flask.cli import with_appcontext

from app.cli.mistakes import Day, Mistake, PlainCommand
from app.db import reading
from app.domain.clock import deadlines
from app.domain.clock.calendar import UnknownYear
from app.domain.clock.explanations import explain
from app.domain.clock.profiles import PROFILES, Stage
from app.domain.clock.terms import Terms
from app.domain.deed import london_day
from app.domain.landlord.landlord import ENGLISH
from app.domain.refused import Refused
from app.now import now
from app.services.clock import calendars
from app.words.dates import short_with_year
from app.words.say import say


@click.command(cls=PlainCommand)
@click.option("--profile", type=click.Choice(list(PROFILES)), required=True, help="The procedure to count by.")
@click.option("--stage", type=click.Choice([str(int(stage)) for stage in Stage]), required=True)
@click.option("--received", type=Day(), required=True, help="The day it was received, or Stage 2 asked for.")
@click.option("--acknowledged", type=Day(), help="The day the written acknowledgement went.")
@click.option("--extended-to", type=Day(), help="The new date the resident was told.")
@click.option("--told-on", type=Day(), help="The day the resident was told of the new date.")
@click.option("--as-of", type=Day(), help="Say what is due or late on this day.")
@click.option("--json", "as_json", is_flag=True, help="Answer in JSON, with dates like 2026-12-24.")
@with_appcontext
def clock(profile: str, stage: str, received: date, as_json: bool, **days: date | None) -> None:
    """Say by when a complaint must be acknowledged and answered, and why."""
    try:
        found = deadlines.clock(_terms(profile), Stage(int(stage)), received, **days)
        explanation = [say(step, ENGLISH) for step in explain(found)]
    except (Refused, UnknownYear) as error:
        raise Mistake(_sentence(error)) from error
    answer = _as_json(found, explanation) if as_json else _as_text(found, explanation)
    click.echo(answer)


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
