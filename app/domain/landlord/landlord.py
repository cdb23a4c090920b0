"""What the landlord says of itself: one typed value, checked by faults.py when it is set. Secrets are config.py's."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.domain.landlord.tenures import LOW_COST_OWNERSHIP, LOW_COST_RENT, Tenure
from app.domain.promises.guidance import GuideSum

ENGLISH = "en"

TELLING = ("complain", "grievance", "putright")
"""What says in an address that this is a site for complaints."""


@dataclass(frozen=True, slots=True)
class Choice:
    """An entry of one of the landlord's lists. Cases name its `key` for ever, so it is retired, not lost."""

    key: str
    name: str
    retired: bool = False


@dataclass(frozen=True, slots=True)
class OutOfHoursContact:
    """Somebody told at any hour that a person is in danger; the list is gone through in order (ruling 3)."""

    name: str
    email: str = ""
    phone: str = ""


@dataclass(frozen=True, slots=True)
class SignedOff:
    """A language that is offered, because a named person has signed off its catalogue (ruling 27)."""

    language: str
    by: str
    on: date


@dataclass(frozen=True, slots=True)
class OmbudsmanContact:
    """How to reach the Ombudsman, where it differs from what the profile says."""

    name: str
    phone: str = ""
    web: str = ""
    post: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Landlord:
    """The one landlord of this database. `address` begins every link we send; the Host header never does."""

    name: str = "Your landlord"
    address: str = "http://localhost:8000"
    profile: str = "england-2024"

    header_colour: str = "#46203c"
    button_colour: str = "#7a2e5d"
    link_colour: str = "#7a2e5d"

    logo: str = ""
    """The beginning of the SHA-256 of its picture, which stands in its address; empty without one."""

    phone: str = ""
    emergency_phone: str = ""
    textphone: str = ""
    bsl_link: str = ""
    email: str = ""
    post: tuple[str, ...] = ()
    visit: tuple[str, ...] = ()
    opening_hours: str = ""
    out_of_hours: tuple[OutOfHoursContact, ...] = ()

    channels: tuple[Choice, ...] = ()
    service_areas: tuple[Choice, ...] = ()
    themes: tuple[Choice, ...] = ()
    directorates: tuple[Choice, ...] = ()
    neighbourhoods: tuple[Choice, ...] = ()
    tenures: tuple[Tenure, ...] = (LOW_COST_RENT, LOW_COST_OWNERSHIP)
    contractors: tuple[Choice, ...] = ()
    teams: tuple[Choice, ...] = ()
    root_causes: tuple[Choice, ...] = ()
    escalation_reasons: tuple[Choice, ...] = ()
    refusal_reasons: tuple[Choice, ...] = ()

    answer_messages_within: int = 5
    """Working days in which a message is answered: the landlord's own promise, told to whoever writes one."""
    answer_enquiries_within: int = 10
    """Working days in which the letter of an MP or councillor is answered, where no other day was chosen."""
    do_requests_within: int = 10
    """Working days in which a request is done, where no other day was chosen."""
    survey_after: int = 10
    """Working days after the last word in which we ask how we did; 0: nobody is asked (1.6)."""
    review_share: int = 5
    """How many of a hundred answered complaints are drawn each month to be looked at; 0: none (9.1)."""
    talk_first: bool = True
    """Whether the composer reminds of the conversation before the answer; it never holds one (ruling 25)."""

    signed_off: tuple[SignedOff, ...] = ()
    interpreter_languages: tuple[str, ...] = ()
    """Each page has a line in these: ring this number, say the language, the interpreter is free."""

    stage_1_answered_by: tuple[str, ...] = ()
    stage_2_answered_by: tuple[str, ...] = ()
    """Roles that answer a stage; with none named, those that have always done."""
    stage_1_checked_by: tuple[str, ...] = ()
    stage_2_checked_by: tuple[str, ...] = ()
    """Roles that look at an answer before it goes; with none named, it goes without."""

    handlers_may_offer: int = 250_00
    reviewers_may_offer: int = 500_00
    managers_may_offer: int = 1_000_00
    heads_may_offer: int = 2_500_00
    """Pence in one case; beyond it a second person agrees (offer_limits.py)."""
    pay_offers_within: int = 20
    """Working days in which money is paid once it is accepted: the landlord's own promise."""
    guide_sums: tuple[GuideSum, ...] = ()
    """The landlord's own guidance on sums, beside the Ombudsman's fixed ones (7.4)."""

    refusal_grounds_off: tuple[str, ...] = ()
    """Grounds of the procedure for refusing a complaint that our policy does not have (2.2)."""

    restricted_handlers: tuple[str, ...] = ()
    """Addresses of those who take complaints about the complaints officer, the chief executive or the board, in order;
    the first of them are added where too few are left who may see a restricted case (ruling 4)."""

    ombudsman: OmbudsmanContact | None = None
    demo: bool = False
    """A believable landlord that does not exist: nothing leaves but to the post tray."""

    @property
    def languages(self) -> tuple[str, ...]:
        """Return the languages offered, English first."""
        return (ENGLISH, *(each.language for each in self.signed_off if each.language != ENGLISH))

    @property
    def doers(self) -> tuple[Choice, ...]:
        """Return who may do what was promised, beside the person who sees to it: contractors, and our own teams."""
        return (*self.contractors, *self.teams)

    @property
    def address_tells(self) -> bool:
        """Return whether the site's own address says what it is, to whoever sees it on a screen (ruling 2)."""
        return any(word in self.address.lower() for word in TELLING)

    @property
    def relay_uk(self) -> str:
        """Return the number to ring through Relay UK, or nothing without a phone."""
        return f"18001 {self.phone}" if self.phone else ""


@dataclass(frozen=True, slots=True)
class LandlordSet:
    """The landlord changed these of its settings; what they say now stands in its row."""

    changed: tuple[str, ...]


Event = LandlordSet
