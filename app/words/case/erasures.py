"""What stands where words were that are gone: since when, and why."""

from app.domain.case.erasures import Gone
from app.words.catalogues import N_, catalogue
from app.words.dates import in_full
from app.words.say import say

GONE = N_("These words have been erased.")
ERASED = N_("Erased on %(day)s, because we keep words only for so long.")
REMOVED = N_("Removed on %(day)s: %(reason)s")


@say.register
def _(gone: Gone, language: str) -> str:
    words = catalogue(language)
    if gone.on is None:
        return words.gettext(GONE)
    pattern = words.gettext(REMOVED if gone.reason else ERASED)
    return pattern % {"day": in_full(gone.on, language), "reason": gone.reason}
