"""Why a rule about money that we offer, or a promise not yet made, says no (app/words/refused.py says all of them)."""

from __future__ import annotations

from collections.abc import Mapping

from app.domain.promises.whys import DraftWhy, MoneyWhy
from app.domain.reasons import Reason
from app.words.catalogues import N_

WORDS: Mapping[Reason, str] = {
    MoneyWhy.REMEDY_WITHOUT_KIND: N_("Tick how it is put right, or offer a sum"),
    MoneyWhy.POINT_WITHOUT_REMEDY: N_("Tick how this point is put right"),
    MoneyWhy.OFFER_WITHOUT_LINES: N_("Say what the money is for, and how much"),
    MoneyWhy.LINE_WITHOUT_HEAD: N_("Choose what this sum is for"),
    MoneyWhy.LINE_WITHOUT_TIMES: N_("Say for how many days, weeks or times"),
    MoneyWhy.LINE_WITHOUT_SUM: N_("Enter a sum"),
    MoneyWhy.LINE_WITHOUT_REASON: N_("Say why: what happened, and what it did to them"),
    MoneyWhy.SUM_OUTSIDE_GUIDANCE: N_("The guidance says another sum. Say why this one is right here"),
    MoneyWhy.OFFER_CANNOT_BE_RAISED: N_("That offer is not open any more, so nothing can take its place"),
    MoneyWhy.OFFER_NOT_HIGHER: N_("An offer in place of another must be higher"),
    MoneyWhy.NO_SUCH_OFFER: N_("There is no such offer"),
    MoneyWhy.OFFER_NOT_WAITING: N_("No such offer waits to be decided"),
    MoneyWhy.OFFER_NEEDS_SECOND_PERSON: N_("Somebody else must agree to this sum, not the person who made the offer"),
    MoneyWhy.OFFER_OVER_LIMIT: N_("With what was offered before, this is more than you may agree to"),
    MoneyWhy.OFFER_NOT_DECIDED: N_("An offer of money still waits for a second person"),
    MoneyWhy.OFFER_ALREADY_GONE: N_("This offer has gone, or was taken back"),
    MoneyWhy.OFFER_NOT_OPEN: N_("This offer was accepted already, or a higher one took its place"),
    MoneyWhy.SAID_BEFORE_OFFERED: N_("They cannot have said this before the day we offered it"),
    MoneyWhy.SAID_WITHOUT_HOW: N_("Write down how they told us, and what they said"),
    MoneyWhy.OFFER_NOT_ACCEPTED: N_("It can be paid once the resident has accepted it"),
    MoneyWhy.PAID_WITHOUT_DATE: N_("Enter the day it was paid"),
    MoneyWhy.PAID_TO_NOBODY: N_("Choose where the money went"),
    MoneyWhy.PAID_WITHOUT_PROOF: N_("Give the payment’s reference, or choose a file that shows it"),
    MoneyWhy.OFFSET_NOT_AGREED: N_("Money goes to the resident, unless we asked them and they agreed"),
    MoneyWhy.OFFSET_NOT_ASKED_FIRST: N_("Enter the day they agreed. It must be before the money moved"),
    MoneyWhy.OFFER_NOT_GONE: N_("Money is about to be offered"),
    MoneyWhy.OFFER_NOT_PAID: N_("Money that the resident accepted is still to be paid"),
    MoneyWhy.OFFER_LIMIT_WRONG: N_("Enter a sum from £0 to £1,000,000"),
    MoneyWhy.GUIDE_SUM_WITHOUT_NAME: N_("Each sum needs a name"),
    MoneyWhy.GUIDE_SUM_TWICE: N_("There are two sums with this name"),
    DraftWhy.DRAFT_IS_OVER: N_("This was answered or taken back meanwhile, and waits for nobody"),
    DraftWhy.OTHERWISE_WITHOUT_WORDS: N_("Tell us which day, or which way"),
    MoneyWhy.GUIDE_SUM_UPSIDE_DOWN: N_("The most must be as much as the least, or more, and both more than nothing"),
}
