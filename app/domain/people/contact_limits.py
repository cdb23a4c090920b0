"""Limiting how somebody is in touch with us: two people, equality weighed, one way left open (5.14, 5.15, ruling 21).

It is told and it is kept to by people. No road looks at it: not a hazard or an emergency, not Stage 2, not a new
complaint, not the way to the Ombudsman.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from datetime import date

from app.domain.case.signposts import months_after
from app.domain.case.state import Complaint
from app.domain.clock.duty_kinds import DutyKind, Owner, Task
from app.domain.clock.terms import Terms
from app.domain.deed import Deed
from app.domain.mail.routing import may_go
from app.domain.people.adjustments import Need
from app.domain.people.limits import WAY_OF, ContactLimitProposal, ContactLimitStanding, ContactLimitState, Limited
from app.domain.people.preferences import Way
from app.domain.people.whys import PeopleWhy
from app.domain.reasons import Reason
from app.domain.refused import Gap, Refused, Why
from app.domain.said import Said, WordsKind, Write

MOST_MONTHS = 12
"""How long one may last before somebody decides anew: our own limit, the Code asks for regular reviews (5.14)."""
DECIDE_WITHIN = 1
"""Working days in which a second person decides on one that was proposed: our own promise."""

UNFIT = {
    Need.CALLS_NOT_LETTERS: frozenset({Way.LETTER, Way.EMAIL, Way.TEXT, Way.HERE}),
    Need.LETTERS_NOT_CALLS: frozenset({Way.PHONE}),
    Need.BSL: frozenset({Way.PHONE}),
    Need.BRAILLE: frozenset({Way.TEXT}),
    Need.LARGE_PRINT: frozenset({Way.TEXT}),
    Need.EASY_READ: frozenset({Way.TEXT}),
}
"""Ways that shut out somebody with this need: none of them can be the only one left (5.15)."""


@dataclass(frozen=True, slots=True)
class ContactLimitDraft:
    """A restriction as a handler writes it."""

    party: int
    limited: tuple[Limited, ...]
    how: str
    open_way: Way | None
    reasons: str
    evidence: str
    equality: str
    until: date | None


@dataclass(frozen=True, slots=True)
class ContactLimitProposed:
    """A handler would limit somebody's contact with us: a second person decides by a day."""

    proposal: ContactLimitProposal
    decide_by: date


@dataclass(frozen=True, slots=True)
class ContactLimitReturned:
    """The second person did not agree, and said why."""

    restriction: int
    said: Said


@dataclass(frozen=True, slots=True)
class ContactLimitAgreed:
    """The second person agreed. It ends on the day it says, and takes the place of the one it carries on, if any."""

    restriction: int
    party: int
    until: date
    replaces: int
    letter: int
    approved_by: int


Event = ContactLimitProposed | ContactLimitReturned | ContactLimitAgreed


def in_force(complaint: Complaint, today: date) -> tuple[ContactLimitState, ...]:
    """Return the restrictions that hold on a London day: the person was told, and the last day has not passed."""
    gone = {letter.number for letter in complaint.letters if letter.sent_on is not None}
    return tuple(
        each
        for each in complaint.contact_limits
        if each.standing is ContactLimitStanding.AGREED and each.letter in gone and today <= each.proposal.until
    )


def left_open(complaint: Complaint, party: int, reachable: Collection[Way]) -> tuple[Way, ...]:
    """Return the ways that could stay open to somebody: safe, chosen by them, and fit for what they need (5.15)."""
    who = complaint.party(party)
    if who.preferences is None:
        return ()
    unfit = {way for need in who.needs for way in UNFIT.get(need, ())}
    held = {*reachable, Way.HERE}
    return tuple(way for way in who.preferences.ways if way not in unfit and may_go(who.preferences, held, way))


