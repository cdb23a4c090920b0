"""The residents' pages: complain, come back, follow it. A case opens to its own parties alone."""

from __future__ import annotations

from flask import Blueprint

from app.web import pressed
from app.web.resident import parked
from app.web.resident.case import case
from app.web.resident.guards import only_theirs
from app.web.resident.people import contacts, details, preferences, receipts, sessions, sign_ins

resident = Blueprint("resident", __name__)
resident.before_request(only_theirs)
resident.before_request(pressed.refuse_half)

for noun in (sign_ins, sessions, parked, details, contacts, preferences, receipts):
    resident.register_blueprint(noun.bp)
resident.register_blueprint(case)
