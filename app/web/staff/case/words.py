"""The one question that many deeds ask: a few words."""

from __future__ import annotations

from typing import Any

from wtforms import TextAreaField

from app.web.answers import own_words
from app.web.forms import Form


class WordsForm(Form):
    """A few words, of what the page says."""

    words = TextAreaField(filters=[own_words])

    def __init__(self, label: Any, hint: Any = "") -> None:
        super().__init__()
        self.words.label.text = str(label)
        self.words.description = str(hint)

    @property
    def text(self) -> str:
        """Return what was written; nothing is empty."""
        return self.words.data or ""
