"""What staff do with letters by hand: post them, ring about them, and note the ones that came back (ruling 8)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from app.adapters.contacts import as_written, phone
from app.domain.clock.duty_kinds import TOLD_BY, DutyKind
from app.domain.deed import Deed
from app.domain.mail import letters as rules
from app.domain.mail.letters import Failed
from app.domain.parts import Part
from app.domain.people.preferences import Preferences, Way
from app.services.case import histories, projections
from app.services.mail import issued, letters
from app.services.mail.issued import Issued
from app.store import record, search
from app.store.case import complaints
from app.store.landlord import staff
from app.store.landlord.staff import Member
from app.store.mail import letters as store
from app.store.mail.letters import ToGo
from app.store.pages import Page, Place
from app.store.people import contacts, parties
from app.store.record import Written


@dataclass(frozen=True, slots=True)
class Posting:
    """A letter in the hand of whoever posts it or rings about it, with where it goes and what to mind.

    `marks` are the places in the record where somebody said what became of it, and who of the staff that was.
    """

    case_id: int
    reference: str
    seen: int
    issued: Issued
    name: str
    to: str
    also: Way | None
    also_to: str
    preferences: Preferences | None
    mind: str
    marks: Sequence[tuple[int, str]]

    @property
    def waits(self) -> bool:
        """Return whether the letter itself has still to go by hand."""
        letter = self.issued.letter
        return letter.sent_on is None and letter.way not in (Way.EMAIL, Way.HERE)

    def marked_since(self, seen: int) -> str | None:
        """Return who last marked this letter after that place in the record: "" for no person, None for nobody."""
        return next((name for position, name in reversed(self.marks) if position > seen), None)


def to_go(session: Session, me: Member, kind: DutyKind | None, place: Place) -> Page[ToGo]:
    """Return a page of the letters to post and calls to make, the next due first."""
    return store.to_go(session, me, (kind.value,) if kind else store.BY_HAND, place)


def find(session: Session, me: Member, reference: str, number: int) -> Posting | None:
    """Return a letter to post or ring about; None when there is none, or it is not theirs to see."""
    found = search.case(session, me, reference)
    if found is None:
        return None
    written = record.read(session, complaints.stream(found.case_id))
    case = projections.fold(written)
    letter = issued.one_of(session, found.case_id, case.letters, number)
    if letter is None:
        return None
    party = next(each for each in parties.of_case(session, found.case_id) if each.number == letter.letter.party)
    usable = {way: each.value for way, each in contacts.usable(session, found.case_id, party.number).items()}
    moved = case.party(party.number).moved_on is not None  # then nothing goes to the home on record (ruling 7)
    home = "" if moved else "\n".join(part for part in (party.address, party.postcode) if part)
    also = next((way for way, kind in TOLD_BY.items() if way and case.has_task(kind, number)), None)
    return Posting(
        found.case_id,
        reference,
        case.position,
        letter,
        party.name,
        _address(letter.letter.way, usable, home),
        also,
        _address(also, usable, ""),
        case.party(party.number).preferences,
        party.mind,
        _marks(session, written, number),
    )


def post(session: Session, reference: str, number: int, happened_on: date, deed: Deed, way: Way = Way.LETTER) -> None:
    """Record that a letter was posted (or told by phone or text) on a day a person enters; raises Refused, Changed."""
    with histories.opened(session, reference, deed, Part.LETTERS) as case:
        letters.sent(case, number, happened_on, way)


def tell(session: Session, reference: str, number: int, deed: Deed) -> None:
    """Record the call or text that goes beside a letter; raises Refused when none is waiting, or Changed."""
    with histories.opened(session, reference, deed, Part.LETTERS) as case:
        case.add(rules.tell(case.complaint, number, deed=deed))


def come_back(session: Session, reference: str, number: int, deed: Deed, failed: Failed = Failed.RETURNED) -> None:
    """Record that a letter came back: it goes the next safe way, and its duty is open again (ruling 8)."""
    with histories.opened(session, reference, deed, Part.LETTERS) as case:
        letters.came_back(case, number, failed)


def _marks(session: Session, written: Sequence[Written], number: int) -> list[tuple[int, str]]:
    marks = [
        (each.position, each.by.staff_id or 0)
        for each in map(projections.recorded, written)
        if isinstance(each.event, rules.Sent | rules.Told | rules.CameBack) and each.event.letter == number
    ]
    names = staff.names(session) if any(by for _, by in marks) else {}
    return [(position, names.get(by, "")) for position, by in marks]


def _address(way: Way | None, usable: dict[Way, str], home: str) -> str:
    if way in (Way.PHONE, Way.TEXT):
        return _number(usable.get(way, ""))
    return usable.get(Way.LETTER, home) if way is Way.LETTER else ""


def _number(kept: str) -> str:
    return as_written(kept) if phone(kept) else kept
