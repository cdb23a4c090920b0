"""One complaint lived through by the rules in memory: the rows that the services would have written, for bulk inserts.

What decides, counts, writes and hashes is the application's own; only the statements are spared.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from app.domain import history
from app.domain.case import acknowledgements, complaints, messages, responses
from app.domain.case.complaints import Arrival
from app.domain.case.definitions import DefinitionDraft, PointDraft
from app.domain.case.findings import FindingDraft, Granted, OutcomeDraft, PromiseDraft, ResponseDraft
from app.domain.case.state import Complaint
from app.domain.case.vocabulary import Ours
from app.domain.clock.calendar import Calendar
from app.domain.clock.profiles import Finding, Stage, profile
from app.domain.clock.terms import Terms
from app.domain.deed import CLOCK, Actor, Deed
from app.domain.history import Event
from app.domain.landlord.landlord import Landlord
from app.domain.mail import letters
from app.domain.mail.notices import Notice
from app.domain.people.contacts import ContactGiven
from app.domain.people.parties import PartyJoined, PreferencesSet, Role
from app.domain.people.preferences import Preferences, Safe, Way
from app.domain.promises import promises
from app.domain.promises.remedies import RemedyKind
from app.domain.record import Recorded, canonical, facts, hash_of, kind_of
from app.domain.said import Said, WordsKind, Write, salted
from app.services.mail.letters import COMPOSE
from app.store.case.complaints import stream
from app.store.case.wordings import Wording
from app.store.mail.letters import Letter
from app.store.people.contacts import Contact
from app.store.people.parties import Party
from app.store.record import Head, Written
from app.words.mail.letters import Matter
from bench.gen import Ticket

BY_EMAIL = Preferences(Safe.YES, (Way.EMAIL,), Way.EMAIL)


@dataclass(frozen=True, slots=True)
class House:
    """What is the same for every complaint: the landlord, its calendar, who works there, and today."""

    landlord: Landlord
    calendar: Calendar
    staff: Mapping[int, str]
    today: date

    @property
    def terms(self) -> Terms:
        """Return the Code's terms, which are not sent from process to process."""
        return Terms(profile(self.landlord.profile), self.calendar)


@dataclass(slots=True)
class Lived:
    """A complaint with everything that is kept of it."""

    ticket: Ticket
    house: House
    head: Head
    complaint: Complaint = field(default_factory=Complaint)
    events: list[Written] = field(default_factory=list)
    wordings: list[Wording] = field(default_factory=list)
    letters: list[Letter] = field(default_factory=list)

    @property
    def party(self) -> Party:
        """Return the resident, as they are kept beside the record."""
        told = self.ticket
        joined_on = Deed(CLOCK, told.at).on
        return Party(told.number, 1, Role.RESIDENT.value, told.name, told.address, told.postcode, "", "", "", joined_on)

    @property
    def contact(self) -> Contact:
        """Return the resident's e-mail address."""
        return Contact(self.ticket.number, 1, 1, Way.EMAIL, self.ticket.email, self.ticket.at, True, None)

    @property
    def found_by(self) -> str:
        """Return what staff find the complaint by."""
        told = self.ticket
        return " ".join((told.reference, told.name, told.address, told.postcode))

    def let(self, deed: Deed, *events: Event) -> None:
        """Let these events happen, bound to all before them."""
        for event in events:
            place = self.head.stream, self.head.position + 1
            written = kind_of(type(event)), facts(event)
            event_hash = hash_of(*place, *written, deed.by, deed.at, self.head.hash)
            self.events.append(Written(*place, *written, deed.by, deed.at, self.head.hash, event_hash))
            self.complaint = history.apply(self.complaint, Recorded(place[1], event, deed.by, deed.at))
            self.head = Head(*place, event_hash)

    def write(self, deed: Deed) -> Write:
        """Return the domain's `Write`, for words said in this deed."""

        def keep(kind: WordsKind, text: str) -> Said:
            number = len(self.wordings) + 1
            salt = self._salt(f"word {number}")
            self.wordings.append(Wording(number, kind.value, text, salt, salted(salt, text), deed.at))
            return Said(number, salted(salt, text))

        return keep

    def issue(self, deed: Deed, notice: Notice, event: Event, stage: Stage | None = Stage.ONE) -> None:
        """Freeze the letter that tells of an event, and send it by e-mail a minute later."""
        number = len(self.letters) + 1
        text, salt = canonical(list(COMPOSE[notice](self._matter(deed, event)))), self._salt(f"letter {number}")
        sha256, terms = salted(salt, text), self.house.terms
        issued = letters.issue(self.complaint, notice, stage, 1, (Way.EMAIL,), sha256, terms=terms, deed=deed)
        self.letters.append(
            Letter(self.ticket.number, number, notice.value, stage, 1, "en", text, salt, sha256, deed.at)
        )
        self.let(deed, issued)
        posted = Deed(CLOCK, deed.at + timedelta(minutes=1))
        self.let(posted, letters.send(self.complaint, number, posted.on, terms=terms, deed=posted))

    def _matter(self, deed: Deed, event: Event) -> Matter:
        return Matter(
            landlord=self.house.landlord,
            profile=self.house.terms.profile,
            complaint=self.complaint,
            event=event,
            name=self.ticket.name,
            texts={each.number: each.text or "" for each in self.wordings},
            names=lambda: self.house.staff,
            on=deed.on,
            language="en",
        )

    def _salt(self, of: str) -> bytes:
        # Not of chance, so that a benchmark's database is the same each time; a real one's are.
        return hashlib.sha256(f"{self.head.stream} {of}".encode()).digest()[:16]


