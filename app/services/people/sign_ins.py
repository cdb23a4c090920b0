"""Let a resident back in by a code or a link in an e-mail: asked for, minted as it is sent, used once.

Asking does the same work whether or not there is such a complaint: who may be written to, and where, is found out
by the worker that sends. The database holds no code, only what one is looked up by.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from app.domain.deed import Deed
from app.domain.mail.notices import Notice
from app.domain.mail.routing import may_go
from app.domain.people.preferences import Way
from app.domain.people.sign_ins import DIGITS, GOOD_FOR, digits, is_good
from app.domain.refused import Gap, Refused, Why
from app.services.case import projections, references
from app.services.mail import notices
from app.services.people.sessions import hashed
from app.store import record
from app.store.case.complaints import find, find_all, stream
from app.store.people import contacts, parties, sign_ins
from app.store.people.sign_ins import SignIn

KEPT_FOR = timedelta(days=1)
NOBODY = 0


@dataclass(frozen=True, slots=True)
class Minted:
    """A code as it goes out: to which address, in which language, and the token of the link, if there is one."""

    to: str
    language: str
    code: str
    token: str | None


@dataclass(frozen=True, slots=True)
class Returned:
    """Who has come back: a party to a case."""

    case_id: int
    party: int
    reference: str


def ask(session: Session, typed: str, lookup_key: bytes, deed: Deed) -> str:
    """Ask for a code for the complaint with this reference, and return the token that binds the code to this browser.

    Nothing about the answer, nor the time it takes, tells whether there is such a complaint.
    """
    reference = references.typed(typed) or ""
    key = find(session, reference)
    case_id = key.id if key else NOBODY
    whose: list[tuple[int | None, int | None]]
    whose = [(case_id, party.number) for party in parties.of_case(session, case_id)] or [(None, None)]
    token = secrets.token_urlsafe(32)
    ids = sign_ins.add(session, hashed(token), sought(reference or typed, lookup_key), whose, deed.at)
    for id, (_, party) in zip(ids, whose, strict=True):
        _post(session, id, case_id, party, 1, deed)
    return token


def ask_again(session: Session, token: str, deed: Deed) -> None:
    """Send another code for the request of this browser; the one before is worth nothing from then on."""
    for each in sign_ins.of_request(session, hashed(token)):
        again = sign_ins.ask_again(session, each.id)
        _post(session, each.id, each.case_id or NOBODY, each.party, again, deed)


def ask_through(session: Session, case_id: int, party: int, contact: int, lookup_key: bytes, deed: Deed) -> None:
    """Send a code to the address on file that confirms a new contact, and signs nobody in (ruling 1)."""
    request = hashed(secrets.token_urlsafe(32))
    ids = sign_ins.add(session, request, sought(f"{case_id}", lookup_key), [(case_id, party)], deed.at, contact)
    _post(session, ids[0], case_id, party, 1, deed)


def spend_through(
    session: Session, case_id: int, party: int, contact: int, typed: str, key: bytes, at: datetime
) -> None:
    """Use up a code that confirms a new contact; raises Refused for a wrong code, or one that is too old."""
    code = _match(sign_ins.of_contact(session, case_id, party, contact), typed, key, at)
    if not sign_ins.spend(session, code.id, at):
        raise Refused(Gap(Why.WRONG_CODE, "code"))


def revoke(session: Session, case_id: int, party: int, at: datetime) -> None:
    """Let no code that was sent to this party do anything any more."""
    sign_ins.revoke(session, case_id, party, at)


def mint(session: Session, id: int, lookup_key: bytes, at: datetime) -> Minted | None:
    """Return a new code for a request as it is sent, good for ten minutes; None when there is nobody to send it to.

    Whether the address is safe is asked here and now, not when the code was asked for.
    """
    request = sign_ins.find(session, id)
    found = None if request is None else _safe_address(session, request)
    if request is None or found is None:
        return None
    code = f"{secrets.randbelow(10**DIGITS):0{DIGITS}d}"
    token = secrets.token_urlsafe(32) if request.contact is None else None
    link = None if token is None else _of_link(token, lookup_key)
    sign_ins.mint(session, id, _of_code(id, code, lookup_key), link, at + GOOD_FOR)
    to, language = found
    return Minted(to, language, code, token)


def sought_by(session: Session, token: str) -> str | None:
    """Return what names the complaint this browser asked for, to count tries by; None when it asked for none."""
    found = sign_ins.of_request(session, hashed(token))
    return found[0].sought if found else None


def spend_code(session: Session, token: str, typed: str, lookup_key: bytes, at: datetime) -> Returned:
    """Use a code up and return who came back; raises Refused for a wrong code, or one that is too old."""
    codes = [each for each in sign_ins.of_request(session, hashed(token)) if each.contact is None]
    return _spend(session, _match(codes, typed, lookup_key, at), at)


def spend_link(session: Session, token: str, link: str, lookup_key: bytes, at: datetime) -> Returned:
    """Use a link up and return who came back; raises Refused for another browser's link, or one that is too old."""
    wanted = _of_link(link, lookup_key)
    for each in sign_ins.of_request(session, hashed(token)):
        if each.link_hmac is not None and hmac.compare_digest(each.link_hmac, wanted) and is_good(each.good_until, at):
            return _spend(session, each, at)
    raise Refused(Why.LINK_TOO_OLD)


