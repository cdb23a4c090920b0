"""Every answer that is not a page has one: with a reason, a number to ring, and nothing typed lost."""

from __future__ import annotations

import pytest
from flask import Blueprint, abort
from flask.testing import FlaskClient

from app.db import Database
from app.domain.changed import Changed
from app.domain.deed import CLOCK, Deed
from app.domain.landlord.landlord import Landlord
from app.domain.refused import Refused, Why
from app.factory import create_app
from app.services.landlord import landlord
from config import Config
from tests.web.conftest import HTMX, put_together, token_of

WORDS = "The bath leaks, and nobody came."
SAME_SITE = {"Sec-Fetch-Site": "same-origin"}
STATUSES = (400, 403, 404, 405, 409, 413, 422, 429, 500, 503)


@pytest.fixture(scope="module")
def house(backend, run):
    """An application that can be asked to answer in any way."""
    app = put_together(run)
    app.config["PROPAGATE_EXCEPTIONS"] = False
    broken = Blueprint("broken", __name__, url_prefix="/broken")

    @broken.route("/<int:status>", methods=["GET", "POST"])
    def answer(status):
        match status:
            case 409:
                raise Changed
            case 422:
                raise Refused(Why.NOTHING_SAID)
            case 500:
                raise RuntimeError("Amina Yusuf")
            case _:
                abort(status)

    app.register_blueprint(broken)
    return app


@pytest.fixture
def client(app, database, clock):
    with database.writing() as session:
        landlord.put(session, Landlord(phone="01632 960001"), Deed(CLOCK, clock.at))
    return app.test_client()


@pytest.mark.parametrize("status", STATUSES)
def test_each_answer_has_a_page_with_the_phone_number_and_a_number_to_quote(client, status):
    page = client.get(f"/broken/{status}")

    assert page.status_code == status
    assert "01632 960001" in page.text
    assert f"<strong>{page.headers['X-Request-ID']}</strong>" in page.text


@pytest.mark.parametrize("status", STATUSES)
def test_what_was_typed_stands_on_the_page(client, status):
    page = client.post(f"/broken/{status}", data={"csrf_token": token_of(client), "words": WORDS})

    assert page.status_code == status
    assert WORDS in page.text


@pytest.mark.parametrize("status", STATUSES)
def test_htmx_is_given_the_words_alone(client, status):
    typed = {"csrf_token": token_of(client), "words": WORDS}

    part = client.post(f"/broken/{status}", data=typed, headers=HTMX)

    assert part.status_code == status
    assert "<html" not in part.text
    assert WORDS in part.text


def test_a_refusal_that_no_page_explains_says_its_reasons(client):
    assert "Tell us in a few words." in client.get("/broken/422").text


def test_a_page_that_is_not_there_has_a_page(client):
    assert client.get("/nowhere").status_code == 404


def test_a_method_that_is_not_allowed_says_which_are(client):
    refused = client.delete("/healthz")

    assert refused.status_code == 405
    assert "GET" in refused.headers["Allow"]


@pytest.mark.parametrize("status", [429, 503])
def test_who_must_wait_is_told_how_long(client, status):
    assert client.get(f"/broken/{status}").headers["Retry-After"] == "60"


def test_what_is_too_big_is_refused_kindly(client):
    refused = client.post("/broken/400", data={"words": "x" * 3_000_000})

    assert refused.status_code == 413
    assert "too big" in refused.text


@pytest.mark.parametrize("sent", [{"words": "a\0b"}, {"wh\0at": "a"}])
def test_a_form_no_keyboard_can_type_is_refused_kindly(client, sent):
    assert client.post("/broken/404", data=sent | {"csrf_token": token_of(client)}).status_code == 400


def test_an_address_no_keyboard_can_type_is_refused_kindly(client):
    assert client.get("/staff/set-up/a%00b").status_code == 400
    assert client.get("/healthz?a=%00").status_code == 400


def test_a_form_whose_page_was_open_too_long_can_be_sent_again_with_its_words(client):
    stale = client.post("/broken/404", data={"words": WORDS}, headers=SAME_SITE)

    assert stale.status_code == 400
    assert "open too long" in stale.text
    assert f'name="words" value="{WORDS}"' in stale.text


def test_a_form_from_another_site_cannot_be_sent_with_one_press(client):
    forged = client.post("/broken/404", data={"words": WORDS}, headers={"Sec-Fetch-Site": "cross-site"})

    assert forged.status_code == 400
    assert "Send it again" not in forged.text


@pytest.mark.parametrize("status", [404, 409, 413])
@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("words", "mould"),
        ("phone", "01632960001"),
        ("postcode", "m5 4ab"),
        ("points-0-words", "damp"),
        ("of_no_form", "me"),
    ],
)
def test_one_word_or_a_number_is_kept_like_a_whole_sentence(client, status, name, typed):
    page = client.post(f"/broken/{status}", data={"csrf_token": token_of(client), name: typed})

    assert f'dir="auto">{typed}</p>' in page.text


def test_what_was_ticked_or_chosen_or_stood_there_already_is_not_called_typed(client):
    sent = {"csrf_token": token_of(client), "danger": "now", "points-0-ours": "ours", "seen": "4", "then": "find"}

    assert "What you typed" not in client.post("/broken/409", data=sent).text


def test_a_secret_is_never_shown_again(client):
    page = client.post("/broken/500", data={"csrf_token": token_of(client), "password": "purple monkey dishwasher"})

    assert "monkey" not in page.text


def test_a_fault_says_nothing_of_what_was_at_fault(client):
    assert "Amina" not in client.get("/broken/500").text


def test_a_database_that_is_away_leaves_a_page_with_the_number_last_known(client, app, monkeypatch):
    client.get("/nowhere")
    app.extensions["database"].close()
    monkeypatch.setitem(app.extensions, "database", Database("sqlite:////nowhere/at/all.db"))

    page = client.get("/performance/reports")

    assert page.status_code == 503
    assert "01632 960001" in page.text


def test_a_host_we_do_not_answer_to_is_refused_in_a_few_words(config: Config):
    app = create_app(Config(**vars(config) | {"TRUSTED_HOSTS": ("complaints.example.org",)}))
    client: FlaskClient = app.test_client()

    assert client.get("/healthz", headers={"Host": "complaints.example.org"}).status_code == 200
    refused = client.get("/healthz", headers={"Host": "evil.example.org"})

    assert refused.status_code == 400
    assert "evil" not in refused.text
