"""Tables that landlords published of what no complaint says, stated by the real command and found in the report."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from copy import deepcopy
from datetime import date

import pytest

from tests import published
from tests.brought_in import Landlord, landlord
from tests.published_past import Past, in_time, late
from tests.shelves import Shelf

EARLY, LATE_IN_YEAR = date(2023, 5, 2), date(2024, 1, 16)
YEAR = ("2023-04-01", "2024-03-31")
QUARTER_4 = ("2024-01-01", "2024-03-31")
HEADS = "what,name,group,from,to,value,tolerance,in_time"
CHANNELS = {"Telephone": 300, "E-mail": 200, "Website": 40, "Letters": 12, "In person": 8, "Text": 2, "Other": 1}
"""Contacts of a month."""
RECEIVED = {"2021/22": ("2021-04-01", "2022-03-31", 1103, 161), "2022/23": ("2022-04-01", "2023-03-31", 1262, 199)}


def stated() -> Iterator[str]:
    """A line a figure: HM1, HM11 and HM12, HP1 and HP6, HP5, HP10 and HP14."""
    yield "homes,LCRA,,2023-03-31,,900,,"
    yield "homes,LCRA,,2024-03-31,,1000,,"
    yield "target,on_time_rate,,2023-04-01,,100%,65%,"
    yield "target,relative_to_homes.total.share_of_homes,,2023-04-01,,5%,,"
    yield "target,contact_demand.total.in_time_rate.year,,2023-04-01,,90%,,"
    yield "target,satisfied_rate,,2023-04-01,,75%,,"
    for part, share in (("within_target", "85%"), ("within_extension", "15%"), ("out_of_target", "0%")):
        yield f"target,stages.1.shares.timeliness.{part}.share,,2023-04-01,,{share},,"
    for month in range(12):
        for channel, count in CHANNELS.items():
            in_time = "" if channel == "Other" else count - count // 8
            named = f"{2023 + (month + 3) // 12}-{(month + 3) % 12 + 1:02}"
            yield f"contacts,{channel},,{named},,{count + month},,{in_time}"
    for first, last, *counts in RECEIVED.values():
        for stage, count in enumerate(counts, 1):
            yield f"prior,stages.{stage}.received,,{first},{last},{count},,"
    first, last, *_ = RECEIVED["2022/23"]
    yield f"prior,satisfied_rate,,{first},{last},{published.HP14['2022/23']}%,,"
    share = f"{published.HP4_YEAR_BEFORE}%"
    yield f"prior,stages.1.shares.outcomes_merged.upheld_or_in_part.share,,{first},{last},{share},,"
    for label, (count, _) in published.HP10.items():
        yield f"prior,breakdowns.directorate.stage_1,{label},{first},{last},{count},,"
    yield "customers,Age band,Under 25,2024-03-31,,30,,"
    yield "customers,Age band,25 or more,2024-03-31,,90,,"


@pytest.fixture(scope="module")
def ours(shelf: Shelf, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Landlord]:
    folder = tmp_path_factory.mktemp("stated")
    days = [EARLY] * 40 + [LATE_IN_YEAR] * 10
    went = [in_time("upheld")] * 36 + [late("upheld")] * 4 + [in_time("upheld")] * 6 + [late("upheld")] * 4
    with shelf.taken() as database:
        made = landlord(database, folder, {"complaints": tuple(Past(days, went, {}).rows())})
        file = folder / "figures.csv"
        file.write_text("\n".join([HEADS, *stated()]))
        done = made.types("figures", "import", str(file))
        assert done.stdout.endswith(" stated, 0 as before.\n"), done.output
        yield made


def test_hm1_performance_against_target_and_tolerance_by_quarter_and_year(ours):
    year, quarter = (ours.report_of(*period)["targets"] for period in (YEAR, QUARTER_4))

    assert year["on_time_rate"] == {"value": 0.84, "target": 1, "tolerance": 0.65, "status": "within_tolerance"}
    assert quarter["on_time_rate"] == {"value": 0.6, "target": 1, "tolerance": 0.65, "status": "missed"}
    size = "relative_to_homes.total.share_of_homes"
    assert year[size] == {"value": 0.05, "target": 0.05, "tolerance": None, "status": "met"}
    assert size not in quarter


def test_hm11_contact_demand_and_what_was_answered_in_time_by_quarter(ours):
    document = ours.report_of(*YEAR)
    total = document["contact_demand"]["total"]

    month, channels = sum(CHANNELS.values()), len(CHANNELS)
    quarters = [3 * month + channels * sum(range(first, first + 3)) for first in (0, 3, 6, 9)]
    assert [total["contacts"][each] for each in ("q1", "q2", "q3", "q4", "year")] == [*quarters, sum(quarters)]
    timed, in_time = (total[each]["year"] for each in ("timed", "in_time"))
    assert timed == sum(quarters) - 12 * CHANNELS["Other"] - sum(range(12))
    assert total["in_time_rate"]["year"] == in_time / timed
    assert document["targets"]["contact_demand.total.in_time_rate.year"]["status"] == "missed"
    assert "contact_demand" not in {each["measure"] for each in document["notes"]}


def test_hm12_contacts_by_channel_the_most_first(ours):
    lines = ours.report_of(*YEAR)["contact_demand"]["contacts"]

    assert [line["label"] for line in lines] == list(CHANNELS)
    assert {line["label"]: line["q1"] for line in lines} == {each: 3 * n + 3 for each, n in CHANNELS.items()}


def test_hp1_hp6_years_of_which_no_complaint_is_here(ours):
    document = ours.report_of(*YEAR)

    lines = document["trend"]
    assert [(line["stage_1"], line["stage_2"]) for line in lines] == [(1103, 161), (1262, 199), (50, 0)]
    assert [line.get("stated") for line in lines] == [True, True, None]
    previous = document["previous"]
    assert (previous["stated"], previous["stages"]["1"]["received"]) == (True, 1262)
    assert previous["escalation_rate"] == 199 / 1262
    assert previous["relative_to_homes"]["1"]["share_of_homes"] == 1262 / 900
    assert previous["stages"]["1"]["responses_due"] is None
    assert document["change"]["1"] == (50 - 1262) / 1262


def test_hp4_hp10_hp14_figures_of_the_year_before_that_were_stated(ours):
    previous = ours.report_of(*YEAR)["previous"]

    assert previous["stages"]["1"]["shares"]["outcomes_merged"]["upheld_or_in_part"]["share"] == 0.77
    assert {line["label"]: line["stage_1"] for line in previous["breakdowns"]["directorate"]} == {
        label: count for label, (count, _) in published.HP10.items()
    }
    assert previous["satisfied_rate"] == 0.65


def test_hp5_shares_beside_their_targets(ours):
    targets = ours.report_of(*YEAR)["targets"]

    found = {part: targets[f"stages.1.shares.timeliness.{part}.share"] for part in published.HP5}
    assert {part: (each["value"], each["target"], each["status"]) for part, each in found.items()} == {
        "within_target": (0.84, 0.85, "missed"),
        "within_extension": (0, 0.15, "met"),
        "out_of_target": (0.16, 0, "missed"),
    }
    assert targets["satisfied_rate"]["status"] == "unknown"


def test_homes_are_those_stated_for_the_last_day_unless_others_are_given(ours):
    assert ours.report_of(*YEAR)["homes"] == {"LCRA": 1000, "LCHO": None}
    assert ours.report_of("2022-06-01", "2023-06-30")["homes"] == {"LCRA": 900, "LCHO": None}
    assert ours.report_of(*YEAR, "--homes", "LCRA=500", "--homes", "LCHO=20")["homes"] == {"LCRA": 500, "LCHO": 20}


def test_customers_are_given_with_their_shares(ours):
    assert ours.report_of(*YEAR)["customer_base"] == {
        "Age band": [
            {"label": "25 or more", "count": 90, "share": 0.75},
            {"label": "Under 25", "count": 30, "share": 0.25},
        ]
    }


def test_what_is_stated_stands_in_the_table_of_all_figures_with_its_unit(ours):
    printed = ours.types("report", "--from", YEAR[0], "--to", YEAR[1], "--format", "csv").stdout
    rows = csv.DictReader(io.StringIO(printed.removeprefix("\ufeff")))
    found = {(each["table"], each["line"], each["measure"]): (each["unit"], each["value"]) for each in rows}

    assert found["targets.on_time_rate", "", "target"] == ("fraction of 1", "1.0")
    assert found["contact_demand.contacts", "Letters", "q1"] == ("count", "39")
    assert found["contact_demand.total.in_time_rate", "", "year"][0] == "fraction of 1"
    assert found["customer_base.Age band", "Under 25", "share"] == ("fraction of 1", "0.25")
    assert found["previous.stages.1", "", "received"] == ("count", "1262")
    assert not {measure for _, _, measure in found} & {"status", "stated"}


def test_a_report_that_says_otherwise_does_not_pass(ours):
    document = deepcopy(ours.report_of(*YEAR))
    document["targets"]["on_time_rate"]["status"] = "met"
    document["contact_demand"]["total"]["contacts"]["year"] += 1
    document["customer_base"]["Age band"][0]["share"] = 0.8
    document["previous"]["breakdowns"]["directorate"][0]["stage_1"] += 4

    checked = ours.checked(document)

    assert checked.exit_code == 1
    assert [line.partition(":")[0] for line in checked.stderr.splitlines()] == [
        "targets.on_time_rate.status",
        "contact_demand.contacts.year",
        "contact_demand.contacts.total",
        "customer_base.Age band.25 or more",
        "previous.breakdowns.directorate.stage_1",
    ]
