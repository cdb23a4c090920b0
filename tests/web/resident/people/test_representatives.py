"""Who speaks for the resident: the resident ends it, and they never see how the resident is reached (ruling 6)."""

from __future__ import annotations

from app.domain.mail.addressees import addressee
from app.domain.people.preferences import Way
from tests import peopled, states
from tests.web.staff.case.conftest import state_of

THEIRS_ALONE = ("marigold", "0123", "amina@example.org")
"""What would tell how the resident may be reached, or what must be minded."""


def found(database, made):
    with database.reading() as session:
        return state_of(session, made)


def test_the_resident_sees_who_speaks_for_them_and_ends_it_without_a_reason(visit, database):
    mine = visit(peopled.spoken_for)
    assert "Sana Yusuf" in mine.get()
    assert "may read our letters and act for you" in mine.get("/people/2")

    assert mine.send("/people/2/end", page="/people/2").status_code == 303

    assert addressee(found(database, mine.made)) == 1
    assert "does not speak for you" in mine.get("/people/2")
    assert "Read what that means" not in mine.get()


def test_a_no_can_be_said_before_any_yes(visit, database):
    mine = visit(states.for_somebody_else)

    assert mine.send("/people/2/end", page="/people/2").status_code == 303

    assert found(database, mine.made).party(2).stopped
    assert "May this person speak for you?" not in mine.get()


def test_after_a_no_there_is_no_such_complaint_for_them_even_on_a_page_that_was_open(visit):
    theirs = visit(peopled.told_no, party=2)

    for path in ("", "/letters/1", "/pack", "/people/2", "/messages"):
        assert theirs.client.get(f"{theirs.home}{path}").status_code == 404


def test_no_page_of_who_speaks_says_how_the_resident_is_reached(visit, app):
    theirs = visit(peopled.spoken_for_at_risk, party=2)
    seen = 0

    for rule in app.url_map.iter_rules():
        if not rule.rule.startswith("/c/<reference>") or "GET" not in (rule.methods or ()):
            continue
        arguments = {each: "email" if each == "way" else 1 for each in rule.arguments} | {
            "reference": theirs.made.reference
        }
        with app.test_request_context():
            address = app.url_for(rule.endpoint, **arguments)
        answer = theirs.client.get(address)
        if answer.status_code == 200:
            seen += 1
            assert not [words for words in THEIRS_ALONE if words in answer.text], address

    assert seen > 10


def test_what_they_set_is_their_own(visit, database):
    theirs = visit(peopled.spoken_for_at_risk, party=2)
    before = found(database, theirs.made).party(1).preferences

    sent = theirs.send("/reaching-you", safe="yes", ways=["here"], main="here", detail="news_only", language="en")

    assert sent.status_code == 303
    after = found(database, theirs.made)
    assert after.party(1).preferences == before
    assert after.party(2).preferences.main is Way.HERE


def test_they_cannot_say_yes_or_no_in_the_residents_place(visit, database):
    theirs = visit(peopled.spoken_for, party=2)

    assert theirs.client.get(f"{theirs.home}/people/2").status_code == 404
    assert "No, they may not" not in theirs.get()
