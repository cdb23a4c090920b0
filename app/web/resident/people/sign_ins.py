"""Come back (R16, R17): a code or a link by e-mail, or a return code with what only its owner knows.

Nothing here tells whether there is a complaint with the reference that was typed.
"""

from __future__ import annotations

from flask import Blueprint, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from flask_babel import lazy_gettext as _l
from werkzeug.exceptions import TooManyRequests
from wtforms import HiddenField, RadioField, SelectMultipleField, StringField
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # types-WTForms is older
from wtforms.validators import InputRequired, Length

from app.db import reading, writing
from app.domain.people.sign_ins import digits, is_code
from app.domain.refused import Gap, Refused, Why
from app.now import now
from app.services.people import receipts, sign_ins
from app.services.people.sign_ins import Returned
from app.services.people.tries import Secret
from app.web import errors
from app.web.deed import deed
from app.web.forms import Form
from app.web.page import go_to, page
from app.web.resident import coming_back
from app.web.sign_in import signed_in
from app.web.tries import lookup_key, may_try

bp = Blueprint("sign_ins", __name__, url_prefix="/c/back")

BY_EMAIL, BY_CODE = "email", "code"


class OpenedForm(Form):
    """What somebody is asked besides, who has another complaint open in this browser."""

    both = SelectMultipleField(
        _l("Another complaint is open here"),
        choices=[SelectChoice("both", _l("Both are mine: keep the other one open too"))],
        description=_l("Leave this empty if the other one is somebody else’s. We will close it."),
    )
    next = HiddenField()

    @property
    def keep(self) -> bool:
        """Return whether the other complaint stays open."""
        return bool(self.both.data)


class ComeBackForm(OpenedForm):
    """Which way back, and what it takes."""

    by = RadioField(
        _l("Come back to your complaint"),
        choices=[SelectChoice(BY_EMAIL, _l("Email me a code")), SelectChoice(BY_CODE, _l("I have a return code"))],
        validators=[InputRequired(_l("Choose how to come back"))],
    )
    reference = StringField(
        _l("Your reference"),
        [Length(max=40)],
        description=_l("8 letters and numbers, like 7Q4K-2M9P. It is in every message from us."),
        render_kw={"autocomplete": "off", "spellcheck": "false", "autocapitalize": "characters"},
    )
    return_code = StringField(
        _l("Your return code"),
        [Length(max=60)],
        description=_l("16 numbers. Spaces do not matter."),
        render_kw={"autocomplete": "off", "inputmode": "numeric"},
    )
    pin = StringField(
        _l("The 4 numbers you chose"),
        [Length(max=20)],
        description=_l("If you chose none, type your postcode."),
        render_kw={"autocomplete": "off"},
    )

    def gaps(self) -> list[tuple[StringField, str]]:
        """Return each question that the chosen way asks and that was left open, with what to say there."""
        if self.by.data == BY_EMAIL:
            missing = [] if (self.reference.data or "").strip() else [(self.reference, gettext("Enter your reference"))]
        else:
            whole = len(digits(self.return_code.data or "")) == receipts.DIGITS
            missing = [] if whole else [(self.return_code, gettext("Enter the 16 numbers of your return code"))]
            if not (self.pin.data or "").strip():
                missing.append((self.pin, gettext("Enter your 4 numbers or your postcode")))
        return missing


class CodeForm(OpenedForm):
    """The six digits from the e-mail."""

    code = StringField(
        _l("Enter your code"),
        description=_l("6 numbers"),
        render_kw={"autocomplete": "one-time-code", "inputmode": "numeric"},
    )


@bp.get("")
def new() -> ResponseReturnValue:
    return _ask(ComeBackForm(next=request.args.get("next", "")))


@bp.post("")
def create() -> ResponseReturnValue:
    form = ComeBackForm()
    complete = form.validate_on_submit()
    for field, sentence in form.gaps() if form.by.data else ():
        field.errors = [*field.errors, sentence]
        complete = False
    if not complete:
        return _ask(form, 422)
    return _send_code(form) if form.by.data == BY_EMAIL else _open_return_code(form)


@bp.get("/code")
def code() -> ResponseReturnValue:
    if coming_back.request_token() is None:
        return go_to(".new")
    return _ask_code(CodeForm(next=request.args.get("next", "")), sent_again="again" in request.args)


