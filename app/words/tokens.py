"""The words that a text is found by, the same on every database."""

from __future__ import annotations

import re
import unicodedata

WORD = re.compile(r"\w+")


def tokens(text: str) -> list[str]:
    """Return the words of a text in small letters and without accents, each once, in the order they came."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    bare = "".join(character for character in plain if not unicodedata.combining(character))
    return list(dict.fromkeys(WORD.findall(bare.replace("_", " "))))
