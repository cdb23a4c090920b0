"""What somebody said in a case, as every page shows it; where the words are gone, since when and why."""

from __future__ import annotations

from app.domain.said import Said
from app.services.case.desks import Desk
from app.services.case.pages import CasePage
from app.web.languages import language
from app.words.say import say


def in_words(case: CasePage | Desk, said: Said | None) -> str:
    """Return somebody's words in a case, or what is left to say of them; nothing where nothing was said."""
    return "" if said is None else case.said(said) or say(case.gone(said), language())
