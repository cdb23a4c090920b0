"""The Ombudsman, there from minute one: what they can do now, until when, and how to reach them (3.7, 6.5, 6.20)."""

from __future__ import annotations

from flask import Blueprint
from flask.typing import ResponseReturnValue

from app.domain.case.signposts import signpost
from app.domain.deed import london_day
from app.now import now
from app.web import landlord
from app.web.furniture import ombudsman
from app.web.languages import language
from app.web.resident.case.opening import draw, following
from app.words.case.signposts import sentences

bp = Blueprint("ombudsman", __name__, url_prefix="/<reference>/ombudsman")


@bp.get("")
def show(reference: str) -> ResponseReturnValue:
    case = following()
    found = signpost(case.complaint, case.profile, london_day(now()))
    theirs = ombudsman(landlord.current())
    return draw(
        "resident/ombudsman/show.html",
        case,
        now_=sentences(found, theirs.name, language()),
        form_address=case.profile.ombudsman.complaint_form,
    )
