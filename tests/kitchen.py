"""A bare application that shows every macro in every state: the pattern library that our tests look at."""

from datetime import date
from pathlib import Path
from types import SimpleNamespace

from flask import Flask, current_app, render_template, request
from flask_babel import Babel
from flask_wtf import CSRFProtect, FlaskForm
from jinja2 import FileSystemLoader, StrictUndefined
from werkzeug.datastructures import MultiDict
from wtforms import (
    EmailField,
    HiddenField,
    PasswordField,
    RadioField,
    SelectField,
    SelectMultipleField,
    StringField,
    TelField,
    TextAreaField,
)
from wtforms.fields.choices import SelectChoice
from wtforms.validators import DataRequired, Length

from app.domain.landlord.landlord import Landlord, SignedOff
from app.web import references
from app.web.assets import assets
from app.web.fields import DayField
from app.web.furniture import standing

ROOT = Path(__file__).parent.parent
STATES = ("empty", "error", "full", "longest")
LONG_WORD = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"
STORY = "The bath leaks.\n\nWe told you in May, in June and in July. " * 12 + LONG_WORD * 3
LANDLORD = Landlord(
    name="Meadow Homes",
    phone="0161 555 0100",
    emergency_phone="0161 555 0199",
    bsl_link="https://bsl.example.org",
    email="complaints@meadow.example.org",
    visit=("1 High Street", "Manchester", "M1 2AB"),
    opening_hours="Monday to Friday, 9am to 5pm",
    signed_off=(SignedOff("cy", "Megan Rees", date(2026, 5, 1)),),
    interpreter_languages=("pl", "ro", "pa", "ur", "pt", "es", "ar", "bn", "gu", "it"),
)
REQUIRED = [DataRequired("Answer this question, so that we can help")]


class SinkForm(FlaskForm):
    """A question of each kind."""

    token = HiddenField(default="kept")
    name = StringField(
        "Your full name",
        REQUIRED,
        description="As you would like us to write it",
        render_kw={"autocomplete": "name", "spellcheck": "false"},
    )
    amount = StringField("How much did it cost you?", render_kw={"inputmode": "decimal"})
    what = TextAreaField(
        "What went wrong?",
        [*REQUIRED, Length(max=200, message="Shorten it to 200 characters")],
        description="What happened, when, and who you told. Any language will do.",
    )
    danger = RadioField(
        "Could anyone get hurt?", REQUIRED, choices=[SelectChoice("yes", "Yes"), SelectChoice("no", "No")]
    )
    who = RadioField(
        "Who is this for?",
        REQUIRED,
        choices=[
            SelectChoice("me", "Me"),
            SelectChoice("group", "A group of people"),
            SelectChoice("other", "Somebody else"),
        ],
        description="You can complain for somebody else",
    )
    ways = SelectMultipleField(
        "How can we reach you?",
        REQUIRED,
        choices=[
            SelectChoice("email", "Email"),
            SelectChoice("phone", "Phone"),
            SelectChoice("letter", "Letter"),
            SelectChoice("none", "Send me nothing"),
        ],
        description="Choose all that are safe",
    )
    email = EmailField("Email address", render_kw={"autocomplete": "email", "spellcheck": "false"})
    phone = TelField("Phone number", render_kw={"autocomplete": "tel"})
    area = SelectField(
        "Service area", choices=[SelectChoice("", "Choose one"), SelectChoice("repairs", "Repairs and maintenance")]
    )
    received = DayField(
        "When did we receive it?", called="The date we received it", description="For example, 27 3 2026"
    )
    password = PasswordField("Password", REQUIRED)


FULL = {
    "token": "kept",
    "name": "Aïsha Þórsdóttir عائشة",
    "amount": "12.50",
    "what": "Der Wasserhahn tropft.",
    "danger": "no",
    "who": "group",
    "ways": ["email", "letter"],
    "email": "aisha@example.org",
    "phone": "",
    "area": "repairs",
    "received-day": "20",
    "received-month": "11",
    "received-year": "2026",
    "password": "secret",
}
TYPED = {
    "empty": None,
    "error": {"email": "aisha", "received-day": "20", "received-month": "13", "received-year": ""},
    "full": FULL,
    "longest": FULL | {"name": LONG_WORD * 2, "what": STORY, "email": f"{LONG_WORD}@example.org"},
}


