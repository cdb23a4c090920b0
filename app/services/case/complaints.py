"""Take a complaint: one transaction that records it, starts its clock, writes the receipt and tells who must know."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from sqlalchemy.orm import Session

from app.domain.case import complaints, enquiries, groups, interests, read_backs, requests
from app.domain.case.complaints import Arrival, Received
from app.domain.case.enquiries import EnquirerNamed, EnquiryJoined
from app.domain.case.feelings import FeelingTold
from app.domain.case.groups import PutInGroup
from app.domain.case.kinds import ANSWERED_BY, Feeling, Kind
from app.domain.case.requests import CaseLogged
from app.domain.case.restriction_states import AT_LEAST
from app.domain.case.state import Complaint
from app.domain.case.vocabulary import Danger, ForWhom
from app.domain.clock import hazards
from app.domain.clock.hazard_clock import Known
from app.domain.clock.hazards import HazardDraft
from app.domain.clock.profiles import profile
from app.domain.deed import Deed
from app.domain.history import Event
from app.domain.landlord.landlord import Landlord
from app.domain.mail.addressees import RESIDENT
from app.domain.mail.notices import Notice
from app.domain.parts import Part
from app.domain.people import elsewhere
from app.domain.people.parties import Authority, Role
from app.services import keys
from app.services.case import evidence, histories, references, visits
from app.services.case.histories import Case
from app.services.figures import filings
from app.services.landlord import landlord
from app.services.mail import letters, notices
from app.services.people import parties, receipts
from app.services.people.parties import Person
from app.store.case.complaints import stream
from app.store.case.draft_files import DraftFile

MADE = ("case", "reference", "party")
"""What a form that made a complaint is answered with, at every press."""
OPEN_WITHIN = timedelta(minutes=15)
"""How long each out-of-hours contact has to open the notice before the next is told (ruling 3)."""


@dataclass(frozen=True, slots=True)
class NewComplaint:
    """A case as it arrives: what was said, whose it is, who speaks for them, and a danger in the home, if any.

    One that is no complaint may have a day of its own by which it is done. `said_no`: they are unhappy, and did not
    want a complaint. `inherits` is what it has from the case that it comes of, if any: the tie to it, and what keeps it
    from some of the staff. `group_name` is what they call the group they are of; `put_in`: staff know which it is.
    `files` came while it was told; so many say what went wrong where no words do (ruling 28).
    `is_letter`: it is what an MP or councillor wrote, who speaks here and is answered too.
    """

    arrival: Arrival
    resident: Person
    representative: Person | None = None
    hazard: HazardDraft | None = None
    kind: Kind = Kind.COMPLAINT
    due_by: date | None = None
    said_no: bool = False
    inherits: tuple[Event, ...] = ()
    group_name: str = ""
    put_in: PutInGroup | None = None
    files: tuple[DraftFile, ...] = ()
    told_in_files: int = 0
    is_letter: bool = False


@dataclass(frozen=True, slots=True)
class Made:
    """What the person is given: their reference, the code that brings them back, and the part they have."""

    case_id: int
    reference: str
    return_code: str
    party: int


def make(session: Session, new: NewComplaint, lookup_key: bytes, deed: Deed) -> Made:
    """Take a complaint, once for its key, and return its reference and return code (1.2, 6.2, ruling 26).

    Raises Refused for no words, a date to come, or a way that is not safe, and KeyOfAnother for a key that made none.
    """
    if deed.key is None:
        raise ValueError("a complaint is made under an idempotency key")
    code = receipts.code_for(lookup_key, deed.key)
    given = keys.once(session, deed, lambda: begin(session, new, code, lookup_key, deed), MADE)
    return Made(given["case"], given["reference"], code, given["party"])


def begin(session: Session, new: NewComplaint, code: str, lookup_key: bytes, deed: Deed) -> keys.Answer:
    """Begin a case under a key that is claimed, and return what `make` is answered with; raises as it does."""
    ours = landlord.current(session)
    terms = histories.terms_for(session, profile(ours.profile))
    reference = references.new()
    with histories.begun(session, reference, terms, deed) as case:
        received = _came(case, new, ours)
        case.add(received, *_beside(case, new))
        filings.file_home(case)
        parties.join(case, new.resident)
        if new.representative is not None:
            _let_speak(case, new.representative)
        if new.hazard is not None:
            _note_hazard(case, new.hazard, new.arrival.happened_on)
        party = sender(case.complaint)
        evidence.bring(case, party, new.files)
        if new.told_in_files:
            case.add(read_backs.tell(case.complaint, new.told_in_files))
        receipts.issue(session, case.id, party, code, lookup_key, deed)
        if new.kind is Kind.COMPLAINT:
            letters.issue(case, Notice.RECEIPT, new.arrival.stage, received)
            visits.look(case, new.resident)
        else:
            letters.issue(case, ANSWERED_BY[new.kind], None, received)
        if new.is_letter and new.kind is Kind.COMPLAINT:
            days = ours.answer_enquiries_within
            note_letter(case, enquiries.came_with(case.complaint, days, terms=terms, deed=deed), party)
        if new.arrival.danger is Danger.NOW:
            _raise_alarm(case, len(ours.out_of_hours))
    return answer(case.id, reference, party)


def _let_speak(case: Case, speaker: Person) -> None:
    """Let somebody take part who speaks for the resident; of one who has died nothing is asked or sent (ruling 7)."""
    parties.join(case, speaker)
    if speaker.authority is Authority.THEY_HAVE_DIED:
        case.add(elsewhere.told(case.complaint, RESIDENT, terms=case.terms, deed=case.deed))


def note_letter(case: Case, event: EnquiryJoined, party: int) -> None:
    """Note a letter of an MP or councillor who takes part, and write to them by when it is answered (ruling 6)."""
    case.add(event, EnquirerNamed(event.number, party))
    letters.issue(case, Notice.ENQUIRY_JOINED, None, event, to=party)


def within(ours: Landlord, kind: Kind) -> int:
    """Return in how many working days the landlord does or answers what is no complaint, if no day was chosen."""
    return ours.do_requests_within if kind is Kind.REQUEST else ours.answer_enquiries_within


def _came(case: Case, new: NewComplaint, ours: Landlord) -> Received | CaseLogged:
    """Return the event a case begins with: only a complaint has the Code's clocks (1.4)."""
    if new.kind is Kind.COMPLAINT:
        return complaints.receive(new.arrival, case.reference, terms=case.terms, deed=case.deed, write=case.write)
    return requests.log(
        new.arrival,
        new.kind,
        case.reference,
        within=within(ours, new.kind),
        due_by=new.due_by,
        terms=case.terms,
        deed=case.deed,
        write=case.write,
    )


