"""What an answer begins and ends with: the landlord's words for what it comes to, until somebody writes others."""

from __future__ import annotations

from flask_babel import lazy_gettext as _l
from wtforms import HiddenField, TextAreaField

from app.domain.landlord.letter_texts import NOTHING, OwnWords
from app.domain.record import digest
from app.web.answers import own_words
from app.web.forms import Form

AS_SEEN = "seen"
"""What `drawn` says once a letter was looked at: its words stay as they were, whoever writes others meanwhile."""
NAMES = ("opening", "ending", "drawn")


class OwnWordsForm(Form):
    """`drawn` tells of the words that the page put there: while they are the same, nobody has written others."""

    typed: dict[str, str]

    drawn = HiddenField()
    opening = TextAreaField(_l("How it begins"), filters=[own_words])
    ending = TextAreaField(_l("How it ends"), filters=[own_words])

    @property
    def own(self) -> OwnWords | None:
        """Return what somebody wrote here; None while it is left to the landlord's words."""
        typed = OwnWords(self.opening.data or "", self.ending.data or "")
        drawn = self.drawn.data or ""
        left = drawn != AS_SEEN and digest(typed) == (drawn or digest(NOTHING))
        return None if left else typed

    def keep(self, words: OwnWords | None) -> None:
        """Let what is sent have the words that were looked at, whoever writes others meanwhile."""
        if words is not None:
            self.typed |= {"opening": words.opening, "ending": words.ending, "drawn": AS_SEEN}

    def begin_with(self, words: OwnWords) -> None:
        """Put these words there, unless somebody wrote others."""
        if self.own is None:
            self.opening.data, self.ending.data, self.drawn.data = words.opening, words.ending, digest(words)
