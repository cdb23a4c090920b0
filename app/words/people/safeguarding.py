"""Safeguarding concerns, in words for those who may see them."""

from __future__ import annotations

from collections.abc import Mapping

from app.domain.people import safeguarding
from app.domain.people.safeguarding_states import ConcernOutcome, Whom
from app.words.catalogues import N_
from app.words.say import say_each

WHOM = {
    Whom.LEAD: N_("Our safeguarding lead"),
    Whom.ADULTS: N_("The council’s adult social care"),
    Whom.CHILDREN: N_("The council’s children’s services"),
    Whom.POLICE: N_("The police"),
    Whom.AMBULANCE: N_("The ambulance service"),
    Whom.OTHER: N_("Somebody else"),
}
OUTCOMES = {
    ConcernOutcome.TAKEN_ON: N_("Somebody else has taken it on"),
    ConcernOutcome.SAFE_NOW: N_("The person is safe now"),
    ConcernOutcome.NO_CONCERN: N_("It was looked into, and there is no concern"),
    ConcernOutcome.OTHER: N_("Something else"),
}

say_each(WHOM)
say_each(OUTCOMES)

STAFF: Mapping[type, str] = {
    safeguarding.SafeguardingRaised: N_("Safeguarding concern %(concern)s written down"),
    safeguarding.SafeguardingTold: N_("Safeguarding concern %(concern)s: told on %(happened_on)s: %(whom)s"),
    safeguarding.SafeguardingClosed: N_("Safeguarding concern %(concern)s closed: %(outcome)s"),
}
