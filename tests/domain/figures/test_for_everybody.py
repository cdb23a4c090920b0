"""What everybody may read of a report: no part that is small, nor any that gives one away."""

from __future__ import annotations

from app.domain.figures.for_everybody import PartLine, parts, rows


def a_document(**counts):
    lines = [{"label": label, "stage_1": count, "stage_2": 0, "total": count} for label, count in counts.items()]
    return {
        "period": {"from": "2026-04-01", "to": "2027-03-31"},
        "breakdowns": {"service_area": lines, "theme": [], "channel": []},
        "stages": {"1": {"received": sum(counts.values())}},
        "escalation_rate": None,
        "profile": {"ethnicity": 1},
    }


def test_a_small_part_is_left_out_with_another_that_would_give_it_back():
    shown = parts(a_document(repairs=60, damp=20, rent=4), "service_area")

    assert shown == [PartLine("repairs", 60), PartLine("damp", None), PartLine("rent", None)]


def test_of_fewer_than_ten_no_part_is_shown():
    assert parts(a_document(repairs=6, damp=3), "service_area") == []
    assert parts(a_document(), "service_area") == []
    assert parts(a_document() | {"breakdowns": {"theme": None}}, "theme") == []


def test_no_part_of_a_quarter_is_shown_as_the_year_less_the_others_would_give_it_back():
    quarter = a_document(repairs=60, damp=20) | {"period": {"from": "2026-07-01", "to": "2026-09-30"}}

    assert parts(quarter, "service_area") == []
    assert not any(each[2].startswith("breakdowns") for each in rows(quarter))


def test_of_a_small_stage_only_its_number_is_told():
    document = a_document(repairs=6)
    document["stages"]["1"]["outcomes"] = {"upheld": 6}

    assert [(each[4], each[-1]) for each in rows(document) if each[2].startswith("stages")] == [("received", 6)]


def test_a_file_says_what_is_left_out_and_nothing_of_who_people_are():
    found = list(rows(a_document(repairs=60, damp=20, rent=4)))

    assert ("2026-04-01", "2027-03-31", "stages.1", "", "received", "count", 84) in found
    assert [(each[3], each[-1]) for each in found if each[2] == "breakdowns.service_area"] == [
        ("repairs", 60),
        ("damp", "left out"),
        ("rent", "left out"),
    ]
    assert not any("ethnicity" in str(each) for each in found)