def propose(
    complaint: Complaint,
    draft: ContactLimitDraft,
    reachable: Collection[Way],
    *,
    terms: Terms,
    deed: Deed,
    write: Write,
) -> ContactLimitProposed:
    """Return the event; raises Refused with every gap, or by somebody concerned in the complaint (5.8, 5.14, 5.15)."""
    staff = deed.by.staff_id or 0
    complaint.party(draft.party)
    if staff in complaint.concerned:
        raise Refused(Why.CONCERNED_IN_COMPLAINT)
    if complaint.erased_on is not None:
        raise Refused(Why.NO_SUCH_PARTY)
    if complaint.party(draft.party).died:
        raise Refused(Gap(PeopleWhy.PARTY_HAS_DIED, "party"))
    if _of(complaint, draft.party, ContactLimitStanding.PROPOSED):
        raise Refused(PeopleWhy.RESTRICTION_WAITS)
    gaps = (*_missing(draft, deed.on), *_open(complaint, draft, reachable))
    if gaps or draft.open_way is None or draft.until is None:
        raise Refused(*gaps)
    proposal = ContactLimitProposal(
        number=len(complaint.contact_limits) + 1,
        party=draft.party,
        limited=draft.limited,
        how=write(WordsKind.REASON, draft.how),
        open_way=draft.open_way,
        reasons=write(WordsKind.REASON, draft.reasons),
        evidence=write(WordsKind.PROOF, draft.evidence),
        equality=write(WordsKind.REASON, draft.equality),
        until=draft.until,
        by=staff,
    )
    return ContactLimitProposed(proposal, terms.in_working_days(deed.on, DECIDE_WITHIN))


def _missing(draft: ContactLimitDraft, on: date) -> Iterator[Gap]:
    if not draft.limited:
        yield Gap(PeopleWhy.RESTRICTION_OF_NOTHING, "limited")
    for words, why, field in (
        (draft.how, PeopleWhy.RESTRICTION_WITHOUT_HOW, "how"),
        (draft.reasons, PeopleWhy.RESTRICTION_WITHOUT_REASONS, "reasons"),
        (draft.evidence, PeopleWhy.RESTRICTION_WITHOUT_EVIDENCE, "evidence"),
        (draft.equality, PeopleWhy.EQUALITY_NOT_CONSIDERED, "equality"),
    ):
        if not words.strip():
            yield Gap(why, field)
    if draft.until is None or draft.until <= on:
        yield Gap(PeopleWhy.RESTRICTION_WITHOUT_END, "until")
    elif draft.until > months_after(on, MOST_MONTHS):
        yield Gap(PeopleWhy.RESTRICTION_TOO_LONG, "until")


def _open(complaint: Complaint, draft: ContactLimitDraft, reachable: Collection[Way]) -> Iterator[Gap]:
    if draft.open_way is None:
        yield Gap(PeopleWhy.NO_OPEN_WAY, "open_way")
    elif draft.open_way in {WAY_OF.get(each) for each in draft.limited}:
        yield Gap(PeopleWhy.OPEN_WAY_LIMITED, "open_way")
    elif draft.open_way not in left_open(complaint, draft.party, reachable):
        yield Gap(PeopleWhy.OPEN_WAY_UNFIT, "open_way")


def waiting(complaint: Complaint, number: int) -> ContactLimitState:
    """Return a restriction that waits for a second person; raises Refused where none of this number does."""
    return _standing(complaint, number, ContactLimitStanding.PROPOSED, PeopleWhy.RESTRICTION_NOT_WAITING)


def agreed(complaint: Complaint, number: int) -> ContactLimitState:
    """Return a restriction that was agreed to and not ended; raises Refused where none of this number is."""
    return _standing(complaint, number, ContactLimitStanding.AGREED, PeopleWhy.NO_SUCH_RESTRICTION)


