"""An offer of money: what for and why, who may make it, and the letter it stands in (5.13, 7.1, 7.2, 7.4)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from app.domain.case.state import Complaint
from app.domain.clock.profiles import Stage
from app.domain.clock.terms import Terms
from app.domain.deed import Deed
from app.domain.promises.guidance import GuideSum, Pence
from app.domain.promises.offer_lines import LineDraft, pence_of, written, wrong_in
from app.domain.promises.offer_states import OfferLine, OfferStanding, OfferState
from app.domain.promises.whys import MoneyWhy
from app.domain.refused import Gap, Refused, Why, refuse_if
from app.domain.said import Said, WordsKind, Write

DECIDE_WITHIN = 1
"""Working days in which a second person looks at an offer."""


@dataclass(frozen=True, slots=True)
class OfferDraft:
    """An offer as it is written: in place of a lower one, or not; in the answer, or in a letter of its own."""

    lines: tuple[LineDraft, ...] = ()
    raises: int = 0
    with_answer: bool = False


@dataclass(frozen=True, slots=True)
class OfferMade:
    """Somebody would offer money; with a day in `decide_by` a second person must agree first."""

    offer: int
    stage: Stage
    lines: tuple[OfferLine, ...]
    total: Pence
    raises: int
    with_answer: bool
    decide_by: date | None
    staff: int


@dataclass(frozen=True, slots=True)
class OfferAgreed:
    """A second person, whose limit it is within, agreed to it."""

    offer: int
    approved_by: int


@dataclass(frozen=True, slots=True)
class OfferReturned:
    """The second person did not agree, and said why."""

    offer: int
    said: Said
    staff: int


@dataclass(frozen=True, slots=True)
class OfferTakenBack:
    """It was taken back before the resident had heard of it."""

    offer: int


@dataclass(frozen=True, slots=True)
class OfferIssued:
    """It stands in a letter: that of the answer, or one of its own. `before` is the sum of a lower one it replaces."""

    offer: int
    stage: Stage
    total: Pence
    raises: int
    before: Pence
    in_answer: bool
    letter: int


Event = OfferMade | OfferAgreed | OfferReturned | OfferTakenBack | OfferIssued


def make(
    complaint: Complaint,
    draft: OfferDraft,
    table: Mapping[str, GuideSum],
    limit: Pence | None,
    *,
    terms: Terms,
    deed: Deed,
    write: Write,
) -> OfferMade:
    """Return the event; raises Refused with every part that is missing, or for a sum out of line without a reason.

    All that is offered in the case counts towards the limit, so that two offers are no way round it.
    """
    drafts = [(index, line) for index, line in enumerate(draft.lines) if not line.empty]
    refuse_if([*_may_deal(complaint, deed), *_wrong_with(complaint, draft, table)])
    lines = tuple(written(line, table, write) for _, line in drafts)
    total, stage = sum(line.pence for line in lines), complaint.current
    if stage is None:
        raise Refused(Why.NO_ANSWER_DUE)
    raised = complaint.remedies.offer(draft.raises)
    in_all = complaint.remedies.counted + total - (raised.total if raised is not None else 0)
    over = limit is not None and in_all > limit
    return OfferMade(
        offer=len(complaint.remedies.offers) + 1,
        stage=stage.stage,
        lines=lines,
        total=total,
        raises=draft.raises,
        with_answer=draft.with_answer,
        decide_by=terms.in_working_days(deed.on, DECIDE_WITHIN) if over else None,
        staff=deed.by.staff_id or 0,
    )


def _may_deal(complaint: Complaint, deed: Deed) -> Iterator[Gap]:
    if deed.by.staff_id in complaint.concerned:
        yield Gap(Why.CONCERNED_IN_COMPLAINT)


def _wrong_with(complaint: Complaint, draft: OfferDraft, table: Mapping[str, GuideSum]) -> Iterator[Gap]:
    if all(line.empty for line in draft.lines):
        yield Gap(MoneyWhy.OFFER_WITHOUT_LINES, "lines-0-what")
    for index, line in enumerate(draft.lines):
        if not line.empty:
            yield from (Gap(why, f"lines-{index}-{field}") for why, field in wrong_in(line, table))
    if draft.with_answer and not answer_due(complaint):
        yield Gap(Why.NO_ANSWER_DUE, "goes")
    if draft.raises:
        yield from _wrong_raise(complaint, draft, table)


def _wrong_raise(complaint: Complaint, draft: OfferDraft, table: Mapping[str, GuideSum]) -> Iterator[Gap]:
    before = complaint.remedies.offer(draft.raises)
    under_way = [each for each in complaint.remedies.offers if each.raises == draft.raises and each.pending]
    if before is None or not before.may_be_accepted or under_way:
        yield Gap(MoneyWhy.OFFER_CANNOT_BE_RAISED, "raises")
    elif sum(pence_of(line, table) for line in draft.lines) <= before.total:
        yield Gap(MoneyWhy.OFFER_NOT_HIGHER, "raises")


def answer_due(complaint: Complaint) -> bool:
    """Return whether an answer is still to be given, in which an offer could stand."""
    return complaint.unanswered is not None


def found(complaint: Complaint, number: int) -> OfferState:
    """Return an offer; raises Refused when none has that number."""
    offer = complaint.remedies.offer(number)
    if offer is None:
        raise Refused(MoneyWhy.NO_SUCH_OFFER)
    return offer


def may_decide(complaint: Complaint, offer: OfferState, staff: int, limit: Pence | None) -> tuple[Gap, ...]:
    """Return why this person may not agree to an offer: their own, beyond their limit, 5.8; empty: they may."""
    if offer.standing is not OfferStanding.WAITING:
        return (Gap(MoneyWhy.OFFER_NOT_WAITING),)
    gaps = []
    if staff in (0, offer.by):
        gaps.append(Gap(MoneyWhy.OFFER_NEEDS_SECOND_PERSON))
    if staff in complaint.concerned:
        gaps.append(Gap(Why.CONCERNED_IN_COMPLAINT))
    raised = complaint.remedies.offer(offer.raises)
    in_all = complaint.remedies.counted - (raised.total if raised is not None and raised.counts else 0)
    if limit is not None and in_all > limit:
        gaps.append(Gap(MoneyWhy.OFFER_OVER_LIMIT))
    return tuple(gaps)


def agree(complaint: Complaint, number: int, limit: Pence | None, *, deed: Deed, words: str = "") -> OfferAgreed:
    """Return the event; raises Refused for who made it, or for whom it is too much (4.2)."""
    staff = deed.by.staff_id or 0
    refuse_if(may_decide(complaint, found(complaint, number), staff, limit))
    if words.strip():
        raise Refused(Gap(Why.AGREED_WITH_WORDS, "words"))
    return OfferAgreed(number, staff)


def give_back(complaint: Complaint, number: int, words: str, *, deed: Deed, write: Write) -> OfferReturned:
    """Return the event; raises Refused for who made it, or without a word on why. No limit holds who says no."""
    staff = deed.by.staff_id or 0
    refuse_if(may_decide(complaint, found(complaint, number), staff, None))
    if not words.strip():
        raise Refused(Gap(Why.CHECK_WITHOUT_WORDS, "words"))
    return OfferReturned(number, write(WordsKind.NOTE, words), staff)


def take_back(complaint: Complaint, number: int, *, deed: Deed) -> OfferTakenBack:
    """Return the event; raises Refused once the resident has heard of it: an offer is never taken from them."""
    if not found(complaint, number).pending:
        raise Refused(MoneyWhy.OFFER_ALREADY_GONE)
    refuse_if(list(_may_deal(complaint, deed)))
    return OfferTakenBack(number)


def issue(complaint: Complaint, number: int, *, in_answer: bool = False) -> OfferIssued:
    """Return the event of an offer that goes in the next letter; raises Refused before it may go."""
    offer = found(complaint, number)
    if offer.standing is not OfferStanding.READY:
        raise Refused(
            MoneyWhy.OFFER_NOT_DECIDED if offer.standing is OfferStanding.WAITING else MoneyWhy.OFFER_ALREADY_GONE
        )
    raised = complaint.remedies.offer(offer.raises)
    if raised is not None and not raised.may_be_accepted:
        raise Refused(MoneyWhy.OFFER_CANNOT_BE_RAISED)
    before = raised.total if raised is not None else 0
    letter, stage = len(complaint.letters) + 1, complaint.current
    at_stage = stage.stage if stage is not None else offer.stage
    return OfferIssued(number, at_stage, offer.total, offer.raises, before, in_answer, letter)


def of_answer(complaint: Complaint, letter: int) -> tuple[OfferIssued, ...]:
    """Return the events of the offers that go in an answer which has just been given, in the letter of that number."""
    ready = [each for each in complaint.remedies.offers if each.with_answer and each.standing is OfferStanding.READY]
    return tuple(replace(issue(complaint, each.number, in_answer=True), letter=letter) for each in ready)


def apply(complaint: Complaint, event: Event, on: date) -> Complaint:
    """Return the complaint after the event, recorded on a London day."""
    remedies = complaint.remedies
    match event:
        case OfferMade(number, stage, lines, _, raises, with_answer, decide_by, staff):
            standing = OfferStanding.READY if decide_by is None else OfferStanding.WAITING
            made = OfferState(number, stage, lines, staff, raises, with_answer, decide_by, standing)
            # A complaint is not closed over money that is about to be offered.
            return replace(complaint, remedies=replace(remedies, offers=(*remedies.offers, made)), closure=None)
        case OfferAgreed(number, staff):
            remedies = remedies.with_offer(number, standing=OfferStanding.READY, decided_by=staff)
        case OfferReturned(number, said, staff):
            remedies = remedies.with_offer(number, standing=OfferStanding.RETURNED, decided_by=staff, note=said)
        case OfferTakenBack(number):
            remedies = remedies.with_offer(number, standing=OfferStanding.TAKEN_BACK)
        case OfferIssued(number, _, _, raises, _, _, letter):
            remedies = remedies.with_offer(raises, standing=OfferStanding.RAISED)
            remedies = remedies.with_offer(
                number, standing=OfferStanding.OFFERED, letter=letter, offered_on=on, with_answer=event.in_answer
            )
    return replace(complaint, remedies=remedies)
