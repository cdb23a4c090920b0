"""What a case is: a complaint, or something else that people bring us, which is kept apart from one (1.3–1.6)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import Enum
from typing import NamedTuple

from app.domain.clock.calendar import Calendar
from app.domain.mail.notices import Notice

DATA_DAYS = 30
"""Calendar days to acknowledge a data-protection complaint (Data (Use and Access) Act 2025), the day after counted
first."""


class Kind(Enum):
    """What a case is. Only a complaint has the Code's clocks; each other kind has its own."""

    COMPLAINT = "complaint"
    REQUEST = "request"
    ENQUIRY = "enquiry"
    DATA_PROTECTION = "data_protection"


ANSWERED_BY: Mapping[Kind, Notice] = {
    Kind.REQUEST: Notice.REQUEST_LOGGED,
    Kind.ENQUIRY: Notice.ENQUIRY_RECEIVED,
    Kind.DATA_PROTECTION: Notice.DATA_COMPLAINT_ACKNOWLEDGED,
}
"""The letter that goes as soon as one of these is logged, and says by when we do it."""


class Feeling(Enum):
    """The three answers to: are you unhappy, and do you want this to be a complaint? (ruling 16)"""

    NOTHING_WRONG = "nothing_wrong"
    WANTS_COMPLAINT = "wants_complaint"
    SAID_NO = "said_no"


class Concern(Enum):
    """What triage found that changes how a case is dealt with (6.1); dangers in the home have their own record."""

    COMPLEX = "complex"
    VULNERABLE = "vulnerable"
    RISK = "risk"


class Outcome(Enum):
    """How a case that is no complaint ended."""

    DONE = "done"
    NOT_WANTED = "not_wanted"
    PASSED_ON = "passed_on"


class Regulator(NamedTuple):
    """Who looks at a complaint about personal data that we did not settle: not the Ombudsman."""

    phone: str
    web: str
    post: tuple[str, ...]


ICO = Regulator(
    phone="0303 123 1113",
    web="https://ico.org.uk/make-a-complaint/",
    post=("Information Commissioner’s Office", "Wycliffe House", "Water Lane", "Wilmslow", "SK9 5AF"),
)


@dataclass(frozen=True, slots=True)
class Answered:
    """How somebody said they feel about it, and on which day."""

    number: int
    feeling: Feeling
    happened_on: date


@dataclass(frozen=True, slots=True)
class EnquiryState:
    """A letter from an MP or councillor that joined this case; `party` is who wrote it, 0 where its words say so."""

    number: int
    happened_on: date
    answer_by: date
    answered_on: date | None = None
    party: int = 0


@dataclass(frozen=True, slots=True)
class Intake:
    """What a case is, and how it was sorted."""

    kind: Kind = Kind.COMPLAINT
    acknowledge_by: date | None = None
    due_by: date | None = None
    ended_on: date | None = None
    outcome: Outcome | None = None
    triaged_on: date | None = None
    concerns: tuple[Concern, ...] = ()
    feelings: tuple[Answered, ...] = ()
    enquiries: tuple[EnquiryState, ...] = ()

    @property
    def is_complaint(self) -> bool:
        """Return whether this is a complaint, with all that the Code asks of one."""
        return self.kind is Kind.COMPLAINT

    def with_enquiry(self, number: int, **changes: object) -> Intake:
        """Return this with fields of one enquiry replaced."""
        enquiries = tuple(
            replace(each, **changes) if each.number == number else each  # type: ignore[arg-type]
            for each in self.enquiries
        )
        return replace(self, enquiries=enquiries)


def data_day(calendar: Calendar, received: date) -> date:
    """Return the last day to acknowledge a data-protection complaint; one that is no working day moves on."""
    day = received + timedelta(days=DATA_DAYS)
    return day if calendar.is_working_day(day) else calendar.add_working_days(day, 1)
