"""The page behind the link somebody is sent when they begin to work here: a password, and an app for codes."""

from __future__ import annotations

from flask import Blueprint, abort
from flask.typing import ResponseReturnValue
from flask_babel import lazy_gettext as _l
from werkzeug.exceptions import TooManyRequests
from wtforms import PasswordField, StringField
from wtforms.validators import InputRequired, Length

from app.adapters import one_time_codes, passwords
from app.db import reading, writing
from app.domain.landlord.staff import check_password
from app.domain.refused import Gap, Refused, Why
from app.now import now
from app.services.landlord import staff
from app.services.people.tries import Secret
from app.store.landlord.staff import Member
from app.web import errors, landlord
from app.web.deed import deed
from app.web.forms import Form
from app.web.page import go_to, page
from app.web.tries import lookup_key, may_try

bp = Blueprint("set_up", __name__, url_prefix="/set-up/<token>")


class SetUpForm(Form):
    """What they will sign in with from now on."""

    password = PasswordField(
        _l("Choose a password"),
        [InputRequired(_l("Enter a password"))],
        description=_l("12 characters or more. Four words that have nothing to do with each other are good."),
        render_kw={"autocomplete": "new-password"},
    )
    code = StringField(
        _l("Code from your app"),
        [InputRequired(_l("Enter the 6 numbers that your app shows")), Length(max=20)],
        description=_l("6 numbers, which change every 30 seconds"),
        render_kw={"autocomplete": "one-time-code", "inputmode": "numeric"},
    )


@bp.get("")
def new(token: str) -> ResponseReturnValue:
    member, secret = _invited(token)
    return _ask(SetUpForm(), member, secret)


@bp.post("")
def create(token: str) -> ResponseReturnValue:
    member, secret = _invited(token)
    form = SetUpForm()
    if not form.validate_on_submit():
        return _ask(form, member, secret, 422)
    if not may_try(Secret.SETUP_LINK, token):
        return errors.explain(TooManyRequests())
    password = form.password.data or ""
    step = one_time_codes.step_of(secret, form.code.data or "", now())
    gaps = check_password(password, member.email)
    if step is None:
        gaps += (Gap(Why.WRONG_CODE, "code"),)
    if step is None or gaps:
        return _ask(form.explain(Refused(*gaps)), member, secret, 422)
    kept = passwords.hashed(password)
    with writing() as session:
        staff.set_up(session, token, kept, step, deed())
    return go_to("staff.sign_in.new")


def _invited(token: str) -> tuple[Member, str]:
    with reading() as session:
        found = staff.invited(session, token, now())
    if found is None:
        abort(404)
    member, salt = found
    return member, one_time_codes.secret(lookup_key(), salt)


def _ask(form: SetUpForm, member: Member, secret: str, status: int = 200) -> ResponseReturnValue:
    picture = one_time_codes.picture(secret, member.email, landlord.current().name)
    return page("staff/set_up/new.html", form=form, member=member, secret=secret, picture=picture, status=status)
