"""What the landlord says of itself, looked at and set."""

from __future__ import annotations

from datetime import date

import pytest

from app.domain.landlord.permissions import Role
from app.services.landlord import landlord
from app.web.staff.landlord.questions import SECTIONS
from tests.web.conftest import token_of

HERE = "/staff/landlord"


@pytest.fixture
def officer(staff_client):
    return staff_client(Role.COMPLAINTS_OFFICER)


def save(client, section, **answers):
    return client.post(f"{HERE}/{section}", data={"csrf_token": token_of(client)} | answers)


def settings(database):
    with database.reading() as session:
        return landlord.current(session)


def test_everything_the_landlord_says_is_on_one_page(officer):
    page = officer.get(HERE)

    assert page.status_code == 200
    assert "Your landlord" in page.text
    assert "Phone for emergencies: Give the phone number for emergencies" in page.text


def test_officers_are_warned_until_two_see_safeguarding_concerns(officer, staff_client):
    warned = "Fewer than two people see safeguarding concerns"
    assert warned in officer.get("/staff/work").text
    assert "Safeguarding: Name at least two people" in officer.get(HERE).text
    assert warned not in staff_client(Role.HANDLER).get("/staff/work").text

    staff_client(Role.SAFEGUARDING_LEAD)

    assert warned not in officer.get("/staff/work").text
    assert "Safeguarding: Name" not in officer.get(HERE).text


@pytest.mark.parametrize("section", SECTIONS)
def test_each_section_is_asked_on_a_page_of_its_own(officer, section):
    assert officer.get(f"{HERE}/{section}").status_code == 200


def test_what_the_procedure_says_is_one_line_and_its_name_another(officer):
    page = officer.get(HERE).text

    assert "England: Complaint Handling Code of 2024" in page
    assert page.partition(">Ombudsman</h2>")[2].count("As the complaints procedure says") == 1
    assert "Not provided" not in page.partition(">Ombudsman</h2>")[2]


def test_a_section_that_is_not_there_is_not_found(officer):
    assert officer.get(f"{HERE}/else").status_code == 404


def test_what_is_saved_is_said_on_every_page_from_then_on(officer, database):
    saved = save(officer, "about", name="Meadow Homes", address="https://meadow.example", profile="scotland-2021")

    assert saved.status_code == 303
    assert settings(database).profile == "scotland-2021"
    assert "Meadow Homes" in officer.get("/staff/sign-in").text


def test_a_colour_that_white_cannot_be_read_on_is_refused_beside_its_question(officer, database):
    answers = {"header_colour": "#ffdd00", "button_colour": "#7a2e5d", "link_colour": "#7a2e5d"}

    refused = save(officer, "colours", **answers)

    assert refused.status_code == 422
    assert "Choose a darker colour" in refused.text
    assert 'value="#ffdd00"' in refused.text
    assert settings(database).header_colour != "#ffdd00"


def test_lists_are_kept_in_their_order_and_blank_rows_are_not(officer, database):
    rows = {
        "service_areas-0-name": "Repairs",
        "service_areas-1-name": "Rent & charges",
        "service_areas-2-name": "",
    }

    save(officer, "service-areas", **rows)

    assert [area.key for area in settings(database).service_areas] == ["repairs", "rent-charges"]


def test_a_choice_that_is_renamed_keeps_its_key(officer, database):
    save(officer, "themes", **{"themes-0-name": "Damp"})

    save(officer, "themes", **{"themes-0-key": "damp", "themes-0-name": "Damp and mould"})

    (theme,) = settings(database).themes
    assert (theme.key, theme.name) == ("damp", "Damp and mould")


def test_contacts_out_of_hours_are_kept_in_the_order_they_are_told(officer, database):
    rows = {
        "out_of_hours-0-name": "On call",
        "out_of_hours-0-phone": "07700 900123",
        "out_of_hours-1-name": "Manager",
        "out_of_hours-1-email": "manager@example.org",
    }

    save(officer, "out-of-hours", **rows)

    assert [each.name for each in settings(database).out_of_hours] == ["On call", "Manager"]


def test_a_contact_nobody_can_reach_is_refused(officer):
    refused = save(officer, "out-of-hours", **{"out_of_hours-0-name": "On call"})

    assert refused.status_code == 422
    assert "email address or phone number" in refused.text


BREAKS = ["\r\n", "\n", "\r", "\f", "\u2028", "\u2029"]
"""Every end of a line that a page may show again; no address holds any other either, see its adapter."""


