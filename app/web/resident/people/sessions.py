"""Where a resident is signed in (R26): each device and when it was last used; ended one by one, or all at once."""

from __future__ import annotations

from flask import Blueprint, abort
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import Forbidden

from app.db import reading, writing
from app.domain.people.devices import device
from app.domain.people.sessions import Kind
from app.now import now
from app.services.people import sessions
from app.web import errors, sign_in
from app.web.languages import language
from app.web.page import go_to, page
from app.web.resident.guards import mine
from app.web.sign_in import signed_in
from app.words.beginnings import begun
from app.words.moments import moment
from app.words.say import say

bp = Blueprint("sessions", __name__, url_prefix="/c")


@bp.get("/<reference>/devices")
def index(reference: str) -> ResponseReturnValue:
    who = signed_in() or abort(404)
    with reading() as session:
        opened = sessions.of_party(session, mine(), now())
    devices = [
        {
            "number": each.id,
            "name": begun(say(device(each.device), language())),
            "last_used": moment(each.seen_at, language()),
            "since": moment(each.opened_at, language()),
            "here": each.id == who.session,
        }
        for each in opened
    ]
    return page("resident/sessions/index.html", reference=reference, devices=devices)


@bp.post("/<reference>/devices/<int:number>/end")
def destroy(reference: str, number: int) -> ResponseReturnValue:
    who = signed_in() or abort(404)
    with writing() as session:
        sessions.close_one(session, mine(), number)
    return go_to("resident.sign_ins.new") if number == who.session else go_to(".index", reference=reference)


@bp.post("/<reference>/devices/end")
def destroy_others(reference: str) -> ResponseReturnValue:
    who = signed_in() or abort(404)
    with writing() as session:
        sessions.close_for_party(session, mine().case_id, mine().party, but=who.session)
    return go_to(".index", reference=reference)


@bp.post("/sign-out")
def sign_out() -> ResponseReturnValue:
    who = signed_in()
    if who:
        with writing() as session:
            sessions.close(session, who)
    sign_in.end(Kind.RESIDENT)
    return go_to("resident.sign_ins.new")


@bp.post("/stay")
def stay() -> ResponseReturnValue:
    """Answer the question whether somebody is still there: being asked is enough, as each request says so."""
    return ("", 204) if signed_in() else errors.explain(Forbidden(), *errors.SIGNED_OUT)
