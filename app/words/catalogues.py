"""The translations: one set of catalogues, which the templates use too. What has none is said in English."""

from functools import cache
from pathlib import Path

from babel.support import NullTranslations, Translations

FOLDER = Path(__file__).parent.parent / "translations"
DOMAIN = "messages"


def N_(message: str) -> str:  # noqa: N802 -- the name by which gettext's tools know it
    """Mark a message to be translated later, where it is said."""
    return message


def is_translated(language: str) -> bool:
    """Return whether there is a catalogue of this language: it can be said, and not only named."""
    return isinstance(catalogue(language), Translations)


@cache
def catalogue(language: str) -> NullTranslations:
    """Return the catalogue of a language ("cy", "pa-Arab"); one that answers in English if there is none."""
    return Translations.load(FOLDER, [language.replace("-", "_")], DOMAIN)
