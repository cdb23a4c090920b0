"""The good lines of a file between its two passes: set aside on the disk, so that none is read and checked twice."""

from __future__ import annotations

import pickle
from collections.abc import Iterator
from tempfile import TemporaryFile
from types import TracebackType
from typing import NamedTuple, Self

from app.services.figures.past_files import PastLine

SLICE = 200
"""Lines at once: written within a fraction of a second."""


class Some(NamedTuple):
    """A slice of lines: what they are known by, and the lines themselves, packed to be handed on."""

    keys: tuple[str, ...]
    packed: bytes

    def lines(self) -> list[PastLine]:
        """Return the lines."""
        found: list[PastLine] = pickle.loads(self.packed)  # noqa: S301 - packed a moment ago, in a file without a name
        return found


class Spool:
    """Keeps lines in a file without a name, which is gone when the `with` block ends."""

    def __enter__(self) -> Self:
        self.file = TemporaryFile()
        self.some: list[PastLine] = []
        self.count = 0
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.file.close()

    def __len__(self) -> int:
        return self.count

    def __iter__(self) -> Iterator[Some]:
        """Yield the lines again, slice by slice, in their order."""
        self._set_aside()
        self.file.seek(0)
        while self.file.peek(1):
            yield Some(*pickle.load(self.file))  # noqa: S301 - as above

    def add(self, line: PastLine) -> None:
        """Set one more line aside."""
        self.count += 1
        self.some.append(line)
        if len(self.some) == SLICE:
            self._set_aside()

    def _set_aside(self) -> None:
        if self.some:
            pickle.dump((tuple(each.line for each in self.some), pickle.dumps(self.some)), self.file)
            self.some = []