def approve(
    complaint: Complaint, number: int, reachable: Collection[Way], *, deed: Deed, words: str = ""
) -> ContactLimitAgreed:
    """Return the event; raises Refused for who proposed it or is complained of, or where its one open way is shut.

    Nor can anybody agree who wrote what must change: their words would go nowhere.
    """
    asked, staff = waiting(complaint, number).proposal, deed.by.staff_id
    if staff is None or staff == asked.by:
        raise Refused(PeopleWhy.RESTRICTION_NEEDS_SECOND_PERSON)
    if staff in complaint.concerned:
        raise Refused(Why.CONCERNED_IN_COMPLAINT)
    if asked.open_way not in left_open(complaint, asked.party, reachable):
        raise Refused(PeopleWhy.OPEN_WAY_UNFIT)
    if asked.until <= deed.on:
        raise Refused(PeopleWhy.RESTRICTION_WITHOUT_END)
    if words.strip():
        raise Refused(Gap(Why.AGREED_WITH_WORDS, "words"))
    return as_agreed(complaint, number, staff)


def as_agreed(complaint: Complaint, number: int, staff: int) -> ContactLimitAgreed:
    """Return what agreeing to a restriction would be, whoever agrees; raises Refused where none waits."""
    asked = waiting(complaint, number).proposal
    before = _of(complaint, asked.party, ContactLimitStanding.AGREED)
    replaces = before[-1].number if before else 0
    return ContactLimitAgreed(number, asked.party, asked.until, replaces, len(complaint.letters) + 1, staff)


def give_back(complaint: Complaint, number: int, words: str, *, deed: Deed, write: Write) -> ContactLimitReturned:
    """Return the event of a second person who does not agree; raises Refused without a word on why (5.14)."""
    asked = waiting(complaint, number).proposal
    if deed.by.staff_id is None or deed.by.staff_id == asked.by:
        raise Refused(PeopleWhy.RESTRICTION_NEEDS_SECOND_PERSON)
    if not words.strip():
        raise Refused(Gap(Why.RETURNED_WITHOUT_WORDS, "words"))
    return ContactLimitReturned(number, write(WordsKind.NOTE, words))


def _of(complaint: Complaint, party: int, standing: ContactLimitStanding) -> list[ContactLimitState]:
    return [each for each in complaint.contact_limits if each.party == party and each.standing is standing]


def _standing(complaint: Complaint, number: int, standing: ContactLimitStanding, why: Reason) -> ContactLimitState:
    for each in complaint.contact_limits:
        if each.number == number and each.standing is standing:
            return each
    raise Refused(why)


def apply(complaint: Complaint, event: Event, on: date) -> Complaint:
    """Return the complaint after the event, recorded on a London day."""
    match event:
        case ContactLimitProposed(proposal, decide_by):
            task = Task(DutyKind.APPROVE_RESTRICTION, proposal.number, decide_by, Owner.SECOND_PERSON)
            proposed = (*complaint.contact_limits, ContactLimitState(proposal))
            return replace(complaint, contact_limits=proposed).with_task(task)
        case ContactLimitReturned(number, said):
            returned = with_restriction(complaint, number, standing=ContactLimitStanding.RETURNED, note=said)
            return returned.without_task(DutyKind.APPROVE_RESTRICTION, number)
        case ContactLimitAgreed(number, _, until, replaces, letter, approved_by):
            complaint = ended(complaint, replaces, on)
            complaint = with_restriction(
                complaint, number, standing=ContactLimitStanding.AGREED, letter=letter, decided_by=approved_by
            ).without_task(DutyKind.APPROVE_RESTRICTION, number)
            return complaint.with_task(Task(DutyKind.REVIEW_RESTRICTION, number, until, Owner.COMPLAINTS_OFFICER))


def ended(complaint: Complaint, number: int, on: date) -> Complaint:
    """Return the complaint once a restriction is over, and nobody need look at it any more."""
    over = with_restriction(complaint, number, standing=ContactLimitStanding.ENDED, ended_on=on)
    for kind in (DutyKind.REVIEW_RESTRICTION, DutyKind.LOOK_AT_RESTRICTION):
        over = over.without_task(kind, number)
    return over


def with_restriction(complaint: Complaint, number: int, **changes: object) -> Complaint:
    """Return the complaint with fields of one restriction replaced."""
    changed = tuple(
        replace(each, **changes) if each.number == number else each  # type: ignore[arg-type]
        for each in complaint.contact_limits
    )
    return replace(complaint, contact_limits=changed)
