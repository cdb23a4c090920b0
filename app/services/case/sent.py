"""What somebody is shown once they have sent a complaint, and what they may add to it then."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy.orm import Session

from app.domain.case import details
from app.domain.case.details import Question
from app.domain.case.state import Complaint
from app.domain.case.vocabulary import Danger
from app.domain.clock import hazards
from app.domain.clock.hazard_laws import HazardKind
from app.domain.clock.hazards import HazardDraft
from app.domain.deed import Actor, Deed
from app.domain.parts import Part
from app.domain.people.parties import Authority
from app.domain.people.preferences import Safe, Way
from app.domain.people.renewals import may_renew
from app.services import keys
from app.services.case import histories, projections
from app.services.case.complaints import sender
from app.services.case.histories import Case
from app.services.clock.hazards import told_by_complaint
from app.services.people import receipts
from app.store import record
from app.store.case.complaints import stream

VISITOR = Actor("visitor")


@dataclass(frozen=True, slots=True)
class Sent:
    """A complaint as its sender may see it right after sending, with the code that brings them back."""

    case_id: int
    return_code: str
    complaint: Complaint
    has_factor: bool
    has_postcode: bool

    @property
    def is_safe(self) -> bool:
        """Return whether they said that they may be reached safely (ruling 5)."""
        preferences = self.complaint.party(self.party).preferences
        return preferences is not None and preferences.safe is Safe.YES

    @property
    def is_silent(self) -> bool:
        """Return whether nothing is sent to them, because no way is safe or they come back by themselves (ruling 2)."""
        preferences = self.complaint.party(self.party).preferences
        return preferences is None or preferences.main is Way.HERE

    @property
    def may_renew(self) -> bool:
        """Return whether they can be given a new code, should they lose this one (ruling 2)."""
        return may_renew(self.complaint, self.complaint.party(self.party))

    @property
    def party(self) -> int:
        """Return the party who sent it."""
        return sender(self.complaint)

    @property
    def authority(self) -> Authority | None:
        """Return how the sender says that they may speak for somebody else, None for who speaks for themselves."""
        return self.complaint.party(self.party).authority

    @property
    def actor(self) -> Actor:
        """Return who acts when the sender adds something."""
        return Actor("party", f"{self.case_id}.{self.party}")


def find(session: Session, key: str, lookup_key: bytes, by: Actor = VISITOR) -> Sent | None:
    """Return what somebody sent under an idempotency key, None when nothing was."""
    answer = keys.answered(session, key, by)
    if not answer or "case" not in answer:
        return None
    complaint = projections.fold(record.read(session, stream(answer["case"])))
    receipt = receipts.of_party(session, answer["case"], sender(complaint))
    return Sent(
        answer["case"],
        receipts.code_for(lookup_key, key),
        complaint,
        has_factor=receipt is not None and receipt.factor is not None,
        has_postcode=receipt is not None and bool(receipt.postcode),
    )


def _note_hazard(case: Case, kinds: tuple[HazardKind, ...]) -> None:
    """Start the clock of a danger that was only told of after sending: it was the complaint that told us."""
    if kinds:
        urgent = case.complaint.danger is Danger.NOW
        draft = HazardDraft(kinds, known=told_by_complaint(case), urgent=urgent)
        case.add(hazards.raise_hazard(case.complaint, draft, terms=case.terms, deed=case.deed, write=case.write))


def add_details(
    session: Session, reference: str, party: int, question: Question, chosen: tuple[str, ...], words: str, deed: Deed
) -> None:
    """Keep what somebody told us after sending; raises Refused for an answer that says nothing (ruling 26)."""

    def act() -> keys.Answer:
        with histories.opened(session, reference, deed, Part.DETAILS) as case:
            case.add(details.add(case.complaint, party, question, chosen, words, case.write))
            if question is Question.HAZARDS and not case.complaint.hazards:
                _note_hazard(case, tuple(kind for kind in HazardKind if kind.value in chosen))
        return {}

    keys.once(session, deed, act)
