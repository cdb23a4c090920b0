"""Why a rule about a hazard in the home says no (app/words/refused.py says all of them)."""

from __future__ import annotations

from collections.abc import Mapping

from app.domain.clock.whys import HazardWhy
from app.domain.reasons import Reason
from app.words.catalogues import N_

WORDS: Mapping[Reason, str] = {
    HazardWhy.NO_SUCH_HAZARD: N_("There is no such hazard"),
    HazardWhy.HAZARD_WITHOUT_KIND: N_("Choose what is dangerous"),
    HazardWhy.HAZARD_WITHOUT_DAY: N_("Give the day"),
    HazardWhy.HAZARD_KNOWN_SOONER: N_(
        "The complaint told us sooner. If the home has got worse since, choose that it has"
    ),
    HazardWhy.HAZARD_CLOCK_RUNS: N_(
        "The clock runs already and cannot be started again. Give a day earlier than the one it has"
    ),
    HazardWhy.HAZARD_WITHOUT_SEVERITY: N_("Choose how serious it is"),
    HazardWhy.HAZARD_WITHOUT_REASONS: N_("Give the reasons"),
    HazardWhy.HAZARD_NEEDS_SECOND_PERSON: N_(
        "Somebody else must agree to this, not the person who found it less serious"
    ),
    HazardWhy.HAZARD_BEFORE_KNOWN: N_("This cannot have been before the day we first knew of it"),
    HazardWhy.HAZARD_NOT_INVESTIGATED: N_("The investigation must end before the summary is written"),
    HazardWhy.HAZARD_SAFE_WITHOUT_PROOF: N_("Say how we know that it is safe"),
    HazardWhy.SUMMARY_WITHOUT_FINDINGS: N_("Say what was found"),
    HazardWhy.SUMMARY_WITHOUT_ACTION: N_("Say what will be done, or what was"),
    HazardWhy.SUMMARY_WITHOUT_DATE: N_("Say by when it will be done"),
    HazardWhy.SUMMARY_DATE_BEYOND_LIMIT: N_("The law allows no date as late as this"),
    HazardWhy.MOVE_WITHOUT_STEP: N_("Choose which date moves"),
    HazardWhy.DATE_NOT_MOVED: N_("This is the date they have. Give another"),
    HazardWhy.MOVED_BEYOND_LIMIT: N_(
        "The law allows no date as late as this. Give an earlier one, or say that we are late"
    ),
    HazardWhy.LATE_WITHOUT_NEXT: N_("Say what happens now, and when"),
    HazardWhy.ACCESS_WITHOUT_WAY: N_("Choose what was tried"),
}
