"""How every letter ends: whom to ask, and the Ombudsman, whose details nobody can take out (3.7, 6.5, 6.16)."""

from __future__ import annotations

from collections.abc import Iterator

from app.domain.landlord.landlord import OmbudsmanContact
from app.words.catalogues import N_, catalogue
from app.words.mail.blocks import Block, bullets, heading, paragraph
from app.words.mail.letters import Matter
from app.words.say import say

REACH_US = N_("How to reach us")
RING = N_("Ring %(phone)s.")
WRITE_TO_EMAIL = N_("Email %(email)s.")
WRITE_TO_POST = N_("Write to %(post)s.")
QUOTE = N_("Give your reference: %(reference)s.")
ANOTHER_WAY = N_("Tell us if you would like this in large print, another format or another language. It is free.")
OMBUDSMAN = N_("The %(ombudsman)s")
OMBUDSMAN_ANY_TIME = N_(
    "The %(ombudsman)s is free and takes no side. You can ask them for advice at any time, "
    "and tell them if we are late."
)
OMBUDSMAN_FINAL = N_(
    "This is our final answer. If you are still unhappy you can take your complaint to the %(ombudsman)s. "
    "They are free and take no side. You have %(months)s months from the date of this letter."
)
USE_FORM = N_("Use their form: %(address)s")
RING_THEM = N_("Ring them: %(phone)s")
WRITE_TO_THEM = N_("Write to them: %(post)s")


def contact(matter: Matter) -> Iterator[Block]:
    """How to reach the landlord about this complaint."""
    _ = catalogue(matter.language).gettext
    landlord = matter.landlord
    ways = [_(QUOTE) % {"reference": matter.complaint.reference}]
    if landlord.phone:
        ways.append(_(RING) % {"phone": landlord.phone})
    if landlord.email:
        ways.append(_(WRITE_TO_EMAIL) % {"email": landlord.email})
    if landlord.post:
        ways.append(_(WRITE_TO_POST) % {"post": ", ".join(landlord.post)})
    yield heading(_(REACH_US))
    yield bullets(ways)
    yield paragraph(_(ANOTHER_WAY))


def ombudsman(matter: Matter, *, final: bool = False) -> Iterator[Block]:
    """How to reach the Ombudsman: at any time, or with the final answer (6.5, 6.9, 6.16, 6.19)."""
    _ = catalogue(matter.language).gettext
    found = ombudsman_contact(matter)
    words = {"ombudsman": found.name, "months": str(matter.profile.ombudsman.months_after_final_answer)}
    yield heading(_(OMBUDSMAN) % words)
    yield paragraph(_(OMBUDSMAN_FINAL if final else OMBUDSMAN_ANY_TIME) % words)
    ways = [_(USE_FORM) % {"address": found.web}, _(RING_THEM) % {"phone": found.phone}]
    yield bullets([*ways, _(WRITE_TO_THEM) % {"post": ", ".join(found.post)}])


def ombudsman_contact(matter: Matter) -> OmbudsmanContact:
    """Return who the Ombudsman is and how to reach them: as the landlord set it, else as the profile says."""
    if matter.landlord.ombudsman is not None:
        return matter.landlord.ombudsman
    known = matter.profile.ombudsman
    name = say(known.body, matter.language)
    return OmbudsmanContact(name, known.phone, known.complaint_form, known.post)
