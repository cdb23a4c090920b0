"""What a resident told us once it was sent, as the staff read it (R4, R6, R8)."""

from __future__ import annotations

from app.domain.case.details import CHOICES, DetailsAdded, Effect, Question, ToldBefore, Topic
from app.domain.clock.hazard_laws import HazardKind
from app.words.catalogues import N_
from app.words.say import say, say_each

QUESTIONS = {
    Question.TOLD_BEFORE: N_("Told us before"),
    Question.EFFECT: N_("How it affects them"),
    Question.TOPIC: N_("What it is about"),
    Question.HAZARDS: N_("What is dangerous, and since when"),
}
TOLD_BEFORE = {
    ToldBefore.YES: N_("Yes"),
    ToldBefore.NO: N_("No"),
    ToldBefore.NOT_SURE: N_("Not sure"),
}
EFFECTS = {
    Effect.HEALTH: N_("Health"),
    Effect.CHILDREN: N_("Children"),
    Effect.MONEY: N_("Money"),
    Effect.SLEEP: N_("Sleep"),
    Effect.SAFETY: N_("Feeling safe"),
    Effect.OTHER: N_("Something else"),
}
TOPICS = {
    Topic.REPAIR: N_("A repair that was not done, or not done well"),
    Topic.DAMP: N_("Damp or mould"),
    Topic.NEIGHBOURS: N_("Neighbours, or feeling safe"),
    Topic.RENT: N_("Rent or service charges"),
    Topic.TREATMENT: N_("How staff or contractors treated them"),
    Topic.SHARED_AREAS: N_("Cleaning and shared areas"),
    Topic.MOVING: N_("Moving or letting"),
    Topic.SOMETHING_ELSE: N_("Something else"),
    Topic.NOT_SURE: N_("Not sure"),
}
KINDS = {Question.TOLD_BEFORE: ToldBefore, Question.EFFECT: Effect, Question.TOPIC: Topic, Question.HAZARDS: HazardKind}

say_each(QUESTIONS)
say_each(TOLD_BEFORE)
say_each(EFFECTS)
say_each(TOPICS)


def chosen(told: DetailsAdded, language: str) -> list[str]:
    """Return what was chosen; of a choice that we no longer offer there is nothing to say."""
    kind = KINDS[told.question]
    return [say(kind(each), language) for each in told.chosen if each in CHOICES[told.question]]
