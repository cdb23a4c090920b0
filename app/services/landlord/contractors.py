"""The people of contractors: added, sent the link to their sign-in, and seen off (5.4, 5.5)."""

from __future__ import annotations

from sqlalchemy.orm import Session

from app.domain.deed import Deed
from app.domain.landlord.permissions import Role
from app.domain.mail.notices import Notice
from app.domain.refused import Refused, Why
from app.services.landlord import staff
from app.services.landlord.streams import LANDLORD
from app.services.mail import notices
from app.store.landlord import staff as store
from app.store.landlord.staff import Member


def present(session: Session) -> list[Member]:
    """Return the people of contractors who may sign in, by contractor and name."""
    return store.of_contractors(session)


def add(session: Session, name: str, email: str, contractor: str, deed: Deed) -> int:
    """Add one of a contractor's people, and send them their link; returns their number, raises Refused (5.4)."""
    added = staff.add(session, name, email, frozenset({Role.CONTRACTOR}), deed, contractor=contractor)
    _send_link(session, added.staff_id, deed)
    return added.staff_id


def send_link(session: Session, number: int, deed: Deed) -> None:
    """Void somebody's password and codes, sign them out, and send them a new link; raises Refused."""
    staff.reset(session, _one(session, number).email, deed)
    _send_link(session, number, deed)


def end(session: Session, number: int, deed: Deed) -> None:
    """Sign one of a contractor's people out for good: what was theirs to do is given to somebody else by staff."""
    staff.leave(session, _one(session, number).email, deed)


def _send_link(session: Session, number: int, deed: Deed) -> None:
    once = f"set-up-{number}-{deed.key or deed.at.isoformat()}"
    notices.post(session, Notice.SET_UP, LANDLORD, once, deed, facts={"staff": number})


def _one(session: Session, number: int) -> Member:
    found = next((each for each in present(session) if each.id == number), None)
    if found is None:
        raise Refused(Why.NO_SUCH_STAFF)
    return found