@bp.post("/code")
def spend_code() -> ResponseReturnValue:
    form, token = CodeForm(), coming_back.request_token()
    if not (form.validate_on_submit() and is_code(form.code.data or "")):
        form.code.errors = [gettext("The code must be 6 numbers")]
        return _ask_code(form, 422)
    if token is None or not _may_try_code(token):
        return errors.explain(TooManyRequests()) if token else go_to(".new")
    try:
        with writing() as session:
            returned = sign_ins.spend_code(session, token, form.code.data or "", lookup_key(), now())
            coming_back.let_in(session, returned, keep=form.keep)
    except Refused as refusal:
        return _explain(form, token, refusal)
    return coming_back.welcome(returned, form.next.data)


@bp.post("/code/another")
def send_another() -> ResponseReturnValue:
    token = coming_back.request_token()
    if token is None:
        return go_to(".new")
    if not _may_ask_again(token):
        return errors.explain(TooManyRequests())
    return go_to(".code", again="")


@bp.get("/link/<token>")
def link(token: str) -> ResponseReturnValue:
    return page("resident/sign_ins/link.html", token=token, here=coming_back.request_token() is not None)


@bp.post("/link/<token>")
def spend_link(token: str) -> ResponseReturnValue:
    mine = coming_back.request_token()
    if mine is None:
        return page("resident/sign_ins/link.html", token=token, here=False)
    if not _may_try_code(mine):
        return errors.explain(TooManyRequests())
    try:
        with writing() as session:
            returned = sign_ins.spend_link(session, mine, token, lookup_key(), now())
            coming_back.let_in(session, returned, keep=False)
    except Refused as refusal:
        return _ask(ComeBackForm(formdata=None, by=BY_EMAIL).explain(refusal), 422)
    return coming_back.welcome(returned)


def _send_code(form: ComeBackForm) -> ResponseReturnValue:
    typed = form.reference.data or ""
    if not may_try(Secret.FIND_COMPLAINT, digits_and_letters(typed)):
        return errors.explain(TooManyRequests())
    with writing() as session:
        token = sign_ins.ask(session, typed, lookup_key(), deed())
    coming_back.remember(token)
    return go_to(".code", **({"next": form.next.data} if form.next.data else {}))


def _open_return_code(form: ComeBackForm) -> ResponseReturnValue:
    typed = form.return_code.data or ""
    if not may_try(Secret.RETURN_CODE, digits(typed)):
        return errors.explain(TooManyRequests())
    with reading() as session:
        found = receipts.find(session, typed, lookup_key())
    if not receipts.opens(found, form.pin.data or "") or found is None:
        return _ask(form.explain(Refused(Gap(Why.WRONG_RETURN_CODE, "return_code"))), 422)
    returned = Returned(found.case_id, found.party, found.reference)
    with writing() as session:
        still = receipts.find(session, typed, lookup_key())  # it may have ended while its numbers were looked at
        if still is not None:
            coming_back.let_in(session, returned, keep=form.keep)
    if still is None:
        return _ask(form.explain(Refused(Gap(Why.WRONG_RETURN_CODE, "return_code"))), 422)
    return coming_back.welcome(returned, form.next.data)


def _explain(form: CodeForm, token: str, refusal: Refused) -> ResponseReturnValue:
    if refusal.why is Why.CODE_TOO_OLD and _may_ask_again(token):
        form.code.errors = [gettext("That code is too old. We have sent you another.")]
        return _ask_code(form, 422)
    return _ask_code(form.explain(refusal), 422)


def _may_try_code(token: str) -> bool:
    """Count a try for the complaint that this browser asked for; every request for one complaint counts together."""
    with reading() as session:
        sought = sign_ins.sought_by(session, token)
    return may_try(Secret.SIGN_IN_CODE, sought or token)


def _may_ask_again(token: str) -> bool:
    with reading() as session:
        sought = sign_ins.sought_by(session, token)
    allowed = may_try(Secret.FIND_COMPLAINT, sought or token)
    if allowed:
        with writing() as session:
            sign_ins.ask_again(session, token, deed())
    return allowed


def digits_and_letters(typed: str) -> str:
    """Return what was typed without what stands between, so that one reference is counted as one."""
    return "".join(each for each in typed.upper() if each.isalnum())


def _ask(form: ComeBackForm, status: int = 200) -> ResponseReturnValue:
    return page("resident/sign_ins/new.html", form=form, open_already=_open_already(), status=status)


def _ask_code(form: CodeForm, status: int = 200, *, sent_again: bool = False) -> ResponseReturnValue:
    open_already = _open_already()
    return page(
        "resident/sign_ins/code.html", form=form, sent_again=sent_again, open_already=open_already, status=status
    )


def _open_already() -> bool:
    return signed_in() is not None
