"""The pages on which the landlord states what no complaint says, by whoever may change its settings."""

from __future__ import annotations

import io
from datetime import date
from uuid import uuid4

import pytest

from app.domain.figures.stated import Subject
from app.domain.landlord.permissions import Role
from app.domain.landlord.tenures import Tsm
from app.services.figures import stated
from app.store.figures import stated as store
from tests.web.at_once import at_once
from tests.web.conftest import token_of
from tests.web.staff.case.conftest import hidden, send

HERE = "/staff/figures/stated"
LAST = {"first-day": "31", "first-month": "3", "first-year": "2026"}
HOMES = {"name": "LCRA", **LAST, "value": "9,800", "seen": "0"}


def homes(database):
    with database.reading() as session:
        return stated.current(session).homes(date(2026, 12, 1))


def test_homes_are_stated_corrected_and_taken_back_and_every_word_of_it_is_kept(officer, database):
    assert send(officer, f"{HERE}/homes", HOMES).status_code == 303
    page = officer.get(f"{HERE}/homes").text
    assert "9,800" in page
    assert "31 Mar 2026" in page
    assert homes(database) == {Tsm.LCRA: 9800}

    seen = hidden(page, "seen")
    assert send(officer, f"{HERE}/homes", HOMES | {"seen": seen, "value": "", "take_back": "yes"}).status_code == 303

    assert homes(database) == {}
    with database.reading() as session:
        assert [each.statement.value for each in store.history(session, Subject.HOMES)] == [None, 9800]


def test_what_is_wrong_stands_beside_its_question(officer):
    target = {"name": "on_time_rate", "first-day": "1", "value": "80", "tolerance": "90%", "seen": "0"}
    missing = send(officer, f"{HERE}/target", target)
    assert (missing.status_code, 'href="#first-month"' in missing.text) == (422, True)

    wrong = send(officer, f"{HERE}/target", target | {"first-month": "4", "first-year": "2026", "value": "80%"})
    assert wrong.status_code == 422
    assert 'href="#tolerance"' in wrong.text
    assert "the tolerance cannot be above the target" in wrong.text
    assert 'value="90%"' in wrong.text


@pytest.mark.parametrize(
    ("subject", "answers", "said"),
    [
        ("target", {"name": "on_time_rate", **LAST, "value": "90%"}, "Share answered on time, both stages"),
        ("contacts", {"name": "Email", "first": "2026-03", "value": "120", "in_time": "90"}, "March 2026"),
        ("customers", {"group": "age.under_25", **LAST, "value": "300"}, "Age: Under 25"),
        (
            "prior",
            {
                "name": "stages.1.received",
                **LAST,
                "value": "300",
                "last-day": "30",
                "last-month": "6",
                "last-year": "2026",
            },
            "31 March 2026 to 30 June 2026",
        ),
    ],
)
def test_each_kind_is_stated_by_its_own_questions(officer, subject, answers, said):
    assert send(officer, f"{HERE}/{subject}", answers | {"seen": "0"}).status_code == 303

    assert said in officer.get(f"{HERE}/{subject}").text


def test_figures_lead_here_and_have_the_homes_and_the_targets_then(officer, staff_client):
    assert "CH01" not in officer.get("/staff/figures").text
    send(officer, f"{HERE}/homes", HOMES)
    send(officer, f"{HERE}/target", {"name": "on_time_rate", **LAST, "value": "90%", "seen": "1"})

    page = officer.get("/staff/figures").text
    assert "LCRA: received, per 1,000 homes (CH01)" in page
    assert "90.0%" in page

    assert f'href="{HERE}"' in page
    assert f'href="{HERE}"' not in staff_client(Role.HANDLER).get("/staff/figures").text
    assert "tsm.LCRA,,homes,count,9800" in officer.get("/staff/figures.csv?period=").text
    assert "homes,LCRA,,2026-03-31,,9800,," in officer.get(f"{HERE}.csv").text
    assert officer.get(HERE).status_code == 200


def test_of_two_who_state_the_same_at_once_one_is_told(staff_client, database):
    officers = [staff_client(Role.COMPLAINTS_OFFICER), staff_client(Role.COMPLAINTS_OFFICER, Role.HANDLER)]

    answers = at_once(officers, f"{HERE}/homes", [HOMES, HOMES | {"value": "9801"}])

    assert [each.status_code for each in answers] == [303, 409]
    assert "Somebody stated this meanwhile" in answers[1].text
    with database.reading() as session:
        assert store.last_number(session) == 1


def test_a_word_stands_beside_what_was_never_stated_has_not_begun_or_is_no_group(officer):
    taken_back = send(officer, f"{HERE}/homes", HOMES | {"value": "", "take_back": "yes"})
    assert (taken_back.status_code, 'href="#name"' in taken_back.text) == (422, True)
    assert "Nothing of this was ever stated" in taken_back.text

    to_come = send(officer, f"{HERE}/contacts", {"name": "Email", "first": "2099-01", "value": "3", "seen": "0"})
    assert (to_come.status_code, "This month has not begun" in to_come.text) == (422, True)

    nobody = send(officer, f"{HERE}/customers", {"group": "", **LAST, "value": "1,0", "seen": "0"})
    assert (nobody.status_code, "Choose a group" in nobody.text, 'value="1,0"' in nobody.text) == (422, True, True)


def test_a_sum_is_typed_and_shown_in_pounds_and_what_is_by_a_reason_says_so(officer):
    year = LAST | {"first-year": "2025", "last-day": "30", "last-month": "3", "last-year": "2026"}
    for number, typed in enumerate(
        ({"name": "stages.1.compensation_pence", "value": "1,250.50"},
         {"name": "breakdowns.escalation_reason.stage_1", "group": "Late", "value": "7"}),
    ):  # fmt: skip
        assert send(officer, f"{HERE}/prior", year | typed | {"seen": str(number)}).status_code == 303

    page = officer.get(f"{HERE}/prior").text
    assert "£1,250.50" in page
    assert "Stage 1: received, by reason for Stage 2: Late" in page
    assert "compensation_pence,,2025-03-31,2026-03-30,125050,," in officer.get(f"{HERE}.csv").text


def test_a_file_is_taken_in_whole_or_not_at_all(officer, database):
    heads = "what,name,group,from,value"
    bad = f"{heads}\nhomes,LCRA,,2026-03-31,9800\ncustomers,age,25 to 34,2026-03-31,4\nhomes,LCHO,,2025-03-31,none\n"

    refused = sent_file(officer, bad)
    assert refused.status_code == 422
    assert "The groups of age are under_25, 25_to_44" in refused.text
    assert "Nothing of this file was taken in" in refused.text
    again = sent_file(officer, f"{heads}\nhomes,LCRA,,2026-03-31,9800\nhomes,LCHO,,2025-03-31,none\n")
    assert (again.status_code, "Nothing of this was ever stated" in again.text) == (422, True)
    assert homes(database) == {}

    good = sent_file(officer, f"{heads}\nhomes,LCRA,,2026-03-31,9800\n")
    assert good.status_code == 303
    assert "1 stated, 0 as before." in officer.get(HERE).text
    assert homes(database) == {Tsm.LCRA: 9800}
    assert sent_file(officer, None).status_code == 422


def sent_file(client, text):
    form = {"csrf_token": token_of(client), "key": uuid4().hex}
    if text is not None:
        form["file"] = (io.BytesIO(text.encode()), "stated.csv")
    return client.post(HERE, data=form)


def test_other_kinds_are_not_there(officer):
    assert officer.get(f"{HERE}/guesses").status_code == 404
