"""Whether this request may try a secret once more; each try is counted, and the count kept, before any answer."""

from __future__ import annotations

from flask import current_app, request

from app.db import writing
from app.now import now
from app.services.people import tries
from app.services.people.tries import Secret


def may_try(secret: Secret, tried: str) -> bool:
    """Count a try of `tried` (an address, a code) from this network, and return whether it may be made."""
    with writing() as session:
        return tries.is_allowed(session, secret, tried, request.remote_addr or "", lookup_key(), now())


def lookup_key() -> bytes:
    """Return the key under which codes and tries are looked up."""
    key: bytes = current_app.extensions["config"].lookup_key
    return key
