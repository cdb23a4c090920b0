"""An answer while it is being written: kept, and nobody writes over another's words unawares."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from app.domain.case.definitions import DefinitionDraft, PointDraft
from app.domain.case.vocabulary import Ours
from app.domain.landlord.permissions import Role
from app.services.case import definitions
from app.services.case import responses as services
from tests import cases, states
from tests.cases import deed
from tests.web.conftest import HTMX
from tests.web.staff.case.conftest import FULL, at, draft_of, hidden, send, state_of


@pytest.fixture(autouse=True)
def while_looking(clock):
    clock.at = datetime(2026, 12, 2, 12, tzinfo=UTC)


def test_a_draft_is_kept_and_who_worked_on_it_is_noted_once(handler, made, database):
    half = {"decision": "We are", "promises-0-due_on-day": "31", "unknown": "x", "findings-9-reasons": "x"}

    assert send(handler, at(made, "/draft"), half).status_code == 303
    page = send(handler, at(made, "/draft"), half, version="1", headers=HTMX)

    assert "You saved the draft on" in page.text
    assert "#status" not in page.text
    again = handler.get(at(made)).text
    assert "We are</textarea>" in again
    assert 'value="31"' in again
    draft = draft_of(database, made)
    assert draft.version == 2
    assert "unknown" not in draft.typed
    assert "findings-9-reasons" not in draft.typed
    with database.reading() as session:
        assert state_of(session, made).stage_1.worked_on_by == {1}


def test_a_page_saves_over_its_own_words_again_and_again(handler, made, database):
    for words in ("W", "We", "We are"):
        kept = send(handler, at(made, "/draft"), {"decision": words, "key": "a" * 32}, headers=HTMX)
        assert kept.status_code == 200

    assert draft_of(database, made).typed["decision"] == "We are"


def test_two_tabs_do_not_write_over_each_other(handler, made, database):
    send(handler, at(made, "/draft"), {"decision": "First tab"}, key="a" * 32)

    second = send(handler, at(made, "/draft"), {"decision": "Second tab"}, key="b" * 32, headers=HTMX)

    assert second.status_code == 409
    assert "Your words are still here" in second.text
    assert draft_of(database, made).typed["decision"] == "First tab"


def test_two_handlers_an_hour_apart_both_keep_their_words(handler, made, database, clock, staff_client):
    officer = staff_client(Role.COMPLAINTS_OFFICER, name="Grace Hall")
    page = handler.get(at(made)).text
    mine = {"key": hidden(page, "key"), "version": hidden(page, "version"), "seen": hidden(page, "seen")}
    for _ in range(3):
        clock.passes(minutes=20)
        officer.get("/staff/work")
        handler.get("/staff/work")
    send(officer, at(made, "/draft"), {"decision": "Grace’s words"})

    refused = send(handler, at(made, "/draft"), {"decision": "Jo’s words"} | mine)

    assert refused.status_code == 409
    assert "Jo’s words" in refused.text
    assert "Grace Hall saved the draft on" in refused.text
    assert "Grace’s words" in refused.text
    taken = {"version": hidden(refused.text, "version")}
    assert send(handler, at(made, "/draft"), {"decision": "Jo’s words"} | mine | taken).status_code == 303
    assert draft_of(database, made).typed["decision"] == "Jo’s words"


@pytest.mark.parametrize("page", ["", "/preview"])
def test_what_changed_meanwhile_is_told_and_the_words_are_kept(handler, made, database, page):
    opened = handler.get(at(made)).text
    corrected = DefinitionDraft((PointDraft("The boiler and the bath", Ours.OURS),), ("A bath",))
    with database.writing() as session:
        definitions.correct(session, made.reference, corrected, deed(states.TAKEN, "staff:1"))

    refused = send(handler, at(made, page), FULL, seen=hidden(opened, "seen"), key="c" * 32)

    assert refused.status_code == 409
    assert "We let you down over the boiler." in refused.text
    assert "Since you opened this page" in refused.text
    again = {"key": "c" * 32, "seen": hidden(refused.text, "seen")}
    assert send(handler, at(made, "/preview"), FULL | again).status_code == 200


def test_an_answer_is_not_sent_over_words_that_somebody_else_saved_meanwhile(handler, made, database, staff_client):
    officer = staff_client(Role.COMPLAINTS_OFFICER, name="Grace Hall")
    preview = send(handler, at(made, "/preview"), key="a" * 32).text
    page = officer.get(at(made)).text
    theirs = {"decision": "Grace’s words", "version": hidden(page, "version")}
    assert send(officer, at(made, "/draft"), theirs).status_code == 303

    refused = send(handler, at(made), FULL, version=hidden(preview, "version"), key="a" * 32)

    assert refused.status_code == 409
    assert "It took us nine days." in refused.text
    assert "Grace Hall saved the draft on" in refused.text
    assert "Grace’s words" in refused.text
    assert draft_of(database, made).typed["decision"] == "Grace’s words"
    again = {"version": hidden(refused.text, "version"), "key": "a" * 32}
    assert send(handler, at(made), FULL | again).status_code == 303


def test_an_answer_that_somebody_else_has_sent_is_not_sent_again(handler, made, database):
    opened = handler.get(at(made)).text
    with database.writing() as session:
        services.issue(session, made.reference, cases.an_answer(), deed(states.TAKEN, "staff:1"))

    late = send(handler, at(made), FULL, seen=hidden(opened, "seen"), key="d" * 32)

    assert late.status_code == 409
    assert "It took us nine days." in late.text
    assert send(handler, at(made, "/draft"), FULL).status_code == 422
    assert handler.get(at(made)).status_code == 404


@pytest.mark.parametrize("version", ["", "x", "-1", "9" * 40, "²"])
def test_a_forged_version_is_no_version(handler, made, version):
    assert send(handler, at(made, "/draft"), FULL, version=version).status_code == 303
