"""A safeguarding concern is there for those named for it, and nowhere for anybody else (ruling 4)."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from flask.testing import FlaskClient

from app.db import Database
from app.domain.landlord.permissions import Role
from app.domain.refused import Refused, Why
from app.services.case import erasures, histories
from app.services.case.complaints import Made
from app.services.landlord import access_reports, staff
from tests import safeguarded
from tests.cases import deed
from tests.forms import press
from tests.web.staff.case.conftest import begin

DUTY = "Tell who must know of a safeguarding concern"


@pytest.fixture
def handler(staff_client: Callable[..., FlaskClient]) -> FlaskClient:
    """Staff 1, who writes it down."""
    return staff_client(Role.HANDLER)


@pytest.fixture
def lead(handler: FlaskClient, staff_client: Callable[..., FlaskClient]) -> FlaskClient:
    """Staff 2, who is named for safeguarding; so is 3."""
    named = staff_client(Role.SAFEGUARDING_LEAD, name="Ola Lead")
    staff_client(Role.COMPLAINTS_OFFICER, name="Sam Okoro")
    return named


@pytest.fixture
def made(lead: FlaskClient, database: Database) -> Made:
    return begin(database, safeguarded.concern_raised)


def at(made: Made, page: str = "") -> str:
    return f"/staff/complaints/{made.reference}{page}"


def concern(database: Database, made: Made):
    with database.reading() as session:
        return histories.found(session, made.reference, deed()).complaint.concerns[-1]


def test_who_writes_it_down_does_not_see_it_again(handler, lead, database):
    made = begin(database, safeguarded.kept_to_few)  # a restricted case: those on its list are the named ones
    open_to_all = begin(database, safeguarded.concern_raised)

    sent = press(handler, at(open_to_all, "/safeguarding"), {"words": "Bruises on the child"})

    assert (sent.status_code, sent.location) == (303, at(open_to_all))
    page = handler.get(at(open_to_all)).text
    assert "Those named for safeguarding have it to do today" in page
    assert ("Bruises" in page, "/safeguarding/2" in page, DUTY in page) == (False, False, False)
    assert "Safeguarding concern 2 written down" not in page
    assert lead.get(at(made)).status_code == 404


def test_it_is_in_the_work_of_those_named_for_it_today_and_of_nobody_else(handler, lead, made):
    for view in ("mine", "team", "unassigned"):
        assert DUTY not in handler.get(f"/staff/work?view={view}").text
    assert DUTY in lead.get("/staff/work").text
    assert handler.get("/staff/work?view=team&duty=tell_safeguarding").text.count(made.reference) == 0


@pytest.mark.parametrize("page", ["", "/messages", "/evidence", "/contact-log", "/restriction", "/correction"])
def test_no_page_of_the_case_says_it_to_others(handler, lead, made, page):
    text = handler.get(at(made, page)).text

    assert "pension" not in text
    assert "Safeguarding concern" not in text
    assert "/safeguarding/1" not in text


def test_its_own_page_is_not_there_for_others(handler, lead, made):
    assert lead.get(at(made, "/safeguarding/1")).status_code == 200
    assert handler.get(at(made, "/safeguarding/1")).status_code == 404
    typed = {"whom": "police", "words": "PC Ali", "happened_on-day": "23"}
    form = press_fields(handler, made)
    assert handler.post(at(made, "/safeguarding/1/telling"), data=form | typed).status_code == 404
    assert handler.post(at(made, "/safeguarding/1/closure"), data=form | typed).status_code == 404


def press_fields(client: FlaskClient, made: Made) -> dict[str, str]:
    page = client.get(at(made, "/safeguarding")).text
    return {
        name: page.partition(f'name="{name}" value="')[2].partition('"')[0] for name in ("csrf_token", "key", "seen")
    }


def test_somebody_is_told_and_it_is_closed(lead, made, database, clock):
    day = {"happened_on-day": "23", "happened_on-month": "11", "happened_on-year": "2026"}
    page = at(made, "/safeguarding/1")

    empty = press(lead, page)
    told = press(lead, page, {"whom": "adults", "words": "Ms Rees, duty desk", "reference": "ASC-1"} | day)
    assert (empty.status_code, told.status_code) == (422, 303)
    assert DUTY not in lead.get("/staff/work").text
    none = press(lead, page, form=1)
    closed = press(lead, page, {"outcome": "taken_on", "ended": "They visit him weekly"}, form=1)

    assert (none.status_code, closed.status_code) == (422, 303)
    assert concern(database, made).closed_on is not None
    text = lead.get(page).text
    assert ("ASC-1" in text, "Ms Rees" in text, "They visit him weekly" in text) == (True, True, True)
    assert "Safeguarding concern 1 closed" in lead.get(at(made)).text


def test_nothing_of_it_is_in_what_a_resident_is_given(made, database):
    with database.writing() as session:
        report = access_reports.make(session, made.reference, deed(by="staff:1"))
        with pytest.raises(Refused) as refused:
            erasures.remove_texts(session, made.reference, [concern_text(session, made)], "Wrong", deed(by="staff:1"))

    assert refused.value.why is Why.NO_SUCH_WORDS
    assert "pension" not in str(report)
    assert "safeguarding" not in str(report)


def concern_text(session, made: Made) -> int:
    return histories.found(session, made.reference, deed()).complaint.concerns[0].said.number


def test_two_stay_named_while_a_concern_waits(made, database):
    with database.writing() as session, pytest.raises(Refused) as refused:
        staff.leave(session, "safeguarding_lead@example.org", deed())

    assert refused.value.why is Why.TOO_FEW_NAMED