@pytest.mark.parametrize("end", BREAKS, ids=ascii)
@pytest.mark.parametrize(
    ("section", "answers"),
    [
        ("reach", {"email": "help@meadow.example{}Bcc: eve@example.org"}),
        ("reach", {"phone": "01632 960001{}Bcc: eve@example.org"}),
        ("about", {"name": "Meadow", "address": "https://meadow.example{}Bcc: eve@example.org"}),
        (
            "out-of-hours",
            {"out_of_hours-0-name": "Night", "out_of_hours-0-email": "night@meadow.example{}Bcc: e@e.org"},
        ),
    ],
)
def test_an_address_of_two_lines_is_refused(officer, database, section, answers, end):
    before = settings(database)

    refused = save(officer, section, **{name: text.format(end) for name, text in answers.items()})

    assert refused.status_code == 422
    assert settings(database) == before


def test_somebody_who_saved_later_does_not_undo_what_was_set_meanwhile(officer, database):
    save(officer, "reach", phone="01632 960001", seen="0")

    later = save(officer, "reach", phone="01632 960002", seen="0")

    assert later.status_code == 409
    assert 'value="01632 960002"' in later.text
    assert settings(database).phone == "01632 960001"


def test_who_may_only_read_sees_the_settings_and_no_way_to_change_them(staff_client):
    viewer = staff_client(Role.VIEWER)

    assert viewer.get(HERE).status_code == 200
    assert f"{HERE}/about" not in viewer.get(HERE).text
    assert viewer.get(f"{HERE}/about").status_code == 404
    assert save(viewer, "about", name="Mine").status_code == 404


MONEY = {
    "handlers_may_offer": "£300",
    "reviewers_may_offer": "500",
    "managers_may_offer": "1,000.00",
    "heads_may_offer": "2500",
    "pay_offers_within": "10",
}


def test_what_each_role_may_offer_is_typed_in_pounds_and_kept_in_pence(officer, database):
    assert save(officer, "money", **MONEY).status_code == 303

    ours = settings(database)
    assert (ours.handlers_may_offer, ours.managers_may_offer, ours.pay_offers_within) == (300_00, 1_000_00, 10)
    assert "£300" in officer.get(HERE).text


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"heads_may_offer": "lots"}, "Enter a sum of money, like £250 or 1,250.50"),
        ({"heads_may_offer": "5,000,000"}, "Enter a sum from £0 to £1,000,000"),
        ({"heads_may_offer": ""}, "Enter a sum, £0 for none"),
        ({"pay_offers_within": "90"}, "working days"),
    ],
)
def test_a_limit_that_is_none_is_refused_beside_its_question(officer, database, typed, said):
    refused = save(officer, "money", **MONEY | typed)

    assert refused.status_code == 422
    assert said in refused.text
    assert settings(database).heads_may_offer == 2_500_00


ROOM = {
    "guide_sums-0-key": "",
    "guide_sums-0-name": "A damp room",
    "guide_sums-0-head": "room_lost",
    "guide_sums-0-per": "week",
    "guide_sums-0-least": "10",
    "guide_sums-0-most": "30",
    "guide_sums-0-valid_from-day": "1",
    "guide_sums-0-valid_from-month": "4",
    "guide_sums-0-valid_from-year": "2026",
}


def test_the_landlord_adds_sums_of_its_own_beside_the_fixed_ones(officer, database):
    assert save(officer, "money", **MONEY | ROOM).status_code == 303

    (room,) = settings(database).guide_sums
    assert (room.key, room.least, room.most, room.valid_from) == ("a-damp-room", 10_00, 30_00, date(2026, 4, 1))
    assert "A damp room: £10 to £30 for each week" in officer.get(HERE).text
    again = officer.get(f"{HERE}/money").text
    assert 'value="room_lost" selected' in again
    assert 'value="10.00"' in again


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"guide_sums-0-most": "5"}, "The most must be as much as the least, or more"),
        ({"guide_sums-0-least": ""}, "The most must be as much as the least, or more"),
        ({"guide_sums-0-name": "Missed appointment"}, "There are two sums with this name"),
    ],
)
def test_a_sum_that_cannot_be_is_refused(officer, database, typed, said):
    refused = save(officer, "money", **MONEY | ROOM | typed)

    assert refused.status_code == 422
    assert said in refused.text
    assert settings(database).guide_sums == ()
