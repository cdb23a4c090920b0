"""Fill an empty database with Wellmeadow Homes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy.orm import Session

from app.adapters import one_time_codes, passwords
from app.adapters.storage import Storage
from app.demo import annual_reports, improved, stated
from app.demo.days import Days
from app.demo.landlord import HOMES_IN_A_STREET, LANDLORD, LETTER_TEXTS, STREETS
from app.demo.people import COLLEAGUES, FACTOR, HIRED, PASSWORD, Colleague
from app.demo.stories import STORIES
from app.demo.teller import Teller
from app.domain.clock.profiles import profile
from app.domain.deed import CLOCK, Deed, london_day
from app.domain.landlord.landlord import ENGLISH
from app.domain.landlord.permissions import Role
from app.services.case import reviews
from app.services.clock import calendars
from app.services.landlord import landlord, letter_texts, staff
from app.services.people import homes, receipts
from app.store.case import complaints
from app.store.clock import calendars as kept

LONG_AGO = 90
SHOWN_WITH_CODES = ("amina", "stuart", "leah")
"""Residents whose return codes are printed, so that somebody trying the demo can be each of them."""


class NotEmpty(Exception):
    """There is a landlord here already, with complaints of its own."""


@dataclass(frozen=True, slots=True)
class SignIn:
    """How to be somebody: staff by e-mail, password and code; a resident by return code and number."""

    who: str
    role: Role | None
    by: tuple[str, ...]


def fill(session: Session, lookup_key: bytes, files: Storage, at: datetime) -> list[str]:
    """Fill the database and the folder for files; return the complaint each story tells of. Raises NotEmpty."""
    if complaints.any_at_all(session):
        raise NotEmpty
    today = london_day(at)
    calendars.seed(session, calendars.years_to_know(today))
    ours = replace(LANDLORD, address=landlord.current(session).address)
    days = Days(at, today, kept.load(session, profile(ours.profile).calendar))
    password_hash = passwords.hashed(PASSWORD)
    numbers = {
        _first_name(each): _employ(session, each, days, password_hash) for each in COLLEAGUES if each is not HIRED
    }
    landlord.put(session, ours, Deed(CLOCK, at))
    numbers[_first_name(HIRED)] = _employ(session, HIRED, days, password_hash)
    for letter, words in LETTER_TEXTS.items():
        letter_texts.put(session, letter, ENGLISH, words, days.deed(LONG_AGO, f"staff:{numbers['dana']}"))
    homes.import_(session, _homes(), ours, Deed(CLOCK, at))
    stated.tell(session, days, f"staff:{numbers['dana']}")
    factor = receipts.factor(FACTOR)
    told = []
    for story in STORIES:
        tell = Teller(session, days, numbers, lookup_key, files)
        story(tell)
        receipts.choose_factor(session, tell.made.case_id, 1, factor)
        told.append(tell.made.reference)
    improved.publish(session, days, numbers["dana"])
    reviews.draw(session, today, Deed(CLOCK, at))
    annual_reports.tell(session, days, numbers, lookup_key)
    return told


def sign_ins(session: Session, lookup_key: bytes, at: datetime) -> Iterator[SignIn]:
    """Yield how to sign in as each member of staff and as some residents, with the codes of this moment."""
    for colleague in COLLEAGUES:
        known = staff.credentials(session, colleague.email)
        if known is not None:
            code = one_time_codes.code_at(one_time_codes.secret(lookup_key, known.code_salt), at)
            yield SignIn(colleague.name, colleague.role, (colleague.email, PASSWORD, code))
    for name in SHOWN_WITH_CODES:
        yield SignIn(name, None, (receipts.code_for(lookup_key, f"demo-{name}"), FACTOR))


def _employ(session: Session, colleague: Colleague, days: Days, password_hash: str) -> int:
    deed = days.deed(LONG_AGO, "clock")
    who, roles = (colleague.name, colleague.email), frozenset({colleague.role})
    invited = staff.add(session, *who, roles, deed, colleague.phone, colleague.contractor)
    return staff.set_up(session, invited.token, password_hash, 0, deed)


def _first_name(colleague: Colleague) -> str:
    return colleague.name.split()[0].lower()


def _homes() -> str:
    lines = [
        f'{neighbourhood}-{number},"{number} {street}, Wellmeadow",{postcode},{neighbourhood}'
        for street, postcode, neighbourhood in STREETS
        for number in range(1, HOMES_IN_A_STREET + 1)
    ]
    return "\n".join(["reference,address,postcode,neighbourhood", *lines])
