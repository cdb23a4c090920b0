"""Those who work for the landlord: added, given their sign-in, let in, and seen off."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from app.adapters import contacts, one_time_codes
from app.domain.case.restriction_states import AT_LEAST
from app.domain.clock.duty_kinds import DutyKind
from app.domain.deed import Deed
from app.domain.landlord.permissions import Permission, Role, allows
from app.domain.landlord.staff import (
    SETUP_LINK_LASTS,
    PlaceSet,
    RolesChanged,
    SignInReset,
    SignInSetUp,
    StaffAdded,
    StaffLeft,
    check_person,
)
from app.domain.refused import Gap, Refused, Why, refuse_if
from app.services.case import restrictions
from app.services.landlord import landlord
from app.services.landlord.streams import note
from app.services.people import sessions
from app.store.clock import duties
from app.store.landlord import staff
from app.store.landlord.staff import Member, StaffRow, write_roles


@dataclass(frozen=True, slots=True)
class Invitation:
    """Who was added, and the token of the link by which they set up their sign-in; it is kept nowhere."""

    staff_id: int
    token: str


@dataclass(frozen=True, slots=True)
class Credentials:
    """What a sign-in is compared with, outside any transaction."""

    staff_id: int
    password_hash: str | None
    code_salt: bytes


def add(
    session: Session, name: str, email: str, roles: frozenset[Role], deed: Deed, phone: str = "", contractor: str = ""
) -> Invitation:
    """Add a member of staff, or a contractor's person, and return their invitation; raises Refused (4.1, 5.4)."""
    address = _address(email)
    refuse_if((*check_person(name, address, roles, contractor), *_unknown(session, contractor)))
    if address is None or staff.row_with_email(session, address):
        raise Refused(Gap(Why.EMAIL_TAKEN, "email"))
    row = StaffRow(
        name=name.strip(), email=address, phone=phone, roles=write_roles(roles), contractor=contractor, code_step=0
    )
    token = _invite(row, deed)
    session.add(row)
    session.flush()
    note(session, StaffAdded(row.id, _in_order(roles)), deed)
    return Invitation(row.id, token)


def add_former(session: Session, name: str, deed: Deed) -> int:
    """Add somebody of whom only the name is known, who dealt with cases before; they cannot sign in."""
    nowhere = f"{secrets.token_hex(8)}@former.invalid"
    row = StaffRow(name=name, email=nowhere, roles="", code_salt=one_time_codes.new_salt(), left_at=deed.at)
    session.add(row)
    session.flush()
    note(session, StaffAdded(row.id, ()), deed)
    note(session, StaffLeft(row.id), deed)
    return row.id


def invite(session: Session, staff_id: int, deed: Deed) -> str | None:
    """Return a new token for somebody's set-up link; None for who has set up their sign-in, or works here no more."""
    row = session.get(StaffRow, staff_id)
    if row is None or row.left_at or row.password_hash or not landlord.lets_in(session, row.contractor):
        return None
    return _invite(row, deed)


def reset(session: Session, email: str, deed: Deed) -> Invitation:
    """Void somebody's password and codes, sign them out, and return a new invitation; raises Refused."""
    row = _row(staff.row_with_email(session, _address(email) or ""))
    row.password_hash = None
    token = _invite(row, deed)
    sessions.close_for_staff(session, row.id)
    note(session, SignInReset(row.id), deed)
    return Invitation(row.id, token)


def change_roles(session: Session, email: str, roles: frozenset[Role], deed: Deed) -> None:
    """Change what somebody may do; raises Refused when nobody would be complaints officer any more (4.1)."""
    row = _row(staff.row_with_email(session, _address(email) or ""))
    refuse_if(check_person(row.name, row.email, roles, row.contractor))
    staff.hold(session)
    _keep_an_officer(session, row, roles)
    _keep_two_named(session, row, roles)
    row.roles = write_roles(roles)
    session.flush()
    restrictions.fill_up(session, row.id, deed)
    note(session, RolesChanged(row.id, _in_order(roles)), deed)


def place(session: Session, email: str, reports_to: str | None, deputy_for: str | None, deed: Deed) -> None:
    """Say to whom somebody reports and for whom they stand in; raises Refused for who does not work here (ruling 4)."""
    row = _row(staff.row_with_email(session, _address(email) or ""))
    row.reports_to = None if reports_to is None else number_of(session, reports_to)
    row.deputy_for = None if deputy_for is None else number_of(session, deputy_for)
    note(session, PlaceSet(row.id, row.reports_to, row.deputy_for), deed)


