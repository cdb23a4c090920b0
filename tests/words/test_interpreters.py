"""The line in each language: in the landlord's order, with the number the right way round."""

import pytest

from app.words.interpreters import SAID, lines

PHONE = "0161 555 0100"


def test_each_language_is_told_which_number_to_ring_in_the_order_the_landlord_gave():
    polish, urdu = lines(("pl", "ur"), PHONE)

    assert (polish.code, polish.dir, polish.name) == ("pl", "ltr", "Polski")
    assert (urdu.code, urdu.dir, urdu.name) == ("ur", "rtl", "اردو")
    assert PHONE in polish.text
    assert "“Urdu”" in urdu.text


@pytest.mark.parametrize("code", SAID)
def test_the_number_keeps_its_order_where_the_writing_runs_the_other_way(code):
    (line,) = lines((code,), PHONE)

    assert f"\N{LEFT-TO-RIGHT ISOLATE}{PHONE}\N{POP DIRECTIONAL ISOLATE}" in line.text


def test_nothing_is_said_without_a_phone_or_in_a_language_we_have_no_words_for():
    assert lines(("pl",), "") == ()
    assert lines(("tlh",), PHONE) == ()
