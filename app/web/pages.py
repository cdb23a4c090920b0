"""Where a list goes on: the key of a row, as it stands in an address."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any
from urllib.parse import urlencode

from flask import request

from app.store.pages import Key, Page, Place

LONGEST_KEY = 100
LONGEST_NUMBER = 18
YEARS = range(1900, 2200)

Read = Callable[[str], Any]


def place(*parts: Read) -> Place:
    """Return the place this address asks for, its keys read part by part; an address nobody made means the start."""
    return Place(_key(request.args.get("after"), parts), _key(request.args.get("before"), parts))


def links(page: Page[Any]) -> dict[str, str | None]:
    """Return the addresses of the page before and of the next one, with all else that was asked for."""
    return {"previous": _address(before=page.previous), "next": _address(after=page.next)}


def number(text: str) -> int:
    """Return a whole number that a database can hold; raises ValueError."""
    if not (text.isascii() and text.isdigit() and len(text) <= LONGEST_NUMBER):
        raise ValueError(text)
    return int(text)


def day(text: str) -> date:
    """Return a day as an address writes it; raises ValueError, also for one that nobody can mean."""
    found = date.fromisoformat(text)
    if found.year not in YEARS:
        raise ValueError(text)
    return found


def _key(text: str | None, parts: tuple[Read, ...]) -> Key | None:
    texts = (text or "")[:LONGEST_KEY].split(".")
    try:
        return tuple(read(each) for read, each in zip(parts, texts, strict=True))
    except ValueError:
        return None


def _address(**keys: Key | None) -> str | None:
    if not any(keys.values()):
        return None
    asked = {name: text for name, text in request.args.items() if name not in ("after", "before") and text}
    asked |= {name: ".".join(map(str, key)) for name, key in keys.items() if key}
    return f"{request.path}?{urlencode(asked)}"
