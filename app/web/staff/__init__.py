"""The staff's pages: nobody enters unless signed in, and each noun says which permission it takes."""

from __future__ import annotations

from flask import Blueprint

from app.web.staff import parked, set_up, sign_in
from app.web.staff.case import complaints, handlers, search
from app.web.staff.clock import duties
from app.web.staff.guards import staff_only
from app.web.staff.landlord import landlord
from app.web.staff.mail import letters, postings
from app.web.staff.navigation import navigation
from app.web.staff.promises import promises

staff = Blueprint("staff", __name__, url_prefix="/staff")
staff.before_request(staff_only)
staff.context_processor(navigation)

for noun in (sign_in, set_up, parked, duties, complaints, handlers, search, letters, postings, promises):
    staff.register_blueprint(noun.bp)
staff.register_blueprint(landlord)
