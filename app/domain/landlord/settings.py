"""The landlord's settings as an operator or a form writes them: some of them, and briefly."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import fields
from typing import Any

from app.domain.landlord.landlord import (
    Choice,
    Landlord,
    OmbudsmanContact,
    OutOfHoursContact,
    SignedOff,
)
from app.domain.landlord.tenures import Tenure, tsm_of
from app.domain.promises.guidance import GuideSum
from app.domain.record import Unreadable, canonical, read
from app.domain.refused import Gap, Refused, Why

MADE_OF: Mapping[str, type] = {
    "out_of_hours": OutOfHoursContact,
    "channels": Choice,
    "service_areas": Choice,
    "themes": Choice,
    "directorates": Choice,
    "neighbourhoods": Choice,
    "tenures": Tenure,
    "contractors": Choice,
    "teams": Choice,
    "root_causes": Choice,
    "escalation_reasons": Choice,
    "refusal_reasons": Choice,
    "signed_off": SignedOff,
    "ombudsman": OmbudsmanContact,
    "guide_sums": GuideSum,
}
NOT_IN_A_KEY = re.compile(r"[^a-z0-9]+")


def change(landlord: Landlord, given: Mapping[str, Any]) -> Landlord:
    """Return the landlord with these settings changed; raises Refused for each that is unknown or unreadable.

    A choice may be given by its name alone, and what is left out of a list's entry is as it would be by itself.
    """
    plain = json.loads(canonical(landlord))
    logo = plain.pop("logo")  # a picture is set by itself
    gaps = [Gap(Why.NO_SUCH_SETTING, name) for name in given if name not in plain]
    for name in given.keys() & plain.keys():
        try:
            changed = plain | {name: _whole(name, given[name])}
            read(Landlord, canonical(changed | {"logo": logo}))
        except (Unreadable, TypeError):
            gaps.append(Gap(Why.UNREADABLE_SETTING, name))
        else:
            plain = changed
    if gaps:
        raise Refused(*sorted(gaps, key=lambda gap: gap.field))
    return read(Landlord, canonical(plain | {"logo": logo}))


def changed(old: Landlord, new: Landlord) -> tuple[str, ...]:
    """Return the names of the settings that differ."""
    return tuple(each.name for each in fields(Landlord) if getattr(old, each.name) != getattr(new, each.name))


def key_of(name: str) -> str:
    """Return the key a choice is known by for ever, from the name it was first given: `damp-and-mould`."""
    return NOT_IN_A_KEY.sub("-", name.lower()).strip("-")


def _whole(name: str, value: Any) -> Any:
    of = MADE_OF.get(name)
    if of is None or value is None:
        return value
    return [_entry(of, each) for each in value] if isinstance(value, list) else _entry(of, value)


def _entry(of: type, value: Any) -> Any:
    if isinstance(value, str) and of in (Choice, Tenure):
        value = {"key": key_of(value), "name": value}
        if of is Tenure and (counted_in := tsm_of(value["name"])) is not None:
            value["tsm"] = counted_in.value
    if not isinstance(value, dict):
        raise Unreadable(f"{value!r} is not an entry")
    return _LEFT_OUT[of] | value


_LEFT_OUT: Mapping[type, dict[str, Any]] = {
    OutOfHoursContact: {"email": "", "phone": ""},
    Choice: {"retired": False},
    Tenure: {"tsm": None, "retired": False},
    SignedOff: {},
    OmbudsmanContact: {"phone": "", "web": "", "post": []},
    GuideSum: {"retired": False},
}
