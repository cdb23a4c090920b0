"""Why a complaint, or a point of it, may be refused, and what became of a refusal, in words (2.2, 2.4)."""

from app.domain.case.not_accepted import OverturnedBy, RefusalStanding
from app.domain.case.refusals import Proceedings
from app.domain.clock.profiles import Ground
from app.words.catalogues import N_
from app.words.say import say_each

GROUNDS = {
    Ground.OVER_TIME_LIMIT: N_("It happened longer ago than our policy allows"),
    Ground.COURT_CLAIM: N_("A claim about it has been filed at court"),
    Ground.CONSIDERED_BEFORE: N_("We have looked at this as a complaint before"),
    Ground.NOT_OUR_FUNCTION: N_("It is not about something we do as a landlord"),
}
STANDINGS = {
    RefusalStanding.PROPOSED: N_("Waits for a second person"),
    RefusalStanding.RETURNED: N_("Not agreed to"),
    RefusalStanding.LAPSED: N_("No longer needed"),
    RefusalStanding.WRITTEN: N_("Letter written, not yet gone"),
    RefusalStanding.STANDS: N_("Stands"),
    RefusalStanding.OVERTURNED: N_("Overturned"),
}
OVERTURNED_BY = {
    OverturnedBy.OMBUDSMAN: N_("The Ombudsman"),
    OverturnedBy.LANDLORD: N_("We ourselves"),
}
PROCEEDINGS = {
    Proceedings.FILED: N_("Yes: the claim form and its details are filed at court"),
    Proceedings.LETTER_ONLY: N_("No: there is a letter from a solicitor, or a claim that may come"),
}

say_each(GROUNDS)
say_each(STANDINGS)
say_each(OVERTURNED_BY)
say_each(PROCEEDINGS)
