"""Sign-ins: opened, looked up by the token in a cookie, listed and ended."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy.orm import Session

from app.domain.deed import Actor, Deed
from app.domain.people.sessions import Kind, is_news, is_over
from app.services.landlord import landlord
from app.store.landlord import staff
from app.store.landlord.staff import Member
from app.store.people import sessions
from app.store.people.sessions import CaseOpened, Opened

LONGEST_DEVICE = 200


@dataclass(frozen=True, slots=True)
class Mine:
    """A case that a resident has open, and which party they are in it."""

    case_id: int
    party: int
    reference: str


@dataclass(frozen=True, slots=True)
class SignedIn:
    """Who this request comes from: a member of staff, or a resident as a party to certain cases."""

    session: int
    kind: Kind
    opened_at: datetime
    is_news: bool
    member: Member | None = None
    cases: Mapping[int, Mine] = field(default_factory=dict)

    @property
    def staff_id(self) -> int | None:
        """Return the number of the member of staff, or None for a resident."""
        return self.member.id if self.member else None

    def party_of(self, case_id: int) -> Actor | None:
        """Return the actor this sign-in is in that case, or None when it does not open it."""
        mine = self.cases.get(case_id)
        return None if mine is None else _party(mine)


def open_for_staff(session: Session, staff_id: int, device: str, deed: Deed) -> str:
    """Sign a member of staff in and return the token for their cookie."""
    return _open(session, Kind.STAFF, staff_id, (), device, deed)


def open_for_party(session: Session, case_id: int, party: int, device: str, deed: Deed) -> str:
    """Sign a resident in to one case and return the token for their cookie."""
    return _open(session, Kind.RESIDENT, None, ((case_id, party),), device, deed)


def open_besides(session: Session, who: SignedIn, case_id: int, party: int, device: str, deed: Deed) -> str:
    """Return a new token for a resident who opens one more of their cases; it lasts no longer than the one before.

    The token before opens nothing from then on: somebody else may have put it into this browser.
    """
    cases = {each.case_id: each.party for each in who.cases.values()} | {case_id: party}
    close(session, who)
    return _open(session, Kind.RESIDENT, None, tuple(cases.items()), device, deed, opened_at=who.opened_at)


def opens(who: SignedIn, reference: str) -> Mine | None:
    """Return the case with this reference if this sign-in opens it: for others there is none."""
    return next((mine for mine in who.cases.values() if mine.reference == reference), None)


def find(session: Session, token: str, kind: Kind, at: datetime) -> SignedIn | None:
    """Return whom this token signs in at this instant, or None: unknown, ended, of another kind or an ended contractor.

    One that is hired again lets its people in again, as they were.
    """
    member, cases = None, []
    if kind is Kind.STAFF:
        opened, member = staff.signed_in_by(session, hashed(token)) or (None, None)
        if member is not None and not landlord.lets_in(session, member.contractor):
            return None
    else:
        opened, cases = sessions.find(session, hashed(token)) or (None, [])
    if opened is None or opened.kind != kind.value or is_over(kind, opened.opened_at, opened.seen_at, at):
        return None
    mine = {case.case_id: Mine(*case) for case in cases}
    return SignedIn(opened.id, kind, opened.opened_at, is_news(opened.seen_at, at), member, mine)


def was(session: Session, token: str, reference: str | None) -> Actor | None:
    """Return whose sign-in this token was, though it has ended: a resident as they were in the case they wrote to.

    A browser may have had the cases of several people open: none is given what was written in another's.
    """
    opened, cases = sessions.find(session, hashed(token)) or (None, [])
    if opened is None:
        return None
    if opened.staff_id is not None:
        return Actor("staff", str(opened.staff_id))
    return next((_party(each) for each in cases if each.reference == reference), None)


def saw(session: Session, who: SignedIn, deed: Deed) -> None:
    """Note that this sign-in is in use, so that it does not end for lying idle."""
    sessions.saw(session, who.session, deed.at)


def close(session: Session, who: SignedIn) -> None:
    """Sign out here."""
    sessions.remove(session, [who.session])


def close_for_staff(session: Session, staff_id: int) -> None:
    """Sign a member of staff out everywhere."""
    sessions.remove(session, sessions.of_staff(session, staff_id))


def close_for_party(session: Session, case_id: int, party: int, *, but: int | None = None) -> None:
    """End every sign-in that opens this case as this party, but for one."""
    theirs = sessions.to_case(session, case_id, party)
    sessions.remove(session, [each.id for each in theirs if each.id != but])


def close_one(session: Session, mine: Mine, number: int) -> None:
    """End one sign-in to this party's case; another's is left alone."""
    theirs = sessions.to_case(session, mine.case_id, mine.party)
    sessions.remove(session, [each.id for each in theirs if each.id == number])


def of_party(session: Session, mine: Mine, at: datetime) -> list[Opened]:
    """Return the sign-ins that open this party's case at this instant, the latest used first."""
    return [each for each in known_of_party(session, mine) if still_opens(each, at)]


def known_of_party(session: Session, mine: Mine) -> list[Opened]:
    """Return those, and the ones that ended by themselves within the last day."""
    return sessions.to_case(session, mine.case_id, mine.party)


def still_opens(opened: Opened, at: datetime) -> bool:
    """Return whether a sign-in has not ended by itself at this instant."""
    return not is_over(Kind(opened.kind), opened.opened_at, opened.seen_at, at)


def hashed(token: str) -> bytes:
    """Return what is kept of a token: it is long and random, so that no slow hash is needed."""
    return hashlib.sha256(token.encode()).digest()


def _party(mine: Mine | CaseOpened) -> Actor:
    return Actor("party", f"{mine.case_id}.{mine.party}")


def _open(
    session: Session,
    kind: Kind,
    staff_id: int | None,
    cases: tuple[tuple[int, int], ...],
    device: str,
    deed: Deed,
    *,
    opened_at: datetime | None = None,
) -> str:
    token = secrets.token_urlsafe(32)
    row = {
        "token_hash": hashed(token),
        "kind": kind.value,
        "staff_id": staff_id,
        "opened_at": opened_at or deed.at,
        "seen_at": deed.at,
        "device": device[:LONGEST_DEVICE],
    }
    sessions.add(session, row, cases)
    return token
