"""What is wrong with the landlord's settings, and what must still be said: checked before they are kept."""

from __future__ import annotations

from collections.abc import Iterator

from app.domain.clock.profiles import PROFILES, Ground
from app.domain.landlord import choices
from app.domain.landlord.addresses import is_link, is_site
from app.domain.landlord.colours import is_colour, is_readable
from app.domain.landlord.landlord import Landlord
from app.domain.landlord.permissions import ROLES, Permission
from app.domain.promises.guidance import OF_THE_OMBUDSMAN
from app.domain.promises.whys import MoneyWhy
from app.domain.refused import Gap, Why

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


def faults(landlord: Landlord) -> tuple[Gap, ...]:
    """Return what is wrong with a setting: nothing that has one of these is kept."""
    return (
        *_name_and_address(landlord),
        *_colours(landlord),
        *choices.faults({field: getattr(landlord, field) for field in choices.CHOICES}),
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
