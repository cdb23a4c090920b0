"""What the landlord says of itself, and what is refused when it is set."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.domain.landlord.colours import contrast, is_readable
from app.domain.landlord.faults import faults, missing
from app.domain.landlord.landlord import Choice, Landlord, OmbudsmanContact, OutOfHoursContact, SignedOff
from app.domain.refused import Gap, Why

READY = Landlord(
    name="Meadow Homes",
    phone="01632 960001",
    emergency_phone="01632 960002",
    email="complaints@meadow.example",
    post=("1 High Street",),
    out_of_hours=(OutOfHoursContact("On call", phone="07700 900123"),),
)


def test_a_new_landlord_has_nothing_wrong_and_much_missing():
    assert faults(Landlord()) == ()
    assert Gap(Why.NOBODY_OUT_OF_HOURS, "out_of_hours") in missing(Landlord())
    assert Gap(Why.LANDLORD_WITHOUT_NAME, "name") in missing(Landlord())


def test_one_who_has_said_all_is_ready():
    assert faults(READY) + missing(READY) == ()


@pytest.mark.parametrize(
    ("wrong", "gap"),
    [
        ({"name": " "}, Gap(Why.LANDLORD_WITHOUT_NAME, "name")),
        ({"profile": "atlantis-1999"}, Gap(Why.NO_SUCH_PROFILE, "profile")),
        ({"header_colour": "red"}, Gap(Why.NOT_A_COLOUR, "header_colour")),
        ({"button_colour": "#ffdd00"}, Gap(Why.TOO_LITTLE_CONTRAST, "button_colour")),
        ({"themes": (Choice("damp", " "),)}, Gap(Why.CHOICE_WITHOUT_NAME, "themes")),
        ({"themes": (Choice("damp", "Damp"), Choice("damp", "Mould"))}, Gap(Why.CHOICE_TWICE, "themes")),
        ({"contractors": (Choice("roof", "Top"),), "teams": (Choice("roof", "Up"),)}, Gap(Why.CHOICE_TWICE, "teams")),
        ({"signed_off": (SignedOff("cy", " ", date(2026, 1, 5)),)}, Gap(Why.LANGUAGE_NOT_SIGNED_OFF, "signed_off")),
        ({"out_of_hours": (OutOfHoursContact("On call"),)}, Gap(Why.CONTACT_UNREACHABLE, "out_of_hours")),
        ({"answer_messages_within": 21}, Gap(Why.DAYS_OUT_OF_RANGE, "answer_messages_within")),
        ({"ombudsman": OmbudsmanContact("")}, Gap(Why.OMBUDSMAN_WITHOUT_NAME, "ombudsman")),
    ],
)
def test_what_is_wrong_is_named_with_its_setting(wrong, gap):
    assert faults(replace(READY, **wrong)) == (gap,)


@pytest.mark.parametrize(
    "address",
    [
        "complaints.example",
        "ftp://complaints.example",
        "https://",
        "https://complaints.example/",
        "https://complaints.example/help",
        "https://complaints.example?a=1",
        "https://me@complaints.example",
        "https://complaints .example",
        "https://[::1",
        "https://complaints.example:port",
        "javascript:alert(1)",
    ],
)
def test_links_cannot_begin_with_what_is_no_site(address):
    assert faults(replace(READY, address=address)) == (Gap(Why.NOT_AN_ADDRESS, "address"),)


def test_a_link_for_sign_language_leads_to_the_web():
    assert faults(replace(READY, bsl_link="https://bsl.example/us?a=1")) == ()
    assert faults(replace(READY, bsl_link="javascript:alert(1)")) == (Gap(Why.NOT_AN_ADDRESS, "bsl_link"),)


def test_english_is_always_offered_and_comes_first():
    both = replace(
        READY, signed_off=(SignedOff("cy", "Nia", date(2026, 1, 5)), SignedOff("en", "Jo", date(2026, 1, 5)))
    )

    assert Landlord().languages == ("en",)
    assert both.languages == ("en", "cy")


def test_relay_is_the_number_with_its_prefix():
    assert READY.relay_uk == "18001 01632 960001"
    assert Landlord().relay_uk == ""


@pytest.mark.parametrize(
    ("one", "other", "times"), [("#000000", "#ffffff", 21), ("#ffffff", "#ffffff", 1), ("#777777", "#ffffff", 4.48)]
)
def test_contrast_is_what_wcag_says(one, other, times):
    assert contrast(one, other) == pytest.approx(times, abs=0.01)
    assert contrast(one, other) == contrast(other, one)


def test_a_colour_must_be_readable_on_paper_too():
    assert not is_readable("#757575")
    assert is_readable("#6b6b6b")
