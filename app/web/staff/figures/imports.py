"""The past brought in from a file: sent, checked by the worker, looked at, agreed to, and brought in (8.1)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from flask import Blueprint, abort, flash
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from flask_babel import lazy_gettext as _l
from flask_wtf.file import FileField
from sqlalchemy.orm import Session
from werkzeug import Response
from werkzeug.exceptions import ServiceUnavailable
from wtforms import BooleanField, RadioField
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # types-WTForms is older
from wtforms.validators import InputRequired

from app.db import reading
from app.domain.deed import Deed, london_day
from app.domain.figures.bad_tables import TableFault
from app.domain.figures.cells import CellFault, Days, Wrong
from app.domain.figures.columns import COLUMNS
from app.domain.figures.past_uploads import LARGEST, Step
from app.domain.landlord.permissions import Permission
from app.domain.refused import Gap, Refused, Why
from app.services.figures import past_uploads
from app.services.figures.past_uploads import Found, Taken
from app.services.figures.past_work import MOST_FAULTS
from app.store.figures import past_uploads as store
from app.store.figures.past_uploads import FaultLine, Upload
from app.web import pages
from app.web.attempts import attempt
from app.web.deed import deed
from app.web.forms import Form
from app.web.languages import language
from app.web.page import asked_by_htmx, go_to, page
from app.web.pressed import by_key
from app.web.spreadsheets import KINDS, sent
from app.web.staff.guards import guarded
from app.web.uploads import files, name_of
from app.words.dates import short_with_year
from app.words.figures.imports import table_fault, wrong_here
from app.words.figures.past_uploads import cell_said, column_called, list_called, some_names
from app.words.say import say

bp = guarded(
    Blueprint("imports", __name__, url_prefix="/imports"),
    may_read=Permission.SET_LANDLORD,
    may_write=Permission.SET_LANDLORD,
)
ACCEPTED = ".csv,text/csv,.xlsx,.ods"


class PastFileForm(Form):
    """A file, how it writes days, and whether names that we do not have are made."""

    file = FileField(
        _l("The file"), description=_l("CSV, .xlsx or .ods, of 50MB or less."), render_kw={"accept": ACCEPTED}
    )
    days = RadioField(
        _l("How are days written in it?"),
        [InputRequired(_l("Choose how days are written"))],
        choices=[SelectChoice(Days.DAY_FIRST.value, "31/01/2024"), SelectChoice(Days.ISO.value, "2024-01-31")],
    )
    create_missing = BooleanField(_l("Add the channels, service areas, themes, people and so on that we do not have"))
    taken: Taken | None = None

    def validate(self, extra_validators: Any = None) -> bool:
        """Return whether all is as it must be, and the file is on the disk; else say beside it why not."""
        if not super().validate(extra_validators):
            return False
        try:
            if not self.file.data:
                raise Refused(Gap(Why.NO_FILE, "file"))
            called = name_of(self.file.data) or gettext("A file without a name")
            self.taken = past_uploads.take(files(), self.file.data.stream, called)
        except Refused as refusal:
            self.explain(refusal)
        return not self.errors


class ConfirmForm(Form):
    """A yes to what the page says would be brought in."""

    skip_bad = BooleanField(_l("Leave the bad lines out. You can take them away as a file, and mend them"))


class Sent(NamedTuple):
    """A file in the list of those that were sent."""

    number: int
    called: str
    sent_on: str
    step: str


class BadLine(NamedTuple):
    """One cell that is wrong, said."""

    line: int
    column: str
    what: str


@bp.get("")
def index() -> ResponseReturnValue:
    return _ask(PastFileForm(formdata=None))


@bp.post("")
def create() -> ResponseReturnValue:
    form, made = PastFileForm(), list[int]()

    def do(session: Session, doing: Deed) -> None:
        assert form.taken is not None
        way, create_missing = Days(form.days.data), bool(form.create_missing.data)
        made.append(past_uploads.add(session, form.taken, way, doing, create_missing=create_missing))

    refused = attempt(form, deed(), do, lambda status: _ask(form, status), _changed, press=by_key)
    if refused is not None:
        return refused
    return go_to("staff.imports.show", number=made[0]) if made else go_to("staff.imports.index")


@bp.get("/<int:number>")
def show(number: int) -> ResponseReturnValue:
    """Show how far a file is; asked again and again by htmx while the worker has it, and then in whole."""
    upload = _found(number)
    if asked_by_htmx() and not upload.at.is_busy:
        return go_to("staff.imports.show", number=number)
    return _show(upload, ConfirmForm(formdata=None))


@bp.post("/<int:number>")
def confirm(number: int) -> ResponseReturnValue:
    form = ConfirmForm()

    def do(session: Session, doing: Deed) -> None:
        past_uploads.confirm(session, number, doing, skip_bad=bool(form.skip_bad.data))

    upload = _found(number)
    refused = attempt(form, deed(), do, lambda status: _show(upload, form, status), _changed, press=by_key)
    return refused or go_to("staff.imports.show", number=number)


@bp.post("/<int:number>/end")
def destroy(number: int) -> ResponseReturnValue:
    form, upload = ConfirmForm(), _found(number)

    def do(session: Session, doing: Deed) -> None:
        past_uploads.throw_away(session, number)

    refused = attempt(form, deed(), do, lambda status: _show(upload, form, status), _changed, press=by_key)
    if refused is not None:
        return refused
    flash(gettext("The file is thrown away. Nothing of it was brought in."))
    return go_to("staff.imports.index")


@bp.get("/<int:number>/rejected.csv")
def rejected(number: int) -> ResponseReturnValue:
    """Give the bad lines of a file, to be mended and sent again."""
    upload = _found(number)
    if upload.rejected is None:
        abort(404)
    try:
        content = files().get(upload.rejected, upload.salt)
    except OSError as error:
        raise ServiceUnavailable from error
    return sent(content, KINDS["csv"], f"import-{number}-rejected.csv")


def _found(number: int) -> Upload:
    with reading() as session:
        return store.find(session, number) or abort(404)


def _changed(_: object) -> str:
    return gettext("Somebody changed this meanwhile. Look at the page again.")


def _ask(form: PastFileForm, status: int = 200) -> Response:
    with reading() as session:
        sent = [_sent(each) for each in store.newest(session)]
    return page("staff/imports/index.html", form=form, sent=sent, most=LARGEST, status=status)


def _show(upload: Upload, form: ConfirmForm, status: int = 200) -> Response:
    with reading() as session:
        faults, listed = store.faults(session, upload.id, pages.place(pages.number)), 0
        if faults.lines and not upload.at.is_busy:
            listed = store.count_faults(session, upload.id)
    return page(
        "staff/imports/show.html",
        fragment="progress",
        status=status,
        form=form,
        upload=upload,
        counted=upload.counted,
        step=upload.at,
        steps=Step,
        said=say(upload.at, language()),
        sent_on=short_with_year(london_day(upload.sent_at), language()),
        days=say(Days(upload.days), language()),
        listed=listed,
        most_listed=MOST_FAULTS,
        bad=[_bad(each) for each in faults.lines] if listed else [],
        links=pages.links(faults),
        **_comes_to(Found.read(upload.found)),
    )


def _comes_to(found: Found) -> dict[str, Any]:
    """Return what a file would bring in, said, or what is wrong with the whole of it."""
    spoken = language()
    return {
        "faults": [table_fault(TableFault(fault), about, spoken) for fault, about in found.faults],
        "missing": [_row(list_called(of, spoken), some_names(*some, spoken)) for of, some in found.missing.items()],
        "first": [(each["line"], _cells(each)) for each in found.first],
        "changed": ", ".join(map(str, found.changed)),
    }


def _sent(upload: Upload) -> Sent:
    day = short_with_year(london_day(upload.sent_at), language())
    return Sent(upload.id, upload.called, day, say(upload.at, language()))


def _bad(fault: FaultLine) -> BadLine:
    wanted = tuple(fault.wanted.split("\n")) if fault.wanted else ()
    wrong = Wrong(fault.column, fault.found, CellFault(fault.fault), wanted)
    return BadLine(fault.line, _column(fault.column), wrong_here(wrong, language()))


def _column(column: str) -> str:
    """Return a column as it is headed in the file, and what stands in it: that is how it is found there."""
    return f"{column_called(column, language())} ({column})" if column in COLUMNS else column or "–"


def _cells(first: Mapping[str, str]) -> list[dict[str, str]]:
    there = (column for column in COLUMNS if column in first)
    spoken = language()
    return [_row(column_called(column, spoken), cell_said(column, first[column], spoken)) for column in there]


def _row(key: str, value: str) -> dict[str, str]:
    return {"key": key, "value": value}
