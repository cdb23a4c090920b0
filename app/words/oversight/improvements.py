"""Why a rule about the register of improvements says no (9.1–9.3)."""

from __future__ import annotations

from collections.abc import Mapping

from app.domain.oversight.whys import ImprovementWhy
from app.domain.reasons import Reason
from app.words.catalogues import N_

REFUSED: Mapping[Reason, str] = {
    ImprovementWhy.NOTHING_SAID: N_("Write what residents said"),
    ImprovementWhy.NO_SUCH_AREA: N_("Choose a service area from the list"),
    ImprovementWhy.NO_SUCH_THEME: N_("Choose a theme from the list"),
    ImprovementWhy.NO_SUCH_CASES: N_("Check the references: there is no complaint with one of them"),
    ImprovementWhy.NOTHING_DONE: N_("Write what you did before everybody can read it"),
    ImprovementWhy.WITHOUT_DAY: N_("Write when it was done before everybody can read it"),
    ImprovementWhy.DAY_TO_COME: N_("It says that it is done on a day to come: publish it once it is done"),
    ImprovementWhy.NOT_CHECKED: N_("Read it through, and tick that nobody can be recognised in it"),
    ImprovementWhy.PUBLISHED_ALREADY: N_("Everybody can read it already as it stands"),
    ImprovementWhy.NOT_PUBLISHED: N_("Nobody outside can read it now"),
}
