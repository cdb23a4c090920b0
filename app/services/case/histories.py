"""Open a case, let things happen to it, and keep them: its events, its words and what is computed from both."""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field

from sqlalchemy.orm import Session

from app.domain import history
from app.domain.case.independence import may_see
from app.domain.case.interests import refuse_undeclared
from app.domain.case.state import Complaint
from app.domain.clock.profiles import Profile, profile
from app.domain.clock.terms import Terms
from app.domain.deed import Deed
from app.domain.history import Event
from app.domain.parts import JUDGED, Part
from app.domain.people.preferences import Way
from app.domain.record import Recorded, facts, kind_of
from app.domain.said import Said, WordsKind, salted
from app.domain.touches import touches
from app.services.case import found_by, projections
from app.services.meanwhile import refuse_if_changed
from app.store import record
from app.store.case import complaints, wordings
from app.store.case.wordings import Wording
from app.store.clock import calendars
from app.store.people import contacts, parties
from app.store.people.contacts import Contact
from app.store.people.parties import Party
from app.store.record import Head, Written

SALT_BYTES = 16


class NoSuchCase(LookupError):
    """No case has this reference, or none that whoever asks may know of."""


@dataclass
class Case:
    """One case in hand. What happens to it is kept when the `with` block that opened it ends, or not at all."""

    session: Session
    id: int
    reference: str
    complaint: Complaint
    terms: Terms
    deed: Deed
    head: Head
    last_word: int
    events: list[Event] = field(default_factory=list)
    wordings: list[Wording] = field(default_factory=list)
    joined: list[Party] = field(default_factory=list)
    given: list[Contact] = field(default_factory=list)
    was: Complaint = field(init=False)
    """As it stood when it was opened."""

    def __post_init__(self) -> None:
        self.was = self.complaint

    @property
    def is_new(self) -> bool:
        """Return whether the case begins with this transaction: then all there is of it is in hand."""
        return self.head.position == 0

    def add(self, *events: Event) -> None:
        """Let these events happen, in order."""
        for event in events:
            self.events.append(event)
            place = self.head.position + len(self.events)
            self.complaint = history.apply(self.complaint, Recorded(place, event, self.deed.by, self.deed.at))

    def write(self, kind: WordsKind, text: str) -> Said:
        """Keep somebody's words beside the record; the domain's `Write`."""
        self.last_word += 1
        salt = secrets.token_bytes(SALT_BYTES)
        said = Said(self.last_word, salted(salt, text))
        self.wordings.append(Wording(said.number, kind.value, text, salt, said.sha256, self.deed.at))
        return said

    def texts(self) -> dict[int, str]:
        """Return every text of the case by its number, those just written too; an erased one is empty."""
        new = {wording.number: wording.text or "" for wording in self.wordings}
        return new if self.is_new else wordings.texts(self.session, self.id) | new

    def keep_person(self, person: Party) -> None:
        """Keep what somebody who takes part is called, and where they live."""
        parties.add(self.session, person)
        self.joined.append(person)

    def people(self) -> Sequence[Party]:
        """Return everybody who takes part, by number."""
        return self.joined if self.is_new else parties.of_case(self.session, self.id)

    def keep_contact(self, party: int, way: Way, value: str) -> int:
        """Keep a way to reach somebody that may be used at once, and return its number."""
        last = len(self.given) if self.is_new else contacts.count(self.session, self.id)
        contact = Contact(self.id, last + 1, party, way, value, self.deed.at, True, None)
        contacts.add(self.session, contact)
        self.given.append(contact)
        return contact.number

    def reachable(self, party: int) -> Mapping[Way, Contact]:
        """Return the newest usable contact of a person for each way."""
        if self.is_new:
            return {each.way: each for each in self.given if each.party == party}
        return contacts.usable(self.session, self.id, party)


def read(session: Session, reference: str) -> tuple[int, list[Written]]:
    """Return the number of a case and all that happened to it; raises NoSuchCase."""
    found = complaints.history(session, reference)
    if found is None:
        raise NoSuchCase(reference)
    return found


@contextmanager
def opened(session: Session, reference: str, deed: Deed, *touching: Part) -> Iterator[Case]:
    """Yield a case to act on, and keep what happened to it at the end.

    Raises NoSuchCase; Changed when one of the parts to be touched was, after the person's page was drawn; Refused for
    who has yet to declare that they have no conflict of interest.
    """
    complaints.hold(session, reference)  # else the slower of two fails at whatever both write first, words and all
    case = found(session, reference, deed, *touching)
    yield case
    _keep(case)


def found(session: Session, reference: str, deed: Deed, *touching: Part) -> Case:
    """Return a case in hand of which nothing will be kept, for a page or a preview; raises as `opened` does."""
    case_id, written = read(session, reference)
    complaint = projections.fold(written)
    refuse_if_hidden(complaint, deed.by.staff_id)
    _refuse_if_touched(written, deed, touching)
    if not JUDGED.isdisjoint(touching):
        refuse_undeclared(complaint, deed.by.staff_id)
    terms = terms_of(session, complaint)
    head = record.end_of(written)
    return Case(session, case_id, reference, complaint, terms, deed, head, wordings.count(session, case_id))


@contextmanager
def begun(session: Session, reference: str, terms: Terms, deed: Deed) -> Iterator[Case]:
    """Yield a case that is only beginning, and keep what happened to it at the end."""
    case_id = complaints.claim(session, reference, deed.at)
    head = Head(complaints.stream(case_id), 0, "")
    case = Case(session, case_id, reference, Complaint(), terms, deed, head, 0)
    yield case
    _keep(case)


def terms_of(session: Session, complaint: Complaint) -> Terms:
    """Return the profile and calendar that a complaint was received under."""
    return terms_for(session, profile(complaint.profile), complaint.calendar)


def terms_for(session: Session, of: Profile, calendar: str | None = None) -> Terms:
    """Return a profile with its calendar as it is known today."""
    return Terms(of, calendars.load(session, calendar or of.calendar))


def refuse_if_hidden(complaint: Complaint, staff: int | None) -> None:
    """Raise NoSuchCase for a member of staff who is not on the list of a restricted case (ruling 4)."""
    if staff is not None and not may_see(complaint, staff):
        raise NoSuchCase(complaint.reference)


def _refuse_if_touched(written: Iterable[Written], deed: Deed, parts: tuple[Part, ...]) -> None:
    if parts:
        refuse_if_changed(written, deed, lambda each: touches(projections.recorded(each).event, parts))


def _keep(case: Case) -> None:
    if not case.events:
        return
    wordings.add(case.session, case.id, case.wordings)
    rows = [(kind_of(type(event)), facts(event)) for event in case.events]
    record.append(case.session, case.head, rows, case.deed)
    projections.keep(case.session, case.id, case.complaint, case.deed.at, case.terms.calendar, case.was)
    if case.is_new:
        found_by.begin(case.session, case.id, case.reference, case.joined, case.given, case.wordings)
    elif (case.wordings or case.joined or case.given) and case.complaint.erased_on is None:
        found_by.again(case.session, case.id, case.complaint)
