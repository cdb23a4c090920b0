"""You said, we did: what changed because of complaints, for everybody to read (9.3, 8.1 d)."""

from __future__ import annotations

from flask import Blueprint
from flask.typing import ResponseReturnValue

from app.db import reading
from app.services.oversight import improvements
from app.web.languages import language
from app.web.page import page
from app.words.dates import month

bp = Blueprint("improvements", __name__)


@bp.get("/you-said-we-did")
def index() -> ResponseReturnValue:
    with reading() as session:
        found = improvements.published(session)
    told = [(each, month(each.line.done_on, language()) if each.line.done_on else "") for each in found]
    return page("public/improvements/index.html", told=told)
