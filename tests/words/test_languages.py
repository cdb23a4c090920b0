"""What a language calls itself, and which way it runs."""

import pytest

from app.words.languages import direction, name
from tests.catalogues import PSEUDO, RIGHT_TO_LEFT


@pytest.mark.parametrize(
    ("language", "said"),
    [("en", "English"), ("cy", "Cymraeg"), ("pl", "Polski"), ("ur", "اردو"), ("xx", "xx"), ("", "")],
)
def test_a_language_is_called_what_it_calls_itself(language, said):
    assert name(language) == said


@pytest.mark.parametrize(
    ("language", "runs"),
    [("en", "ltr"), ("pa", "ltr"), ("pa-Arab", "rtl"), ("ar", "rtl"), ("xx", "ltr"), ("", "ltr")],
)
def test_a_language_runs_its_own_way(language, runs):
    assert direction(language) == runs


def test_the_two_languages_of_the_tests_run_opposite_ways():
    assert (direction(PSEUDO), direction(RIGHT_TO_LEFT)) == ("ltr", "rtl")
