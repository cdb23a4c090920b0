"""A reference: eight characters nobody mistakes for another, in two groups of four."""

from __future__ import annotations

import secrets

from sqlalchemy.orm import Session

from app.store.case import complaints

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""No I, L, O or U: they are read as 1 and 0, or spell words."""
GROUP = 4
MISREAD = str.maketrans({"I": "1", "L": "1", "O": "0"})


def new() -> str:
    """Return a new reference, like 7Q4K-2M9P."""
    text = "".join(ALPHABET[byte % len(ALPHABET)] for byte in secrets.token_bytes(2 * GROUP))  # 256 is eight times 32
    return f"{text[:GROUP]}-{text[GROUP:]}"


def unused(session: Session, count: int) -> list[str]:
    """Return so many new references that no case has, for many cases at once: among thousands two may be alike."""
    found: dict[str, None] = {}
    while len(found) < count:
        tried = [new() for _ in range(count - len(found))]
        taken = complaints.taken(session, tried)
        found |= dict.fromkeys(each for each in tried if each not in taken)
    return list(found)


def typed(text: str) -> str | None:
    """Return the reference that somebody meant by what they typed, None when it is none."""
    found = "".join(text.upper().split()).replace("-", "").translate(MISREAD)
    if len(found) != 2 * GROUP or any(character not in ALPHABET for character in found):
        return None
    return f"{found[:GROUP]}-{found[GROUP:]}"
