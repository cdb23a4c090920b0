"""Photos, papers and recordings while a complaint is being told (R13): kept with the draft, seen by its owner alone."""

from __future__ import annotations

from collections.abc import Callable

from flask import Blueprint, abort, flash, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from sqlalchemy.orm import Session
from werkzeug.exceptions import TooManyRequests

from app.db import reading, writing
from app.domain.case.drafts import Step
from app.domain.case.evidence import MOST_FILES
from app.domain.refused import Refused
from app.services.case import draft_files, drafts
from app.services.case.drafts import Draft
from app.services.case.evidence import Taken
from app.services.people.tries import Secret
from app.web import errors, pressed
from app.web.deed import deed
from app.web.file_forms import FileForm
from app.web.file_lines import draft_line
from app.web.forms import Form
from app.web.page import go_to, page
from app.web.public.case import held
from app.web.public.case.drafts import at_risk
from app.web.tries import lookup_key, may_try
from app.web.uploads import give

bp = Blueprint("files", __name__, url_prefix="/files")

NAME = "file"


@bp.get("")
def index() -> ResponseReturnValue:
    return _ask(FileForm())


@bp.post("")
def create() -> ResponseReturnValue:
    form, asked = FileForm(), deed()
    if not may_try(Secret.DRAFT_FILE, held.draft_now().token):
        return errors.explain(TooManyRequests())
    if not form.validate_on_submit():
        return _ask(form, 422)
    drafted, taken = list[Draft](), form.taken
    assert taken is not None

    def do(session: Session) -> None:
        draft = held.draft(session) or drafts.begin(lookup_key())
        draft_files.add(session, draft, taken, asked)
        drafted.append(draft)

    try:
        pressed.by_key(asked, do)
        if not drafted:
            _bring_back(form, taken, do)
    except Refused as refusal:
        return _ask(form.explain(refusal), 422)
    if drafted:
        held.hold(drafted[0])
    flash(gettext("We have got your file."))
    return go_to("public.case.files.index")


@bp.post("/<int:number>/out")
def destroy(number: int) -> ResponseReturnValue:
    asked = deed()

    def do(session: Session) -> None:
        draft = held.draft(session)
        if draft is not None:
            draft_files.take_out(session, draft, number)

    try:
        pressed.by_key(asked, do)
    except Refused as refusal:
        return _ask(FileForm(formdata=None).explain(refusal), 422)
    flash(gettext("The file is taken out."))
    return go_to("public.case.files.index")


@bp.get("/<int:number>")
def show(number: int) -> ResponseReturnValue:
    return _give(number)


@bp.get("/<int:number>/small")
def thumbnail(number: int) -> ResponseReturnValue:
    return _give(number, small=True)


def _bring_back(form: FileForm, taken: Taken, do: Callable[[Session], None]) -> None:
    """Keep a file that was sent before, where the answer with its draft was lost on the way: it is in no other.

    The draft of the first press stays shut, as its key alone tells nobody whose it is.
    """
    with reading() as session:
        draft = held.draft(session)
        there = draft is not None and draft_files.has(session, draft, taken, form.file.data.stream)
    if not there:
        with writing() as session:
            do(session)


def _give(number: int, *, small: bool = False) -> ResponseReturnValue:
    with reading() as session:
        draft = held.draft(session)
        file = draft_files.one(session, draft, number) if draft else None
    if file is None or (small and file.thumbnail is None):
        abort(404)
    return give(file, NAME, small=small)


def _ask(form: Form, status: int = 200) -> ResponseReturnValue:
    with reading() as session:
        draft = held.draft(session)
        files = draft_files.every(session, draft) if draft else []
    step = draft.waiting if draft else Step.DANGER
    return page(
        "public/files/index.html",
        form=form,
        status=status,
        lines=[draft_line(file) for file in files],
        left=MOST_FILES - len([file for file in files if file.set_aside is None]),
        most=MOST_FILES,
        onward=url_for("public.case.drafts.show", number=int(step)) if step else url_for("public.case.checks.show"),
        back=url_for("public.case.drafts.show", number=int(Step.WORDS)),
        leave_button=at_risk(draft.answers) if draft else False,
    )
