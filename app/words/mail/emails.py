"""What an e-mail says around a letter, or instead of it: a neutral subject, and no more than the person chose.

A subject is seen by whoever holds the phone: it names the landlord, never what it is about (ux.md d).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from app.domain.landlord.landlord import Landlord
from app.domain.people.preferences import Detail
from app.words.catalogues import N_, catalogue
from app.words.dates import in_full
from app.words.mail.blocks import Block, paragraph

NEWS = N_("News from %(landlord)s")
CODE = N_("Your code from %(landlord)s")
PLEASE_LOOK = N_("Please look at once: %(reference)s")

THERE_IS_NEWS = N_("There is news for you from %(landlord)s.")
SEE_IT = N_("To see it, go to this address:")
SEE_IT_THERE_TOO = N_("You can also see this, and answer it, at this address:")
RING = N_("Ring us: %(phone)s")
RING_INSTEAD = N_("You can ring us instead: %(phone)s")

YOUR_CODE = N_("%(code)s is your code.")
GOOD_FOR = N_("It works for 10 minutes, once.")
OR_LINK = N_("Or go to this address and press Continue:")
NOT_YOU = N_("If you did not ask for a code, you need do nothing. We never ask you to tell it to anybody.")

NEW_CODE = N_("A new return code for your complaint was made on %(day)s. The old one does not work any more.")
NEW_CODE_NOT_YOU = N_("If it was not you who asked for it, tell us at once.")

IN_DANGER = N_("Somebody has told us that a person could get hurt now. The reference is %(reference)s.")
OPEN_IT = N_("Open it here and say that you have it in hand:")
NEXT_IS_TOLD = N_("If nobody does so within 15 minutes, the next person on the list is told.")

SIGN_IN = N_("Your sign-in with %(landlord)s")
YOU_WERE_ADDED = N_("You were added as somebody who works for %(contractor)s on behalf of %(landlord)s.")
SET_UP = N_("Choose a password and set up your codes here. This link works once, for 7 days:")

YOUR_PART = N_("Your part is due: %(reference)s")
PART_DUE = N_("You were asked for your part of the answer to %(reference)s. It is due by %(day)s.")
NEW_JOB = N_("Something for you to do: %(reference)s")
YOU_HAVE = N_("%(landlord)s asks you to do something about %(reference)s.")
SEE_WHAT = N_("See what it is, and by when, here:")
GIVE_IT = N_("Read what is needed, and write it, here:")


@dataclass(frozen=True, slots=True)
class Email:
    """An e-mail before it has an address: the blocks are shown as plain text, and again as simple HTML."""

    subject: str
    blocks: tuple[Block, ...]
    language: str


def of_letter(landlord: Landlord, letter: Sequence[Block], detail: Detail, link: str, language: str) -> Email:
    """Return the e-mail that a letter goes in: whole, or only that there is news."""
    _ = catalogue(language).gettext
    whole = [*letter, paragraph(_(SEE_IT_THERE_TOO)), paragraph(link)]
    return _news(landlord, whole if detail is Detail.FULL else None, link, language)


def of_new_code(landlord: Landlord, made_on: date, detail: Detail, link: str, language: str) -> Email:
    """Return the e-mail that says when staff made a new return code, or only that there is news; never the code."""
    _ = catalogue(language).gettext
    made = paragraph(_(NEW_CODE) % {"day": in_full(made_on, language)})
    whole = [made, paragraph(_(NEW_CODE_NOT_YOU)), *_or_ring(landlord, language, RING)]
    return _news(landlord, whole if detail is Detail.FULL else None, link, language)


def of_code(landlord: Landlord, code: str, link: str, language: str) -> Email:
    """Return the e-mail with a sign-in code; its subject does not hold the code."""
    _ = catalogue(language).gettext
    blocks = [paragraph(_(YOUR_CODE) % {"code": code}), paragraph(_(GOOD_FOR))]
    if link:
        blocks += [paragraph(_(OR_LINK)), paragraph(link)]
    blocks.append(paragraph(_(NOT_YOU)))
    return Email(_(CODE) % {"landlord": landlord.name}, tuple(blocks), language)


def of_danger(reference: str, link: str, language: str) -> Email:
    """Return the e-mail to an out-of-hours contact: the reference and nothing of anybody's (ruling 3)."""
    _ = catalogue(language).gettext
    words = {"reference": reference}
    blocks = (paragraph(_(IN_DANGER) % words), paragraph(_(OPEN_IT)), paragraph(link), paragraph(_(NEXT_IS_TOLD)))
    return Email(_(PLEASE_LOOK) % words, blocks, language)


def of_set_up(landlord: Landlord, contractor: str, link: str, language: str) -> Email:
    """Return the e-mail by which a contractor's person sets up their sign-in."""
    _ = catalogue(language).gettext
    words = {"landlord": landlord.name, "contractor": contractor}
    blocks = (paragraph(_(YOU_WERE_ADDED) % words), paragraph(_(SET_UP)), paragraph(link))
    return Email(_(SIGN_IN) % words, blocks, language)


def of_part_due(reference: str, due_on: date, link: str, language: str) -> Email:
    """Return the e-mail that reminds a colleague of their part: the reference and nothing of anybody's (5.12)."""
    _ = catalogue(language).gettext
    words = {"reference": reference, "day": in_full(due_on, language)}
    blocks = (paragraph(_(PART_DUE) % words), paragraph(_(GIVE_IT)), paragraph(link))
    return Email(_(YOUR_PART) % words, blocks, language)


def of_job(landlord: Landlord, reference: str, link: str, language: str) -> Email:
    """Return the e-mail that tells a contractor's person of something new: the reference, and nothing of anybody's."""
    _ = catalogue(language).gettext
    words = {"landlord": landlord.name, "reference": reference}
    blocks = (paragraph(_(YOU_HAVE) % words), paragraph(_(SEE_WHAT)), paragraph(link))
    return Email(_(NEW_JOB) % words, blocks, language)


def _news(landlord: Landlord, whole: Sequence[Block] | None, link: str, language: str) -> Email:
    _ = catalogue(language).gettext
    if whole is None:
        whole = [paragraph(_(THERE_IS_NEWS) % {"landlord": landlord.name}), paragraph(_(SEE_IT)), paragraph(link)]
        whole += _or_ring(landlord, language)
    return Email(_(NEWS) % {"landlord": landlord.name}, tuple(whole), language)


def _or_ring(landlord: Landlord, language: str, words: str = RING_INSTEAD) -> list[Block]:
    return [paragraph(catalogue(language).gettext(words) % {"phone": landlord.phone})] if landlord.phone else []
