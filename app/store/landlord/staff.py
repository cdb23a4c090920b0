"""Rows of the people who work for the landlord, and what each may do."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import bindparam, select, update
from sqlalchemy.orm import Mapped, Session

from app.domain.landlord.permissions import Role
from app.store.people.sessions import Opened, SessionRow
from app.store.schema import Base, Keep, Kind, kept

EMPLOYMENT = Keep(6, "they left", since="left_at")


class StaffRow(Base, kind=Kind.REFERENCE):
    """A member of staff. Rows stay when somebody leaves, because the record names them by number."""

    __tablename__ = "staff"

    id: Mapped[int] = kept(primary_key=True, personal=None)
    name: Mapped[str] = kept(personal=EMPLOYMENT)
    email: Mapped[str] = kept(unique=True, personal=EMPLOYMENT)
    phone: Mapped[str] = kept(default="", personal=EMPLOYMENT)
    roles: Mapped[str] = kept(personal=None)
    contractor: Mapped[str] = kept(default="", index=True, personal=None)
    """The key of the contractor they work for; empty: for the landlord itself. It never changes."""
    password_hash: Mapped[str | None] = kept(personal=None, secret=True)
    code_salt: Mapped[bytes] = kept(personal=None, secret=True)
    """What the secret of their one-time codes is drawn from; without the house's key it says nothing."""
    code_step: Mapped[int] = kept(default=0, personal=None)
    """The last step whose code was used: none is taken twice."""
    setup_hash: Mapped[bytes | None] = kept(unique=True, personal=None, secret=True)
    setup_ends_at: Mapped[datetime | None] = kept(personal=None)
    reports_to: Mapped[int | None] = kept(personal=None)
    deputy_for: Mapped[int | None] = kept(personal=None)
    left_at: Mapped[datetime | None] = kept(index=True, personal=None)


class Member(NamedTuple):
    """Who somebody is, to the pages that name them and the rules that ask what they may do."""

    id: int
    name: str
    email: str
    phone: str
    roles: frozenset[Role]
    contractor: str = ""


class Place(NamedTuple):
    """Where somebody stands: what they are, to whom they report and for whom they stand in."""

    id: int
    email: str
    roles: frozenset[Role]
    reports_to: int | None
    deputy_for: int | None


STAFF, SESSION = StaffRow.__table__.c, SessionRow.__table__.c
_MEMBER = select(STAFF.id, STAFF.name, STAFF.email, STAFF.phone, STAFF.roles, STAFF.contractor)

# Asked on every page and by every letter, so once for all.
_NAMES = select(STAFF.id, STAFF.name)
_SOME = _MEMBER.where(STAFF.id.in_(bindparam("ids", expanding=True)))
_SIGNED_IN = (
    select(*(SESSION[name] for name in Opened._fields), *_MEMBER.selected_columns)
    .join(StaffRow.__table__, STAFF.id == SESSION.staff_id)
    .where(STAFF.left_at.is_(None), SESSION.token_hash == bindparam("token_hash"))
)


def write_roles(roles: frozenset[Role]) -> str:
    """Roles as one column keeps them: their names in order."""
    return " ".join(sorted(role.value for role in roles))


def read_roles(text: str) -> frozenset[Role]:
    """The roles that `write_roles` wrote."""
    return frozenset(map(Role, text.split()))


def present_member(session: Session, staff_id: int | None) -> Member | None:
    """The member of staff with this number who works here now."""
    row = session.execute(_MEMBER.where(StaffRow.id == staff_id, StaffRow.left_at.is_(None))).one_or_none()
    return _member(row) if row else None


def present(session: Session) -> list[Member]:
    """Everybody who works here now, by name; of a contractor's people, none."""
    here = _MEMBER.where(StaffRow.left_at.is_(None), StaffRow.contractor == "")
    return [_member(row) for row in session.execute(here.order_by(StaffRow.name, StaffRow.id))]


