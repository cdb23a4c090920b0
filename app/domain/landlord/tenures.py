"""How residents hold their homes, as the landlord calls it, and which of the regulator's measures each counts in."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Tsm(Enum):
    """The two kinds of tenure that the Tenant Satisfaction Measures are published by; others are in neither."""

    LCRA = "LCRA"
    LCHO = "LCHO"


@dataclass(frozen=True, slots=True)
class Tenure:
    """An entry of the list of tenures. Cases name its `key` for ever, so it is retired, not lost."""

    key: str
    name: str
    tsm: Tsm | None = None
    retired: bool = False


LOW_COST_RENT = Tenure("lcra", Tsm.LCRA.value, Tsm.LCRA)
LOW_COST_OWNERSHIP = Tenure("lcho", Tsm.LCHO.value, Tsm.LCHO)


def tsm_of(name: str) -> Tsm | None:
    """Return the measures that a tenure of this name is in by its name alone; None for any other name."""
    return next((each for each in Tsm if each.value == name), None)
