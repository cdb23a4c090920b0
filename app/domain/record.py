"""How an event is written down so that it reads back the same and can be proved unchanged.

The facts of an event are canonical JSON: sorted keys, ISO dates, whole numbers (money in pence), no floats.
What is hashed is the very text that is kept, so that no database can change it by storing it.
"""

from __future__ import annotations

import hashlib
import json
import re
import types
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields, is_dataclass
from datetime import UTC, date, datetime
from enum import Enum
from functools import cache
from types import NoneType
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
    of: Any = event
    return _name(of)


@cache
def _name(of: Any) -> str:
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", "_", of.__name__).lower()


def kinds(*events: type) -> Mapping[str, type]:
    """Return the classes by the names they go by; raises ValueError when two go by one name."""
    named = {kind_of(event): event for event in events}
    if len(named) < len(events):
        raise ValueError("two events go by one name")
    return types.MappingProxyType(named)


def canonical(value: object) -> str:
    """Return the one way to write a value as JSON, in ASCII; raises TypeError for a float or a stranger."""
    return _encode(_plain(value))


def facts(event: object) -> str:
    """Return an event's facts as canonical JSON; raises TypeError when they would not read back the same."""
    text = canonical(event)
    if read(type(event), text) != event:
        raise TypeError(f"{event!r} would not read back the same from {text}")
    return text


def read(event: type[E], text: str) -> E:
    """Return the event of this class with these facts; raises Unreadable when they are not its own."""
    hint: Any = event
    found: E = _reader(hint)(json.loads(text))
    return found


def hash_of(stream: str, position: int, kind: str, facts: str, by: Actor, at: datetime, previous: str) -> str:
    """Return the SHA-256 (hexadecimal) that binds an event to its place, its author and all before it."""
    # The canonical JSON of these seven, written straight away: a hundred thousand events are bound at once.
    place = f'"position":{position:d},"previous":{_quoted(previous)},"stream":{_quoted(stream)}'
    what = f'"at":"{_instant(at)}","by":{_quoted(str(by))},"facts":{_quoted(facts)},"kind":{_quoted(kind)}'
    return hashlib.sha256(f"{{{what},{place}}}".encode()).hexdigest()


def digest(value: object) -> str:
    """Return the SHA-256 (hexadecimal) of a value's canonical JSON."""
    return hashlib.sha256(canonical(value).encode()).hexdigest()


_quoted = json.encoder.encode_basestring_ascii
_encode = json.JSONEncoder(sort_keys=True, separators=(",", ":"), allow_nan=False).encode

AS_IT_IS = frozenset({NoneType, bool, int, str})
"""Types that JSON knows: most facts are of one, and nothing is looked up for them."""


def _plain(value: object) -> Any:
    of: Any = type(value)
    return value if of in AS_IT_IS else _writer(of)(value)


@cache
def _writer(of: Any) -> Callable[[Any], Any]:
    """Return what writes values of this type as JSON knows them; made once, for every event is written so."""
    if issubclass(of, Enum):
        return lambda value: _plain(value.value)
    if issubclass(of, NoneType | bool | int | str):
        return lambda value: value
    if issubclass(of, datetime):
        return _instant
    if issubclass(of, date):
        return date.isoformat
    if issubclass(of, tuple | list):
        return lambda values: [_plain(each) for each in values]
    if issubclass(of, frozenset):
        return lambda values: sorted((_plain(each) for each in values), key=canonical)
    if issubclass(of, dict):
        return lambda values: {str(key): _plain(each) for key, each in values.items()}
    return _write_facts(of) if is_dataclass(of) else _refuse


def _write_facts(of: Any) -> Callable[[Any], Any]:
    names = tuple(_hints(of))

    def write(value: Any) -> dict[str, Any]:
        found = ((name, getattr(value, name)) for name in names)
        return {name: fact if type(fact) in AS_IT_IS else _plain(fact) for name, fact in found}

    return write


def _refuse(value: object) -> Any:
    raise TypeError(f"{value!r} cannot be a fact")


def _instant(at: datetime) -> str:
    if at.tzinfo is None:
        raise TypeError(f"{at!r} has no time zone")
    return at.astimezone(UTC).isoformat(timespec="microseconds")


@cache
def _hints(of: type) -> dict[str, Any]:
    hints = get_type_hints(of)
    return {field.name: hints[field.name] for field in fields(of)}


Read = Callable[[Any], Any]
"""Returns what a plain value stands for, or raises Unreadable."""


@cache
def _reader(hint: Any) -> Read:
    """Return what reads a value of this type; made once, for a page reads a whole history."""
    if isinstance(hint, NewType):
        return _reader(hint.__supertype__)
    origin = get_origin(hint)
    if origin in (Union, types.UnionType):
        return _one_of(get_args(hint))
    if origin in (tuple, frozenset):
        return _many(origin, get_args(hint))
    if origin is Literal:
        return lambda plain: _same(plain, plain in get_args(hint), hint)
    if hint in (int, str, bool, type(None)):
        return lambda plain: _same(plain, type(plain) is hint, hint)
    return _thing(hint)


def _thing(hint: Any) -> Read:
    if is_dataclass(hint) and isinstance(hint, type):
        return _facts_of(hint)
    read_one = _member(hint) if issubclass(hint, Enum) else hint.fromisoformat

    def thing(plain: Any) -> Any:
        try:
            return read_one(plain)
        except (TypeError, ValueError, AttributeError) as error:
            raise Unreadable(f"{plain!r} is not a {hint}") from error

    return thing


def _facts_of(hint: type) -> Read:
    readers = {name: _reader(wanted) for name, wanted in _hints(hint).items()}

    def facts_of(plain: Any) -> Any:
        _same(plain, isinstance(plain, dict) and plain.keys() == readers.keys(), hint)
        return hint(**{name: reader(plain[name]) for name, reader in readers.items()})

    return facts_of


def _member(hint: type[Enum]) -> Read:
    return lambda plain: hint(tuple(plain) if isinstance(plain, list) else plain)


def _one_of(hints: tuple[Any, ...]) -> Read:
    # Text is tried last: every date and enum is written as text too.
    readers = [_reader(hint) for hint in sorted(hints, key=lambda hint: hint is str)]

    def one_of(plain: Any) -> Any:
        for reader in readers:
            try:
                return reader(plain)
            except Unreadable:
                continue
        raise Unreadable(f"{plain!r} is none of {hints}")

    return one_of


def _many(container: type, hints: tuple[Any, ...]) -> Read:
    readers = [_reader(hint) for hint in hints if hint is not ...]
    alike = container is frozenset or hints[-1] is ...

    def many(plain: Any) -> Any:
        _same(plain, isinstance(plain, list), container)
        each = readers[:1] * len(plain) if alike else readers
        _same(plain, len(each) == len(plain), container)
        return container(reader(value) for reader, value in zip(each, plain, strict=True))

    return many


def _same(plain: Any, fits: bool, hint: Any) -> Any:
    if not fits:
        raise Unreadable(f"{plain!r} is not a {hint}")
    return plain
