"""A line of an offer: what for, how much, and whether that is what the guidance says (7.2, 7.4)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from app.domain.promises.guidance import GuideSum, Head, Pence, Per
from app.domain.promises.offer_states import OfferLine
from app.domain.promises.whys import MoneyWhy
from app.domain.reasons import Reason
from app.domain.refused import Refused
from app.domain.said import WordsKind, Write


@dataclass(frozen=True, slots=True)
class LineDraft:
    """A part of an offer as somebody writes it. Of a fixed sum the guidance says how much it comes to."""

    head: Head | None = None
    guide: str = ""
    times: int | None = None
    pence: Pence | None = None
    reason: str = ""
    outside: str = ""

    @property
    def empty(self) -> bool:
        """Return whether the row was left blank."""
        chosen = self.head is not None or self.guide or self.times is not None or self.pence is not None
        return not chosen and not self.reason.strip()


def wrong_in(line: LineDraft, table: Mapping[str, GuideSum]) -> Iterator[tuple[Reason, str]]:
    """Yield what is missing in a line, or out of line with the guidance without a reason, each with its field."""
    guide = table.get(line.guide)
    if guide is None and (line.head is None or line.guide):
        yield MoneyWhy.LINE_WITHOUT_HEAD, "what"
    if guide is not None and guide.per is not Per.ONCE and (line.times or 0) < 1:
        yield MoneyWhy.LINE_WITHOUT_TIMES, "times"
    elif pence_of(line, table) < 1:
        yield MoneyWhy.LINE_WITHOUT_SUM, "pence"
    elif _is_outside(line, table) and not line.outside.strip():
        yield MoneyWhy.SUM_OUTSIDE_GUIDANCE, "outside"
    if not line.reason.strip():
        yield MoneyWhy.LINE_WITHOUT_REASON, "reason"


def pence_of(line: LineDraft, table: Mapping[str, GuideSum]) -> Pence:
    """Return what a line comes to: as typed, or where it was not, what a fixed sum makes; 0 where nothing says."""
    guide = table.get(line.guide)
    if line.pence is not None:
        return line.pence
    if guide is None or guide.least != guide.most:
        return 0
    return guide.band(line.times or 0)[0]


def _is_outside(line: LineDraft, table: Mapping[str, GuideSum]) -> bool:
    guide = table.get(line.guide)
    if guide is None:
        return False
    least, most = guide.band(line.times or 1)
    return not least <= pence_of(line, table) <= most


def written(line: LineDraft, table: Mapping[str, GuideSum], write: Write) -> OfferLine:
    """Return a line as the record keeps it; raises Refused for one that says not what for."""
    guide, times = table.get(line.guide), line.times or 1
    head = guide.head if guide is not None else line.head
    if head is None:
        raise Refused(MoneyWhy.LINE_WITHOUT_HEAD)
    least, most = guide.band(times) if guide is not None else (None, None)
    outside = write(WordsKind.REASON, line.outside) if _is_outside(line, table) else None
    pence, said = pence_of(line, table), write(WordsKind.REASON, line.reason)
    return OfferLine(head, guide.key if guide else "", times, least, most, pence, said, outside)
