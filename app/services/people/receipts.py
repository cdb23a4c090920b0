"""Return codes: 16 digits that open one case together with a second factor, drawn from the key of the deed."""

from __future__ import annotations

import hmac
from hashlib import sha256

from sqlalchemy.orm import Session

from app.domain.deed import Deed
from app.store.people import receipts

DIGITS = 16
GROUP = 4


def code_for(lookup_key: bytes, key: str) -> str:
    """Return the return code of a deed: the same at a second press, and nothing the database could tell."""
    digest = hmac.digest(lookup_key, f"return code {key}".encode(), sha256)
    digits = f"{int.from_bytes(digest) % 10**DIGITS:0{DIGITS}d}"
    return " ".join(digits[at : at + GROUP] for at in range(0, DIGITS, GROUP))


def lookup(lookup_key: bytes, code: str) -> bytes:
    """Return the keyed hash by which a return code is found, however it was typed."""
    digits = "".join(character for character in code if character.isdigit())
    return hmac.digest(lookup_key, f"looked up {digits}".encode(), sha256)


def issue(session: Session, case_id: int, party: int, code: str, lookup_key: bytes, deed: Deed) -> None:
    """Let this code open the case for this party, once they have a second factor."""
    receipts.add(session, case_id, party, lookup(lookup_key, code), deed.at)
