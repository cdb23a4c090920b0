"""Many complaints given to one person: asked once more with how many there are, and told what became of each (S2)."""

from __future__ import annotations

from collections.abc import Sequence

from flask import Blueprint, abort, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from flask_babel import lazy_gettext as _l
from wtforms import SelectField, SelectMultipleField
from wtforms.validators import InputRequired

from app.db import reading, writing
from app.domain.landlord.permissions import Permission
from app.services.case import assignments
from app.services.case.assignments import MOST, Given
from app.services.landlord import staff
from app.store.search import Found
from app.web import pages
from app.web.deed import deed
from app.web.forms import Form
from app.web.languages import language
from app.web.page import go_to, page
from app.web.staff.case.handlers import people
from app.web.staff.guards import after_sign_in, guarded, me
from app.words.say import say

bp = guarded(
    Blueprint("assignments", __name__, url_prefix="/assignments"),
    may_read=Permission.ASSIGN,
    may_write=Permission.ASSIGN,
)


class AssignForm(Form):
    """Those that were ticked, each with the position its case was seen at, and who gets them."""

    chosen = SelectMultipleField(_l("Complaints"), validate_choice=False)
    staff = SelectField(_l("Give them to"), [InputRequired(_l("Choose who will deal with them"))])

    def seen(self) -> dict[str, int]:
        """Return the position that each complaint was seen at, by its reference; what nobody ticked is passed over."""
        found = {}
        for each in self.chosen.data or ():
            reference, _, position = each.partition(".")
            try:
                found[reference] = pages.number(position)
            except ValueError:
                continue
        return found


@bp.get("/new")
def new() -> ResponseReturnValue:
    form = AssignForm(request.args)
    _know(form)
    return _ask(form)


@bp.post("")
def create() -> ResponseReturnValue:
    """Give them away, and go to what became of each."""
    form, asked = AssignForm(), deed()
    _know(form)
    seen = form.seen()
    if asked.key is None:
        abort(400)
    if not form.validate_on_submit() or _problem(seen):
        return _ask(form, 422)
    with writing() as session:
        assignments.assign_many(session, me(), seen, int(form.staff.data), asked)
    return go_to(".show", key=asked.key, back=_back())


@bp.get("/<key>")
def show(key: str) -> ResponseReturnValue:
    with reading() as session:
        given = assignments.given(session, key, deed()) or abort(404)
        names = {each.id: each.name for each in staff.present(session)}
    name = gettext("you") if given.staff == me().id else names.get(given.staff, "")
    return page("staff/assignments/show.html", given=given, name=name, stayed=_stayed(given), back=_back())


def _know(form: AssignForm) -> None:
    with reading() as session:
        form.staff.choices = people(staff.present(session))


def _ask(form: AssignForm, status: int = 200) -> ResponseReturnValue:
    seen = form.seen()
    problem = _problem(seen)
    with reading() as session:
        cases: Sequence[Found] = () if problem else assignments.chosen(session, me(), seen)
    if problem:
        form.form_errors.append(problem)
    elif not cases:
        abort(404)
    return page(
        "staff/assignments/new.html",
        status=422 if problem else status,
        form=form,
        cases=cases,
        chosen=[f"{case.reference}.{seen[case.reference]}" for case in cases],
        back=_back(),
    )


def _problem(seen: dict[str, int]) -> str:
    if not seen:
        return gettext("Tick at least one complaint")
    if len(seen) > MOST:
        return gettext("Tick %(most)s complaints or fewer", most=MOST)
    return ""


def _stayed(given: Given) -> list[tuple[str, str]]:
    changed = gettext("Somebody changed it meanwhile")
    return [(each.reference, say(each.why, language()) if each.why else changed) for each in given.stayed]


def _back() -> str:
    return after_sign_in(request.values.get("back"))
