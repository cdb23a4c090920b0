"""My complaint: the one sentence, and everything that must always stand below it."""

from __future__ import annotations

import pytest

from app.domain.case.understood import Understood
from app.domain.people.parties import RepresentativeKind
from app.domain.people.preferences import Caution, Preferences, Safe, Way
from app.services.case import definitions
from app.services.people import authorities, preferences
from tests import peopled, states
from tests.cases import deed
from tests.peopled import PEOPLED
from tests.states import STATES
from tests.web.resident.case.conftest import value_of

SENTENCES = {
    "fresh": "We have got your complaint. By Monday 30 November we will write to say what we understood.",
    "acknowledged": "We are looking into it. You will hear by Wednesday 9 December.",
    "outcomes_unknown": "We are looking into it. You will hear by Wednesday 9 December.",
    "late_unowned": "We are late. We said Wednesday 9 December. You can go to the Housing Ombudsman now.",
    "late": "We are late. We said Wednesday 9 December. You can go to the Housing Ombudsman now.",
    "late_with_new_date": "You will now hear by Monday 14 December. You can go to the Housing Ombudsman now.",
    "never_acknowledged": "We are late. We said Monday 30 November. You can go to the Housing Ombudsman now.",
    "more_time_taken": "We are looking into it. You will hear by Friday 18 December.",
    "answered": "We have answered. You can read our answer below.",
    "with_promises": "Now we are putting it right. The next thing will be done by Sunday 20 December.",
    "promise_late": "We are late with something we promised. We said Sunday 20 December.",
    "promise_moved": "Now we are putting it right. The next thing will be done by Thursday 31 December.",
    "promise_asked_about": "We are late with something we promised. We said Sunday 20 December.",
    "promise_disputed": "Now we are putting it right. The next thing will be done by Sunday 20 December.",
    "promise_ended": "Now we are putting it right. The next thing will be done by Friday 29 January.",
    "finished": "We have answered, and done what we promised.",
    "closed": "We closed this complaint on Tuesday 8 December. You can still tell us if something is not right.",
    "asked_early": "You asked for Stage 2. It begins on the day we answer Stage 1.",
    "asked_while_late": "You asked for Stage 2. It begins on the day we answer Stage 1.",
    "asked": "By Monday 21 December we will write to say what we understood.",
    "looking_again": "Someone new is looking at it again. You will hear by Monday 18 January.",
    "final_answer": "We have given our final answer. If you are unhappy you can go to the Housing Ombudsman.",
    "stopped": "You stopped this complaint on Wednesday 25 November.",
    "longest": "We are looking into it.",
    "right_to_left": "We are looking into it.",
    "for_somebody_else": "We are looking into it.",
    "in_touch": "We are looking into it.",
    "with_files": "We are looking into it.",
    "long_messages": "We are looking into it.",
    "refusal_proposed": "By Monday 30 November we will write to say what we understood.",
    "refused": "We did not accept this complaint. We wrote to you why on Wednesday 25 November.",
    "partly_refused": "We are looking into it. You will hear by Wednesday 9 December.",
    "refused_and_overturned": "By Wednesday 9 December we will write to say what we understood.",
    "answer_being_checked": "We are looking into it. You will hear by Wednesday 9 December.",
    "money_offered": "We have answered. You can read our answer below.",
    "money_waits": "We have answered. You can read our answer below.",
    "money_raised": "We have answered. You can read our answer below.",
    "money_declined": "We have answered. You can read our answer below.",
    "money_accepted": "Now we are putting it right. The next thing will be done by Monday 11 January.",
    "money_paid": "We have answered, and done what we promised.",
    "asked_how_we_did": "We have answered. You can read our answer below.",
    "said_how_we_did": "We have answered. You can read our answer below.",
    "said_long_ago": "We have answered. You can read our answer below.",
    "to_be_rung": "We have answered. You can read our answer below.",
    "drawn_for_review": "We have answered. You can read our answer below.",
    "concern_raised": "We have got your complaint. By",
    "concern_told": "We have got your complaint. By",
    "concerns_closed": "We have got your complaint. By",
    "kept_to_few": "We have got your complaint. By",
    "told_in_a_video": "We have got your complaint. By",
    "told_and_understood": "We are looking into it.",
    "in_a_group": "We are late. We said Monday 30 November. You can go to the Housing Ombudsman now.",
    "opened_from_a_request": "We have got your complaint. By",
    "answer_given_back": "We are looking into it. You will hear by Wednesday 9 December.",
    "in_danger": "By Monday 30 November we will write to say what we understood.",
    "damp": "By Monday 30 November we will write to say what we understood.",
    "damp_looked_at": "By Monday 30 November we will write to say what we understood.",
    "point_raised": "We are looking into it. You will hear by Wednesday 9 December.",
    "point_joined": "We are looking into it. You will hear by Wednesday 9 December.",
    "point_apart": "We are looking into it. You will hear by Wednesday 9 December.",
    "linked": "We are looking into it. You will hear by Wednesday 9 December.",
    "merged": "We are looking into it. You will hear by Wednesday 9 December.",
    "merged_away": "we put this together with another complaint of yours. We go on there.",
    "split_off": "We are looking into it. You will hear by Wednesday 9 December.",
    "mistake_proposed": "We are looking into it. You will hear by Wednesday 9 December.",
    "mistaken": "we wrote to you that this was logged by mistake. Tell us if that is wrong.",
    "damp_late": "We are late. We said Monday 30 November. You can go to the Housing Ombudsman now.",
} | dict.fromkeys(
    (state.__name__ for state in PEOPLED), "By Monday 30 November we will write to say what we understood."
)


