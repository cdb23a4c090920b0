"""The laws about dangers in a home as dated data (Awaab's Law, its Scottish sister): what each covers, its times.

A later phase is one more row with its day. The numbers are those of SI 2025/1042 and SSI 2026/173.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum
from types import MappingProxyType

from app.domain.clock.calendar import Day, WorkingDays
from app.domain.clock.profiles import Nation


class HazardKind(Enum):
    """What is dangerous, in the plain kinds that a resident is asked about (ruling 22)."""

    DAMP_OR_MOULD = "damp_or_mould"
    COLD_OR_HEAT = "cold_or_heat"
    FALLS = "falls"
    COLLAPSE = "collapse"
    FIRE_GAS_ELECTRIC = "fire_gas_electric"
    HYGIENE = "hygiene"
    OTHER = "other"


class Severity(Enum):
    """How serious staff found it; NEITHER: no hazard that a law would speak of."""

    NEITHER = "neither"
    SIGNIFICANT = "significant"
    EMERGENCY = "emergency"

    def worse_than(self, other: Severity) -> bool:
        """Return whether this is the graver of the two."""
        order = tuple(Severity)
        return order.index(self) > order.index(other)


class Tenure(Enum):
    """How somebody holds their home. The law speaks of tenancies; an unknown one is treated as such (ruling 22)."""

    TENANCY = "tenancy"
    SHARED_OWNERSHIP = "shared_ownership"
    LEASEHOLD = "leasehold"
    LICENCE = "licence"
    UNKNOWN = "unknown"

    @property
    def rents(self) -> bool:
        """Return whether the law's times bind for this home, as far as is known."""
        return self in (Tenure.TENANCY, Tenure.UNKNOWN)


@dataclass(frozen=True, slots=True)
class HazardTimes:
    """The limits: of an emergency in hours from knowing; else in working days, and at last in calendar days.

    `summary`, `safe` and `works` count from the end of the investigation. None: this law sets no such limit.
    `rehouse`: whoever cannot be made safe in time must be offered somewhere else to stay.
    """

    emergency_hours: int | None
    investigate: WorkingDays
    summary: WorkingDays | None
    safe: WorkingDays | None
    works: WorkingDays | None
    works_at_the_latest: int | None
    rehouse: bool = False


@dataclass(frozen=True, slots=True)
class Covered:
    """Which kinds a law covers from a day on, once they are this serious."""

    valid_from: Day
    severity: Severity
    kinds: frozenset[HazardKind]


@dataclass(frozen=True, slots=True)
class HazardLaw:
    """One nation's law: what it covers since when, and its times."""

    name: str
    nation: Nation
    times: HazardTimes
    covered: tuple[Covered, ...]

    def binds_from(self, kinds: Collection[HazardKind], severity: Severity) -> Day | None:
        """Return the first day on which it covers one of these, so serious or less; None when it never does."""
        rows = [row for row in self.covered if not row.severity.worse_than(severity)]
        return min((row.valid_from for row in rows if not row.kinds.isdisjoint(kinds)), default=None)

    def asked_about(self, on: Day) -> tuple[HazardKind, ...]:
        """Return the kinds to ask a resident about on a day: those that need not be an emergency to be covered."""
        now = [row.kinds for row in self.covered if row.severity is Severity.SIGNIFICANT and row.valid_from <= on]
        return tuple(kind for kind in HazardKind if any(kind in kinds for kinds in now))


AWAAB = HazardLaw(
    name="england-awaab",
    nation=Nation.ENGLAND,
    times=HazardTimes(
        emergency_hours=24,
        investigate=10,
        summary=3,
        safe=5,
        works=5,
        works_at_the_latest=84,  # twelve weeks
        rehouse=True,
    ),
    covered=(
        Covered(date(2025, 10, 27), Severity.EMERGENCY, frozenset(HazardKind)),
        Covered(date(2025, 10, 27), Severity.SIGNIFICANT, frozenset({HazardKind.DAMP_OR_MOULD})),
        Covered(
            date(2026, 11, 30),
            Severity.SIGNIFICANT,
            frozenset(
                {
                    HazardKind.COLD_OR_HEAT,
                    HazardKind.FALLS,
                    HazardKind.COLLAPSE,
                    HazardKind.FIRE_GAS_ELECTRIC,
                    HazardKind.HYGIENE,
                }
            ),
        ),
        # The third phase has no date yet. It will be a row for HazardKind.OTHER.
    ),
)

SCOTTISH_DAMP = HazardLaw(
    name="scotland-damp",
    nation=Nation.SCOTLAND,
    times=HazardTimes(emergency_hours=None, investigate=10, summary=3, safe=None, works=5, works_at_the_latest=None),
    covered=(Covered(date(2026, 10, 6), Severity.SIGNIFICANT, frozenset({HazardKind.DAMP_OR_MOULD})),),
)

EMERGENCY_HOURS = 24
OUR_OWN = HazardTimes(
    emergency_hours=EMERGENCY_HOURS, investigate=10, summary=None, safe=None, works=None, works_at_the_latest=None
)
"""What staff work to where no law binds: to look, and in an emergency to make safe, as soon as where one does."""

LAWS: Mapping[Nation, HazardLaw] = MappingProxyType({law.nation: law for law in (AWAAB, SCOTTISH_DAMP)})


def law_named(name: str) -> HazardLaw | None:
    """Return the law of this name, None where none binds."""
    return next((law for law in LAWS.values() if law.name == name), None)
