"""Make a complaint: the short way, or one question a page (R1a to R15)."""

from __future__ import annotations

from flask import Blueprint

from app.web.public.case import checks, complaints, details, drafts, equality, files, sent

case = Blueprint("case", __name__, url_prefix="/c")

for noun in (complaints, drafts, files, checks, sent, details, equality):
    case.register_blueprint(noun.bp)
