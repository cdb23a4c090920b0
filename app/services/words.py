"""Whether words still are what the record says they were: an event carries their salted hash, never themselves."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from enum import Enum
from typing import Any, NamedTuple

from sqlalchemy.orm import Session

from app.domain.mail.letters import LetterIssued
from app.domain.record import kind_of
from app.domain.said import salted
from app.services.figures.editions import STREAM as EDITION
from app.services.figures.editions import UNSALTED
from app.services.oversight.improvements import STREAM as IMPROVEMENT
from app.store import words
from app.store.figures import editions
from app.store.oversight import improvements
from app.store.record import Written

COMPLAINT = "complaint:"
LETTER_ISSUED = kind_of(LetterIssued)


class Standing(Enum):
    """What has become of some words."""

    HOLDS = "holds"
    ERASED = "erased"  # text and salt are gone, as they should be in time: the hash means nothing any more
    ALTERED = "altered"
    LOST = "lost"


class Named(NamedTuple):
    """Words that an event names: which of the case's texts or letters, and what they must hash to."""

    event: Written
    is_letter: bool
    number: int
    sha256: str


def standings(session: Session, events: Sequence[Written]) -> Iterator[tuple[Written, Standing]]:
    """Yield, for all words that these events name, the event and what has become of the words."""
    named = [each for event in events if event.stream.startswith(COMPLAINT) for each in _named(event)]
    cases = {_case(each.event) for each in named}
    texts = words.texts(session, cases)
    issued = words.letters(session, cases)
    for each in named:
        found = (issued if each.is_letter else texts).get((_case(each.event), each.number))
        yield each.event, _standing(each.sha256, found)
    yield from _of_editions(session, [event for event in events if event.stream.startswith(EDITION)])
    yield from _of_improvements(session, [event for event in events if event.stream.startswith(IMPROVEMENT)])


def _of_editions(session: Session, events: Sequence[Written]) -> Iterator[tuple[Written, Standing]]:
    """Yield the same for editions of the annual report, whose figures are kept as words are."""
    if not events:
        return
    numbers = {_edition(event) for event in events}
    said, counted = editions.all_words(session, numbers), editions.all_documents(session, numbers)
    for event in events:
        for each in _objects(json.loads(event.facts)):
            if each.keys() == {"number", "sha256"}:
                yield event, _standing(each["sha256"], said.get((_edition(event), each["number"])))
            elif "document" in each:
                text = counted.get((_edition(event), each["document"]))
                yield event, _standing(each["sha256"], None if text is None else (text, UNSALTED))


def _of_improvements(session: Session, events: Sequence[Written]) -> Iterator[tuple[Written, Standing]]:
    """Yield the same for the register of improvements."""
    said = improvements.all_words(session, {_improvement(event) for event in events})
    for event in events:
        for each in _objects(json.loads(event.facts)):
            if each.keys() == {"number", "sha256"}:
                yield event, _standing(each["sha256"], said.get((_improvement(event), each["number"])))


def _standing(sha256: str, found: tuple[str | None, bytes | None] | None) -> Standing:
    match found:
        case None:
            return Standing.LOST
        case None, None:
            return Standing.ERASED
        case str(text), bytes(salt) if salted(salt, text) == sha256:
            return Standing.HOLDS
        case _:
            return Standing.ALTERED


def _named(event: Written) -> Iterator[Named]:
    facts = json.loads(event.facts)
    if event.kind == LETTER_ISSUED:
        yield Named(event, True, facts["letter"], facts["sha256"])
    for each in _objects(facts):
        if each.keys() == {"number", "sha256"}:
            yield Named(event, False, each["number"], each["sha256"])


def _objects(facts: Any) -> Iterator[dict[str, Any]]:
    """Every JSON object within, at any depth."""
    within: Iterable[Any] = ()
    if isinstance(facts, dict):
        yield facts
        within = facts.values()
    elif isinstance(facts, list):
        within = facts
    for each in within:
        yield from _objects(each)


def _case(event: Written) -> int:
    return int(event.stream.removeprefix(COMPLAINT))


def _edition(event: Written) -> int:
    return int(event.stream.removeprefix(EDITION))


def _improvement(event: Written) -> int:
    return int(event.stream.removeprefix(IMPROVEMENT))
