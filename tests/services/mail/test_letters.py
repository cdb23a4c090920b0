"""Every letter holds what the Code and the rulings ask of it, in words that were frozen when it was issued."""

from datetime import date

import pytest

from app.domain.case.definitions import DefinitionDraft, PointDraft
from app.domain.case.findings import PromiseDraft
from app.domain.case.more_time import MoreTimeDraft
from app.domain.case.vocabulary import Ours, Reason
from app.domain.landlord.landlord import Landlord
from app.domain.mail.notices import Notice
from app.domain.people.preferences import Preferences, Safe, Way
from app.services.case import (
    acknowledgements,
    definitions,
    escalations,
    histories,
    lateness,
    more_time,
    responses,
    withdrawals,
)
from app.services.mail.letters import COMPOSE
from app.store.landlord import landlord
from app.store.landlord.staff import StaffRow
from app.words.mail.blocks import plain
from tests.cases import a_complaint, a_definition, a_person, an_acknowledged, an_answer, an_answered, deed
from tests.letters import OMBUDSMAN, in_order, letter

HERE = Preferences(Safe.NO, (Way.HERE,), Way.HERE)
ONLY_NOT_LETTERS = {
    Notice.SIGN_IN_CODE,
    Notice.NEW_CODE,
    Notice.DANGER,
    Notice.SET_UP,
    Notice.PART_DUE,
    Notice.JOB,
}


@pytest.fixture(autouse=True)
def people(session):
    """A landlord, and two members of staff."""
    landlord.keep(session, Landlord(name="Elm Homes", phone="0161 496 0000", email="hello@elm.example"), deed().at)
    for number, name in ((1, "Jo Handler"), (2, "Sam Reviewer")):
        session.add(
            StaffRow(
                id=number, name=name, email=f"{number}@elm.example", phone="", roles="", code_salt=b"", code_step=0
            )
        )


def person():
    """Somebody who comes back here, so that every letter goes on the day it is written."""
    return a_person(ways={}, preferences=HERE)


def test_every_notice_that_is_a_letter_is_written_by_somebody():
    assert set(COMPOSE) == set(Notice) - ONLY_NOT_LETTERS


def test_a_stage_1_answer_holds_all_seven_parts_the_decision_first(session):
    promise = PromiseDraft("Fit the new part", 1, date(2026, 12, 18))
    made = an_answered(session, promise, person=person())

    in_order(
        letter(session, made),
        f"This is our Stage 1 answer to your complaint {made.reference}.",  # a
        "We let you down over the boiler.",  # c
        "1 | The boiler has not been mended | Yes",  # b
        "2 | The gas bill | No. Your supplier",
        "POINT 1: THE BOILER HAS NOT BEEN MENDED",
        "What we found: we agree with you (upheld).",
        "It took us nine days.",  # d
        "What we found: we do not agree (not upheld).",
        "Your supplier sets the price.",
        "A working boiler | Partly | The part is on order.",
        "We are sorry, and pay you £50.",  # e
        "Fit the new part | Jo Handler | Friday 18 December 2026",  # f
        "Jo Handler, for Elm Homes",
        "You can ask for Stage 2: someone new looks again. You need give no reason. You can ask at any time.",  # g
        *OMBUDSMAN,
    )


def test_an_answer_without_promises_says_that_nothing_is_left_to_do(session):
    made = an_answered(session, person=person())

    assert "Nothing is left for us to do." in letter(session, made)


def test_a_stage_2_answer_is_the_final_one_and_leads_to_the_ombudsman(session):
    made = an_answered(session, PromiseDraft("Fit the new part", 1, date(2026, 12, 18)), person=person())
    escalations.ask(session, made.reference, 1, deed(date(2026, 12, 14)))
    acknowledgements.acknowledge(session, made.reference, a_definition(), 2, None, deed(date(2026, 12, 16), "staff:2"))
    responses.issue(session, made.reference, an_answer(), deed(date(2026, 12, 17), "staff:2"))

    text = letter(session, made)
    in_order(
        text,
        f"This is our Stage 2 answer to your complaint {made.reference}. It is our final answer.",
        "We let you down over the boiler.",
        "1 | The boiler has not been mended | Yes",
        "It took us nine days.",
        "We are sorry, and pay you £50.",
        "Fit the new part | Jo Handler | Friday 18 December 2026",  # promised at Stage 1, and still outstanding
        "Sam Reviewer, for Elm Homes",
        "You have 12 months from the date of this letter.",
        *OMBUDSMAN[1:],
    )
    assert "You can ask for Stage 2" not in text


