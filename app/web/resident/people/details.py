"""Details and safety (R26): how we reach them, what makes it easier, what lets them in, and where they are."""

from __future__ import annotations

from flask import Blueprint
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from flask_babel import lazy_gettext as _l

from app.db import reading
from app.domain.people.devices import device
from app.domain.people.preferences import Way, offered
from app.now import now
from app.services.people import details
from app.services.people.details import Details
from app.web.languages import language
from app.web.public.case.questions.reaching import WAYS
from app.web.resident.case.opening import draw
from app.web.resident.guards import mine
from app.web.sign_in import signed_in
from app.words.beginnings import begun
from app.words.moments import moment
from app.words.people.contacts import masked
from app.words.say import say

MORE = {
    Way.EMAIL: _l("An email address"),
    Way.PHONE: _l("A phone number"),
    Way.TEXT: _l("A number for texts"),
    Way.LETTER: _l("An address for letters"),
}

bp = Blueprint("details", __name__, url_prefix="/c/<reference>/details")


@bp.get("")
def show(reference: str) -> ResponseReturnValue:
    found = opened()
    preferences = found.viewer.preferences
    return draw(
        "resident/details/show.html",
        found,
        contacts=[_contact(each.way, each.value, each.usable) for each in found.contacts],
        ways=[str(WAYS[way]) for way in preferences.ways] if preferences else [],
        main=str(WAYS[preferences.main]) if preferences else None,
        missing=_missing(found),
        last_opened=_last_opened(found),
    )


def opened() -> Details:
    """Return the details of whoever is signed in."""
    with reading() as session:
        return details.find(session, mine(), now())


def reached() -> Details:
    """Return how whoever is signed in is reached."""
    with reading() as session:
        return details.reached(session, mine())


def _missing(found: Details) -> list[dict[str, str]]:
    """Return the ways that are safe and that we hold nothing for."""
    preferences = found.viewer.preferences
    allowed = offered(preferences.safe, preferences.cautions) if preferences else tuple(Way)
    held = {each.way for each in found.contacts}
    return [{"way": way.value, "text": str(MORE[way])} for way in MORE if way in allowed and way not in held]


def _last_opened(found: Details) -> str:
    """Return when somebody else's device, or another of theirs, last opened the case."""
    who = signed_in()
    before = next((each for each in found.opened if who is None or each.id != who.session), None)
    if before is None:
        return gettext("Only here, in the last day")
    when, where = moment(before.seen_at, language()), say(device(before.device), language())
    return gettext("%(when)s, with %(where)s", when=when, where=where)


def _contact(way: Way, value: str, usable: bool) -> dict[str, object]:
    shown = masked(way, value, language())
    known = shown if way is Way.EMAIL else begun(shown)
    return {"way": way.value, "name": str(WAYS[way]), "value": known, "usable": usable}
