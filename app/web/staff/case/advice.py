"""How something that is being written sounds, in words for whoever writes it: advice, which holds nothing up."""

from __future__ import annotations

from flask_babel import gettext

from app.domain.case.tone import Sounds


def sounding(each: Sounds) -> str:
    """Return one piece of advice as a sentence."""
    if each.words:
        return gettext(
            "“%(quote)s …” has %(words)s words. Shorter is easier to read.", quote=each.quote, words=each.words
        )
    return gettext("“%(quote)s” may sound as if we blamed them.", quote=each.quote)
