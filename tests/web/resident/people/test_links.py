"""The link in the e-mail: looked at as often as anybody likes, used once, in the browser that asked for it."""

import pytest

from tests.web.resident.people.conftest import BACK, home, is_in, send


def test_the_link_is_not_spent_by_looking_at_it(client, made, asked):
    path = f"{BACK}/link/{asked.token}"
    for _ in range(3):
        assert "Continue" in client.get(path).text

    answer = send(client, path)

    assert answer.location == home(made)
    assert is_in(client, made)


def test_a_mail_scanner_elsewhere_spends_nothing_by_getting_or_posting(app, client, made, asked):
    path, scanner = f"{BACK}/link/{asked.token}", app.test_client()
    scanner.get(path)
    send(scanner, path)
    scanner.head(path)

    assert not is_in(scanner, made)
    assert send(client, path).location == home(made)


def test_a_link_opened_in_another_browser_says_where_it_works(app, asked):
    other = app.test_client()

    text = other.get(f"{BACK}/link/{asked.token}").text

    assert "only on the phone or computer where you asked for it" in text


def test_a_link_that_is_too_old_lets_nobody_in(client, clock, made, asked):
    clock.passes(minutes=11)

    answer = send(client, f"{BACK}/link/{asked.token}")

    assert answer.status_code == 422
    assert "too old" in answer.text


@pytest.mark.parametrize("forged", ["x", "A" * 43, "../../etc", "'; DROP TABLE sign_in"])
def test_a_forged_link_is_like_one_that_is_too_old(client, made, asked, forged):
    path = f"{BACK}/link/{forged.replace('/', '')}"

    answer = send(client, path)

    assert answer.status_code == 422
    assert not is_in(client, made)
