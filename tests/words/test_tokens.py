"""The words that a text is found by."""

import pytest

from app.words.tokens import sought, tokens


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Amina Yusuf", ["amina", "yusuf"]),
        ("Łucja Żak-Ørsted", ["lucja", "zak", "orsted"]),
        ("Æthel STRAẞE", ["aethel", "strasse"]),
        ("O’Neil o'neil", ["oneil", "o", "neil"]),
        ("7Q4K-2M9P, M5 4AB", ["7q4k", "2m9p", "m5", "4ab"]),
        ("M5 m5 M5", ["m5"]),
        ("snake_case '' -- ", ["snake", "case"]),
        ("فاطمة ٣", ["فاطمة", "٣"]),
        ("", []),
    ],
)
def test_a_text_is_found_by_its_words_without_accents(text, found):
    assert tokens(text) == found


@pytest.mark.parametrize("typed", ["O'Neil", "oneil", "O’NEIL", "O`Neil"])
def test_a_name_with_an_apostrophe_is_looked_for_as_it_is_typed_without(typed):
    assert sought(typed) == ["oneil"]
    assert set(sought(typed)) < set(tokens("O'Neil"))
