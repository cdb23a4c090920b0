"""Did we understand? Our points beside theirs, and nothing typed is lost."""

from __future__ import annotations

from app.domain.case.understood import Understood
from app.domain.deed import Actor
from app.services.case import contributions, definitions, histories
from tests import states
from tests.cases import a_definition, deed
from tests.states import UNDERSTOOD
from tests.web.resident.case.conftest import value_of


def complaint_of(database, mine):
    with database.reading() as session:
        return histories.found(session, mine.made.reference, deed()).complaint


def test_our_points_stand_beside_their_words(visit):
    page = visit(states.acknowledged).get("/understanding")

    assert "The boiler has not been mended" in page
    assert "Your supplier" in page
    assert "The boiler has been broken since Monday." in page


def test_a_yes_is_kept_and_asks_for_no_words(visit, database):
    mine = visit(states.acknowledged)

    response = mine.send("/understanding", answer="yes")

    assert response.headers["Location"] == mine.home
    assert "Thank you. We have got your answer." in mine.get()
    understood = complaint_of(database, mine).understood
    assert (understood.answer, understood.said) == (Understood.YES, None)


def test_partly_needs_a_word_on_what_is_missing(visit):
    response = visit(states.acknowledged).send("/understanding", answer="partly")

    assert response.status_code == 422
    assert "Tell us in a few words" in response.text


def test_nothing_chosen_is_asked_again(visit):
    response = visit(states.acknowledged).send("/understanding", words="The lift as well")

    assert response.status_code == 422
    assert "Choose yes, partly or no" in response.text
    assert "The lift as well" in response.text


def test_a_correction_meanwhile_keeps_what_was_typed(visit, database):
    mine = visit(states.acknowledged)
    page = mine.get("/understanding")
    with database.writing() as session:
        staff = deed(UNDERSTOOD, str(Actor("staff", "1")))
        definitions.correct(session, mine.made.reference, a_definition(), staff)
    old = {"seen": page.partition('name="seen" value="')[2].partition('"')[0]}

    response = mine.send("/understanding", answer="no", words="The lift as well", **old)

    assert response.status_code == 409
    assert "Something new happened while this page was open" in response.text
    assert "The lift as well" in response.text


def test_what_happened_meanwhile_is_told_and_nothing_that_is_staffs_own(visit, database):
    mine = visit(states.acknowledged)
    old = {"seen": value_of(mine.get("/understanding"), "seen")}
    with database.writing() as session:
        staff = deed(UNDERSTOOD, "staff:1")
        contributions.ask(session, mine.made.reference, 2, UNDERSTOOD, "Your part", staff)
        definitions.correct(session, mine.made.reference, a_definition(), staff)

    response = mine.send("/understanding", answer="no", words="The lift as well", **old)

    assert response.status_code == 409
    assert "Since you opened this page" in response.text
    assert '<span dir="auto">We corrected what we had understood.</span>' in response.text
    assert "Tom Reid" not in response.text


def test_who_does_twice_what_is_settled_is_told_what_happened(visit, database):
    mine = visit(states.stopped)
    form = {name: value_of(mine.get("/reopen"), name) for name in ("csrf_token", "key", "seen")}
    mine.send("/reopen")

    late = mine.client.post(f"{mine.home}/reopen", data=form | {"key": "another-press"})

    assert late.status_code == 409
    assert "The complaint was opened again." in late.text


def test_a_double_press_is_one_answer(visit, database):
    mine = visit(states.acknowledged)
    page = mine.get("/understanding")
    fields = {
        name: page.partition(f'name="{name}" value="')[2].partition('"')[0] for name in ("csrf_token", "key", "seen")
    }

    for _ in range(2):
        response = mine.client.post(f"{mine.home}/understanding", data=fields | {"answer": "yes"})
        assert response.status_code == 303

    assert complaint_of(database, mine).position == int(fields["seen"]) + 1


def test_after_the_answer_stage_2_is_the_way(visit):
    page = visit(states.answered).get("/understanding")

    assert "We have answered. If we got something wrong, you can ask for Stage 2." in page
    assert 'name="answer"' not in page


def test_after_the_answer_each_point_has_what_was_found_and_what_puts_it_right(visit):
    page = visit(states.answered).get("/understanding")

    assert "What we found: we agree with you (upheld)." in page
    assert "How we put this right: we say sorry, we do what was not done." in page


def test_before_we_wrote_there_is_no_such_page(visit):
    mine = visit(states.fresh)

    assert mine.client.get(f"{mine.home}/understanding").status_code == 404
