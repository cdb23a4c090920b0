"""One line of a file that brings the past in: what it says of one complaint, or all that is wrong with it.

The past is not refused for what it was: an answer may have been late, or never written. Refused is what cannot be.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from typing import Any

from app.domain.case.kinds import Kind
from app.domain.case.survey_states import Score
from app.domain.figures.cells import Cell, CellFault, Days, Wrong, WrongCell, day, one_of, pence, score
from app.domain.figures.columns import DAYS, LISTS, RECEIVED_ON, STAGE_2
from app.domain.figures.filing import Outcome
from app.domain.record import digest

NOT_IN_FILES = frozenset({Outcome.RESOLVED, Outcome.OVERTAKEN, Outcome.ENDED})
BETWEEN_THEMES = ";"
LONGEST = {"reference": 60, "complainant": 200}
LONGEST_NAME = 100
"""A name of a list, or of somebody: more is a story, and no label."""

Hide = Callable[[str], str]
"""Returns what stands for a person, so that who they are is kept nowhere."""


@dataclass(frozen=True, slots=True)
class KeptStage:
    """What is kept of one stage; None: not done, or nobody kept it."""

    begun_on: date
    acknowledged_on: date | None = None
    extended_to: date | None = None
    told_on: date | None = None
    responded_on: date | None = None
    outcome: Outcome | None = None

    @property
    def latest(self) -> date:
        """Return the last day of which anything is known."""
        days = (self.acknowledged_on, self.told_on, self.responded_on)
        return max([self.begun_on, *(each for each in days if each is not None)])


@dataclass(frozen=True, slots=True)
class Past:
    """What a line says of one complaint. `names` are those of the landlord's lists, by column, as they were typed."""

    said: Mapping[str, Any]
    received_on: date
    kind: Kind
    reference: str
    names: Mapping[str, tuple[str, ...]]
    handler: str
    complainant: str
    stage_1: KeptStage
    stage_2: KeptStage | None
    satisfaction: Score | None
    compensation: int | None
    closed_on: date | None

    @property
    def latest(self) -> date:
        """Return the last day of which anything is known."""
        return (self.stage_2 or self.stage_1).latest


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads lines: which columns they have, how days are written, and between which days we can count.

    `first` is the first day of which bank holidays are known, `today` the last that can have happened.
    """

    columns: tuple[str, ...]
    way: Days
    first: date
    today: date
    last: date
    hide: Hide

    def read(self, cells: Sequence[Cell]) -> Past | tuple[Wrong, ...]:
        """Return what a line says, or what is wrong with it, cell by cell."""
        typed = self._typed(cells)
        wrong = [Wrong("", str(cell), CellFault.NO_COLUMN) for cell in cells[len(self.columns) :] if _is_there(cell)]
        said: dict[str, Any] = {}
        for column, cell in typed.items():
            try:
                said[column] = self._cell(column, cell)
            except WrongCell as error:
                wrong.append(Wrong(column, str(cell), error.fault, error.wanted))
        if RECEIVED_ON not in typed:
            wrong.append(Wrong(RECEIVED_ON, "", CellFault.NOTHING_THERE))
        wrong += [Wrong(column, str(typed.get(column, "")), fault) for column, fault in _misfits(said, typed)]
        return tuple(wrong) if wrong else _past(said)

    def named(self, cells: Sequence[Cell]) -> tuple[dict[str, tuple[str, ...]], str]:
        """Return the names of lists in a line, by column, and that of its handler, whatever else is wrong with it."""
        said: dict[str, Any] = {}
        for column, cell in self._typed(cells).items():
            if column in LISTS or column == "handler":
                with suppress(WrongCell):
                    said[column] = self._cell(column, cell)
        return _names(said), said.get("handler", "")

    def _typed(self, cells: Sequence[Cell]) -> dict[str, Cell]:
        """Return what stands in the cells of the columns that we know."""
        pairs = zip(self.columns, cells, strict=False)
        return {column: cell for column, cell in pairs if cell and column and _is_there(cell)}

    def _cell(self, column: str, cell: Cell) -> Any:
        if column in DAYS:
            return self._day(column, cell)
        if column in READ:
            return READ[column](cell)
        if column == "other_themes":
            return tuple(_short(each.strip()) for each in str(cell).split(BETWEEN_THEMES) if each.strip())
        text = _short(str(cell), LONGEST.get(column, LONGEST_NAME))
        return self.hide(text.strip()) if column == "complainant" else text

    def _day(self, column: str, cell: Cell) -> date:
        found = day(cell, self.way)
        if found < self.first:
            raise WrongCell(CellFault.DAY_TOO_EARLY, self.first.isoformat())
        if column.endswith("_extended_to"):
            if found > self.last:
                raise WrongCell(CellFault.DAY_TOO_FAR, self.last.isoformat())
        elif found > self.today:
            raise WrongCell(CellFault.DAY_TO_COME)
        return found


def key(past: Past, times: int) -> str:
    """Return what a line is known by, file after file: its reference, else all it says and how often that came."""
    return digest({"reference": past.reference} if past.reference else [content(past), times])


def content(past: Past) -> str:
    """Return the SHA-256 of what a line says, but for the person: what stands for them may change with a key."""
    return digest({column: said for column, said in past.said.items() if column != "complainant"})


def _outcome(cell: Cell) -> Outcome:
    return one_of(Outcome, cell, but=NOT_IN_FILES)


READ: Mapping[str, Callable[[Cell], Any]] = {
    "kind": lambda cell: one_of(Kind, cell),
    "stage_1_outcome": _outcome,
    "stage_2_outcome": _outcome,
    "satisfaction": score,
    "compensation": pence,
}


def _is_there(cell: Cell) -> bool:
    return isinstance(cell, date) or bool(cell.strip())


def _short(text: str, longest: int = LONGEST_NAME) -> str:
    if len(text) > longest or not text.isprintable():
        raise WrongCell(CellFault.TOO_LONG, str(longest))
    return text


def _misfits(said: Mapping[str, Any], typed: Mapping[str, Cell]) -> Iterator[tuple[str, CellFault]]:
    """Yield the cells that do not fit the others: what cannot have happened, or not to what the line is about."""
    received, asked = said.get(RECEIVED_ON), said.get("stage_2_requested_on")
    for column in ("stage_1_acknowledged_on", "stage_1_responded_on", "stage_2_requested_on", "closed_on"):
        yield from _too_early(said, column, received)
    for column in ("stage_2_acknowledged_on", "stage_2_responded_on"):
        yield from _too_early(said, column, asked)
    for stage, began in (("stage_1", received), ("stage_2", asked)):
        yield from _too_early(said, f"{stage}_extended_to", began)
        yield from _too_early(said, f"{stage}_extension_told_on", began)
        if f"{stage}_extension_told_on" in typed and f"{stage}_extended_to" not in typed:
            yield f"{stage}_extended_to", CellFault.TOLD_OF_NOTHING
    if "stage_2_requested_on" not in typed and any(column in typed for column in STAGE_2):
        yield "stage_2_requested_on", CellFault.NO_STAGE_2
    if said.get("kind", Kind.COMPLAINT) is not Kind.COMPLAINT and "stage_2_requested_on" in typed:
        yield "stage_2_requested_on", CellFault.NOT_OF_A_COMPLAINT


def _too_early(said: Mapping[str, Any], column: str, began: date | None) -> Iterator[tuple[str, CellFault]]:
    if began is not None and column in said and said[column] < began:
        yield column, CellFault.BEFORE_IT_BEGAN


def _past(said: Mapping[str, Any]) -> Past:
    asked = said.get("stage_2_requested_on")
    return Past(
        said=said,
        received_on=said[RECEIVED_ON],
        kind=said.get("kind", Kind.COMPLAINT),
        reference=said.get("reference", "").strip(),
        names=_names(said),
        handler=said.get("handler", ""),
        complainant=said.get("complainant", ""),
        stage_1=_stage("stage_1", said[RECEIVED_ON], said),
        stage_2=None if asked is None else _stage("stage_2", asked, said),
        satisfaction=said.get("satisfaction"),
        compensation=said.get("compensation"),
        closed_on=said.get("closed_on"),
    )


def _names(said: Mapping[str, Any]) -> dict[str, tuple[str, ...]]:
    return {column: _several(said[column]) for column in LISTS if column in said}


def _several(names: str | tuple[str, ...]) -> tuple[str, ...]:
    return (names,) if isinstance(names, str) else names


def _stage(stage: str, begun_on: date, said: Mapping[str, Any]) -> KeptStage:
    return KeptStage(
        begun_on,
        said.get(f"{stage}_acknowledged_on"),
        said.get(f"{stage}_extended_to"),
        said.get(f"{stage}_extension_told_on"),
        said.get(f"{stage}_responded_on"),
        said.get(f"{stage}_outcome"),
    )
