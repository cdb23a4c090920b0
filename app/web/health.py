"""For the machines that watch: is the process alive, and can it do its work?"""

from __future__ import annotations

from datetime import timedelta
from http import HTTPStatus

from flask import Blueprint, current_app
from flask.typing import ResponseReturnValue
from sqlalchemy.orm import Session

from app.db import reading
from app.now import now
from app.services.clock import rounds
from app.store import inspection, outbox

bp = Blueprint("health", __name__)

LONGEST_WAIT = timedelta(minutes=15)
OF_THIS_RELEASE = "schema of this release"


@bp.get("/healthz")
def alive() -> ResponseReturnValue:
    return {"alive": True}


@bp.get("/readyz")
def ready() -> ResponseReturnValue:
    with reading() as session:
        found = _looked_over(session)
    return found, HTTPStatus.OK if all(found.values()) else HTTPStatus.SERVICE_UNAVAILABLE


def _looked_over(session: Session) -> dict[str, bool]:
    if not _is_of_this_release(session):
        return {"schema": False}  # and nothing more can be asked of it
    return {
        "schema": True,
        "outbox": _moves(session),
        "nightly_round": not rounds.was_missed(session, now()),
    }


def _is_of_this_release(session: Session) -> bool:
    # Looked at until it is right, and then no more: a release begins a new process.
    if not current_app.extensions.get(OF_THIS_RELEASE):
        current_app.extensions[OF_THIS_RELEASE] = not inspection.differences(session.connection())
    return bool(current_app.extensions[OF_THIS_RELEASE])


def _moves(session: Session) -> bool:
    oldest = outbox.oldest_waiting(session)
    return oldest is None or now() - oldest < LONGEST_WAIT
