"""Complaints that nobody made: drawn by chance from a seed, so that every run and every machine has the same."""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import datetime, timedelta

AREAS = ("repairs", "damp", "neighbours", "charges", "estates", "lettings")
WORDS = (
    "the a my our your their and but because when after before since until with without from into over under "
    "contractor inspector officer manager surveyor plumber roofer electrician neighbour tenant landlord child "
    "leak damp mould boiler radiator window door lock roof gutter drain ceiling wall floor lift bin hedge fence "
    "visited missed cancelled promised ignored repaired reported called emailed wrote waited delayed finished "
    "again twice never still always yesterday today week month year letter phone appointment inspection survey "
    "payment charge refund compensation apology policy stage response deadline decision outcome evidence photo "
    "cold hot wet broken unsafe noisy dirty slow urgent serious minor major total partial final first second"
).split()
FIRST = "Amira Ben Chloe Dev Ela Femi Grace Hugo Isla Jamal Kim Liam Maya Noah Olu Priya Quinn Rosa Sam Tariq".split()
LAST = "Adams Begum Clarke Davies Evans Foster Green Hughes Islam Jones Khan Lewis Morgan Nwosu Owen Reid".split()
LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"

OVER = timedelta(days=5 * 365)
OPEN_SHARE = 0.05
NAMES = 40
"""How often a first name and a surname meet: a full name finds some forty complaints, whatever their number."""


@dataclass(frozen=True, slots=True)
class Ticket:
    """What one resident told us, and when: the newest twentieth is still open."""

    number: int
    reference: str
    name: str
    email: str
    address: str
    postcode: str
    area: str
    words: str
    at: datetime
    open: bool
    staff: int


def tickets(count: int, until: datetime, staff: int) -> list[Ticket]:
    """Return so many complaints of the five years before an instant, the oldest first."""
    chance = random.Random(count)
    sentences = [_sentence(chance) for _ in range(2_000)]
    surnames = max(1, count // (NAMES * len(FIRST)))
    return [_ticket(chance, number, count, until, staff, sentences, surnames) for number in range(1, count + 1)]


def _ticket(
    chance: random.Random, number: int, count: int, until: datetime, staff: int, sentences: list[str], surnames: int
) -> Ticket:
    first, last = chance.choice(FIRST), surname(chance.randrange(surnames))
    street, code = chance.randint(1, 9), chance.randint(1, 999)
    drawn = "".join(chance.choice(LETTERS) for _ in range(8))
    return Ticket(
        number=number,
        reference=f"{drawn[:4]}-{drawn[4:]}",
        name=f"{first} {last}",
        email=f"{first}.{last}.{number}@example.org".lower(),
        address=f"{chance.randint(1, 300)} Elm Court {street}\nSalford",
        postcode=f"M{street} {code % 9 + 1}{LETTERS[10 + code % 22]}{LETTERS[10 + code % 20]}",
        area=chance.choice(AREAS),
        words=" ".join(chance.choice(sentences) for _ in range(8)),
        at=until - OVER * (1 - number / count),
        open=number > count * (1 - OPEN_SHARE),
        staff=chance.randint(1, staff),
    )


def surname(number: int) -> str:
    """Return one of as many surnames as are wanted; none begins with another, for names are found by beginnings."""
    again, which = divmod(number, len(LAST))
    return f"{FIRST[again % len(FIRST)]}{LAST[which].lower()}" if again else LAST[which]


def _sentence(chance: random.Random) -> str:
    return " ".join(chance.choice(WORDS) for _ in range(chance.randint(8, 16))).capitalize() + "."