def kitchen(*, direction: str = "ltr", **config: object) -> Flask:
    """An application with /sink?state=…&area=… and /stops, in the furniture of base.html."""
    app = Flask("kitchen", static_folder=None)
    app.config.update(SECRET_KEY="kitchen", WTF_CSRF_TIME_LIMIT=None, **config)
    app.jinja_loader = FileSystemLoader([ROOT / "tests/templates", ROOT / "app/templates"])
    app.jinja_env.undefined = StrictUndefined
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    references.init_app(app)
    app.jinja_env.globals |= {"asset": assets().url, "form_key": lambda: "0" * 32}
    Babel(app)
    CSRFProtect(app)
    app.context_processor(lambda: furniture(direction))
    app.add_url_rule("/sink", view_func=sink, methods=["GET", "POST"])
    app.add_url_rule("/stops", view_func=stops)
    app.add_url_rule("/brand.css", view_func=brand)
    app.add_url_rule("/stay", view_func=lambda: ("", 204), methods=["POST"])
    app.wsgi_app = assets().serve(app.wsgi_app)
    return app


def furniture(direction: str) -> dict[str, object]:
    return {
        "landlord": LANDLORD,
        **standing(current_app.jinja_env, LANDLORD, "en"),
        "language": "en" if direction == "ltr" else "ur",
        "direction": direction,
        "brand_url": "/brand.css",
        "logo_url": "",
        "home_url": "/",
        "leave_url": "/leave",
        "navigation": [
            {"href": "/staff", "text": "My work", "current": True},
            {"href": "/staff/search", "text": "Search", "current": False},
            {"href": "/staff/new", "text": "Log a complaint", "current": False},
        ],
        "footer_links": [{"href": "/privacy", "text": "Privacy"}, {"href": "/accessibility", "text": "Accessibility"}],
        "stay": {"href": "/stay", "warn_after": 1500, "end_after": 1800} if "stay" in request.args else None,
    }


def sink() -> tuple[str, int]:
    state = request.args.get("state", "empty")
    typed = TYPED[state]
    form = SinkForm(None if typed is None else MultiDict(typed), meta={"csrf": False})
    if state in ("error", "longest"):
        form.validate()
    status = 422 if form.errors else 200
    return render_template("kitchen_sink.html", status=status, form=form, **around(state)), status


def around(state: str) -> dict[str, object]:
    """What the pattern page shows beside its form."""
    words = STORY if state == "longest" else "The bath leaks."
    row = SimpleNamespace(what=words[:300], who="Kim Lee, repairs", by=str(date(2026, 12, 11)))
    return {
        "state": state,
        "heading": "Every pattern we have",
        "page_area": request.args.get("area", "resident"),
        "extra": ["This has changed since you opened it"] if state == "error" else [],
        "words": words,
        "steps": [
            {"name": "Sent", "state": "done", "note": "20 November"},
            {"name": "Understood", "state": "done"},
            {"name": "Looking", "state": "now", "note": "Answer by Friday 11 December"},
            {"name": "Answered", "state": "next"},
            {"name": "Putting it right", "state": "next"},
            {"name": "Finished", "state": "next"},
        ],
        "answers": [
            {"key": "What went wrong", "value": words, "href": "/c/step/3"},
            {"key": "What would put it right", "value": ["An apology", "Finish the work"], "href": "/c/step/4"},
            {"key": "Told us before", "value": "", "href": "/c/step/5"},
            {"key": "Reference", "value": "7Q4K-2M9P"},
        ],
        "heads": ["What", "Who", "By when"],
        "promises": [] if state == "empty" else [row, row],
        "blocks": [
            {"kind": "heading", "text": "What we decided"},
            {"kind": "paragraph", "text": words},
            {"kind": "list", "items": ["We were slow.", "We are sorry."]},
            {"kind": "table", "heads": ["Promise", "Owner", "Day"], "rows": [["Mend it", "Kim Lee", "4 December"]]},
        ],
    }


def stops() -> str:
    sent = "sent" in request.args
    heading = "We have your complaint" if sent else "Is anyone in danger?"
    return render_template("stops.html", sent=sent, heading=heading)


def brand() -> tuple[str, dict[str, str]]:
    return render_template("public/brand.css"), {"Content-Type": "text/css"}
