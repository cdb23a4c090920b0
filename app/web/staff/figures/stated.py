"""What the landlord states for its figures: what stands now, and a form to state another (8.1, S16)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from flask import Blueprint, abort, flash, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from flask_babel import lazy_gettext as _l
from flask_wtf.file import FileField
from sqlalchemy.orm import Session
from werkzeug import Response

from app.db import reading
from app.domain.changed import Changed
from app.domain.deed import london_day
from app.domain.figures import stating
from app.domain.figures.bad_tables import BadTable
from app.domain.figures.stated import Key, Statement, Subject
from app.domain.landlord.permissions import Permission
from app.domain.refused import Refused
from app.now import now
from app.services.figures import stated as service
from app.services.figures import stated_files
from app.services.figures.stated_files import BadFigures, Stated, Wrong
from app.store.figures import stated as store
from app.store.landlord import staff
from app.web.deed import deed
from app.web.forms import Form
from app.web.languages import language
from app.web.page import go_to, page
from app.web.pressed import by_key, once
from app.web.spreadsheets import sent_as
from app.web.staff.figures.imports import ACCEPTED
from app.web.staff.figures.stated_forms import FORMS, HELP, StatedForm
from app.web.staff.figures.stated_lines import grouped
from app.web.staff.guards import guarded
from app.words.figures.imports import bad_table
from app.words.say import say

bp = guarded(
    Blueprint("stated", __name__),
    may_read=Permission.SET_LANDLORD,
    may_write=Permission.SET_LANDLORD,
)
SHOWN = 100
"""How many figures of a kind stand on a page, the latest; the file has all."""
TAKE_BACK = "take_back"


class BadLine(NamedTuple):
    """What is wrong in a line of a file, said."""

    line: int
    column: str
    what: str


class StatedFileForm(Form):
    """A file of figures, a line each."""

    file = FileField(
        _l("The file"), description=_l("CSV, .xlsx or .ods, a line a figure."), render_kw={"accept": ACCEPTED}
    )
    wrong: Sequence[Wrong] = ()

    def read(self) -> dict[int, Statement]:
        """Return what the file states by its lines; raises BadTable and BadFigures as its reader does."""
        with TemporaryDirectory() as folder:
            path = Path(folder) / "sent"
            self.file.data.save(path)
            return stated_files.read(path, london_day(now()))


@bp.get("/figures/stated")
def index() -> ResponseReturnValue:
    return _index(StatedFileForm(formdata=None))


@bp.post("/figures/stated")
def take_in() -> ResponseReturnValue:
    """State what a file states, all of it or nothing; the same file again changes nothing."""
    form, asked, found = StatedFileForm(), deed(), list[Stated]()
    if form.validate_on_submit() and not form.file.data:
        form.file.errors = [gettext("Choose a file")]
    if form.errors:
        return _index(form, 422)
    try:
        lines = form.read()
        by_key(asked, lambda session: found.append(stated_files.take_in(session, lines, asked)))
    except BadTable as error:
        form.file.errors = [bad_table(error, language())]
    except BadFigures as bad:
        form.wrong = bad.wrong
        form.file.errors = [gettext("Nothing of this file was taken in: see below what is wrong in it")]
    if form.errors:
        return _index(form, 422)
    for each in found:
        flash(gettext("%(new)s stated, %(known)s as before.", new=each.new, known=each.of - each.new))
    return go_to(".index")


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
        form = FORMS[of](formdata=None).know(_keys(store.current(session, of)))
        return _ask(session, of, form, store.last_number(session))


@bp.post("/figures/stated/<subject>")
def create(subject: str) -> ResponseReturnValue:
    of, asked = _subject(subject), deed()
    with reading() as session:
        form = FORMS[of]().know(_keys(store.current(session, of)))
    if not form.validate_on_submit():
        return _again(of, form, asked.seen, 422)
    cells = form.cells(of) | ({stating.VALUE: stating.NONE} if TAKE_BACK in request.form else {})
    try:
        statement = stating.read(cells, london_day(now()))
        once(asked, lambda session: service.put(session, [statement], asked))
    except Refused as refusal:
        return _again(of, form.refused(refusal), asked.seen, 422)
    except Changed:
        form.form_errors.append(gettext("Somebody stated this meanwhile. If yours is right, save it again."))
        return _again(of, form, None, 409)
    flash(
        gettext("It is taken back. Reports do not have it from now on; what was stated is kept.")
        if TAKE_BACK in request.form
        else gettext("It is kept. Reports have it from now on.")
    )
    return go_to(".show", subject=subject)


def _subject(name: str) -> Subject:
    return next((each for each in Subject if each.value == name), None) or abort(404)


def _index(form: StatedFileForm, status: int = 200) -> Response:
    with reading() as session:
        keys = _keys(store.current(session))
    counts = {subject: sum(key.subject is subject for key in keys) for subject in Subject}
    return page(
        "staff/stated/index.html",
        status=status,
        form=form,
        bad=[BadLine(each.line, each.gap.field, say(each.gap.why, language())) for each in form.wrong[:SHOWN]],
        more=max(0, len(form.wrong) - SHOWN),
        subjects=[(each.value, say(each, language()), HELP[each], counts[each]) for each in Subject],
        any_stated=bool(keys),
    )


def _again(of: Subject, form: StatedForm, seen: int | None, status: int) -> ResponseReturnValue:
    with reading() as session:
        return _ask(session, of, form, store.last_number(session) if seen is None else seen, status)


def _ask(session: Session, of: Subject, form: StatedForm, seen: int, status: int = 200) -> ResponseReturnValue:
    found = [each for each in store.current(session, of) if each.statement.value is not None]
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
        groups=grouped(found[:SHOWN], names),
        more=max(0, len(found) - SHOWN),
    )


def _keys(found: Iterable[store.Stated]) -> list[Key]:
    """Return of what anything stands now."""
    return [each.statement.key for each in found if each.statement.value is not None]
