"""What was promised: given, handed on, moved, done or ended otherwise; both sides see each step (7.3, ruling 23)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby

from sqlalchemy.orm import Session

from app.domain.changed import Changed
from app.domain.deed import Deed
from app.domain.mail.notices import Notice
from app.domain.parts import Part
from app.domain.promises import endings, promises, proposals
from app.domain.promises.ledger import Approach, Ending
from app.domain.promises.promises import GivenDraft
from app.domain.reasons import Reason
from app.domain.refused import Refused
from app.services import keys
from app.services.case import histories
from app.services.keys import KeyOfAnother
from app.services.landlord import landlord, looked_at
from app.services.landlord.looked_at import How
from app.services.mail import jobs, letters
from app.store.landlord import staff
from app.store.landlord.staff import Member
from app.store.pages import Page, Place
from app.store.promises import promises as store
from app.store.promises.promises import Count, Key, PromiseLine, Sought

MOST_IN_A_FILE = 10_000
CHANGED = ""


@dataclass(frozen=True, slots=True)
class NotHandedOver:
    """A promise that stayed where it was. No reason: it was changed by somebody while the list was open."""

    reference: str
    number: int
    why: Reason | None


def to_keep(session: Session, me: Member, sought: Sought, place: Place) -> Page[PromiseLine]:
    """Return a page of promises: of those to keep the next due first, of those done the latest first."""
    return store.lines(session, me, sought, place)


def taken_away(session: Session, me: Member, sought: Sought, deed: Deed) -> list[PromiseLine]:
    """Return all the promises of a list for a file, and note each case as taken away by whoever asks."""
    found = store.every(session, me, sought, MOST_IN_A_FILE)
    for case_id in {line.case_id for line in found}:
        looked_at.note(session, case_id, How.EXPORTED, deed)
    return found


def find(session: Session, me: Member, reference: str, number: int) -> PromiseLine | None:
    """Return one promise, or None where there is none, or it is not theirs to see."""
    return store.line(session, me, reference, number)


def owners(session: Session, me: Member) -> list[tuple[int, str]]:
    """Return everybody who has a promise to keep that I may see: their number and name."""
    return store.owners(session, me)


def give(session: Session, reference: str, draft: GivenDraft, deed: Deed) -> int:
    """Write down a promise given elsewhere than in the answer; returns its number, raises Refused or Changed (7.3)."""
    with histories.opened(session, reference, deed, Part.PROMISES, Part.END) as case:
        draft = replace(draft, contractor=_with_whom(session, draft.promise.owner, draft.contractor))
        given = promises.give(case.complaint, draft, _contractors(session), deed=deed, write=case.write)
        case.add(given)
        jobs.tell(case)
        return given.promise


def finish(session: Session, reference: str, number: int, happened_on: date, proof: str, deed: Deed) -> None:
    """Mark a promise done; raises Refused without proof or for a date to come, or Changed (7.3)."""
    with histories.opened(session, reference, deed, Part.PROMISES) as case:
        case.add(promises.finish(case.complaint, number, happened_on, proof, deed=deed, write=case.write))


def move(session: Session, reference: str, number: int, new: date | None, reason: str, deed: Deed) -> int:
    """Move its date and tell the resident why; returns the letter's number, raises Refused or Changed (ruling 23)."""
    with histories.opened(session, reference, deed, Part.PROMISES) as case:
        moved = promises.move(case.complaint, number, new, reason, deed=deed, write=case.write)
        case.add(moved)
        return letters.issue(case, Notice.PROMISE_MOVED, None, moved)


def hand_over(session: Session, reference: str, number: int, owner: int | None, contractor: str, deed: Deed) -> None:
    """Give a promise to somebody else, with a contractor or none; raises Refused, or Changed."""
    with histories.opened(session, reference, deed, Part.PROMISES) as case:
        with_whom = _with_whom(session, owner, contractor)
        case.add(promises.hand_over(case.complaint, number, owner, with_whom, _contractors(session)))
        jobs.tell(case)


