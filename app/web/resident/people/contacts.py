"""Change an address or a number (ruling 1): is the old one still safe? Only a clear yes confirms through it."""

from __future__ import annotations

from flask import Blueprint, abort, flash
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from flask_babel import lazy_gettext as _l
from werkzeug.exceptions import TooManyRequests
from wtforms import HiddenField, RadioField, StringField, TextAreaField
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # types-WTForms is older
from wtforms.validators import InputRequired, Length

from app.db import writing
from app.domain.people.contacts import OldWay
from app.domain.people.preferences import Way, offered
from app.domain.people.sign_ins import is_code
from app.domain.refused import Refused
from app.services.people import contacts, sessions
from app.services.people.contacts import Asked, NewContact
from app.services.people.details import Details
from app.services.people.tries import Secret
from app.web import errors, pressed
from app.web.answers import slipped
from app.web.deed import deed
from app.web.forms import Form
from app.web.languages import language
from app.web.page import go_to
from app.web.public.case.questions.reaching import WAYS
from app.web.resident.case.opening import draw, once
from app.web.resident.guards import mine
from app.web.resident.people.details import reached
from app.web.sign_in import signed_in
from app.web.tries import lookup_key, may_try
from app.words.people.contacts import masked

bp = Blueprint("contacts", __name__, url_prefix="/c/<reference>/contact")

SAFE = [
    SelectChoice(OldWay.YES.value, _l("Yes, clearly safe")),
    SelectChoice(OldWay.NO.value, _l("No")),
    SelectChoice(OldWay.NOT_SURE.value, _l("I am not sure")),
]
NEW = {
    Way.EMAIL: (_l("Your new email address"), _l("Enter an email address, like name@example.com"), "email"),
    Way.TEXT: (_l("Your new number for texts"), _l("Enter a phone number"), "tel"),
    Way.PHONE: (_l("Your new phone number"), _l("Enter a phone number"), "tel"),
    Way.LETTER: (_l("Your new address for letters"), _l("Enter an address"), "street-address"),
}


class ContactForm(Form):
    """The question that comes first, and the new address or number."""

    old_is_safe = RadioField(
        _l("Can you still safely use the old one?"),
        [InputRequired(_l("Tell us whether you can still safely use the old one"))],
        choices=SAFE,
    )
    value = StringField(validators=[Length(max=320)])
    looked_at = HiddenField()


class AddressForm(ContactForm):
    """The same, for an address of several lines."""

    value = TextAreaField(validators=[Length(max=500)])


class CodeForm(Form):
    """The code that went to the old address."""

    code = StringField(
        _l("Enter the code we sent to your old email"),
        description=_l("6 numbers"),
        render_kw={"autocomplete": "one-time-code", "inputmode": "numeric"},
    )


@bp.get("/<way>")
def new(reference: str, way: str) -> ResponseReturnValue:
    found = reached()
    return _ask(found, _form(found, _known(found, way)), _known(found, way))


@bp.post("/<way>")
def create(reference: str, way: str) -> ResponseReturnValue:
    found = reached()
    wanted = _known(found, way)
    form = _form(found, wanted)
    if not form.validate_on_submit() or (wanted is Way.EMAIL and slipped(form.value, form.looked_at)):
        return _ask(found, form, wanted, 422)
    safe = OldWay(form.old_is_safe.data) if "old_is_safe" in form else None
    try:
        asked = _change(reference, NewContact(wanted, form.value.data or "", safe))
    except Refused as refusal:
        return _ask(found, form.explain(refusal), wanted, 422)
    if asked.by_code:
        return go_to(".code", reference=reference, number=asked.contact)
    if asked.barred:
        flash(gettext("Thank you. We will send nothing to the old one, ever again."))
    flash(gettext("We will check with you before we use the new one. Until then, come back here with your code."))
    return go_to("resident.details.show", reference=reference)


@bp.get("/<int:number>/code")
def code(reference: str, number: int) -> ResponseReturnValue:
    return _ask_code(CodeForm(), number)


@bp.post("/<int:number>/code")
def confirm(reference: str, number: int) -> ResponseReturnValue:
    form = CodeForm()
    if not (form.validate_on_submit() and is_code(form.code.data or "")):
        form.code.errors = [gettext("The code must be 6 numbers")]
        return _ask_code(form, number, 422)
    if not may_try(Secret.SIGN_IN_CODE, f"contact {mine().case_id} {number}"):
        return errors.explain(TooManyRequests())
    through = reference, mine().party, number, form.code.data or "", lookup_key()
    try:
        once(lambda session, doing: contacts.confirm_through_old(session, *through, doing))
    except Refused as refusal:
        return _ask_code(form.explain(refusal), number, 422)
    flash(gettext("We will use the new one from now on."))
    return go_to("resident.details.show", reference=reference)


def _change(reference: str, new: NewContact) -> Asked:
    doing, who = pressed.whole(deed(mine().case_id)), signed_in() or abort(404)
    with writing() as session:
        asked = contacts.ask_change(session, reference, mine().party, new, lookup_key(), doing, pressed.typed(doing))
        if asked.barred:  # whoever reads the old address may have come in by it
            sessions.close_for_party(session, mine().case_id, mine().party, but=who.session)
    return asked


def _known(found: Details, way: str) -> Way:
    """Return the way that this address names, or 404 for one that their safety answers exclude."""
    preferences = found.viewer.preferences
    allowed = offered(preferences.safe, preferences.cautions) if preferences else tuple(Way)
    return next((each for each in NEW if each.value == way and each in allowed), None) or abort(404)


def _form(found: Details, way: Way) -> ContactForm:
    form = AddressForm() if way is Way.LETTER else ContactForm()
    label, missing, autocomplete = NEW[way]
    form.value.label.text = str(label)
    form.value.validators = [InputRequired(missing), *form.value.validators]
    form.value.render_kw = {"autocomplete": autocomplete}
    old = contacts.old_way([each for each in found.contacts if each.usable], way)
    if old is None:
        del form.old_is_safe
    else:
        held = masked(old.way, old.value, language())
        form.old_is_safe.description = gettext("Now we use %(held)s.", held=held)
    return form


def _ask(found: Details, form: ContactForm, way: Way, status: int = 200) -> ResponseReturnValue:
    return draw("resident/contacts/new.html", found, form=form, way=way.value, name=str(WAYS[way]), status=status)


def _ask_code(form: CodeForm, number: int, status: int = 200) -> ResponseReturnValue:
    return draw("resident/contacts/code.html", reached(), form=form, number=number, status=status)
