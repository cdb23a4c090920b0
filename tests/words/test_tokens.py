"""The words that a text is found by."""

import pytest

from app.words.tokens import apart, dialled, sought, tokens


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


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("+447700900123", "07700900123"),
        ("07700 900 123", "07700900123"),
        ("+44 (0)7700 900-123", "07700900123"),
        ("0044 7700.900.123", "07700900123"),
        ("+353 1 496 0000", "35314960000"),
        ("00353 1 496 0000", "35314960000"),
    ],
)
def test_a_number_is_dialled_in_one_way_however_it_is_written(written, number):
    assert dialled(written) == number


@pytest.mark.parametrize(
    ("typed", "rest", "numbers"),
    [
        ("khan 07700 900 123", "khan", ["07700900123"]),
        ("+44 7700", "", ["07700"]),
        ("12 Elm Court M5 4AB", "12 Elm Court M5 4AB", []),
        ("0161", "0161", []),
        ("call 07700900123 or 01614960000", "call   or", ["07700900123", "01614960000"]),
    ],
)
def test_numbers_are_told_from_words(typed, rest, numbers):
    found = apart(typed)

    assert (found[0].strip(), found[1]) == (rest, numbers)


def test_a_word_without_end_is_cut_alike_where_it_is_kept_and_looked_for():
    assert tokens("a" * 9_000) == sought("a" * 8_000)
