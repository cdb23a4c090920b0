"""What becomes of a refusal, a line an event (app/words/case/events.py says them)."""

from __future__ import annotations

from collections.abc import Mapping

from app.domain.case import overturned, refusals
from app.words.catalogues import N_

RESIDENT: Mapping[type, str] = {
    refusals.RefusalApproved: N_("We wrote to you what we do not accept, and why."),
    overturned.LookAgainAsked: N_("You asked us to look again at what we did not accept."),
    overturned.RefusalUpheld: N_("We looked again, and wrote to you that our decision stands."),
    overturned.RefusalOverturned: N_("We take on what we had not accepted."),
}

STAFF: Mapping[type, str] = {
    refusals.RefusalProposed: N_("Refusal %(number)s proposed, to be decided by %(decide_by)s: %(ground)s"),
    refusals.RefusalReturned: N_("Refusal %(refusal)s was not agreed to"),
    refusals.RefusalApproved: N_("Refusal %(refusal)s agreed to by %(approved_by)s"),
    overturned.LookAgainAsked: N_("Asked us to look at refusal %(refusal)s again; to be looked at by %(look_by)s"),
    overturned.RefusalUpheld: N_("Looked at refusal %(refusal)s again: it stands"),
    overturned.RefusalOverturned: N_("Refusal %(refusal)s overturned: told on %(told_on)s"),
    overturned.RefusalUndone: N_("Done what refusal %(refusal)s needed once it was overturned"),
}
