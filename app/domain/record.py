"""How an event is written down so that it reads back the same and can be proved unchanged.

The facts of an event are canonical JSON: sorted keys, ISO dates, whole numbers (money in pence), no floats.
What is hashed is the very text that is kept, so that no database can change it by storing it.
"""

from __future__ import annotations

import hashlib
import json
import re
import types
from collections.abc import Mapping
from dataclasses import dataclass, fields, is_dataclass
from datetime import UTC, date, datetime
from enum import Enum
from functools import cache
from typing import Any, Generic, Literal, NewType, TypeVar, Union, get_args, get_origin, get_type_hints

from app.domain.deed import Actor

E = TypeVar("E")

BEFORE_THE_FIRST = ""
"""What the first event of a stream names as the hash before it."""


class Unreadable(ValueError):
    """These facts are not those of this kind of event."""


@dataclass(frozen=True, slots=True)
class Recorded(Generic[E]):
    """An event in its place: the stream's first is at position 1."""

    position: int
    event: E
    by: Actor
    at: datetime


def kind_of(event: type) -> str:
    """Return the name an event's class goes by in the record: `ResponseIssued` is `response_issued`."""
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", "_", event.__name__).lower()


def kinds(*events: type) -> Mapping[str, type]:
    """Return the classes by the names they go by; raises ValueError when two go by one name."""
    named = {kind_of(event): event for event in events}
    if len(named) < len(events):
        raise ValueError("two events go by one name")
    return types.MappingProxyType(named)


def canonical(value: object) -> str:
    """Return the one way to write a value as JSON, in ASCII; raises TypeError for a float or a stranger."""
    return json.dumps(_plain(value), sort_keys=True, separators=(",", ":"), allow_nan=False)


def facts(event: object) -> str:
    """Return an event's facts as canonical JSON; raises TypeError when they would not read back the same."""
    text = canonical(event)
    if read(type(event), text) != event:
        raise TypeError(f"{event!r} would not read back the same from {text}")
    return text


def read(event: type[E], text: str) -> E:
    """Return the event of this class with these facts; raises Unreadable when they are not its own."""
    found: E = _value(event, json.loads(text))
    return found


def hash_of(stream: str, position: int, kind: str, facts: str, by: Actor, at: datetime, previous: str) -> str:
    """Return the SHA-256 (hexadecimal) that binds an event to its place, its author and all before it."""
    row = {
        "stream": stream, "position": position, "kind": kind, "facts": facts,
        "by": str(by), "at": at, "previous": previous,
    }  # fmt: skip
    return digest(row)


def digest(value: object) -> str:
    """Return the SHA-256 (hexadecimal) of a value's canonical JSON."""
    return hashlib.sha256(canonical(value).encode()).hexdigest()


def _plain(value: object) -> Any:
    match value:
        case Enum():
            return _plain(value.value)
        case None | bool() | int() | str():
            return value
        case datetime():
            return _instant(value)
        case date():
            return value.isoformat()
        case tuple() | list():
            return [_plain(each) for each in value]
        case frozenset():
            return sorted((_plain(each) for each in value), key=canonical)
        case dict():
            return {str(key): _plain(each) for key, each in value.items()}
        case _ if is_dataclass(value) and not isinstance(value, type):
            return {name: _plain(getattr(value, name)) for name in _hints(type(value))}
        case _:
            raise TypeError(f"{value!r} cannot be a fact")


def _instant(at: datetime) -> str:
    if at.tzinfo is None:
        raise TypeError(f"{at!r} has no time zone")
    return at.astimezone(UTC).isoformat(timespec="microseconds")


@cache
def _hints(of: type) -> dict[str, Any]:
    hints = get_type_hints(of)
    return {field.name: hints[field.name] for field in fields(of)}


def _value(hint: Any, plain: Any) -> Any:
    """Return what `plain` stands for where a value of type `hint` is expected."""
    if isinstance(hint, NewType):
        return _value(hint.__supertype__, plain)
    origin = get_origin(hint)
    if origin in (Union, types.UnionType):
        return _one_of(get_args(hint), plain)
    if origin in (tuple, frozenset):
        return _many(origin, get_args(hint), plain)
    if origin is Literal:
        return _same(plain, plain in get_args(hint), hint)
    if hint in (int, str, bool, type(None)):
        return _same(plain, type(plain) is hint, hint)
    return _thing(hint, plain)


def _thing(hint: Any, plain: Any) -> Any:
    if is_dataclass(hint) and isinstance(hint, type):
        _same(plain, isinstance(plain, dict) and plain.keys() == _hints(hint).keys(), hint)
        return hint(**{name: _value(wanted, plain[name]) for name, wanted in _hints(hint).items()})
    try:
        if issubclass(hint, Enum):
            return hint(tuple(plain) if isinstance(plain, list) else plain)
        return hint.fromisoformat(plain)
    except (TypeError, ValueError, AttributeError) as error:
        raise Unreadable(f"{plain!r} is not a {hint}") from error


def _one_of(hints: tuple[Any, ...], plain: Any) -> Any:
    # Text is tried last: every date and enum is written as text too.
    for hint in sorted(hints, key=lambda hint: hint is str):
        try:
            return _value(hint, plain)
        except Unreadable:
            continue
    raise Unreadable(f"{plain!r} is none of {hints}")


def _many(container: type, hints: tuple[Any, ...], plain: Any) -> Any:
    _same(plain, isinstance(plain, list), container)
    each = hints[:1] * len(plain) if container is frozenset or hints[-1] is ... else hints
    _same(plain, len(each) == len(plain), container)
    return container(_value(hint, value) for hint, value in zip(each, plain, strict=True))


def _same(plain: Any, fits: bool, hint: Any) -> Any:
    if not fits:
        raise Unreadable(f"{plain!r} is not a {hint}")
    return plain
