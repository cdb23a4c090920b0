"""The few words around those that were looked for."""

import pytest

from app.words.snippets import AROUND, snippet

TEXTS = ("The boiler is broken.", "My neighbour Łukasz O’Neil\nsaw the damp in the hall.")


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (["damp"], ("My neighbour Łukasz O’Neil saw the ", "damp", " in the hall.")),
        (["BOIL"], ("The ", "boiler", " is broken.")),
        (["lukasz"], ("My neighbour ", "Łukasz", " O’Neil saw the damp in the hall.")),
        (["oneil"], ("My neighbour Łukasz ", "O’Neil", " saw the damp in the hall.")),
        (["nowhere", "broken"], ("The boiler is ", "broken", ".")),
    ],
)
def test_the_word_is_shown_with_what_stands_around_it(wanted, found):
    assert snippet(TEXTS, wanted) == found


@pytest.mark.parametrize("wanted", [[], ["oiler"], ["zzz"], [".*"]])
def test_where_nothing_begins_so_nothing_is_shown(wanted):
    assert snippet(TEXTS, wanted) is None


@pytest.mark.parametrize("text", ["word " * 2_000 + "damp " + "word " * 2_000, "x" * 999 + " damp " + "y" * 999])
def test_of_a_long_text_only_a_piece_is_shown(text):
    found = snippet([text], ["damp"])

    assert found.word == "damp"
    assert max(len(found.before), len(found.after)) <= AROUND + 3
    assert found.before.startswith("… ")
    assert found.after.endswith(" …")
