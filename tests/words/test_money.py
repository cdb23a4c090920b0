"""Sums as people say them."""

import pytest

from app.words.money import pounds


@pytest.mark.parametrize(
    ("pence", "language", "said"),
    [
        (250_00, "en", "£250"),
        (1_250_50, "en", "£1,250.50"),
        (5, "en", "£0.05"),
        (0, "en", "£0"),
        (1_000_000_00, "en", "£1,000,000"),
        (1_250_00, "pl", "1\u00a0250\u00a0GBP"),
        (12_50, "pl", "12,50\u00a0GBP"),
    ],
)
def test_pence_are_said_as_pounds_as_the_language_writes_them(pence, language, said):
    assert pounds(pence, language) == said
