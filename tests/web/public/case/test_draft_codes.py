"""Stopping, and coming back with a draft code: on any device, for thirty days, and nobody can guess one."""

from app.factory import create_app
from tests.web.public.conftest import Visitor


def test_a_draft_is_opened_on_another_device_with_its_code(visitor, another):
    visitor.answers(1, 2)
    assert visitor.says("/c/step/4", words="The bo", then="later").location == "/c/later"
    code = code_on(visitor.sees("/c/later").text)

    came = another.says("/c/continue", draft_code=code.replace(" ", "-"))

    assert came.location == "/c/step/5"
    assert "The bo" in another.sees("/c/step/4").text
    assert visitor.answers(5).location == "/c/step/6"


def test_stopping_keeps_an_answer_that_is_not_finished(visitor):
    visitor.answers(1)

    assert visitor.says("/c/step/2", whose="group", people="", then="later").location == "/c/later"
    assert visitor.sees("/c/check").location == "/c/step/2"


def test_a_draft_code_is_good_for_thirty_days(visitor, another, clock):
    visitor.answers(1)
    code = code_on(visitor.sees("/c/later").text)

    clock.passes(days=30)

    assert another.says("/c/continue", draft_code=code).status_code == 422
    assert visitor.sees("/c/later").location == "/c/continue"


def test_draft_codes_cannot_be_guessed_at(another):
    tries = [another.says("/c/continue", draft_code="1234 5678 9012 3456").status_code for _ in range(11)]

    assert tries == [422] * 10 + [429]


def test_draft_codes_cannot_be_guessed_at_through_another_process_or_in_another_form(another, app, config):
    elsewhere = create_app(config)
    elsewhere.test_client_class = type(another.client)
    processes = [another, Visitor(elsewhere.test_client())]
    forms = ["1234 5678 9012 3456", "1234567890123456", "1234-5678-9012-3456"]
    for number in range(10):
        assert processes[number % 2].says("/c/continue", draft_code=forms[number % 3]).status_code == 422

    assert [each.says("/c/continue", draft_code=forms[0]).status_code for each in processes] == [429, 429]
    elsewhere.extensions["database"].close()


def test_a_network_that_tries_many_draft_codes_must_wait_too(another):
    tries = [another.says("/c/continue", draft_code=f"{number:016d}").status_code for number in range(51)]

    assert tries == [422] * 50 + [429]


def code_on(page):
    return page.partition('class="code" dir="ltr">')[2].partition("<")[0]
