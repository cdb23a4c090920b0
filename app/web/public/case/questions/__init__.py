"""The questions, by the step of the road that asks each."""

from __future__ import annotations

from collections.abc import Mapping

from app.domain.case.drafts import Step
from app.web.public.case.questions import hazards, home, reaching, story
from app.web.public.case.questions.question import Question

QUESTIONS: Mapping[Step, type[Question]] = {
    form.step: form
    for form in (
        story.DangerQuestion,
        hazards.HazardsQuestion,
        story.WhoseQuestion,
        story.SpeakerQuestion,
        story.WordsQuestion,
        story.WantedQuestion,
        home.NameQuestion,
        home.HomeQuestion,
        reaching.SafeQuestion,
        reaching.WaysQuestion,
        reaching.FirstQuestion,
        reaching.NeedsQuestion,
    )
}
