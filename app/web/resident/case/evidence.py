"""Photos, papers and recordings (R13): what they sent us, and one more; nobody else's file is ever here."""

from __future__ import annotations

from flask import Blueprint, abort, flash
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from sqlalchemy.orm import Session

from app.db import reading
from app.domain.case.evidence import MOST_FILES, in_use
from app.domain.case.files import of_party
from app.domain.deed import Deed
from app.services.case import evidence
from app.services.case.pages import CasePage
from app.web.file_forms import FileForm
from app.web.file_lines import line
from app.web.forms import Form
from app.web.page import go_to
from app.web.resident.case.opening import act, draw, standing
from app.web.resident.guards import mine
from app.web.uploads import give

bp = Blueprint("evidence", __name__, url_prefix="/<reference>/evidence")


@bp.get("")
def index(reference: str) -> ResponseReturnValue:
    return _ask(standing(), FileForm())


@bp.post("")
def create(reference: str) -> ResponseReturnValue:
    form = FileForm()

    def do(session: Session, doing: Deed) -> None:
        assert form.taken is not None
        evidence.add(session, reference, mine().party, form.taken, doing)

    return act(form, do, _ask, onward=_sent)


@bp.get("/<int:number>")
def show(reference: str, number: int) -> ResponseReturnValue:
    return _give(number)


@bp.get("/<int:number>/small")
def thumbnail(reference: str, number: int) -> ResponseReturnValue:
    return _give(number, small=True)


@bp.post("/<int:number>/out")
def destroy(reference: str, number: int) -> ResponseReturnValue:
    """They take out again what nobody here has looked at yet."""

    def do(session: Session, doing: Deed) -> None:
        evidence.take_back(session, reference, mine().party, number, doing)

    return act(Form(), do, _ask_anew, onward=_gone)


def _give(number: int, *, small: bool = False) -> ResponseReturnValue:
    case = standing()
    with reading() as session:
        kept = evidence.one(session, case.case_id, of_party(case.complaint.files, case.viewer.number), number)
    if kept is None or (small and kept.thumbnail is None):
        abort(404)
    return give(kept, case.reference, small=small)


def _sent() -> ResponseReturnValue:
    flash(gettext("We have got your file."))
    return _here()


def _gone() -> ResponseReturnValue:
    flash(gettext("The file is taken out."))
    return _here()


def _here() -> ResponseReturnValue:
    return go_to("resident.case.evidence.index", reference=mine().reference)


def _ask_anew(case: CasePage, form: Form, status: int) -> ResponseReturnValue:
    return _ask(case, FileForm(formdata=None).instead_of(form), status)


def _ask(case: CasePage, form: Form, status: int = 200) -> ResponseReturnValue:
    with reading() as session:
        files = evidence.theirs(session, case)
    return draw(
        "resident/evidence/index.html",
        case,
        form=form,
        status=status,
        lines=[line(each, case) for each in files],
        left=MOST_FILES - len(in_use(case.complaint, case.viewer.number)),
        most=MOST_FILES,
    )
