"""The return code and the four digits that go with it (R26): see when it was made, get a new one, stop it."""

from __future__ import annotations

from flask import Blueprint, flash
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from flask_babel import lazy_gettext as _l
from wtforms import PasswordField
from wtforms.validators import InputRequired

from app.db import writing
from app.domain.deed import london_day
from app.domain.people.renewals import may_renew
from app.domain.refused import Refused
from app.services.people import receipts
from app.web import pressed
from app.web.deed import deed
from app.web.forms import Form
from app.web.languages import language
from app.web.page import go_to
from app.web.resident.case.opening import draw, once
from app.web.resident.guards import mine
from app.web.resident.people.details import opened
from app.web.tries import lookup_key
from app.words.dates import in_full

bp = Blueprint("receipts", __name__, url_prefix="/c/<reference>/return-code")


class FactorForm(Form):
    """Four digits of their own choosing."""

    pin = PasswordField(
        _l("Choose 4 numbers"),
        [InputRequired(_l("Choose 4 numbers, like 2580"))],
        description=_l("You will type them with your return code. Do not use a birthday or a year."),
        render_kw={"autocomplete": "new-password", "inputmode": "numeric"},
    )


@bp.get("")
def show(reference: str) -> ResponseReturnValue:
    return _ask(FactorForm())


@bp.post("/numbers")
def choose(reference: str) -> ResponseReturnValue:
    form = FactorForm()
    if not form.validate_on_submit():
        return _ask(form, 422)
    try:
        kept = receipts.factor(form.pin.data or "")  # slow, and so before the transaction
    except Refused as refusal:
        return _ask(form.explain(refusal), 422)
    once(lambda session, _: receipts.choose_factor(session, mine().case_id, mine().party, kept))
    flash(gettext("From now on your return code opens only with these 4 numbers."))
    return go_to("resident.details.show", reference=reference)


@bp.post("")
def create(reference: str) -> ResponseReturnValue:
    doing = pressed.whole(deed(mine().case_id))
    with writing() as session:
        code = receipts.replace(session, mine().case_id, mine().party, lookup_key(), doing)
    found = opened()
    return draw("resident/receipts/created.html", found, code=code, may_renew=may_renew(found.complaint, found.viewer))


@bp.post("/end")
def destroy(reference: str) -> ResponseReturnValue:
    once(lambda session, doing: receipts.revoke(session, mine().case_id, mine().party, doing))
    flash(gettext("Your return code does not work any more."))
    return go_to("resident.details.show", reference=reference)


def _ask(form: FactorForm, status: int = 200) -> ResponseReturnValue:
    found = opened()
    made_on = in_full(london_day(found.receipt.made_at), language()) if found.receipt else None
    return draw("resident/receipts/show.html", found, form=form, made_on=made_on, status=status)