def _beside(case: Case, new: NewComplaint) -> Iterator[Event]:
    """Yield what is known of a case as it begins: they said no to a complaint, or it comes from another case."""
    if new.said_no and new.kind is not Kind.COMPLAINT:
        yield FeelingTold(1, Feeling.SAID_NO, new.arrival.happened_on, None)
    yield from new.inherits
    yield from groups.tell(new.group_name, case.write)
    if new.put_in is not None:
        yield new.put_in


def answer(case_id: int, reference: str, party: int) -> keys.Answer:
    """Return what a form that made this complaint is answered with."""
    return dict(zip(MADE, (case_id, reference, party), strict=True))


def sender(complaint: Complaint) -> int:
    """Return the party who told us: a representative's code never opens what is the resident's (ruling 6)."""
    spoken = [party.number for party in complaint.parties if party.role is Role.REPRESENTATIVE]
    return spoken[0] if spoken and complaint.for_whom is ForWhom.SOMEONE_ELSE else 1


def _note_hazard(case: Case, told: HazardDraft, received_on: date) -> None:
    """Start the clock of a danger in the home: at the very instant, where the complaint itself came just now."""
    deed = case.deed
    if told.known is None and received_on == deed.on:
        told = replace(told, known=Known(deed.on, deed.at))
    case.add(hazards.raise_hazard(case.complaint, told, terms=case.terms, deed=deed, write=case.write))


def _raise_alarm(case: Case, contacts: int) -> None:
    for turn in range(max(contacts, AT_LEAST)):
        once, after = f"danger-{turn}", turn * OPEN_WITHIN
        notices.post(case.session, Notice.DANGER, stream(case.id), once, case.deed, facts={"turn": turn}, after=after)


def assign(session: Session, reference: str, staff: int, deed: Deed) -> None:
    """Give a complaint to a member of staff; raises Refused for who is complained of, or Changed (5.8, 6.13)."""
    with histories.opened(session, reference, deed, Part.HANDLER) as case:
        case.add(complaints.assign(case.complaint, staff))
        case.add(*interests.ask(case.complaint, staff, terms=case.terms, deed=deed))


def answer_danger(session: Session, reference: str, deed: Deed) -> None:
    """Note that a person has read that somebody could get hurt; raises Refused when that is known (ruling 3)."""
    with histories.opened(session, reference, deed) as case:
        case.add(complaints.answer_danger(case.complaint, deed))