@pytest.mark.parametrize("state", STATES)
def test_the_first_sentence_says_where_it_is_and_the_ombudsman_stands_there_whatever_happens(visit, state):
    page = visit(STATES[state]).get()

    assert SENTENCES[state] in page
    assert "Go to the Housing Ombudsman" in page


def test_no_machine_makes_up_a_date(visit):
    page = visit(states.late).get()

    assert "By Friday 11 December we will tell you a new date, and why." in page
    assert "You will now hear" not in page


def test_somebody_elses_complaint_does_not_exist(visit):
    theirs = visit(states.fresh)
    reference = theirs.made.reference

    assert theirs.client.get("/c/0000-0000").status_code == 404
    theirs.client.delete_cookie("resident")
    assert theirs.client.get(f"/c/{reference}").status_code == 303


def test_the_page_asks_whether_we_understood_until_it_is_answered(visit):
    mine = visit(states.acknowledged)
    assert "Tell us if we understood" in mine.get()

    mine.send("/understanding", answer="yes")

    assert "Waiting for you" not in mine.get()


def test_it_loads_no_htmx(visit):
    assert "htmx" not in visit(states.with_promises).get()


def test_each_promise_has_a_name_a_date_and_how_it_stands(visit):
    page = visit(states.promise_late).get()

    assert "Mend the boiler" in page
    assert "Grace Hall" in page
    assert "Sunday 20 December 2026" in page
    assert ">Late<" in page
    assert ">To do<" in page


def test_stage_2_has_a_track_of_its_own_once_it_is_asked_for(visit):
    assert "Asked for" in visit(states.asked_early).get()


def test_stage_2_has_no_track_before(visit):
    assert "Asked for" not in visit(states.answered).get()


def test_who_told_us_for_somebody_else_sees_no_more_than_how_far_it_is(visit):
    theirs = visit(states.for_somebody_else, party=2)

    page = theirs.get()

    assert "We are asking them if you may see more" in page
    assert "What we promised" not in page
    for closed in ("/understanding", "/letters/2", "/pack", "/stop", "/people/2"):
        assert theirs.client.get(f"{theirs.home}{closed}").status_code == 404


CAREFUL = Preferences(Safe.SOME_WAYS, (Way.HERE,), Way.HERE, cautions=(Caution.CODE_WORD, Caution.TELL_NOBODY_HERE))
WORDS = "My brother must never hear of it."
MIND = "Code word: heron"


