"""What the resident agreed that an MP or councillor is told: asked alone, and kept with how we know (3.6, ruling 6)."""

from __future__ import annotations

from flask import Blueprint, abort
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from flask_babel import lazy_gettext as _l
from sqlalchemy.orm import Session
from wtforms import RadioField
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # types-WTForms is older

from app.domain.deed import Deed
from app.domain.landlord.permissions import Permission
from app.domain.people.enquirers import told_by_share
from app.domain.people.parties import Share
from app.services.case.desks import Desk
from app.services.people import enquirers
from app.web.forms import Form
from app.web.staff.case.opening import act, desk, draw
from app.web.staff.case.words import WordsForm
from app.web.staff.guards import guarded
from app.web.staff.people.deaths import named, party
from app.words.people.parties import SHARES

bp = guarded(
    Blueprint("enquirers", __name__, url_prefix="/complaints/<reference>/parties/<int:number>/share"),
    may_read=Permission.CHANGE_CONTACTS,
    may_write=Permission.CHANGE_CONTACTS,
)
HOW = _l("How do we know?")
HOW_HINT = _l("Like: she told me by phone, alone, on the number we had. It stays with us.")


class ShareForm(WordsForm):
    """What they may be told, and how we know."""

    share = RadioField(
        _l("What may the MP or councillor be told?"),
        choices=[SelectChoice(share.value, _l(text)) for share, text in SHARES.items()],
        validate_choice=False,
    )

    def __init__(self) -> None:
        super().__init__(HOW, HOW_HINT)

    @property
    def chosen(self) -> Share | None:
        """Return what was chosen, None for nothing yet."""
        return next((share for share in Share if share.value == self.share.data), None)


@bp.get("")
def new(reference: str, number: int) -> ResponseReturnValue:
    return _ask(desk(), ShareForm())


@bp.post("")
def create(reference: str, number: int) -> ResponseReturnValue:
    form = ShareForm()

    def do(session: Session, doing: Deed) -> None:
        enquirers.agree(session, reference, number, form.chosen, form.text, doing)

    return act(form, do, _ask, gettext("Kept. They are told no more than that."))


def _ask(case: Desk, form: Form, status: int = 200) -> ResponseReturnValue:
    who = party(case)
    if not told_by_share(who):
        abort(404)
    return draw("staff/enquirers/new.html", case, form=form, status=status, who=who, name=named(case, who.number))
