"""The six digits of an app."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pyotp
import pytest

from app.adapters import one_time_codes

AT = datetime(2026, 11, 23, 12, 0, 10, tzinfo=UTC)
SECRET = one_time_codes.secret(b"key", b"salt" * 5)


def test_the_secret_is_the_same_each_time_and_another_under_another_key():
    assert one_time_codes.secret(b"key", b"salt" * 5) == SECRET
    assert one_time_codes.secret(b"other", b"salt" * 5) != SECRET
    assert one_time_codes.new_salt() != one_time_codes.new_salt()


def test_any_app_shows_our_codes():
    assert pyotp.TOTP(SECRET).at(AT) == one_time_codes.code_at(SECRET, AT)


@pytest.mark.parametrize("seconds", [-30, 0, 30])
def test_a_telephone_may_be_half_a_minute_wrong(seconds):
    shown = one_time_codes.code_at(SECRET, AT + timedelta(seconds=seconds))

    step = one_time_codes.step_of(SECRET, f" {shown[:3]} {shown[3:]}", AT)

    assert step == int(AT.timestamp() + seconds) // 30


@pytest.mark.parametrize("seconds", [-60, 60])
def test_but_not_a_minute(seconds):
    assert one_time_codes.step_of(SECRET, one_time_codes.code_at(SECRET, AT + timedelta(seconds=seconds)), AT) is None


@pytest.mark.parametrize("typed", ["", "abcdef", "١٢٣٤٥٦", "12345", "1234567"])
def test_what_is_no_code_is_none(typed):
    assert one_time_codes.step_of(SECRET, typed, AT) is None


def test_the_picture_is_an_image_that_needs_no_file():
    assert one_time_codes.picture(SECRET, "jo@example.org", "Meadow Homes").startswith("data:image/svg+xml")
