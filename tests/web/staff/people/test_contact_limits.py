"""Limiting contact on the staff's pages: proposed beside what could stay open, decided by somebody else, reviewed."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from app.domain.landlord.permissions import Role
from app.domain.mail.notices import Notice
from app.domain.people.limits import ContactLimitStanding
from app.services.mail import issued
from tests import peopled
from tests.forms import press
from tests.web.staff.case.conftest import begin, hidden
from tests.web.staff.case.conftest import case as found

TYPED = {
    "limited": "calls",
    "how": "One call a week.",
    "open_way": "here",
    "reasons": "Calls came to 30 a day.",
    "evidence": "The call log.",
    "equality": "We asked about your health.",
    "until-day": "1",
    "until-month": "5",
    "until-year": "2027",
}
ACCUSES = ("unacceptable", "abusive", "vexatious", "aggressive", "nuisance", "unreasonable")


@pytest.fixture
def staff(staff_client, clock):
    clock.at = datetime(2026, 11, 25, 12, tzinfo=UTC)
    return staff_client


def at(made, page: str = "") -> str:
    return f"/staff/complaints/{made.reference}/contact-limits{page}"


def test_what_is_missing_stands_beside_its_question_with_the_paragraph(staff, database):
    officer, made = staff(Role.COMPLAINTS_OFFICER), begin(database, peopled.fresh_by_phone)

    page = press(officer, at(made), TYPED | {"equality": "", "open_way": "letter"})

    assert page.status_code == 422
    assert "Say what you weighed under the Equality Act" in page.text
    assert "They cannot use this way safely" in page.text
    assert "paragraph 5.15" in page.text
    assert "Calls came to 30 a day." in page.text


def test_the_ways_that_could_stay_open_are_said(staff, database):
    officer, made = staff(Role.COMPLAINTS_OFFICER), begin(database, peopled.fresh_by_phone)

    assert "Amina Yusuf: The page of their complaint, Phone calls" in officer.get(at(made)).text


def test_a_second_person_reads_the_letter_agrees_and_the_case_says_it_without_blame(staff, database):
    staff(Role.HANDLER)
    officer, made = staff(Role.COMPLAINTS_OFFICER), begin(database, peopled.restriction_proposed)
    assert "agreed in writing" not in officer.get(f"/staff/complaints/{made.reference}").text

    shown = officer.get(at(made, "/1")).text
    assert press(officer, at(made, "/1"), {"decision": "yes", "words": "But only calls"}).status_code == 422
    page = press(officer, at(made, "/1"), {"decision": "yes"})

    complaint = found(database, made)
    assert page.status_code == 303
    assert complaint.contact_limits[0].decided_by == 2
    assert (complaint.letters[-1].notice, complaint.letters[-1].party) == (Notice.RESTRICTED, 1)
    with database.reading() as session:
        letter = issued.one_of(session, made.case_id, complaint.letters, complaint.letters[-1].number)
    words = " ".join(str(block.get("text") or block.get("items")) for block in letter.blocks)
    for part in ("One call a week", "30 a day", "call log", "your health", "20 May 2027", "look at this again", "1484"):
        assert part in words
        assert part in shown
    case = officer.get(f"/staff/complaints/{made.reference}").text
    assert "is agreed in writing, up to Thursday 20 May 2027" in case
    assert not [word for word in ACCUSES if word in (words + case).lower()]


def test_the_letter_offers_no_way_that_it_limits(staff, database):
    made = begin(database, peopled.restricted)
    complaint = found(database, made)
    with database.reading() as session:
        letter = issued.one_of(session, made.case_id, complaint.letters, complaint.letters[-1].number)

    assert "Ring 0" not in str(letter.blocks)


def test_who_proposed_it_does_not_decide(staff, database):
    handler, made = staff(Role.COMPLAINTS_OFFICER), begin(database, peopled.restriction_proposed)

    assert "Agree, and write to them" not in handler.get(at(made, "/1")).text


def test_a_handler_may_not_decide_or_end_one(staff, database):
    staff(Role.COMPLAINTS_OFFICER)
    handler, made = staff(Role.HANDLER), begin(database, peopled.restriction_proposed)

    assert "Decide" not in handler.get(at(made, "/1")).text
    form = {"csrf_token": "", "seen": "99", "key": "a" * 32, "decision": "yes"}
    assert handler.post(at(made, "/1/decision"), data=form).status_code in (400, 404)


def test_one_that_is_given_back_says_why(staff, database):
    staff(Role.HANDLER)
    officer, made = staff(Role.COMPLAINTS_OFFICER), begin(database, peopled.restriction_proposed)

    assert press(officer, at(made, "/1"), {"decision": "no"}).status_code == 422
    assert press(officer, at(made, "/1"), {"decision": "no", "words": "Try a set day"}).status_code == 303
    assert "Try a set day" in officer.get(at(made, "/1")).text


def test_looking_again_is_for_somebody_new_and_ending_it_for_any_officer(staff, database):
    staff(Role.HANDLER)
    officer, made = staff(Role.COMPLAINTS_OFFICER), begin(database, peopled.restricted_and_unhappy)
    stays = {"decision": "stays", "words": "It still helps"}
    assert "It stays: write to them" not in officer.get(at(made, "/1")).text
    assert press(officer, at(made, "/1"), stays).status_code == 422

    new = staff(Role.COMPLAINTS_OFFICER, Role.HANDLER)
    assert press(new, at(made, "/1"), stays).status_code == 303
    assert found(database, made).letters[-1].notice is Notice.RESTRICTION_UPHELD

    assert press(officer, at(made, "/1"), {"decision": "over", "words": "It has settled"}).status_code == 303
    ended = found(database, made)
    assert ended.contact_limits[0].standing is ContactLimitStanding.ENDED
    assert ended.letters[-1].notice is Notice.RESTRICTION_ENDED
    assert "agreed in writing" not in officer.get(f"/staff/complaints/{made.reference}").text


def test_a_page_held_open_while_another_decided_changes_nothing(staff, database):
    staff(Role.HANDLER)
    officer, made = staff(Role.COMPLAINTS_OFFICER), begin(database, peopled.restriction_proposed)
    page = officer.get(at(made, "/1")).text
    assert press(officer, at(made, "/1"), {"decision": "no", "words": "Not yet"}).status_code == 303

    held = {name: hidden(page, name) for name in ("csrf_token", "seen", "key")}
    late = officer.post(at(made, "/1/decision"), data=held | {"decision": "yes"})

    assert late.status_code == 409
    assert found(database, made).contact_limits[0].standing is ContactLimitStanding.RETURNED


@pytest.mark.parametrize("page", ["", "/1"])
def test_a_page_asks_little_of_the_database(staff, database, queries, page):
    staff(Role.HANDLER)
    officer, made = staff(Role.COMPLAINTS_OFFICER), begin(database, peopled.restricted)
    officer.get(at(made, page))

    with queries() as asked:
        officer.get(at(made, page))

    assert len(asked) <= 8
