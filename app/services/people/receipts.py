"""Return codes: 16 digits that open one case together with a second factor, drawn from the key of the deed."""

from __future__ import annotations

import hmac
from hashlib import sha256

from sqlalchemy.orm import Session

from app.adapters import passwords
from app.domain.deed import Deed
from app.domain.people.sign_ins import CHOSEN_DIGITS, digits, easy_to_guess
from app.domain.refused import Gap, Refused, Why
from app.services import keys
from app.store.people import receipts
from app.store.people.receipts import Receipt

DIGITS = 16
GROUP = 4


def code_for(lookup_key: bytes, key: str) -> str:
    """Return the return code of a deed: the same at a second press, and nothing the database could tell."""
    return in_groups(lookup_key, f"return code {key}")


def in_groups(lookup_key: bytes, drawn_from: str) -> str:
    """Return a code of 16 digits in groups of four, always the same for what it is drawn from."""
    digest = hmac.digest(lookup_key, drawn_from.encode(), sha256)
    drawn = f"{int.from_bytes(digest) % 10**DIGITS:0{DIGITS}d}"
    return " ".join(drawn[at : at + GROUP] for at in range(0, DIGITS, GROUP))


def lookup(lookup_key: bytes, code: str) -> bytes:
    """Return the keyed hash by which a return code is found, however it was typed."""
    return hmac.digest(lookup_key, f"looked up {digits(code)}".encode(), sha256)


def issue(session: Session, case_id: int, party: int, code: str, lookup_key: bytes, deed: Deed) -> None:
    """Let this code open the case for this party, once they have a second factor."""
    receipts.add(session, case_id, party, lookup(lookup_key, code), deed.at)


def find(session: Session, code: str, lookup_key: bytes) -> Receipt | None:
    """Return what stands behind a return code; None for one that nobody was given, or that was revoked."""
    return receipts.find(session, lookup(lookup_key, code))


def of_party(session: Session, case_id: int, party: int) -> Receipt | None:
    """Return this party's return code, None when they have none that opens."""
    return receipts.of_party(session, case_id, party)


def opens(receipt: Receipt | None, typed: str) -> bool:
    """Return whether what was typed is the second factor: their four digits or, if they chose none, their postcode.

    Takes 30 ms whether or not there is such a code: never inside a transaction.
    """
    chosen = passwords.matches(receipt.factor if receipt else None, digits(typed))
    if receipt is None or receipt.factor is not None:
        return chosen
    postcode, given = (_bare(each).encode() for each in (receipt.postcode, typed))
    return bool(postcode) and hmac.compare_digest(postcode, given)


def factor(typed: str) -> str:
    """Return what is kept of the four digits somebody chose; raises Refused for others, or ones easy to guess.

    Takes 30 ms: never inside a transaction.
    """
    chosen = digits(typed)
    if len(chosen) != CHOSEN_DIGITS or len("".join(typed.split())) != CHOSEN_DIGITS:
        raise Refused(Gap(Why.NOT_FOUR_DIGITS, "pin"))
    if easy_to_guess(chosen):
        raise Refused(Gap(Why.EASY_TO_GUESS, "pin"))
    return passwords.hashed(chosen)


def choose_factor(session: Session, case_id: int, party: int, kept: str) -> None:
    """Let this party's return code open with these digits and nothing else; `kept` is what `factor` returned."""
    receipts.set_factor(session, case_id, party, kept)


def replace(session: Session, case_id: int, party: int, lookup_key: bytes, deed: Deed) -> str:
    """Return a new return code in the place of this party's old one, under the same second factor.

    Once for the key of the deed: a second press shows the same code. Raises KeyOfAnother when the key was used for
    something else: the code shown would open nothing.
    """
    code, answer = drawn(lookup_key, deed), {"return_code": f"{case_id}.{party}"}

    def act() -> keys.Answer:
        put(session, case_id, party, code, lookup_key, deed)
        return answer

    if keys.once(session, deed, act) != answer:
        raise keys.KeyOfAnother(deed.key)
    return code


def drawn(lookup_key: bytes, deed: Deed) -> str:
    """Return the code that this deed makes: a form that makes one carries a key."""
    if deed.key is None:
        raise ValueError("a return code is drawn from an idempotency key")
    return code_for(lookup_key, deed.key)


def put(session: Session, case_id: int, party: int, code: str, lookup_key: bytes, deed: Deed) -> None:
    """Let this code open the case in the place of the one before, under the same second factor."""
    before = receipts.of_party(session, case_id, party)
    receipts.revoke(session, case_id, party, deed.at)
    issue(session, case_id, party, code, lookup_key, deed)
    if before is not None and before.factor is not None:
        receipts.set_factor(session, case_id, party, before.factor)


def revoke(session: Session, case_id: int, party: int, deed: Deed) -> None:
    """Let no return code of this party open the case any more."""
    receipts.revoke(session, case_id, party, deed.at)


def _bare(postcode: str) -> str:
    return "".join(postcode.split()).upper()
