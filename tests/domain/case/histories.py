"""A complaint that lives through events without a database: rules decide, folding follows."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time
from typing import Any

from app.domain import history
from app.domain.case import acknowledgements, complaints, requests
from app.domain.case.complaints import Arrival
from app.domain.case.definitions import DefinitionDraft, PointDraft
from app.domain.case.findings import FindingDraft, Granted, OutcomeDraft, PromiseDraft, ResponseDraft, points_to_answer
from app.domain.case.kinds import Kind
from app.domain.case.state import Complaint
from app.domain.case.vocabulary import Ours
from app.domain.clock.profiles import Finding, Stage
from app.domain.clock.terms import Terms
from app.domain.deed import Actor, Deed
from app.domain.history import Event
from app.domain.mail import letters
from app.domain.mail.notices import Notice
from app.domain.people.parties import PartyJoined, PreferencesSet, Role
from app.domain.people.preferences import Preferences, Safe, Way
from app.domain.promises.remedies import RemedyKind
from app.domain.record import Recorded
from app.domain.said import Said, WordsKind
from tests.calendars import ENGLISH_TERMS

MONDAY = date(2026, 11, 23)
WEDNESDAY = date(2026, 11, 25)
BY_LETTER = Preferences(Safe.YES, (Way.LETTER,), Way.LETTER)


@dataclass
class Life:
    """One complaint: its terms, its history and where it stands."""

    terms: Terms = ENGLISH_TERMS
    history: list[Recorded[Event]] = field(default_factory=list)
    complaint: Complaint = field(default_factory=Complaint)
    words: dict[int, str] = field(default_factory=dict)

    def write(self, kind: WordsKind, text: str) -> Said:
        """Keep words in memory."""
        number = len(self.words) + 1
        self.words[number] = text
        return Said(number, hashlib.sha256(text.encode()).hexdigest())

    def happen(self, deed: Deed, *events: Event) -> None:
        """Let events happen."""
        for event in events:
            recorded = Recorded(len(self.history) + 1, event, deed.by, deed.at)
            self.history.append(recorded)
            self.complaint = history.apply(self.complaint, recorded)

    def forget_since(self, count: int) -> None:
        """Undo all but the first so many events, as a transaction that is rolled back does."""
        del self.history[count:]
        self.complaint = history.fold(self.history)

    def issue(self, deed: Deed, notice: Notice, stage: Stage | None, to: int = 1) -> int:
        """Freeze a letter that goes by post, and return its number."""
        issued = letters.issue(self.complaint, notice, stage, to, {Way.LETTER}, "0" * 64, terms=self.terms, deed=deed)
        self.happen(deed, issued)
        return issued.letter

    def send(self, number: int, deed: Deed) -> None:
        """Post a letter on the day of the deed."""
        self.happen(deed, letters.send(self.complaint, number, deed.on, terms=self.terms, deed=deed, way=Way.LETTER))


def deed(on: date = MONDAY, by: str = "staff:1") -> Deed:
    """Something done at noon on a day."""
    return Deed(Actor.parse(by), datetime.combine(on, time(12), UTC))


def received(on: date = MONDAY, terms: Terms = ENGLISH_TERMS, **more: object) -> Life:
    """A complaint that came in on a day, from somebody who chose letters."""
    life = Life(terms)
    arrival = Arrival(words="The boiler is broken", happened_on=on, **more)  # type: ignore[arg-type]
    came = complaints.receive(arrival, "7Q4K-2M9P", terms=terms, deed=deed(on), write=life.write)
    life.happen(deed(on), came, PartyJoined(1, Role.RESIDENT, True, None, None), PreferencesSet(1, BY_LETTER))
    return life


def acknowledged(life: Life | None = None, on: date = WEDNESDAY) -> Life:
    """A complaint, else one that came in on Monday, of which the acknowledgement was posted on a day."""
    life, by = life or received(), deed(on)
    event = acknowledgements.acknowledge(
        life.complaint, a_definition(), 1, None, terms=life.terms, deed=by, write=life.write
    )
    life.happen(by, event)
    life.send(life.issue(by, Notice.ACKNOWLEDGED, event.stage), by)
    return life


def logged(kind: Kind = Kind.REQUEST, on: date = MONDAY, **more: Any) -> Life:
    """A case of some kind that came in on a day."""
    life = Life(ENGLISH_TERMS)
    arrival = Arrival(words="Please mend the gate", happened_on=on)
    came = requests.log(arrival, kind, "7Q4K-2M9P", terms=life.terms, deed=deed(on), write=life.write, **more)
    life.happen(deed(on), came, PartyJoined(1, Role.RESIDENT, True, None, None), PreferencesSet(1, BY_LETTER))
    return life


def a_definition() -> DefinitionDraft:
    """Two points and one outcome."""
    return DefinitionDraft((PointDraft("The boiler", Ours.OURS), PointDraft("The bill", Ours.UNCLEAR)), ("A boiler",))


def an_answer(complaint: Complaint, *promises: PromiseDraft, of_points: tuple[RemedyKind, ...] = ()) -> ResponseDraft:
    """An answer that lacks nothing."""
    return ResponseDraft(
        decision="We let you down",
        findings=tuple(FindingDraft(point, Finding.UPHELD, "Why", of_points) for point in points_to_answer(complaint)),
        outcomes=tuple(OutcomeDraft(each.number, Granted.YES, "Why") for each in complaint.definition.outcomes),
        remedy="An apology",
        remedies=(RemedyKind.APOLOGY,),
        promises=promises,
        nothing_outstanding=not promises,
    )
