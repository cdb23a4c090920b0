"""How hard a text is to read: a library's figure, which is there without a network and keeps nothing."""

from __future__ import annotations

import subprocess
import sys

import pytest

from app.adapters import readability
from tests.modules import ROOT

EASY = "We are sorry. We were late. We did not ring you. We will come on Monday. We will fix the tap. " * 2
HARD = (
    "Notwithstanding the aforementioned circumstances, the organisation's investigation subsequently established that "
    "the responsible contractor's documentation demonstrated considerable administrative inconsistencies regarding "
    "appointment availability, communication responsibilities and accompanying remedial recommendations throughout. "
) * 2


def test_short_words_are_read_by_the_young_and_long_ones_are_not():
    assert readability.grade(EASY) < 4
    assert readability.grade(HARD) > 12


@pytest.mark.parametrize("text", ["", "Sorry.", "word " * (readability.FEWEST_WORDS - 1)])
def test_of_a_short_text_nothing_is_said(text):
    assert readability.grade(text) is None


@pytest.mark.parametrize("text", ["؟ مرحبا " * 40, "{} " * 40, "- " * 40])
def test_what_is_no_english_breaks_nothing(text):
    assert readability.grade(text) >= 0


def test_nothing_that_was_read_stays_in_memory():
    readability.grade(HARD)

    assert readability._library().flesch_kincaid_grade.cache_info().currsize == 0


def test_a_process_that_never_asks_never_loads_it():
    program = "import sys, app.factory, app.adapters.readability; print('textstat' in sys.modules)"

    loaded = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True)

    assert loaded.stdout.strip() == "False"