def of_contractors(session: Session) -> list[Member]:
    """The people of contractors who can sign in, or will, by contractor and name."""
    theirs = _MEMBER.where(StaffRow.left_at.is_(None), StaffRow.contractor != "")
    rows = session.execute(theirs.order_by(StaffRow.contractor, StaffRow.name, StaffRow.id))
    return [_member(row) for row in rows]


def places(session: Session) -> list[Place]:
    """Where everybody stands who works here now."""
    columns = select(STAFF.id, STAFF.email, STAFF.roles, STAFF.reports_to, STAFF.deputy_for)
    rows = session.execute(columns.where(STAFF.left_at.is_(None)).order_by(STAFF.id))
    return [Place(row.id, row.email, read_roles(row.roles), row.reports_to, row.deputy_for) for row in rows]


def hold(session: Session) -> None:
    """Wait until nobody else is changing who works here, or who of them may see a case, and let nobody meanwhile.

    SQLite has one writer at a time, and needs no telling.
    """
    session.execute(select(STAFF.id).order_by(STAFF.id).limit(1).with_for_update(key_share=True))


def some(session: Session, ids: Iterable[int]) -> dict[int, Member]:
    """The members of staff with these numbers, also those who have left; asks nothing when there are none."""
    wanted = list(ids)
    rows = session.execute(_SOME, {"ids": wanted}) if wanted else ()
    return {row.id: _member(row) for row in rows}


def both(session: Session) -> tuple[list[Member], list[Member]]:
    """What `present` and `of_contractors` find, asked at once."""
    rows = session.execute(_MEMBER.where(StaffRow.left_at.is_(None)).order_by(StaffRow.name, StaffRow.id))
    return _apart([_member(row) for row in rows])


def everybody(session: Session) -> tuple[dict[int, str], list[Member], list[Member]]:
    """What `names`, `present` and `of_contractors` find, asked at once."""
    rows = session.execute(_MEMBER.add_columns(StaffRow.left_at).order_by(StaffRow.name, StaffRow.id)).all()
    here = [_member(row[:-1]) for row in rows if row.left_at is None]
    return {row.id: row.name for row in rows}, *_apart(here)


def names(session: Session) -> dict[int, str]:
    """Everybody's name by their number, those who have left too: the record names them."""
    return {row.id: row.name for row in session.execute(_NAMES)}


def row_with_email(session: Session, email: str) -> StaffRow | None:
    """The row of whoever here now has this address."""
    return session.scalar(select(StaffRow).where(StaffRow.email == email, StaffRow.left_at.is_(None)))


def row_with_setup(session: Session, setup_hash: bytes) -> StaffRow | None:
    """The row of whoever was sent this set-up link."""
    return session.scalar(select(StaffRow).where(StaffRow.setup_hash == setup_hash, StaffRow.left_at.is_(None)))


def signed_in_by(session: Session, token_hash: bytes) -> tuple[Opened, Member] | None:
    """The sign-in with this token, and who of those here now it is."""
    row = session.execute(_SIGNED_IN, {"token_hash": token_hash}).one_or_none()
    size = len(Opened._fields)
    return (Opened(*row[:size]), _member(row[size:])) if row else None


def use_step(session: Session, staff_id: int, step: int) -> bool:
    """Note the step of a one-time code; False when it or a later one was used, be it at this moment."""
    later = update(StaffRow).where(StaffRow.id == staff_id, StaffRow.code_step < step)
    used = later.values(code_step=step).returning(StaffRow.id)
    return session.scalar(used, execution_options={"synchronize_session": False}) is not None


def _apart(members: Sequence[Member]) -> tuple[list[Member], list[Member]]:
    return [each for each in members if not each.contractor], [each for each in members if each.contractor]


def _member(row: Sequence[object]) -> Member:
    member = Member(*row)  # type: ignore[arg-type]
    return member._replace(roles=read_roles(str(member.roles)))
