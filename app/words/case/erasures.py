"""What stands where words were that are gone: since when, and why."""

from app.domain.case.erasures import Gone, How
from app.words.catalogues import N_, catalogue
from app.words.dates import in_full
from app.words.say import say

GONE = N_("These words have been erased.")
ERASED = N_("Erased on %(day)s, because we keep words only for so long.")
REMOVED = N_("Removed on %(day)s: %(reason)s")
REMOVED_WITH_ITS_REASON = N_("Removed on %(day)s. The reason was taken out too.")


@say.register
def _(gone: Gone, language: str) -> str:
    words = catalogue(language)
    if gone.on is None:
        return words.gettext(GONE)
    if gone.how is How.ERASED:
        pattern = ERASED
    else:
        pattern = REMOVED if gone.reason else REMOVED_WITH_ITS_REASON
    return words.gettext(pattern) % {"day": in_full(gone.on, language), "reason": gone.reason}
