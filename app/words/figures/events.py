"""What happened to a complaint before it came here, and how it is counted, a line an event."""

from __future__ import annotations

from collections.abc import Mapping

from app.domain.figures import filings, pasts
from app.words.catalogues import N_

RESIDENT: Mapping[type, str] = {
    pasts.PastReceived: N_("We got the complaint."),
    pasts.PastStage: N_("Stage %(past_stage)s, as we dealt with it before this site: %(became)s."),
}

STAFF: Mapping[type, str] = {
    pasts.PastReceived: N_("Received. Brought in from earlier records%(called_there)s%(then_closed)s"),
    pasts.PastStage: N_("Stage %(past_stage)s, as it was dealt with before: %(became)s"),
    filings.HomeFiled: N_("The neighbourhood and tenure of the home were noted, to be counted by"),
    filings.FiledUnder: N_("How it is counted was chosen anew"),
    filings.FiledBeside: N_("The neighbourhood, tenure or contractor that it is counted by was chosen anew"),
}
