"""Details are changed through the old way only where it is clearly safe; else nothing goes there again (ruling 1)."""

from __future__ import annotations

import json
from datetime import date

import pytest

from app.domain.clock.duty_kinds import DutyKind
from app.domain.people.contacts import ContactBarred, OldWay
from app.domain.people.preferences import Preferences, Safe, Way
from app.domain.refused import Refused, Why
from app.services.case import projections
from app.services.mail import postings
from app.services.people import contacts, sign_ins
from app.services.people.contacts import NewContact
from app.store import record
from app.store.people import contacts as store
from tests.cases import LOOKUP_KEY, a_complaint, a_person, an_acknowledged, deed

TOMORROW = date(2026, 11, 24)
NEW = "amina.new@example.org"


def complaint_of(session, made):
    return projections.fold(record.read(session, f"complaint:{made.case_id}"))


def events_of(session, made):
    return [projections.recorded(each).event for each in record.read(session, f"complaint:{made.case_id}")]


def change(session, made, safe, *, way=Way.EMAIL, value=NEW, on=TOMORROW, **more):
    doing = deed(on, f"party:{made.case_id}.1", **more)
    return contacts.ask_change(session, made.reference, 1, NewContact(way, value, safe), LOOKUP_KEY, doing)


def code_for(session, made, contact):
    """The code that the worker mints as it sends."""
    [request] = sign_ins.sign_ins.of_contact(session, made.case_id, 1, contact)
    return sign_ins.mint(session, request.id, LOOKUP_KEY, deed(TOMORROW).at)


def confirm(session, made, contact, code):
    doing = deed(TOMORROW, f"party:{made.case_id}.1")
    contacts.confirm_through_old(session, made.reference, 1, contact, code, LOOKUP_KEY, doing)


def test_a_clear_yes_sends_a_code_to_the_old_address_and_nothing_moves_before_it_is_typed(session):
    made = a_complaint(session)

    asked = change(session, made, OldWay.YES)

    assert asked.by_code
    assert code_for(session, made, asked.contact).to == "amina@example.org"
    assert store.usable(session, made.case_id, 1)[Way.EMAIL].value == "amina@example.org"


def test_the_code_from_the_old_address_lets_the_new_one_be_used(session):
    made = a_complaint(session)
    asked = change(session, made, OldWay.YES)

    confirm(session, made, asked.contact, code_for(session, made, asked.contact).code)

    assert store.usable(session, made.case_id, 1)[Way.EMAIL].value == NEW
    assert [each.usable for each in store.of_party(session, made.case_id, 1)] == [False, True]


def test_a_code_that_confirms_an_address_carries_no_link_and_signs_nobody_in(session):
    made = a_complaint(session)
    asked = change(session, made, OldWay.YES)

    minted = code_for(session, made, asked.contact)

    assert minted.token is None


def test_a_wrong_code_changes_nothing(session):
    made = a_complaint(session)
    asked = change(session, made, OldWay.YES)
    right = code_for(session, made, asked.contact).code
    wrong = f"{(int(right) + 1) % 10**6:06d}"

    with pytest.raises(Refused) as refusal:
        confirm(session, made, asked.contact, wrong)

    assert refusal.value.why is Why.WRONG_CODE
    assert store.usable(session, made.case_id, 1)[Way.EMAIL].value == "amina@example.org"


@pytest.mark.parametrize("safe", [OldWay.NO, OldWay.NOT_SURE])
def test_anything_but_a_clear_yes_bars_the_old_address_at_once(session, safe):
    made = a_complaint(session)

    asked = change(session, made, safe)

    assert (asked.by_code, asked.barred) == (False, True)
    assert store.usable(session, made.case_id, 1) == {}
    assert complaint_of(session, made).has_task(DutyKind.CHECK_CONTACT, asked.contact)
    assert ContactBarred(1, 1, Way.EMAIL) in events_of(session, made)


def test_a_sign_in_code_asked_for_before_is_not_sent_to_a_barred_address(session):
    made = a_complaint(session)
    token = sign_ins.ask(session, made.reference, LOOKUP_KEY, deed(TOMORROW))
    [request] = sign_ins.sign_ins.of_request(session, sign_ins.hashed(token))

    change(session, made, OldWay.NO)

    assert sign_ins.mint(session, request.id, LOOKUP_KEY, deed(TOMORROW).at) is None


def test_a_code_already_sent_to_a_barred_address_lets_nobody_in(session):
    made = a_complaint(session)
    token = sign_ins.ask(session, made.reference, LOOKUP_KEY, deed(TOMORROW))
    [request] = sign_ins.sign_ins.of_request(session, sign_ins.hashed(token))
    minted = sign_ins.mint(session, request.id, LOOKUP_KEY, deed(TOMORROW).at)

    change(session, made, OldWay.NO)

    with pytest.raises(Refused):
        sign_ins.spend_code(session, token, minted.code, LOOKUP_KEY, deed(TOMORROW).at)


