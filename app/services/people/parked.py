"""Nothing typed is lost when a sign-in ends: the form is kept, and given back to the same person."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.orm import Session

from app.domain.deed import Actor
from app.services.people import sessions
from app.store.people import parked
from app.store.people.parked import A_DAY, Parked


def keep(session: Session, token: str, reference: str | None, form: Parked) -> bool:
    """Keep a form for whoever the ended sign-in with this token was; returns whether there is such a person.

    `reference` is that of the case it was to change, if it was one.
    """
    owner = sessions.was(session, token, reference)
    if owner:
        parked.keep(session, str(owner), form)
    return owner is not None


def waiting(session: Session, owner: Actor, at: datetime) -> Parked | None:
    """Return the form that this person sent while signed out, for a day."""
    found = parked.find(session, str(owner))
    return found if found and found.at > A_DAY.last_instant(at) else None


def give_back(session: Session, owner: Actor) -> None:
    """Note that this person has their form before them again: they are not asked a second time."""
    parked.give_back(session, str(owner))
