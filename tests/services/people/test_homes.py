"""Homes taken in from a list."""

from __future__ import annotations

import pytest

from app.domain.landlord.landlord import Choice, Landlord
from app.domain.refused import Why
from app.services.people import homes
from app.services.people.homes import BadFile, Imported
from app.store import record
from tests.cases import deed

NOW = deed(by="import")
LANDLORD = Landlord(neighbourhoods=(Choice("north", "North"),))
LIST = """Reference,Address,Postcode,Neighbourhood
A1,"1 High Street, Salford",m54ab,north
A2,2 High Street,M5 4AB,
"""


def take_in(session, text):
    return homes.import_(session, text, LANDLORD, NOW)


def wrong(session, text):
    with pytest.raises(BadFile) as bad:
        take_in(session, text)
    return [(each.line, each.gap.why, each.gap.field) for each in bad.value.wrong]


def test_a_list_is_taken_in_and_found_by_postcode(session):
    assert take_in(session, LIST) == Imported(added=2, changed=0, same=0)

    assert [home.address for home in homes.at_postcode(session, "M54AB")] == ["1 High Street, Salford", "2 High Street"]
    assert homes.at_postcode(session, "not a postcode") == []


def test_the_tenure_of_a_home_is_one_the_landlord_has(session):
    take_in(session, "reference,address,postcode,tenure\nA1,1 High Street,M5 4AB,lcra\n")

    assert [home.tenure for home in homes.at_postcode(session, "M5 4AB")] == ["lcra"]
    castle = "reference,address,postcode,tenure\nA2,2 High Street,M5 4AB,castle\n"
    assert wrong(session, castle) == [(2, Why.NO_SUCH_TENURE, "tenure")]


def test_the_homes_at_a_postcode_stand_as_people_count_doors(session):
    addresses = ["10 High Street", "Flat 2, 1 High Street", "2 High Street", "2a High Street", "Flat 10, 1 High Street"]
    rows = [f'H{number},"{address}",M5 4AB,' for number, address in enumerate(addresses)]

    take_in(session, "reference,address,postcode,neighbourhood\n" + "\n".join(rows))

    found = [home.address for home in homes.at_postcode(session, "M5 4AB")]
    assert found == ["2 High Street", "2a High Street", "10 High Street", *addresses[1::3]]


def test_the_same_list_again_changes_nothing_and_is_no_event(session):
    take_in(session, LIST)

    assert take_in(session, LIST) == Imported(added=0, changed=0, same=2)
    assert len(record.read(session, "homes")) == 1


def test_a_home_keeps_its_number_when_its_address_changes(session):
    take_in(session, LIST)
    (before, _) = homes.at_postcode(session, "M5 4AB")

    done = take_in(session, LIST.replace("1 High Street", "1a High Street"))

    assert done == Imported(added=0, changed=1, same=1)
    assert homes.find(session, before.id).address == "1a High Street, Salford"


def test_a_list_of_thousands_is_taken_in(session):
    lines = [f"H{number},{number} High Street,M5 4AB," for number in range(2_000)]

    done = take_in(session, "reference,address,postcode,neighbourhood\n" + "\n".join(lines))

    assert done.added == 2_000


def test_a_bad_list_is_refused_whole_with_every_line_that_is_wrong(session):
    bad = LIST + "A1,,M5,south\n"

    assert wrong(session, bad) == [
        (2, Why.REFERENCE_TWICE, "reference"),
        (4, Why.LINE_WITHOUT_ADDRESS, "address"),
        (4, Why.NOT_A_POSTCODE, "postcode"),
        (4, Why.NO_SUCH_NEIGHBOURHOOD, "neighbourhood"),
        (4, Why.REFERENCE_TWICE, "reference"),
    ]
    assert homes.at_postcode(session, "M5 4AB") == []


@pytest.mark.parametrize("text", ["", "name,address\n", "\0\n"])
def test_a_file_without_its_columns_is_refused(session, text):
    assert {why for _, why, _ in wrong(session, text)} == {Why.FILE_WITHOUT_COLUMN}


def test_a_line_that_is_too_short_or_too_long_is_no_accident(session):
    assert wrong(session, "reference,address,postcode\nA1\n")[0] == (2, Why.LINE_WITHOUT_ADDRESS, "address")
    assert take_in(session, "reference,address,postcode\nA1,1 High Street,M5 4AB,more,and more\n").added == 1
