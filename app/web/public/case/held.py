"""What this browser holds of a complaint being made: the draft it writes, and for half an hour what it sent.

Both are random tokens in the one cookie that every visitor has; the browser drops it when it is closed.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from flask import session as cookie
from flask.typing import ResponseReturnValue
from sqlalchemy.orm import Session

from app.db import reading
from app.now import now
from app.services.case import drafts, sent
from app.services.case.complaints import Made
from app.services.case.drafts import Draft
from app.services.case.sent import Sent
from app.services.people.sign_ins import Returned
from app.web.page import go_to
from app.web.resident import coming_back
from app.web.tries import lookup_key

SHOWN_FOR = timedelta(minutes=30)


def draft(session: Session) -> Draft | None:
    """Return the draft that this browser writes."""
    token = cookie.get("draft")
    return drafts.find(session, token, lookup_key(), now()) if token else None


def draft_now() -> Draft:
    """Return the draft that this browser writes: one that is empty, and not kept yet, when it writes none."""
    with reading() as session:
        return draft(session) or drafts.begin(lookup_key())


def hold(draft: Draft) -> None:
    """Let this browser go on with a draft."""
    cookie["draft"] = draft.token


def let_in(session: Session, made: Made) -> None:
    """Sign whoever sent a complaint in to it, as the part they have in it, and whoever was signed in before out."""
    coming_back.let_in(session, Returned(made.case_id, made.party, made.reference), keep=False)


def receipt(key: str) -> ResponseReturnValue:
    """Lead to the receipt of what was sent under this key, which this browser shows for half an hour."""
    cookie.pop("draft", None)
    cookie["sent"] = [key, now().isoformat()]
    return go_to("public.case.sent.show")


def sent_now() -> Sent | None:
    """Return what this browser has just sent."""
    key, at = cookie.get("sent") or ("", "")
    if not key or now() - datetime.fromisoformat(at) > SHOWN_FOR:
        return None
    with reading() as session:
        return sent.find(session, key, lookup_key())


def forget() -> None:
    """Let this browser hold nothing of a complaint any more."""
    for name in ("draft", "sent"):
        cookie.pop(name, None)


def holds_draft() -> bool:
    """Return whether this browser has begun a complaint that it has not sent."""
    return "draft" in cookie
