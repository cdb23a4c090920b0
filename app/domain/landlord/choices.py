"""The landlord's own lists: every entry has a key that cases name for ever, and a name that may change."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Protocol

from app.domain.refused import Gap, Why

CHOICES = (
    "channels",
    "service_areas",
    "themes",
    "directorates",
    "neighbourhoods",
    "tenures",
    "contractors",
    "teams",
    "root_causes",
    "escalation_reasons",
    "refusal_reasons",
)
"""The settings that are such lists."""


class Entry(Protocol):
    """What every entry of such a list has."""

    @property
    def key(self) -> str: ...

    @property
    def name(self) -> str: ...


def faults(lists: Mapping[str, Sequence[Entry]]) -> Iterator[Gap]:
    """Yield what is wrong with these lists, by their settings."""
    for field, entries in lists.items():
        if any(not entry.key or not entry.name.strip() for entry in entries):
            yield Gap(Why.CHOICE_WITHOUT_NAME, field)
        if any(times > 1 for times in Counter(entry.key for entry in entries).values()):
            yield Gap(Why.CHOICE_TWICE, field)
    if {each.key for each in lists["contractors"]} & {each.key for each in lists["teams"]}:
        yield Gap(Why.CHOICE_TWICE, "teams")
