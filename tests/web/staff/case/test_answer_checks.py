"""The quality check on the staff's pages: the letter that was agreed to is the letter that goes, and no other."""

from __future__ import annotations

import re
from datetime import date
from html import unescape

import pytest

from app.domain.case.definitions import DefinitionDraft, PointDraft
from app.domain.case.vocabulary import Ours
from app.domain.landlord.permissions import Role
from app.domain.mail.notices import Notice
from app.domain.refused import Refused
from app.services.case import answer_checks, definitions
from app.services.mail import issued
from tests import states
from tests.cases import deed
from tests.forms import press
from tests.web.at_once import at_once
from tests.web.staff.case.conftest import FULL, PROMISE, begin, case, draft_of, hidden, send, state_of
from tests.web.staff.case.conftest import at as response
from tests.web.staff.case.conftest import check_at as at
from tests.web.staff.case.test_responses import flat, texts

pytestmark = pytest.mark.usefixtures("while_looking")


def test_without_a_setting_an_answer_goes_as_before(handler, made, database):
    assert "Send the answer" in send(handler, response(made, "/preview"), key="a" * 32).text
    assert send(handler, response(made), key="a" * 32).status_code == 303
    assert case(database, made).letters[-1].notice is Notice.ANSWER


def test_the_preview_says_that_it_is_checked_and_by_when_the_answer_is_due(handler, made, policy):
    policy(stage_1_checked_by=("head_of_service",))

    page = send(handler, response(made, "/preview")).text

    assert "Send it to be checked" in page
    assert "Send the answer" not in page
    assert "The clock runs on meanwhile: the resident expects our answer by Wednesday 9 December 2026." in page


def test_it_is_not_sent_until_somebody_has_checked_it(handler, checked, database):
    made, _ = checked
    found = case(database, made)

    assert found.stage_1.answered_on is None
    assert [letter.notice for letter in found.letters] == [Notice.RECEIPT, Notice.ACKNOWLEDGED]
    page = handler.get(response(made), follow_redirects=True).text
    assert "Waits to be checked" in page
    assert "Ada Head" in page
    assert "by Wednesday 9 December 2026" in page
    assert "Agree, and send" not in page


def test_sending_it_to_be_checked_twice_asks_once(handler, database, policy):
    policy(stage_1_checked_by=("head_of_service",))
    made = begin(database, states.acknowledged)
    pressed = FULL | {"key": "0" * 32}

    assert send(handler, response(made), pressed).status_code == 303
    assert send(handler, response(made), pressed).status_code == 303
    assert len(case(database, made).answer_checks) == 1


def test_what_the_second_person_sees_is_what_goes_block_for_block(checked, database):
    made, head = checked
    shown = head.get(at(made)).text
    letter = re.search(r"<article.*?</article>", shown, re.DOTALL)[0]

    assert press(head, at(made), {"decision": "yes"}).status_code == 303

    with database.reading() as session:
        found = state_of(session, made)
        *_, went = issued.all_of(session, made.case_id, found.letters)
    assert "".join(texts(letter).split()) == "".join("".join(flat(went.blocks)).split())
    assert "Jo Handler, for" in unescape(letter)
    assert (found.stage_1.worked_on_by, len(found.promises)) == ({1, 2}, 1)
    assert draft_of(database, made) is None


def test_pressed_twice_one_letter_goes(checked, database):
    made, head = checked
    page = head.get(at(made)).text
    held = {name: hidden(page, name) for name in ("csrf_token", "key", "seen", "letter")} | {"decision": "yes"}

    assert head.post(at(made, "/1/decision"), data=held).status_code == 303
    assert head.post(at(made, "/1/decision"), data=held).status_code == 303
    assert len(case(database, made).letters) == 3


def test_a_letter_that_became_another_is_not_sent_but_shown(checked, database, policy):
    made, head = checked
    page = head.get(at(made)).text
    held = {name: hidden(page, name) for name in ("csrf_token", "key", "seen", "letter")} | {"decision": "yes"}
    policy(phone="0161 496 0999")

    again = head.post(at(made, "/1/decision"), data=held)

    assert (again.status_code, "0161 496 0999" in again.text) == (409, True)
    assert case(database, made).stage_1.answered_on is None
    held |= {"letter": hidden(again.text, "letter")}
    assert head.post(at(made, "/1/decision"), data=held).status_code == 303


@pytest.mark.parametrize("mark", ["", "0" * 64])
def test_a_forged_mark_sends_nothing(checked, database, mark):
    made, head = checked

    assert press(head, at(made), {"decision": "yes", "letter": mark}).status_code == 409
    assert case(database, made).stage_1.answered_on is None