def hand_over_many(
    session: Session, me: Member, chosen: Mapping[Key, int], owner: int, contractor: str | None, deed: Deed
) -> tuple[int, tuple[NotHandedOver, ...]]:
    """Give many promises to somebody; returns how many went, and each that did not, with why (S11).

    `chosen` says with each promise the position its case was seen at; no contractor leaves each with its own.
    A second press of the same form answers as the first did; raises KeyOfAnother when that was another.
    """
    asked = [owner, contractor, sorted(map(list, chosen))]

    def act() -> keys.Answer:
        lines = sorted(store.some(session, me, chosen.keys()), key=lambda each: each.reference)
        stayed: list[tuple[str, int, str]] = []
        for reference, those in groupby(lines, lambda each: each.reference):
            of_case = list(those)
            seen = replace(deed, seen=min(chosen[each.case_id, each.number] for each in of_case))
            stayed += _of_one_case(session, reference, of_case, owner, contractor, seen)
        return {"asked": asked, "went": len(lines) - len(stayed), "stayed": stayed}

    answer = keys.once(session, deed, act)
    if answer.get("asked") != asked:
        raise KeyOfAnother(deed.key)
    stayed = tuple(NotHandedOver(reference, number, Reason.coded(code)) for reference, number, code in answer["stayed"])
    return answer["went"], stayed


def _of_one_case(
    session: Session, reference: str, lines: Sequence[PromiseLine], owner: int, contractor: str | None, deed: Deed
) -> list[tuple[str, int, str]]:
    """Hand over those of one case, and return those that stay; of a case that changed meanwhile, all."""
    stayed, known = [], _contractors(session)
    try:
        with histories.opened(session, reference, deed, Part.PROMISES) as case:
            for line in lines:
                with_whom = _with_whom(session, owner, line.contractor if contractor is None else contractor)
                try:
                    case.add(promises.hand_over(case.complaint, line.number, owner, with_whom, known))
                except Refused as refusal:
                    stayed.append((reference, line.number, refusal.why.code))
            jobs.tell(case)
    except Changed:
        return [(reference, line.number, CHANGED) for line in lines]
    return stayed


def try_access(
    session: Session, reference: str, number: int, by: Approach | None, happened_on: date, words: str, deed: Deed
) -> None:
    """Write down a try to be let in; raises Refused, or Changed (ruling 23)."""
    with histories.opened(session, reference, deed, Part.PROMISES) as case:
        tried = endings.try_access(case.complaint, number, by, happened_on, words, deed=deed, write=case.write)
        case.add(tried)


def miss_appointment(session: Session, reference: str, number: int, happened_on: date, deed: Deed) -> None:
    """Write down that we did not come; raises Refused, or Changed."""
    with histories.opened(session, reference, deed, Part.PROMISES) as case:
        case.add(endings.miss_appointment(case.complaint, number, happened_on, deed=deed))


def end(
    session: Session,
    reference: str,
    number: int,
    how: Ending | None,
    happened_on: date,
    words: str,
    *,
    resident_said: bool,
    deed: Deed,
) -> None:
    """End a promise that is not kept; raises Refused unless it may end so, or Changed (ruling 23)."""
    with histories.opened(session, reference, deed, Part.PROMISES) as case:
        ended = endings.end(
            case.complaint,
            number,
            how,
            happened_on,
            words,
            resident_said=resident_said,
            deed=deed,
            write=case.write,
        )
        case.add(ended)


def decline_date(session: Session, reference: str, number: int, reason: str, deed: Deed) -> None:
    """Leave the date of a promise as it is, whatever was asked for; raises Refused without a reason, or Changed."""
    with histories.opened(session, reference, deed, Part.PROMISES) as case:
        case.add(proposals.decline(case.complaint, number, reason, case.write))


def of_contractors(session: Session, me: Member, today: date) -> dict[str, Count]:
    """Return what became of the promises that each contractor was given, as far as I may see them, by its key (5.5)."""
    teams = {each.key for each in landlord.current(session).teams}
    return {key: count for key, count in store.of_contractors(session, me, today).items() if key not in teams}


def _with_whom(session: Session, owner: int | None, contractor: str) -> str:
    """Return the contractor a promise goes along with: of one of its people, always theirs."""
    hired = staff.present_member(session, owner)
    return hired.contractor or contractor if hired else contractor


def _contractors(session: Session) -> set[str]:
    return {each.key for each in landlord.current(session).doers if not each.retired}
