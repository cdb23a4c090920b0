"""What everybody may read of a stage, of its tenures' measures and of what was not accepted (8.1, section 5).

Whole counts of a stage stand: how many came, were due, were answered and are open tells of nobody. What parts them
stands only where none of these is from 1 to 9, each year by itself.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from app.domain.figures.suppression import is_small, suppressed

Document = dict[str, Any]

STAGES = ("1", "2")
WHOLES = ("received", "responses_due", "responded", "open")
"""What stands of every stage."""
COUNTED = WHOLES[:3]
"""Those of which none may be small where a stage is told in parts."""


def is_large(stage: Mapping[str, Any]) -> bool:
    """Return whether so many complaints were at a stage that its parts tell of nobody; of none there is nobody."""
    return not any(is_small(stage.get(name)) for name in COUNTED)


def hide(document: Document, *, is_a_year: bool) -> None:
    """Take out of a document what parts a small stage, and what of a large one parts reasons too finely.

    CH01 and CH02 of a year stand, however small: every registered provider has to publish them.
    """
    stages = document["stages"]
    small = [stage for stage in stages if not is_large(stages[stage])]
    if not is_a_year:
        _hide_tenures(document)
    for stage, of in stages.items():
        if stage in small:
            stages[stage] = {name: each if name in WHOLES else without(each) for name, each in of.items()}
            stages[stage] |= {"shares": dict.fromkeys(of["shares"])} if "shares" in of else {}
        elif of.get("refused_by_ground"):
            of["refused_by_ground"] = _reasons(of["refused_by_ground"])
    if small:
        document["on_time_rate"] = None


def without(value: Any) -> Any:
    """Return a part of a document in its shape, without any figure."""
    if isinstance(value, Mapping):
        return {name: without(each) for name, each in value.items()}
    return None


def _reasons(counts: Mapping[str, int | None]) -> dict[str, int | None]:
    """Return how often each reason was given; whoever knows the total, which stands, reads none of those left out.

    One reason alone has the number of all, and so many as there were refusals were given once each: these are known
    whatever we leave out, as the Code has us name the reasons. They stand.
    """
    known = {ground: count for ground, count in counts.items() if count is not None}
    used = {ground: count for ground, count in known.items() if count}
    if len(known) < len(counts) or len(used) <= 1 or sum(used.values()) == len(used):
        return dict(counts)
    shown = suppressed(known)
    return dict(shown.parts if shown.total is not None else {ground: None if n else 0 for ground, n in known.items()})


def _hide_tenures(document: Document) -> None:
    for of in (document.get("tsm") or {}).values():
        for name in (f"stage_{stage}" for stage in STAGES):
            for measure in ("CH01", "CH02"):
                of[measure][name] = None
                homes = of["counts"][measure][name]["denominator"] if measure == "CH01" else None
                of["counts"][measure][name] = without(of["counts"][measure][name]) | {"denominator": homes}
            for basis in of["CH02_by_basis"].values():
                basis[name] = without(basis[name])


def hide_repeated(people: dict[str, int | None]) -> None:
    """Take out how many people complained so often where they are few, or few more than those who did more often."""
    more: int | None = None
    for often in sorted(people, key=lambda name: int(name.split("_")[0])):
        count = people[often]
        if is_small(count) or (count and more is not None and is_small(more - count)):
            people[often] = None
        elif count is not None:
            more = count
