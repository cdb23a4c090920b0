"""The dates of one stage and where they stand: acknowledge by, respond by, latest with more time (6.2–6.16).

The Code counts the answer from the acknowledgement itself. One that came late moves the limit, so its target,
counted as if it had come on the last day, stands beside it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from app.domain.clock.calendar import Day
from app.domain.clock.profiles import RespondFrom, Stage
from app.domain.clock.terms import Terms
from app.domain.refused import Gap, Why, refuse_if


class Standing(Enum):
    """One thing to know about where a clock stands."""

    RUNS_FROM_RECEIPT = "runs_from_receipt"
    COUNTED_FROM_LAST_DAY_TO_ACKNOWLEDGE = "counted_from_last_day_to_acknowledge"
    ACKNOWLEDGED_IN_TIME = "acknowledged_in_time"
    ACKNOWLEDGED_LATE = "acknowledged_late"
    MORE_TIME_TOLD_IN_TIME = "more_time_told_in_time"
    MORE_TIME_TOLD_TOO_LATE = "more_time_told_too_late"
    MORE_TIME_NEEDS_GOOD_REASON = "more_time_needs_good_reason"
    MORE_TIME_NEEDS_AGREEMENT = "more_time_needs_agreement"
    ACKNOWLEDGEMENT_DUE = "acknowledgement_due"
    ACKNOWLEDGEMENT_LATE = "acknowledgement_late"
    ANSWER_DUE = "answer_due"
    ANSWER_LATE = "answer_late"


@dataclass(frozen=True, slots=True)
class Clock:
    """One stage: what happened, and the dates that follow.

    `respond_by` is the date that binds now, `first_due` the one before more time.
    """

    terms: Terms
    stage: Stage
    received: Day
    acknowledged: Day | None
    extended_to: Day | None
    told_on: Day | None
    as_of: Day | None
    acknowledge_by: Day | None
    first_due: Day
    respond_by: Day
    respond_by_as_if_on_time: Day
    latest_with_extension: Day | None

    @property
    def acknowledged_late(self) -> bool:
        """Return whether the acknowledgement came after its last day; False while there is none."""
        return _is_after(self.acknowledged, self.acknowledge_by)

    @property
    def told_in_time(self) -> bool:
        """Return whether the resident was told of the new date by the date first due (6.4)."""
        return self.told_on is not None and self.told_on <= self.first_due

    @property
    def standing(self) -> tuple[Standing, ...]:
        """Return all there is to know of where the clock stands; of due and late only as of a day."""
        return (*_what_it_counts_from(self), *_what_more_time_did(self), *_what_is_due(self))


def clock(
    terms: Terms,
    stage: Stage,
    received: Day,
    *,
    acknowledged: Day | None = None,
    extended_to: Day | None = None,
    told_on: Day | None = None,
    as_of: Day | None = None,
) -> Clock:
    """Return the dates of one stage; raises UnknownYear, or Refused for dates out of order.

    More time counts if the resident was told by the date first due (6.4). Beyond the cap it needs a good
    reason, and `standing` says so. Without `as_of`, `standing` says nothing of what is due or late.
    """
    acknowledge_by = terms.acknowledge_by(stage, received)
    first_due = terms.respond_by(stage, received, acknowledged)
    on_time = None if _is_after(acknowledged, acknowledge_by) else acknowledged
    target = terms.respond_by(stage, received, on_time)
    refuse_if(
        [
            *_out_of_order(received, acknowledged, told_on, as_of),
            *_no_more_time(first_due, extended_to, told_on),
        ]
    )
    return Clock(
        terms=terms,
        stage=stage,
        received=received,
        acknowledged=acknowledged,
        extended_to=extended_to,
        told_on=told_on,
        as_of=as_of,
        acknowledge_by=acknowledge_by,
        first_due=first_due,
        respond_by=_with_more_time(first_due, extended_to, told_on),
        respond_by_as_if_on_time=_with_more_time(target, extended_to, told_on),
        latest_with_extension=terms.latest(stage, first_due),
    )


def _with_more_time(due: Day, extended_to: Day | None, told_on: Day | None) -> Day:
    told_in_time = told_on is not None and told_on <= due
    return extended_to if extended_to is not None and told_in_time else due


def _is_after(day: Day | None, limit: Day | None) -> bool:
    return day is not None and limit is not None and day > limit


def _out_of_order(received: Day, acknowledged: Day | None, told_on: Day | None, as_of: Day | None) -> Iterator[Gap]:
    if _is_after(received, acknowledged):
        yield Gap(Why.ACKNOWLEDGED_BEFORE_RECEIVED, "acknowledged")
    if _is_after(received, told_on):
        yield Gap(Why.TOLD_BEFORE_RECEIVED, "told_on")
    for field, day in {"received": received, "acknowledged": acknowledged, "told_on": told_on}.items():
        if _is_after(day, as_of):
            yield Gap(Why.DATE_IN_THE_FUTURE, field)


def _no_more_time(first_due: Day, extended_to: Day | None, told_on: Day | None) -> Iterator[Gap]:
    if (extended_to is None) != (told_on is None):
        yield Gap(Why.MORE_TIME_HALF_TOLD, "extended_to" if extended_to is None else "told_on")
    if extended_to is not None and extended_to <= first_due:
        yield Gap(Why.NOT_LATER_THAN_DUE, "extended_to")


def _what_it_counts_from(clock: Clock) -> Iterator[Standing]:
    if clock.terms.times(clock.stage).respond_from is RespondFrom.RECEIPT:
        yield Standing.RUNS_FROM_RECEIPT
    elif clock.acknowledged is None:
        yield Standing.COUNTED_FROM_LAST_DAY_TO_ACKNOWLEDGE
    if clock.acknowledged is not None and clock.acknowledge_by is not None:
        yield Standing.ACKNOWLEDGED_LATE if clock.acknowledged_late else Standing.ACKNOWLEDGED_IN_TIME


def _what_more_time_did(clock: Clock) -> Iterator[Standing]:
    if clock.extended_to is None:
        return
    yield Standing.MORE_TIME_TOLD_IN_TIME if clock.told_in_time else Standing.MORE_TIME_TOLD_TOO_LATE
    if _is_after(clock.extended_to, clock.latest_with_extension):
        yield Standing.MORE_TIME_NEEDS_GOOD_REASON
    if clock.terms.times(clock.stage).extension_needs_agreement:
        yield Standing.MORE_TIME_NEEDS_AGREEMENT


def _what_is_due(clock: Clock) -> Iterator[Standing]:
    if clock.as_of is None:
        return
    waits = clock.acknowledged is None and clock.acknowledge_by is not None
    if waits:
        late = _is_after(clock.as_of, clock.acknowledge_by)
        yield Standing.ACKNOWLEDGEMENT_LATE if late else Standing.ACKNOWLEDGEMENT_DUE
    if clock.as_of > clock.respond_by:
        yield Standing.ANSWER_LATE
    elif not waits:
        yield Standing.ANSWER_DUE
