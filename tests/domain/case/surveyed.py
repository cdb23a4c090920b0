"""A complaint that was answered with nothing left to do, and what may be said of how we did, in a line each."""

from __future__ import annotations

from datetime import date

from app.domain.case import responses, surveys
from app.domain.case.survey_states import Score, Scores, SurveyHow
from app.domain.clock.profiles import Stage
from app.domain.mail.notices import Notice
from app.domain.people.parties import PreferencesSet
from app.domain.people.preferences import Preferences, Way
from tests.domain.case.histories import Life, acknowledged, an_answer, deed, received

ANSWERED = date(2026, 12, 1)
DUE = date(2026, 12, 15)
"""Ten working days after the answer went."""
SCORES = Scores(Score.FAIRLY_SATISFIED, Score.VERY_SATISFIED, None, Score.VERY_DISSATISFIED)


def answered(preferences: Preferences | None = None, life: Life | None = None) -> Life:
    """Answered and posted on Tuesday 1 December; then they said how they may be reached."""
    life, by = life or received(), deed(ANSWERED)
    acknowledged(life)
    draft = an_answer(life.complaint)
    life.happen(by, responses.issue(life.complaint, draft, terms=life.terms, deed=by, write=life.write))
    life.send(life.issue(by, Notice.ANSWER, Stage.ONE), by)
    if preferences is not None:
        life.happen(by, PreferencesSet(1, preferences))
    return life


def ask(life: Life, on: date = DUE, reachable: frozenset[Way] = frozenset(Way), after: int = 10):
    return surveys.ask(life.complaint, 1, reachable, after, terms=life.terms, deed=deed(on, "clock"))


def asked(life: Life | None = None, on: date = DUE) -> Life:
    life = life or answered()
    event = ask(life, on)
    assert event is not None
    life.happen(deed(on, "clock"), event)
    return life


def told(life: Life, on: date, scores: Scores = SCORES, words: str = "", party: int = 1) -> surveys.SurveyAnswered:
    by = deed(on, "party:1.1")
    event = surveys.answer(life.complaint, party, scores, words, how=SurveyHow.PAGE, deed=by, write=life.write)
    life.happen(by, event)
    return event
