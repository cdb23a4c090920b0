"""flask landlord, homes and staff: what an operator types first."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest

from app.domain.deed import CLOCK, Deed
from app.domain.landlord.permissions import Role
from app.services.landlord import landlord, staff
from app.services.people import homes

READY = {
    "name": "Meadow Homes",
    "address": "https://complaints.meadow.example",
    "phone": "01632 960001",
    "emergency_phone": "01632 960002",
    "email": "complaints@meadow.example",
    "post": ["1 High Street", "Salford"],
    "out_of_hours": [{"name": "On call", "phone": "07700 900123"}],
    "neighbourhoods": ["North Side"],
}
LIST = "reference,address,postcode,neighbourhood\nA1,1 High Street,M5 4AB,north-side\n"


@pytest.fixture
def types(operator, own_database):
    return lambda *words: operator(own_database, *words)


@pytest.fixture
def ready(tmp_path):
    path = tmp_path / "landlord.json"
    path.write_text(json.dumps(READY))
    return str(path)


def settings(database):
    with database.reading() as session:
        return landlord.current(session)


def test_a_file_says_all_and_the_check_is_content(types, ready, own_database):
    assert types("landlord", "check").exit_code == 1

    assert types("landlord", "set", ready).exit_code == 0

    assert "safeguarding: Name at least two people" in types("landlord", "check").stderr
    with own_database.writing() as session:
        for name in ("Sam Hill", "Grace Hall"):
            roles = frozenset({Role.SAFEGUARDING_LEAD})
            staff.add(session, name, f"{name[:3]}@example.org", roles, Deed(CLOCK, datetime.now(UTC)))

    assert types("landlord", "check").exit_code == 0
    assert settings(own_database).neighbourhoods[0].key == "north-side"


def test_what_is_missing_is_said_setting_by_setting(types):
    said = types("landlord", "check").stderr

    assert "emergency_phone: Give the phone number for emergencies." in said


def test_a_setting_may_be_set_by_itself_and_setting_it_again_changes_nothing(types, ready):
    types("landlord", "set", ready)

    assert "Changed: name, themes." in types("landlord", "set", "name=Hill Homes", 'themes=["Damp"]').stdout
    assert "Nothing to change." in types("landlord", "set", "name=Hill Homes").stdout


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ("header_colour=#ffff00", "header_colour: Choose a darker colour"),
        ("colour=red", "colour: There is no such setting."),
        ("post=[", "This is not JSON"),
        ("nowhere.json", "cannot be read"),
    ],
)
def test_what_cannot_be_set_is_said_in_a_sentence_and_nothing_is(types, own_database, given, said):
    refused = types("landlord", "set", "name=Hill Homes", given)

    assert refused.exit_code == 2
    assert said in refused.stderr
    assert settings(own_database).name == "Your landlord"


def test_homes_are_taken_in_and_a_bad_file_is_not(types, ready, own_database, tmp_path):
    types("landlord", "set", ready)
    good, bad = tmp_path / "good.csv", tmp_path / "bad.csv"
    good.write_text(LIST)
    bad.write_text(LIST + "A2,,nowhere,\n")

    assert "1 new, 0 changed, 0 as before." in types("homes", "import", str(good)).stdout
    refused = types("homes", "import", str(bad))

    assert refused.exit_code == 2
    assert "Line 3, address: This line has no address." in refused.stderr
    assert "Nothing was taken in." in refused.stderr
    with own_database.reading() as session:
        assert len(homes.at_postcode(session, "M5 4AB")) == 1


@pytest.mark.parametrize("content", [b"\xff\xfe", b"reference,address,postcode\nA\0,b,M5 4AB\n"])
def test_a_file_that_is_no_text_is_refused(types, tmp_path, content):
    path = tmp_path / "odd.csv"
    path.write_bytes(content)

    assert types("homes", "import", str(path)).exit_code == 2


def test_somebody_is_added_and_given_a_link_that_begins_with_the_landlords_address(types, ready, own_database):
    types("landlord", "set", ready)

    added = types("staff", "add", "jo@example.org", "--name", "Jo Handler", "--role", "handler")

    link = added.stdout.split()[0]
    assert link.startswith("https://complaints.meadow.example/staff/set-up/")
    assert "Jo Handler  jo@example.org  handler" in types("staff", "list").stdout
    with own_database.reading() as session:
        assert staff.credentials(session, "jo@example.org").password_hash is None


def test_what_staff_may_do_is_changed_and_they_leave(types):
    types("staff", "add", "al@example.org", "--name", "Al", "--role", "complaints_officer")
    types("staff", "add", "jo@example.org", "--name", "Jo", "--role", "handler")

    types("staff", "roles", "jo@example.org", "--role", "viewer", "--role", "stage_2_reviewer")
    assert "stage_2_reviewer, viewer" in types("staff", "list").stdout
    assert "/staff/set-up/" in types("staff", "reset", "jo@example.org").stdout
    types("staff", "leave", "jo@example.org")

    assert "Jo" not in types("staff", "list").stdout
    refused = types("staff", "leave", "al@example.org")
    assert refused.exit_code == 2
    assert "There must be at least one complaints officer." in refused.stderr


def test_where_somebody_stands_is_said_and_only_of_those_who_work_here(types):
    types("staff", "add", "al@example.org", "--name", "Al", "--role", "complaints_officer")
    types("staff", "add", "jo@example.org", "--name", "Jo", "--role", "handler")

    said = types("staff", "place", "jo@example.org", "--reports-to", "al@example.org", "--deputy-for", "al@example.org")
    stranger = types("staff", "place", "jo@example.org", "--reports-to", "nobody@example.org")

    assert (said.exit_code, "Changed." in said.stdout) == (0, True)
    assert stranger.exit_code == 2