def test_a_landlord_under_another_procedure_says_its_own_limits_and_ombudsman(session):
    landlord.keep(session, Landlord(name="Elm Homes", profile="scotland-2021"), deed().at)
    made = a_complaint(session, person())
    acknowledgements.acknowledge(session, made.reference, a_definition(), 1, None, deed(by="staff:1"))
    responses.issue(session, made.reference, an_answer(), deed(date(2026, 11, 24), "staff:1"))

    text = letter(session, made)
    assert "You have 2 months from the date of this letter to ask, and sometimes longer." in text
    assert "Scottish Public Services Ombudsman" in text
    assert "at any time. You can ask" not in text


def test_more_time_is_told_with_both_dates_the_reason_and_the_ombudsman(session):
    made = an_acknowledged(session, person=person())
    draft = MoreTimeDraft(
        date(2026, 12, 16), Reason.THIRD_PARTY, "The gas engineer comes on Monday.", "A heater is on its way."
    )
    more_time.ask(session, made.reference, draft, deed(date(2026, 12, 7), "staff:1"))

    in_order(
        letter(session, made),
        "our answer by Wednesday 9 December 2026. Our new date is Wednesday 16 December 2026.",
        "The gas engineer comes on Monday.",
        "A heater is on its way.",
        "We will write to you every 7 days. You will next hear from us by Monday 14 December 2026.",
        "You can choose how often.",
        "Tell us if you are not happy with the new date. You need not say why.",
        *OMBUDSMAN,
    )


def test_an_update_says_how_it_is_going_and_when_the_next_one_comes(session):
    made = an_acknowledged(session, person=person())
    more_time.give_update(session, made.reference, "The part has arrived.", deed(date(2026, 12, 2), "staff:1"))

    in_order(
        letter(session, made),
        "The part has arrived.",
        "You will have our answer by Wednesday 9 December 2026.",
        "You will next hear from us by Wednesday 9 December 2026.",
    )


def test_a_late_notice_gives_the_missed_date_and_makes_up_no_new_one(session):
    made = an_acknowledged(session, person=person())
    lateness.find(session, made.reference, deed(date(2026, 12, 10), "clock"))

    text = letter(session, made)
    in_order(
        text,
        "We are late, and we are sorry.",
        "We said that you would have our answer by Wednesday 9 December 2026.",
        "Jo Handler will tell you the new date by Friday 11 December 2026.",
        *OMBUDSMAN,
    )
    assert text.count("2026") == 2


def test_a_late_acknowledgement_is_owned_up_to_by_the_landlord_when_nobody_has_it_yet(session):
    made = a_complaint(session, person())
    lateness.find(session, made.reference, deed(date(2026, 12, 1), "clock"))

    in_order(
        letter(session, made),
        "We said that by Monday 30 November 2026 we would write to say what we understood. We did not.",
        "Elm Homes will tell you the new date by Wednesday 2 December 2026.",
    )


def test_a_new_date_is_told_with_its_reason(session):
    made = an_acknowledged(session, person=person())
    lateness.find(session, made.reference, deed(date(2026, 12, 10), "clock"))
    by = deed(date(2026, 12, 10), "staff:1")
    lateness.promise_new_date(session, made.reference, date(2026, 12, 17), "We lost the report.", by)

    in_order(
        letter(session, made),
        "We are late, and we are sorry.",
        "You will have our answer by Thursday 17 December 2026.",
        "We lost the report.",
        *OMBUDSMAN,
    )


