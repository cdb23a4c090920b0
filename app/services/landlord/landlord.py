"""What the landlord says of itself, read and set."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import replace

from sqlalchemy.orm import Session

from app.adapters import contacts, pictures
from app.domain.case.restriction_states import AT_LEAST
from app.domain.deed import Deed
from app.domain.landlord.faults import faults, missing
from app.domain.landlord.landlord import Landlord, LandlordSet
from app.domain.landlord.permissions import Permission, allows
from app.domain.landlord.settings import changed
from app.domain.people.whys import PeopleWhy
from app.domain.record import kind_of, read
from app.domain.refused import Gap, Refused, Why, refuse_if
from app.services.landlord.streams import LANDLORD, note
from app.services.meanwhile import refuse_if_changed
from app.store import record
from app.store.landlord import landlord as store
from app.store.landlord import staff
from app.store.landlord.landlord import Logo
from app.store.landlord.staff import Member
from app.words.catalogues import is_translated

TOO_FEW = Gap(PeopleWhy.TOO_FEW_FOR_SAFEGUARDING, "safeguarding")
LARGEST_LOGO = 200_000
SHORTEST_NUMBER = 3
"""Emergency lines may be as short as 999."""


def begin(session: Session, deed: Deed) -> None:
    """Give a new database a landlord to fill in; one that has a landlord is left as it is."""
    if store.find(session) is None:
        store.keep(session, Landlord(), deed.at)


def current(session: Session) -> Landlord:
    """Return what the landlord says of itself now: the defaults before it was first set."""
    return store.find(session) or Landlord()


def lets_in(session: Session, contractor: str) -> bool:
    """Return whether the people of this contractor may sign in, of none: who works here; not of one that was ended."""
    if not contractor:
        return True
    return any(each.key == contractor and not each.retired for each in current(session).contractors)


def put(session: Session, landlord: Landlord, deed: Deed) -> tuple[str, ...]:
    """Keep these settings and return the names of those that differ from before.

    Raises Refused with every fault found (3.1, rulings 3 and 27, WCAG 1.4.3), or Changed when one of them was
    set by somebody else after `deed.seen`; nothing is kept then.
    """
    store.hold(session)
    refuse_if(faults(landlord) + _unusable(landlord) + _strangers(session, landlord))
    names = changed(current(session), landlord)
    if names:
        _refuse_if_changed(session, names, deed)
        store.keep(session, landlord, deed.at)
        note(session, LandlordSet(names), deed)
    return names


def check(session: Session) -> tuple[Gap, ...]:
    """Return what is wrong, and what must still be said before residents are let in (3.1, ruling 3)."""
    landlord = current(session)
    wrong = faults(landlord) + _unusable(landlord) + _strangers(session, landlord) + missing(landlord)
    return wrong if enough_for_safeguarding(staff.present(session)) else (*wrong, TOO_FEW)


def enough_for_safeguarding(present: Iterable[Member]) -> bool:
    """Return whether of those who work here enough are named for safeguarding: before any concern waits (ruling 4)."""
    return sum(allows(each.roles, Permission.SAFEGUARD) for each in present) >= AT_LEAST


def logo(session: Session) -> Logo | None:
    """Return the landlord's picture, if it has given one."""
    return store.logo(session)


def put_logo(session: Session, content: bytes, deed: Deed) -> None:
    """Keep this picture in the place of the one before, or none for no content; raises Refused (3.1)."""
    kind = pictures.type_of(content)
    if content and (kind is None or len(content) > LARGEST_LOGO):
        raise Refused(Gap(Why.NOT_A_PICTURE, "logo"))
    fingerprint = hashlib.sha256(content).hexdigest()[:12] if content else ""
    store.hold(session)
    store.keep(session, replace(current(session), logo=fingerprint), deed.at)
    store.keep_logo(session, Logo(content, kind) if kind else None, deed.at)
    note(session, LandlordSet(("logo",)), deed)


def position(session: Session) -> int:
    """Return how far the record of the settings has come, for a form to be `seen` at."""
    return record.head_of(session, LANDLORD).position


def _refuse_if_changed(session: Session, names: tuple[str, ...], deed: Deed) -> None:
    if deed.seen is not None:
        # The past that was brought in stands there too, and touches no setting that somebody types.
        settings = [each for each in record.read(session, LANDLORD) if each.kind == kind_of(LandlordSet)]
        refuse_if_changed(settings, deed, lambda each: not set(names).isdisjoint(read(LandlordSet, each.facts).changed))


def _unusable(landlord: Landlord) -> tuple[Gap, ...]:
    """Return the numbers nobody can ring, the addresses nobody can write to, and languages without words."""
    phones = {name: getattr(landlord, name) for name in ("phone", "emergency_phone", "textphone")}
    phones["out_of_hours"] = next((each.phone for each in landlord.out_of_hours if not _rings(each.phone)), "")
    emails = {"email": landlord.email}
    emails["out_of_hours"] = next((each.email for each in landlord.out_of_hours if not _reaches(each.email)), "")
    return (
        *(Gap(Why.NOT_A_PHONE, name) for name, phone in phones.items() if not _rings(phone)),
        *(Gap(Why.NOT_AN_EMAIL, name) for name, email in emails.items() if not _reaches(email)),
        *(
            Gap(Why.LANGUAGE_WITHOUT_CATALOGUE, "signed_off")
            for each in landlord.signed_off
            if not is_translated(each.language)
        ),
    )


def _strangers(session: Session, landlord: Landlord) -> tuple[Gap, ...]:
    """Return what is wrong with the list of those who take complaints about seniors: each must work here (ruling 4)."""
    listed = landlord.restricted_handlers
    here = {place.email for place in staff.places(session)} if listed else set()
    return (Gap(Why.NO_SUCH_STAFF, "restricted_handlers"),) if {each.lower() for each in listed} - here else ()


def _rings(phone: str) -> bool:
    digits = "".join(phone.split())
    short = digits.isascii() and digits.isdigit() and SHORTEST_NUMBER <= len(digits) <= 6
    return not phone or short or contacts.phone(phone) is not None


def _reaches(email: str) -> bool:
    return not email or contacts.email(email) is not None
