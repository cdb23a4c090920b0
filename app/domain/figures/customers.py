"""Who all the customers are, as the landlord states it: what complainants are held against (OM10)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from app.domain.figures.comparing import Fault, same, share


def plain(base: Mapping[str, Mapping[str, int]]) -> dict[str, Any] | None:
    """Return the groups of each characteristic with their shares, the largest first; None where nothing is stated."""
    return {name: _groups(groups) for name, groups in sorted(base.items())} or None


def _groups(groups: Mapping[str, int]) -> list[dict[str, Any]]:
    whole = sum(groups.values())
    return [
        {"label": label, "count": count, "share": share(count, whole)}
        for label, count in sorted(groups.items(), key=lambda group: (-group[1], group[0]))
    ]


def faults(document: Mapping[str, Any]) -> Iterator[Fault]:
    """Yield the shares that are not those of what was stated."""
    for name, lines in (document["customer_base"] or {}).items():
        whole = sum(line["count"] for line in lines)
        for line in lines:
            where = f"customer_base.{name}.{line['label']}"
            yield from same(where, line["share"], share(line["count"], whole))