def leave(session: Session, email: str, deed: Deed) -> None:
    """Sign somebody out for good. Their name stays, for the record has their number.

    Raises Refused for the last complaints officer, or where too few would see a restricted case (4.1, ruling 4).
    """
    staff.hold(session)
    row = _row(staff.row_with_email(session, _address(email) or ""))
    _keep_an_officer(session, row, frozenset())
    _keep_two_named(session, row, frozenset())
    row.left_at = deed.at
    row.password_hash = row.setup_hash = None
    session.flush()
    restrictions.fill_up(session, row.id, deed)
    sessions.close_for_staff(session, row.id)
    note(session, StaffLeft(row.id), deed)


def number_of(session: Session, email: str) -> int:
    """Return the number of whoever here now has this address; raises Refused when nobody has."""
    return _row(staff.row_with_email(session, _address(email) or "")).id


def whose(session: Session, email: str) -> Member:
    """Return whoever here now has this address; raises Refused when nobody has."""
    member = staff.present_member(session, number_of(session, email))
    if member is None:
        raise Refused(Why.NO_SUCH_STAFF)
    return member


def present(session: Session) -> list[Member]:
    """Return everybody who works here now, by name."""
    return staff.present(session)


def both(session: Session) -> tuple[list[Member], list[Member]]:
    """Return everybody who works here now, and the people of contractors."""
    return staff.both(session)


def invited(session: Session, token: str, at: datetime) -> tuple[Member, bytes] | None:
    """Return whom this set-up link was made for and the salt of their codes, or None when it is void."""
    row = staff.row_with_setup(session, sessions.hashed(token))
    if row is None or row.setup_ends_at is None or at >= row.setup_ends_at:
        return None
    member = staff.present_member(session, row.id)
    return (member, row.code_salt) if member and landlord.lets_in(session, member.contractor) else None


def set_up(session: Session, token: str, password_hash: str, step: int, deed: Deed) -> int:
    """Keep somebody's password and first code, and return their number; raises Refused for an old link."""
    row = staff.row_with_setup(session, sessions.hashed(token))
    if row is None or row.setup_ends_at is None or deed.at >= row.setup_ends_at:
        raise Refused(Why.LINK_TOO_OLD)
    if not landlord.lets_in(session, row.contractor):
        raise Refused(Why.LINK_TOO_OLD)
    row.password_hash, row.code_step = password_hash, step
    row.setup_hash = row.setup_ends_at = None
    note(session, SignInSetUp(row.id), deed)
    return row.id


def credentials(session: Session, email: str) -> Credentials | None:
    """Return what to compare a sign-in with, or None when nobody who may sign in has this address."""
    row = staff.row_with_email(session, _address(email) or "")
    if row is None or not landlord.lets_in(session, row.contractor):
        return None
    return Credentials(row.id, row.password_hash, row.code_salt)


def use_code(session: Session, staff_id: int, step: int) -> None:
    """Note that a one-time code was used; raises Refused when it or a later one was used (ASVS 6.5)."""
    if not staff.use_step(session, staff_id, step):
        raise Refused(Why.WRONG_CODE)


def _unknown(session: Session, contractor: str) -> tuple[Gap, ...]:
    return () if landlord.lets_in(session, contractor) else (Gap(Why.NO_SUCH_CONTRACTOR, "contractor"),)


def _invite(row: StaffRow, deed: Deed) -> str:
    token = secrets.token_urlsafe(32)
    row.setup_hash = sessions.hashed(token)
    row.setup_ends_at = deed.at + SETUP_LINK_LASTS
    row.code_salt = one_time_codes.new_salt()
    return token


def _address(typed: str) -> str | None:
    """Return the address by which somebody is known here, however they typed its letters."""
    address = contacts.email(typed)
    return address.lower() if address else None


def _row(found: StaffRow | None) -> StaffRow:
    if found is None:
        raise Refused(Gap(Why.NO_SUCH_STAFF, "email"))
    return found


def _keep_an_officer(session: Session, row: StaffRow, roles: frozenset[Role]) -> None:
    officers = {each.id for each in staff.present(session) if Role.COMPLAINTS_OFFICER in each.roles}
    if officers == {row.id} and Role.COMPLAINTS_OFFICER not in roles:
        raise Refused(Gap(Why.LAST_OFFICER, "roles"))


def _keep_two_named(session: Session, row: StaffRow, roles: frozenset[Role]) -> None:
    """Refuse to leave fewer than two who see safeguarding concerns while one waits for somebody (ruling 4)."""
    named = {each.id for each in staff.present(session) if allows(each.roles, Permission.SAFEGUARD)}
    fewer = row.id in named and not allows(roles, Permission.SAFEGUARD) and len(named) <= AT_LEAST
    if fewer and duties.waits(session, DutyKind.TELL_SAFEGUARDING):
        raise Refused(Gap(Why.TOO_FEW_NAMED, "roles"))


def _in_order(roles: frozenset[Role]) -> tuple[Role, ...]:
    return tuple(role for role in Role if role in roles)
