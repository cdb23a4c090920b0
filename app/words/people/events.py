"""What happens to the people of a case, a line an event (app/words/case/events.py says them)."""

from __future__ import annotations

from collections.abc import Mapping

from app.domain.people import (
    adjustments,
    carrying_on,
    contact_limit_reviews,
    contact_limits,
    contacts,
    deaths,
    elsewhere,
    enquirers,
    moves,
    parties,
    renewals,
    representatives,
)
from app.words.catalogues import N_

RESIDENT: Mapping[type, str] = {
    parties.AuthorityConfirmed: N_("You said that somebody may speak for you."),
    renewals.ReturnCodeRenewed: N_("We made you a new return code. If it was not you who asked for it, ring us."),
    adjustments.AdjustmentAsked: N_("You asked for this: %(need)s."),
    adjustments.AdjustmentSettled: N_("We put in place what you asked for."),
    contact_limits.ContactLimitAgreed: N_("We wrote to you how you can contact us, up to %(until)s."),
    contact_limit_reviews.ContactLimitReviewAsked: N_("You asked us to look again at how you can contact us."),
    contact_limit_reviews.ContactLimitUpheld: N_("We looked again at how you can contact us. It stays as it is."),
    representatives.ProofSeen: N_("We saw what lets somebody speak for you."),
    representatives.RepresentativeStopped: N_("Somebody does not speak for you, or no longer."),
    enquirers.ShareAgreed: N_("You told us what your MP or councillor may be told: %(share)s."),
    moves.PartyMoved: N_("You told us that you moved. We send nothing to your old home."),
    moves.PromiseAskedAfterMove: N_("You told us if you still want what we promised: %(answer)s."),
    carrying_on.CarriedOn: N_("Somebody carries on with this complaint for a person who has died."),
    carrying_on.NobodyCarriesOn: N_("The complaint stopped."),
    contact_limit_reviews.ContactLimitEnded: N_("You can contact us in every way again."),
}

STAFF: Mapping[type, str] = {
    parties.PartyJoined: N_("Person %(party)s joined"),
    parties.PreferencesSet: N_("Person %(party)s said how to be reached: first %(main)s"),
    parties.AuthorityConfirmed: N_("Person %(party)s may speak for the resident"),
    contacts.ContactGiven: N_("Person %(party)s can be reached %(way)s"),
    contacts.ContactChangeAsked: N_("Person %(party)s gave a new way: %(way)s"),
    contacts.ContactBarred: N_("Person %(party)s must never again be reached %(way)s at the old address or number"),
    contacts.ContactConfirmed: N_("The new way of person %(party)s was confirmed"),
    renewals.ReturnCodeRenewed: N_("Staff checked who was asking, and made a new return code for %(who)s"),
    adjustments.AdjustmentAsked: N_("Asked for: %(need)s, to be in place by %(settle_by)s"),
    adjustments.AdjustmentSettled: N_("What was asked for is in place"),
    contact_limits.ContactLimitProposed: N_(
        "Limiting contact was proposed (%(number)s), to be decided by %(decide_by)s"
    ),
    contact_limits.ContactLimitReturned: N_("Limiting contact was not agreed to (%(restriction)s)"),
    contact_limits.ContactLimitAgreed: N_("%(approved_by)s agreed to limit contact with %(who)s, up to %(until)s"),
    contact_limit_reviews.ContactLimitReviewAsked: N_(
        "Asked us to look again at how contact is limited, by %(look_by)s"
    ),
    contact_limit_reviews.ContactLimitUpheld: N_("Looked again at how contact is limited: it stays"),
    representatives.RepresentativeKnownAs: N_("Person %(party)s is to the resident: %(kind)s"),
    representatives.ProofSeen: N_("Saw what lets person %(party)s speak for the resident"),
    representatives.RepresentativeStopped: N_("Person %(party)s does not speak for the resident, or no longer"),
    moves.PartyMoved: N_("%(who)s moved on %(happened_on)s; nothing goes to the old home"),
    moves.PromiseAskedAfterMove: N_("Asked after the move if promise %(promise)s is still wanted: %(answer)s"),
    deaths.PartyDied: N_("We were told on %(told_on)s that %(who)s has died; %(decides)s decides how it goes on"),
    deaths.DeathDoubted: N_("That %(who)s has died may be a mistake; to be looked at by %(look_by)s"),
    deaths.DeathStands: N_("That %(who)s has died was no mistake"),
    deaths.DeathCorrected: N_("%(approved_by)s agreed: that %(who)s had died was a mistake"),
    enquirers.ShareAgreed: N_("The resident said what person %(party)s may be told: %(share)s"),
    elsewhere.DiedElsewhereToo: N_("That %(who)s has died was written down in another case of theirs too"),
    elsewhere.DeathTold: N_("Who speaks for %(who)s told us that they have died; to be looked at by %(look_by)s"),
    elsewhere.HeardElsewhere: N_("Heard in another case of %(who)s: %(heard)s; to be looked at by %(look_by)s"),
    elsewhere.HearingEnded: N_("What we heard in another case is not true of %(who)s: %(heard)s"),
    carrying_on.CarriedOn: N_("Person %(carried_on_by)s carries on for %(who)s"),
    carrying_on.NobodyCarriesOn: N_("Nobody carries on for %(who)s: the complaint stops"),
    carrying_on.LetterPassedOn: N_("Letter %(letter)s, which had not gone, goes to %(who)s"),
    contact_limit_reviews.ContactLimitEnded: N_("Contact with %(who)s is no longer limited"),
}
