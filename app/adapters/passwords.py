"""Passwords, as argon2 keeps them: 19 MiB and two passes, so that 16 sign-ins at once stay under 320 MB."""

from __future__ import annotations

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

_HASHER = PasswordHasher(time_cost=2, memory_cost=19 * 1024, parallelism=1)
_NOBODYS = _HASHER.hash("the password of somebody who does not work here")


def hashed(password: str) -> str:
    """Return what is kept of a password. Takes 30 ms: never inside a transaction."""
    return _HASHER.hash(password)


def matches(kept: str | None, password: str) -> bool:
    """Return whether this is the password, taking as long for somebody unknown as for somebody known."""
    try:
        return _HASHER.verify(kept or _NOBODYS, password) and kept is not None
    except (VerificationError, InvalidHashError):
        return False
