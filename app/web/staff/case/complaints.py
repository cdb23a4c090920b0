"""A complaint as the staff have it."""

from __future__ import annotations

from flask import Blueprint
from flask.typing import ResponseReturnValue

from app.domain.landlord.permissions import Permission
from app.web.staff.guards import guarded

bp = guarded(
    Blueprint("complaints", __name__, url_prefix="/complaints"),
    may_read=Permission.READ_COMPLAINTS,
    may_write=Permission.LOG_COMPLAINTS,
)


@bp.get("/<reference>")
def show(reference: str) -> ResponseReturnValue:
    return reference