def live(ticket: Ticket, house: House) -> Lived:
    """Return a complaint as it stands today: an open one some way along, another answered and every promise kept."""
    lived = Lived(ticket, house, Head(stream(ticket.number), 0, ""))
    for deed in _receive(lived), *_go_on(lived):
        if deed.on > house.today:
            break
    return lived


def _receive(lived: Lived) -> Deed:
    told, terms = lived.ticket, lived.house.terms
    deed = Deed(Actor("visitor"), told.at)
    arrival = Arrival(told.words, deed.on, service_area=told.area)
    received = complaints.receive(arrival, told.reference, terms=terms, deed=deed, write=lived.write(deed))
    joined = PartyJoined(1, Role.RESIDENT, True, None, None)
    reached = ContactGiven(1, 1, Way.EMAIL, True), PreferencesSet(1, BY_EMAIL)
    lived.let(deed, received, joined, *reached)
    lived.issue(deed, Notice.RECEIPT, received)
    return deed


def _go_on(lived: Lived) -> Iterator[Deed]:
    told = lived.ticket
    steps = (_acknowledge, 3), (_talk, 2), (_answer, 6), (_thank, 4), (_keep_promises, 6)
    done = told.number % len(steps) if told.open else len(steps)
    at = told.at
    for step, working_days in steps[:done]:
        at = _later(lived.house, at, working_days)
        deed = Deed(Actor("staff", str(told.staff)), at)
        if deed.on <= lived.house.today:
            step(lived, deed)
        yield deed


def _later(house: House, at: datetime, working_days: int) -> datetime:
    day = Deed(CLOCK, at).on
    return at + (house.terms.in_working_days(day, working_days) - day)


def _acknowledge(lived: Lived, deed: Deed) -> None:
    first, second, *_ = lived.ticket.words.split(". ")
    points = PointDraft(first, Ours.OURS), PointDraft(second, Ours.OURS)
    draft = DefinitionDraft(points, ("An apology, and the work done",))
    write, terms = lived.write(deed), lived.house.terms
    done = acknowledgements.acknowledge(
        lived.complaint, draft, lived.ticket.staff, None, terms=terms, deed=deed, write=write
    )
    lived.let(deed, done)
    lived.issue(deed, Notice.ACKNOWLEDGED, done)


def _answer(lived: Lived, deed: Deed) -> None:
    by, owner = _later(lived.house, deed.at, 10).date(), lived.ticket.staff
    promised = PromiseDraft("We will finish the work", owner, by), PromiseDraft("We will ring you after it", owner, by)
    draft = ResponseDraft(
        decision="We let you down.",
        findings=tuple(FindingDraft(point, Finding.UPHELD, "We came too late, twice.") for point in (1, 2)),
        outcomes=(OutcomeDraft(1, Granted.YES, "It is the least we can do."),),
        remedy="We are sorry, and pay you £50.",
        remedies=(RemedyKind.APOLOGY,),
        promises=promised,
    )
    write, terms = lived.write(deed), lived.house.terms
    issued = responses.issue(lived.complaint, draft, terms=terms, deed=deed, write=write)
    lived.let(deed, issued, *promises.make(lived.complaint, draft.promises, issued.letter, write))
    lived.issue(deed, Notice.ANSWER, issued)


def _keep_promises(lived: Lived, deed: Deed) -> None:
    for number, proof in enumerate(("Seen by the surveyor.", "They were glad of the call."), 1):
        lived.let(deed, promises.finish(lived.complaint, number, deed.on, proof, deed=deed, write=lived.write(deed)))


def _talk(lived: Lived, deed: Deed) -> None:
    _hear(lived, deed, "Nobody came on the day that you said.")
    written = messages.send(lived.complaint, 1, "We are sorry. Somebody comes on Friday.", write=lived.write(deed))
    lived.let(deed, written)
    lived.issue(deed, Notice.MESSAGE, written, None)


def _thank(lived: Lived, deed: Deed) -> None:
    _hear(lived, deed, "Thank you, that is better.")
    lived.let(deed, messages.settle(lived.complaint, 3, "It asks nothing of us.", lived.write(deed)))


def _hear(lived: Lived, deed: Deed, words: str) -> None:
    said = Deed(Actor("party", f"{lived.ticket.number}.1"), deed.at)
    within, terms = lived.house.landlord.answer_messages_within, lived.house.terms
    lived.let(
        said, messages.receive(lived.complaint, 1, words, within, terms=terms, deed=said, write=lived.write(said))
    )
