"""What is said when a calendar does not know a year."""

from app.domain.clock.calendar import UnknownYear
from app.words.catalogues import N_, catalogue
from app.words.say import say

UNKNOWN_YEAR = N_("No bank holidays of %(year)s are known in the calendar “%(calendar)s”")


@say.register
def say_unknown_year(unknown: UnknownYear, language: str) -> str:
    """Return which year is not known, and to which calendar."""
    words = {"year": str(unknown.year), "calendar": unknown.calendar}
    return catalogue(language).gettext(UNKNOWN_YEAR) % words
