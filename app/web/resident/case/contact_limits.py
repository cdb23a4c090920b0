"""How you can contact us: what is limited, the way that is always open, and asking us to look again (5.14, 5.15)."""

from __future__ import annotations

from dataclasses import replace

from flask import Blueprint, abort
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from sqlalchemy.orm import Session

from app.db import reading
from app.domain.clock.duty_kinds import DutyKind
from app.domain.deed import Deed, london_day
from app.domain.people.contact_limits import in_force
from app.domain.people.limits import ContactLimitState
from app.now import now
from app.services.case.pages import CasePage
from app.services.people import contact_limits
from app.web import landlord
from app.web.answers import LONGEST_WORDS
from app.web.forms import Form
from app.web.languages import language
from app.web.resident.case.opening import Ask, act, draw, standing
from app.web.resident.case.refusals import LookAgainForm
from app.web.resident.guards import mine
from app.words.mail.contact_limits import always_open

bp = Blueprint("contact_limits", __name__, url_prefix="/<reference>/contact-limits/<int:number>")


@bp.get("")
def show(reference: str, number: int) -> ResponseReturnValue:
    return _ask(number)(standing(), LookAgainForm(), 200)


@bp.post("")
def create(reference: str, number: int) -> ResponseReturnValue:
    form = LookAgainForm()
    done = gettext("You have asked us to look again. Somebody who did not decide on it will, and will write to you.")

    def do(session: Session, doing: Deed) -> None:
        contact_limits.ask_to_review(session, reference, number, mine().party, form.words.data or "", doing)

    return act(form, do, _ask(number), done)


def told(case: CasePage) -> ContactLimitState | None:
    """Return how the contact of whoever has this page open is limited today; None where it is not."""
    theirs = [each for each in in_force(case.complaint, london_day(now())) if each.party == case.viewer.number]
    return theirs[-1] if theirs else None


def _ask(number: int) -> Ask:
    def ask(case: CasePage, form: Form, status: int) -> ResponseReturnValue:
        found = told(case)
        if found is None or found.number != number:
            abort(404)
        with reading() as session:
            texts = contact_limits.texts(session, case.case_id, found)
        ours = landlord.current()
        return draw(
            "resident/contact_limits/show.html",
            replace(case, texts={**case.texts, **texts}),
            form=form,
            status=status,
            found=found.proposal,
            letter=found.letter,
            open_way=always_open(
                found.proposal.open_way,
                phone=ours.phone,
                email=ours.email,
                post=", ".join(ours.post),
                reference=case.reference,
                language=language(),
            ),
            asked=case.complaint.has_task(DutyKind.LOOK_AT_RESTRICTION, number),
            longest=LONGEST_WORDS,
        )

    return ask
