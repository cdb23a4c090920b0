"""The six digits that an app on a telephone shows for 30 seconds (TOTP, RFC 6238), and the picture to set it up by.

The secret is drawn from the house's key and a salt: the database holds the salt alone, and shows nobody's codes.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import secrets
from datetime import datetime

import pyotp
import segno

SECONDS = 30
EARLY_OR_LATE = 1
"""Steps by which a telephone's clock may be wrong."""


def new_salt() -> bytes:
    """Return the salt of a new secret."""
    return secrets.token_bytes(20)


def secret(key: bytes, salt: bytes) -> str:
    """Return the secret in the letters that apps take."""
    drawn = hmac.digest(key, b"one-time codes" + salt, hashlib.sha256)
    return base64.b32encode(drawn[:20]).decode()


def step_of(secret: str, code: str, at: datetime) -> int | None:
    """Return the step whose code this is, of those that are near enough to this instant, or None."""
    typed = "".join(code.split())
    if not (typed.isascii() and typed.isdigit()):
        return None
    now = int(at.timestamp()) // SECONDS
    totp = pyotp.TOTP(secret, interval=SECONDS)
    near = range(now - EARLY_OR_LATE, now + EARLY_OR_LATE + 1)
    found = [step for step in near if hmac.compare_digest(totp.at(step * SECONDS), typed)]
    return found[-1] if found else None


def code_at(secret: str, at: datetime) -> str:
    """Return the code that an app shows at this instant."""
    return pyotp.TOTP(secret, interval=SECONDS).at(at)


def picture(secret: str, name: str, issuer: str) -> str:
    """Return the QR code that sets an app up, as the address of an SVG image."""
    uri = pyotp.TOTP(secret, interval=SECONDS).provisioning_uri(name=name, issuer_name=issuer)
    return str(segno.make(uri, error="m").svg_data_uri(scale=4, border=4, light="#fff"))
