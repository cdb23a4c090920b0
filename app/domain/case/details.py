"""What somebody tells us about their complaint once it is sent: all of it may be left out (ruling 26)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import Enum
from typing import TYPE_CHECKING

from app.domain.clock.hazard_laws import HazardKind
from app.domain.refused import Gap, Refused, Why
from app.domain.said import Said, WordsKind, Write

if TYPE_CHECKING:
    from app.domain.case.state import Complaint


class Question(Enum):
    """What may be told afterwards."""

    TOLD_BEFORE = "told_before"
    EFFECT = "effect"
    TOPIC = "topic"
    HAZARDS = "hazards"


class ToldBefore(Enum):
    """The answer to: have you told us about this before? (ruling 22 asks when)"""

    YES = "yes"
    NO = "no"
    NOT_SURE = "not_sure"


class Effect(Enum):
    """How it has affected somebody."""

    HEALTH = "health"
    CHILDREN = "children"
    MONEY = "money"
    SLEEP = "sleep"
    SAFETY = "safety"
    OTHER = "other"


class Topic(Enum):
    """What it is about, in the resident's plain names; staff choose the service area and theme."""

    REPAIR = "repair"
    DAMP = "damp"
    NEIGHBOURS = "neighbours"
    RENT = "rent"
    TREATMENT = "treatment"
    SHARED_AREAS = "shared_areas"
    MOVING = "moving"
    SOMETHING_ELSE = "something_else"
    NOT_SURE = "not_sure"


CHOICES: Mapping[Question, frozenset[str]] = {
    Question.TOLD_BEFORE: frozenset(each.value for each in ToldBefore),
    Question.EFFECT: frozenset(each.value for each in Effect),
    Question.TOPIC: frozenset(each.value for each in Topic),
    Question.HAZARDS: frozenset(each.value for each in HazardKind),
}


@dataclass(frozen=True, slots=True)
class DetailsAdded:
    """Somebody answered one of these questions: what they chose, and their own words. A later answer replaces it."""

    party: int
    question: Question
    chosen: tuple[str, ...]
    said: Said | None


Event = DetailsAdded


def add(
    complaint: Complaint, party: int, question: Question, chosen: tuple[str, ...], words: str, write: Write
) -> DetailsAdded:
    """Return the event; raises Refused for an answer that says nothing, or a party who is not of the case (5.12)."""
    complaint.party(party)
    known = tuple(each for each in chosen if each in CHOICES[question])
    if not known and not words.strip():
        raise Refused(Gap(Why.NOTHING_SAID, "words"))
    return DetailsAdded(party, question, known, write(WordsKind.REPLY, words) if words.strip() else None)


def apply(complaint: Complaint, event: Event) -> Complaint:
    """Return the complaint after the event."""
    others = tuple(each for each in complaint.details if each.question is not event.question)
    return replace(complaint, details=(*others, event))
