"""How often something secret may be tried: counted for what was tried and for the network it came from."""

from __future__ import annotations

import hashlib
import hmac
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum

from sqlalchemy.orm import Session

from app.store import tries

FORGOTTEN_AFTER = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Limit:
    """So many tries within so long, of one thing and from one network."""

    of_one: int
    from_one_network: int
    within: timedelta


class Secret(Enum):
    """What is guessed at. Ten tries of one thing, then a wait; a network may be a whole block of flats."""

    STAFF_PASSWORD = "staff_password"  # noqa: S105 -- its name, not one
    SETUP_LINK = "setup_link"
    SIGN_IN_CODE = "sign_in_code"
    RETURN_CODE = "return_code"
    DRAFT_CODE = "draft_code"
    FIND_COMPLAINT = "find_complaint"
    DRAFT_FILE = "draft_file"


USUAL = Limit(of_one=10, from_one_network=50, within=timedelta(minutes=15))
A_DAYS = Limit(of_one=30, from_one_network=500, within=timedelta(days=1))
OF_FILES = Limit(of_one=40, from_one_network=200, within=timedelta(hours=1))
LIMITS = {Secret.RETURN_CODE: (USUAL, A_DAYS), Secret.DRAFT_FILE: (OF_FILES,)}
"""A return code is opened by four digits: ten every quarter of an hour would find them within weeks. And whoever sends
files without having told us anything yet could fill the disk.
"""


def is_allowed(session: Session, secret: Secret, tried: str, network: str, key: bytes, at: datetime) -> bool:
    """Count a try and return whether it may be made. Commit before the answer, so that a miss counts.

    `tried` is what names the one thing (an address, a code); only its HMAC under `key` is kept.
    """
    limits = LIMITS.get(secret, (USUAL,))
    within = [_is_within(session, limit, secret, tried, network, key, at) for limit in limits]  # each is counted
    return all(within)


def forget(session: Session, at: datetime) -> None:
    """Forget tries of more than a day ago."""
    tries.forget(session, at - FORGOTTEN_AFTER)


def _is_within(
    session: Session, limit: Limit, secret: Secret, tried: str, network: str, key: bytes, at: datetime
) -> bool:
    within = limit.within
    of_one = tries.count(session, _bucket(key, secret, f"one {within}", tried), within, at)
    from_network = tries.count(session, _bucket(key, secret, f"network {within}", network), within, at)
    return of_one <= limit.of_one and from_network <= limit.from_one_network


def _bucket(key: bytes, secret: Secret, kind: str, text: str) -> str:
    return hmac.new(key, f"{secret.value}\0{kind}\0{text.strip().lower()}".encode(), hashlib.sha256).hexdigest()
