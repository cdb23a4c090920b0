"""Whoever opens a case leaves a note of it, in a transaction of its own beside the page's snapshot."""

from __future__ import annotations

from app.db import reading, writing
from app.services.case import restrictions
from app.services.landlord import looked_at
from app.services.landlord.looked_at import How
from app.web.deed import deed


def looked(case_id: int, how: How = How.OPENED) -> None:
    """Note that the member of staff who is signed in has opened this case, once an hour."""
    look = deed()
    with reading() as session:
        few = restrictions.is_restricted(session, case_id)
        news = looked_at.is_news(session, case_id, how, look, few=few)
    if news:
        with writing() as session:
            looked_at.note(session, case_id, how, look)
