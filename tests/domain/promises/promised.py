"""A complaint that was answered with one promise, the answer gone; and what may become of it, in a line each."""

from __future__ import annotations

from datetime import date, timedelta

from app.domain.case import responses
from app.domain.case.findings import PromiseDraft
from app.domain.clock.profiles import Stage
from app.domain.deed import Deed
from app.domain.mail.notices import Notice
from app.domain.promises import endings, promises, verdicts
from app.domain.promises.ledger import Approach, Ending, Look, PromiseState, Verdict
from tests.domain.case.histories import Life, acknowledged, an_answer, deed

ANSWERED = date(2026, 12, 1)
DUE = date(2026, 12, 14)
LATE = date(2026, 12, 15)
CONTRACTORS = {"acme"}


def a_promise(*, due: date = DUE) -> Life:
    """One promise to mend the boiler, by Monday 14 December; its owner is staff 1."""
    life, answered = acknowledged(), deed(ANSWERED)
    draft = an_answer(life.complaint, PromiseDraft("Mend the boiler", 1, due))
    issued = responses.issue(life.complaint, draft, terms=life.terms, deed=answered, write=life.write)
    life.happen(answered, issued, *promises.make(life.complaint, draft.promises, issued.letter, life.write))
    life.send(life.issue(answered, Notice.ANSWER, Stage.ONE), answered)
    return life


def promise(life: Life) -> PromiseState:
    return life.complaint.promise(1)


def done(life: Life, on: date) -> None:
    by = deed(on)
    life.happen(by, promises.finish(life.complaint, 1, on, "Photograph 3", deed=by, write=life.write))


def moved(life: Life, new: date, on: date) -> None:
    by = deed(on)
    life.happen(by, promises.move(life.complaint, 1, new, "The part is late", deed=by, write=life.write))


def judged(life: Life, verdict: Verdict, on: date, words: str = "It is still cold") -> verdicts.PromiseJudged:
    by = resident(on)
    event = verdicts.judge(life.complaint, 1, 1, verdict, words, terms=life.terms, deed=by, write=life.write)
    life.happen(by, event)
    return event


def asked(life: Life, on: date) -> tuple[verdicts.PromiseAskedAbout, ...]:
    by = deed(on, "clock")
    events = verdicts.ask(life.complaint, deed=by)
    life.happen(by, *events)
    return events


def looked_into(life: Life, look: Look, on: date) -> None:
    by = deed(on)
    life.happen(by, verdicts.look_into(life.complaint, 1, look, on, "Saw it", deed=by, write=life.write))


def tried(life: Life, by: Approach, on: date) -> None:
    doing = deed(on)
    life.happen(doing, endings.try_access(life.complaint, 1, by, on, "Nobody in", deed=doing, write=life.write))


def ended(life: Life, how: Ending | None, on: date, *, resident_said: bool = False, words: str = "Why") -> None:
    by = deed(on)
    event = endings.end(life.complaint, 1, how, on, words, resident_said=resident_said, deed=by, write=life.write)
    life.happen(by, event)


def resident(on: date) -> Deed:
    return deed(on, "party:1.1")


def after(day: date, days: int) -> date:
    return day + timedelta(days=days)
