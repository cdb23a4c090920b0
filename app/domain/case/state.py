"""A complaint as it stands: what folding its history leaves in the hand (5.12)."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date

from app.domain.case.check_states import CheckState
from app.domain.case.contribution_states import ContributionState
from app.domain.case.details import DetailsAdded
from app.domain.case.files import FileState
from app.domain.case.group_states import Membership
from app.domain.case.kin import Kin
from app.domain.case.kinds import Intake
from app.domain.case.not_accepted import RefusalState
from app.domain.case.raised import NewPointState, placed
from app.domain.case.restriction_states import Interests, RestrictionState
from app.domain.case.review_states import ReviewState
from app.domain.case.survey_states import SurveyState
from app.domain.case.talks import ContactLog
from app.domain.case.threads import MessageState
from app.domain.case.understood import Reply
from app.domain.case.vocabulary import (
    Channel,
    Closure,
    CorrectionProposal,
    Danger,
    Definition,
    Ended,
    Extension,
    ForWhom,
    MistakeProposal,
    MoreTimeProposal,
    PointFound,
    Removal,
    Wanted,
)
from app.domain.clock.duty_kinds import DutyKind, Task
from app.domain.clock.hazard_states import HazardState
from app.domain.clock.profiles import Stage
from app.domain.figures.filing import Filing
from app.domain.figures.past_states import PastState
from app.domain.mail.notices import Notice
from app.domain.people.limits import ContactLimitState
from app.domain.people.parties import PartyState
from app.domain.people.preferences import Way
from app.domain.people.safeguarding_states import ConcernState
from app.domain.promises.draft_states import DraftState
from app.domain.promises.ledger import PromiseState
from app.domain.promises.remedies import Remedies
from app.domain.refused import Refused, Why
from app.domain.said import Said


@dataclass(frozen=True, slots=True)
class StageState:
    """One stage.

    `acknowledgement` is the number of the letter that acknowledged it, 0 until one was written.
    `respond_by` is the date the resident was last told and `limit` the Code's own; `original_limit` is the limit
    before any more time, `target` the limit as if a late acknowledgement had been in time.
    `restarted_on` is the day we were told to take it on after all, `never_after` the date the Ombudsman set for that.
    """

    stage: Stage
    began_on: date
    acknowledge_by: date | None
    respond_by: date
    limit: date
    original_limit: date
    target: date
    acknowledged_on: date | None = None
    acknowledgement_sent_on: date | None = None
    acknowledgement: int = 0
    extensions: tuple[Extension, ...] = ()
    update_every: int = 7
    next_update_by: date | None = None
    new_date_promised: date | None = None
    tell_new_date_by: date | None = None
    missed: tuple[date, ...] = ()
    answered_on: date | None = None
    answer_sent_on: date | None = None
    findings: tuple[PointFound, ...] = ()
    worked_on_by: frozenset[int] = frozenset()
    restarted_on: date | None = None
    never_after: date | None = None

    @property
    def counts_from(self) -> date:
        """Return the day from which its clock counts."""
        return self.restarted_on or self.began_on


@dataclass(frozen=True, slots=True)
class LetterState:
    """One issued letter and what became of it (ruling 8). No way: none is known to be safe."""

    number: int
    notice: Notice
    stage: Stage | None
    party: int
    way: Way | None
    issued_on: date
    do_by: date
    sent_on: date | None = None
    came_back: int = 0
    passed_on: int = 0
    removed: Removal | None = None


@dataclass(frozen=True, slots=True)
class Complaint:
    """The whole case, folded. Empty before its first event."""

    position: int = 0
    reference: str = ""
    intake: Intake = field(default_factory=Intake)
    received_on: date | None = None
    channel: Channel = Channel.PORTAL
    profile: str = ""
    calendar: str = ""
    for_whom: ForWhom = ForWhom.ME
    people: int = 1
    danger: Danger = Danger.NO
    handler: int | None = None
    concerned: frozenset[int] = frozenset()
    restriction: RestrictionState | None = None
    interests: Interests = field(default_factory=Interests)
    concerns: tuple[ConcernState, ...] = ()
    first_words: Said | None = None
    wanted: tuple[Wanted, ...] = ()
    wanted_words: Said | None = None
    details: tuple[DetailsAdded, ...] = ()
    home: int | None = None
    service_area: str = ""
    definition: Definition = field(default_factory=Definition)
    understood: Reply | None = None
    told_in_files: int = 0
    stage_1: StageState | None = None
    stage_2: StageState | None = None
    stage_2_asked_on: date | None = None
    stage_2_waits: bool = False
    dropped_points: tuple[int, ...] = ()
    proposed: MoreTimeProposal | None = None
    correction: CorrectionProposal | None = None
    new_points: tuple[NewPointState, ...] = ()
    kin: Kin = field(default_factory=Kin)
    membership: Membership = field(default_factory=Membership)
    mistake: MistakeProposal | None = None
    refusals: tuple[RefusalState, ...] = ()
    parties: tuple[PartyState, ...] = ()
    letters: tuple[LetterState, ...] = ()
    promises: tuple[PromiseState, ...] = ()
    remedies: Remedies = field(default_factory=Remedies)
    contributions: tuple[ContributionState, ...] = ()
    answer_checks: tuple[CheckState, ...] = ()
    messages: tuple[MessageState, ...] = ()
    files: tuple[FileState, ...] = ()
    contact_log: ContactLog = field(default_factory=ContactLog)
    hazards: tuple[HazardState, ...] = ()
    contact_limits: tuple[ContactLimitState, ...] = ()
    tasks: tuple[Task, ...] = ()
    adjustments: int = 0
    ended: Ended | None = None
    ended_on: date | None = None
    erased_on: date | None = None
    removals: tuple[Removal, ...] = ()
    third_party: int | None = None
    promise_drafts: tuple[DraftState, ...] = ()
    closure: Closure | None = None
    survey: SurveyState | None = None
    review: ReviewState | None = None
    filing: Filing = field(default_factory=Filing)
    past: PastState | None = None

    @property
    def current(self) -> StageState | None:
        """Return the stage the complaint is in, None before its first event."""
        return self.stage_2 or self.stage_1

    @property
    def unanswered(self) -> StageState | None:
        """Return the stage that is still to be answered, None where the case has ended or none is."""
        stage = self.current
        return stage if self.ended is None and stage is not None and stage.answered_on is None else None

    @property
    def stages(self) -> tuple[StageState, ...]:
        """Return the stages that have begun, in order."""
        return tuple(stage for stage in (self.stage_1, self.stage_2) if stage is not None)

    def at_stage(self, stage: Stage) -> StageState | None:
        """Return a stage, None when it has not begun."""
        return self.stage_2 if stage is Stage.TWO else self.stage_1

    def letter(self, number: int) -> LetterState:
        """Return a letter; raises Refused when none has that number."""
        for letter in self.letters:
            if letter.number == number:
                return letter
        raise Refused(Why.NO_SUCH_LETTER)

    def party(self, number: int) -> PartyState:
        """Return a party; raises Refused when none has that number."""
        for party in self.parties:
            if party.number == number:
                return party
        raise Refused(Why.NO_SUCH_PARTY)

    def promise(self, number: int) -> PromiseState:
        """Return a promise; raises Refused when none has that number."""
        for promise in self.promises:
            if promise.number == number:
                return promise
        raise Refused(Why.NO_SUCH_PROMISE)

    def removal(self, text: int) -> Removal | None:
        """Return when and why a text went, None for one that was neither taken out nor erased."""
        if self.erased_on is not None:
            return Removal(self.erased_on)
        return next((each for each in self.removals if each.text == text), None)

    def with_stage(self, stage: Stage, **changes: object) -> Complaint:
        """Return the complaint with fields of one stage replaced; a stage that never began stays unbegun."""
        state = self.at_stage(stage)
        if state is None:
            return self
        changed = replace(state, **changes)  # type: ignore[arg-type]
        return replace(self, stage_2=changed) if stage is Stage.TWO else replace(self, stage_1=changed)

    @property
    def to_place(self) -> tuple[Said, ...]:
        """Return the words that the next definition must have: of new points, and of complaints put into this one."""
        originals = tuple(said for each in self.kin.originals if not each.placed for said in each.points)
        return (*originals, *(point.said for point in self.new_points if point.to_place))

    def placed(self) -> Complaint:
        """Return the complaint once a definition was written: whatever was still to be put into one stands in it."""
        return replace(self, new_points=placed(self.new_points), kin=self.kin.placed())

    def with_new_clock(self, stage: Stage, acknowledge_by: date | None, respond_by: date) -> Complaint:
        """Return the complaint with a stage that is to be acknowledged and answered anew, by these days."""
        return self.with_stage(
            stage,
            acknowledge_by=acknowledge_by,
            respond_by=respond_by,
            limit=respond_by,
            original_limit=respond_by,
            target=respond_by,
            acknowledged_on=None,
            acknowledgement_sent_on=None,
            acknowledgement=0,
            extensions=(),
            next_update_by=None,
            new_date_promised=None,
            tell_new_date_by=None,
        )

    def with_letter(self, number: int, **changes: object) -> Complaint:
        """Return the complaint with fields of one letter replaced."""
        letters = tuple(
            replace(letter, **changes) if letter.number == number else letter  # type: ignore[arg-type]
            for letter in self.letters
        )
        return replace(self, letters=letters)

    def with_party(self, number: int, **changes: object) -> Complaint:
        """Return the complaint with fields of one party replaced."""
        parties = tuple(
            replace(party, **changes) if party.number == number else party  # type: ignore[arg-type]
            for party in self.parties
        )
        return replace(self, parties=parties)

    def with_promise(self, number: int, **changes: object) -> Complaint:
        """Return the complaint with fields of one promise replaced."""
        promises = tuple(
            replace(promise, **changes) if promise.number == number else promise  # type: ignore[arg-type]
            for promise in self.promises
        )
        return replace(self, promises=promises)

    def with_task(self, task: Task) -> Complaint:
        """Return the complaint with a task laid on somebody; one of the same kind and number is replaced."""
        others = self.without_task(task.kind, task.number).tasks
        return replace(self, tasks=(*others, task))

    def without_task(self, kind: DutyKind, number: int = 0) -> Complaint:
        """Return the complaint with that task settled."""
        return replace(self, tasks=tuple(t for t in self.tasks if (t.kind, t.number) != (kind, number)))

    def has_task(self, kind: DutyKind, number: int = 0) -> bool:
        """Return whether that task waits."""
        return any((task.kind, task.number) == (kind, number) for task in self.tasks)
