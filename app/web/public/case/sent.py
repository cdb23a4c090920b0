"""Sent: the reference, the code that brings them back, a number of their own to go with it, two dates (R15)."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, abort, make_response, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import lazy_gettext as _l
from wtforms import StringField
from wtforms.validators import Length

from app.db import writing
from app.domain.case.details import Question
from app.domain.case.vocabulary import Danger
from app.domain.refused import Refused
from app.services.case.sent import Sent
from app.services.people import receipts
from app.web.answers import LONGEST_LINE, Needed
from app.web.forms import Form
from app.web.languages import language
from app.web.page import go_to, page
from app.web.public.case import held
from app.web.public.case.questions.story import speaking
from app.words.dates import spoken

bp = Blueprint("sent", __name__, url_prefix="/sent")


class PinForm(Form):
    """Four digits of their own: a household knows the postcode (ruling 2)."""

    pin = StringField(
        _l("Choose 4 numbers"),
        [Needed(_l("Enter 4 numbers that you will remember")), Length(max=LONGEST_LINE)],
        description=_l("You will need them with your return code. Choose numbers that nobody near you would guess."),
        render_kw={"inputmode": "numeric", "autocomplete": "off"},
    )


@bp.get("")
def show() -> ResponseReturnValue:
    return _receipt(PinForm(formdata=None))


@bp.post("/pin")
def create_pin() -> ResponseReturnValue:
    found, form = held.sent_now(), PinForm()
    if found is None:
        return go_to("public.start.show")
    if not form.validate_on_submit():
        return _receipt(form, 422)
    try:
        kept = receipts.factor(form.pin.data or "")
    except Refused as refusal:
        return _receipt(form.explain(refusal), 422)
    with writing() as session:
        receipts.choose_factor(session, found.case_id, found.party, kept)
    return go_to("public.case.sent.show", _anchor="pin-chosen")


@bp.get("/<reference>.txt")
def download(reference: str) -> ResponseReturnValue:
    found = held.sent_now()
    if found is None or found.complaint.reference != reference:
        abort(404)
    response = make_response(render_template("public/sent/receipt.txt", **_shown(found)))
    response.headers["Content-Type"] = "text/plain; charset=utf-8"
    response.headers["Content-Disposition"] = f'attachment; filename="{reference}.txt"'
    return response


@bp.post("/done")
def destroy() -> ResponseReturnValue:
    held.forget()
    return go_to("public.start.show")


def _receipt(form: PinForm, status: int = 200) -> ResponseReturnValue:
    found = held.sent_now()
    if found is None:
        return go_to("resident.sign_ins.new")
    more = [url_for("public.case.details.show", number=number) for number, _ in enumerate(Question, 1)]
    return page("public/sent/show.html", form=form, status=status, more=more, **_shown(found))


def _shown(found: Sent) -> dict[str, Any]:
    stage = found.complaint.current
    if stage is None:
        abort(404)
    enquiries = found.complaint.intake.enquiries
    return {
        "reference": found.complaint.reference,
        "return_code": found.return_code,
        "has_factor": found.has_factor,
        "understood_by": spoken(stage.acknowledge_by, language()) if stage.acknowledge_by else "",
        "answered_by": spoken(stage.respond_by, language()),
        "hazard_noted": bool(found.complaint.hazards),
        "danger": found.complaint.danger is Danger.NOW,
        "has_postcode": found.has_postcode,
        "silent": found.is_silent,
        "speaks": speaking(found.authority),
        "letter_by": spoken(enquiries[0].answer_by, language()) if enquiries else "",
        "may_renew": found.may_renew,
        "leave_button": not found.is_safe,
    }
