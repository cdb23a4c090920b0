"""The landlord's own lists, as cases of years ago name their entries: by the very label, or added under it (8.1)."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from itertools import count
from typing import Any

from app.domain.landlord.choices import CHOICES
from app.domain.landlord.landlord import Choice, Landlord
from app.domain.landlord.settings import key_of
from app.domain.landlord.tenures import Tenure, tsm_of

LISTS = tuple(each for each in CHOICES if each != "teams")
"""The lists that cases are counted by."""


def keys(landlord: Landlord, of: str) -> Mapping[str, str]:
    """Return the key of each entry of a list by its name, compared letter for letter; a retired one is found too."""
    entries: tuple[Choice | Tenure, ...] = getattr(landlord, of)
    return {each.name: each.key for each in reversed(entries)}


def with_names(landlord: Landlord, of: str, names: Iterable[str]) -> Landlord:
    """Return the landlord with an entry of a list for each of these names that it had none for, in their order."""
    entries: tuple[Choice | Tenure, ...] = getattr(landlord, of)
    known = {each.name for each in entries}
    taken = {each.key for each in (*entries, *(landlord.doers if of == "contractors" else ()))}
    added: list[Choice | Tenure] = []
    for name in dict.fromkeys(names):
        if name in known:
            continue
        key = _new_key(name, of, taken)
        taken.add(key)
        added.append(Tenure(key, name, tsm_of(name)) if of == "tenures" else Choice(key, name))
    longer: dict[str, Any] = {of: (*entries, *added)}
    return replace(landlord, **longer) if added else landlord


def _new_key(name: str, of: str, taken: Collection[str]) -> str:
    """Return a key like a name that no entry has yet: names that differ in a comma alone have keys of their own."""
    base = key_of(name) or of
    tries = (base if number == 1 else f"{base}-{number}" for number in count(1))
    return next(key for key in tries if key not in taken)
