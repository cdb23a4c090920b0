"""What landlords published is what a report says of such complaints, brought in and counted by the real commands."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy

import pytest

from app.domain.landlord.landlord import ENGLISH
from app.words.figures.presented import sections
from tests import published, published_past
from tests.brought_in import Document, Landlord, landlord, shown, stage_of
from tests.shelves import Shelf

STAGES = (1, 2)
EVENT = ("--basis", "event")
BASES = ((), EVENT)


@pytest.fixture(scope="module")
def retirement_homes(shelf: Shelf, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Landlord]:
    folder = tmp_path_factory.mktemp("retirement-homes")
    with shelf.taken() as database:
        yield landlord(database, folder, published_past.of_retirement_homes())


@pytest.fixture(scope="module")
def group(shelf: Shelf, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Landlord]:
    folder = tmp_path_factory.mktemp("group")
    with shelf.taken() as database:
        yield landlord(database, folder, published_past.of_a_group())


def shares(document: Document, stage: int, name: str) -> dict[str, float]:
    """What is shown of each part, without those that there are none of."""
    parts = stage_of(document, stage)["shares"][name]
    return {part: each["percent"] for part, each in parts.items() if each["share"]}


def test_ec1_stages_by_type_the_largest_first(retirement_homes):
    lines = retirement_homes.report("2023/24")["breakdowns"]["theme"]

    assert {line["label"]: (line["stage_1"], line["stage_2"]) for line in lines} == published.EC1
    assert [line["total"] for line in lines] == [one + two for one, two in published.EC1.values()]
    assert tuple(sum(line[f"stage_{stage}"] for line in lines) for stage in STAGES) == published.EC1_TOTAL


@pytest.mark.parametrize("year", published.EC2)
def test_ec2_how_many_went_on_to_stage_2(retirement_homes, year):
    printed = published.EC2[year]
    places = len(printed.partition(".")[2])

    assert f"{retirement_homes.report(year)['escalation_rate']:.{places}%}" == f"{printed}%"


def test_ec3_change_on_the_year_before(retirement_homes):
    assert shown(retirement_homes.report("2023/24")["change"]["total"]) == published.EC3


@pytest.mark.parametrize("stage", STAGES)
def test_ec4_average_days(retirement_homes, stage):
    days = stage_of(retirement_homes.report("2023/24"), stage)["mean_working_days"]["from_receipt"]

    assert round(days, 2) == published.EC4[stage]


@pytest.mark.parametrize("stage", STAGES)
def test_ec5_shares_of_outcomes(retirement_homes, stage):
    assert shares(retirement_homes.report("2023/24"), stage, "decided") == published.EC5[stage]


def test_ec6_on_time_is_not_what_was_printed_but_what_ec7_makes_it(retirement_homes):
    document = retirement_homes.report("2023/24")
    assert shown(document["on_time_rate"]) == published.EC6_AS_IT_MUST_BE
    assert round(shown(document["previous"]["on_time_rate"])) == published.EC6["2022/23"]

    checked = retirement_homes.checked(document | {"on_time_rate": published.EC6["2023/24"] / 100})

    assert (checked.exit_code, checked.stderr) == (
        1,
        "on_time_rate: it says 0.613, and its parts come to 0.625806.\n",
    )


@pytest.mark.parametrize("stage", STAGES)
def test_ec7_not_on_time(retirement_homes, stage):
    document = retirement_homes.report("2023/24")

    assert shares(document, stage, "timeliness")["out_of_target"] == published.EC7[stage]
    assert shown(1 - stage_of(document, stage)["on_time_rate"]) == published.EC7[stage]


@pytest.mark.parametrize(
    ("stage", "counts", "changes"),
    [(1, published.HP1, published.HP1_CHANGES), (2, published.HP6, published.HP6_CHANGES)],
    ids=["hp1", "hp6"],
)
@pytest.mark.parametrize("basis", BASES)
def test_three_years_of_each_stage(group, stage, counts, changes, basis):
    document = group.report("2023/24", *basis)

    trend = {year(line["label"]): line[f"stage_{stage}"] for line in document["trend"]}
    assert list(trend.items()) == list(counts.items())
    assert stage_of(document, stage)["received"] == counts["2023/24"]
    assert round(document["change"][str(stage)] * 100) == changes["2022/23"]
    since = {each: round((counts["2023/24"] - trend[each]) / trend[each] * 100) for each in changes}
    assert since == changes


def year(period: str) -> str:
    """2023/24, of 2023-04-01/2024-03-31."""
    first, last = period.split("/")
    return f"{first[:4]}/{last[2:4]}"


@pytest.mark.parametrize("stage", STAGES)
def test_a_trend_that_is_not_what_each_year_received_does_not_pass(group, stage):
    document = group.report("2023/24")
    earlier = [*document["trend"]]
    earlier[1] = earlier[1] | {f"stage_{stage}": 200, "total": earlier[1]["total"] + 1}

    checked = group.checked(document | {"trend": earlier})

    assert checked.exit_code == 1
    assert f"trend.2022-04-01/2023-03-31.stage_{stage}: it says" in checked.stderr


def test_hp4_outcomes_of_what_was_sent(group):
    stage = stage_of(group.report("2023/24", *EVENT), 1)

    assert {part: stage["outcomes_merged"][part] for part in published.HP4} == {
        part: count for part, (count, _) in published.HP4.items()
    }
    # what it calls sent has in it what was withdrawn and refused, which is no answer
    assert sum(stage["outcomes_merged"].values()) == published.HP4_SENT
    assert stage["responded"] == published.HP4_SENT - 74 - 2
    assert {part: shown(stage["shares"]["outcomes_merged"][part]["share"], 2) for part in published.HP4} == {
        part: per_cent for part, (_, per_cent) in published.HP4.items()
    }
    assert stage["refused_by_ground"] == {
        "over_time_limit": 1,
        "court_claim": 0,
        "considered_before": 0,
        "not_our_function": 0,
        "other": 1,
        "unknown": 0,
    }
    before = stage_of(group.report("2022/23", *EVENT), 1)["shares"]["outcomes_merged"]
    assert round(shown(before["upheld_or_in_part"]["share"])) == published.HP4_YEAR_BEFORE


@pytest.mark.parametrize(
    ("stage", "due", "bands"),
    [
        (1, published.HP5_DUE, published.HP5),
        (2, published.HP9_DUE, published.HP9 | {"out_of_target": (41, published.HP9_AS_IT_MUST_BE)}),
    ],
    ids=["hp5", "hp9"],
)
def test_time_taken_of_what_was_due(group, stage, due, bands):
    found = stage_of(group.report("2023/24", *EVENT), stage)

    assert found["responses_due"] == due
    assert found["timeliness"] == {part: count for part, (count, _) in bands.items()} | {"unknown": 0}
    assert {part: shown(each["share"], 2) for part, each in found["shares"]["timeliness"].items()} == {
        part: per_cent for part, (_, per_cent) in bands.items()
    }


def test_hp9_a_share_that_was_made_to_fit_does_not_pass(group):
    document = deepcopy(group.report("2023/24", *EVENT))
    printed = published.HP9["out_of_target"][1]
    stage_of(document, 2)["shares"]["timeliness"]["out_of_target"] = {"share": printed / 100, "percent": printed}

    checked = group.checked(document)

    where = "stages.2.shares.timeliness.out_of_target"
    assert checked.exit_code == 1
    assert f"{where}.share: it says 0.1465, and its parts come to 0.146429.\n" in checked.stderr


@pytest.mark.parametrize("basis", BASES)
def test_hp10_directorates_of_two_years_and_what_nobody_kept_of_the_first(group, basis):
    document = group.report("2023/24", *basis)

    assert directorates(document) == {name: now for name, (_, now) in published.HP10.items()}
    assert directorates(document["previous"]) == {name: before for name, (before, _) in published.HP10.items()} | {
        None: 3
    }


def test_hp10_as_it_was_printed_is_less_than_hp1(group):
    document = deepcopy(group.report("2023/24"))
    lines = document["previous"]["breakdowns"]["directorate"]
    lines[:] = [line for line in lines if line["label"] is not None]

    checked = group.checked(document)

    assert "previous.breakdowns.directorate.stage_1: it says 1262, and its parts come to 1259.\n" in checked.stderr
    assert checked.exit_code == 1


def directorates(document: Document) -> dict[str | None, int]:
    return {line["label"]: line["stage_1"] for line in document["breakdowns"]["directorate"]}


def test_hp8_how_many_of_stage_2_were_upheld(group):
    parts = stage_of(group.report("2023/24", *EVENT), 2)["shares"]["decided"]

    assert round(shown(parts["upheld"]["share"] + parts["upheld_in_part"]["share"])) == published.HP8_UPHELD


@pytest.mark.parametrize("year", published.HP14)
def test_hp14_satisfied_with_how_it_was_dealt_with(group, year):
    assert shown(group.report(year)["satisfied_rate"]) == published.HP14[year]


@pytest.mark.parametrize(
    "measure",
    ["ombudsman", "reasons_for_dissatisfaction", "contact_demand"],
    ids=["ec8-hp11-hp12-hp13", "hp15", "hm11"],
)
def test_what_no_records_are_kept_of_is_left_out_with_a_note_and_never_nought(group, measure):
    document = group.report("2023/24")

    assert {"measure": measure, "why": "not_kept"} in document["notes"]
    assert document.get(measure) is None


def said(document: Document, key: str) -> dict[str, list[str]]:
    """What a section of the report says, by the heads of its lines."""
    section = next(each for each in sections(document, ENGLISH) if each.key == key)
    assert section.table is not None
    return {line.head: [each.said for each in line.figures] for line in section.table.lines}


def test_what_they_published_stands_in_the_tables_that_are_read(retirement_homes, group):
    homes, of_group = retirement_homes.report("2023/24"), group.report("2023/24", *EVENT)

    types = said(homes, "breakdowns.theme")
    assert {name: tuple(figures[:2]) for name, figures in types.items()} == {
        **{name: (str(one), str(two)) for name, (one, two) in published.EC1.items()},
        "All": tuple(map(str, published.EC1_TOTAL)),
    }
    assert said(homes, "escalation_rate")["Stage 2 to Stage 1"][0] == f"{published.EC2['2023/24']}%"
    assert said(homes, "volumes")["Both stages"][2] == f"−{-published.EC3}%"
    assert said(homes, "on_time")["Both stages"][0] == f"{published.EC6_AS_IT_MUST_BE}%"
    sent = said(of_group, "outcomes_merged.1")
    assert {name: figures[0] for name, figures in sent.items()} == {
        "Upheld, in whole or in part": "1,146",
        "Not upheld": "329",
        "Stopped by the resident": "74",
        "Not accepted": "2",
        "All of these": "1,551",
    }
    late = said(of_group, "timeliness.1")
    assert [figures[:2] for figures in late.values()] == [
        ["1,235", "79.5%"],
        ["131", "8.5%"],  # 100 together, and with those above as many as were on time
        ["187", "12.0%"],
        ["1,553", "–"],
    ]
