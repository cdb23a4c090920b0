"""Settings as people write them: some of them, and briefly."""

from __future__ import annotations

import pytest

from app.domain.landlord.choices import CHOICES
from app.domain.landlord.landlord import Choice, Landlord, OmbudsmanContact, OutOfHoursContact
from app.domain.landlord.settings import change, changed, key_of
from app.domain.landlord.tenures import LOW_COST_RENT, Tenure, Tsm
from app.domain.refused import Gap, Refused, Why


def test_what_is_not_given_stays_as_it_is():
    before = Landlord(name="Meadow Homes", phone="01632 960001")

    after = change(before, {"phone": "01632 960002"})

    assert (after.name, after.phone) == ("Meadow Homes", "01632 960002")
    assert changed(before, after) == ("phone",)


@pytest.mark.parametrize("of", [each for each in CHOICES if each != "tenures"])
def test_a_choice_of_any_list_may_be_given_by_its_name_alone(of):
    assert getattr(change(Landlord(), {of: ["Hearth & Sons"]}), of) == (Choice("hearth-sons", "Hearth & Sons"),)


def test_a_tenure_is_in_the_measures_of_its_name_or_in_those_that_are_said():
    after = change(Landlord(), {"tenures": ["LCRA", "Market rent", {"key": "own", "name": "Shared", "tsm": "LCHO"}]})

    assert after.tenures == (LOW_COST_RENT, Tenure("market-rent", "Market rent"), Tenure("own", "Shared", Tsm.LCHO))


def test_a_choice_may_say_that_it_is_no_longer_offered():
    after = change(Landlord(), {"themes": ["Damp & mould", {"key": "rent", "name": "Rent", "retired": True}]})

    assert after.themes == (Choice("damp-mould", "Damp & mould"), Choice("rent", "Rent", retired=True))


def test_what_an_entry_leaves_out_is_empty():
    given = {"out_of_hours": [{"name": "On call", "phone": "999"}], "ombudsman": {"name": "Ombudsman"}}

    after = change(Landlord(), given)

    assert after.out_of_hours == (OutOfHoursContact("On call", phone="999"),)
    assert after.ombudsman == OmbudsmanContact("Ombudsman")
    assert change(after, {"ombudsman": None}).ombudsman is None


@pytest.mark.parametrize(
    ("given", "gaps"),
    [
        ({"colour": "red"}, (Gap(Why.NO_SUCH_SETTING, "colour"),)),
        ({"logo": "abc"}, (Gap(Why.NO_SUCH_SETTING, "logo"),)),
        ({"name": 7}, (Gap(Why.UNREADABLE_SETTING, "name"),)),
        ({"post": "1 High Street"}, (Gap(Why.UNREADABLE_SETTING, "post"),)),
        ({"themes": [7]}, (Gap(Why.UNREADABLE_SETTING, "themes"),)),
        ({"out_of_hours": [{"called": "Jo"}]}, (Gap(Why.UNREADABLE_SETTING, "out_of_hours"),)),
        ({"signed_off": [{"language": "cy", "by": "Nia", "on": "soon"}]}, (Gap(Why.UNREADABLE_SETTING, "signed_off"),)),
        ({"b": 1, "a": 2}, (Gap(Why.NO_SUCH_SETTING, "a"), Gap(Why.NO_SUCH_SETTING, "b"))),
    ],
)
def test_all_that_cannot_be_read_is_named_at_once(given, gaps):
    with pytest.raises(Refused) as refused:
        change(Landlord(), given)

    assert refused.value.gaps == gaps


def test_a_key_is_made_of_letters_and_numbers():
    assert key_of("  Rent & service-charges (2026) ") == "rent-service-charges-2026"
