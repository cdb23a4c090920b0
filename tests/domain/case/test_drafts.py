"""The order of the questions, and which of them a change of mind asks again (ruling 26)."""

from datetime import UTC, datetime, timedelta

import pytest

from app.domain.case import drafts
from app.domain.case.drafts import Step


def test_danger_is_asked_first_and_what_would_make_it_easier_last():
    road = drafts.road({"whose": "me", "safe": "yes", "ways": ["email", "here"]})

    assert road == (
        Step.DANGER, Step.WHOSE, Step.WORDS, Step.WANTED, Step.NAME, Step.HOME, Step.SAFE, Step.WAYS, Step.FIRST,
        Step.NEEDS,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("answers", "step", "asked"),
    [
        ({"whose": "someone_else"}, Step.SPEAKER, True),
        ({"whose": "group"}, Step.SPEAKER, False),
        ({"whose": "no_name"}, Step.NAME, False),
        ({"safe": "no"}, Step.WAYS, False),
        ({"safe": "no"}, Step.FIRST, False),
        ({"safe": "not_sure"}, Step.WAYS, True),
        ({"ways": ["here"]}, Step.FIRST, False),
    ],
)
def test_an_answer_opens_and_closes_other_questions(answers, step, asked):
    assert (step in drafts.road(answers)) is asked


def test_it_may_be_sent_when_every_question_of_the_road_has_an_answer():
    answers = {"whose": "no_name", "safe": "no"}

    assert drafts.waiting(answers, set(drafts.road(answers))) is None
    assert drafts.waiting(answers, set(drafts.road(answers)) - {Step.HOME}) is Step.HOME


def test_the_question_before_is_the_one_before_on_this_road():
    assert drafts.before(Step.DANGER, {}) is None
    assert drafts.before(Step.HOME, {"whose": "no_name"}) is Step.WANTED


def test_what_is_safe_is_asked_about_again_when_safety_changes():
    answered = {Step.SAFE, Step.WAYS, Step.FIRST}

    changed = drafts.answered_after(
        Step.SAFE, right=True, old={"safe": "yes"}, new={"safe": "some_ways"}, answered=answered
    )
    unchanged = drafts.answered_after(
        Step.SAFE, right=True, old={"safe": "yes"}, new={"safe": "yes"}, answered=answered
    )

    assert changed == {Step.SAFE}
    assert unchanged == answered


def test_an_answer_that_is_not_right_waits():
    left = drafts.answered_after(Step.NAME, right=False, old={}, new={"name": ""}, answered={Step.NAME})

    assert left == set()


def test_a_draft_is_kept_for_thirty_days_after_it_was_last_touched():
    saved = datetime(2026, 11, 23, 12, tzinfo=UTC)

    assert not drafts.is_over(saved, saved + timedelta(days=29, hours=23))
    assert drafts.is_over(saved, saved + timedelta(days=30))
