"""`dataclasses.replace` for values of many fields that are changed a hundred thousand times."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields
from functools import cache
from operator import attrgetter
from typing import Any, TypeVar

Value = TypeVar("Value")

Setters = dict[str, Callable[[Any, Any], None]]


def changed(value: Value, **changes: object) -> Value:
    """Return a copy of a frozen dataclass with slots in which these fields differ; raises KeyError for no such field.

    It is for classes that do nothing when they are made: the fields are copied, and nothing is run.
    """
    of: Any = type(value)
    get, setters = _access(of)
    new: Value = object.__new__(of)
    for put, field in zip(setters.values(), get(value), strict=True):
        put(new, field)
    for name, field in changes.items():
        setters[name](new, field)
    return new


@cache
def _access(of: Any) -> tuple[Callable[[Any], tuple[Any, ...]], Setters]:
    names = [field.name for field in fields(of)]
    return attrgetter(*names), {name: getattr(of, name).__set__ for name in names}
