"""Give many complaints to one person at once: each is a deed of its own, and each that stays says why (S2)."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

from sqlalchemy.orm import Session

from app.domain.changed import Changed
from app.domain.deed import Deed
from app.domain.reasons import Reason
from app.domain.refused import Refused
from app.services import keys
from app.services.case import complaints
from app.services.keys import KeyOfAnother
from app.store import search
from app.store.landlord.staff import Member
from app.store.search import Found

MOST = 50
CHANGED = ""


@dataclass(frozen=True, slots=True)
class Stayed:
    """A complaint that stayed where it was. No reason: it was changed by somebody while the list was open."""

    reference: str
    why: Reason | None


@dataclass(frozen=True, slots=True)
class Given:
    """What became of one press: to whom, what went, and what stayed."""

    staff: int
    went: tuple[str, ...]
    stayed: tuple[Stayed, ...]


def chosen(session: Session, me: Member, references: Collection[str]) -> list[Found]:
    """Return these complaints, as far as this member of staff may see them."""
    return search.some(session, me, references)


def assign_many(session: Session, me: Member, seen: Mapping[str, int], staff: int, deed: Deed) -> Given:
    """Give these complaints to somebody; returns what went and what stayed, each with why (5.8, 6.13).

    `seen` says with each reference the position its case was seen at. A second press of the same form answers as the
    first did; raises KeyOfAnother when that was another.
    """
    asked = [staff, sorted(seen)]

    def act() -> keys.Answer:
        # In one order, so that two who press at once wait for each other and neither holds what the other wants.
        those = sorted(found.reference for found in chosen(session, me, seen))
        whys = {each: _assign(session, each, staff, replace(deed, seen=seen[each])) for each in those}
        stayed = [[reference, why] for reference, why in whys.items() if why is not None]
        return {"asked": asked, "went": [each for each in those if whys[each] is None], "stayed": stayed}

    answer = keys.once(session, deed, act)
    if answer.get("asked") != asked:
        raise KeyOfAnother(deed.key)
    return _given(answer)


def given(session: Session, key: str, deed: Deed) -> Given | None:
    """Return what became of the press under this key; None when nobody like this pressed so, or it is forgotten."""
    answer = keys.answered(session, key, deed.by)
    return _given(answer) if answer and "stayed" in answer and "asked" in answer else None


def _assign(session: Session, reference: str, staff: int, deed: Deed) -> str | None:
    """Give one away, and return why it stays: a reason's code, or that it was changed; None when it went."""
    try:
        complaints.assign(session, reference, staff, deed)
    except Refused as refusal:
        return refusal.why.code
    except Changed:
        return CHANGED
    return None


def _given(answer: keys.Answer) -> Given:
    stayed = tuple(Stayed(reference, Reason.coded(code)) for reference, code in answer["stayed"])
    return Given(answer["asked"][0], tuple(answer["went"]), stayed)
