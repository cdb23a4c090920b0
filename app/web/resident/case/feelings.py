"""Unhappy with this? Make it a complaint: in one press, on the day they say so (1.3, 1.5, ruling 16)."""

from __future__ import annotations

from flask import Blueprint, abort, flash
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from flask_babel import lazy_gettext as _l
from sqlalchemy.orm import Session

from app.domain.case.kinds import Kind
from app.domain.case.vocabulary import Channel
from app.domain.deed import Deed
from app.services.case import openings
from app.services.case.openings import OpeningDraft
from app.services.case.pages import CasePage
from app.services.people.sign_ins import Returned
from app.web.answers import LONGEST_WORDS, words_field
from app.web.forms import Form
from app.web.page import go_to
from app.web.pressed import keeping_its_answer
from app.web.resident import coming_back
from app.web.resident.case.opening import act, draw, opened
from app.web.resident.guards import mine
from app.web.tries import lookup_key

bp = Blueprint("feelings", __name__, url_prefix="/<reference>")


class UnhappyForm(Form):
    """What went wrong, if they wish to say: we have what they told us before."""

    words = words_field(
        _l("What went wrong?"),
        description=_l("You can leave this empty. We have what you told us before."),
    )


@bp.get("/complaint")
def new(reference: str) -> ResponseReturnValue:
    return _ask(opened(), UnhappyForm(formdata=None))


@bp.post("/complaint")
def create(reference: str) -> ResponseReturnValue:
    opened()
    form, made = UnhappyForm(), []

    def do(session: Session, doing: Deed) -> None:
        draft = OpeningDraft(Kind.COMPLAINT, doing.on, form.words.data or "", Channel.PORTAL)
        begun = openings.open_from(session, mine().reference, draft, lookup_key(), doing)
        made.append(begun.reference)
        coming_back.let_in(session, Returned(begun.case_id, begun.party, begun.reference), keep=True)

    def onward() -> ResponseReturnValue:
        flash(gettext("It is a complaint now, and has a reference of its own. We go on with what you asked for."))
        return go_to("resident.case.complaints.show", reference=made[0])

    return act(form, do, _ask, onward=onward, press=keeping_its_answer)


def _ask(case: CasePage, form: Form, status: int = 200) -> ResponseReturnValue:
    if case.complaint.intake.is_complaint or case.complaint.kin.opened is not None:
        abort(404)
    return draw("resident/feelings/new.html", case, form=form, status=status, longest=LONGEST_WORDS)
