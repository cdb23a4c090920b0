"""One complaint, as the person whose it is sees it and acts on it: everything under /c."""

from __future__ import annotations

from flask import Blueprint

from app.web.resident.case import (
    adjustments,
    call_backs,
    complaints,
    contact_limits,
    definitions,
    equality,
    escalations,
    evidence,
    feelings,
    letters,
    messages,
    more_time,
    new_points,
    offers,
    ombudsman,
    packs,
    parties,
    promise_drafts,
    promises,
    refusals,
    surveys,
    withdrawals,
)

case = Blueprint("case", __name__, url_prefix="/c")

NOUNS = (
    complaints,
    definitions,
    equality,
    letters,
    more_time,
    escalations,
    ombudsman,
    packs,
    promise_drafts,
    promises,
    offers,
    refusals,
    contact_limits,
    withdrawals,
    adjustments,
    parties,
    messages,
    evidence,
    call_backs,
    feelings,
    new_points,
    surveys,
)

for noun in NOUNS:
    case.register_blueprint(noun.bp)
