"""A complaint while it is being told: the order of the questions, and which of them still wait (ruling 26)."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import datetime, timedelta
from enum import Enum, IntEnum

from app.domain.case.vocabulary import Danger, ForWhom
from app.domain.people.preferences import Safe, Way

Answers = Mapping[str, str | list[str]]
"""What was typed and ticked, by the question's name: as it stands in the form, right or wrong."""

KEPT_FOR = timedelta(days=30)


class Step(IntEnum):
    """The questions. The number is all that an address says of one; kept drafts hold it, so it never changes."""

    DANGER = 1
    WHOSE = 2
    SPEAKER = 3
    WORDS = 4
    WANTED = 5
    NAME = 6
    HOME = 7
    SAFE = 8
    WAYS = 9
    FIRST = 10
    NEEDS = 11
    HAZARDS = 12


ORDER = (Step.DANGER, Step.HAZARDS, *(step for step in Step if Step.DANGER < step < Step.HAZARDS))
"""The questions in the order they are asked."""
ASKED_WHAT = frozenset({Danger.NOW.value, Danger.SOON.value, Danger.NOT_SURE.value})
"""Answers after which it is asked what could hurt somebody (ruling 22)."""


class Whose(Enum):
    """The answer to: who is it for? Not wanting to give a name is a road of its own."""

    ME = "me"
    SOMEONE_ELSE = "someone_else"
    GROUP = "group"
    NO_NAME = "no_name"


FOR_WHOM: Mapping[Whose, ForWhom] = {
    Whose.ME: ForWhom.ME,
    Whose.SOMEONE_ELSE: ForWhom.SOMEONE_ELSE,
    Whose.GROUP: ForWhom.GROUP,
    Whose.NO_NAME: ForWhom.ME,
}

LOOK_AGAIN: Mapping[Step, frozenset[Step]] = {
    Step.WHOSE: frozenset({Step.HOME, Step.WAYS, Step.NEEDS}),
    Step.HOME: frozenset({Step.WAYS}),
    Step.SAFE: frozenset({Step.WAYS, Step.FIRST}),
    Step.WAYS: frozenset({Step.FIRST}),
}
"""Answers that another answer may have made wrong: they are kept, and asked about once more."""


def road(answers: Answers) -> tuple[Step, ...]:
    """Return the questions that these answers leave to be asked, in order (rulings 2, 6 and 26)."""
    skipped = set() if answers.get("danger") in ASKED_WHAT else {Step.HAZARDS}
    if answers.get("whose") != Whose.SOMEONE_ELSE.value:
        skipped.add(Step.SPEAKER)
    if answers.get("whose") == Whose.NO_NAME.value:
        skipped.add(Step.NAME)
    if answers.get("safe") == Safe.NO.value:
        skipped |= {Step.WAYS, Step.FIRST}
    if answers.get("ways") == [Way.HERE.value]:
        skipped.add(Step.FIRST)
    return tuple(step for step in ORDER if step not in skipped)


def waiting(answers: Answers, answered: Collection[Step]) -> Step | None:
    """Return the first question of the road without an answer, None when it may be sent."""
    return next((step for step in road(answers) if step not in answered), None)


def before(step: Step, answers: Answers) -> Step | None:
    """Return the question before this one on the road, None for the first."""
    earlier = [each for each in road(answers) if ORDER.index(each) < ORDER.index(step)]
    return earlier[-1] if earlier else None


def to_send(answers: Answers) -> Answers:
    """Return the answers without what was said of a danger that was taken back: the rest is read by what it is of."""
    left_out = () if Step.HAZARDS in road(answers) else ("hazards", "first_told")
    return {name: said for name, said in answers.items() if name not in left_out}


def answered_after(
    step: Step, *, right: bool, old: Answers, new: Answers, answered: Collection[Step]
) -> frozenset[Step]:
    """Return the questions that have an answer once `step` was answered, rightly or not."""
    left = frozenset(answered) - {step}
    if any(old.get(name) != value for name, value in new.items()):
        left -= LOOK_AGAIN.get(step, frozenset())
    return left | {step} if right else left


def is_over(saved_at: datetime, at: datetime) -> bool:
    """Return whether a draft has been left alone for 30 days."""
    return at >= saved_at + KEPT_FOR