def test_a_letter_that_waits_for_the_post_is_never_posted_to_a_barred_address(session):
    by_post = Preferences(Safe.YES, (Way.LETTER, Way.HERE), Way.LETTER)
    made = an_acknowledged(
        session, person=a_person(ways={Way.LETTER: "4 Elm Court, Salford M5 4AB"}, preferences=by_post)
    )

    change(session, made, OldWay.NO, way=Way.LETTER, value="The Shelter, PO Box 1, Leeds", on=date(2026, 11, 26))

    letters = complaint_of(session, made).letters
    assert {letter.way for letter in letters} == {Way.HERE}
    assert all(letter.sent_on for letter in letters)


def test_a_barred_telephone_is_barred_for_texts_too(session):
    reach = Preferences(Safe.YES, (Way.PHONE, Way.TEXT, Way.HERE), Way.HERE)
    ways = {Way.PHONE: "07700 900123", Way.TEXT: "+447700900123"}
    made = a_complaint(session, a_person(ways=ways, preferences=reach))

    change(session, made, OldWay.NO, way=Way.PHONE, value="07700 900456")

    assert store.usable(session, made.case_id, 1) == {}


def test_the_call_that_was_to_go_beside_a_letter_is_not_made_to_a_barred_telephone(session):
    reach = Preferences(Safe.YES, (Way.PHONE, Way.LETTER), Way.PHONE)
    ways = {Way.PHONE: "07700 900123", Way.LETTER: "4 Elm Court"}
    made = a_complaint(session, a_person(ways=ways, preferences=reach))
    assert complaint_of(session, made).has_task(DutyKind.TELL_BY_PHONE, 1)

    change(session, made, OldWay.NO, way=Way.PHONE, value="07700 900456")

    assert not complaint_of(session, made).has_task(DutyKind.TELL_BY_PHONE, 1)
    with pytest.raises(Refused):
        postings.tell(session, made.reference, 1, deed(TOMORROW, "staff:1"))


def test_a_safe_telephone_takes_no_code_and_so_staff_ask_there(session):
    reach = Preferences(Safe.YES, (Way.PHONE, Way.HERE), Way.HERE)
    made = a_complaint(session, a_person(ways={Way.PHONE: "07700 900123"}, preferences=reach))

    asked = change(session, made, OldWay.YES, way=Way.PHONE, value="07700 900456")

    assert (asked.by_code, asked.barred) == (False, False)
    assert complaint_of(session, made).has_task(DutyKind.CHECK_CONTACT, asked.contact)


def test_staff_who_checked_say_how_and_the_new_way_may_be_used(session):
    made = a_complaint(session)
    asked = change(session, made, OldWay.NO)

    contacts.confirm_by_staff(
        session, made.reference, 1, asked.contact, "Rang back and asked three things.", deed(TOMORROW, "staff:1")
    )

    assert store.usable(session, made.case_id, 1)[Way.EMAIL].value == NEW
    assert not complaint_of(session, made).has_task(DutyKind.CHECK_CONTACT, asked.contact)


def test_staff_must_say_how_they_checked(session):
    made = a_complaint(session)
    asked = change(session, made, OldWay.NO)

    with pytest.raises(Refused) as refusal:
        contacts.confirm_by_staff(session, made.reference, 1, asked.contact, " ", deed(TOMORROW, "staff:1"))

    assert refusal.value.why is Why.NOT_SAID_HOW


def test_a_change_that_staff_must_check_is_not_confirmed_by_any_code(session):
    made = a_complaint(session)
    asked = change(session, made, OldWay.NOT_SURE)

    with pytest.raises(Refused) as refusal:
        confirm(session, made, asked.contact, "123456")

    assert refusal.value.why is Why.NO_SUCH_CHECK


def test_the_question_about_the_old_way_cannot_be_left_open(session):
    made = a_complaint(session)

    with pytest.raises(Refused) as refusal:
        change(session, made, None)

    assert refusal.value.why is Why.OLD_WAY_UNANSWERED


@pytest.mark.parametrize(("way", "value"), [(Way.EMAIL, "not an address"), (Way.PHONE, "12"), (Way.LETTER, "  ")])
def test_nobody_is_reached_at_what_is_no_address(session, way, value):
    made = a_complaint(session)

    with pytest.raises(Refused):
        change(session, made, OldWay.YES, way=way, value=value)


def test_a_second_press_asks_once(session):
    made = a_complaint(session)

    first = change(session, made, OldWay.YES, key="press-2")
    second = change(session, made, OldWay.YES, key="press-2")

    assert first == second
    assert len(store.of_party(session, made.case_id, 1)) == 2


def test_a_new_way_that_was_confirmed_is_one_of_those_they_chose(session):
    made = a_complaint(session)
    asked = change(session, made, OldWay.YES, way=Way.PHONE, value="07700 900456")

    confirm(session, made, asked.contact, code_for(session, made, asked.contact).code)

    assert Way.PHONE in complaint_of(session, made).party(1).preferences.ways
    assert store.usable(session, made.case_id, 1)[Way.EMAIL].value == "amina@example.org"


def test_the_record_holds_no_address(session):
    made = a_complaint(session)

    change(session, made, OldWay.NO)

    facts = [each.facts for each in record.read(session, f"complaint:{made.case_id}")]
    assert not any("example.org" in json.dumps(each) for each in facts)
