"""Find somebody's other cases, and do in each what is done in one: a death or a move is so in all (rulings 4, 6, 7)."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from typing import NamedTuple

from sqlalchemy.orm import Session

from app.domain.case.kin import OF_ONE_PERSON
from app.domain.case.phases import NO_COMPLAINT
from app.domain.case.state import Complaint
from app.domain.deed import CLOCK, Deed
from app.domain.parts import Part
from app.domain.people import elsewhere
from app.domain.people.elsewhere import Heard
from app.domain.people.parties import Elsewhere, Role
from app.domain.refused import Gap, Refused, Why
from app.services.case import histories
from app.services.case.desks import Desk
from app.services.case.histories import Case, NoSuchCase
from app.store.case import complaints as store
from app.store.people import namesakes, parties
from app.store.people.namesakes import Namesake
from app.store.people.parties import Party
from app.words.tokens import sought, tokens

Found = Sequence[Namesake] | Sequence[Elsewhere]
MOST = 200
OVER = frozenset(phase.value for phase in NO_COMPLAINT)
"""Where nothing more happens: whoever was in it is found in the case that has it now."""


class Theirs(NamedTuple):
    """A person of a case, and their part in another: what is done in the one is done in the other."""

    case: Case
    party: int


@dataclass
class Together:
    """A case in hand, those of the same person that were chosen with it, and those that who acts may not see."""

    case: Case
    chosen: list[Theirs]
    hidden: list[Theirs]


class OnThePage(NamedTuple):
    """A person of a case by name, and their other cases that whoever looks may see, the newest first."""

    name: str
    cases: list[Namesake]


def on_the_page(session: Session, staff_id: int, case: Desk, party: int) -> OnThePage:
    """Return a person of a case with the other cases of theirs that this member of staff may see, in two queries."""
    people = case.parties or parties.of_case(session, case.case_id)
    whose = next((each for each in people if each.number == party), None)
    found = _find(session, staff_id, case.complaint, whose)
    return OnThePage("" if whose is None else whose.name, [each for each in found if not each.hidden])


@contextmanager
def opened(
    session: Session, reference: str, party: int, others: Collection[str], deed: Deed, *touching: Part
) -> Iterator[Together]:
    """Yield a case to act on with what else is this person's; what happened is kept in each, or nothing at all.

    All are held in one order, so that two who meet never wait for each other. Raises as `histories.opened` does, and
    Refused for one that was chosen and is not theirs, or not to be seen by who acts.
    """
    found = _of_case(histories.found(session, reference, deed, *touching), party)
    chosen = [each for each in found if not each.hidden and each.reference in others]
    if not set(others) <= {each.reference for each in chosen}:
        raise Refused(Gap(Why.NO_SUCH_CASE, "others"))
    with _held(session, reference, chosen, [each for each in found if each.hidden], deed, *touching) as them:
        yield them


@contextmanager
def tied(session: Session, reference: str, party: int, deed: Deed, *touching: Part) -> Iterator[Together]:
    """Yield a case with those in which the same death was written down, and those that few may see; as `opened`."""
    before = histories.found(session, reference, deed, *touching)
    too = [each for each in before.complaint.party(party).died_too if _may_see(session, each.reference, deed)]
    hidden = [each for each in _of_case(before, party) if each.hidden]
    with _held(session, reference, too, hidden, deed, *touching) as them:
        yield them


@contextmanager
def _held(
    session: Session, reference: str, chosen: Found, hidden: Found, deed: Deed, *touching: Part
) -> Iterator[Together]:
    for each in sorted({reference, *(other.reference for other in (*chosen, *hidden))}):
        store.hold(session, each)
    unseen = replace(deed, seen=None)
    with ExitStack() as stack:
        yield Together(
            stack.enter_context(histories.opened(session, reference, deed, *touching)),
            list(_enter(stack, session, chosen, unseen)),
            list(_enter(stack, session, hidden, replace(unseen, by=CLOCK))),
        )


def _may_see(session: Session, reference: str, deed: Deed) -> bool:
    try:
        histories.found(session, reference, replace(deed, seen=None))
    except NoSuchCase:
        return False
    return True


def _enter(stack: ExitStack, session: Session, found: Found, deed: Deed) -> Iterator[Theirs]:
    cases: dict[str, Case] = {}
    for each in found:
        if each.reference not in cases:
            cases[each.reference] = stack.enter_context(histories.opened(session, each.reference, deed))
        yield Theirs(cases[each.reference], each.party)


def hear(theirs: Theirs, heard: Heard, then: Callable[[Case, int], None]) -> None:
    """Let those who may see a case look at what was heard of somebody in another, and do `then` at once.

    Where it is known already, nothing happens.
    """
    case, party = theirs
    try:
        event = elsewhere.hear(case.complaint, party, heard, terms=case.terms, deed=case.deed)
    except Refused:
        return
    case.add(event)
    then(case, party)


def tie(them: Together, party: int) -> None:
    """Tie the same death in each case, so that a mistake is put right in all; none names a case that few may see."""
    every = [Theirs(them.case, party), *them.chosen]
    for one in every:
        for other in every:
            if other.case.reference != one.case.reference and other.case.complaint.restriction is None:
                one.case.add(elsewhere.also_died(one.party, other.case.reference, other.party))


def _of_case(case: Case, party: int) -> list[Namesake]:
    whose = next((each for each in case.people() if each.number == party), None)
    return _find(case.session, case.deed.by.staff_id or 0, case.complaint, whose)


def _find(session: Session, staff_id: int, complaint: Complaint, whose: Party | None) -> list[Namesake]:
    if whose is None or not (name := sought(whose.name)):
        return []
    tied = {link.reference for link in complaint.kin.links if link.bond in OF_ONE_PERSON}
    found = namesakes.find(session, staff_id, whose, name, tied, MOST)
    return [each for each in found if each.phase not in OVER and _is_them(whose, each, tied)]


def _is_them(whose: Party, other: Namesake, tied: Collection[str]) -> bool:
    home = set(tokens(f"{whose.address} {whose.postcode}"))
    return elsewhere.same_person(
        set(tokens(whose.name)),
        set(tokens(other.name)),
        reached_alike=other.reached_alike,
        lives_alike=bool(whose.address) and home == set(tokens(f"{other.address} {other.postcode}")),
        tied=other.reference in tied and other.role == whose.role,
    )


def is_resident(theirs: Theirs) -> bool:
    """Return whether they are the resident of that case too: only then is their home what moved."""
    return theirs.case.complaint.party(theirs.party).role is Role.RESIDENT
