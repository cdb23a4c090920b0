"""flask figures: what a landlord states for its figures, one by one or from a file."""

from __future__ import annotations

import csv
import io

import pytest

HEADS = "what,name,group,from,to,value,tolerance,in_time"


@pytest.fixture
def types(operator, own_database):
    return lambda *words: operator(own_database, "figures", *words)


def shown(types, *more: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(types("show", *more).stdout.removeprefix("\ufeff"))))


def test_a_figure_is_stated_corrected_and_taken_back(types):
    homes = ("set", "homes", "LCRA")

    assert types(*homes, "9800", "--on", "2024-03-31").stdout == "Stated.\n"
    assert types(*homes, "9800", "--on", "2024-03-31").stdout == "It was so already.\n"
    assert types(*homes, "9801", "--on", "2024-03-31").stdout == "Stated.\n"
    assert [each["value"] for each in shown(types)] == ["9801"]
    assert types(*homes, "none", "--on", "2024-03-31").stdout == "Stated.\n"

    assert shown(types) == []
    history = shown(types, "--history")
    assert [(each["number"], each["value"], each["stated_by"]) for each in history] == [
        ("3", "none", "clock"),
        ("2", "9801", "clock"),
        ("1", "9800", "clock"),
    ]


def test_what_cannot_be_is_refused_with_a_sentence_a_field(types):
    refused = types("set", "target", "on_time_rate", "85", "--from", "April")

    assert refused.exit_code == 2
    assert refused.stderr == (
        "Error: from: Write the day like 2024-03-31.\n"
        "value: Enter a share from 0% to 100% like 85%, or “none” to take it back.\n"
    )


def test_a_file_is_taken_in_whole_and_again_changes_nothing(types, tmp_path):
    file = tmp_path / "figures.csv"
    file.write_text(
        "what;name;from;value;in_time\ncontacts;E-mail;2023-04;120;90\ncontacts;Letters;2023-04;7;\n", encoding="cp1252"
    )

    assert types("import", str(file)).stdout == "2 stated, 0 as before.\n"
    assert types("import", str(file)).stdout == "0 stated, 2 as before.\n"

    again = tmp_path / "shown.csv"
    again.write_text(types("show").stdout)
    assert types("import", str(again)).stdout == "0 stated, 2 as before.\n"


def test_a_bad_file_is_refused_whole_line_by_line(types, tmp_path):
    file = tmp_path / "figures.csv"
    file.write_text(f"{HEADS}\nhomes,LCRA,,2024-03-31,,9800,,\nhomes,LCRA,,2024-03-31,,9801,,\nhomes,flats,,2024,,,,\n")

    refused = types("import", str(file))

    assert refused.exit_code == 2
    assert refused.stderr.splitlines() == [
        "Error: Line 3, name: The same figure stands here twice.",
        "Line 4, value: Enter something here.",
        "Line 4, name: Homes are those of LCRA or of LCHO.",
        "Line 4, from: Write the day like 2024-03-31.",
        "Nothing was taken in.",
    ]
    assert shown(types) == []


@pytest.mark.parametrize(
    ("heading", "said"),
    [
        ("what,name,value", "The column “from” is missing: every line must say it."),
        (
            "what,name,from,value,colour",
            "There is no column called “colour”. Take it out, or call it by the name we know.",
        ),
    ],
)
def test_a_file_with_other_columns_is_none(types, tmp_path, heading, said):
    file = tmp_path / "figures.csv"
    file.write_text(f"{heading}\n")

    refused = types("import", str(file))

    assert (refused.exit_code, refused.stderr) == (2, f"Error: {said}\n")
