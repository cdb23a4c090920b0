"""An event of any kind, with the plainest facts its shape allows."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from datetime import UTC, date, datetime
from enum import Enum
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

AT = datetime(2026, 11, 25, 12, tzinfo=UTC)
PLAINEST = {int: 1, str: "something", bool: True, date: date(2026, 11, 25), datetime: AT, NoneType: None}


def plainest(kind: Any) -> Any:
    """A value of this type: the first of a choice, one of many."""
    origin, arguments = get_origin(kind), get_args(kind)
    if origin in (Union, UnionType):
        return plainest(arguments[0])
    if origin in (tuple, frozenset):
        return origin([plainest(arguments[0])])
    if kind in PLAINEST:
        return PLAINEST[kind]
    if isinstance(kind, type) and issubclass(kind, Enum):
        return next(iter(kind))
    assert is_dataclass(kind)
    hints = get_type_hints(kind)
    return kind(**{field.name: plainest(hints[field.name]) for field in fields(kind)})
