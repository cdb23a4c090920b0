"""What the landlord states for its figures: what stands now, and a form to state another (8.1, S16)."""

from __future__ import annotations

from typing import NamedTuple

from flask import Blueprint, abort, flash, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from sqlalchemy.orm import Session

from app.db import reading
from app.domain.changed import Changed
from app.domain.deed import Actor, london_day
from app.domain.figures import stating
from app.domain.figures.statable import PRIOR, TARGETS
from app.domain.figures.stated import Key, Subject
from app.domain.landlord.permissions import Permission
from app.domain.refused import Refused
from app.services.figures import stated as service
from app.store.figures import stated as store
from app.store.figures.stated import Stated
from app.store.landlord import staff
from app.web.deed import deed
from app.web.languages import language
from app.web.page import go_to, page
from app.web.pressed import once
from app.web.spreadsheets import sent_as
from app.web.staff.figures.stated_forms import FORMS, HELP, StatedForm
from app.web.staff.guards import guarded
from app.words.dates import month, short_with_year
from app.words.figures.statable import called
from app.words.say import say

bp = guarded(
    Blueprint("stated", __name__),
    may_read=Permission.SET_LANDLORD,
    may_write=Permission.SET_LANDLORD,
)
SHOWN = 100
"""How many figures of a kind stand on a page, the latest; the file has all."""
TAKE_BACK = "take_back"


class Line(NamedTuple):
    """A figure that is stated, said; `cells` state it again."""

    name: str
    when: str
    value: str
    beside: str
    on: str
    by: str


@bp.get("/figures/stated")
def index() -> ResponseReturnValue:
    with reading() as session:
        found = store.current(session)
    counts = {subject: sum(_holds(each, subject) for each in found) for subject in Subject}
    return page(
        "staff/stated/index.html",
        subjects=[(each.value, say(each, language()), HELP[each], counts[each]) for each in Subject],
        any_stated=any(counts.values()),
    )


@bp.get("/figures/stated.csv")
def download() -> ResponseReturnValue:
    """Give all that is stated as a file that can be changed and taken in again."""
    with reading() as session:
        found = [each.statement for each in store.current(session) if each.statement.value is not None]
    return sent_as("csv", "stated", stating.COLUMNS, [[*stating.said(each).values()] for each in found])


@bp.get("/figures/stated/<subject>")
def show(subject: str) -> ResponseReturnValue:
    of = _subject(subject)
    with reading() as session:
        return _ask(session, of, FORMS[of](formdata=None), store.last_number(session))


@bp.post("/figures/stated/<subject>")
def create(subject: str) -> ResponseReturnValue:
    of, asked = _subject(subject), deed()
    form = FORMS[of]()
    if not form.validate_on_submit():
        return _again(of, form, asked.seen, 422)
    cells = form.cells(of) | ({stating.VALUE: stating.NONE} if TAKE_BACK in request.form else {})
    try:
        statement = stating.read(cells)
        once(asked, lambda session: service.put(session, [statement], asked))
    except Refused as refusal:
        return _again(of, form.refused(refusal), asked.seen, 422)
    except Changed:
        form.form_errors.append(gettext("Somebody stated this meanwhile. If yours is right, save it again."))
        return _again(of, form, None, 409)
    flash(gettext("It is kept. Reports have it from now on."))
    return go_to(".show", subject=subject)


def _subject(name: str) -> Subject:
    return next((each for each in Subject if each.value == name), None) or abort(404)


def _again(of: Subject, form: StatedForm, seen: int | None, status: int) -> ResponseReturnValue:
    with reading() as session:
        return _ask(session, of, form, store.last_number(session) if seen is None else seen, status)


def _ask(session: Session, of: Subject, form: StatedForm, seen: int, status: int = 200) -> ResponseReturnValue:
    found = [each for each in store.current(session, of) if _holds(each, of)]
    found.sort(key=lambda each: (each.statement.key.first, each.number), reverse=True)
    names = {each.id: each.name for each in staff.present(session)}
    return page(
        "staff/stated/show.html",
        status=status,
        form=form,
        seen=seen,
        subject=of.value,
        title=say(of, language()),
        about=HELP[of],
        lines=[_line(each, names) for each in found[:SHOWN]],
        more=max(0, len(found) - SHOWN),
    )


def _holds(each: Stated, of: Subject) -> bool:
    return each.statement.key.subject is of and each.statement.value is not None


def _line(each: Stated, names: dict[int, str]) -> Line:
    key, cells = each.statement.key, stating.said(each.statement)
    return Line(
        _name(key),
        _when(key),
        cells[stating.VALUE],
        cells[stating.TOLERANCE] or cells[stating.IN_TIME],
        short_with_year(london_day(each.at), language()),
        names.get(Actor.parse(each.by).staff_id or 0, "–"),
    )


def _name(key: Key) -> str:
    name = called(key.name, language()) if key.name in TARGETS or key.name in PRIOR else key.name
    return f"{name}: {key.part}" if key.part else name


def _when(key: Key) -> str:
    if key.subject is Subject.CONTACTS:
        return month(key.first, language())
    first = short_with_year(key.first, language())
    if key.last == key.first:
        return first
    return gettext("%(first)s to %(last)s", first=first, last=short_with_year(key.last, language()))
