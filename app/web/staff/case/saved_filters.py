"""Lists kept under a name, above the page they are of: kept, called otherwise, shown to everybody, let go (S2, S3)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple
from urllib.parse import parse_qsl, urlencode

from flask import Blueprint, abort, flash, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from flask_babel import lazy_gettext as _l
from sqlalchemy.orm import Session
from wtforms import BooleanField, StringField
from wtforms.validators import Length

from app.db import reading, writing
from app.domain.landlord.permissions import Permission
from app.services.case import saved_filters
from app.services.case.saved_filters import MOST, Named, Place, TooMany
from app.store.case.saved_filters import SavedFilter
from app.web.answers import Needed
from app.web.deed import deed
from app.web.forms import Form
from app.web.page import go_on, page
from app.web.staff.case import filters
from app.web.staff.guards import guarded, me

bp = guarded(
    Blueprint("saved_filters", __name__, url_prefix="/filters"),
    may_read=Permission.READ_COMPLAINTS,
    may_write=Permission.READ_COMPLAINTS,
)
LONGEST_NAME, LONGEST_ANSWER = 60, 40
PAGES = {Place.WORK: "staff.duties.index", Place.SEARCH: "staff.search.index"}
ASKED_BY = {Place.WORK: ("view", "duty", *filters.ASKED_BY), Place.SEARCH: ("late", *filters.ASKED_BY)}
"""What of an address is kept: no words that were looked for, because they may say who somebody is."""


class NameForm(Form):
    """What to call a list, and who sees it."""

    name = StringField(
        _l("What do you call this list?"),
        [Needed(_l("Enter a name for the list")), Length(max=LONGEST_NAME)],
        description=_l("Not the name of a resident. For example, damp in Ordsall"),
    )
    everybody = BooleanField(_l("Show it to everybody who works here"))

    def named(self) -> Named:
        """Return what was answered."""
        return Named((self.name.data or "").strip(), bool(self.everybody.data))


class Kept(NamedTuple):
    """A list as a link: where it leads, and where to change it, for whoever may."""

    name: str
    address: str
    change: str
    current: bool


class Shelf(NamedTuple):
    """The lists kept for a page, and where to keep what it shows now; empty when that is nothing of its own."""

    lists: tuple[Kept, ...]
    keep: str


def shelf(session: Session, place: Place) -> Shelf:
    """Return the lists that whoever is signed in sees above a page."""
    asked = _asked(place)
    saved = saved_filters.of_place(session, me(), place)
    lists = tuple(
        Kept(
            each.name,
            _address(each),
            url_for("staff.saved_filters.show", number=each.id) if saved_filters.may_change(each, me()) else "",
            each.asked == asked,
        )
        for each in saved
    )
    known = not asked or any(each.current for each in lists)
    keep = "" if known else f"{url_for('staff.saved_filters.new')}?place={place.value}&{asked}"
    return Shelf(lists, keep)


@bp.get("/new")
def new() -> ResponseReturnValue:
    return _ask(NameForm(formdata=None), _place())


@bp.post("")
def create() -> ResponseReturnValue:
    """Keep the list that the address asks for, and go back to it."""
    form, place, asked = NameForm(), _place(), deed()
    if asked.key is None:
        abort(400)
    if not form.validate_on_submit():
        return _ask(form, place, 422)
    try:
        with writing() as session:
            saved_filters.keep(session, me(), place, _asked(place), form.named(), asked)
    except TooMany:
        form.form_errors.append(gettext("You keep %(most)s lists already. Let go of one first.", most=MOST))
        return _ask(form, place, 422)
    flash(gettext("The list is kept"))
    return go_on(f"{url_for(PAGES[place])}?{_asked(place)}")


@bp.get("/<int:number>")
def show(number: int) -> ResponseReturnValue:
    saved = _theirs(number)
    return _change(NameForm(formdata=None, name=saved.name, everybody=saved.everybody), saved)


@bp.post("/<int:number>")
def rename(number: int) -> ResponseReturnValue:
    """Call it otherwise, or say who sees it."""
    form, saved = NameForm(), _theirs(number)
    if not form.validate_on_submit():
        return _change(form, saved, 422)
    with writing() as session:
        done = saved_filters.change(session, me(), number, form.named())
    flash(gettext("The list is changed") if done else gettext("The list is not kept any more"))
    return go_on(_address(saved))


@bp.post("/<int:number>/deletion")
def destroy(number: int) -> ResponseReturnValue:
    """Let it go; a second press finds it gone, and that is what was wanted."""
    place = request.args.get("place", "")
    with writing() as session:
        saved_filters.remove(session, me(), number)
    flash(gettext("The list is not kept any more"))
    return go_on(url_for(PAGES.get(_named(place) or Place.WORK, "")))


def _ask(form: NameForm, place: Place, status: int = 200) -> ResponseReturnValue:
    asked = _asked(place) or abort(404)
    back = f"{url_for(PAGES[place])}?{asked}"
    action = f"{url_for('.create')}?place={place.value}&{asked}"
    return page("staff/saved_filters/new.html", status=status, form=form, action=action, back=back)


def _change(form: NameForm, saved: SavedFilter, status: int = 200) -> ResponseReturnValue:
    return page("staff/saved_filters/show.html", status=status, form=form, saved=saved, back=_address(saved))


def _theirs(number: int) -> SavedFilter:
    with reading() as session:
        return saved_filters.theirs(session, me(), number) or abort(404)


def _place() -> Place:
    return _named(request.args.get("place", "")) or abort(404)


def _named(text: str) -> Place | None:
    return next((each for each in Place if each.value == text), None)


def _asked(place: Place) -> str:
    """Return what this address asks for, in one order: two that ask for the same are the same."""
    answers: Mapping[str, str] = filters.asked(ASKED_BY[place])
    return urlencode([(name, answers[name][:LONGEST_ANSWER]) for name in ASKED_BY[place] if name in answers])


def _address(saved: SavedFilter) -> str:
    place = Place(saved.place)
    asked = [(name, text) for name, text in parse_qsl(saved.asked) if name in ASKED_BY[place]]
    return f"{url_for(PAGES[place])}?{urlencode(asked)}"
