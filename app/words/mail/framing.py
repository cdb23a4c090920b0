"""Words of our own in a letter: beside the parts that the Code asks for, and never in the place of one (6.9, 6.19)."""

from __future__ import annotations

from collections.abc import Iterator

from app.domain.landlord.letter_texts import Placeholder
from app.words.dates import in_full
from app.words.landlord.letter_texts import filled
from app.words.mail.blocks import Block, paragraph
from app.words.mail.letters import Matter


def opening(matter: Matter) -> Iterator[Block]:
    """What we say first, below the line that tells what letter it is."""
    yield from _own(matter, matter.own.opening)


def ending(matter: Matter) -> Iterator[Block]:
    """What we say last, above how to go on and how to reach the Ombudsman."""
    yield from _own(matter, matter.own.ending)


def _own(matter: Matter, text: str) -> Iterator[Block]:
    complaint, landlord = matter.complaint, matter.landlord
    received = complaint.received_on
    values = {
        Placeholder.NAME: lambda: matter.name,
        Placeholder.REFERENCE: lambda: complaint.reference,
        Placeholder.LANDLORD: lambda: landlord.name,
        Placeholder.HANDLER: lambda: matter.named(complaint.handler),
        Placeholder.PHONE: lambda: landlord.phone,
        Placeholder.RECEIVED: lambda: in_full(received, matter.language) if received is not None else "",
    }
    yield from (paragraph(each) for each in filled(text, values))
