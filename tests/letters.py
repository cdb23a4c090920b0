"""Letters as they were frozen, read again; and the order in which a person finds what they say."""

import json

from sqlalchemy.orm import Session

from app.services.case.complaints import Made
from app.store.mail import letters
from app.words.mail.blocks import plain

OMBUDSMAN = (
    "Housing Ombudsman",
    "https://www.housing-ombudsman.org.uk/residents/make-a-complaint/",
    "0300 111 3000",
    "PO Box 1484",
)


def letter(session: Session, made: Made, number: int | None = None) -> str:
    """The text of a letter as it was frozen: the last one, unless another is asked for."""
    issued = letters.of_case(session, made.case_id)
    found = issued[-1] if number is None else issued[number - 1]
    return plain(json.loads(found.blocks))


def in_order(text: str, *parts: str) -> None:
    """Whether these stand in the text, one after the other."""
    places = [text.find(part) for part in parts]
    missing = [part for part, place in zip(parts, places, strict=True) if place < 0]
    assert missing == []
    assert places == sorted(places)
