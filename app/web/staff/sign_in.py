"""The staff's door (S1): an address, a password and the six digits of their app; and the way out."""

from __future__ import annotations

from flask import Blueprint, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from flask_babel import lazy_gettext as _l
from werkzeug.exceptions import TooManyRequests
from wtforms import EmailField, HiddenField, PasswordField, StringField
from wtforms.validators import InputRequired, Length

from app.adapters import one_time_codes, passwords
from app.db import reading, writing
from app.domain.deed import Actor
from app.domain.landlord.staff import LONGEST_PASSWORD
from app.domain.people.sessions import Kind
from app.domain.refused import Refused
from app.now import now
from app.services.landlord import staff
from app.services.people import sessions
from app.services.people.tries import Secret
from app.web import errors, parked, sign_in
from app.web.deed import deed
from app.web.forms import Form
from app.web.languages import language
from app.web.page import go_on, go_to, page
from app.web.staff.guards import after_sign_in, me
from app.web.tries import lookup_key, may_try
from app.words.say import say

bp = Blueprint("sign_in", __name__)


class SignInForm(Form):
    """What somebody knows, and what they have."""

    email = EmailField(
        _l("Email address"),
        [InputRequired(_l("Enter your email address")), Length(max=320)],
        render_kw={"autocomplete": "username", "spellcheck": "false"},
    )
    password = PasswordField(
        _l("Password"),
        [InputRequired(_l("Enter your password")), Length(max=LONGEST_PASSWORD)],
        render_kw={"autocomplete": "current-password"},
    )
    code = StringField(
        _l("Code from your app"),
        [InputRequired(_l("Enter the 6 numbers that your app shows")), Length(max=20)],
        description=_l("6 numbers, which change every 30 seconds"),
        render_kw={"autocomplete": "one-time-code", "inputmode": "numeric"},
    )
    next = HiddenField()


@bp.get("/sign-in")
def new() -> ResponseReturnValue:
    return _ask(SignInForm(next=request.args.get("next", "")))


@bp.post("/sign-in")
def create() -> ResponseReturnValue:
    form = SignInForm()
    if not form.validate_on_submit():
        return _ask(form, 422)
    if not may_try(Secret.STAFF_PASSWORD, form.email.data or ""):
        return errors.explain(TooManyRequests())
    staff_id = _let_in(form)
    if staff_id is None:
        form.form_errors.append(gettext("The email address, password or code is not right"))
        return _ask(form, 422)
    unsent = parked.waiting(Actor("staff", str(staff_id)))
    if unsent and not unsent.given_back:
        return go_to("staff.parked.show")
    return go_on(after_sign_in(form.next.data))


@bp.get("/you")
def show() -> ResponseReturnValue:
    member = me()
    return page("staff/sign_in/show.html", me=member, roles=[say(role, language()) for role in member.roles])


@bp.post("/stay")
def stay() -> ResponseReturnValue:
    """Answer the question whether somebody is still there: being asked is enough, as each request says so."""
    return "", 204


@bp.post("/sign-out")
def destroy() -> ResponseReturnValue:
    who = sign_in.signed_in()
    if who:
        with writing() as session:
            sessions.close(session, who)
    sign_in.end(Kind.STAFF)
    return go_to("staff.sign_in.new")


def _ask(form: SignInForm, status: int = 200) -> ResponseReturnValue:
    return page("staff/sign_in/new.html", form=form, status=status)


def _let_in(form: SignInForm) -> int | None:
    """Sign somebody in and return their number. What is slow comes first, and takes as long for nobody."""
    with reading() as session:
        found = staff.credentials(session, form.email.data or "")
    knows = passwords.matches(found.password_hash if found else None, form.password.data or "")
    if found is None or not knows:
        return None
    secret = one_time_codes.secret(lookup_key(), found.code_salt)
    step = one_time_codes.step_of(secret, form.code.data or "", now())
    return found.staff_id if step is not None and begin(found.staff_id, step) else None


def begin(staff_id: int, step: int) -> bool:
    """Open a session for somebody who has shown this step's code; False when it was used before."""
    begun = deed(by=Actor("staff", str(staff_id)))
    try:
        with writing() as session:
            staff.use_code(session, staff_id, step)
            token = sessions.open_for_staff(session, staff_id, request.user_agent.string, begun)
    except Refused:
        return False
    sign_in.begin(Kind.STAFF, token)
    return True
