"""Tells one complaint's story: each step on its own day, each letter gone by the way its reader chose."""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import dataclass, field

from sqlalchemy.orm import Session

from app.adapters.storage import Storage
from app.demo import post
from app.demo.days import Days
from app.domain.case.closures import ClosingDraft
from app.domain.case.complaints import Arrival
from app.domain.case.contact_log import ContactDraft
from app.domain.case.definitions import DefinitionDraft, PointDraft
from app.domain.case.details import Question
from app.domain.case.findings import FindingDraft, Granted, OutcomeDraft, PromiseDraft, ResponseDraft, points_to_answer
from app.domain.case.more_time import MoreTimeDraft
from app.domain.case.state import Complaint
from app.domain.case.talks import ContactHow, ContactOutcome
from app.domain.case.understood import Understood
from app.domain.case.vocabulary import Channel, Ours, Reason
from app.domain.clock.hazard_laws import Severity, Tenure
from app.domain.clock.hazard_states import AtHome, Tried
from app.domain.clock.hazards import AssessmentDraft, HazardDraft
from app.domain.clock.profiles import Finding
from app.domain.deed import Deed
from app.domain.people.preferences import Preferences, Safe, Way
from app.domain.promises.remedies import RemedyKind
from app.services.case import (
    acknowledgements,
    answer_checks,
    closures,
    complaints,
    contact_log,
    contributions,
    definitions,
    desks,
    escalations,
    evidence,
    histories,
    lateness,
    messages,
    more_time,
    responses,
    safe_files,
    sent,
    withdrawals,
)
from app.services.case.complaints import Made, NewComplaint
from app.services.clock import hazards
from app.services.landlord import landlord, staff
from app.services.people.parties import Person

POSTED_WITHIN = 2
"""Working days for which a letter on paper still lies there to be posted."""

BY_EMAIL = Preferences(Safe.YES, (Way.EMAIL,), Way.EMAIL)
BY_LETTER = Preferences(Safe.YES, (Way.LETTER,), Way.LETTER)
COMES_BACK = Preferences(Safe.NO, (Way.HERE,), Way.HERE)


