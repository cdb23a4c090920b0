"""A complaint about personal data is opened beside a case, with its own days and the ICO (ruling 16)."""

from __future__ import annotations

from datetime import date

import pytest

from app.domain.case.kin import Bond
from app.domain.case.kinds import Kind
from app.domain.landlord.permissions import Role
from app.services.case.complaints import Made
from app.store.mail import letters
from tests import kinds, peopled, states
from tests.forms import press
from tests.web.staff.case.conftest import begin
from tests.web.staff.case.conftest import case as found

WORDS = {"words": "You told my neighbour about my arrears."}


@pytest.fixture
def handler(staff_client):
    return staff_client(Role.HANDLER)


def at(made) -> str:
    return f"/staff/complaints/{made.reference}/data-protection"


def test_it_is_a_case_of_its_own_that_each_leads_to(handler, database):
    made = begin(database, states.acknowledged)
    assert "They complain about their personal data" in handler.get(f"/staff/complaints/{made.reference}").text
    assert press(handler, at(made), {"words": " "}).status_code == 422

    opened = press(handler, at(made), WORDS)
    shown = handler.get(opened.location).text

    first = found(database, made)
    (link,) = first.kin.links
    assert (link.bond, link.source) == (Bond.BESIDE, False)
    beside = found(database, Made(link.case, link.reference, "", 1))
    assert link.reference in shown
    assert (beside.intake.kind, beside.kin.links[0].reference) == (Kind.DATA_PROTECTION, made.reference)
    assert (beside.intake.acknowledge_by - beside.received_on).days >= 30
    assert first.current.respond_by >= date(2026, 12, 1), "the complaint keeps its own date"
    assert beside.current is None


def test_it_comes_with_the_address_of_the_ico(handler, database):
    made = begin(database, states.acknowledged)
    press(handler, at(made), WORDS)
    (link,) = found(database, made).kin.links

    with database.reading() as session:
        letter = letters.find(session, link.case, 1)
    assert "0303 123 1113" in letter.blocks
    assert "0303 123 1113" in handler.get(at(made)).text


@pytest.mark.parametrize("state", [kinds.data_complaint, peopled.died])
def test_none_is_opened_beside_one_of_its_kind_or_for_who_has_died(handler, database, state):
    made = begin(database, state)

    assert handler.get(at(made)).status_code == 404


def test_the_page_asks_little_of_the_database(handler, database, queries):
    made = begin(database, states.acknowledged)
    handler.get(at(made))

    with queries() as asked:
        handler.get(at(made))

    assert len(asked) <= 8
