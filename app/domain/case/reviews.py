"""Each month a share of what was answered or closed is drawn by lot, and somebody else looks at how it was done (4.3).

The lot explains itself: whoever has its seed and its pool draws the same complaints again, in any language.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date
from hashlib import sha256

from app.domain.case.independence import bar
from app.domain.case.review_states import ReviewAnswers, ReviewResult, ReviewState, worked_on
from app.domain.case.state import Complaint
from app.domain.clock.terms import Terms
from app.domain.deed import Deed
from app.domain.refused import Gap, Refused, Why
from app.domain.said import Said, WordsKind, Write

REVIEW_WITHIN = 10
"""Working days in which a drawn complaint is looked at: our own promise."""


@dataclass(frozen=True, slots=True)
class ReviewsDrawn:
    """The lots of a month, in the landlord's own record: from which complaints, how many of a hundred, and which."""

    month: date
    share: int
    seed: str
    pool: tuple[str, ...]
    drawn: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ReviewAsked:
    """This complaint was drawn out of so many. `staff` is to look at it; None: all who may had a part in it."""

    month: date
    seed: str
    pool: int
    staff: int | None
    review_by: date


@dataclass(frozen=True, slots=True)
class Reviewed:
    """Somebody without a part in it looked at how it was done."""

    staff: int
    happened_on: date
    answers: ReviewAnswers
    result: ReviewResult
    said: Said


Event = ReviewAsked | Reviewed


@dataclass(frozen=True, slots=True)
class ReviewDraft:
    """A review as it was filled in; None: not answered."""

    definition: bool | None = None
    points: bool | None = None
    plain: bool | None = None
    promises: bool | None = None
    dates: bool | None = None
    result: ReviewResult | None = None
    words: str = ""


def lots(pool: Iterable[str], share: int, seed: str) -> tuple[str, ...]:
    """Return the references that are drawn: so many of a hundred, rounded up, the lowest by the hash of seed and name.

    At least one where there is any; none for a share of nought.
    """
    by_lot = sorted(pool, key=lambda reference: _lot(seed, reference))
    return tuple(by_lot[: -(-len(by_lot) * share // 100)])


def _lot(seed: str, name: object) -> str:
    return sha256(f"{seed}:{name}".encode()).hexdigest()


def reviewer(complaint: Complaint, able: Mapping[int, int], seed: str) -> int | None:
    """Return who looks at it: of those able and without a part in it, who has the fewest to do, and then by lot."""
    free = {staff for staff in able if staff not in worked_on(complaint) and bar(complaint, staff) is None}
    return min(free, key=lambda staff: (able[staff], _lot(seed, staff)), default=None)


def ask(complaint: Complaint, drawn: ReviewsDrawn, able: Mapping[int, int], *, terms: Terms, deed: Deed) -> ReviewAsked:
    """Return the event that lays a drawn complaint on somebody, by a day."""
    review_by = terms.in_working_days(deed.on, REVIEW_WITHIN)
    staff = reviewer(complaint, able, drawn.seed)
    return ReviewAsked(drawn.month, drawn.seed, len(drawn.pool), staff, review_by)


def review(complaint: Complaint, staff: int, draft: ReviewDraft, *, deed: Deed, write: Write) -> Reviewed:
    """Return the event; raises Refused for somebody with a part in it, one done already, and for what is left out."""
    if complaint.review is None or not complaint.review.waits:
        raise Refused(Why.NOTHING_TO_SETTLE)
    if staff in worked_on(complaint):
        raise Refused(Why.REVIEWED_BY_WHO_WORKED_ON_IT)
    if (why := bar(complaint, staff)) is not None:
        raise Refused(why)
    answers = {field.name: getattr(draft, field.name) for field in fields(ReviewAnswers)}
    gaps = [Gap(Why.REVIEW_UNANSWERED, name) for name, answer in answers.items() if answer is None]
    if draft.result is None:
        gaps.append(Gap(Why.REVIEW_WITHOUT_RESULT, "result"))
    if not draft.words.strip():
        gaps.append(Gap(Why.REVIEW_WITHOUT_WORDS, "words"))
    if gaps or draft.result is None:
        raise Refused(*gaps)
    return Reviewed(staff, deed.on, ReviewAnswers(**answers), draft.result, write(WordsKind.REVIEW, draft.words))


def apply(complaint: Complaint, event: Event) -> Complaint:
    """Return the complaint after the event."""
    match event:
        case ReviewAsked(month, _, _, staff, review_by):
            return replace(complaint, review=ReviewState(month, staff, review_by))
        case Reviewed(staff, happened_on, answers, result, said):
            before = complaint.review or ReviewState(happened_on.replace(day=1), staff, happened_on)
            done = replace(
                before, reviewed_on=happened_on, reviewed_by=staff, answers=answers, result=result, said=said
            )
            return replace(complaint, review=done)


def month_before(day: date) -> tuple[date, date]:
    """Return the first and the last day of the month before that of a day."""
    last = date.fromordinal(day.replace(day=1).toordinal() - 1)
    return last.replace(day=1), last


def was_drawn(month: date, before: Sequence[ReviewsDrawn]) -> bool:
    """Return whether the lots of a month were drawn already."""
    return any(each.month == month for each in before)
