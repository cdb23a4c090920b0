"""The other cases of the same person that came of this one, or that this one came of (1.5, 6.8, ruling 18)."""

from __future__ import annotations

from typing import NamedTuple

from flask import url_for
from flask_babel import gettext

from app.domain.case.kin import Bond, Link
from app.services.case.pages import CasePage
from app.services.people import sessions
from app.web.sign_in import signed_in


class Belonging(NamedTuple):
    """One of them, and how it belongs; its address where this sign-in opens it, else the door."""

    reference: str
    text: str
    href: str


def told(case: CasePage) -> list[Belonging]:
    """Return them, for whoever may read all of the case."""
    return [Belonging(link.reference, _text(link), _address(link.reference)) for link in case.belonging]


def _address(reference: str) -> str:
    who = signed_in()
    if who is not None and sessions.opens(who, reference) is not None:
        return url_for("resident.case.complaints.show", reference=reference)
    return url_for("resident.sign_ins.new")


def _text(link: Link) -> str:
    match link.bond:
        case Bond.MERGED:
            return gettext("Put together with this one") if link.source else gettext("We go on there")
        case Bond.OPENED:
            return gettext("What came before this") if link.source else gettext("The complaint made of this")
        case Bond.BESIDE:
            return gettext("What came before this") if link.source else gettext("Your complaint about personal data")
        case _:
            return gettext("This one came out of it") if link.source else gettext("It came out of this one")
