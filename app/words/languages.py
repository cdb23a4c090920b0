"""The languages: what each calls itself, which way it is written, and how it writes dates and lists."""

from functools import cache
from typing import Literal

from babel import Locale, UnknownLocaleError

from app.words.beginnings import begun

BRITISH = Locale.parse("en_GB")


def name(language: str) -> str:
    """Return what the language calls itself: "Cymraeg", "اردو"."""
    known = _known(language)
    said = known.get_display_name() if known else None
    return begun(said) if said else language


def direction(language: str) -> Literal["ltr", "rtl"]:
    """Return which way the language is written, for the `dir` of whatever is said in it."""
    return "rtl" if locale(language).character_order == "right-to-left" else "ltr"


@cache
def locale(language: str) -> Locale:
    """Return how a language writes dates and lists: British English for "en", and for what nobody knows."""
    known = _known(language)
    return BRITISH if known is None or known.language == BRITISH.language else known


def _known(language: str) -> Locale | None:
    for tag in (language, language.partition("-")[0]):
        try:
            return Locale.parse(tag, sep="-")
        except (UnknownLocaleError, ValueError):
            continue
    return None


def called(language: str, within: str) -> str:
    """Return what another language calls this one: "Polish"."""
    known = _known(language)
    return (known.get_language_name(locale(within).language) if known else None) or language
