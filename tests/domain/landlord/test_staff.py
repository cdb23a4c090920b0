"""What a new member of staff, and a password, must be."""

from __future__ import annotations

import pytest

from app.domain.landlord.permissions import Role
from app.domain.landlord.staff import check_password, check_person
from app.domain.refused import Gap, Why


def test_all_that_is_wrong_with_a_person_is_said_at_once():
    gaps = check_person(" ", None, frozenset())

    assert gaps == (Gap(Why.STAFF_WITHOUT_NAME, "name"), Gap(Why.NOT_AN_EMAIL, "email"), Gap(Why.NO_ROLE, "roles"))
    assert check_person("Jo", "jo@example.org", frozenset({Role.VIEWER})) == ()


@pytest.mark.parametrize(
    ("password", "why"),
    [
        ("elevenchars", Why.PASSWORD_TOO_SHORT),
        ("x" * 1001, Why.PASSWORD_TOO_LONG),
        ("Password1234", Why.PASSWORD_TOO_COMMON),
        ("abababababab", Why.PASSWORD_TOO_COMMON),
        ("JO.HANDLER@example.org", Why.PASSWORD_TOO_COMMON),
    ],
)
def test_a_password_that_can_be_guessed_is_refused(password, why):
    assert check_password(password, "jo.handler@example.org") == (Gap(why, "password"),)


@pytest.mark.parametrize("password", ["twelve chars", "four words that go on", "x1y2z3" * 33, "пароль українською"])
def test_length_is_what_counts_and_any_letter_will_do(password):
    assert check_password(password, "jo@example.org") == ()
