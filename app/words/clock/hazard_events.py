"""What happens about a danger in the home, a line an event (app/words/case/events.py says them)."""

from __future__ import annotations

from collections.abc import Mapping

from app.domain.clock import hazard_lateness, hazard_moves, hazard_steps, hazards
from app.words.catalogues import N_

RESIDENT: Mapping[type, str] = {
    hazards.HazardRaised: N_("We wrote down a danger in the home: %(kinds)s."),
    hazards.HazardKnownEarlier: N_("We first knew of the danger on %(on)s. Our dates count from then."),
    hazards.HazardAssessed: N_("We decided how serious the danger in the home is: %(severity)s."),
    hazard_steps.HazardInvestigated: N_("We looked at the danger in the home."),
    hazard_steps.HazardSummaryWritten: N_("We wrote what we found in the home."),
    hazard_steps.HazardMadeSafe: N_("We made it safe."),
    hazard_steps.HazardWorksBegun: N_("We began the works that keep it safe."),
    hazard_steps.AccommodationOffered: N_("We offered somewhere else to stay."),
    hazard_steps.AccessTried: N_("We tried to reach you about the danger in the home: %(how)s."),
    hazard_moves.HazardDateMoved: N_(
        "We moved a date for the danger in the home, from %(old)s to %(new)s, and said why."
    ),
    hazard_lateness.HazardFoundLate: N_("We were late with the danger in the home. The date was %(date_missed)s."),
}

STAFF: Mapping[type, str] = {
    hazards.HazardRaised: N_(
        "Hazard %(hazard)s: %(kinds)s; first known on %(on)s (%(source)s), to be investigated by %(investigate_by)s"
    ),
    hazards.HazardKnownEarlier: N_(
        "Hazard %(hazard)s was known on %(on)s already; investigate it by %(investigate_by)s"
    ),
    hazards.HazardAssessed: N_("Hazard %(hazard)s assessed: %(severity)s, %(tenure)s"),
    hazards.HazardLoweringProposed: N_("Hazard %(hazard)s found less serious: %(severity)s; decide by %(decide_by)s"),
    hazards.HazardLoweringDeclined: N_("Hazard %(hazard)s stays as serious as it was"),
    hazard_steps.HazardInvestigated: N_("Hazard %(hazard)s investigated on %(happened_on)s"),
    hazard_steps.HazardSummaryWritten: N_("Summary of hazard %(hazard)s written: letter %(letter)s"),
    hazard_steps.HazardMadeSafe: N_("Hazard %(hazard)s made safe on %(happened_on)s"),
    hazard_steps.HazardWorksBegun: N_("Works for hazard %(hazard)s began on %(happened_on)s"),
    hazard_steps.AccommodationOffered: N_("Somewhere else to stay offered on %(happened_on)s (hazard %(hazard)s)"),
    hazard_steps.AccessTried: N_("Tried to reach them about hazard %(hazard)s on %(happened_on)s: %(how)s"),
    hazard_lateness.HazardFoundLate: N_(
        "Hazard %(hazard)s late: %(step)s, due on %(date_missed)s; to be looked at by %(look_by)s"
    ),
    hazard_moves.HazardDateMoved: N_("Hazard %(hazard)s, %(step)s: moved from %(old)s to %(new)s, letter %(letter)s"),
    hazard_lateness.HazardLateTold: N_(
        "Hazard %(hazard)s: the resident is told in letter %(letter)s what was missed and why"
    ),
    hazard_lateness.HazardLateAnswered: N_("Hazard %(hazard)s: why it was late was answered"),
}
