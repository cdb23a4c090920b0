"""An annual report is for everybody: nothing in it is so small that somebody could be recognised."""

from __future__ import annotations

from typing import Any

from app.domain.clock.profiles import Stage
from app.domain.figures.filing import Outcome
from app.domain.figures.for_everybody import LEFT_OUT, rows
from app.words.figures.edition_papers import annual
from app.words.figures.for_everybody import report
from app.words.figures.for_everybody import shown as for_everybody
from app.words.figures.presented import sections
from app.words.figures.shown.gaps import LISTED, TOO_SMALL
from tests.domain.figures.test_reconciliation import a_cell, a_document

YEAR = {"from": "2026-04-01", "to": "2027-03-31"}


def lines(**counts: tuple[int, int]) -> list[dict[str, Any]]:
    return [
        {"label": label, "stage_1": one, "stage_2": two, "total": one + two} for label, (one, two) in counts.items()
    ]


def of_a_year(*cells: Any) -> dict[str, Any]:
    return a_document(*cells) | {"previous": None, "period": YEAR}


def shown(theme: list[dict[str, Any]]) -> dict[str, Any]:
    document = of_a_year()
    document["breakdowns"]["theme"] = theme
    return {each.key: each for each in report(document, "en")}


def told(section: Any) -> dict[str, list[str]]:
    return {line.head: [each.said for each in line.figures] for line in section.table.lines}


def test_a_small_part_is_left_out_of_its_breakdown_and_of_every_table_that_would_give_it_back():
    found = shown(lines(Damp=(60, 12), Noise=(20, 3), Pests=(3, 1)))

    assert told(found["breakdowns.theme"]) == {"Damp": ["72"], "Noise": ["left out"], "Pests": ["left out"]}
    assert found["breakdowns.theme"].drafted == ()
    assert found["breakdowns.theme"].note
    assert {found[key].gap for key in found if key in ("top.theme", "top_upheld.theme")} <= {TOO_SMALL}


def test_where_nothing_is_small_all_is_told():
    found = shown(lines(Damp=(60, 12), Noise=(20, 10), Pests=(11, 0)))

    assert told(found["breakdowns.theme"])["Noise"][:3] == ["20", "10", "30"]
    assert found["breakdowns.theme"].note == ""


def test_of_fewer_than_ten_it_is_said_that_they_are_left_out():
    found = shown(lines(Damp=(3, 1)))

    assert found["breakdowns.theme"].table is None
    assert found["breakdowns.theme"].gap == TOO_SMALL


def test_of_a_small_stage_everybody_is_told_its_number_and_not_how_it_went():
    small = of_a_year(a_cell(count=30), a_cell(Stage.TWO, count=3))

    found = {each.key: each for each in for_everybody(small, "en")}

    assert told(found["on_time"]) == {
        "Stage 1": ["100.0%", "0.0%"],
        "Stage 2": ["left out"] * 2,
        "Both stages": ["left out"] * 2,
    }
    assert found["acknowledgements"].table.heads == ("Acknowledgements", "Stage 1")
    assert "Stage 2" in found["acknowledgements"].note
    assert "left out" not in told(found["tsm.CH01"])["Low cost rented homes (LCRA), Stage 2"]  # it has to be published
    assert "outcomes_merged.2" not in found
    assert told(found["volumes"])["Stage 2"][0] == "3"


def test_the_year_before_is_judged_by_itself():
    document = of_a_year(a_cell(count=30))
    document["previous"] = of_a_year(a_cell(count=4)) | {"period": {"from": "2025-04-01", "to": "2026-03-31"}}

    outcomes = {each.key: each for each in report(document, "en")}["outcomes.1"]

    assert [len(each) for each in told(outcomes).values()] == [2] * len(outcomes.table.lines)
    assert "2025/26" in outcomes.note
    assert told({each.key: each for each in report(document, "en")}["volumes"])["Stage 1"] == ["30", "4"]


def test_reasons_not_to_accept_are_named_where_their_numbers_are_left_out():
    refused = [a_cell(outcome=Outcome.REFUSED, refusal=each, count=2) for each in ("court_claim", "not_our_function")]

    refusals = {each.key: each for each in report(of_a_year(a_cell(count=30), *refused), "en")}["refusals"]

    assert told(refusals)["All"] == ["4", "0", "4"]
    assert told(refusals)["A claim about it has been filed at court"] == ["left out", "0", "left out"]
    assert "A claim about it has been filed at court; It is not about something we do as a landlord" in refusals.note


def test_a_quarter_is_not_told_in_parts_as_the_year_less_the_others_would_give_it_back():
    keys = {each.key for each in for_everybody(a_document(a_cell(count=30)), "en")}

    assert "on_time" in keys
    assert not any(each.startswith(("breakdowns", "tsm")) for each in keys)


def test_what_is_left_out_whole_is_one_list_but_for_that_of_which_somebody_wrote():
    document = of_a_year(a_cell(count=30), a_cell(Stage.TWO, count=3))

    def paper(words: str) -> list[str]:
        found = annual(document, "Homes", "en", lambda place: words if place.of == "outcomes.2" else "", {})
        return [each.section.key for chapter in found.chapters for each in chapter.shown]

    assert paper("")[-1] == LISTED
    assert "outcomes.2" not in paper("")
    assert "outcomes.2" in paper("Three people came back to us.")


def test_a_sentence_that_was_only_our_draft_is_told_without_what_is_left_out():
    document = of_a_year(a_cell(count=30), a_cell(Stage.TWO, count=3))
    frozen = {each.key: " ".join(each.drafted) for each in sections(document, "en")}

    found = annual(document, "Homes", "en", lambda place: frozen.get(place.of, ""), {})

    assert "3 complaints at Stage 2, and upheld" in frozen["outcomes.2"]
    said = [each.text for chapter in found.chapters for one in chapter.shown for each in one.beside]
    assert said
    assert not any("3 complaints at Stage 2, and upheld" in each for each in said)


def test_a_file_has_the_numbers_of_the_page_and_says_what_is_left_out():
    document = of_a_year(a_cell(count=30), a_cell(Stage.TWO, count=3))

    found = {(each[2], each[3], each[4]): each[-1] for each in rows(document)}

    assert found["stages.2", "", "received"] == 3
    assert found["stages.2.outcomes", "", "upheld"] == LEFT_OUT
    assert found["tsm.LCRA.counts.CH01.stage_2", "", "denominator"] == 900
    assert found["quarters.theme", "", ""] == LEFT_OUT


def test_how_many_are_satisfied_stands_where_every_single_answer_is_left_out():
    document = of_a_year(a_cell(count=30)) | {
        "satisfaction": {"fairly_satisfied": 9, "neither": 8},
        "satisfied_rate": 9 / 17,
        "satisfaction_by_question": {
            "overall": {"answers": {"fairly_satisfied": 9, "neither": 8}, "answered": 17, "satisfied": 9}
        },
    }

    satisfaction = told({each.key: each for each in report(document, "en")}["satisfaction"])

    assert satisfaction["Fairly satisfied"] == satisfaction["Very satisfied"] == ["left out", "left out"]
    assert satisfaction["Very or fairly satisfied"][1] == "52.9%"
