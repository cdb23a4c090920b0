"""The words that a text is found by, the same on every database."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

WORD = re.compile(r"\w+(?:'\w+)*")
LONGEST = 40
"""Letters of a word that count: nobody types more, and no database keeps every length."""
DIALLED = re.compile(r"(?<![\w+])(?:\+|0)(?:[ ().\-]{0,3}\d){5,}")
OUT_OF_THE_COUNTRY, COUNTRY = ("+", "00"), "44"
APOSTROPHES = str.maketrans(dict.fromkeys("’‘ʼ`´", "'"))
# Letters that are not an accent on another letter, and are typed as one on a keyboard that lacks them.
PLAIN = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "ħ": "h", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th", "_": " "}
)


def tokens(text: str) -> list[str]:
    """Return the words of a text in small letters and without accents, each once, in the order they came.

    A word with an apostrophe is found in both ways: O'Neil by "oneil", "o" and "neil".
    """
    return list(dict.fromkeys(token for word in _words(text) for token in _ways(word)))


def in_order(text: str) -> list[str]:
    """Return the words of a text in small letters and without accents, every one of them, in the order they came."""
    return [word.replace("'", "") for word in _words(text)]


def sought(text: str) -> list[str]:
    """Return the words to look for: one with an apostrophe as it is typed without."""
    return list(dict.fromkeys(word.replace("'", "") for word in _words(text)))


def dialled(number: str) -> str:
    """Return a telephone number as it is dialled at home, in figures alone: 07700900123 for +44 (0)7700 900 123."""
    figures = "".join(each for each in number.replace("(0)", "") if each.isdecimal())
    if not number.strip().startswith(OUT_OF_THE_COUNTRY):
        return figures
    figures = figures.removeprefix("00")
    return f"0{figures.removeprefix(COUNTRY)}" if figures.startswith(COUNTRY) else figures


def apart(text: str) -> tuple[str, list[str]]:
    """Return what was typed without the telephone numbers in it, and those as they are dialled."""
    return DIALLED.sub(" ", text), [dialled(each) for each in DIALLED.findall(text)]


def _words(text: str) -> list[str]:
    plain = unicodedata.normalize("NFKD", text.translate(APOSTROPHES).casefold().translate(PLAIN))
    found: list[str] = WORD.findall("".join(each for each in plain if not unicodedata.combining(each)))
    return [word[:LONGEST] for word in found]


def _ways(word: str) -> Iterator[str]:
    yield word.replace("'", "")
    if "'" in word:
        yield from word.split("'")
