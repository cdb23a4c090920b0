"""The landlord's settings: all of them on one page, and a page to change each section."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, abort
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from wtforms import SelectMultipleField

from app.db import reading, writing
from app.domain.changed import Changed
from app.domain.landlord import settings
from app.domain.landlord.landlord import Choice, Landlord, OutOfHoursContact, SignedOff
from app.domain.landlord.permissions import Permission
from app.domain.landlord.tenures import Tenure
from app.domain.promises.guidance import GuideSum
from app.domain.refused import Gap, Refused
from app.services.landlord import landlord as service
from app.web import landlord as remembered
from app.web.deed import deed
from app.web.fields import MoneyField
from app.web.languages import language
from app.web.page import go_to, page
from app.web.staff.guards import may
from app.web.staff.landlord.questions import GROUNDS_SAID, PROCEDURES, ROLES_SAID, SECTIONS
from app.web.staff.landlord.sections import Section
from app.words.languages import name as name_of
from app.words.money import pounds
from app.words.promises.offers import guide_in_full
from app.words.say import say

bp = Blueprint("settings", __name__)


@bp.get("")
def show() -> ResponseReturnValue:
    with reading() as session:
        landlord, gaps = service.current(session), service.check(session)
    return page(
        "staff/landlord/show.html",
        sections={name: (title, _rows(form, landlord)) for name, (title, form) in SECTIONS.items()},
        gaps=[_sentence(gap) for gap in gaps],
        may_set=may(Permission.SET_LANDLORD),
    )


@bp.get("/<section>")
def new(section: str) -> ResponseReturnValue:
    _, form = _section(section)
    if not may(Permission.SET_LANDLORD):
        abort(404)
    with reading() as session:
        landlord, seen = service.current(session), service.position(session)
    return _ask(section, form(obj=form.asked_of(landlord)), seen)


@bp.post("/<section>")
def create(section: str) -> ResponseReturnValue:
    _, form_class = _section(section)
    form = form_class()
    asked = deed()
    if not form.validate_on_submit():
        return _ask(section, form, asked.seen, 422)
    try:
        with writing() as session:
            service.put(session, settings.change(service.current(session), form.given()), asked)
    except Refused as refusal:
        return _ask(section, form.explain(refusal), asked.seen, 422)
    except Changed:
        with reading() as session:
            latest = service.position(session)
        form.form_errors.append(gettext("Somebody changed this meanwhile. If yours is right, save it again."))
        return _ask(section, form, latest, 409)
    remembered.remembered().forget()
    return go_to("staff.landlord.settings.show")


def _section(name: str) -> tuple[str, type[Section]]:
    return SECTIONS.get(name) or abort(404)


def _ask(section: str, form: Section, seen: int | None, status: int = 200) -> ResponseReturnValue:
    title, _ = _section(section)
    return page("staff/landlord/new.html", section=section, title=title, form=form, seen=seen, status=status)


def _sentence(gap: Gap) -> str:
    """Return what is wrong with a setting, after what its question or its section is called."""
    called = {field.name: field.label.text for _, form in SECTIONS.values() for field in form()}
    called |= {name.replace("-", "_"): title for name, (title, _) in SECTIONS.items()}
    called[service.TOO_FEW.field] = gettext("Safeguarding")
    return f"{called[gap.field]}: {say(gap.why, language())}"


def _rows(form: type[Section], landlord: Landlord) -> list[dict[str, Any]]:
    """Return the questions of a section and what is answered now, for a summary list."""
    answers = form.asked_of(landlord)
    if answers is None:
        return [{"key": gettext("How to reach them"), "value": gettext("As the complaints procedure says")}]
    return [
        {"key": field.label.text, "value": _said(getattr(answers, field.name, ""), field)}
        for field in form()
        if field.name != "csrf_token"
    ]


def _said(value: Any, field: Any) -> Any:
    match value:
        case tuple():
            return [_said(each, field) for each in value]
        case str() if isinstance(field, SelectMultipleField):
            return GROUNDS_SAID.get(value) or ROLES_SAID.get(value) or name_of(value)
        case str() if value in PROCEDURES:
            return str(PROCEDURES[value])
        case int():
            return _number(value, field)
        case GuideSum():
            return _offered(guide_in_full(value, language()), value.retired)
        case Choice() | Tenure():
            return _offered(value.name, value.retired)
        case OutOfHoursContact():
            return ", ".join(filter(None, (value.name, value.email, value.phone)))
        case SignedOff():
            return gettext("%(language)s, signed off by %(name)s", language=name_of(value.language), name=value.by)
        case _:
            return value or ""


def _number(value: int, field: Any) -> str:
    if isinstance(value, bool):
        return gettext("Yes") if value else gettext("No")
    return pounds(value, language()) if isinstance(field, MoneyField) else str(value)


def _offered(name: str, retired: bool) -> str:
    return gettext("%(name)s (no longer offered)", name=name) if retired else name
