"""The answer's contents, point by point and outcome by outcome (6.7, 6.9, 6.18, 6.19, 7.1, 7.3)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum

from app.domain.case.group_states import CommonPart
from app.domain.case.group_whys import GroupWhy
from app.domain.case.independence import bar
from app.domain.case.not_accepted import refused_points
from app.domain.case.read_backs import is_final
from app.domain.case.state import Complaint
from app.domain.clock.profiles import Finding
from app.domain.clock.terms import Terms
from app.domain.landlord.letter_texts import OwnWords, unknown
from app.domain.promises.offer_states import OfferStanding
from app.domain.promises.remedies import RemedyKind
from app.domain.promises.whys import MoneyWhy
from app.domain.refused import Gap, Why
from app.domain.said import Said


class Granted(Enum):
    """What we say to an outcome that was wanted."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"


@dataclass(frozen=True, slots=True)
class FindingDraft:
    """What a handler found about one point; `remedies` answer it alone, none: those of the whole answer do."""

    point: int
    finding: Finding | None = None
    reasons: str = ""
    remedies: tuple[RemedyKind, ...] = ()

    @property
    def agreed(self) -> bool:
        """Return whether we agree with the point, or a part of it: then it must be put right (7.1)."""
        return self.finding in (Finding.UPHELD, Finding.PARTLY_UPHELD)


@dataclass(frozen=True, slots=True)
class OutcomeDraft:
    """What a handler says to one outcome."""

    outcome: int
    granted: Granted | None = None
    why: str = ""


@dataclass(frozen=True, slots=True)
class PromiseDraft:
    """Something that is still to be done: what, by whom and by when."""

    words: str = ""
    owner: int | None = None
    due_on: date | None = None

    @property
    def empty(self) -> bool:
        """Return whether the row was left blank."""
        return not self.words.strip() and self.due_on is None


@dataclass(frozen=True, slots=True)
class ResponseDraft:
    """An answer as it is being written. `nothing_outstanding` says in so many words that no action remains.

    `common` is what others are answered too, and `personal` what this answer says to this person alone.
    `own` is what it begins and ends with; None: what the landlord has for an answer that comes to this.
    """

    decision: str = ""
    findings: tuple[FindingDraft, ...] = ()
    outcomes: tuple[OutcomeDraft, ...] = ()
    remedy: str = ""
    promises: tuple[PromiseDraft, ...] = ()
    nothing_outstanding: bool = False
    remedies: tuple[RemedyKind, ...] = ()
    common: CommonPart | None = None
    personal: str = ""
    own: OwnWords | None = None


@dataclass(frozen=True, slots=True)
class OutcomeAnswered:
    """What was said to one outcome, and where the reasons are."""

    outcome: int
    granted: Granted
    why: Said


def points_to_answer(complaint: Complaint) -> tuple[int, ...]:
    """Return the points this stage must answer: all but those refused, or dropped from Stage 2 (2.4, 6.7, 6.18)."""
    dropped = complaint.dropped_points if complaint.stage_2 is not None else ()
    left_out = refused_points(complaint.refusals, complaint.definition.version) | set(dropped)
    return tuple(point.number for point in complaint.definition.points if point.number not in left_out)


def remedies_of(complaint: Complaint, draft: ResponseDraft, found: FindingDraft) -> tuple[RemedyKind, ...]:
    """Return what answers one point (7.1): its own, else what the whole answer gives; nothing where we do not agree."""
    chosen = set(found.remedies) or {*draft.remedies, RemedyKind.MONEY}
    if not any(each.with_answer and each.pending for each in complaint.remedies.offers):
        chosen -= {RemedyKind.MONEY}
    return tuple(kind for kind in RemedyKind if kind in chosen and found.agreed)


def missing_parts(complaint: Complaint, draft: ResponseDraft, terms: Terms, on: date) -> tuple[Gap, ...]:
    """Return what this answer still lacks (6.7, 6.9, 6.18, 6.19); the live checklist is this very function."""
    return tuple(_missing(complaint, draft, terms, on))


