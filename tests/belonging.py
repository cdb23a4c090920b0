"""Complaints with new points, linked, put together, parted or none at all; tests/states.py has them with the others."""

from __future__ import annotations

from datetime import date
from uuid import uuid4

from sqlalchemy.orm import Session

from app.domain.case.definitions import PointDraft
from app.domain.case.new_points import RulingDraft
from app.domain.case.raised import About, Course
from app.domain.case.vocabulary import Ours
from app.domain.landlord.permissions import Role
from app.services.case import acknowledgements, links, mistakes, new_points
from app.services.case.complaints import Made
from app.store.landlord.staff import Member
from tests.cases import LOOKUP_KEY, RECEIVED, a_complaint, a_definition, deed, who_comes_back

UNDERSTOOD = date(2026, 11, 25)
LATER = date(2026, 11, 27)
WORDS = "Now the radiators leak too."
SAM = Member(1, "Sam Reid", "sam@example.org", "", frozenset({Role.COMPLAINTS_OFFICER}))
RELATED = RulingDraft(About.RELATED, False, point=PointDraft("The radiators leak", Ours.OURS), seen=Course.JOINS)
UNRELATED = RulingDraft(About.UNRELATED, reason="It is about the car park.", seen=Course.APART)
HANDLED = RulingDraft(About.HANDLING, point=PointDraft("Nobody rang back", Ours.OURS), seen=Course.JOINS)


def one(session: Session, words: str = "The boiler has been broken since Monday.", on: date = RECEIVED) -> Made:
    """A complaint just sent; each its own, and all of the same person."""
    who = who_comes_back()
    return a_complaint(session, who, key=uuid4().hex, words=words, happened_on=on)


def understood(session: Session, **more: object) -> Made:
    made = one(session, **more)  # type: ignore[arg-type]
    acknowledgements.acknowledge(session, made.reference, a_definition(), 1, None, deed(UNDERSTOOD, "staff:1"))
    return made


def decided(session: Session, made: Made, draft: RulingDraft, on: date = LATER) -> None:
    """The resident raises a point, and staff decide by the rule."""
    number = new_points.raise_point(session, made.reference, 1, WORDS, deed(on, f"party:{made.case_id}.1"))
    new_points.decide(session, made.reference, number, draft, LOOKUP_KEY, deed(on, "staff:1", key=uuid4().hex))


def point_raised(session: Session) -> tuple[Made, date]:
    made = understood(session)
    new_points.raise_point(session, made.reference, 1, WORDS, deed(LATER, f"party:{made.case_id}.1"))
    return made, LATER


def point_joined(session: Session) -> tuple[Made, date]:
    made = understood(session)
    decided(session, made, RELATED)
    return made, LATER


def point_apart(session: Session) -> tuple[Made, date]:
    made = understood(session)
    decided(session, made, UNRELATED)
    return made, LATER


def two(session: Session) -> tuple[Made, Made]:
    """Two of the same person: the first is understood, the second came two days before it."""
    return understood(session), one(session, "The lift is out again.", date(2026, 11, 19))


def linked(session: Session) -> tuple[Made, date]:
    made, other = two(session)
    links.link(session, SAM, made.reference, other.reference, deed(LATER, "staff:1"))
    return made, LATER


def merged(session: Session) -> tuple[Made, date]:
    made, other = two(session)
    links.merge(session, SAM, made.reference, other.reference, deed(LATER, "staff:1"))
    return made, LATER


def merged_away(session: Session) -> tuple[Made, date]:
    made, other = two(session)
    links.merge(session, SAM, made.reference, other.reference, deed(LATER, "staff:1"))
    return other, LATER


def split_off(session: Session) -> tuple[Made, date]:
    made = understood(session)
    links.split(session, made.reference, [2], LOOKUP_KEY, deed(LATER, "staff:1", key=uuid4().hex))
    return made, LATER


def mistake_proposed(session: Session) -> tuple[Made, date]:
    made = understood(session)
    mistakes.propose(session, made.reference, "It was typed twice.", deed(LATER, "staff:1"))
    return made, LATER


def mistaken(session: Session) -> tuple[Made, date]:
    made, _ = mistake_proposed(session)
    mistakes.approve(session, made.reference, deed(LATER, "staff:2"))
    return made, LATER


BELONGING = (
    point_raised, point_joined, point_apart, linked, merged, merged_away, split_off, mistake_proposed, mistaken,
)  # fmt: skip
