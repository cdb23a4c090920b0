"""The complaint definition: what we understand, point by point, and the outcomes wanted (5.6, 5.7, ruling 9)."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from datetime import date

from app.domain.case import read_backs
from app.domain.case.not_accepted import refused_points
from app.domain.case.state import Complaint
from app.domain.case.understood import Reply, Understood
from app.domain.case.vocabulary import Definition, Ours, Outcome, Point
from app.domain.clock.duty_kinds import DutyKind, Task
from app.domain.clock.profiles import Stage
from app.domain.clock.terms import Terms
from app.domain.deed import Deed
from app.domain.refused import Gap, Refused, Why, refuse_if
from app.domain.said import Said, WordsKind, Write

LOOK_AGAIN_WITHIN = 2
"""Working days in which somebody looks at a correction the resident asks for: our own promise, not the Code's."""


@dataclass(frozen=True, slots=True)
class PointDraft:
    """A point as a handler writes it. `elsewhere`: where to go instead. `theirs`: the resident's own words."""

    words: str
    ours: Ours | None
    elsewhere: str = ""
    theirs: str = ""


@dataclass(frozen=True, slots=True)
class DefinitionDraft:
    """A definition as a handler writes it; `outcomes_unknown` puts the question in the letter instead."""

    points: tuple[PointDraft, ...]
    outcomes: tuple[str, ...]
    outcomes_unknown: bool = False


@dataclass(frozen=True, slots=True)
class DefinitionCorrected:
    """A new version of what we understand. It moves no date."""

    stage: Stage
    definition: Definition


@dataclass(frozen=True, slots=True)
class UnderstandingAnswered:
    """The resident said whether we understood; unless we did, somebody looks again by a day."""

    party: int
    answer: Understood
    said: Said | None
    look_by: date | None


Event = DefinitionCorrected | UnderstandingAnswered


def gaps(draft: DefinitionDraft) -> tuple[Gap, ...]:
    """Return what is missing from a definition (5.6, 5.7); empty when it may go out."""
    return tuple(_gaps(draft))


def _gaps(draft: DefinitionDraft) -> Iterator[Gap]:
    if not draft.points:
        yield Gap(Why.NO_POINTS, "points-0-words")
    for index, point in enumerate(draft.points):
        if not point.words.strip():
            yield Gap(Why.POINT_WITHOUT_WORDS if len(draft.points) > 1 else Why.NO_POINTS, f"points-{index}-words")
        if point.ours is None:
            yield Gap(Why.POINT_WITHOUT_OWNER, f"points-{index}-ours")
    if not draft.outcomes_unknown and not any(outcome.strip() for outcome in draft.outcomes):
        yield Gap(Why.NO_OUTCOMES, "outcomes-0")


def write_down(draft: DefinitionDraft, version: int, write: Write) -> Definition:
    """Return the definition with its words kept; its points and outcomes are numbered from 1."""
    outcomes = [] if draft.outcomes_unknown else [words for words in draft.outcomes if words.strip()]
    return Definition(
        version,
        tuple(point_of(number, point, write) for number, point in enumerate(draft.points, 1)),
        tuple(Outcome(number, write(WordsKind.OUTCOME_WANTED, words)) for number, words in enumerate(outcomes, 1)),
    )


def point_of(number: int, draft: PointDraft, write: Write) -> Point:
    """Return a point with its words kept; raises Refused unless somebody said whether it is ours (5.7)."""
    if draft.ours is None:
        raise Refused(Why.POINT_WITHOUT_OWNER)
    return Point(
        number,
        write(WordsKind.POINT, draft.words),
        draft.ours,
        _if_any(draft.elsewhere, WordsKind.POINT, write),
        _if_any(draft.theirs, WordsKind.COMPLAINT, write),
    )


def _if_any(words: str, kind: WordsKind, write: Write) -> Said | None:
    return write(kind, words) if words.strip() else None


def next_version(complaint: Complaint, leaving: Collection[int] = ()) -> Definition:
    """Return the next version with the same words, without what was refused or leaves; numbers stay as they were."""
    before = complaint.definition
    gone = refused_points(complaint.refusals, before.version) | frozenset(leaving)
    left = tuple(point for point in before.points if point.number not in gone)
    return replace(before, version=before.version + 1, points=left)


def correct(complaint: Complaint, draft: DefinitionDraft, write: Write) -> DefinitionCorrected:
    """Return the event; raises Refused before an acknowledgement, after the final answer, or with gaps (5.6)."""
    stage = complaint.current
    if stage is None or not complaint.definition.points:
        raise Refused(Why.NOT_YET_ACKNOWLEDGED)
    if stage.answered_on is not None:
        raise Refused(Why.NO_ANSWER_DUE)
    refuse_if([*gaps(draft), *_emptied(complaint, draft)])
    return DefinitionCorrected(stage.stage, write_down(draft, complaint.definition.version + 1, write))


def _emptied(complaint: Complaint, draft: DefinitionDraft) -> Iterator[Gap]:
    """The outcomes left empty because their words were taken out: left out, those after them would be renumbered."""
    if draft.outcomes_unknown:
        return
    for index, (before, words) in enumerate(zip(complaint.definition.outcomes, draft.outcomes, strict=False)):
        if not words.strip() and complaint.removal(before.said.number) is not None:
            yield Gap(Why.OUTCOME_WAS_REMOVED, f"outcomes-{index}")


def answer_understanding(
    complaint: Complaint,
    party: int,
    answer: Understood | None,
    words: str,
    *,
    terms: Terms,
    deed: Deed,
    write: Write,
) -> UnderstandingAnswered:
    """Return the event; raises Refused when nothing is chosen, or "partly" or "no" comes without words (5.6)."""
    if not complaint.definition.points:
        raise Refused(Why.NOT_YET_ACKNOWLEDGED)
    if answer is None:
        raise Refused(Gap(Why.NOTHING_SAID, "answer"))
    if answer is not Understood.YES and not words.strip():
        raise Refused(Gap(Why.NOTHING_SAID, "words"))
    look_by = None if answer is Understood.YES else terms.in_working_days(deed.on, LOOK_AGAIN_WITHIN)
    return UnderstandingAnswered(party, answer, _if_any(words, WordsKind.REPLY, write), look_by)


def apply(complaint: Complaint, event: Event) -> Complaint:
    """Return the complaint after the event."""
    match event:
        case DefinitionCorrected(_, definition):
            corrected = replace(complaint, definition=definition, understood=None)
            return read_backs.again(corrected.placed().without_task(DutyKind.CORRECT_DEFINITION))
        case UnderstandingAnswered(party, answer, said, look_by):
            complaint = replace(complaint, understood=Reply(party, answer, said))
            if look_by is None:
                return read_backs.agreed(complaint)
            return complaint.with_task(Task(DutyKind.CORRECT_DEFINITION, 0, look_by))
