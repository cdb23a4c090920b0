"""What the landlord says of itself: one typed value, checked when it is set. Secrets are config.py's."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from app.domain.clock.profiles import PROFILES, Ground
from app.domain.landlord.addresses import is_link, is_site
from app.domain.landlord.colours import is_colour, is_readable
from app.domain.landlord.permissions import ROLES, Permission
from app.domain.promises.guidance import OF_THE_OMBUDSMAN, GuideSum
from app.domain.promises.whys import MoneyWhy
from app.domain.refused import Gap, Why

ENGLISH = "en"

LONGEST_TO_ANSWER = 20
"""Working days after which a message has waited as long as a complaint may."""

LATEST_SURVEY = 60
"""Working days after which nobody remembers how it was."""

ALL_OF_THEM = 100

ANSWERERS = ("stage_1_answered_by", "stage_1_checked_by", "stage_2_answered_by", "stage_2_checked_by")
"""The settings that name roles."""

OFFERERS = ("handlers_may_offer", "reviewers_may_offer", "managers_may_offer", "heads_may_offer")
"""The settings that limit what a role may offer."""
MOST_OFFERED = 1_000_000_00
LONGEST_TO_PAY = 40

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

    service_areas: tuple[Choice, ...] = ()
    themes: tuple[Choice, ...] = ()
    neighbourhoods: tuple[Choice, ...] = ()
    contractors: tuple[Choice, ...] = ()
    teams: tuple[Choice, ...] = ()
    root_causes: tuple[Choice, ...] = ()

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


def faults(landlord: Landlord) -> tuple[Gap, ...]:
    """Return what is wrong with a setting: nothing that has one of these is kept."""
    return (
        *_name_and_address(landlord),
        *_colours(landlord),
        *_choices(landlord),
        *_languages(landlord),
        *_contacts(landlord),
        *_own_promises(landlord),
        *_policy(landlord),
        *_answerers(landlord),
        *_money(landlord),
    )


def missing(landlord: Landlord) -> tuple[Gap, ...]:
    """Return what must still be said before residents are let in (3.1, 3.3, ruling 3)."""
    wanted = {
        "phone": Why.LANDLORD_UNREACHABLE,
        "emergency_phone": Why.NO_EMERGENCY_PHONE,
        "email": Why.LANDLORD_UNREACHABLE,
        "post": Why.LANDLORD_UNREACHABLE,
        "out_of_hours": Why.NOBODY_OUT_OF_HOURS,
    }
    gaps = [Gap(why, field) for field, why in wanted.items() if not getattr(landlord, field)]
    if landlord.name == Landlord().name:
        gaps.insert(0, Gap(Why.LANDLORD_WITHOUT_NAME, "name"))
    return tuple(gaps)


def _name_and_address(landlord: Landlord) -> Iterator[Gap]:
    if landlord.profile not in PROFILES:
        yield Gap(Why.NO_SUCH_PROFILE, "profile")
    if not landlord.name.strip():
        yield Gap(Why.LANDLORD_WITHOUT_NAME, "name")
    if not is_site(landlord.address):
        yield Gap(Why.NOT_AN_ADDRESS, "address")
    if landlord.bsl_link and not is_link(landlord.bsl_link):
        yield Gap(Why.NOT_AN_ADDRESS, "bsl_link")


def _colours(landlord: Landlord) -> Iterator[Gap]:
    for field in ("header_colour", "button_colour", "link_colour"):
        colour = getattr(landlord, field)
        if not is_colour(colour):
            yield Gap(Why.NOT_A_COLOUR, field)
        elif not is_readable(colour):
            yield Gap(Why.TOO_LITTLE_CONTRAST, field)


def _choices(landlord: Landlord) -> Iterator[Gap]:
    for field in ("service_areas", "themes", "neighbourhoods", "contractors", "teams", "root_causes"):
        choices: tuple[Choice, ...] = getattr(landlord, field)
        if any(not choice.key or not choice.name.strip() for choice in choices):
            yield Gap(Why.CHOICE_WITHOUT_NAME, field)
        if any(count > 1 for count in Counter(choice.key for choice in choices).values()):
            yield Gap(Why.CHOICE_TWICE, field)
    if {each.key for each in landlord.contractors} & {each.key for each in landlord.teams}:
        yield Gap(Why.CHOICE_TWICE, "teams")


def _languages(landlord: Landlord) -> Iterator[Gap]:
    if any(not each.by.strip() for each in landlord.signed_off):
        yield Gap(Why.LANGUAGE_NOT_SIGNED_OFF, "signed_off")


def _contacts(landlord: Landlord) -> Iterator[Gap]:
    if any(not each.name.strip() or not (each.email or each.phone) for each in landlord.out_of_hours):
        yield Gap(Why.CONTACT_UNREACHABLE, "out_of_hours")
    if landlord.ombudsman and not landlord.ombudsman.name.strip():
        yield Gap(Why.OMBUDSMAN_WITHOUT_NAME, "ombudsman")


def _own_promises(landlord: Landlord) -> Iterator[Gap]:
    for field in ("answer_messages_within", "answer_enquiries_within", "do_requests_within"):
        if not 1 <= getattr(landlord, field) <= LONGEST_TO_ANSWER:
            yield Gap(Why.DAYS_OUT_OF_RANGE, field)
    if not 0 <= landlord.survey_after <= LATEST_SURVEY:
        yield Gap(Why.SURVEY_DAYS_OUT_OF_RANGE, "survey_after")
    if not 0 <= landlord.review_share <= ALL_OF_THEM:
        yield Gap(Why.SHARE_OUT_OF_RANGE, "review_share")


def _policy(landlord: Landlord) -> Iterator[Gap]:
    if not set(landlord.refusal_grounds_off) <= {ground.value for ground in Ground}:
        yield Gap(Why.NO_SUCH_GROUND, "refusal_grounds_off")


def _answerers(landlord: Landlord) -> Iterator[Gap]:
    able = {role.value for role, bundle in ROLES.items() if Permission.CHECK_ANSWERS in bundle}
    for field in ANSWERERS:
        if not set(getattr(landlord, field)) <= able:
            yield Gap(Why.NO_SUCH_ROLE, field)


def _money(landlord: Landlord) -> Iterator[Gap]:
    for field in OFFERERS:
        if not 0 <= getattr(landlord, field) <= MOST_OFFERED:
            yield Gap(MoneyWhy.OFFER_LIMIT_WRONG, field)
    if not 1 <= landlord.pay_offers_within <= LONGEST_TO_PAY:
        yield Gap(Why.DAYS_OUT_OF_RANGE, "pay_offers_within")
    keys = [each.key for each in landlord.guide_sums]
    if len(set(keys)) < len(keys) or OF_THE_OMBUDSMAN & set(keys):
        yield Gap(MoneyWhy.GUIDE_SUM_TWICE, "guide_sums")
    for each in landlord.guide_sums:
        if not each.key or not each.name.strip():
            yield Gap(MoneyWhy.GUIDE_SUM_WITHOUT_NAME, "guide_sums")
        if not 0 < each.least <= each.most <= MOST_OFFERED:
            yield Gap(MoneyWhy.GUIDE_SUM_UPSIDE_DOWN, "guide_sums")
