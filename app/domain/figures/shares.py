"""Shares of a whole: the true ones kept, and those that are shown always 100 per cent together (12.6)."""

from __future__ import annotations

from collections.abc import Collection, Hashable, Mapping
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from typing import TypeVar

Part = TypeVar("Part", bound=Hashable)


def rate(part: int | None, whole: int | None) -> Fraction | None:
    """Return a part as a fraction of 1; None of nothing, or of what is unknown."""
    return None if part is None or not whole else Fraction(part, whole)


def shown(parts: Mapping[Part, int], places: int = 1) -> dict[Part, Decimal]:
    """Return the per cent to show for each part: by largest remainder, so that they are 100 together.

    Of parts with the same remainder the larger is rounded up first, then the first by name: the same in any order in
    which somebody kept them. Empty where there is nothing.
    """
    whole = sum(parts.values())
    if not whole:
        return {}
    units = 100 * 10**places
    whole_units = {part: count * units // whole for part, count in parts.items()}
    left = units - sum(whole_units.values())
    order = sorted(parts, key=lambda part: (-(parts[part] * units % whole), -parts[part], _name(part)))
    up = set(order[:left])
    return {part: Decimal(count + (part in up)).scaleb(-places) for part, count in whole_units.items()}


def halved(parts: Mapping[Part, int], together: Collection[Part], places: int = 1) -> dict[Part, Decimal]:
    """Return the per cent to show for each part, where some are also told together as a rate, like those in time.

    These together are their rate as it is shown alone, a half upwards, and all parts are 100.
    """
    whole, units = sum(parts.values()), 100 * 10**places
    if not whole:
        return {}
    one = (2 * units * sum(parts[part] for part in together) + whole) // (2 * whole)
    found: dict[Part, Decimal] = {}
    for side, much in (([*together], one), ([part for part in parts if part not in together], units - one)):
        floors = {part: parts[part] * units // whole for part in side}
        order = sorted(side, key=lambda part: (-(parts[part] * units % whole), -parts[part], _name(part)))
        up = set(order[: much - sum(floors.values())])
        found |= {part: Decimal(count + (part in up)).scaleb(-places) for part, count in floors.items()}
    return found


def _name(part: Hashable) -> str:
    return str(part.value if isinstance(part, Enum) else part)