def test_of_two_who_decide_at_once_one_wins_and_one_letter_goes(checked, database, staff_client):
    made, head = checked
    officer = staff_client(Role.COMPLAINTS_OFFICER)
    page = head.get(at(made)).text
    form = {name: hidden(page, name) for name in ("seen", "letter")} | {"decision": "yes"}

    first, second = at_once([head, officer], at(made, "/1/decision"), [form] * 2)

    assert (first.status_code, second.status_code) == (303, 409)
    assert [letter.notice for letter in case(database, made).letters].count(Notice.ANSWER) == 1


def test_a_note_is_not_lost_by_pressing_the_wrong_button(checked, database):
    made, head = checked

    page = press(head, at(made), {"decision": "yes", "words": "Name the policy."})

    assert (page.status_code, "Name the policy." in page.text) == (422, True)
    assert case(database, made).stage_1.answered_on is None


def test_given_back_the_writer_sees_the_note_and_every_word(handler, checked, database):
    made, head = checked

    assert press(head, at(made), {"decision": "no"}).status_code == 422
    assert press(head, at(made), {"decision": "no", "words": "Name the policy."}).status_code == 303

    assert "Change an answer that was given back" in handler.get("/staff/work").text
    page = handler.get(response(made)).text
    assert "Ada Head checked this answer and gave it back:" in page
    assert "Name the policy." in page
    assert "It took us nine days." in page
    again = FULL | {"version": hidden(page, "version")}
    assert send(handler, response(made), again).status_code == 303
    assert press(head, at(made, "/2"), {"decision": "yes"}).status_code == 303


def test_another_tab_neither_changes_nor_sends_what_is_being_checked(handler, checked, database):
    made, _ = checked

    for page in ("/draft", "/preview", ""):
        refused = send(handler, response(made, page), FULL, decision="Other words.", key="f" * 31)
        assert refused.status_code == (409 if page == "" else 422)
        assert "Other words." in refused.text
        assert "take it back first" in refused.text or page == ""
    assert draft_of(database, made).typed["decision"] == "We let you down over the boiler."


def test_taken_back_while_it_is_looked_at_it_is_not_sent(handler, checked, database):
    made, head = checked
    page = head.get(at(made)).text
    held = {name: hidden(page, name) for name in ("csrf_token", "key", "seen", "letter")} | {"decision": "yes"}
    mine = handler.get(at(made)).text
    taken = {name: hidden(mine, name) for name in ("csrf_token", "key", "seen")}

    assert handler.post(at(made, "/1/end"), data=taken).status_code == 303
    late = head.post(at(made, "/1/decision"), data=held)

    assert late.status_code == 409
    assert case(database, made).stage_1.answered_on is None
    assert handler.get(response(made)).status_code == 200


def test_when_what_was_understood_changed_it_can_only_be_given_back(checked, database):
    made, head = checked
    corrected = DefinitionDraft((PointDraft("The boiler and the bath", Ours.OURS),), ("A bath",))
    with database.writing() as session:
        definitions.correct(session, made.reference, corrected, deed(states.TAKEN, "staff:1"))

    page = head.get(at(made)).text

    assert "It cannot go as it is" in page
    assert "Agree, and send" not in page
    assert press(head, at(made), {"decision": "no", "words": "New points."}).status_code == 303


def test_a_promise_whose_date_has_passed_meanwhile_is_not_sent(checked, database):
    made, _ = checked

    with database.writing() as session, pytest.raises(Refused, match="date_in_the_past"):
        answer_checks.approve(session, made.reference, 1, "", deed(date(2026, 12, 21), "staff:2"))


def test_the_page_asks_the_database_few_things(checked, queries):
    made, head = checked
    head.get(at(made))
    with queries() as asked:
        head.get(at(made))
    assert len(asked) <= 8, "\n".join(asked)


def test_checked_again_what_changed_since_it_came_back_stands_first(handler, checked):
    made, head = checked
    press(head, at(made), {"decision": "no", "words": "Name the policy."})
    version = hidden(handler.get(response(made)).text, "version")
    better = FULL | PROMISE | {"version": version, "findings-1-reasons": "Our repairs policy gives us a day."}
    assert send(handler, response(made), better).status_code == 303

    page = head.get(at(made, "/2")).text

    told = page.partition("What has changed since")[2].partition("The letter, word for word")[0]
    assert re.findall(r"<(ins|del) [^>]*>([^<]*)<", told) == [
        ("del", "It took us nine days."),
        ("ins", "Our repairs policy gives us a day."),
    ]
    assert "What has changed since" not in head.get(at(made)).text
