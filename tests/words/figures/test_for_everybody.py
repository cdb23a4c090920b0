"""An annual report is for everybody: no part of complaints in it is so small that somebody could be recognised."""

from __future__ import annotations

from typing import Any

from app.domain.clock.profiles import Stage
from app.words.figures.for_everybody import TOO_SMALL, report
from app.words.figures.for_everybody import shown as for_everybody
from tests.domain.figures.test_reconciliation import a_cell, a_document


def lines(**counts: tuple[int, int]) -> list[dict[str, Any]]:
    return [
        {"label": label, "stage_1": one, "stage_2": two, "total": one + two} for label, (one, two) in counts.items()
    ]


def shown(theme: list[dict[str, Any]]) -> dict[str, Any]:
    document = a_document()
    document["breakdowns"]["theme"] = theme
    document["previous"], document["period"] = None, {"from": "2026-04-01", "to": "2027-03-31"}
    return {each.key: each for each in report(document, "en")}


def told(section: Any) -> dict[str, list[str]]:
    return {line.head: [each.said for each in line.figures] for line in section.table.lines}


def test_a_small_part_is_left_out_of_its_breakdown_and_of_every_table_that_would_give_it_back():
    found = shown(lines(Damp=(60, 12), Noise=(20, 3), Pests=(3, 1)))

    assert told(found["breakdowns.theme"]) == {"Damp": ["72"], "Noise": ["left out"], "Pests": ["left out"]}
    assert found["breakdowns.theme"].drafted == ()
    assert {found[key].gap for key in found if key in ("top.theme", "top_upheld.theme")} <= {TOO_SMALL}


def test_a_small_count_of_a_stage_is_not_told_beside_its_whole():
    found = shown(lines(Damp=(60, 12), Noise=(20, 3)))

    assert told(found["breakdowns.theme"]) == {"Damp": ["72"], "Noise": ["23"]}


def test_where_nothing_is_small_all_is_told():
    found = shown(lines(Damp=(60, 12), Noise=(20, 10), Pests=(11, 0)))

    assert told(found["breakdowns.theme"])["Noise"][:3] == ["20", "10", "30"]


def test_of_fewer_than_ten_it_is_said_that_they_are_left_out():
    found = shown(lines(Damp=(3, 1)))

    assert found["breakdowns.theme"].table is None
    assert found["breakdowns.theme"].gap == TOO_SMALL


def test_of_a_small_stage_everybody_is_told_its_number_and_not_how_it_went():
    small = a_document(a_cell(count=30), a_cell(Stage.TWO, count=3))

    found = {each.key: each for each in for_everybody(small, "en")}

    assert list(told(found["on_time"])) == ["Stage 1"]
    assert found["acknowledgements"].table.heads == ("Acknowledgements", "Stage 1")
    assert {len(each) for each in told(found["acknowledgements"]).values()} == {1}
    assert not any("Stage 2" in line for line in told(found["tsm.CH02"]))
    assert "outcomes_merged.2" not in found
    assert told(found["volumes"])["Stage 2"][0] == "3"


def test_of_large_stages_all_is_told():
    large = a_document(a_cell(count=30), a_cell(Stage.TWO, count=13))

    assert len(told({each.key: each for each in for_everybody(large, "en")}["on_time"])) == 3
