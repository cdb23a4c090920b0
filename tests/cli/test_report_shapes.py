"""Tables that landlords published without their numbers, of complaints of our own, by the real commands."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests import shaped_past
from tests.brought_in import Document, Landlord, landlord, shown, stage_of
from tests.shaped_past import AREAS, CHANNELS, ENQUIRIES, NEIGHBOURHOODS, STAGES_2, THEMES, TSM_HOMES, UPHELD
from tests.shelves import Shelf

LAST_QUARTER = ("2024-01-01", "2024-03-31")
ALL = sum(map(sum, THEMES.values()))
ALL_2 = sum(STAGES_2.values())
AREAS_2 = {("Property", theme): count for theme, count in STAGES_2.items()}
Quarters = dict[str | None, tuple[int, ...]]


@pytest.fixture(scope="module")
def ours(shelf: Shelf, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Landlord]:
    folder = tmp_path_factory.mktemp("shapes")
    files = {
        "complaints": shaped_past.of_quarters(),
        "enquiries": shaped_past.of_enquiries(),
        "measures": shaped_past.of_the_measures(),
    }
    with shelf.taken() as database:
        yield landlord(database, folder, files)


@pytest.fixture
def document(ours: Landlord) -> Document:
    return ours.report("2023/24", "--homes", "LCRA=1480")


def by_quarter(lines: list[Document]) -> Quarters:
    return {line["label"]: tuple(line[f"q{quarter}"] for quarter in range(1, 5)) for line in lines}


def with_stage_2(theme: str) -> tuple[int, ...]:
    one, two, three, four = THEMES[theme]
    return one, two, three + STAGES_2.get(theme, 0), four


def test_hm1_on_time_and_how_many_for_the_homes_of_a_quarter_and_a_year(ours, document):
    quarter = ours.report_of(*LAST_QUARTER, "--homes", "LCRA=1480")

    assert (quarter["on_time_rate"], document["on_time_rate"]) == (1, 1)
    assert shown(document["relative_to_homes"]["1"]["share_of_homes"]) == 5.0
    assert quarter["relative_to_homes"]["total"]["per_1000_homes"] == pytest.approx(18 * 1000 / 1480)


def test_hm2_volumes_by_quarter(document):
    stages = by_quarter(document["quarters"]["stage"])

    assert stages == {"1": (15, 17, 24, 18), "2": (0, 0, ALL_2, 0)}


def test_hm3_outcomes_of_a_quarter_and_of_the_year(ours, document):
    quarter = ours.report_of(*LAST_QUARTER)

    upheld = sum(THEMES[theme][3] for theme in UPHELD), sum(sum(THEMES[theme]) for theme in UPHELD)
    assert tuple(stage_of(each, 1)["outcomes"]["upheld"] for each in (quarter, document)) == upheld
    assert stage_of(document, 2)["outcomes"]["not_upheld"] == ALL_2


def test_hm4_themes_by_quarter_of_both_stages(document):
    lines = document["quarters"]["theme"]

    assert by_quarter(lines) == {theme: with_stage_2(theme) for theme in THEMES}
    assert {line["label"]: line["year"] for line in lines} == {theme: sum(with_stage_2(theme)) for theme in THEMES}


def test_hm5_channels_by_quarter(document):
    quarters = by_quarter(document["quarters"]["channel"])

    assert quarters.keys() == CHANNELS.keys()
    assert tuple(map(sum, zip(*quarters.values(), strict=True))) == (15, 17, 24 + ALL_2, 18)
    assert {channel: counts[3] for channel, counts in quarters.items()} == {
        channel: counts[3] for channel, counts in CHANNELS.items()
    }


def test_hm7_letters_of_mps_by_quarter_and_nothing_said_of_the_days_that_nobody_kept(document):
    letters = document["other_kinds"]["enquiry"]

    assert by_quarter(letters["quarters"])["received"] == ENQUIRIES
    assert (letters["done"], letters["in_time"], letters["unknown"]) == (sum(ENQUIRIES), None, sum(ENQUIRIES))


def test_om1_both_stages_and_how_many_in_a_week(document):
    assert document["per_week"]["total"] == pytest.approx((ALL + ALL_2) * 7 / 366)
    assert stage_of(document["previous"], 1)["received"] == 248


@pytest.mark.parametrize(("stage", "counts"), [(1, AREAS), (2, AREAS_2)], ids=["om2", "om8"])
def test_service_areas_and_themes(document, stage, counts):
    lines = document["cross"]["service_area_by_theme"]

    found = {(line["service_area"], line["theme"]): line[f"stage_{stage}"] for line in lines}
    assert {met: count for met, count in found.items() if count} == counts


def test_om4_who_complained_again(document):
    assert document["repeat_complainants"] == {"2_or_more": 6, "3_or_more": 2, "5_or_more": 1}


def test_om11_neighbourhoods_of_each_stage(document):
    lines = {line["label"]: (line["stage_1"], line["stage_2"]) for line in document["breakdowns"]["neighbourhood"]}

    assert lines == {"North": (NEIGHBOURHOODS["North"], ALL_2), "South": (NEIGHBOURHOODS["South"], 0)}


def test_hp2_and_hp3_the_reasons_most_have_and_those_of_what_was_upheld(document):
    reasons = [line["label"] for line in document["breakdowns"]["theme"]]
    upheld = {line["label"]: line["stage_1"] for line in document["breakdowns_among_upheld"]["theme"]}

    assert reasons == sorted(THEMES, key=lambda theme: -sum(THEMES[theme]))
    assert upheld == {theme: sum(THEMES[theme]) for theme in UPHELD}


def test_hp7_reasons_to_ask_for_stage_2(document):
    reasons = {line["label"]: line["stage_2"] for line in document["breakdowns"]["escalation_reason"]}

    assert reasons == {"The answer took too long": 4, "The answer was wrong": 3}


def test_acknowledgements_in_time(document):
    late = shaped_past.NOT_ACKNOWLEDGED_IN_TIME

    assert stage_of(document, 1)["acknowledgements"] == {"due": ALL, "in_time": ALL - late, "unknown": 0}


def test_the_measures_of_rented_homes(ours):
    measures = ours.report("2022/23", "--homes", f"LCRA={TSM_HOMES}")["tsm"]["LCRA"]
    in_time = measures["counts"]["CH02"]["stage_1"]

    assert (measures["homes"], measures["CH01"]) == (TSM_HOMES, {"stage_1": 40.0, "stage_2": 5.0})
    assert (in_time["numerator"], in_time["denominator"]) == (212, 240)
    assert (round(measures["CH02"]["stage_1"], 1), measures["CH02"]["stage_2"]) == (88.3, 100)
