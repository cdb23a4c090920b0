"""The links at the top of every staff page: each to a noun that the person may read."""

from __future__ import annotations

from typing import Any, NamedTuple

from flask import request, url_for
from flask_babel import lazy_gettext as _l

from app.domain.landlord.permissions import Permission, allows
from app.web.sign_in import signed_in


class Link(NamedTuple):
    """Where it leads, what it is called, and which permission it takes, if any."""

    endpoint: str
    text: Any
    takes: Permission | None = None


LINKS = (
    Link("staff.duties.index", _l("My work"), Permission.READ_COMPLAINTS),
    Link("staff.jobs.index", _l("Your jobs"), Permission.WORK_AS_CONTRACTOR),
    Link("staff.intake.index", _l("Intake"), Permission.READ_COMPLAINTS),
    Link("staff.search.index", _l("Search"), Permission.READ_COMPLAINTS),
    Link("staff.arrivals.new", _l("Log a complaint"), Permission.LOG_COMPLAINTS),
    Link("staff.letters.index", _l("Letters"), Permission.READ_COMPLAINTS),
    Link("staff.promises.index", _l("Promises"), Permission.READ_COMPLAINTS),
    Link("staff.groups.index", _l("Groups"), Permission.READ_COMPLAINTS),
    Link("staff.refusal_register.index", _l("Not accepted"), Permission.READ_COMPLAINTS),
    Link("staff.figures.index", _l("Figures"), Permission.READ_COMPLAINTS),
    Link("staff.editions.index", _l("Annual reports"), Permission.READ_COMPLAINTS),
    Link("staff.improvements.index", _l("Improvements"), Permission.READ_COMPLAINTS),
    Link("staff.reviews.index", _l("Quality"), Permission.REVIEW_QUALITY),
    Link("staff.landlord.settings.show", _l("Our details"), Permission.READ_LANDLORD),
    Link("staff.contractors.index", _l("Contractors"), Permission.SET_LANDLORD),
    Link("staff.sign_in.show", _l("You")),
)


def navigation() -> dict[str, Any]:
    """Return the links for whoever is signed in."""
    who = signed_in()
    roles = who.member.roles if who and who.member else None
    shown = [link for link in LINKS if roles is not None and (not link.takes or allows(roles, link.takes))]
    return {
        "navigation": [
            {"href": url_for(link.endpoint), "text": link.text, "current": request.endpoint == link.endpoint}
            for link in shown
        ]
    }
