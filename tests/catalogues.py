"""Two languages that exist in tests alone: one shows what was never marked, one what was never turned round.

Both are made from the strings of the project as it stands, under names Babel knows: Esperanto and Hebrew.
"""

import re
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.mofile import write_mo

from tests.modules import ROOT

PSEUDO = "eo"
RIGHT_TO_LEFT = "he"
MARKERS = dict(DEFAULT_KEYWORDS) | {"_l": None, "lazy_gettext": None, "lazy_ngettext": (1, 2)}
METHODS = [("**.py", "python"), ("**.html", "jinja2"), ("**.txt", "jinja2")]
OPTIONS = {pattern: {"silent": "false", "trimmed": "true"} for pattern, method in METHODS if method == "jinja2"}

# What stands for something else, or is markup, must come through untouched.
KEPT = re.compile(r"(%\(\w+\)[sd]|%%|\{\w*\}|<[^>]+>|&\w+;)")
ACCENTED = str.maketrans("AEIOUCGHJSaeioucghjsnrtyzdklw", "ÂÊÎÔÛĈĜĤĴŜâêîôûĉĝĥĵŝñřţŷžďķļŵ")
HEBREW = {ord(each): "אבגדהוזחטיכלמנסעפצקרשת"[ord(each.lower()) % 22] for each in "abcdefghijklmnopqrstuvwxyz"}
TO_HEBREW = HEBREW | {ord(chr(each).upper()): letter for each, letter in HEBREW.items()}


def pseudo(text: str) -> str:
    """ "Mark it" becomes "⟦Mâřķ îţ~~⟧": readable, a third longer, and seen at once to be marked."""
    return f"⟦{_changed(text, ACCENTED)}{'~' * (len(text) // 3)}⟧"


def mirrored(text: str) -> str:
    """The same number of letters, written from right to left."""
    return _changed(text, TO_HEBREW)


def write_catalogues(folder: Path) -> None:
    """Write both languages where `gettext` looks for them beneath `folder`."""
    write_catalogue(folder, PSEUDO, pseudo)
    write_catalogue(folder, RIGHT_TO_LEFT, mirrored)


def write_catalogue(folder: Path, language: str, translate: Callable[[str], str]) -> None:
    catalog = Catalog(locale=language)
    for message, context in marked():
        forms = (message,) if isinstance(message, str) else message
        said = tuple(translate(form) for form in (forms + forms[-1:] * catalog.num_plurals)[: catalog.num_plurals])
        catalog.add(message, said[0] if isinstance(message, str) else said, context=context)
    path = folder / language / "LC_MESSAGES" / "messages.mo"
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        write_mo(file, catalog)


@cache
def marked() -> tuple[tuple[str | tuple[str, ...], str | None], ...]:
    """Every string of the project marked for translation, with its context."""
    return tuple(dict.fromkeys(_extracted()))


def _extracted() -> Iterator[tuple[str | tuple[str, ...], str | None]]:
    found = extract_from_dir(ROOT / "app", METHODS, OPTIONS, keywords=MARKERS)
    return ((message, context) for _, _, message, _, context in found if message)


def _changed(text: str, letters: dict[int, str]) -> str:
    parts = KEPT.split(text)
    return "".join(part if KEPT.fullmatch(part) else part.translate(letters) for part in parts)
