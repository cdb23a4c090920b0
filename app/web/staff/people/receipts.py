"""The reference and return code of a complaint that staff logged: read out or posted, then taken off the screen."""

from __future__ import annotations

from datetime import datetime, timedelta

from flask import Blueprint, abort, url_for
from flask import session as cookie
from flask.typing import ResponseReturnValue

from app.db import reading
from app.domain.case.vocabulary import Danger
from app.domain.deed import london_day
from app.domain.landlord.permissions import Permission
from app.now import now
from app.services.case import sent
from app.services.case.complaints import Made
from app.services.case.sent import Sent
from app.web.deed import deed
from app.web.languages import language
from app.web.page import go_to, page
from app.web.staff.guards import guarded
from app.web.tries import lookup_key
from app.words.dates import in_full
from app.words.say import say

bp = guarded(
    Blueprint("receipts", __name__, url_prefix="/complaints/<reference>/return-code"),
    may_read=Permission.LOG_COMPLAINTS,
    may_write=Permission.LOG_COMPLAINTS,
)
SHOWN_FOR = timedelta(minutes=30)
APART = timedelta(days=1)


def show_once(logged: tuple[Made, str]) -> ResponseReturnValue:
    """Lead to the code of what was just logged, which this browser shows for half an hour."""
    made, key = logged
    cookie["logged"] = [made.reference, key, now().isoformat()]
    return go_to("staff.receipts.show", reference=made.reference)


@bp.get("")
def show(reference: str) -> ResponseReturnValue:
    logged = _logged(reference)
    if logged is None:
        return go_to("staff.complaints.show", reference=reference)
    stage, received, intake = logged.complaint.current, logged.complaint.received_on, logged.complaint.intake
    answered_by = intake.due_by if stage is None else stage.respond_by
    if received is None or answered_by is None:
        abort(404)
    today = london_day(now())
    return page(
        "staff/receipts/show.html",
        reference=reference,
        return_code=logged.return_code,
        received=in_full(received, language()),
        typed=in_full(today, language()) if today - received > APART else "",
        kind="" if intake.is_complaint else say(intake.kind, language()),
        understood_by=in_full(stage.acknowledge_by, language()) if stage and stage.acknowledge_by else "",
        answered_by=in_full(answered_by, language()),
        danger=logged.complaint.danger is Danger.NOW,
        may_renew=logged.may_renew,
        where=url_for("resident.sign_ins.new"),
    )


@bp.post("")
def destroy(reference: str) -> ResponseReturnValue:
    """Take the code off the screen, for good."""
    cookie.pop("logged", None)
    return go_to("staff.complaints.show", reference=reference)


def _logged(reference: str) -> Sent | None:
    """Return what this member of staff has just logged under this reference."""
    mine, key, at = cookie.get("logged") or ("", "", "")
    if mine != reference or now() - datetime.fromisoformat(at) > SHOWN_FOR:
        return None
    with reading() as session:
        return sent.find(session, key, lookup_key(), deed().by)
