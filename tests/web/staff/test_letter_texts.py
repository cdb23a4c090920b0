"""The pages where our own words in letters are written, and the composer that begins with them."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from app.domain.landlord.landlord import SignedOff
from app.domain.landlord.letter_texts import LetterKind, OwnWords
from app.domain.landlord.permissions import Role
from app.services.landlord import landlord, letter_texts
from app.store.landlord import letter_texts as store
from tests import states
from tests.cases import deed
from tests.letters import letter
from tests.web.at_once import at_once
from tests.web.conftest import token_of
from tests.web.staff.case.conftest import FULL, at, begin, draft_of, hidden, send

HERE = "/staff/landlord/letters"
WORDS = OwnWords("Thank you for telling {landlord}.", "We are sorry for the trouble.")


@pytest.fixture
def officer(staff_client):
    return staff_client(Role.COMPLAINTS_OFFICER)


def put(database, words, kind=LetterKind.PARTLY_UPHELD):
    with database.writing() as session:
        letter_texts.put(session, kind, "en", words, deed(by="staff:1"))


def save(client, words, page="/partly-upheld/en", seen="0"):
    answers = {"csrf_token": token_of(client), "seen": seen, "opening": words.opening, "ending": words.ending}
    return client.post(f"{HERE}{page}", data=answers)


def latest(database):
    with database.reading() as session:
        return store.latest(session, "partly-upheld", "en")


def test_words_are_kept_and_listed_with_their_version(officer, database):
    assert save(officer, WORDS).status_code == 303

    assert latest(database).opening == WORDS.opening
    assert "Version 1" in officer.get(HERE).text


def test_words_that_may_not_stand_are_refused_beside_their_field(officer, database):
    refused = save(officer, OwnWords(ending="Ask by 12 May, {nobody}"))

    assert refused.status_code == 422
    assert 'href="#ending"' in refused.text
    assert "must be one of the list" in refused.text
    assert "Ask by 12 May, {nobody}" in refused.text
    assert latest(database) is None


def test_how_it_reads_is_shown_with_advice_and_keeps_nothing(officer, database):
    shown = save(officer, OwnWords("You failed to tell {landlord}, {name}."), "/partly-upheld/en/preview")

    assert "You failed to tell Your landlord, Sam Resident." in shown.text
    assert "may sound as if we blamed them" in shown.text
    assert "how to ask for Stage 2 (6.9 g, 6.10)" in shown.text
    assert latest(database) is None


def test_who_wrote_over_somebody_is_told_and_keeps_their_words(officer, database):
    put(database, WORDS)

    told = save(officer, OwnWords("Mine"), seen="0")

    assert told.status_code == 409
    assert "Mine" in told.text
    assert save(officer, OwnWords("Mine"), seen=hidden(told.text, "seen")).status_code == 303


@pytest.mark.parametrize("page", ["/nothing/en", "/resolved/en", "/upheld/cy"])
def test_other_letters_and_languages_are_not_there(officer, page):
    assert officer.get(HERE + page).status_code == 404


def test_a_language_that_was_signed_off_has_words_of_its_own(officer, database):
    with database.writing() as session:
        ours = replace(landlord.current(session), signed_off=(SignedOff("cy", "Jo", date(2026, 1, 1)),))
        landlord.store.keep(session, ours, deed().at)

    assert officer.get(f"{HERE}/upheld/cy").status_code == 200


def test_who_may_not_set_them_sees_them_listed_and_no_more(staff_client):
    viewer = staff_client(Role.VIEWER)

    assert f'href="{HERE}/' not in viewer.get(HERE).text
    assert viewer.get(f"{HERE}/upheld/en").status_code == 404


class TestTheComposer:
    @pytest.fixture(autouse=True)
    def with_words(self, clock, database):
        clock.at = datetime(2026, 12, 2, 12, tzinfo=UTC)
        put(database, WORDS)

    @pytest.fixture
    def handler(self, staff_client):
        return staff_client(Role.HANDLER)

    @pytest.fixture
    def made(self, handler, database):
        return begin(database, states.acknowledged)

    def test_it_begins_with_the_words_for_what_the_answer_comes_to(self, handler, made):
        assert WORDS.opening not in handler.get(at(made)).text

        checked = send(handler, at(made, "/check")).text

        assert f"{WORDS.opening}</textarea>" in checked
        assert "with our words for: Stage 1: answer, upheld in part." in checked

    def test_an_answer_that_is_hard_to_read_is_advised_on(self, handler, made):
        hard = "Considerable administrative inconsistencies unfortunately demonstrated responsibilities. " * 6

        assert "It reads like a text for people of" in send(handler, at(made, "/check"), decision=hard).text

    def test_words_left_alone_follow_the_outcome(self, handler, made):
        drawn = send(handler, at(made, "/check")).text
        left = {"opening": WORDS.opening, "ending": WORDS.ending, "drawn": hidden(drawn, "drawn")}

        other = send(handler, at(made, "/check"), FULL | left, **{"findings-2-finding": "upheld"}).text

        assert f"{WORDS.opening}</textarea>" not in other

    def test_words_that_somebody_changed_stay_and_are_printed(self, handler, made, database):
        drawn = send(handler, at(made, "/check")).text
        mine = {"opening": "My own words.", "ending": "", "drawn": hidden(drawn, "drawn")}

        seen = send(handler, at(made, "/preview"), FULL | mine, **{"findings-2-finding": "upheld"})

        assert "My own words." in seen.text
        assert WORDS.ending not in seen.text

    def test_what_was_seen_is_sent_whatever_is_written_meanwhile(self, handler, made, database):
        seen = send(handler, at(made, "/preview"), key="a" * 32).text
        assert "Thank you for telling Your landlord." in seen
        put(database, OwnWords("Other words"))
        typed = FULL | {name: hidden(seen, name) for name in ("opening", "ending", "drawn", "version")}

        assert send(handler, at(made), typed, key="a" * 32).status_code == 303

        with database.reading() as session:
            text = letter(session, made)
        assert "Thank you for telling Your landlord." in text
        assert "Other words" not in text

    def test_the_draft_keeps_words_open_until_they_are_changed(self, handler, made, database):
        send(handler, at(made, "/preview"))

        assert draft_of(database, made).typed["drawn"] == ""


def test_of_two_who_write_at_once_one_is_told(staff_client, database):
    officers = [staff_client(Role.COMPLAINTS_OFFICER), staff_client(Role.COMPLAINTS_OFFICER, Role.HANDLER)]
    forms = [{"seen": "0", "opening": words, "ending": ""} for words in ("Hers", "Mine")]

    answers = at_once(officers, f"{HERE}/partly-upheld/en", forms)

    assert [each.status_code for each in answers] == [303, 409]
    assert latest(database).version == 1
