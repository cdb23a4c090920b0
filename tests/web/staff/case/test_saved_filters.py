"""Lists kept under a name: seen by who keeps them or by everybody, changed by who may, and never with words in them."""

from __future__ import annotations

from uuid import uuid4

import pytest

from app.domain.landlord.permissions import Role
from app.services.case.saved_filters import MOST
from tests import cases
from tests.web.conftest import token_of

WORK, SEARCH, HERE = "/staff/work", "/staff/search", "/staff/filters"
NARROWED = "view=late&stage=2&who=me"


@pytest.fixture
def handler(staff_client):
    return staff_client(Role.HANDLER)


@pytest.fixture
def colleague(staff_client):
    return staff_client(Role.VIEWER, name="Tom Reid")


@pytest.fixture
def officer(staff_client):
    return staff_client(Role.COMPLAINTS_OFFICER, name="Sam Okoro")


def press(client, address, **typed):
    return client.post(address, data={"csrf_token": token_of(client), "key": uuid4().hex} | typed)


def keep(client, name="Late at Stage 2", asked=f"place=work&{NARROWED}", **more):
    return press(client, f"{HERE}?{asked}", name=name, **more)


def test_what_the_page_shows_is_kept_under_a_name_and_found_above_it(handler):
    assert f"{HERE}/new?place=work&amp;view=late&amp;stage=2&amp;who=me" in handler.get(f"{WORK}?{NARROWED}").text

    kept = keep(handler)

    page = handler.get(kept.location).text
    assert kept.location == f"{WORK}?{NARROWED}"
    assert 'aria-current="page"><bdi>Late at Stage 2' in page
    assert "Late at Stage 2" in handler.get(WORK).text
    assert "Late at Stage 2" not in handler.get(SEARCH).text


def test_a_page_that_shows_nothing_of_its_own_is_not_kept(handler):
    assert "Keep this list" not in handler.get(WORK).text
    assert handler.get(f"{HERE}/new?place=work").status_code == 404
    assert handler.get(f"{HERE}/new?place=odd&stage=1").status_code == 404


def test_words_that_were_looked_for_are_never_kept(handler, database):
    with database.writing() as session:
        cases.a_complaint(session)
    found = handler.get(f"{SEARCH}?q=amina&said=y&stage=1").text

    assert f"{HERE}/new?place=search&amp;stage=1" in found
    assert keep(handler, asked="place=search&q=amina&said=y&stage=1").location == f"{SEARCH}?stage=1"


def test_it_is_ones_own_until_it_is_everybodys(handler, colleague):
    keep(handler, "Mine alone")
    keep(handler, "For us all", everybody="y")

    page = colleague.get(WORK).text

    assert "Mine alone" not in page
    assert "For us all" in page


def test_only_who_keeps_it_or_runs_the_house_may_change_it(handler, colleague, officer):
    keep(handler, "Mine alone")
    keep(handler, "For us all", everybody="y")

    statuses = [[who.get(f"{HERE}/{n}").status_code for n in (1, 2)] for who in (handler, colleague, officer)]

    assert statuses == [[200, 200], [404, 404], [404, 200]]
    assert press(colleague, f"{HERE}/2", name="Stolen").status_code == 404
    press(colleague, f"{HERE}/2/deletion")
    assert "For us all" in handler.get(WORK).text


def test_it_is_called_otherwise_and_let_go(handler):
    keep(handler)

    renamed = press(handler, f"{HERE}/1", name="<b>Ours</b> & theirs")
    assert "&lt;b&gt;Ours&lt;/b&gt; &amp; theirs" in handler.get(renamed.location).text

    gone = [press(handler, f"{HERE}/1/deletion?place=work") for _ in range(2)]
    assert [each.location for each in gone] == [WORK, WORK]
    assert "Ours" not in handler.get(WORK).text


@pytest.mark.parametrize("name", ["", "  ", "n" * 61])
def test_a_name_is_needed_and_has_an_end(handler, name):
    assert keep(handler, name).status_code == 422
    keep(handler)
    assert press(handler, f"{HERE}/1", name=name).status_code == 422


def test_a_second_press_keeps_it_once(handler):
    for _ in range(2):
        keep(handler, key="the-same-press")

    assert handler.get(WORK).text.count("Late at Stage 2") == 1


def test_there_is_an_end_to_lists(handler):
    for n in range(MOST):
        keep(handler, f"List {n}", f"place=work&stage=1&area=a{n}")

    over = keep(handler, "One more")

    assert over.status_code == 422
    assert "Let go of one first" in over.text
