"""A page, the part of it that htmx asks for, and the way on."""

from __future__ import annotations

import pytest
from werkzeug.exceptions import BadRequest

from app.web.deed import deed
from app.web.page import go_to, page
from tests.web.conftest import HTMX

WORDS = {
    "heading": "Wait",
    "advice": "A moment",
    "request_id": "-",
    "typed": [],
    "words": [],
    "again": None,
    "since": (),
}


def drawn(app, **headers):
    with app.test_request_context(headers=headers):
        app.preprocess_request()
        return page("errors/show.html", fragment="problem", **WORDS).get_data(as_text=True)


def test_a_browser_is_given_the_page(app):
    assert "<html" in drawn(app)


def test_htmx_is_given_the_block_and_the_title(app):
    part = drawn(app, **HTMX)

    assert "<html" not in part
    assert "<title>Wait" in part
    assert "A moment" in part


@pytest.mark.parametrize("whole", ["HX-Boosted", "HX-History-Restore-Request"])
def test_a_boosted_link_and_the_history_are_given_the_page(app, whole):
    assert "<html" in drawn(app, **HTMX, **{whole: "true"})


def test_a_browser_is_sent_on(app):
    with app.test_request_context():
        answer = go_to("staff.sign_in.new")

    assert (answer.status_code, answer.headers["Location"]) == (303, "/staff/sign-in")


def test_htmx_is_sent_on_by_a_header_as_it_would_swallow_a_redirect(app):
    with app.test_request_context(headers=HTMX):
        answer = go_to("staff.sign_in.new")

    assert answer.headers["HX-Redirect"] == "/staff/sign-in"
    assert "Location" not in answer.headers


def test_a_deed_holds_who_when_and_from_which_page(app, clock):
    with app.test_request_context(method="POST", data={"seen": "12", "key": "9f8a-7c"}):
        done = deed()

    assert (str(done.by), done.at, done.seen, done.key) == ("visitor", clock.at, 12, "9f8a-7c")


@pytest.mark.parametrize(
    "forged", [{"seen": "-1"}, {"seen": "٣"}, {"seen": "9" * 30}, {"key": "a;b"}, {"key": "k" * 65}]
)
def test_a_forged_place_or_key_is_refused(app, forged):
    with app.test_request_context(method="POST", data=forged), pytest.raises(BadRequest):
        deed()