def _missing(complaint: Complaint, draft: ResponseDraft, terms: Terms, on: date) -> Iterator[Gap]:
    if not is_final(complaint):
        yield Gap(Why.POINTS_NOT_READ_BACK)
    if not draft.decision.strip():
        yield Gap(Why.NO_DECISION, "decision")
    if draft.common is not None:
        yield from _missing_personal(complaint, draft.common, draft.personal)
    yield from _missing_findings(complaint, draft, terms)
    yield from _missing_outcomes(complaint, draft)
    if any(each.agreed for each in draft.findings) and not draft.remedy.strip():
        yield Gap(Why.UPHELD_WITHOUT_REMEDY, "remedy")
    yield from _missing_remedies(complaint, draft)
    offered = [each.standing for each in complaint.remedies.offers if each.with_answer and each.pending]
    if OfferStanding.WAITING in offered:
        yield Gap(MoneyWhy.OFFER_NOT_DECIDED, "remedies")
    yield from _missing_promises(draft, on)
    if draft.own is not None:
        yield from unknown("opening", draft.own.opening)
        yield from unknown("ending", draft.own.ending)


def _missing_personal(complaint: Complaint, common: CommonPart, personal: str) -> Iterator[Gap]:
    """Yield why what others are told does not do as an answer to this person (6.7, ruling 20)."""
    if not personal.strip() or personal.split() == common.words.split():
        yield Gap(GroupWhy.NO_PERSONAL_PART, "personal")
    if bar(complaint, common.by):
        yield Gap(GroupWhy.COMMON_PART_BY_BARRED, "personal")


def _missing_findings(complaint: Complaint, draft: ResponseDraft, terms: Terms) -> Iterator[Gap]:
    given = {each.point: each for each in draft.findings}
    for number in points_to_answer(complaint):
        found = given.get(number, FindingDraft(number))
        if found.finding is None:
            yield Gap(Why.POINT_WITHOUT_FINDING, f"findings-{number}-finding")
        elif not terms.allows(found.finding):
            yield Gap(Why.FINDING_NOT_IN_PROFILE, f"findings-{number}-finding")
        if not found.reasons.strip():
            yield Gap(Why.FINDING_WITHOUT_REASONS, f"findings-{number}-reasons")


def _missing_remedies(complaint: Complaint, draft: ResponseDraft) -> Iterator[Gap]:
    bare = [each.point for each in draft.findings if each.agreed and not remedies_of(complaint, draft, each)]
    if bare and not any(each.remedies for each in draft.findings):
        yield Gap(MoneyWhy.REMEDY_WITHOUT_KIND, "remedies")
    elif bare:
        yield from (Gap(MoneyWhy.POINT_WITHOUT_REMEDY, f"findings-{point}-remedies") for point in bare)


def _missing_outcomes(complaint: Complaint, draft: ResponseDraft) -> Iterator[Gap]:
    given = {each.outcome: each for each in draft.outcomes}
    for outcome in complaint.definition.outcomes:
        said = given.get(outcome.number, OutcomeDraft(outcome.number))
        if said.granted is None:
            yield Gap(Why.OUTCOME_WITHOUT_ANSWER, f"outcomes-{outcome.number}-granted")
        if not said.why.strip():
            yield Gap(Why.OUTCOME_WITHOUT_REASONS, f"outcomes-{outcome.number}-why")


def _missing_promises(draft: ResponseDraft, on: date) -> Iterator[Gap]:
    if not draft.nothing_outstanding and all(promise.empty for promise in draft.promises):
        yield Gap(Why.NO_WORD_ON_ACTIONS, "nothing_outstanding")
    for index, promise in enumerate(draft.promises):
        if promise.empty:
            continue
        if not promise.words.strip():
            yield Gap(Why.PROMISE_WITHOUT_WORDS, f"promises-{index}-words")
        if promise.owner is None:
            yield Gap(Why.PROMISE_WITHOUT_OWNER, f"promises-{index}-owner")
        if promise.due_on is None:
            yield Gap(Why.PROMISE_WITHOUT_DATE, f"promises-{index}-due_on")
        elif promise.due_on < on:
            yield Gap(Why.DATE_IN_THE_PAST, f"promises-{index}-due_on")
