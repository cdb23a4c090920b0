"""A reference: eight characters nobody mistakes for another, in two groups of four."""

from __future__ import annotations

import secrets

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""No I, L, O or U: they are read as 1 and 0, or spell words."""
GROUP = 4
MISREAD = str.maketrans({"I": "1", "L": "1", "O": "0"})


def new() -> str:
    """Return a new reference, like 7Q4K-2M9P."""
    text = "".join(secrets.choice(ALPHABET) for _ in range(2 * GROUP))
    return f"{text[:GROUP]}-{text[GROUP:]}"


def typed(text: str) -> str | None:
    """Return the reference that somebody meant by what they typed, None when it is none."""
    found = "".join(text.upper().split()).replace("-", "").translate(MISREAD)
    if len(found) != 2 * GROUP or any(character not in ALPHABET for character in found):
        return None
    return f"{found[:GROUP]}-{found[GROUP:]}"
