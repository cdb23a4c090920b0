"""The staff's pages: nobody enters unless signed in, and each noun says which permission it takes."""

from __future__ import annotations

from flask import Blueprint

from app.web import pressed
from app.web.staff import case, figures, home, parked, set_up, sign_in
from app.web.staff.clock import duties, hazards
from app.web.staff.guards import staff_only
from app.web.staff.landlord import contractors, landlord
from app.web.staff.mail import letters, postings, return_codes
from app.web.staff.navigation import navigation
from app.web.staff.oversight import improvements, new_improvements
from app.web.staff.people import (
    carrying_on,
    complainants,
    deaths,
    elsewhere,
    enquirers,
    moves,
    receipts,
    renewals,
    representatives,
    safeguarding,
)
from app.web.staff.promises import drafts, files, given, ledger, offers, payments, promises

staff = Blueprint("staff", __name__, url_prefix="/staff")
staff.before_request(staff_only)
staff.before_request(pressed.refuse_half)
staff.context_processor(navigation)

for noun in (
    home,
    sign_in,
    set_up,
    parked,
    duties,
    hazards,
    letters,
    postings,
    return_codes,
    promises,
    drafts,
    files,
    given,
    ledger,
    offers,
    payments,
    receipts,
    renewals,
    safeguarding,
    representatives,
    complainants,
    deaths,
    elsewhere,
    enquirers,
    moves,
    carrying_on,
    contractors,
    improvements,
    new_improvements,
    *case.NOUNS,
    *figures.NOUNS,
):
    staff.register_blueprint(noun.bp)
staff.register_blueprint(landlord)
