"""The residents of Wellmeadow by name and house, and the days of their stories."""

from __future__ import annotations

from datetime import date

from app.demo.teller import BY_EMAIL, BY_LETTER, Teller
from app.domain.people.preferences import Way
from app.services.people.parties import Person


def by_email(name: str, house: str, **more: object) -> Person:
    """Somebody who is reached by e-mail."""
    address = f"{name.split()[0].lower()}@resident.example"
    given: dict[str, object] = {"ways": {Way.EMAIL: address}, "preferences": BY_EMAIL}
    return at_home(name, house, **given | more)


def by_letter(name: str, house: str, **more: object) -> Person:
    """Somebody who chose letters."""
    given: dict[str, object] = {
        "ways": {Way.LETTER: f"{house}\nWellmeadow\n{postcode(house)}"},
        "preferences": BY_LETTER,
    }
    return at_home(name, house, **given | more)


def at_home(name: str, house: str, **more: object) -> Person:
    """Somebody in one of the landlord's homes."""
    return Person(name=name, address=f"{house}\nWellmeadow", postcode=postcode(house), **more)  # type: ignore[arg-type]


def postcode(house: str) -> str:
    """Return the postcode of a house by its street."""
    return {"Elm": "WM2 4AB", "Loc": "WM3 7CD", "Mea": "WM4 1EF"}[house.split()[1][:3]]


def day(tell: Teller, ago: int) -> date:
    """The day so many working days before today; below nought, after it."""
    return tell.days.ago(ago)
