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
COLUMNS = {
    "reference": N_("Reference"),
    "kind": N_("What it was"),
    "received_on": N_("Received on"),
    "channel": N_("How it reached us"),
    "service_area": N_("Service area"),
    "theme": N_("Theme"),
    "other_themes": N_("Other themes"),
    "directorate": N_("Directorate"),
    "neighbourhood": N_("Neighbourhood"),
    "tenure": N_("Tenure"),
    "complainant": N_("Who complained, by a mark"),
    "stage_1_acknowledged_on": N_("Stage 1: acknowledged on"),
    "stage_1_extended_to": N_("Stage 1: more time until"),
    "stage_1_extension_told_on": N_("Stage 1: told of more time on"),
    "stage_1_responded_on": N_("Stage 1: answered on"),
    "stage_1_outcome": N_("Stage 1: what was decided"),
    "refusal_reason": N_("Why it was not accepted"),
    "stage_2_requested_on": N_("Stage 2: asked for on"),
    "stage_2_acknowledged_on": N_("Stage 2: acknowledged on"),
    "stage_2_extended_to": N_("Stage 2: more time until"),
    "stage_2_extension_told_on": N_("Stage 2: told of more time on"),
    "stage_2_responded_on": N_("Stage 2: answered on"),
    "stage_2_outcome": N_("Stage 2: what was decided"),
    "escalation_reason": N_("Reason for Stage 2"),
    "root_cause": N_("Root cause"),
    "handler": N_("Who dealt with it"),
    "contractor": N_("Contractor"),
    "satisfaction": N_("How satisfied they were"),
    "compensation": N_("Money accepted or paid"),
    "closed_on": N_("Closed on"),
}
"""What stands in each column of a file, said where it is shown as we understand it."""
MORE = N_("%(names)s and %(count)s more")
SAID: Mapping[str, Callable[[str, str], str]] = {
    "kind": lambda text, language: say(Kind(text), language),
    "stage_1_outcome": lambda text, language: say(Outcome(text), language),
    "stage_2_outcome": lambda text, language: say(Outcome(text), language),
    "satisfaction": lambda text, language: say(Score(text), language),
    "compensation": lambda text, language: pounds(int(text), language),
}

say_each(STEPS)


def column_called(column: str, language: str) -> str:
    """Return what stands in a column of a file."""
    return catalogue(language).gettext(COLUMNS[column])


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
