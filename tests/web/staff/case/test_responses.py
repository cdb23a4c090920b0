"""The answer composer: what is asked, what is missing, and that what was seen is what is sent."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from html import unescape

import pytest

from app.domain.case.definitions import DefinitionDraft, PointDraft
from app.domain.case.vocabulary import Ours
from app.domain.landlord.permissions import Role
from app.services.mail import issued
from tests import states
from tests.web.conftest import HTMX
from tests.web.staff.case.conftest import FULL, PROMISE, at, begin, draft_of, hidden, send, state_of


@pytest.fixture(autouse=True)
def while_looking(clock):
    clock.at = datetime(2026, 12, 2, 12, tzinfo=UTC)


def texts(page):
    return unescape(re.sub(r"<[^>]+>", " ", page))


def test_the_page_asks_for_every_point_and_outcome_beside_what_was_said(handler, made):
    page = handler.get(at(made)).text

    assert "The boiler has been broken since Monday." in page
    assert "Point 1: " in page
    assert "Point 2: " in page
    assert "A working boiler" in page
    assert "Signed: Jo Handler" in page


def test_an_empty_answer_is_refused_with_every_gap_beside_its_field(handler, made):
    refused = send(handler, at(made, "/preview"), {})

    assert refused.status_code == 422
    for field in ("decision", "findings-1-finding", "findings-2-reasons", "outcomes-1-granted", "outcomes-1-why"):
        assert f'href="#{field}"' in refused.text
        assert f'id="{field}-error"' in refused.text
    assert 'href="#nothing_outstanding"' in refused.text
    assert "paragraph 6.7, 6.9" in refused.text


def test_what_went_wrong_needs_putting_right(handler, made):
    refused = send(handler, at(made, "/preview"), FULL, remedy=" ")

    assert 'href="#remedy"' in refused.text
    assert "It took us nine days." in refused.text


@pytest.mark.parametrize(
    ("typed", "field", "said"),
    [
        ({"promises-0-owner": ""}, "promises-0-owner", "Choose who will see"),
        ({"promises-0-owner": "999"}, "promises-0-owner", "Choose who will see"),
        ({"promises-0-words": ""}, "promises-0-words", "Write what is promised"),
        ({"promises-0-due_on-day": "31", "promises-0-due_on-month": "2"}, "promises-0-due_on-day", "a real date"),
        ({"promises-0-due_on-day": ""}, "promises-0-due_on-day", "must include a day"),
        ({"promises-0-due_on-month": "11"}, "promises-0-due_on-day", "today or later"),
        ({"promises-0-due_on-year": "1626"}, "promises-0-due_on-day", "today or later"),
    ],
)
def test_a_promise_has_an_owner_and_a_date(handler, made, typed, field, said):
    refused = send(handler, at(made, "/preview"), FULL | PROMISE | typed)

    assert refused.status_code == 422
    assert f'href="#{field}"' in refused.text
    assert said in refused.text


def test_what_is_seen_is_what_is_sent_block_for_block(handler, made, database):
    seen = handler.get(at(made)).text
    typed = FULL | PROMISE | {"key": hidden(seen, "key"), "seen": hidden(seen, "seen")}
    shown = send(handler, at(made, "/preview"), typed)
    assert shown.status_code == 200
    letter = re.search(r"<article.*?</article>", shown.text, re.DOTALL)[0]
    again = {name: unescape(value) for name, value in re.findall(r'name="([^"]+)" value="([^"]*)"', shown.text)}

    sent = handler.post(at(made), data=again)

    assert sent.status_code == 303
    with database.reading() as session:
        *_, letter_sent = issued.all_of(session, made.case_id, state_of(session, made).letters)
    assert "".join(texts(letter).split()) == "".join("".join(flat(letter_sent.blocks)).split())
    assert "Fit the new part" in handler.get(sent.location).text


def flat(blocks):
    for block in blocks:
        match block["kind"]:
            case "table":
                yield from (*block["heads"], *(cell for row in block["rows"] for cell in row))
            case "list":
                yield from block["items"]
            case _:
                yield block["text"]


def test_sending_twice_sends_once(handler, made, database):
    pressed = FULL | {"key": "0" * 32}

    assert send(handler, at(made), pressed).status_code == 303
    assert send(handler, at(made), pressed).status_code == 303

    with database.reading() as session:
        assert len(state_of(session, made).letters) == 3
    assert draft_of(database, made) is None


def test_sending_twice_also_says_so_when_stage_2_has_begun_with_the_answer(handler, database, clock):
    made = begin(database, states.asked_early)
    pressed = FULL | {"key": "0" * 32}

    assert send(handler, at(made), pressed).status_code == 303
    assert send(handler, at(made), pressed).status_code == 303
    assert handler.get(at(made)).status_code == 404


def test_the_checklist_is_the_rule_itself(handler, made):
    page = send(handler, at(made, "/check"), {"decision": "We agree."}, headers=HTMX)

    assert page.status_code == 200
    assert "<html" not in page.text
    assert "What we decided" not in page.text
    assert "Point 1: Choose what was found" in page.text
    assert 'hx-swap-oob="innerHTML">7 things are missing' in page.text
    assert "Nothing is missing" in send(handler, at(made, "/check"), FULL, headers=HTMX).text


def test_how_it_sounds_is_advice_and_holds_nothing_up(handler, made):
    typed = FULL | {"findings-1-reasons": "You failed to let us in.", "key": "a" * 32}

    page = send(handler, at(made, "/check"), typed, headers=HTMX).text

    assert 'Point 1: <span dir="auto">“You failed” may sound as if we blamed them.</span>' in page
    assert "Nothing is missing" in page
    assert "may sound" not in send(handler, at(made, "/check"), FULL, headers=HTMX).text
    assert send(handler, at(made, "/preview"), typed).status_code == 200


def test_a_row_is_added_without_script_and_keeps_what_was_typed(handler, made):
    page = send(handler, at(made, "/check"), FULL | PROMISE, add="promise").text

    assert "Fit the new part" in page
    assert 'name="promises-1-words"' in page
    assert "We are sorry, and pay you £50." in page


def test_rows_come_to_an_end(handler, made):
    page = send(handler, at(made, "/check"), {"promises-99-words": "Far away"}, add="promise").text

    assert 'name="promises-19-words"' in page
    assert 'name="promises-20-words"' not in page


@pytest.fixture
def again(staff_client, database, clock):
    """A complaint at Stage 2, whose Stage 1 the officer answered: returns it, the officer, and a reviewer."""
    clock.at = datetime(2027, 1, 4, 12, tzinfo=UTC)
    officer = staff_client(Role.COMPLAINTS_OFFICER, name="Grace Hall")
    reviewer = staff_client(Role.STAGE_2_REVIEWER, name="Tom Reid")
    return begin(database, states.looking_again), officer, reviewer


def test_stage_2_needs_somebody_new(again):
    made, officer, reviewer = again

    barred = officer.get(at(made))

    assert barred.status_code == 403
    assert "Stage 2 needs somebody new" in barred.text
    assert "6.13" in barred.text
    assert "<textarea" not in barred.text
    assert send(officer, at(made), FULL).status_code == 422
    assert send(officer, at(made, "/preview"), FULL).status_code == 422
    refused = send(officer, at(made, "/draft"), FULL, headers=HTMX)
    assert (refused.status_code, "Stage 2 needs somebody new" in refused.text) == (422, True)
    assert send(reviewer, at(made), FULL).status_code == 303


def test_each_stage_is_answered_by_those_who_may(again, staff_client, database):
    second, _, reviewer = again
    made = begin(database, states.acknowledged)
    handler = staff_client(Role.HANDLER)

    assert handler.get(at(second)).status_code == 404
    assert send(handler, at(second), FULL).status_code == 404
    assert reviewer.get(at(made)).status_code == 404
    assert staff_client(Role.VIEWER).get(at(made)).status_code == 404


def test_nobody_answers_what_is_not_acknowledged(handler, database):
    fresh = begin(database, states.fresh)

    assert handler.get(at(fresh)).status_code == 404
    assert send(handler, at(fresh), FULL).status_code == 422


def test_twenty_points_and_words_from_right_to_left(handler, database):
    points = tuple(PointDraft(states.LONG, Ours.OURS, theirs=states.URDU) for _ in range(20))
    made = begin(database, states.acknowledged, DefinitionDraft(points, (states.URDU,) * 20))
    typed = {
        "key": "e" * 32,
        "decision": states.URDU,
        "remedy": states.LONG,
        "remedies": "apology",
        "nothing_outstanding": "yes",
    }
    for number in range(1, 21):
        typed |= {f"findings-{number}-finding": "upheld", f"findings-{number}-reasons": states.URDU + states.LONG}
        typed |= {f"outcomes-{number}-granted": "no", f"outcomes-{number}-why": states.URDU}

    assert handler.get(at(made)).text.count("What we found") == 20
    assert send(handler, at(made, "/preview"), {"key": "e" * 32}).status_code == 422
    assert send(handler, at(made, "/preview"), typed).status_code == 200
    assert send(handler, at(made), typed).status_code == 303


def test_the_pages_ask_the_database_few_things(handler, made, queries):
    handler.get(at(made))
    with queries() as asked:
        handler.get(at(made))
    assert len(asked) <= 8, "\n".join(asked)


def test_a_point_may_be_put_right_otherwise_than_the_rest(handler, made, database):
    own = {"findings-2-finding": "partly_upheld", "findings-2-remedies": "explanation"}
    shown = send(handler, at(made, "/preview"), FULL | own).text

    assert "How we put this right: we say sorry." in shown
    assert "How we put this right: we explain, or help." in shown
    assert hidden(shown, "findings-2-remedies") == "explanation"


def test_a_point_that_nothing_puts_right_is_told_beside_its_boxes(handler, made):
    bare = {"findings-2-finding": "partly_upheld", "findings-1-remedies": "action"}
    refused = send(handler, at(made, "/preview"), FULL | bare, remedies="")

    assert refused.status_code == 422
    assert 'href="#findings-2-remedies"' in refused.text
    assert "Tick how this point is put right" in refused.text
