"""The complaints of Wellmeadow's residents that grew, and the two that became one (6.8)."""

from __future__ import annotations

from uuid import NAMESPACE_OID, uuid5

from app.demo.residents import by_email, by_letter
from app.demo.teller import Teller
from app.domain.case.definitions import PointDraft
from app.domain.case.new_points import RulingDraft
from app.domain.case.raised import About, Course
from app.domain.case.vocabulary import Channel, Ours
from app.domain.landlord.permissions import Role
from app.services.case import links, new_points
from app.store.landlord.staff import Member

KEY = NAMESPACE_OID
"""From which the keys of these deeds are drawn: the same in every demo."""


def new_points_later(tell: Teller) -> None:
    """One has joined, one became a complaint of its own, and one waits to be decided."""
    person = by_email("Adaeze Eze", "12 Mead Lane")
    tell.sends(10, "The front door of our block has not locked for a month.", person, "eze", service_area="estates")
    tell.acknowledged(7, "priya", ("The front door does not lock",), ("A door that locks",))
    joins = PointDraft("A parcel was stolen because the door does not lock", Ours.OURS)
    _decided(tell, 6, "Somebody took a parcel of mine. The door!", RulingDraft(About.RELATED, False, "", joins), 5)
    own = "It is about parking, which another team looks into."
    _decided(tell, 5, "And my parking space was given to a van.", RulingDraft(About.UNRELATED, reason=own), 4)
    _raised(tell, 1, "You said Priya would ring on Tuesday. She did not.")


def two_made_one(tell: Teller) -> None:
    """The same, told by letter and then by phone."""
    person = by_letter("Wilfred Hobbs", "8 Elm Court")
    tell.sends(4, "No hot water since the new boiler came.", person, "hobbs", channel=Channel.LETTER)
    first = tell.made.reference
    tell.sends(3, "I wrote to you about the hot water. Nobody came.", person, "hobbs-again", channel=Channel.PHONE)
    tell.acknowledged(2, "sam", ("No hot water since the new boiler", "Nobody answered the letter"), ("Hot water",))
    sam = Member(tell.staff["sam"], "", "", "", frozenset({Role.HANDLER}))
    links.merge(tell.session, sam, tell.made.reference, first, tell.ours(1, "sam"))


def _raised(tell: Teller, ago: int, words: str) -> int:
    theirs = tell.theirs(ago)
    return new_points.raise_point(tell.session, tell.made.reference, 1, words, theirs)


def _decided(tell: Teller, ago: int, words: str, draft: RulingDraft, later: int) -> None:
    number = _raised(tell, ago, words)
    seen = Course.JOINS if draft.about is About.RELATED else Course.APART
    key = str(uuid5(KEY, words))
    by = tell.ours(later, "priya", key)
    shown = RulingDraft(draft.about, draft.delays, draft.reason, draft.point, seen)
    new_points.decide(tell.session, tell.made.reference, number, shown, tell.lookup_key, by)
