"""What becomes of money that is offered, a line an event (app/words/case/events.py says them)."""

from __future__ import annotations

from collections.abc import Mapping

from app.domain.case.responses import PointsPutRight, RemediesGiven
from app.domain.promises import offers, payments
from app.words.catalogues import N_

RESIDENT: Mapping[type, str] = {
    RemediesGiven: N_("We said how we put it right: %(remedies)s."),
    offers.OfferIssued: N_("We offered you %(total)s."),
    payments.OfferAccepted: N_("You accepted the %(total)s. We promised to pay by %(pay_by)s."),
    payments.OfferDeclined: N_("You did not want the %(total)s that we offered."),
    payments.OfferAskedAbout: N_("You asked us about the money that we offered."),
    payments.OfferPaid: N_("We paid you %(total)s."),
}
"""What is still being thought of is not theirs to hear: a sum is told once, and in a letter."""

STAFF: Mapping[type, str] = {
    RemediesGiven: N_("Remedies in the answer: %(remedies)s"),
    PointsPutRight: N_("Each point was told what puts it right"),
    offers.OfferMade: N_("Offer %(offer)s of %(total)s made by %(staff)s"),
    offers.OfferAgreed: N_("Offer %(offer)s agreed to by %(approved_by)s"),
    offers.OfferReturned: N_("Offer %(offer)s not agreed to by %(staff)s"),
    offers.OfferTakenBack: N_("Offer %(offer)s taken back before it went"),
    offers.OfferIssued: N_("Offer %(offer)s of %(total)s went to the resident%(instead)s"),
    payments.OfferAccepted: N_("Offer %(offer)s accepted: %(total)s to be paid by %(pay_by)s"),
    payments.OfferDeclined: N_("Offer %(offer)s declined: %(total)s"),
    payments.OfferAskedAbout: N_("The resident asked about offer %(offer)s, in message %(message)s"),
    payments.OfferPaid: N_("Offer %(offer)s paid on %(happened_on)s, %(to)s: %(total)s"),
}
