"""How far a file of the past is, and what its first lines say, as its page tells it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from app.domain.case.kinds import Kind
from app.domain.case.survey_states import Score
from app.domain.figures.columns import DAYS
from app.domain.figures.filing import Outcome
from app.domain.figures.past_uploads import Step
from app.words.catalogues import N_, catalogue
from app.words.dates import in_full
from app.words.money import pounds
from app.words.say import say, say_each

STEPS = {
    Step.CHECKING: N_("Being checked"),
    Step.CHECKED: N_("Checked: waiting for your yes"),
    Step.UNREADABLE: N_("Cannot be brought in"),
    Step.BRINGING: N_("Being brought in"),
    Step.DONE: N_("Brought in"),
    Step.GIVEN_UP: N_("Given up"),
}
LISTS = {
    "channels": N_("Channels"),
    "service_areas": N_("Service areas"),
    "themes": N_("Themes"),
    "directorates": N_("Directorates"),
    "neighbourhoods": N_("Neighbourhoods"),
    "tenures": N_("Tenures"),
    "contractors": N_("Contractors"),
    "root_causes": N_("Root causes"),
    "escalation_reasons": N_("Reasons for Stage 2"),
    "refusal_reasons": N_("Earlier reasons for not accepting"),
    "staff": N_("People who worked here"),
}
"""What may be made for a file, by the list it goes on."""
MORE = N_("%(names)s and %(count)s more")
SAID: Mapping[str, Callable[[str, str], str]] = {
    "kind": lambda text, language: say(Kind(text), language),
    "stage_1_outcome": lambda text, language: say(Outcome(text), language),
    "stage_2_outcome": lambda text, language: say(Outcome(text), language),
    "satisfaction": lambda text, language: say(Score(text), language),
    "compensation": lambda text, language: pounds(int(text), language),
}

say_each(STEPS)


def list_called(of: str, language: str) -> str:
    """Return what one of the landlord's lists is called."""
    return catalogue(language).gettext(LISTS[of])


def some_names(names: list[str], count: int, language: str) -> str:
    """Return the first names of a list, and how many more there are."""
    said = ", ".join(names)
    more = catalogue(language).gettext(MORE) % {"names": said, "count": count - len(names)}
    return more if count > len(names) else said


def cell_said(column: str, text: str, language: str) -> str:
    """Return a cell as it was understood: a day as a day, a sum as a sum."""
    if column in DAYS:
        return in_full(date.fromisoformat(text), language)
    return SAID[column](text, language) if column in SAID else text
