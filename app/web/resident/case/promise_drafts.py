"""What we mean to promise, before we answer: yes, or otherwise (7.3, ruling 23). Silence holds nothing."""

from __future__ import annotations

from flask import Blueprint, abort
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from flask_babel import lazy_gettext as _l
from sqlalchemy.orm import Session
from wtforms import RadioField
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # types-WTForms is older
from wtforms.validators import InputRequired

from app.domain.deed import Deed
from app.domain.promises import drafts as rules
from app.domain.promises.draft_states import DraftReply
from app.services.case.pages import CasePage
from app.services.promises import drafts
from app.web.answers import LONGEST_WORDS, words_field
from app.web.forms import Form
from app.web.resident.case.opening import act, draw, opened
from app.web.resident.guards import mine

bp = Blueprint("promise_drafts", __name__, url_prefix="/<reference>/promise-drafts/<int:number>")


class ReplyForm(Form):
    """Yes, or what they would have otherwise."""

    reply = RadioField(
        _l("Is this right for you?"),
        [InputRequired(_l("Choose yes, or another day or way"))],
        choices=[
            SelectChoice(DraftReply.YES.value, _l("Yes")),
            SelectChoice(DraftReply.OTHERWISE.value, _l("I would like another day, or another way")),
        ],
    )
    words = words_field(_l("Which day, or how?"), description=_l("If it is right, you can leave this empty."))


@bp.get("")
def show(reference: str, number: int) -> ResponseReturnValue:
    return _ask(opened(), ReplyForm(), number)


@bp.post("")
def create(reference: str, number: int) -> ResponseReturnValue:
    opened()
    form = ReplyForm()
    done = gettext("Thank you. Whoever writes our answer reads it.")
    return act(
        form,
        lambda *doing: _answer(form, number, *doing),
        lambda case, asked, status: _ask(case, asked, number, status),
        done,
    )


def _answer(form: ReplyForm, number: int, session: Session, doing: Deed) -> None:
    reply = DraftReply(form.reply.data)
    drafts.answer(session, mine().reference, number, mine().party, reply, form.words.data or "", doing)


def _ask(case: CasePage, form: Form, number: int, status: int = 200) -> ResponseReturnValue:
    meant = next((each for each in rules.open_ones(case.complaint) if each.number == number), None) or abort(404)
    return draw("resident/promise_drafts/show.html", case, form=form, meant=meant, status=status, longest=LONGEST_WORDS)
