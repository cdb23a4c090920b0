"""Procedures as dated data: two nations, and nothing about the first is hard-wired."""

from datetime import date

import pytest

from app.domain.clock.profiles import (
    ENGLAND_2024,
    PROFILES,
    SCOTLAND_2021,
    Finding,
    Nation,
    RespondFrom,
    Stage,
    UnknownProfile,
    default_profile,
    profile,
)


def test_the_code_gives_five_working_days_to_acknowledge_at_either_stage():
    assert [times.acknowledge_within for times in ENGLAND_2024.stages.values()] == [5, 5]


def test_the_code_gives_ten_and_twenty_working_days_from_acknowledgement():
    times = ENGLAND_2024.stages

    assert (times[Stage.ONE].respond_within, times[Stage.TWO].respond_within) == (10, 20)
    assert {each.respond_from for each in times.values()} == {RespondFrom.ACKNOWLEDGEMENT}


def test_the_code_lets_an_answer_take_ten_and_twenty_working_days_more():
    assert [times.extend_by_at_most for times in ENGLAND_2024.stages.values()] == [10, 20]


def test_scotland_counts_both_stages_from_receipt():
    first, second = SCOTLAND_2021.stages[Stage.ONE], SCOTLAND_2021.stages[Stage.TWO]

    assert {first.respond_from, second.respond_from} == {RespondFrom.RECEIPT}
    assert (first.acknowledge_within, first.respond_within, first.extend_by_at_most) == (None, 5, 5)
    assert (second.acknowledge_within, second.respond_within, second.extend_by_at_most) == (3, 20, None)


def test_only_scotland_may_start_at_stage_2_and_find_a_point_resolved():
    assert not ENGLAND_2024.stages[Stage.TWO].may_start_here
    assert SCOTLAND_2021.stages[Stage.TWO].may_start_here
    assert Finding.RESOLVED not in ENGLAND_2024.findings
    assert Finding.RESOLVED in SCOTLAND_2021.findings


def test_only_scotland_limits_the_time_to_ask_for_stage_2():
    limit = SCOTLAND_2021.stage_2_limit

    assert ENGLAND_2024.stage_2_limit is None
    assert limit is not None
    assert (limit.months_after_event, limit.months_after_answer) == (6, 2)


@pytest.mark.parametrize("each", PROFILES.values(), ids=lambda each: each.name)
def test_every_procedure_has_both_stages_and_can_start(each):
    assert set(each.stages) == set(Stage)
    assert each.stages[Stage.ONE].may_start_here
    assert profile(each.name) is each


@pytest.mark.parametrize("each", PROFILES.values(), ids=lambda each: each.name)
def test_every_ombudsman_can_be_reached(each):
    ombudsman = each.ombudsman

    assert ombudsman.phone
    assert ombudsman.complaint_form.startswith("https://")
    assert ombudsman.post
    assert ombudsman.months_after_final_answer == 12


def test_the_day_chooses_only_the_default():
    assert default_profile(Nation.ENGLAND, date(2024, 4, 1)) is ENGLAND_2024
    assert default_profile(Nation.SCOTLAND, date(2026, 11, 23)) is SCOTLAND_2021


def test_there_is_no_default_before_the_first_procedure():
    with pytest.raises(UnknownProfile):
        default_profile(Nation.ENGLAND, date(2024, 3, 31))


def test_a_profile_nobody_wrote_is_refused():
    with pytest.raises(UnknownProfile):
        profile("england-2022")
