"""Targets beside the figures that they are of: a column for a table, where any of its lines has one (HM1, HP5)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from app.domain.figures.sections import Figure, Table
from app.words.figures.voices import Voice


def beside(voice: Voice, table: Table, paths: Sequence[str | None]) -> Table:
    """Return a table of shares with the target of each line, by the way to what it is of; None for a line without."""
    targets = voice.document.get("targets") or {}
    wanted = [targets[path]["target"] if path in targets else None for path in paths]
    if not any(each is not None for each in wanted):
        return table
    lines = tuple(
        replace(line, figures=(*line.figures, Figure(voice.percent(share))))
        for line, share in zip(table.lines, wanted, strict=True)
    )
    return replace(table, heads=(*table.heads, voice.gettext("Target")), lines=lines)
