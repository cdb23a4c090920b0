"""What anybody may read (R31): how complaints work, staying safe, accessibility, privacy, cookies, how to reach us."""

from __future__ import annotations

from datetime import date

from flask import Blueprint, current_app
from flask.typing import ResponseReturnValue
from flask_babel import gettext

from app.db import reading
from app.domain.clock.deadlines import Clock
from app.domain.clock.profiles import Nation, Stage, StageTimes, profile
from app.domain.deed import london_day
from app.domain.people.sessions import Kind
from app.now import now
from app.services.clock import examples
from app.store.case.drafts import LEFT_ALONE
from app.store.case.wordings import CASE
from app.store.people.equality import COUNTED
from app.web import landlord
from app.web.languages import language
from app.web.page import page
from app.web.sign_in import cookie_name
from app.words.clock import procedures
from app.words.dates import in_full, spoken

bp = Blueprint("help", __name__)

ABUSE_HELPLINES = {Nation.ENGLAND: "0808 2000 247", Nation.SCOTLAND: "0800 027 1234"}
"""Free and open day and night."""


@bp.get("/how-complaints-work")
def how() -> ResponseReturnValue:
    ours, today = landlord.current(), london_day(now())
    procedure = profile(ours.profile)
    with reading() as session:
        stages = examples.as_of(session, ours.profile, today)
    return page(
        "public/help/how.html",
        profile=procedure,
        today=spoken(today, language()),
        stages=[_stage(stage, procedure.stages[stage], clock, today) for stage, clock in stages.items()],
        limits=procedures.limits(procedure, language()),
        reasons=procedures.not_taken_on(procedure, language()),
    )


@bp.get("/staying-safe")
def safety() -> ResponseReturnValue:
    helpline = ABUSE_HELPLINES[profile(landlord.current().profile).nation]
    return page("public/help/safety.html", helpline=helpline)


@bp.get("/accessibility")
def accessibility() -> ResponseReturnValue:
    return page("public/help/accessibility.html")


@bp.get("/privacy")
def privacy() -> ResponseReturnValue:
    return page("public/help/privacy.html", years=CASE.years, days=LEFT_ALONE.days, fair=COUNTED.years)


@bp.get("/cookies")
def cookies() -> ResponseReturnValue:
    session = gettext("When you close your browser")
    forms = gettext("Keeps your forms safe, and finds what you have written so far")
    rows = [
        (current_app.config["SESSION_COOKIE_NAME"], forms, session),
        (cookie_name(Kind.RESIDENT), gettext("Keeps you signed in to your complaint"), session),
        (_named("coming-back"), gettext("Knows the device that asked for a code"), gettext("After 30 minutes")),
    ]
    return page("public/help/cookies.html", rows=rows)


@bp.get("/contact")
def contact() -> ResponseReturnValue:
    return page("public/help/contact.html")


def _named(name: str) -> str:
    return name if current_app.config["PLAIN_HTTP"] else f"__Host-{name}"


def _stage(stage: Stage, times: StageTimes, clock: Clock, today: date) -> dict[str, object]:
    understood, latest = clock.acknowledge_by, clock.latest_with_extension
    return {
        "number": stage.value,
        "understood": _said(understood, today) if understood else None,
        "answer": _said(clock.respond_by, today),
        "latest": _said(latest, today) if latest else None,
        "agreed": times.extension_needs_agreement,
        "may_start_here": times.may_start_here,
    }


def _said(day: date, today: date) -> str:
    """Return the day, with its year only where that is another than today's."""
    return (spoken if day.year == today.year else in_full)(day, language())
