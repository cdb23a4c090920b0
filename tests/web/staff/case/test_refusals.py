"""Refusing on the staff's pages: proposed beside its letter, decided by somebody else, kept in a register (S8)."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from app.domain.case.not_accepted import RefusalStanding
from app.domain.case.vocabulary import Ended
from app.domain.clock import duties
from app.domain.clock.duty_kinds import DutyKind
from app.domain.landlord.permissions import Role
from app.domain.mail.notices import Notice
from app.domain.people.preferences import Preferences, Safe, Way
from app.services.case import refusals
from app.services.landlord import looked_at
from app.services.mail import issued
from tests import states
from tests.cases import a_complaint, a_person, deed
from tests.forms import press
from tests.refusal_drafts import TOO_OLD
from tests.web.staff.case.conftest import begin, case, hidden, state_of

TYPED = {
    "ground": "considered_before",
    "whole": "all",
    "reasons": "We answered the very same in May.",
    "evidence": "Our answer of 4 May 2026.",
}


@pytest.fixture
def staff(staff_client, clock):
    """Makes members of staff who are signed in on the day of `states.UNDERSTOOD`: an officer has number 1."""
    clock.at = datetime(2026, 11, 25, 12, tzinfo=UTC)
    return staff_client


def at(made, page: str = "") -> str:
    return f"/staff/complaints/{made.reference}/refusals{page}"


def words(database, made, number: int) -> str:
    """Return the letter of this number as one text."""
    with database.reading() as session:
        found = state_of(session, made)
        letter = issued.one_of(session, made.case_id, found.letters, number)
    return " ".join(str(block.get("text") or block.get("items")) for block in letter.blocks)


def day(on: date, name: str) -> dict[str, str]:
    return {f"{name}-day": str(on.day), f"{name}-month": str(on.month), f"{name}-year": str(on.year)}


class TestProposing:
    def test_the_letter_is_shown_word_for_word_and_nothing_is_kept(self, staff, database):
        officer, made = staff(Role.COMPLAINTS_OFFICER), begin(database, states.fresh)

        shown = officer.post(at(made, "/preview"), data=_held(officer, made) | TYPED)

        assert shown.status_code == 200
        assert "We answered the very same in May." in shown.text.partition("word for word")[2]
        assert "0300 111 3000" in shown.text.partition("word for word")[2]
        assert case(database, made).refusals == ()

    def test_what_is_missing_stands_beside_its_question_and_every_word_stays(self, staff, database):
        officer, made = staff(Role.COMPLAINTS_OFFICER), begin(database, states.fresh)

        page = press(officer, at(made), TYPED | {"reasons": "", "evidence": "Our letter"})

        assert page.status_code == 422
        assert "Explain why in plain words" in page.text
        assert "Our letter" in page.text
        assert "paragraph 2.4" in page.text

    def test_a_ground_that_the_policy_lacks_is_not_offered(self, staff, database):
        officer, made = staff(Role.COMPLAINTS_OFFICER), begin(database, states.fresh)

        saved = press(officer, "/staff/landlord/refusing", {"refusal_grounds_off": "court_claim"})

        assert saved.status_code == 303
        assert "A claim about it has been filed at court" not in officer.get(at(made)).text
        assert "A claim about it has been filed at court" in officer.get("/staff/landlord").text
        assert press(officer, at(made), TYPED | {"ground": "court_claim"}).status_code == 422

    def test_points_are_chosen_once_there_are_some(self, staff, database):
        officer, made = staff(Role.COMPLAINTS_OFFICER), begin(database, states.acknowledged)

        assert press(officer, at(made), TYPED | {"points": "2"}).status_code == 303
        assert case(database, made).refusals[0].proposal.points == (2,)

    def test_nothing_is_refused_once_it_is_answered(self, staff, database):
        officer, made = staff(Role.COMPLAINTS_OFFICER), begin(database, states.answered)

        assert officer.get(at(made)).status_code == 404
        assert "Refuse it" not in officer.get(f"/staff/complaints/{made.reference}").text


class TestDeciding:
    def test_a_second_person_agrees_and_the_letter_says_all_it_must(self, staff, database):
        staff(Role.HANDLER)
        officer, made = staff(Role.COMPLAINTS_OFFICER), begin(database, states.refusal_proposed)

        shown = officer.get(at(made, "/1")).text
        page = press(officer, at(made, "/1"), {"decision": "yes"})

        found = case(database, made)
        assert page.status_code == 303
        assert (found.refusals[0].decided_by, found.ended) == (2, Ended.REFUSED)
        assert found.letters[-1].notice is Notice.REFUSED
        letter = words(database, made, found.letters[-1].number)
        for part in ("mended then", "repair record", "does harm", "right to take this decision", "PO Box 1484"):
            assert part in letter
            assert part in shown
        assert "Not accepted" in officer.get(f"/staff/complaints/{made.reference}").text

    def test_who_proposed_it_sees_it_and_cannot_decide(self, staff, database):
        officer, made = staff(Role.COMPLAINTS_OFFICER), begin(database, states.refusal_proposed)

        page = officer.get(at(made, "/1"))

        assert "Agree, and write" not in page.text
        held = _held(officer, made, f"/staff/complaints/{made.reference}/refusals")
        refused = officer.post(at(made, "/1/decision"), data=held | {"decision": "yes"})
        assert (refused.status_code, "Somebody else must decide" in refused.text) == (422, True)

    def test_given_back_with_a_word_on_why(self, staff, database):
        staff(Role.HANDLER)
        officer, made = staff(Role.COMPLAINTS_OFFICER), begin(database, states.refusal_proposed)

        assert press(officer, at(made, "/1"), {"decision": "no"}).status_code == 422
        assert press(officer, at(made, "/1"), {"decision": "no", "words": "Ask first."}).status_code == 303
        assert case(database, made).refusals[0].standing is RefusalStanding.RETURNED
        assert "Ask first." in officer.get(at(made, "/1")).text

    def test_agreeing_with_a_note_typed_is_asked_again_and_the_note_stays(self, staff, database):
        staff(Role.HANDLER)
        officer, made = staff(Role.COMPLAINTS_OFFICER), begin(database, states.refusal_proposed)

        page = press(officer, at(made, "/1"), {"decision": "yes", "words": "Ask first."})

        assert (page.status_code, "Ask first." in page.text) == (422, True)
        assert "empty the box to agree" in page.text
        assert case(database, made).ended is None

    def test_what_somebody_else_decided_meanwhile_is_not_decided_again(self, staff, database):
        staff(Role.HANDLER)
        officer, made = staff(Role.COMPLAINTS_OFFICER), begin(database, states.refusal_proposed)
        held = _held(officer, made, at(made, "/1"))
        with database.writing() as session:
            refusals.give_back(session, made.reference, 1, "Ask first.", deed(states.SENT, "staff:3"))

        page = officer.post(at(made, "/1/decision"), data=held | {"decision": "yes"})

        assert (page.status_code, "Refusal 1 was not agreed to" in page.text) == (409, True)
        assert case(database, made).ended is None

    def test_who_may_not_decide_is_not_asked(self, staff, database):
        staff(Role.COMPLAINTS_OFFICER)
        handler, made = staff(Role.HANDLER), begin(database, states.refusal_proposed)

        assert "Agree, and write" not in handler.get(at(made, "/1")).text
        held = _held(handler, made, f"/staff/complaints/{made.reference}/refusals")
        assert handler.post(at(made, "/1/decision"), data=held | {"decision": "yes"}).status_code == 404


class TestOverturning:
    def test_the_ombudsman_sets_a_date_and_the_clock_starts_again(self, staff, database, clock):
        clock.at = datetime(2026, 12, 2, 12, tzinfo=UTC)
        officer, made = staff(Role.COMPLAINTS_OFFICER), begin(database, states.refused)
        typed = {"by": "ombudsman", "words": "They say it goes on."}
        typed |= day(date(2026, 12, 1), "told_on") | day(date(2026, 12, 4), "instructed_by")

        page = press(officer, at(made, "/1/overturn"), typed)

        found = case(database, made)
        assert page.status_code == 303
        assert {(each.kind, each.due_on) for each in duties.of(found)} == {
            (DutyKind.ACKNOWLEDGE, date(2026, 12, 4)),
            (DutyKind.OMBUDSMAN_DATE, date(2026, 12, 4)),
        }
        assert "told us to take on" in words(database, made, found.letters[-1].number)
        assert press(officer, at(made, "/1/done"), {"words": "Done"}).status_code == 422

    def test_without_a_date_or_a_reason_it_says_so(self, staff, database):
        officer, made = staff(Role.COMPLAINTS_OFFICER), begin(database, states.refused)

        page = press(officer, at(made, "/1/overturn"), {"by": "ombudsman"})

        assert page.status_code == 422
        assert "Enter the date that the Ombudsman set" in page.text

    def test_what_the_resident_asked_is_answered_in_writing(self, staff, database):
        officer, made = staff(Role.COMPLAINTS_OFFICER), begin(database, states.refused)
        assert officer.get(at(made, "/1/look")).status_code == 404
        with database.writing() as session:
            refusals.ask_to_look(session, made.reference, 1, 1, "", states.resident(made, states.UNDERSTOOD))

        assert press(officer, at(made, "/1/look"), {"words": "It was mended."}).status_code == 303
        letter = words(database, made, case(database, made).letters[-1].number)
        assert "our decision stands" in letter
        assert "right to take this decision" in letter


class TestRegister:
    def test_each_refusal_is_listed_with_what_became_of_it(self, staff, database):
        officer = staff(Role.COMPLAINTS_OFFICER)
        refused, overturned = begin(database, states.refused), begin(database, states.refused_and_overturned)

        everything = officer.get("/staff/refusals").text
        standing = officer.get("/staff/refusals?view=standing").text

        assert refused.reference in everything
        assert overturned.reference in everything
        assert (refused.reference in standing, overturned.reference in standing) == (True, False)

    def test_it_goes_on_page_after_page(self, staff, database):
        officer = staff(Role.COMPLAINTS_OFFICER)
        with database.writing() as session:
            made = [states.refused(session)[0].reference for _ in range(27)]

        first = officer.get("/staff/refusals").text

        assert sum(reference in first for reference in made) == 25
        assert 'rel="next"' in first

    def test_taken_away_as_a_file_it_is_noted(self, staff, database):
        officer, made = staff(Role.COMPLAINTS_OFFICER), begin(database, states.refused)

        file = officer.get("/staff/refusals.csv")

        assert (file.mimetype, made.reference in file.text) == ("text/csv", True)
        with database.reading() as session:
            assert "exported" in {look.how for look in looked_at.of_case(session, made.case_id)}

    def test_the_acknowledgement_leads_to_the_letter_that_ends_it(self, staff, database):
        officer, made = staff(Role.COMPLAINTS_OFFICER), begin(database, by_letter)

        page = officer.get(f"/staff/complaints/{made.reference}").text

        assert f"/staff/complaints/{made.reference}/letters/2/posting" in page.partition('id="said"')[0]
        assert officer.get(f"/staff/complaints/{made.reference}/acknowledgement").status_code == 404


def test_the_pages_ask_the_database_few_things(staff, database, queries):
    officer, made = staff(Role.COMPLAINTS_OFFICER), begin(database, states.refusal_proposed)
    for page in (at(made), at(made, "/1"), "/staff/refusals"):
        officer.get(page)
        with queries() as asked:
            officer.get(page)
        assert len(asked) <= 8, "\n".join(asked)


def by_letter(session):
    """A refusal whose letter lies there to be posted."""
    person = a_person(ways={Way.LETTER: "4 Elm Court"}, preferences=Preferences(Safe.YES, (Way.LETTER,), Way.LETTER))
    made = a_complaint(session, person)
    refusals.propose(session, made.reference, TOO_OLD, deed(states.SENT, "staff:1"))
    refusals.approve(session, made.reference, 1, deed(states.UNDERSTOOD, "staff:2"))
    return made, states.UNDERSTOOD


def _held(client, made, page: str = "") -> dict[str, str]:
    text = client.get(page or at(made)).text
    return {name: hidden(text, name) for name in ("csrf_token", "key", "seen")}
