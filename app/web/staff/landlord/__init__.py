"""What the landlord says of itself (S16): looked at by all the staff, set by those who may."""

from __future__ import annotations

from flask import Blueprint

from app.domain.landlord.permissions import Permission
from app.web.staff.guards import guarded
from app.web.staff.landlord import letter_texts, logo, settings

landlord = Blueprint("landlord", __name__, url_prefix="/landlord")

for noun in (settings, logo, letter_texts):
    guarded(noun.bp, may_read=Permission.READ_LANDLORD, may_write=Permission.SET_LANDLORD)
    landlord.register_blueprint(noun.bp)
