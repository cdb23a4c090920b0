"""flask clock: the dates for people and for checking, and one sentence for every mistake."""

import json

import pytest
from flask import Flask

from app.cli.clock import clock
from app.db import Database
from app.now import by_the_system_clock

ENGLAND = ("--profile", "england-2024", "--stage", "1")
SCOTLAND = ("--profile", "scotland-2021", "--stage", "2")
KEYS = {
    "acknowledge_by",
    "respond_by",
    "respond_by_as_if_on_time",
    "latest_with_extension",
    "standing",
    "explanation",
}


@pytest.fixture(scope="module")
def runner(tmp_path_factory):
    app = Flask(__name__)
    database = Database(f"sqlite:///{tmp_path_factory.mktemp('empty') / 'empty.sqlite'}")
    app.extensions.update(database=database, clock=by_the_system_clock)
    yield app.test_cli_runner()
    database.close()


@pytest.fixture
def ask(runner):
    return lambda *arguments: runner.invoke(clock, arguments)


def test_json_has_the_dates_and_says_why(ask):
    result = ask(*ENGLAND, "--received", "2026-12-24", "--acknowledged", "2026-12-29", "--json")

    answer = json.loads(result.output)
    assert result.exit_code == 0
    assert set(answer) == KEYS
    assert answer["acknowledge_by"] == "2027-01-05"
    assert answer["respond_by"] == answer["respond_by_as_if_on_time"] == "2027-01-13"
    assert answer["latest_with_extension"] == "2027-01-27"
    assert answer["standing"] == "acknowledged in time"
    assert "acknowledged Tue 29 Dec; 10 working days; 1 Jan does not count; due Wed 13 Jan" in answer["explanation"]


def test_without_an_acknowledgement_the_standing_says_what_it_counts_from(ask):
    result = ask(*ENGLAND, "--received", "2026-12-24", "--json")

    answer = json.loads(result.output)
    assert answer["respond_by"] == "2027-01-19"
    assert "counted from the last day to acknowledge" in answer["standing"]


def test_a_late_acknowledgement_has_a_target_of_its_own(ask):
    result = ask(*ENGLAND, "--received", "2026-11-23", "--acknowledged", "2026-12-04", "--json")

    answer = json.loads(result.output)
    assert (answer["respond_by"], answer["respond_by_as_if_on_time"]) == ("2026-12-18", "2026-12-14")


def test_a_date_without_a_limit_is_null(ask):
    result = ask(*SCOTLAND, "--received", "2026-12-24", "--json")

    assert json.loads(result.output)["latest_with_extension"] is None


def test_people_read_dates_in_words(ask):
    result = ask(*ENGLAND, "--received", "2026-11-23", "--as-of", "2026-12-01")

    assert "Mon 30 Nov 2026" in result.output
    assert "acknowledgement late" in result.output


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        (["--received", "2026-02-30"], "not a date"),
        (["--received", "yesterday"], "not a date"),
        (["--received", "1626-11-23"], "1626"),
        (["--received", "2999-11-23"], "2999"),
        (["--received", "2026-11-23", "--acknowledged", "2026-11-20"], "earlier than the day of receipt"),
        (["--received", "2026-11-23", "--extended-to", "2026-12-30"], "both the new date and the day"),
        (["--received", "2026-11-23", "--stage", "3"], "--stage"),
        (["--received", "2026-11-23", "--profile", "england-2022"], "--profile"),
        ([], "--received"),
    ],
)
def test_a_mistake_is_answered_in_one_sentence(ask, wrong, says):
    result = ask(*ENGLAND, *wrong)

    assert result.exit_code == 2
    assert says in result.output
    assert result.output.startswith("Error: ")
    assert result.output.count("\n") == 1


def hazard(ask, *arguments):
    return ask("hazard", *arguments)


@pytest.mark.parametrize(
    ("aware", "ended", "dates"),
    [
        ("2026-11-30", "2026-12-10", ("2026-12-14", "2026-12-15", "2026-12-17", "2027-03-04")),
        ("2026-12-21", "2027-01-04", ("2027-01-07", "2027-01-07", "2027-01-11", "2027-03-29")),
    ],
)
def test_a_significant_hazard_has_its_dates_and_says_why(ask, aware, ended, dates):
    result = hazard(ask, "--aware", aware, "--kind", "significant", "--investigated", ended, "--json")

    answer = json.loads(result.output)
    found = tuple(answer[name] for name in ("investigate_by", "summary_by", "safe_by", "works_at_the_latest"))
    assert (found, answer["safe_at"]) == (dates, None)
    assert "84 days, each of them counts" in answer["explanation"]


def test_an_emergency_is_counted_in_real_hours_from_london_s_time(ask):
    result = hazard(ask, "--aware", "2027-03-27T12:00", "--kind", "emergency", "--json")

    assert json.loads(result.output)["safe_at"] == "2027-03-28T13:00:00+01:00"
    assert "24 hours" in hazard(ask, "--aware", "2026-12-24T17:30", "--kind", "emergency").output


def test_a_hazard_in_scotland_has_no_day_to_be_safe_by(ask):
    result = hazard(
        ask, "--law", "scotland-damp", "--aware", "2026-11-25", "--kind", "significant",
        "--investigated", "2026-11-27",
    )  # fmt: skip

    assert "safe by                   none" in result.output
    assert "Thu 10 Dec 2026" in result.output


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        (["--aware", "today", "--kind", "significant"], "neither a date like"),
        (["--aware", "2026-11-30", "--kind", "neither"], "--kind"),
        (["--aware", "2026-11-30", "--kind", "significant", "--investigated", "2026-11-29"], "first knew"),
        (["--kind", "significant"], "--aware"),
        (["--aware", "2999-11-30", "--kind", "significant"], "2999"),
    ],
)
def test_a_mistake_about_a_hazard_is_answered_in_one_sentence(ask, wrong, says):
    result = hazard(ask, *wrong)

    assert (result.exit_code, result.output.count("\n")) == (2, 1)
    assert says in result.output
