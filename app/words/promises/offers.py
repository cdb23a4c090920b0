"""Money that is offered, and the other ways of putting right, in the same words for residents and for staff."""

from app.domain.promises.guidance import GuideSum, Head, Per
from app.domain.promises.offer_states import OfferStanding, PaidTo
from app.domain.promises.remedies import RemedyKind
from app.words.catalogues import N_, catalogue
from app.words.money import pounds
from app.words.say import say_each

KINDS = {
    RemedyKind.APOLOGY: N_("we say sorry"),
    RemedyKind.ACKNOWLEDGEMENT: N_("we say what went wrong"),
    RemedyKind.EXPLANATION: N_("we explain, or help"),
    RemedyKind.ACTION: N_("we do what was not done"),
    RemedyKind.DECISION: N_("we change a decision, or look at it again"),
    RemedyKind.RECORD: N_("we correct a record"),
    RemedyKind.MONEY: N_("we offer money"),
    RemedyKind.PRACTICE: N_("we change how we work"),
}
HEADS = {
    Head.MONEY_LOST: N_("money lost that can be counted"),
    Head.MONEY_LOST_ABOUT: N_("money lost that can only be estimated"),
    Head.SERVICE_LOST: N_("heating, hot water, power or light that was lost"),
    Head.ROOM_LOST: N_("a room that could not be used"),
    Head.APPOINTMENT: N_("a missed appointment"),
    Head.DISTRESS: N_("distress and inconvenience"),
    Head.TROUBLE: N_("time and trouble"),
    Head.HANDLING: N_("how the complaint was handled"),
}
PER = {
    Per.ONCE: N_("once"),
    Per.DAY: N_("for each day"),
    Per.WEEK: N_("for each week"),
    Per.EACH: N_("each time"),
}
STANDINGS = {
    OfferStanding.WAITING: N_("Waits for a second person"),
    OfferStanding.RETURNED: N_("Not agreed to"),
    OfferStanding.TAKEN_BACK: N_("Taken back before it went"),
    OfferStanding.READY: N_("Ready to go"),
    OfferStanding.OFFERED: N_("Offered"),
    OfferStanding.ACCEPTED: N_("Accepted, to be paid"),
    OfferStanding.DECLINED: N_("Declined"),
    OfferStanding.RAISED: N_("A higher offer took its place"),
    OfferStanding.PAID: N_("Paid"),
}
RESIDENT = {
    OfferStanding.OFFERED: N_("Offered to you"),
    OfferStanding.ACCEPTED: N_("You accepted it"),
    OfferStanding.DECLINED: N_("You did not want it"),
    OfferStanding.RAISED: N_("We offer you more instead"),
}
"""What is said to the resident otherwise than to staff."""
PAID_TO = {
    PaidTo.RESIDENT: N_("to the resident"),
    PaidTo.RENT_ACCOUNT: N_("to their rent account"),
}
GUIDES = {
    "no-heating-or-hot-water": N_("No heating and no hot water"),
    "no-heating": N_("No heating, or no hot water"),
    "no-power": N_("No power"),
    "no-lighting": N_("No light, but power"),
    "missed-appointment": N_("A missed appointment"),
}
"""What each fixed sum of the Ombudsman is for."""
FIXED = N_("%(name)s: %(sum)s %(per)s")
BETWEEN = N_("%(name)s: %(least)s to %(most)s %(per)s")


def to_resident(standing: OfferStanding, language: str) -> str:
    """Return how an offer stands, said to whom it was made."""
    return catalogue(language).gettext(RESIDENT.get(standing, STANDINGS[standing]))


def guide_name(guide: GuideSum, language: str) -> str:
    """Return what a sum of the guidance is for: the landlord's own is called as it calls it."""
    return guide.name or catalogue(language).gettext(GUIDES[guide.key])


def guide_in_full(guide: GuideSum, language: str) -> str:
    """Return a row of the guidance: "No power: £10 for each day"."""
    _ = catalogue(language).gettext
    words = {"name": guide_name(guide, language), "per": _(PER[guide.per])}
    if guide.least == guide.most:
        return _(FIXED) % {**words, "sum": pounds(guide.least, language)}
    return _(BETWEEN) % {**words, "least": pounds(guide.least, language), "most": pounds(guide.most, language)}


say_each(KINDS)
say_each(HEADS)
say_each(PER)
say_each(STANDINGS)
say_each(PAID_TO)
