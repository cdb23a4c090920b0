"""What people said of how we dealt with their complaint, question by question (HP14, ruling 29)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Any

from app.domain.case.survey_states import SATISFIED, Score, Scores
from app.domain.figures.comparing import Fault, same, share, total
from app.domain.figures.shares import rate

OVERALL, *OTHERS = (each.name for each in fields(Scores))
QUESTIONS = (OVERALL, *OTHERS)


@dataclass(frozen=True, slots=True)
class Said:
    """So many who gave an answer to a question; below 0, in the period before."""

    quarter: int
    question: str
    score: str
    count: int


def plain(said: Sequence[Said], overall: Mapping[str, int]) -> dict[str, Any]:
    """Return every question with its answers, None where nobody gave one; the first is also counted of the past."""
    counts = {question: dict.fromkeys((each.value for each in Score), 0) for question in QUESTIONS}
    counts[OVERALL] |= overall
    for each in said:
        if each.question != OVERALL:
            counts[each.question][each.score] += each.count
    return {question: _plain(answers) if any(answers.values()) else None for question, answers in counts.items()}


def _plain(answers: Mapping[str, int]) -> dict[str, Any]:
    satisfied, answered = sum(answers[each.value] for each in SATISFIED), sum(answers.values())
    found = rate(satisfied, answered)
    return {
        "answers": dict(answers),
        "answered": answered,
        "satisfied": satisfied,
        "satisfied_rate": None if found is None else float(found),
    }


def faults(document: Mapping[str, Any]) -> Iterator[Fault]:
    """Yield where the answers of a document do not add up, or are not those that stand elsewhere."""
    for question, of in document["satisfaction_by_question"].items():
        if of is not None:
            where, answers = f"satisfaction_by_question.{question}", of["answers"]
            satisfied = total(answers[each.value] for each in SATISFIED)
            yield from same(f"{where}.answered", of["answered"], total(answers.values()))
            yield from same(f"{where}.satisfied", of["satisfied"], satisfied)
            yield from same(f"{where}.satisfied_rate", of["satisfied_rate"], share(satisfied, of["answered"]))
    overall = document["satisfaction_by_question"][OVERALL] or {"answers": {}}
    for score, count in (document["satisfaction"] or {}).items():
        yield from same(f"satisfaction.{score}", count, overall["answers"].get(score))
