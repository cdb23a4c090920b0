"""The languages: what each calls itself, which way it is written, and how it writes dates and lists."""

from functools import cache
from typing import Literal

from babel import Locale, UnknownLocaleError

BRITISH = Locale.parse("en_GB")


def name(language: str) -> str:
    """Return what the language calls itself: "Cymraeg", "اردو"."""
    return locale(language).get_display_name() or language


def direction(language: str) -> Literal["ltr", "rtl"]:
    """Return which way the language is written, for the `dir` of whatever is said in it."""
    return "rtl" if locale(language).character_order == "right-to-left" else "ltr"


@cache
def locale(language: str) -> Locale:
    """Return how a language writes dates and lists: British English for "en", and for what nobody knows."""
    for tag in (language, language.partition("-")[0]):
        try:
            known = Locale.parse(tag, sep="-")
        except (UnknownLocaleError, ValueError):
            continue
        return BRITISH if known.language == BRITISH.language else known
    return BRITISH
