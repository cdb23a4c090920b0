"""Open one case from another: the work on the first goes on, and each says which the other is (1.5, ruling 16)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy.orm import Session

from app.domain.case import feelings, links, restrictions
from app.domain.case.complaints import Arrival
from app.domain.case.feelings import FeelingDraft
from app.domain.case.kin import Bond
from app.domain.case.kinds import Feeling, Kind
from app.domain.case.links import Linked
from app.domain.case.vocabulary import Channel, Danger
from app.domain.deed import Deed
from app.domain.parts import Part
from app.services import keys
from app.services.case import complaints, histories, taken_along
from app.services.case.complaints import Made, NewComplaint
from app.services.case.histories import Case
from app.services.people import receipts

BONDS = {Kind.COMPLAINT: Bond.OPENED, Kind.DATA_PROTECTION: Bond.BESIDE}
"""How a case is tied to what was opened from it; nothing else is."""


@dataclass(frozen=True, slots=True)
class OpeningDraft:
    """The case that is to be opened, in somebody's words: without any, those that the first case began with."""

    kind: Kind = Kind.COMPLAINT
    happened_on: date | None = None
    words: str = ""
    channel: Channel | None = None


def open_from(session: Session, reference: str, draft: OpeningDraft, lookup_key: bytes, deed: Deed) -> Made:
    """Open a case from another, once for its key, and return what its people are given (1.3, 1.5).

    It is received on the day they said so. Raises Refused from a complaint to a request or for a second complaint,
    Changed, or KeyOfAnother for a key that opened none.
    """
    code = receipts.code_for(lookup_key, deed.key or "")
    given = keys.once(session, deed, lambda: _open(session, reference, draft, code, lookup_key, deed), complaints.MADE)
    return Made(given["case"], given["reference"], code, given["party"])


def _open(
    session: Session, reference: str, draft: OpeningDraft, code: str, lookup_key: bytes, deed: Deed
) -> keys.Answer:
    with histories.opened(session, reference, deed, Part.REQUEST, Part.LINKS) as case:
        feelings.refuse_unless_may_open(case.complaint, draft.kind)
        happened_on = draft.happened_on or deed.on
        if draft.kind is Kind.COMPLAINT:
            told = FeelingDraft(Feeling.WANTS_COMPLAINT, happened_on, draft.words)
            case.add(feelings.tell(case.complaint, told, deed=deed, write=case.write))
        made = complaints.begin(session, _as_it_was(case, draft, happened_on), code, lookup_key, deed)
        case.add(links.link(case.complaint, made["case"], made["reference"], BONDS[draft.kind]))
        with histories.opened(session, made["reference"], replace(deed, seen=None)) as opened:
            taken_along.confirm(case, opened)
        _same_numbers(session, case, made)
    return made


def _as_it_was(case: Case, draft: OpeningDraft, happened_on: date) -> NewComplaint:
    """Return the new case with the people of the first, as they can be reached and what they need."""
    first, texts = case.complaint, case.texts()

    def text(number: int | None) -> str:
        return "" if number is None else texts.get(number, "")

    arrival = Arrival(
        words=draft.words.strip() or text(first.first_words.number if first.first_words else None),
        happened_on=happened_on,
        channel=draft.channel or first.channel,
        for_whom=first.for_whom,
        people=first.people,
        danger=Danger.SOON if first.danger is Danger.NOW else first.danger,
        wanted=first.wanted,
        wanted_words=text(first.wanted_words.number if first.wanted_words else None),
        home=first.home,
        service_area=first.service_area,
    )
    came_of = Linked(case.id, case.reference, BONDS[draft.kind], source=True)
    theirs, inherits = taken_along.people(case), (came_of, *restrictions.inherited(first))
    return NewComplaint(arrival, *theirs, kind=draft.kind, inherits=inherits)


def _same_numbers(session: Session, case: Case, made: keys.Answer) -> None:
    """Let the numbers that somebody chose for the first case open the second: they know no others."""
    before = receipts.of_party(session, case.id, taken_along.number_before(case, made["party"]))
    if before is not None and before.factor is not None:
        receipts.choose_factor(session, made["case"], made["party"], before.factor)
