"""Codes, as people type them; and numbers that others would try first."""

import pytest

from app.domain.people.sign_ins import digits, easy_to_guess, is_code


@pytest.mark.parametrize("typed", ["123456", "123 456", " 12-34-56 ", "123\u2013456", "١٢٣٤٥٦", "１２３４５６"])
def test_six_digits_in_any_form_are_a_code(typed):
    assert is_code(typed)
    assert digits(typed) == "123456"


@pytest.mark.parametrize("typed", ["", "12345", "1234567", "12345a", "12.3456", "½23456", "²23456"])
def test_anything_else_is_none(typed):
    assert not is_code(typed)


@pytest.mark.parametrize("four", ["0000", "1234", "4321", "9012", "1212", "1999", "2026"])
def test_what_anybody_would_try_first_is_easy_to_guess(four):
    assert easy_to_guess(four)


@pytest.mark.parametrize("four", ["2580", "7193", "4821", "3007"])
def test_other_numbers_are_not(four):
    assert not easy_to_guess(four)
