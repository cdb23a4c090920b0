"""Each nation's complaints procedure as dated data: every number of a Code stands here, once."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum, IntEnum
from types import MappingProxyType

from app.domain.clock.calendar import Day, WorkingDays


class UnknownProfile(LookupError):
    """No profile has this name, or none of this nation was in force on this day."""


class Stage(IntEnum):
    """The stages of a complaint: two, and never more (5.3)."""

    ONE = 1
    TWO = 2


class Nation(Enum):
    ENGLAND = "england"
    SCOTLAND = "scotland"


class RespondFrom(Enum):
    """The day from which the time to answer is counted."""

    ACKNOWLEDGEMENT = "acknowledgement"
    RECEIPT = "receipt"


class Finding(Enum):
    """How a complaint, or a point of one, can be decided."""

    UPHELD = "upheld"
    PARTLY_UPHELD = "partly_upheld"
    NOT_UPHELD = "not_upheld"
    RESOLVED = "resolved"


class Ground(Enum):
    """Why a complaint, or a point of it, may be refused (2.2). That nobody gave a name is none of them (ruling 17)."""

    OVER_TIME_LIMIT = "over_time_limit"
    COURT_CLAIM = "court_claim"
    CONSIDERED_BEFORE = "considered_before"
    NOT_OUR_FUNCTION = "not_our_function"


class Body(Enum):
    """Who looks at a complaint once the landlord's own procedure is at its end."""

    HOUSING_OMBUDSMAN = "housing_ombudsman"
    SPSO = "spso"


@dataclass(frozen=True)
class StageTimes:
    """The limits of one stage, in working days."""

    acknowledge_within: WorkingDays | None
    respond_within: WorkingDays
    respond_from: RespondFrom
    extend_by_at_most: WorkingDays | None
    extension_needs_agreement: bool
    may_start_here: bool


@dataclass(frozen=True)
class Ombudsman:
    """How to reach the ombudsman, and how many months after the final answer they can still be asked."""

    body: Body
    phone: str
    website: str
    complaint_form: str
    post: tuple[str, ...]
    email_for_enquiries: str | None
    months_after_final_answer: int


@dataclass(frozen=True)
class Stage2Limit:
    """Months left to ask for Stage 2: after the event or after the Stage 1 answer, whichever ends later."""

    months_after_event: int
    months_after_answer: int


@dataclass(frozen=True)
class Profile:
    """One nation's complaints procedure, from the day it came into force."""

    name: str
    nation: Nation
    valid_from: Day
    calendar: str
    stages: Mapping[Stage, StageTimes]
    findings: tuple[Finding, ...]
    grounds: tuple[Ground, ...]
    complain_within_months: int
    stage_2_limit: Stage2Limit | None
    ombudsman: Ombudsman


ENGLAND_2024 = Profile(
    name="england-2024",
    nation=Nation.ENGLAND,
    valid_from=date(2024, 4, 1),
    calendar="england-and-wales",
    stages=MappingProxyType(
        {
            Stage.ONE: StageTimes(
                acknowledge_within=5,  # 6.2
                respond_within=10,  # 6.3
                respond_from=RespondFrom.ACKNOWLEDGEMENT,  # 6.3
                extend_by_at_most=10,  # 6.4
                extension_needs_agreement=False,  # 6.4: decided by the landlord, with reasons
                may_start_here=True,
            ),
            Stage.TWO: StageTimes(
                acknowledge_within=5,  # 6.11
                respond_within=20,  # 6.14
                respond_from=RespondFrom.ACKNOWLEDGEMENT,  # 6.14
                extend_by_at_most=20,  # 6.15
                extension_needs_agreement=False,  # 6.15
                may_start_here=False,  # 6.10
            ),
        }
    ),
    findings=(Finding.UPHELD, Finding.PARTLY_UPHELD, Finding.NOT_UPHELD),
    grounds=tuple(Ground),  # 2.2
    complain_within_months=12,  # 2.3
    stage_2_limit=None,  # the Code sets none
    ombudsman=Ombudsman(
        body=Body.HOUSING_OMBUDSMAN,
        phone="0300 111 3000",
        website="https://www.housing-ombudsman.org.uk",
        complaint_form="https://www.housing-ombudsman.org.uk/residents/make-a-complaint/",
        post=("Housing Ombudsman Service", "PO Box 1484", "Unit D", "Preston", "PR2 0ET"),
        email_for_enquiries="info@housing-ombudsman.org.uk",
        months_after_final_answer=12,  # the Housing Ombudsman Scheme
    ),
)

SCOTLAND_2021 = Profile(
    name="scotland-2021",
    nation=Nation.SCOTLAND,
    valid_from=date(2021, 4, 1),
    calendar="scotland",
    # All numbers are those of the SPSO's Model Complaints Handling Procedure: frontline, then investigation.
    stages=MappingProxyType(
        {
            Stage.ONE: StageTimes(
                acknowledge_within=None,
                respond_within=5,
                respond_from=RespondFrom.RECEIPT,
                extend_by_at_most=5,
                extension_needs_agreement=False,
                may_start_here=True,
            ),
            Stage.TWO: StageTimes(
                acknowledge_within=3,
                respond_within=20,
                respond_from=RespondFrom.RECEIPT,
                extend_by_at_most=None,
                extension_needs_agreement=True,
                may_start_here=True,
            ),
        }
    ),
    findings=(Finding.UPHELD, Finding.PARTLY_UPHELD, Finding.NOT_UPHELD, Finding.RESOLVED),
    grounds=tuple(Ground),
    complain_within_months=6,
    stage_2_limit=Stage2Limit(months_after_event=6, months_after_answer=2),
    ombudsman=Ombudsman(
        body=Body.SPSO,
        phone="0800 377 7330",
        website="https://www.spso.org.uk",
        complaint_form="https://www.spso.org.uk",
        post=("SPSO", "Bridgeside House", "99 McDonald Road", "Edinburgh", "EH7 4NS"),
        email_for_enquiries=None,
        months_after_final_answer=12,
    ),
)

PROFILES: Mapping[str, Profile] = MappingProxyType({each.name: each for each in (ENGLAND_2024, SCOTLAND_2021)})


def profile(name: str) -> Profile:
    """Return the profile of this name, which serves for any day at all; raises UnknownProfile."""
    try:
        return PROFILES[name]
    except KeyError:
        raise UnknownProfile(name) from None


def default_profile(nation: Nation, on: Day) -> Profile:
    """Return the nation's newest profile in force on the day; raises UnknownProfile before the first."""
    in_force = [each for each in PROFILES.values() if each.nation is nation and each.valid_from <= on]
    if not in_force:
        raise UnknownProfile(nation, on)
    return max(in_force, key=lambda each: each.valid_from)
