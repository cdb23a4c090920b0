"""How you can contact us: what is limited, the way that stays open, why, until when, and how to have it looked at.

It gives no way to reach us that it limits, blames nobody, and says what it can never touch (5.14, 5.15, ruling 21).
"""

from __future__ import annotations

from collections.abc import Iterator

from app.domain.people.contact_limit_reviews import ContactLimitEnded, ContactLimitUpheld
from app.domain.people.contact_limits import ContactLimitAgreed
from app.domain.people.limits import ContactLimitProposal
from app.domain.people.preferences import Way
from app.words.catalogues import N_, catalogue
from app.words.dates import in_full
from app.words.mail import closings, openings
from app.words.mail.blocks import Block, bullets, heading, paragraph
from app.words.mail.letters import Matter
from app.words.say import say

OPENING = N_("We are writing to say how you can contact us from now on. Your complaint goes on as before.")
WHAT = N_("What is limited")
ALWAYS_OPEN = N_("The way that is always open to you")
BY = {
    Way.PHONE: N_("Ring us on %(phone)s. Give your reference: %(reference)s."),
    Way.TEXT: N_("Answer our texts. Give your reference: %(reference)s."),
    Way.EMAIL: N_("Email us at %(email)s. Give your reference: %(reference)s."),
    Way.LETTER: N_("Write to us at %(post)s. Give your reference: %(reference)s."),
    Way.HERE: N_("Write to us on the page of your complaint. Your reference is %(reference)s."),
}
WE_ANSWER = N_("We read everything that comes in this way, and answer it.")
WHY = N_("Why")
LOOKED_AT = N_("What we looked at")
WEIGHED = N_("What we thought about for you")
UNTIL_WHEN = N_("Until when")
ENDS = N_("The last day is %(day)s. We look at it before then, and write to you if anything is to go on.")
STILL = N_("What stays as it is")
UNTOUCHED = (
    N_("If somebody could get hurt, tell us at once in any way, by phone too, at any hour."),
    N_("You can report a danger or a repair, and we act on it."),
    N_("You can make a new complaint, in any way."),
    N_("You can ask for Stage 2: someone new looks again."),
    N_("You can go to the %(ombudsman)s at any time."),
)
EMERGENCY = N_("Our emergency line, day and night: %(phone)s.")
LOOK_AGAIN = N_("If you want us to look at this again")
HOW_TO_ASK = N_(
    "Ask us at any time, on the page of your complaint or in the way that is open to you. You need not say why. "
    "Somebody who did not decide on this looks at it, and writes to you within 5 working days."
)
YOU_ASKED = N_("You asked us to look again at how you can contact us. We have, and it stays as it is up to %(day)s.")
OVER = N_("From today you can contact us in every way again.")


def restricted(matter: Matter) -> Iterator[Block]:
    """The letter without which no restriction is in force: nobody can take the Ombudsman or the review out of it."""
    if not isinstance(matter.event, ContactLimitAgreed):
        return
    _ = catalogue(matter.language).gettext
    asked = _proposal(matter, matter.event.restriction)
    yield from openings.dear(matter)
    yield paragraph(_(OPENING))
    yield heading(_(WHAT))
    yield bullets([say(each, matter.language) for each in asked.limited])
    yield paragraph(matter.said(asked.how))
    yield from _always_open(matter, asked)
    yield heading(_(WHY))
    yield paragraph(matter.said(asked.reasons))
    yield heading(_(LOOKED_AT))
    yield paragraph(matter.said(asked.evidence))
    yield heading(_(WEIGHED))
    yield paragraph(matter.said(asked.equality))
    yield heading(_(UNTIL_WHEN))
    yield paragraph(_(ENDS) % {"day": in_full(asked.until, matter.language)})
    yield from _stays(matter)
    yield heading(_(LOOK_AGAIN))
    yield paragraph(_(HOW_TO_ASK))
    yield from closings.ombudsman(matter)


def upheld(matter: Matter) -> Iterator[Block]:
    """The letter that says a restriction stays after somebody new looked at it (5.14)."""
    if not isinstance(matter.event, ContactLimitUpheld):
        return
    _ = catalogue(matter.language).gettext
    asked = _proposal(matter, matter.event.restriction)
    yield from openings.dear(matter)
    yield paragraph(_(YOU_ASKED) % {"day": in_full(asked.until, matter.language)})
    yield heading(_(WHY))
    yield paragraph(matter.said(matter.event.said))
    yield from _always_open(matter, asked)
    yield from _stays(matter)
    yield from closings.ombudsman(matter)


def over(matter: Matter) -> Iterator[Block]:
    """The letter that says a restriction is over."""
    if not isinstance(matter.event, ContactLimitEnded):
        return
    yield from openings.dear(matter)
    yield paragraph(catalogue(matter.language).gettext(OVER))
    yield paragraph(matter.said(matter.event.said))
    yield from closings.contact(matter)
    yield from closings.ombudsman(matter)


def always_open(way: Way, *, phone: str, email: str, post: str, reference: str, language: str) -> str:
    """Return how somebody reaches us by the one way that stays open to them."""
    words = {"phone": phone, "email": email, "post": post, "reference": reference}
    return catalogue(language).gettext(BY[way]) % words


def _always_open(matter: Matter, asked: ContactLimitProposal) -> Iterator[Block]:
    _ = catalogue(matter.language).gettext
    ours = matter.landlord
    words = always_open(
        asked.open_way,
        phone=ours.phone,
        email=ours.email,
        post=", ".join(ours.post),
        reference=matter.complaint.reference,
        language=matter.language,
    )
    yield heading(_(ALWAYS_OPEN))
    yield paragraph(words)
    yield paragraph(_(WE_ANSWER))


def _stays(matter: Matter) -> Iterator[Block]:
    _ = catalogue(matter.language).gettext
    words = {"ombudsman": closings.ombudsman_contact(matter).name}
    yield heading(_(STILL))
    yield bullets([_(each) % words for each in UNTOUCHED])
    if matter.landlord.emergency_phone:
        yield paragraph(_(EMERGENCY) % {"phone": matter.landlord.emergency_phone})


def _proposal(matter: Matter, number: int) -> ContactLimitProposal:
    return next(each.proposal for each in matter.complaint.contact_limits if each.number == number)
