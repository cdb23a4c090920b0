"""Messages and the contact log as staff have them: answered, settled with a reason, and safety shown first."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain.case.talks import Talk
from app.domain.clock import duties
from app.domain.clock.duty_kinds import DutyKind
from app.domain.clock.profiles import Stage
from app.domain.landlord.permissions import Role
from app.domain.people.preferences import Caution, Preferences, Safe, Way
from app.services.case import messages
from app.services.landlord import landlord
from tests import states
from tests.cases import a_complaint, a_person, deed
from tests.web.staff.case.conftest import begin, hidden, send, state_of

MOST = 8


@pytest.fixture
def asked(made, database):
    """A complaint whose resident asked something by message."""
    with database.writing() as session:
        by = deed(states.UNDERSTOOD, f"party:{made.case_id}.1")
        messages.receive(session, made.reference, 1, "When does he come?", by)
    return f"/staff/complaints/{made.reference}"


def kinds(database, made):
    with database.reading() as session:
        return {duty.kind for duty in duties.of(state_of(session, made))}


def test_a_message_is_on_the_list_of_its_handler_and_marked_new(handler, asked):
    work = handler.get("/staff/work").text

    assert "Answer a message" in work
    assert "New message" in work
    assert "1 waits for an answer" in handler.get(asked).text


def test_an_answer_settles_it_and_goes_to_them(handler, asked, made, database):
    assert "When does he come?" in handler.get(f"{asked}/messages").text

    response = send(handler, f"{asked}/messages", {"party": "1", "words": "On Friday.", "asks": "y"})

    assert response.status_code == 303
    assert DutyKind.ANSWER_MESSAGE not in kinds(database, made)
    with database.reading() as session:
        case = state_of(session, made)
    assert (case.messages[-1].asks, case.letters[-1].party) == (True, 1)
    assert "Not read yet" in handler.get(f"{asked}/messages").text


def test_an_answer_to_what_they_wrote_before_is_not_sent_over_what_they_wrote_since(handler, asked, made, database):
    seen = hidden(handler.get(f"{asked}/messages").text, "seen")
    with database.writing() as session:
        by = deed(states.UNDERSTOOD, f"party:{made.case_id}.1")
        messages.receive(session, made.reference, 1, "He came!", by)

    response = send(handler, f"{asked}/messages", {"party": "1", "words": "On Friday."}, seen=seen)

    assert response.status_code == 409
    assert "On Friday." in response.text
    assert "He came!" in response.text


def test_an_empty_message_is_refused_with_its_paragraph(handler, asked):
    response = send(handler, f"{asked}/messages", {"party": "1", "words": " "})

    assert response.status_code == 422
    assert "Write the message" in response.text
    assert "5.9" in response.text


def test_why_one_needs_no_answer_is_asked_and_kept(handler, asked, made, database):
    address = f"{asked}/messages/1/settlement"
    assert "When does he come?" in handler.get(address).text
    assert send(handler, address, {"words": ""}).status_code == 422

    response = send(handler, address, {"words": "He rang, and was told"})

    assert response.status_code == 303
    assert DutyKind.ANSWER_MESSAGE not in kinds(database, made)
    assert "Needs no answer: He rang, and was told" in handler.get(f"{asked}/messages").text
    assert handler.get(address).status_code == 404


def test_who_may_only_read_is_given_nothing_to_send(staff_client, made, asked):
    viewer = staff_client(Role.VIEWER)

    assert "Send the message" not in viewer.get(f"{asked}/messages").text
    assert ">Keep<" not in viewer.get(f"{asked}/contact-log").text
    assert viewer.get(f"{asked}/messages/1/settlement").status_code == 404


def test_the_contact_log_shows_first_what_to_mind(handler, database):
    ways = Preferences(Safe.SOME_WAYS, (Way.EMAIL,), Way.EMAIL, cautions=(Caution.NO_VOICEMAIL, Caution.CODE_WORD))
    made = begin(database, lambda session: (a_complaint(session, a_person(preferences=ways)), None))

    page = handler.get(f"/staff/complaints/{made.reference}/contact-log").text

    assert page.index("Leave no voicemail") < page.index("Use a code word") < page.index("So far")


LOGGED = {
    "party": "1",
    "how": "call",
    "outcome": "not_reached",
    "happened_on-day": "20",
    "happened_on-month": "11",
    "happened_on-year": "2026",
    "words": "",
    "conversation": "y",
}


def test_a_contact_is_written_down_with_both_its_days(handler, made, database, clock):
    address = f"/staff/complaints/{made.reference}/contact-log"

    assert send(handler, address, LOGGED).status_code == 303

    page = handler.get(address).text
    assert "Friday 20 November 2026" in page
    assert "(written down on" in page
    assert "1 of 3 tries to talk before the answer were made" in page
    assert "We rang them (person 1): Tried, not reached" in handler.get(f"/staff/complaints/{made.reference}").text


def test_a_contact_without_its_parts_is_asked_again(handler, made):
    address = f"/staff/complaints/{made.reference}/contact-log"
    typed = LOGGED | {"how": "", "words": "She is afraid of the dog"}

    response = send(handler, address, typed)

    assert response.status_code == 422
    assert "Choose how the contact was made or tried" in response.text
    assert "She is afraid of the dog" in response.text


def test_the_composer_reminds_of_the_conversation_and_is_not_held_by_it(handler, made, database):
    page = handler.get(f"/staff/complaints/{made.reference}/response").text
    missing = page[page.index("What is still missing") :]

    assert "They have not been asked to talk before the answer yet" in missing
    assert "This is advice, and holds no answer." in missing
    with database.reading() as session:
        assert state_of(session, made).contact_log.conversation(Stage.ONE).talk is Talk.NOT_YET
    assert send(handler, f"/staff/complaints/{made.reference}/response").status_code == 303


def test_a_landlord_may_leave_the_reminder_out(handler, made, database):
    with database.writing() as session:
        landlord.put(session, replace(landlord.current(session), talk_first=False), deed())

    assert "talk before the answer" not in handler.get(f"/staff/complaints/{made.reference}/response").text


@pytest.mark.parametrize("page", ["/messages", "/contact-log", "/messages/1/settlement", ""])
def test_the_pages_ask_the_database_few_things(handler, asked, queries, page):
    handler.get(f"{asked}{page}")
    with queries() as count:
        handler.get(f"{asked}{page}")

    assert len(count) <= MOST