def _match(codes: list[SignIn], typed: str, lookup_key: bytes, at: datetime) -> SignIn:
    """Return the one of these whose code was typed; raises Refused for none, or for one that is too old."""
    for each in codes:
        wanted = _of_code(each.id, digits(typed), lookup_key)
        if each.code_hmac is not None and hmac.compare_digest(each.code_hmac, wanted):
            if is_good(each.good_until, at):
                return each
            raise Refused(Gap(Why.CODE_TOO_OLD, "code"))
    raise Refused(Gap(Why.WRONG_CODE, "code"))


def sought(reference: str, lookup_key: bytes) -> str:
    """Return what tries for one complaint are counted by: it does not say which complaint."""
    return hmac.new(lookup_key, f"sought {reference}".encode(), hashlib.sha256).hexdigest()


def forget(session: Session, at: datetime) -> None:
    """Forget the requests of more than a day ago."""
    sign_ins.forget(session, at - KEPT_FOR)


def _spend(session: Session, request: SignIn, at: datetime) -> Returned:
    if request.case_id is None or request.party is None or not sign_ins.spend(session, request.id, at):
        raise Refused(Gap(Why.WRONG_CODE, "code"))
    [key] = find_all(session, [request.case_id])
    return Returned(key.id, request.party, key.reference)


def _post(session: Session, id: int, case_id: int, party: int | None, time: int, deed: Deed) -> None:
    notices.post(
        session,
        Notice.SIGN_IN_CODE,
        stream(case_id),
        f"sign-in-{id}-{time}",
        deed,
        party=party,
        facts={"sign_in": id},
    )


def _safe_address(session: Session, request: SignIn) -> tuple[str, str] | None:
    """Return the address a code may go to, and in which language: the party's own, and safe (ruling 2)."""
    if request.case_id is None or request.party is None:
        return None
    complaint = projections.fold(record.read(session, stream(request.case_id)))
    party = complaint.party(request.party)
    usable = contacts.usable(session, request.case_id, request.party)
    if party.preferences is None or party.silent or not may_go(party.preferences, usable, Way.EMAIL):
        return None
    return usable[Way.EMAIL].value, party.preferences.language


def _of_code(id: int, code: str, lookup_key: bytes) -> bytes:
    return hmac.digest(lookup_key, f"sign-in code {id} {code}".encode(), hashlib.sha256)


def _of_link(token: str, lookup_key: bytes) -> bytes:
    return hmac.digest(lookup_key, f"sign-in link {token}".encode(), hashlib.sha256)
