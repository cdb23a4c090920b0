"""One question of the road: a form, its page, and how its answer reads before sending."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, ClassVar

from wtforms import Field

from app.domain.case.drafts import Answers, Step
from app.web.answers import labels
from app.web.forms import Form


class Question(Form):
    """A page that asks one thing. Each answer is kept by the name of its field, right or wrong."""

    step: ClassVar[Step]
    page: ClassVar[str]
    fragment: ClassVar[str | None] = None

    def know(self, answers: Answers) -> None:
        """Take into account what was answered before."""

    def news(self) -> str:
        """What somebody who cannot see it is told when a part of the page was exchanged."""
        return ""

    @property
    def questions(self) -> Iterable[Field]:
        """The fields that hold answers."""
        return [field for field in self if field.name != "csrf_token"]

    def answers(self) -> dict[str, str | list[str]]:
        """Return what was typed and ticked, as a draft keeps it."""
        return {field.name: _kept(field.data) for field in self.questions}

    def rows(self) -> list[dict[str, Any]]:
        """Return each question with its answer, for the last look; of those left empty only the first."""
        first, *others = ({"key": str(field.label.text), "value": labels(field)} for field in self.questions)
        return [first, *(row for row in others if row["value"])]


def _kept(data: object) -> str | list[str]:
    return [str(each) for each in data] if isinstance(data, list) else str(data or "")