@dataclass
class Teller:
    """One story. Members of staff are named by their number."""

    session: Session
    days: Days
    staff: Mapping[str, int]
    lookup_key: bytes
    files: Storage
    made: Made = field(init=False)
    points: tuple[PointDraft, ...] = ()
    wants: tuple[str, ...] = ()

    def sends(
        self, ago: int, words: str, person: Person, key: str, hazard: HazardDraft | None = None, **more: object
    ) -> None:
        """A resident sends a complaint, and tells of a danger in the home if there is one."""
        arrival = Arrival(words=words, happened_on=self.days.ago(ago), **more)  # type: ignore[arg-type]
        told_here, key = arrival.channel is Channel.PORTAL, f"demo-{key}"
        deed = self.days.deed(ago, "visitor", key) if told_here else self.ours(ago, "sam", key)
        self.made = complaints.make(self.session, NewComplaint(arrival, person, hazard=hazard), self.lookup_key, deed)
        self.letters_go(ago)

    def adds(self, ago: int, question: Question, chosen: tuple[str, ...], words: str = "") -> None:
        """The resident tells us more once it is sent."""
        deed = self.theirs(ago, f"demo-{self.made.reference}-{question.value}")
        sent.add_details(self.session, self.made.reference, 1, question, chosen, words, deed)

    def acknowledged(self, ago: int, by: str, points: tuple[str, ...], wants: tuple[str, ...]) -> None:
        """Staff write what they understood."""
        self.points, self.wants = tuple(PointDraft(words, Ours.OURS) for words in points), wants
        draft = DefinitionDraft(self.points, wants, outcomes_unknown=not wants)
        deed = self.ours(ago, by)
        acknowledgements.acknowledge(self.session, self.made.reference, draft, self.staff[by], None, deed)
        self.letters_go(ago)

    def replies(self, ago: int, understood: Understood, words: str = "") -> None:
        """The resident says whether we understood."""
        deed = self.theirs(ago)
        definitions.answer_understanding(self.session, self.made.reference, 1, understood, words, deed)

    def takes_more_time(self, ago: int, by: str, until: int, words: str) -> None:
        """Staff take more time, `until` so many working days before today (below nought: after it)."""
        draft = MoreTimeDraft(self.days.ago(until), Reason.THIRD_PARTY, words, "We ring the contractor every Monday.")
        more_time.ask(self.session, self.made.reference, draft, self.ours(ago, by))
        self.letters_go(ago)

    def is_found_late(self, ago: int) -> None:
        """The night finds a date missed, and says so."""
        lateness.find(self.session, self.made.reference, self.days.deed(ago, "clock"))
        self.letters_go(ago)

    def answered(
        self, ago: int, by: str, decision: str, *made: PromiseDraft, finding: Finding = Finding.UPHELD
    ) -> None:
        """Staff answer every point and every outcome; at Stage 2 the head of service checks it that day."""
        if self._complaint.stage_2 is not None:
            self.writes_answer(ago, by, decision, *made, finding=finding)
            self._agrees(ago, "miriam")
        else:
            draft = self._answer(decision, made, finding)
            responses.issue(self.session, self.made.reference, draft, self.ours(ago, by))
        self.letters_go(ago)

    def writes_answer(
        self, ago: int, by: str, decision: str, *made: PromiseDraft, finding: Finding = Finding.UPHELD
    ) -> None:
        """Staff write an answer and send it to be checked."""
        draft, deed = self._answer(decision, made, finding), self.ours(ago, by)
        answer_checks.ask(self.session, self.made.reference, draft, deed)

    def gives_answer_back(self, ago: int, by: str, words: str) -> None:
        """A second person says what must change before it goes."""
        number, deed = len(self._complaint.answer_checks), self.ours(ago, by)
        answer_checks.give_back(self.session, self.made.reference, number, words, deed)

    def _agrees(self, ago: int, by: str) -> None:
        me = next(each for each in staff.present(self.session) if each.id == self.staff[by])
        deed, desk = self.ours(ago, by), desks.find(self.session, me, self.made.reference, "en")
        number = len(desk.complaint.answer_checks)
        seen = answer_checks.letter_of(desk, number, landlord.current(self.session), deed)
        answer_checks.approve(self.session, self.made.reference, number, answer_checks.mark_of(seen), deed)

    def _answer(self, decision: str, made: tuple[PromiseDraft, ...], finding: Finding) -> ResponseDraft:
        complaint = self._complaint
        return ResponseDraft(
            decision=decision,
            findings=tuple(
                FindingDraft(point, finding, "Our records show what you told us, and when you told us.")
                for point in points_to_answer(complaint)
            ),
            outcomes=tuple(
                OutcomeDraft(outcome.number, Granted.YES, "You should have had this from the start.")
                for outcome in complaint.definition.outcomes
            ),
            remedy="" if finding is Finding.NOT_UPHELD else "We are sorry. We will do what stands below, by its date.",
            remedies=() if finding is Finding.NOT_UPHELD else (RemedyKind.APOLOGY, RemedyKind.ACTION),
            promises=made,
            nothing_outstanding=not made,
        )

    def weighs(self, ago: int, by: str, severity: Severity, words: str, *at_home: AtHome) -> None:
        """Staff say how serious the danger is."""
        draft = AssessmentDraft(severity, words, Tenure.TENANCY, at_home)
        hazards.assess(self.session, self.made.reference, 1, draft, self.ours(ago, by))

    def knocks(self, ago: int, by: str, how: Tried, words: str) -> None:
        """Staff try to get in."""
        deed = self.ours(ago, by)
        hazards.try_access(self.session, self.made.reference, 1, deed.on, how, words, deed)

    def looks_at_it(self, ago: int, by: str, words: str) -> None:
        """Staff end the investigation: it is a hazard, and works must follow."""
        deed = self.ours(ago, by)
        hazards.end_investigation(self.session, self.made.reference, 1, deed.on, words, deed, found=True, works=True)

    def asks_for_stage_2(self, ago: int, words: str = "") -> None:
        """The resident asks for Stage 2."""
        escalations.ask(self.session, self.made.reference, 1, self.theirs(ago), words=words)
        self.letters_go(ago)

    def writes_to_us(self, ago: int, words: str) -> None:
        """The resident sends a message."""
        messages.receive(self.session, self.made.reference, 1, words, self.theirs(ago))

    def sends_a_file(self, ago: int, content: bytes, called: str) -> None:
        """The resident sends a photo or a paper, and the worker makes it safe to open."""
        deed = self.theirs(ago)
        evidence.add(self.session, self.made.reference, 1, evidence.take(self.files, io.BytesIO(content), called), deed)
        file = safe_files.claim(self.session, deed.at)
        if file is not None:
            safe_files.finish(self.session, file, safe_files.look_through(self.files, None, file), deed.at)

    def writes_to_them(self, ago: int, by: str, words: str, *, asks: bool = False) -> None:
        """Staff answer, or write first."""
        messages.send(self.session, self.made.reference, 1, words, self.ours(ago, by), asks=asks)
        self.letters_go(ago)

    def logs(self, ago: int, by: str, how: ContactHow, outcome: ContactOutcome, words: str = "") -> None:
        """Staff write down the conversation before the answer, or a try at it."""
        deed = self.ours(ago, by)
        contact_log.log(
            self.session, self.made.reference, ContactDraft(1, how, outcome, deed.on, words, conversation=True), deed
        )

    def asks_a_colleague(self, ago: int, by: str, whom: str, due: int, words: str) -> None:
        """Staff ask a colleague for their part of the answer, due on a day."""
        deed = self.ours(ago, by)
        contributions.ask(self.session, self.made.reference, self.staff[whom], self.days.ago(due), words, deed)

    def asks_to_be_rung(self, ago: int, words: str) -> None:
        """The resident wants to be rung back."""
        contact_log.ask_call_back(self.session, self.made.reference, 1, words, self.theirs(ago))

    def closes(self, ago: int, by: str, cause: str, learning: str) -> None:
        """Staff close it, nothing being left to do."""
        draft = ClosingDraft(cause, "", learning, wider=False)
        closures.close(self.session, self.made.reference, draft, self.ours(ago, by))
        self.letters_go(ago)

    def stops(self, ago: int) -> None:
        """The resident stops the complaint by their own choice."""
        deed = self.theirs(ago)
        withdrawals.withdraw(self.session, self.made.reference, 1, own_choice=True, words="", deed=deed)
        self.letters_go(ago)

    @property
    def _complaint(self) -> Complaint:
        return histories.found(self.session, self.made.reference, self.days.deed(0, "clock")).complaint

    def ours(self, ago: int, by: str, key: str | None = None) -> Deed:
        """Something that one of the staff does."""
        return self.days.deed(ago, f"staff:{self.staff[by]}", key)

    def theirs(self, ago: int, key: str | None = None) -> Deed:
        """Something that the resident does."""
        return self.days.deed(ago, f"party:{self.made.case_id}.1", key)

    def letters_go(self, ago: int) -> None:
        """Let what was written that day have gone that day: e-mail unless it is today's, paper unless it is new."""
        if ago > 0:
            post.carry(self.session, self.days.deed(ago, "clock").at)
        if ago > POSTED_WITHIN:
            post.post_letters(self.session, self.made.reference, self.ours(ago, "sam"))
