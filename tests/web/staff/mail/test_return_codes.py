"""The return code is printed for those who chose letters, and for nobody else."""

import pytest

from app.domain.landlord.permissions import Role
from app.domain.people.preferences import Caution, Preferences, Safe, Way
from app.services.people import receipts
from app.store.people import contacts
from config import Config
from tests.cases import a_complaint as made_by_tests
from tests.cases import a_person, deed

BY_LETTER = Preferences(Safe.SOME_WAYS, (Way.LETTER,), Way.LETTER)
LETTERS = {Way.LETTER: "4 Elm Court, M5 4AB"}


@pytest.fixture
def a_complaint(database, config: Config, monkeypatch):
    """Makes a complaint under the application's own key."""
    monkeypatch.setattr("tests.cases.LOOKUP_KEY", config.lookup_key)

    def make(preferences=BY_LETTER, ways=LETTERS):
        with database.writing() as session:
            return made_by_tests(session, a_person(ways=ways, preferences=preferences))

    return make


def sheet_of(made):
    return f"/staff/complaints/{made.reference}/return-code/sheet"


def test_the_sheet_shows_the_code_that_the_resident_was_shown(staff_client, a_complaint):
    made = a_complaint()
    client = staff_client(Role.HANDLER)

    text = client.get(sheet_of(made)).text

    assert f"Return code: {made.return_code}" in text
    assert "http://localhost:8000/c/back" in text


def test_the_receipt_leads_to_its_sheet(staff_client, a_complaint):
    made = a_complaint()

    page = staff_client(Role.HANDLER).get(f"/staff/complaints/{made.reference}/letters/1/posting")

    assert sheet_of(made) in page.text


@pytest.mark.parametrize(
    ("preferences", "ways"),
    [
        (Preferences(Safe.YES, (Way.EMAIL,), Way.EMAIL), {Way.EMAIL: "amina@example.org"}),
        (Preferences(Safe.NO, (Way.HERE,), Way.HERE), {}),
        (Preferences(Safe.SOME_WAYS, (Way.EMAIL,), Way.EMAIL, cautions=(Caution.NO_LETTERS,)), LETTERS),
    ],
)
def test_nobody_who_chose_no_letters_has_a_sheet(staff_client, a_complaint, preferences, ways):
    made = a_complaint(preferences, ways)

    assert staff_client(Role.HANDLER).get(sheet_of(made)).status_code == 404


def test_nothing_is_printed_for_an_address_that_was_barred(staff_client, a_complaint, database):
    made = a_complaint()
    with database.writing() as session:
        contacts.bar(session, made.case_id, 1, deed().at)

    assert staff_client(Role.HANDLER).get(sheet_of(made)).status_code == 404


def test_a_code_that_was_replaced_is_not_printed(staff_client, a_complaint, database):
    made = a_complaint()
    with database.writing() as session:
        receipts.revoke(session, made.case_id, 1, deed())

    text = staff_client(Role.HANDLER).get(sheet_of(made)).text

    assert "We can no longer tell this code" in text
    assert made.return_code not in text


def test_a_viewer_prints_no_codes(staff_client, a_complaint):
    made = a_complaint()

    assert staff_client(Role.VIEWER).get(sheet_of(made)).status_code == 404
