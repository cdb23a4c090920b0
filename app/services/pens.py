"""Keep words beside the record, as a rule that allows the deed asks for it: numbered on, each with its salt."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from app.domain.said import Said, salted

SALT_BYTES = 16
Row = TypeVar("Row")


@dataclass(slots=True)
class Pen(Generic[Row]):
    """Keeps the words of a deed; `keep` is what a rule is handed.

    `last` is the number of the words kept last, `row` makes what a table keeps: of a number, a kind, a text, a salt.
    """

    last: int
    row: Callable[[int, Any, str, bytes], Row]
    rows: list[Row] = field(default_factory=list)

    def keep(self, kind: Any, text: str) -> Said:
        """Return where the words are kept, and what they hash to with their salt."""
        self.last += 1
        salt = secrets.token_bytes(SALT_BYTES)
        self.rows.append(self.row(self.last, kind, text, salt))
        return Said(self.last, salted(salt, text))
