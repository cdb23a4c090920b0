"""Who deals with a complaint: taken on by oneself, or given to somebody else."""

from __future__ import annotations

from collections.abc import Iterable

from flask import Blueprint, abort, flash, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from flask_babel import lazy_gettext as _l
from werkzeug import Response
from wtforms import SelectField
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # types-WTForms is older
from wtforms.validators import InputRequired

from app.db import reading
from app.domain.changed import Changed
from app.domain.landlord.permissions import Permission, allows
from app.domain.refused import Refused
from app.services.case import complaints
from app.services.clock import duties
from app.services.landlord import staff
from app.store.clock.duties import QueueLine
from app.store.landlord.staff import Member
from app.web.deed import deed
from app.web.forms import Form
from app.web.languages import language
from app.web.page import asked_by_htmx, go_on, page
from app.web.pressed import once
from app.web.staff.case.holders import Address, Holder, holder, shared, with_others
from app.web.staff.guards import after_sign_in, guarded, me

bp = guarded(
    Blueprint("handlers", __name__, url_prefix="/complaints/<reference>/handler"),
    may_read=Permission.ASSIGN,
    may_write=Permission.ASSIGN,
)


class HandlerForm(Form):
    """Whom to give it to."""

    staff = SelectField(_l("Give it to"), [InputRequired(_l("Choose who will deal with it"))])


@bp.get("")
def new(reference: str) -> ResponseReturnValue:
    line = _asked_for(_lines(reference))
    return _cell(_form(), line, giving="leave" not in request.args)


@bp.post("")
def create(reference: str) -> ResponseReturnValue:
    line = _asked_for(_lines(reference))
    form = _form()
    if not form.validate_on_submit():
        return _cell(form, line, giving=True, status=422)
    asked, chosen = deed(), int(form.staff.data)
    try:
        once(asked, lambda session: complaints.assign(session, reference, chosen, asked))
    except Refused as refusal:
        return _cell(form.explain(refusal), line, giving=True, status=422)
    except Changed:
        line = _asked_for(_lines(reference))
        form.form_errors.append(_meanwhile(line))
        return _cell(form, line, giving=True, status=409)
    return _given(reference, chosen)


def _given(reference: str, chosen: int) -> ResponseReturnValue:
    lines = _lines(reference)
    line = _asked_for(lines)
    words = {"name": line.holder or "", "reference": reference}
    if chosen == me().id:
        said = gettext("%(reference)s is now yours", **words)
    else:
        said = gettext("%(name)s now has %(reference)s", **words)
    if asked_by_htmx():
        return _cell(_form(), line, said=said, others=lines)
    flash(said)
    return go_on(after_sign_in(request.form.get("back")))


def _cell(
    form: HandlerForm,
    line: QueueLine,
    *,
    giving: bool = False,
    status: int = 200,
    said: str = "",
    others: Iterable[QueueLine] = (),
) -> Response:
    also = request.values.get("also", "").split()
    cell = _shown(line)._replace(also=" ".join(also))
    form.staff.id = f"hand-{cell.id}"
    return page(
        "staff/handlers/new.html",
        fragment="cell",
        status=status,
        form=form,
        holder=cell,
        giving=giving,
        said=said,
        others=[each for each in with_others([_shown(each) for each in others]) if each.row in also and each.moves],
        shared=shared(after_sign_in(request.values.get("back"))),
    )


def _shown(line: QueueLine) -> Holder:
    return holder(line, me(), assigns=True, spoken=language(), address=Address("staff.handlers.create"))


def _lines(reference: str) -> list[QueueLine]:
    with reading() as session:
        return duties.of_case(session, me(), reference)


def _asked_for(lines: list[QueueLine]) -> QueueLine:
    """Return the duty that was asked for, or the first that goes with the case; 404 where there is none."""
    mine = [line for line in lines if duties.goes_with_the_case(line)]
    row = request.values.get("row")
    asked = [line for line in mine if _shown(line).row == row]
    return next(iter(asked or mine), None) or abort(404)


def _form() -> HandlerForm:
    form = HandlerForm()
    with reading() as session:
        form.staff.choices = people(staff.present(session))
    return form


def people(present: Iterable[Member]) -> list[SelectChoice]:
    """Return whom a complaint may be given to, after a first choice of nobody."""
    able = [member for member in present if allows(member.roles, Permission.ACKNOWLEDGE)]
    choices = [SelectChoice(str(member.id), member.name) for member in able]
    return [SelectChoice("", gettext("Choose a person")), *choices]


def _meanwhile(line: QueueLine) -> str:
    if not line.holder:
        return gettext("Somebody changed this while you were looking. If yours is right, choose again.")
    return gettext(
        "%(name)s was given this while you were looking. If it should be somebody else, choose again.",
        name=line.holder,
    )
