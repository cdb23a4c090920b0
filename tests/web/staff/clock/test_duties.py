"""My work: what there is to do, in the order of its dates, for whoever asks."""

from __future__ import annotations

import pytest

from app.domain.case.vocabulary import Danger
from app.domain.landlord.permissions import Role
from tests import cases

HERE = "/staff/work"


@pytest.fixture
def handler(staff_client):
    return staff_client(Role.HANDLER)


def test_with_nothing_to_do_it_says_so_and_where_to_look(handler):
    page = handler.get(HERE)

    assert page.status_code == 200
    assert "You have nothing to do" in page.text
    assert "view=unassigned" in page.text


def test_danger_now_stands_above_all_that_is_older(handler, database):
    with database.writing() as session:
        cases.a_complaint(session)
    calm = handler.get(f"{HERE}?view=unassigned").text
    with database.writing() as session:
        cases.a_complaint(session, key="in danger", danger=Danger.NOW)

    page = handler.get(f"{HERE}?view=unassigned").text

    assert 'id="dangers"' not in calm
    assert page.index('id="dangers"') < page.index("to do.")
    assert "duty=danger" in page
    assert 'id="dangers"' not in handler.get(f"{HERE}?view=unassigned&duty=danger").text


def test_a_complaint_is_nobodys_until_it_is_taken_on(handler, database):
    with database.writing() as session:
        made = cases.a_complaint(session)

    assert made.reference not in handler.get(HERE).text
    assert made.reference in handler.get(f"{HERE}?view=unassigned").text


def test_a_line_leads_to_where_it_is_done_and_then_to_the_case(handler, staff_client, database):
    with database.writing() as session:
        made = cases.a_complaint(session)
    where = f"/staff/complaints/{made.reference}"
    there = f"{where}/duties/acknowledge-1-0"

    assert f'href="{there}"' in handler.get(f"{HERE}?view=unassigned").text
    assert handler.get(there).headers["Location"] == f"{where}/acknowledgement"
    assert handler.get(f"{where}/duties/odd").headers["Location"] == where
    assert f'href="{there}"' not in staff_client(Role.VIEWER, name="Nia Rees").get(f"{HERE}?view=unassigned").text