def told_for_somebody(session):
    """A case told by a daughter (party 2), whose mother (party 1) is at risk and said so in her own words."""
    made, on = states.for_somebody_else(session)
    preferences.put(session, made.reference, 1, CAREFUL, MIND, states.resident(made, on))
    definitions.answer_understanding(session, made.reference, 1, Understood.PARTLY, WORDS, states.resident(made, on))
    return made, on


def test_who_waits_to_be_confirmed_finds_no_word_of_the_residents_and_nothing_of_their_safety(app, visit):
    theirs = visit(told_for_somebody, party=2)
    opened = []

    for rule in app.url_map.iter_rules():
        if rule.endpoint.startswith("resident.") and "reference" in rule.arguments and "GET" in rule.methods:
            given = {"reference": theirs.made.reference, "way": "letter"}
            for number in (1, 2, 3):
                with app.test_request_context():
                    address = app.url_for(rule.endpoint, **{each: given.get(each, number) for each in rule.arguments})
                page = theirs.client.get(address)
                opened.append(page.status_code)
                assert [secret for secret in (WORDS, MIND, "4 Elm Court") if secret in page.text] == []

    assert 200 in opened


def test_who_waits_to_be_confirmed_is_not_told_what_happened_while_their_page_was_open(visit, database):
    theirs = visit(told_for_somebody, party=2)
    form = {name: value_of(theirs.get("/reaching-you"), name) for name in ("csrf_token", "key")}

    refused = theirs.client.post(
        f"{theirs.home}/reaching-you",
        data=form | {"seen": "1", "safe": "yes", "ways": "here", "main": "here", "detail": "full", "language": "en"},
    )

    assert refused.status_code == 409
    assert "Something new happened" in refused.text
    assert "Since you opened this page" not in refused.text


def test_once_the_resident_says_yes_they_see_it(visit):
    residents = visit(states.for_somebody_else)
    assert "Sana Yusuf" in residents.get()

    answer = residents.send("/people/2")

    assert answer.status_code == 303
    assert "May this person speak for you?" not in residents.get()


def test_the_way_out_is_a_button_where_it_is_not_known_to_be_safe(visit):
    assert "govuk-exit-this-page__button" in visit(states.longest).get()


def test_the_way_out_is_a_link_where_it_is_safe(visit):
    page = visit(states.fresh).get()

    assert "govuk-exit-this-page__button" not in page
    assert "Leave this site quickly" in page


def test_a_page_asks_the_database_a_handful_of_questions(visit, queries):
    mine = visit(states.with_promises)

    with queries() as asked:
        mine.get()

    assert len(asked) <= 8, "\n".join(asked)


def test_the_answer_is_one_press_away(visit):
    assert "Read our answer" in visit(states.answered).get()


def test_so_is_why_it_takes_longer(visit):
    assert "Read why we need more time" in visit(states.more_time_taken).get()


def test_a_date_that_has_passed_is_never_given_as_one_to_come(visit):
    page = visit(states.late).get()

    assert "by Wednesday 9 December" not in page
    assert "We said Wednesday 9 December" in page


def test_what_they_said_of_what_we_understood_is_shown_back(visit):
    mine = visit(states.acknowledged)
    mine.send("/understanding", answer="partly", words="It is also the kitchen.")

    page = mine.get("/understanding")

    assert "What you said of what we understood:" in page
    assert "It is also the kitchen." in page


def replied_beside_her_daughter(session):
    made, on = states.acknowledged(session)
    hers = deed(on, f"party:{made.case_id}.1")
    peopled.add_daughter(session, made.reference, RepresentativeKind.FAMILY_OR_FRIEND)
    authorities.confirm(session, made.reference, 2, hers)
    words = "My daughter must not hear of the kitchen."
    definitions.answer_understanding(session, made.reference, 1, Understood.PARTLY, words, hers)
    return made, on


def test_it_is_shown_to_nobody_else(visit):
    assert "What we understood" in (page := visit(replied_beside_her_daughter, party=2).get("/understanding"))
    assert "kitchen" not in page
