"""What happened to a complaint before it came here, a line an event: staff are told that it was brought in."""

from __future__ import annotations

from collections.abc import Mapping

from app.domain.figures import pasts
from app.words.catalogues import N_

RESIDENT: Mapping[type, str] = {
    pasts.PastReceived: N_("We got the complaint."),
    pasts.PastStage: N_("Stage %(past_stage)s, as we dealt with it before this site: %(became)s."),
}

STAFF: Mapping[type, str] = {
    pasts.PastReceived: N_("Received. Brought in from earlier records%(called_there)s%(then_closed)s"),
    pasts.PastStage: N_("Stage %(past_stage)s, as it was dealt with before: %(became)s"),
}
