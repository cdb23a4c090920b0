"""A new complaint of the same people, out of one in hand: kept from the same eyes, they are reached as safely there."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from datetime import date

from sqlalchemy.orm import Session

from app.domain.case import links, restrictions
from app.domain.case.complaints import Arrival
from app.domain.case.kin import Bond
from app.domain.case.links import Linked
from app.domain.deed import Deed
from app.domain.parts import Part
from app.services.case import complaints, histories, taken_along
from app.services.case.complaints import Made, NewComplaint
from app.services.case.histories import Case
from app.store.case import complaints as store


@contextmanager
def both(
    session: Session, reference: str, other: str, deed: Deed, *touching: Part, of_other: tuple[Part, ...] = ()
) -> Iterator[tuple[Case, Case]]:
    """Yield two cases to act on at once; raises NoSuchCase, or Changed for the one whose page was seen.

    Both are held in one order, whichever is asked for first, so that two who meet never wait for each other.
    """
    for each in sorted((reference, other)):
        store.hold(session, each)
    with ExitStack() as opened:
        ours = opened.enter_context(histories.opened(session, reference, deed, *touching))
        unseen = replace(deed, seen=None)
        yield ours, opened.enter_context(histories.opened(session, other, unseen, *of_other))


def make(case: Case, words: str, received_on: date, bond: Bond, once: str, lookup_key: bytes) -> Made:
    """Make a complaint with these words for the people of this case, link both, and return it (6.8, ruling 18).

    `once` tells it from what else this press makes. Its clock counts from the day it was received.
    """
    deed = case.deed
    if deed.key is None:
        raise ValueError("a complaint is made under an idempotency key")
    came_of = Linked(case.id, case.reference, bond, source=True)
    new = _new(case, words, received_on, came_of)
    made = complaints.make(case.session, new, lookup_key, _made_by(deed, once))
    with histories.opened(case.session, made.reference, replace(deed, seen=None)) as opened:
        taken_along.confirm(case, opened)
    case.add(links.link(case.complaint, made.case_id, made.reference, bond))
    return made


def _made_by(deed: Deed, once: str) -> Deed:
    return replace(deed, seen=None, key=f"{deed.key} {once}")


def _new(case: Case, words: str, received_on: date, came_of: Linked) -> NewComplaint:
    complaint = case.complaint
    arrival = Arrival(
        words=words,
        happened_on=received_on,
        channel=complaint.channel,
        for_whom=complaint.for_whom,
        people=complaint.people,
        home=complaint.home,
        service_area=complaint.service_area,
    )
    inherits = (came_of, *restrictions.inherited(complaint))
    return NewComplaint(arrival, *taken_along.people(case), inherits=inherits)
