"""The questions of how we did: the resident's own page and the staff's, for a call, ask the same ones (R30)."""

from __future__ import annotations

from typing import NamedTuple

from flask_babel import lazy_gettext as _l
from wtforms import RadioField
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # types-WTForms is older
from wtforms.validators import Optional

from app.domain.case.survey_states import Score, Scores
from app.web.answers import words_field
from app.web.forms import Form
from app.web.languages import language
from app.words.case.surveys import QUESTIONS
from app.words.say import say

SKIPPED = ""


class Said(NamedTuple):
    """One answer, said."""

    question: str
    answer: str


class SurveyForm(Form):
    """Four questions and a box, each of which may be skipped, or taken back later."""

    overall = RadioField(_l(QUESTIONS["overall"]), [Optional()])
    easy = RadioField(_l(QUESTIONS["easy"]), [Optional()])
    informed = RadioField(_l(QUESTIONS["informed"]), [Optional()])
    outcome = RadioField(_l(QUESTIONS["outcome"]), [Optional()])
    words = words_field(_l("Is there anything else you want to say?"), description=_l("You can leave this empty."))

    def __init__(self, scores: Scores | None = None, words: str = "") -> None:
        given = {name: score.value for name in QUESTIONS if (score := getattr(scores or Scores(), name))}
        super().__init__(data={**given, "words": words})
        choices = [SelectChoice(score.value, say(score, language())) for score in Score]
        for field in self.asked():
            field.choices = [*choices, SelectChoice(SKIPPED, _l("I would rather not say"))]

    def asked(self) -> list[RadioField]:
        """Return the questions in their order."""
        return [self.overall, self.easy, self.informed, self.outcome]

    def scores(self) -> Scores:
        """Return what was answered."""
        return Scores(**{name: _score(self[name].data) for name in QUESTIONS})


def said(scores: Scores | None) -> list[Said]:
    """Return each question with what was answered to it."""
    answers = [(field.label.text, getattr(scores or Scores(), field.name)) for field in SurveyForm().asked()]
    return [Said(question, say(score, language()) if score else str(_l("Not answered"))) for question, score in answers]


def _score(data: str | None) -> Score | None:
    return next((score for score in Score if score.value == data), None)
