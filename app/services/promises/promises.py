"""What was promised: listed until it is done, and marked done with what proves it (7.3)."""

from __future__ import annotations

from datetime import date

from sqlalchemy.orm import Session

from app.domain.deed import Deed
from app.domain.history import Part
from app.domain.promises import promises
from app.services.case import histories
from app.store.landlord.staff import Member
from app.store.pages import Page, Place
from app.store.promises import promises as store
from app.store.promises.promises import PromiseLine, Sought


def to_keep(session: Session, me: Member, sought: Sought, place: Place) -> Page[PromiseLine]:
    """Return a page of promises: of those to keep the next due first, of those done the latest first."""
    return store.lines(session, me, sought, place)


def find(session: Session, me: Member, reference: str, number: int) -> PromiseLine | None:
    """Return one promise, or None where there is none, or it is not theirs to see."""
    return store.line(session, me, reference, number)


def owners(session: Session) -> list[tuple[int, str]]:
    """Return everybody who has a promise to keep: their number and name."""
    return store.owners(session)


def finish(session: Session, reference: str, number: int, happened_on: date, proof: str, deed: Deed) -> None:
    """Mark a promise done; raises Refused without proof or for a date to come, or Changed (7.3)."""
    with histories.opened(session, reference, deed, Part.PROMISES) as case:
        case.add(promises.finish(case.complaint, number, happened_on, proof, deed=deed, write=case.write))
