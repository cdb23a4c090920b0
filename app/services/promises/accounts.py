"""All that happened to one promise, for the page it has: to its resident, or to staff with their notes (R20, S11)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from app.domain.promises.endings import PromiseEnded
from app.domain.promises.ledger import PromiseState
from app.domain.promises.promises import PromiseGiven, PromiseMade, PromiseMoved
from app.domain.promises.verdicts import PromiseJudged
from app.domain.said import Said
from app.services.case import pages, projections, timelines
from app.services.case.pages import CasePage
from app.services.case.timelines import Tell
from app.services.people.sessions import Mine
from app.store.case import wordings
from app.store.landlord import staff
from app.store.record import Written
from app.words.case.events import to_resident

THEIRS = (PromiseMoved, PromiseJudged, PromiseEnded)
"""Whose words were written to the resident, or by them; what else was noted is the staff's."""


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that happened to a promise, and the words that go with it."""

    on: date
    text: str
    words: str


@dataclass(frozen=True, slots=True)
class Account:
    """A promise as its resident sees it, within their case."""

    page: CasePage
    promise: PromiseState
    steps: tuple[Step, ...]


def find(session: Session, mine: Mine, number: int, today: date, language: str) -> Account | None:
    """Return a promise of the case that a resident has open; None where there is none, or none they may read yet."""
    case = pages.opened(session, mine)
    page = pages.page_of(session, case, today)
    promise = next((each for each in page.promises if each.number == number), None)
    if promise is None:
        return None
    steps = of_promise(case.written, number, to_resident, staff.names(session), language, only=THEIRS)
    texts = wordings.some(session, mine.case_id, [said.number for _, said in steps if said])
    return Account(page, promise, tuple(with_words(steps, texts)))


def of_promise(
    written: Sequence[Written],
    number: int,
    tell: Tell,
    names: Mapping[int, str],
    language: str,
    *,
    only: tuple[type, ...] = (object,),
) -> list[tuple[timelines.Line, Said | None]]:
    """Return what happened to a promise, oldest first, and with each where its words are: of `only` these events."""
    mine = {
        each.position: each for each in written if getattr(projections.recorded(each).event, "promise", 0) == number
    }
    lines = timelines.lines(mine.values(), tell, names, language, timelines.known(written))
    return [(line, _said(mine[line.position], only)) for line in lines]


def with_words(steps: Sequence[tuple[timelines.Line, Said | None]], texts: Mapping[int, str]) -> list[Step]:
    """Return the steps with those of their words that the reader may see, which `texts` holds."""
    return [Step(line.on, line.text, texts.get(said.number, "") if said else "") for line, said in steps]


def _said(written: Written, only: tuple[type, ...]) -> Said | None:
    """Return the words of an event; those of the promise itself stand above them all."""
    event = projections.recorded(written).event
    if isinstance(event, PromiseMade | PromiseGiven) or not isinstance(event, only):
        return None
    said: Said | None = getattr(event, "said", None) or getattr(event, "proof", None)
    return said
