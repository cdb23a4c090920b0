"""One letter as it was issued (R22, R23): to read, to print, large, and with what can be done about it."""

from __future__ import annotations

from flask import Blueprint, abort, request
from flask.typing import ResponseReturnValue

from app.db import reading
from app.domain.mail.letters import ANSWERS
from app.domain.mail.notices import Notice
from app.services.mail import issued
from app.web.resident.case.more_time import DislikeForm, UpdatesForm, ask_about
from app.web.resident.case.opening import draw, standing

bp = Blueprint("letters", __name__, url_prefix="/<reference>/letters")


@bp.get("/<int:number>")
def show(reference: str, number: int) -> ResponseReturnValue:
    case = standing()  # `letters` has theirs alone, which they may read before they may read the case
    with reading() as session:
        letter = issued.one_of(session, case.case_id, case.letters, number) or abort(404)
    if letter.letter.notice is Notice.MORE_TIME and case.full:
        return ask_about(case, letter, DislikeForm(), UpdatesForm.of(case))
    return draw(
        "resident/letters/show.html",
        case,
        issued=letter,
        answers=letter.letter.notice in ANSWERS,
        large=request.args.get("size") == "large",
    )
