"""Complaints that may be the same, as a page shows them."""

from __future__ import annotations

from flask_babel import gettext

from app.services.case.duplicates import Duplicate
from app.web.languages import language
from app.words.dates import short_with_year
from app.words.say import say


def row(duplicate: Duplicate) -> dict[str, str]:
    """Return one of them in words: whose, when it came, and in what it is alike."""
    found = duplicate.found
    return {
        "reference": found.reference,
        "resident": found.resident or gettext("No name given"),
        "received": short_with_year(found.received_on, language()),
        "alike": ", ".join(say(likeness, language()) for likeness in duplicate.alike),
    }
