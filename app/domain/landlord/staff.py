"""Those who work for the landlord: what each may do, how they prove who they are, and what became of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from app.domain.landlord.permissions import Role
from app.domain.landlord.whys import ContractorWhy
from app.domain.refused import Gap, Why

SHORTEST_PASSWORD = 12
LONGEST_PASSWORD = 1000
"""Far beyond any that a person keeps; what is longer only costs time."""
SETUP_LINK_LASTS = timedelta(days=7)

# Of the passwords people choose most, those that are long enough to be tried. Compared in lower case.
COMMON = frozenset(
    {
        "123123123123", "1234567890ab", "123412341234", "123456123456", "123456789012", "1234567890123",
        "12345678901234", "1q2w3e4r5t6y", "1qaz2wsx3edc", "987654321012", "abc123abc123", "abcd12345678",
        "abcdefghijkl", "admin1234567", "administrator", "administrator1", "changeme1234", "changeme12345",
        "correcthorsebatterystaple", "football1234", "iloveyou1234", "iloveyouforever", "letmein12345",
        "liverpool123", "manchester123", "manchesterunited", "mypassword123", "password1234", "password12345",
        "password123456", "passwordpassword", "princess1234", "qwerty123456", "qwertyuiop12", "qwertyuiop123",
        "sunshine1234", "welcome12345", "welcome123456", "zxcvbnm12345",
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class StaffAdded:
    """Somebody began to work here; their name stands in their row, not in the record."""

    staff: int
    roles: tuple[Role, ...]


@dataclass(frozen=True, slots=True)
class RolesChanged:
    """What somebody may do was changed to this."""

    staff: int
    roles: tuple[Role, ...]


@dataclass(frozen=True, slots=True)
class SignInSetUp:
    """Somebody chose a password and set up their one-time codes."""

    staff: int


@dataclass(frozen=True, slots=True)
class SignInReset:
    """Somebody was sent a new set-up link; password and codes are void until it is used."""

    staff: int


@dataclass(frozen=True, slots=True)
class StaffLeft:
    """Somebody works here no more, and is signed out everywhere."""

    staff: int


@dataclass(frozen=True, slots=True)
class PlaceSet:
    """To whom somebody reports, and for whom they stand in: both lose sight of complaints about those (ruling 4)."""

    staff: int
    reports_to: int | None
    deputy_for: int | None


Event = StaffAdded | RolesChanged | PlaceSet | SignInSetUp | SignInReset | StaffLeft


def check_person(name: str, email: str | None, roles: frozenset[Role], contractor: str = "") -> tuple[Gap, ...]:
    """Return what is wrong with a new member of staff; `email` is None where what was typed is no address.

    `contractor`: the key of whom they work for, if not for the landlord; then that is all they are (5.4).
    """
    gaps = []
    if not name.strip():
        gaps.append(Gap(Why.STAFF_WITHOUT_NAME, "name"))
    if email is None:
        gaps.append(Gap(Why.NOT_AN_EMAIL, "email"))
    if not roles:
        gaps.append(Gap(Why.NO_ROLE, "roles"))
    if roles == {Role.CONTRACTOR} and not contractor:
        gaps.append(Gap(ContractorWhy.PERSON_WITHOUT_CONTRACTOR, "contractor"))
    if (Role.CONTRACTOR in roles and roles != {Role.CONTRACTOR}) or (contractor and Role.CONTRACTOR not in roles):
        gaps.append(Gap(ContractorWhy.CONTRACTOR_IS_ONE_ALONE, "roles"))
    return tuple(gaps)


def check_password(password: str, email: str) -> tuple[Gap, ...]:
    """Return what is wrong with a password: too short, too well known, or their own address (ASVS 6.2)."""
    lowered = password.lower()
    if len(password) < SHORTEST_PASSWORD:
        return (Gap(Why.PASSWORD_TOO_SHORT, "password"),)
    if len(password) > LONGEST_PASSWORD:
        return (Gap(Why.PASSWORD_TOO_LONG, "password"),)
    if lowered in COMMON or lowered == email.lower() or len(set(lowered)) < 4:
        return (Gap(Why.PASSWORD_TOO_COMMON, "password"),)
    return ()
