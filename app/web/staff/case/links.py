"""Complaints that belong together: linked and parted, put together, and points that leave (ruling 18)."""

from __future__ import annotations

from flask import Blueprint, abort, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from flask_babel import lazy_gettext as _l
from sqlalchemy.orm import Session
from wtforms import SelectMultipleField, StringField
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # types-WTForms is older

from app.db import reading
from app.domain.case.definitions import next_version
from app.domain.case.merges import may_merge
from app.domain.case.splits import may_split
from app.domain.deed import Deed, london_day
from app.domain.landlord.permissions import Permission
from app.now import now
from app.services.case import links
from app.services.case.desks import Desk
from app.web.answers import Needed, one_line
from app.web.forms import Form
from app.web.page import go_to
from app.web.spoken import in_words
from app.web.staff.case.alike import row
from app.web.staff.case.opening import act, desk, draw
from app.web.staff.guards import guarded, me
from app.web.tries import lookup_key

bp = guarded(
    Blueprint("links", __name__, url_prefix="/complaints/<reference>"),
    may_read=Permission.ACKNOWLEDGE,
    may_write=Permission.ACKNOWLEDGE,
)
ALIKE = "alike"
"""In the address of a page that shows the complaints which may be the same."""


class OtherForm(Form):
    """Which complaint."""

    other = StringField(
        _l("The reference of the other complaint"),
        [Needed(_l("Enter the reference of the other complaint"))],
        filters=[one_line],
        render_kw={"autocomplete": "off", "spellcheck": "false"},
    )

    @property
    def reference(self) -> str:
        """Return the reference as ours are written, however it was typed."""
        bare = "".join(each for each in (self.other.data or "").upper() if each.isalnum())
        return f"{bare[:4]}-{bare[4:]}"


class SplitForm(Form):
    """Which points leave."""

    points = SelectMultipleField(_l("Which points leave?"), validate_choice=False)

    @property
    def numbers(self) -> list[int]:
        """Return the numbers of the points that were ticked."""
        return [int(each) for each in self.points.data or () if each.isdecimal()]


@bp.get("/links")
def show(reference: str) -> ResponseReturnValue:
    return _ask(desk(), OtherForm())


@bp.post("/links")
def create(reference: str) -> ResponseReturnValue:
    form = OtherForm()

    def do(session: Session, doing: Deed) -> None:
        links.link(session, me(), reference, form.reference, doing)

    return act(form, do, _ask, onward=lambda: go_to(".show", reference=reference))


@bp.post("/links/<other>/end")
def destroy(reference: str, other: str) -> ResponseReturnValue:
    form = Form()

    def do(session: Session, doing: Deed) -> None:
        links.separate(session, me(), reference, other, doing)

    return act(form, do, _ask, onward=lambda: go_to(".show", reference=reference))


@bp.get("/merge")
def ask_to_merge(reference: str) -> ResponseReturnValue:
    return _ask_to_merge(desk(), OtherForm())


@bp.post("/merge")
def merge(reference: str) -> ResponseReturnValue:
    form = OtherForm()

    def do(session: Session, doing: Deed) -> None:
        links.merge(session, me(), reference, form.reference, doing)

    done = gettext("The two are now one. The letter that says so is written.")
    return act(form, do, _ask_to_merge, done)


@bp.get("/split")
def ask_to_split(reference: str) -> ResponseReturnValue:
    return _ask_to_split(desk(), SplitForm())


@bp.post("/split")
def split(reference: str) -> ResponseReturnValue:
    form = SplitForm()

    def do(session: Session, doing: Deed) -> None:
        links.split(session, reference, form.numbers, lookup_key(), doing)

    done = gettext("The points have a complaint of their own. The letter that says so is written.")
    return act(form, do, _ask_to_split, done)


def _ask(case: Desk, form: Form, status: int = 200) -> ResponseReturnValue:
    asked = form if isinstance(form, OtherForm) else OtherForm(formdata=None)
    return draw("staff/links/show.html", case, form=form, asked=asked, status=status, alike=_alike(case))


def _ask_to_merge(case: Desk, form: Form, status: int = 200) -> ResponseReturnValue:
    if not may_merge(case.complaint):
        abort(404)
    return draw("staff/links/merge.html", case, form=form, status=status, alike=_alike(case))


def _ask_to_split(case: Desk, form: Form, status: int = 200) -> ResponseReturnValue:
    if not may_split(case.complaint):
        abort(404)
    if isinstance(form, SplitForm):
        points = next_version(case.complaint).points
        form.points.choices = [SelectChoice(str(point.number), in_words(case, point.said)) for point in points]
    return draw("staff/links/split.html", case, form=form, status=status)


def _alike(case: Desk) -> list[dict[str, str]] | None:
    """Return the complaints that may be the same, once they are asked for: looking for them takes a while."""
    if ALIKE not in request.args:
        return None
    with reading() as session:
        return [row(each) for each in links.suggested(session, me(), case, london_day(now()))]
