"""Details and safety (R26): how we reach them, what makes it easier, what lets them in, and where they are."""

from __future__ import annotations

from flask import Blueprint
from flask.typing import ResponseReturnValue

from app.db import reading
from app.domain.people.preferences import Way
from app.now import now
from app.services.people import details
from app.services.people.details import Details
from app.web.languages import language
from app.web.public.case.questions.reaching import WAYS
from app.web.resident.case.opening import draw
from app.web.resident.guards import mine
from app.words.moments import moment
from app.words.people.contacts import masked

bp = Blueprint("details", __name__, url_prefix="/c/<reference>/details")


@bp.get("")
def show(reference: str) -> ResponseReturnValue:
    found = opened()
    preferences = found.viewer.preferences
    return draw(
        "resident/details/show.html",
        found,
        contacts=[_contact(each.way, each.value, each.usable) for each in found.contacts],
        ways=[WAYS[way] for way in preferences.ways] if preferences else [],
        main=WAYS[preferences.main] if preferences else None,
        last_opened=moment(found.opened[0].seen_at, language()) if found.opened else None,
    )


def opened() -> Details:
    """Return the details of whoever is signed in."""
    with reading() as session:
        return details.find(session, mine(), now())


def reached() -> Details:
    """Return how whoever is signed in is reached."""
    with reading() as session:
        return details.reached(session, mine())


def _contact(way: Way, value: str, usable: bool) -> dict[str, object]:
    return {"way": way.value, "name": WAYS[way], "value": masked(way, value, language()), "usable": usable}
