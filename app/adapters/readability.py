"""How hard a text is to read, by the Flesch-Kincaid grade of textstat: English alone, and with nothing downloaded.

What it was asked about stays in the library's memory, so that is emptied each time: these are people's own affairs.
"""

from __future__ import annotations

import warnings
from functools import cache
from typing import Any

FEWEST_WORDS = 30
"""Below this the figure says nothing."""
BRITISH = "en_GB"


def grade(text: str) -> float | None:
    """Return the school year a text is written for (5 more is the age of its reader), None for one too short."""
    if len(text.split()) < FEWEST_WORDS:
        return None
    library = _library()
    try:
        return max(0.0, float(library.flesch_kincaid_grade(text)))
    finally:
        library.set_lang(BRITISH)  # this empties what it remembers


@cache
def _library() -> Any:
    """Return the library, loaded when it is first needed: most processes never ask."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it loads its word list by pkg_resources, which says that it is old
        from textstat import textstat
    textstat.set_lang(BRITISH)
    return textstat
