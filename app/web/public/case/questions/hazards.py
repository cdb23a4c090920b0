"""What could hurt somebody, once it was said that something could: only what a law speaks of today (ruling 22)."""

from __future__ import annotations

from typing import Any

from flask_babel import gettext
from flask_babel import lazy_gettext as _l
from wtforms import SelectMultipleField
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]
from wtforms.validators import ValidationError

from app.domain.case.drafts import Answers, Step
from app.domain.clock.hazard_laws import HazardKind
from app.domain.deed import london_day
from app.now import now
from app.services.clock import hazards
from app.web import landlord
from app.web.fields import DayField
from app.web.languages import language
from app.web.public.case.questions.question import Question
from app.words.dates import in_full

NONE = "none"
PLAIN = {
    HazardKind.DAMP_OR_MOULD: _l("Damp or mould"),
    HazardKind.COLD_OR_HEAT: _l("Too cold or too hot"),
    HazardKind.FALLS: _l("Somebody could fall"),
    HazardKind.COLLAPSE: _l("A ceiling or a wall may come down"),
    HazardKind.FIRE_GAS_ELECTRIC: _l("Fire, gas or electric danger"),
    HazardKind.HYGIENE: _l("No safe toilet, water or place to cook"),
    HazardKind.OTHER: _l("Another danger"),
}


def choices(kinds: tuple[HazardKind, ...]) -> list[SelectChoice]:
    """Return the dangers to choose from, in plain words."""
    return [SelectChoice(kind.value, PLAIN[kind]) for kind in kinds]


def asked() -> list[SelectChoice]:
    """Return what is asked about today, and that it is none of it."""
    kinds = hazards.asked_about(landlord.current().profile, london_day(now()))
    return [*choices(kinds), SelectChoice(NONE, _l("None of these"))]


class NotToCome:
    """A day that is not still to come."""

    def __call__(self, form: Any, field: Any) -> None:
        if field.data is not None and field.data > london_day(now()):
            raise ValidationError(_l("The day must be today or in the past"))


class HazardsQuestion(Question):
    step, page = Step.HAZARDS, "public/questions/hazards.html"

    hazards = SelectMultipleField(
        _l("What could hurt somebody?"),
        choices=(),
        description=_l("Choose all that are so in the home. If you are not sure, leave it empty."),
    )
    first_told = DayField(
        _l("When did you first tell us about it?"),
        [NotToCome()],
        called=_l("The day you first told us"),
        description=_l("Leave this empty if this is the first time, or if you do not know. For example, 27 3 2026"),
    )

    def know(self, answers: Answers) -> None:
        self.hazards.choices = asked()

    def rows(self) -> list[dict[str, Any]]:
        first, *_ = super().rows()
        if self.first_told.data is None:
            return [first]
        return [first, {"key": gettext("You first told us"), "value": in_full(self.first_told.data, language())}]
