"""Each thing that staff do to a case, at both widths. Lists and answers have files of their own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from playwright.sync_api import Page

from app.demo.stories import STORIES
from app.domain.case.vocabulary import Fact
from app.domain.deed import Actor, Deed
from app.domain.people.contacts import OldWay
from app.domain.people.preferences import Caution, Preferences, Safe, Way
from app.services.case import corrections, more_time
from app.services.people import contacts, deaths
from app.services.people.contacts import NewContact
from tests import cases, peopled, states
from tests.browser import checks, keyboard, shapes
from tests.browser.visits import after_a_mistake, at_both_widths
from tests.houses import House, StaffPages, number_of

REVIEWED = {"stage_2_under_way", "stage_2_just_asked", "answer_waits_for_its_check"}
WRITTEN = (
    ("just_sent", "acknowledgement"),
    ("looking_but_not_understood", "definition"),
    ("answer_due_tomorrow", "more-time"),
    ("answer_late_and_stage_2_asked", "new-date"),
    ("more_time_taken", "update"),
    ("answered_with_promises", "correction"),
    ("waits_for_its_acknowledgement", "adjustments/1"),
    ("answered_with_promises", "promises/1/proof"),
    ("promise_said_not_done", "promises/1/date"),
    ("promise_said_not_done", "promises/1/access"),
    ("promise_said_not_done", "promises/1/appointment"),
    ("promise_said_not_done", "promises/1/ending"),
    ("promise_said_not_done", "promises/1/look"),
    ("promise_said_not_done", "promises/new"),
    ("answered_with_promises", "offers"),
    ("money_raised_then_accepted", "offers/2/payment"),
    ("finished", "closure"),
    ("answered_with_promises", "stage-2"),
    ("answer_due_tomorrow", "concerned"),
    ("answer_due_tomorrow", "restriction"),
    ("about_one_of_us", "restriction/end"),
    ("just_sent", "declaration"),
    ("somebody_may_be_harmed", "safeguarding"),
    ("somebody_may_be_harmed", "safeguarding/1"),
    ("looking_but_not_understood", "messages"),
    ("looking_but_not_understood", "messages/3/settlement"),
    ("looking_but_not_understood", "contact-log"),
    ("answered_with_promises", "evidence"),
    ("looking_but_not_understood", "contributions"),
    ("looking_but_not_understood", "contributions/1"),
    ("answer_due_tomorrow", "new-points"),
    ("new_points_later", "new-points/3"),
    ("answer_due_tomorrow", "links"),
    ("two_made_one", "merge"),
    ("two_made_one", "split"),
    ("answer_due_tomorrow", "mistake"),
    ("answer_due_tomorrow", "contact-limits"),
    ("answer_due_tomorrow", "representatives"),
    ("answer_due_tomorrow", "parties/1/death"),
    ("answered_with_promises", "parties/1/move"),
    ("a_daughter_carries_on", "parties/1/going-on"),
    ("a_daughter_carries_on", "parties/1/death/mistake"),
    ("a_daughter_carries_on", "parties/2/end"),
    ("a_daughter_carries_on", "parties/2/proof"),
)
CHOSEN = (
    ("contact_is_limited", "contact-limits/1"),
    ("about_one_of_us", "restriction"),
    ("two_made_one", "links"),
    ("new_points_later", "links?alike=1"),
    ("one_of_a_group", "group"),
    ("one_of_a_group", "response"),
    ("new_points_later", "merge?alike=1"),
    ("looking_but_not_understood", "evidence"),
    ("damp_with_its_clock_running", "evidence"),
    ("answer_late_and_stage_2_asked", "stage-2/decision"),
    ("more_time_waits_for_a_second_person", "more-time/decision"),
    ("in_danger", "danger"),
    ("just_sent", "handler"),
    ("more_time_taken", "response"),
    ("answer_waits_for_its_check", "checks/2"),
    ("promise_said_not_done", "promises/1"),
    ("promise_said_not_done", "promises/1/owner"),
    ("money_waits_for_a_second_person", "offers/1"),
    ("money_waits_for_a_second_person", "response"),
    ("answered_with_promises", "closure"),
    ("waits_for_its_acknowledgement", "letters/1/posting"),
    ("waits_for_its_acknowledgement", "return-code/sheet"),
)
CLOSELY = (("answered_with_promises", ""), ("waits_for_its_acknowledgement", "acknowledgement"))
CAREFUL = Preferences(
    Safe.SOME_WAYS, (Way.LETTER, Way.PHONE), Way.LETTER, cautions=(Caution.NO_VOICEMAIL, Caution.CODE_WORD)
)
BY_POST = {
    "ways": {Way.LETTER: "9 Oak Road\nSalford\nM5 9ZZ", Way.PHONE: "+441614960123"},
    "preferences": CAREFUL,
    "mind": "The code word is marigold",
}
LONGEST = {
    "split": states.right_to_left,
    "definition": states.right_to_left,
    "messages": states.long_messages,
    "contact-log": states.long_messages,
    "evidence": states.with_files,
}

OpenPage = Callable[..., Page]


@pytest.fixture
def visit(house: House, look: OpenPage) -> StaffPages:
    return StaffPages(house, look)


@pytest.fixture
def case(house: House, visit: OpenPage) -> OpenPage:
    """Opens a page of the complaint of some story."""

    def opened(story: str, page: str = "", **context: object) -> Page:
        who = "Tom" if story in REVIEWED else "Dana"
        return visit(f"complaints/{house.references[story]}{'/' if page else ''}{page}", who, **context)

    return opened


@pytest.mark.parametrize("story", [story.__name__ for story in STORIES])
def test_a_case_can_be_used_in_every_state(case, story):
    at_both_widths(case(story))


@pytest.mark.parametrize(("story", "page"), [*WRITTEN, *CHOSEN])
def test_anybody_can_use_what_is_done_to_a_case(case, story, page):
    opened = case(story, page)

    assert opened.url.endswith(page)
    at_both_widths(opened)


@pytest.mark.parametrize(("story", "page"), WRITTEN)
def test_what_is_missing_is_said_where_it_is_missing(case, story, page):
    after_a_mistake(case(story, page))


def test_a_second_person_decides_about_a_correction(house, case):
    with house.database.writing() as session:
        sam = Deed(Actor("staff", str(number_of("Sam"))), house.clock.at)
        fact, day = Fact.RECEIVED_ON, sam.on
        decided = corrections.correct(session, house.references["acknowledgement_late"], fact, day, "A slip", sam)

    assert not decided
    at_both_widths(case("acknowledgement_late", "correction/decision"))


def test_a_new_way_to_reach_somebody_can_be_checked(house, visit):
    with house.database.writing() as session:
        made, _ = states.answered(session)
        asked = cases.deed(by=f"party:{made.case_id}.1", key="a new number")
        new = NewContact(Way.PHONE, "0161 496 0123", OldWay.NO)
        number = contacts.ask_change(session, made.reference, 1, new, cases.LOOKUP_KEY, asked).contact
    opened = visit(f"complaints/{made.reference}/contacts/{number}")

    at_both_widths(opened)
    after_a_mistake(opened)


def test_somebody_unhappy_with_a_new_date_can_be_answered(house, visit):
    with house.database.writing() as session:
        made, on = states.more_time_taken(session)
        more_time.dislike(session, made.reference, 1, states.URDU, states.resident(made, on))
    opened = visit(f"complaints/{made.reference}/more-time/answer")

    at_both_widths(opened)
    after_a_mistake(opened)


def test_a_second_person_decides_on_limiting_contact_and_on_a_death(house, visit):
    with house.database.writing() as session:
        made, _ = peopled.restriction_proposed(session, f"staff:{number_of('Sam')}")
        draft = replace(peopled.HEARD, decides=number_of("Sam"))
        sam = f"staff:{number_of('Sam')}"
        deaths.record(session, made.reference, 1, draft, cases.deed(peopled.AGREED, sam))
        deaths.doubt(session, made.reference, 1, states.LONG, cases.deed(peopled.AGREED, sam))
        other, _ = peopled.restriction_proposed(session, sam)

    decision = visit(f"complaints/{made.reference}/parties/1/death/decision")
    at_both_widths(decision)
    limited = visit(f"complaints/{other.reference}/contact-limits/1")
    at_both_widths(limited)


def test_somebody_can_be_let_speak_for_the_resident(house, visit):
    with house.database.writing() as session:
        made, _ = states.for_somebody_else(session)

    at_both_widths(visit(f"complaints/{made.reference}/parties/2"))


def test_a_letter_can_be_posted_printed_large_and_taken_back(house, visit):
    with house.database.writing() as session:
        made = cases.a_complaint(session, cases.a_person(**BY_POST), key="by post")
    waits = visit(f"complaints/{made.reference}/letters/1/posting")
    at_both_widths(waits)
    at_both_widths(visit(f"complaints/{made.reference}/letters/1/posting?size=large"))
    after_a_mistake(waits)
    for part, number in zip(("day", "month", "year"), (23, 11, 2026), strict=True):
        waits.fill(f"#sent_on-{part}", str(number))
    _pressed(waits, "Mark as gone")
    gone = visit(f"complaints/{made.reference}/letters/1/posting")
    _pressed(gone, "It came back")
    back = visit(f"complaints/{made.reference}/letters/1/posting")

    sheet = visit(f"complaints/{made.reference}/return-code/sheet")
    for opened in (back, sheet):
        at_both_widths(opened)


def _pressed(page: Page, button: str) -> None:
    """Press a button, and wait until the page it leads to is there."""
    with page.expect_navigation():
        page.get_by_role("button", name=button).click()


def test_whoever_only_reads_is_offered_nothing_to_press(house, visit):
    opened = visit(f"complaints/{house.references['just_sent']}", "Helen")

    at_both_widths(opened)


@pytest.mark.parametrize(("story", "page"), CLOSELY)
def test_large_letters_wide_spacing_and_other_colours_break_nothing(case, story, page):
    opened = case(story, page)

    checks.every(opened, shapes.large_text, shapes.text_spacing, shapes.forced_colours, shapes.motion)


@pytest.mark.parametrize(("story", "page"), CLOSELY)
def test_every_control_is_reached_by_tab_in_order(case, story, page):
    checks.every(case(story, page), keyboard.tab_order, keyboard.skip_link)


@pytest.mark.parametrize("page", ["", "acknowledgement", "definition", "messages", "contact-log", "split"])
def test_the_longest_words_in_any_script_are_shown_whole(house, visit, page):
    make = LONGEST.get(page, states.longest)
    with house.database.writing() as session:
        made, _ = make(session)

    at_both_widths(visit(f"complaints/{made.reference}/{page}".rstrip("/")))