def test_a_request_for_stage_2_is_answered_with_its_dates(session):
    made = an_answered(session, person=person())
    escalations.ask(session, made.reference, 1, deed(date(2026, 12, 14)), dropped_points=[2])

    in_order(
        letter(session, made),
        "You asked for Stage 2 on Monday 14 December 2026. We have your request.",
        "Someone new will look at your complaint again",
        "By Monday 21 December 2026 we will write to say what we understood.",
        "unless we write before then with a new date and why.",
        "You told us not to look at these points again:",
        "The gas bill",
    )


def test_an_early_request_for_stage_2_is_kept_and_says_so(session):
    made = an_acknowledged(session, person=person())
    escalations.ask(session, made.reference, 1, deed(date(2026, 12, 1)))

    in_order(
        letter(session, made),
        "You will have it by Wednesday 9 December 2026. We have kept your request.",
        "Stage 2 begins on the day we send that answer. You need not ask again.",
        "If you no longer want Stage 2 then, tell us.",
    )
    responses.issue(session, made.reference, an_answer(), deed(date(2026, 12, 8), "staff:1"))
    assert "You have asked for Stage 2 already. It begins today." in letter(session, made)


def test_a_request_for_stage_2_over_a_late_answer_says_sorry_and_who_decides_by_when(session):
    made = an_acknowledged(session, person=person())
    escalations.ask(session, made.reference, 1, deed(date(2026, 12, 14)))

    in_order(
        letter(session, made),
        "Our Stage 1 answer is late. We are sorry. We said that you would have it by Wednesday 9 December 2026.",
        "By Tuesday 15 December 2026 our complaints officer will tell you one of two things",
    )
    by = deed(date(2026, 12, 15), "staff:1")
    escalations.set_stage_1_answer(session, made.reference, date(2026, 12, 18), "The report came late.", by)
    in_order(
        letter(session, made),
        "You will have it by Friday 18 December 2026.",
        "The report came late.",
    )


def test_a_stopped_complaint_is_confirmed_and_can_go_on(session):
    promise = PromiseDraft("Fit the new part", 1, date(2026, 12, 18))
    made = an_answered(session, promise, person=person())
    withdrawals.withdraw(session, made.reference, 1, own_choice=True, words="", deed=deed(date(2026, 12, 10)))

    in_order(
        letter(session, made),
        "We stopped it on Thursday 10 December 2026.",
        "Tell us if this is wrong, or if somebody else chose this for you.",
        "Fit the new part | Jo Handler | Friday 18 December 2026",
        *OMBUDSMAN,
    )


def test_a_corrected_understanding_says_that_it_takes_the_place_of_the_first(session):
    made = an_acknowledged(session, person=person())
    draft = DefinitionDraft((PointDraft("No hot water either", Ours.OURS),), ("A working boiler",))
    definitions.correct(session, made.reference, draft, deed(date(2026, 11, 27), "staff:1"))

    text = letter(session, made)
    assert "It takes the place of what we wrote before." in text
    assert "No hot water either" in text
    assert "Wednesday 9 December 2026" in text


def test_somebody_who_gave_no_name_is_greeted_all_the_same(session):
    made = an_acknowledged(session, person=a_person(name="", ways={}, preferences=HERE))

    assert letter(session, made).startswith("Hello\n")


def test_what_is_previewed_is_what_is_issued(session):
    made = an_acknowledged(session, person=person())
    by = deed(date(2026, 12, 8), "staff:1")

    previewed = plain(responses.preview(session, made.reference, an_answer(), by))
    responses.issue(session, made.reference, an_answer(), by)

    assert letter(session, made) == previewed


def test_an_issued_letter_never_changes(session):
    made = an_acknowledged(session, person=person())
    before = letter(session, made, 2)

    landlord.keep(session, Landlord(name="Another Name", phone="0161 496 0009"), deed().at)
    responses.issue(session, made.reference, an_answer(), deed(date(2026, 12, 8), "staff:1"))

    assert letter(session, made, 2) == before
    assert histories.found(session, made.reference, deed()).complaint.letters[1].sent_on == date(2026, 11, 25)
