"""What every answer tells the browser."""

from __future__ import annotations

from dataclasses import replace
from urllib.parse import quote

import pytest

from app.domain.deed import CLOCK, Deed
from app.factory import create_app
from app.services.landlord import landlord
from app.web.headers import CONTENT_SECURITY_POLICY
from app.web.resident.guards import after_sign_in as back_to_case
from app.web.staff.guards import after_sign_in as back_to_work

PICTURE = b"\x89PNG\r\n\x1a\nrest"
EVERYWHERE = ("/healthz", "/staff/sign-in", "/nowhere", "/staff/landlord")


@pytest.fixture
def over_https(config):
    return create_app(replace(config, PLAIN_HTTP=False)).test_client()


@pytest.mark.parametrize("address", EVERYWHERE)
def test_nothing_foreign_runs_and_nothing_is_kept_or_passed_on(client, address):
    headers = client.get(address).headers

    assert headers["Content-Security-Policy"] == CONTENT_SECURITY_POLICY
    assert headers["Cache-Control"] == "no-store"
    assert headers["Referrer-Policy"] == "no-referrer"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert "camera=()" in headers["Permissions-Policy"]


def test_no_script_or_style_may_stand_in_a_page():
    assert "unsafe" not in CONTENT_SECURITY_POLICY
    assert "nonce" not in CONTENT_SECURITY_POLICY
    assert CONTENT_SECURITY_POLICY.startswith("default-src 'none'; script-src 'self'; style-src 'self'")


def test_a_page_and_its_part_are_never_taken_for_each_other(client):
    assert "HX-Request" in client.get("/staff/sign-in").headers["Vary"]


def test_https_is_asked_for_from_then_on(over_https):
    assert over_https.get("/healthz").headers["Strict-Transport-Security"].startswith("max-age=63072000")


def test_on_one_machine_without_https_it_is_not(client):
    assert "Strict-Transport-Security" not in client.get("/healthz").headers


def test_over_https_a_cookie_is_this_hosts_alone(over_https):
    cookie = over_https.get("/staff/sign-in", base_url="https://localhost").headers["Set-Cookie"]

    assert cookie.startswith("__Host-page=")
    assert "Secure" in cookie
    assert "HttpOnly" in cookie
    assert "SameSite=Lax" in cookie
    assert "Domain" not in cookie


def test_over_https_a_form_is_taken_without_the_referrer_we_told_browsers_not_to_send(over_https):
    page = over_https.get("/staff/sign-in", base_url="https://localhost").text
    token = page.partition('name="csrf_token" value="')[2].partition('"')[0]

    sent = over_https.post("/staff/sign-in", data={"csrf_token": token}, base_url="https://localhost")

    assert sent.status_code == 422


def test_colours_and_files_may_be_kept_for_ever_as_their_addresses_change_with_them(client):
    page = client.get("/staff/sign-in").text
    colours = page.partition('href="/brand-')[2].partition('"')[0]

    assert "immutable" in client.get(f"/brand-{colours}").headers["Cache-Control"]
    assert "--header-colour: #46203c" in client.get(f"/brand-{colours}").text


@pytest.mark.parametrize("version", ["1", "46203c", "46203C7A2E5D7A2E5D", "..%5C", "x" * 500])
def test_nobody_keeps_colours_under_an_address_that_is_not_theirs(client, version):
    away = client.get(f"/brand-{version}.css")

    assert away.status_code == 303
    assert "immutable" not in away.headers["Cache-Control"]
    assert "immutable" in client.get(away.location).headers["Cache-Control"]


def test_a_picture_of_before_leads_to_the_one_of_now(client, database, clock):
    with database.writing() as session:
        landlord.put_logo(session, PICTURE, Deed(CLOCK, clock.at))
        now = landlord.current(session).logo

    away = client.get("/logo-of-before")

    assert away.status_code == 303
    assert "immutable" not in away.headers["Cache-Control"]
    assert away.location == f"/logo-{now}"
    assert client.get(away.location).data == PICTURE


BREAKS = ["\r\n", "\n", "\r", "\v", "\f", "\x1c", "\x85", "\u2028", "\u2029"]
"""Everything that some reader of headers may take for the end of a line."""


@pytest.mark.parametrize("end", BREAKS, ids=ascii)
@pytest.mark.parametrize("door", ["/staff/sign-in", "/c/back"])
def test_no_address_to_go_on_to_begins_a_header(client, door, end):
    page = client.get(door, query_string={"next": f"/staff/work{end}Set-Cookie: a=b"})

    assert page.status_code in (200, 400)
    assert "a=b" not in str(page.headers)


@pytest.mark.parametrize("end", BREAKS, ids=ascii)
def test_what_follows_a_sign_in_is_one_line(end):
    assert back_to_work(f"/staff/work{end}Set-Cookie: a=b") == "/staff"
    assert back_to_case(f"/c/7Q4K-2M9P/pack{end}Set-Cookie: a=b", "7Q4K-2M9P") == "/c/7Q4K-2M9P"


@pytest.mark.parametrize("end", BREAKS, ids=ascii)
def test_no_reference_names_a_file_of_two_lines(client, end):
    answer = client.get(f"/c/sent/{quote(f'7Q4K-2M9P{end}X-Evil: 1')}.txt")

    assert "X-Evil" not in answer.headers
    assert "Content-Disposition" not in answer.headers
