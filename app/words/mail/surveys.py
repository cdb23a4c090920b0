"""How did we do? The question by e-mail: always with how to complain, and that nothing hangs on the answer (1.6)."""

from __future__ import annotations

from collections.abc import Iterator

from app.domain.case.surveys import SurveyAsked
from app.words.case.surveys import HOW_TO_COMPLAIN, NOT_HAPPY, NOTHING_CHANGES
from app.words.catalogues import N_, catalogue
from app.words.mail import closings, openings
from app.words.mail.blocks import Block, heading, paragraph
from app.words.mail.letters import Matter

QUESTION = N_("We would like to know how we did. There are four questions. You can skip any of them.")
ON_YOUR_PAGE = N_("They are on your page. Come back with your code, and look under: waiting for you.")
RING = N_("You can ring us instead, and we write down what you say.")


def survey(matter: Matter) -> Iterator[Block]:
    """The letter that asks."""
    if not isinstance(matter.event, SurveyAsked):
        return
    _ = catalogue(matter.language).gettext
    yield from openings.dear(matter)
    yield paragraph(_(QUESTION))
    yield paragraph(_(ON_YOUR_PAGE))
    yield paragraph(_(RING))
    yield paragraph(_(NOTHING_CHANGES))
    yield heading(_(NOT_HAPPY))
    yield paragraph(_(HOW_TO_COMPLAIN))
    yield from closings.contact(matter)
    yield from closings.ombudsman(matter)
