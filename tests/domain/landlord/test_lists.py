"""Lists of the landlord are read by the very label, and may be added to under one."""

from __future__ import annotations

import pytest

from app.domain.landlord.faults import faults
from app.domain.landlord.landlord import Choice, Landlord
from app.domain.landlord.lists import LISTS, keys, with_names
from app.domain.landlord.tenures import Tsm


def test_an_entry_is_found_by_its_very_name():
    landlord = Landlord(themes=(Choice("damp", "Damp & mould"), Choice("rent", "Rent", retired=True)))

    assert keys(landlord, "themes") == {"Damp & mould": "damp", "Rent": "rent"}


def test_the_first_of_two_with_one_name_is_meant():
    landlord = Landlord(themes=(Choice("damp", "Damp"), Choice("mould", "Damp")))

    assert keys(landlord, "themes") == {"Damp": "damp"}


@pytest.mark.parametrize("of", LISTS)
def test_names_that_are_missing_are_added_once_and_the_landlord_stays_sound(of):
    before = Landlord(teams=(Choice("north", "North team"),))

    after = with_names(before, of, ["North", "north!", "North", "???", "LCRA"])

    assert {"North", "north!", "???", "LCRA"} <= keys(after, of).keys()
    assert with_names(after, of, ["North", "???"]) is after
    assert [gap for gap in faults(after) if gap.field in (of, "teams")] == []


def test_a_tenure_that_is_added_is_in_the_measures_of_its_name():
    after = with_names(Landlord(tenures=()), "tenures", ["LCHO", "Leasehold"])

    assert [(each.name, each.tsm) for each in after.tenures] == [("LCHO", Tsm.LCHO), ("Leasehold", None)]
