"""The pages of the register of improvements: written, raced, looked through, published and taken back."""

from __future__ import annotations

from uuid import uuid4

import pytest

from app.domain.landlord.permissions import Role
from app.services.oversight import improvements
from tests.states import closed
from tests.web.at_once import at_once
from tests.web.conftest import token_of
from tests.web.staff.case.conftest import hidden

HERE = "/staff/improvements"
PUBLIC = "/you-said-we-did"
WORDS = {
    "you_said": "You waited for weeks.",
    "learnt": "Nobody looked at the list.",
    "did": "We look each day.\nWe ring you.",
    "done_on-day": "2",
    "done_on-month": "11",
    "done_on-year": "2026",
    "cases": "",
}
MOST_QUERIES = 8


@pytest.fixture
def officer(staff_client):
    return staff_client(Role.COMPLAINTS_OFFICER)


def send(client, address, **answers):
    form = {"csrf_token": token_of(client), "key": uuid4().hex}
    return client.post(address, data=form | answers)


def press(client, address, **answers):
    """Press a form of the page of the first improvement as it is drawn now."""
    return send(client, address, seen=hidden(client.get(f"{HERE}/1").text, "seen"), **answers)


def test_it_is_written_looked_through_published_and_taken_back(officer, client, queries):
    assert send(officer, HERE, **WORDS).status_code == 303
    assert "You waited for weeks." in officer.get(HERE).text
    assert "You waited for weeks." not in client.get(PUBLIC).text

    refused = press(officer, f"{HERE}/1/publication")
    assert (refused.status_code, 'href="#checked"' in refused.text) == (422, True)
    assert press(officer, f"{HERE}/1/publication", checked="y").status_code == 303

    with queries() as asked:
        page = client.get(PUBLIC).text
    assert len(asked) <= MOST_QUERIES
    for said in ("You waited for weeks.", "Nobody looked at the list.", "<li>We look each day.</li>", "November 2026"):
        assert said in page
    assert press(officer, f"{HERE}/1", **WORDS | {"you_said": "You waited."}).status_code == 303
    assert "Everybody can read version 1." in officer.get(f"{HERE}/1").text
    assert "You waited for weeks." in client.get(PUBLIC).text
    assert press(officer, f"{HERE}/1/publication/end").status_code == 303
    assert "You waited" not in client.get(PUBLIC).text


def test_what_is_wrong_is_said_beside_its_question(officer):
    refused = send(officer, HERE, **WORDS | {"you_said": "", "cases": "7Q4K-2M9P"})

    assert refused.status_code == 422
    assert all(said in refused.text for said in ('href="#you_said"', 'href="#cases"', "We look each day."))


def test_it_is_begun_from_a_closed_complaint(officer, database, queries):
    with database.writing() as session:
        made, _ = closed(session)
    officer.get(HERE)

    with queries() as asked:
        page = officer.get(HERE).text

    assert len(asked) <= MOST_QUERIES
    assert f"{HERE}/new?from={made.reference}" in page
    begun = officer.get(f"{HERE}/new?from={made.reference}").text
    assert f'value="{made.reference}"' in begun
    assert officer.get(f"{HERE}/new?from=XXXX-XXXX").status_code == 404


def test_of_two_who_write_at_once_the_second_is_told_and_keeps_their_words(officer, staff_client, database):
    send(officer, HERE, **WORDS)
    forms = [WORDS | {"seen": "1", "you_said": words} for words in ("Ours.", "Theirs.")]

    kept, told = at_once([officer, staff_client(Role.DIRECTOR)], f"{HERE}/1", forms)

    assert (kept.status_code, told.status_code) == (303, 409)
    assert "Somebody changed this meanwhile" in told.text
    with database.reading() as session:
        assert len(improvements.find(session, 1).improvement.versions) == 2


@pytest.mark.parametrize("answers", [{"checked": "y"}, None])
def test_of_two_at_once_one_publishes_or_takes_back(officer, staff_client, answers):
    send(officer, HERE, **WORDS)
    address = f"{HERE}/1/publication"
    if answers is None:
        press(officer, address, checked="y")
        address += "/end"
    seen = hidden(officer.get(f"{HERE}/1").text, "seen")

    done = at_once([officer, staff_client(Role.DIRECTOR)], address, [{"seen": seen} | (answers or {})] * 2)

    assert [each.status_code for each in done] == [303, 409]


def test_who_may_not_write_reads_it(officer, staff_client):
    send(officer, HERE, **WORDS)
    viewer = staff_client(Role.VIEWER)

    assert "Write an improvement" not in viewer.get(HERE).text
    assert "<textarea" not in viewer.get(f"{HERE}/1").text
    assert viewer.get(f"{HERE}/9").status_code == 404
