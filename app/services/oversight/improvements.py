"""Keep the register of improvements: written, looked through, published, taken back (9.1–9.3, 8.1 d)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import NamedTuple

from sqlalchemy.orm import Session

from app.domain.case.closures import Closed
from app.domain.deed import Deed
from app.domain.figures.periods import Period
from app.domain.oversight import improvements as rules
from app.domain.oversight.improvements import KINDS, Event, Improvement, ImprovementDraft, Lesson, TextKind, fold
from app.domain.record import facts, kind_of, read
from app.domain.said import Said
from app.services.landlord import landlord
from app.services.meanwhile import refuse_if_changed
from app.services.pens import Pen
from app.store import record
from app.store.landlord import landlord as landlords
from app.store.landlord.staff import Member
from app.store.oversight import improvements as store
from app.store.oversight.improvements import ImprovementLine, Written
from app.store.record import Head

STREAM = "improvement:"
MOST_CANDIDATES = 10


class NoSuchImprovement(LookupError):
    """No improvement has this number."""


@dataclass(frozen=True, slots=True)
class Found:
    """An improvement with its words; `seen` is the position it was read at."""

    improvement: Improvement
    seen: int
    texts: Mapping[int, Written]

    def said(self, said: Said | None) -> str:
        """Return words of it; none where there are none, or they were erased."""
        text = self.texts.get(said.number) if said else None
        return (text.text or "") if text else ""


class Candidate(NamedTuple):
    """What was learnt from a complaint: `wider` says that others have the same problem."""

    case_id: int
    reference: str
    cause: str
    learning: str
    wider: bool


class Told(NamedTuple):
    """An improvement as everybody reads it; of which service area and theme, by their names."""

    line: ImprovementLine
    area: str
    theme: str


def every(session: Session) -> list[ImprovementLine]:
    """Return every improvement by what was written last, the one begun last first."""
    return store.every(session)


def published(session: Session, period: Period | None = None) -> list[Told]:
    """Return what everybody may read, the latest done first; of what was done in a period, where one is named."""
    ours = landlord.current(session)
    areas, themes = ({each.key: each.name for each in of} for of in (ours.service_areas, ours.themes))
    lines = store.public(session, *((period.first, period.last) if period else ()))
    return [Told(line, areas.get(line.service_area, ""), themes.get(line.theme, "")) for line in lines]


def lessons(session: Session, period: Period) -> tuple[Lesson, ...]:
    """Return what a report of a period tells of the register: what everybody may read of what was done in it."""
    return tuple(
        Lesson(
            line.id, line.public, line.you_said, line.learnt, line.did, " · ".join(filter(None, names)), line.done_on
        )
        for line, *names in published(session, period)
        if line.done_on is not None
    )


def find(session: Session, number: int) -> Found | None:
    """Return an improvement with every word ever written for it, None where there is none."""
    written = record.read(session, _stream(number))
    if not written:
        return None
    return Found(fold(map(event_of, written)), written[-1].position, store.texts(session, number))


def begin(session: Session, draft: ImprovementDraft, references: Iterable[str], member: Member, deed: Deed) -> int:
    """Write a new one and return its number; raises Refused as its rule does (9.1)."""
    landlords.hold(session)
    number = store.last_number(session) + 1
    _write(session, Improvement(), Head(_stream(number), 0, ""), _with_cases(session, draft, references, member), deed)
    return number


def write(
    session: Session, number: int, draft: ImprovementDraft, references: Iterable[str], member: Member, deed: Deed
) -> None:
    """Keep it as its next version: what is public stays as it was. Raises Refused as its rule does (9.1), or Changed.

    Complaints that this member of staff may not know of stay where they stood.
    """
    improvement, head = _opened(session, number, deed)
    draft = _with_cases(session, draft, references, member)
    if improvement.latest and draft.cases is not None:
        draft = replace(draft, cases=tuple(sorted({*draft.cases, *_unseen(session, improvement, member)})))
    _write(session, improvement, head, draft, deed)


def publish(session: Session, number: int, nobody_recognised: bool, deed: Deed) -> None:
    """Let everybody read what was written last; raises Refused as its rule does (9.3), or Changed."""
    improvement, head = _opened(session, number, deed)
    _add(session, head, rules.publish(improvement, nobody_recognised, deed.on), deed)


def take_back(session: Session, number: int, deed: Deed) -> None:
    """Let nobody read it any more; raises Refused for one that is not public, or Changed."""
    improvement, head = _opened(session, number, deed)
    _add(session, head, rules.take_back(improvement, deed.on), deed)


def candidates(session: Session, member: Member, reference: str | None = None) -> list[Candidate]:
    """Return what was learnt as complaints were closed that led to no improvement yet, or of the one named."""
    causes = {each.key: each.name for each in landlord.current(session).root_causes}
    found = store.candidates(session, member, MOST_CANDIDATES, reference)
    words = store.said(session, [each.case_id for each in found])
    told = []
    for each in found:
        closed = read(Closed, each.facts)
        learning = words.get((each.case_id, closed.learning.number), "")
        own = words.get((each.case_id, closed.cause_said.number), "") if closed.cause_said else ""
        if learning:
            told.append(Candidate(each.case_id, each.reference, causes.get(closed.cause, own), learning, closed.wider))
    return told


def references(session: Session, improvement: Improvement, member: Member) -> list[str]:
    """Return the complaints that an improvement came from, of which this member of staff may know."""
    return store.references(session, improvement.latest.cases, member) if improvement.latest else []


def rebuild(session: Session, stream: str) -> None:
    """Write how an improvement stands anew, from its events alone."""
    store.keep(session, fold(map(event_of, record.read(session, stream))))


def event_of(written: record.Written) -> Event:
    """Return a row of the record as the event it is."""
    event: Event = read(KINDS[written.kind], written.facts)
    return event


def _with_cases(
    session: Session, draft: ImprovementDraft, references: Iterable[str], member: Member
) -> ImprovementDraft:
    wanted = set(references)
    found = store.cases(session, wanted, member) if wanted else {}
    return replace(draft, cases=tuple(sorted(found.values())) if found.keys() == wanted else None)


def _unseen(session: Session, improvement: Improvement, member: Member) -> set[int]:
    cases = improvement.latest.cases if improvement.latest else ()
    seen = store.cases(session, store.references(session, cases, member), member) if cases else {}
    return set(cases) - set(seen.values())


def _write(session: Session, improvement: Improvement, head: Head, draft: ImprovementDraft, deed: Deed) -> None:
    ours = landlord.current(session)
    number = int(head.stream.removeprefix(STREAM))
    kept = store.texts(session, number)
    version = len(improvement.versions) + 1

    def row(of: int, kind: TextKind, text: str, salt: bytes) -> Written:
        return Written(of, version, kind.value, text, salt, str(deed.by), deed.at)

    pen = Pen(max(kept, default=0), row)
    areas, themes = ({each.key for each in of} for of in (ours.service_areas, ours.themes))
    written = rules.write(number, draft, areas, themes, pen.keep)
    store.add_texts(session, number, pen.rows)
    _add(session, head, written, deed)


def _opened(session: Session, number: int, deed: Deed) -> tuple[Improvement, Head]:
    """Return an improvement that nobody else changes meanwhile; raises NoSuchImprovement, or Changed."""
    landlords.hold(session)
    written = record.read(session, _stream(number))
    if not written:
        raise NoSuchImprovement(number)
    refuse_if_changed(written, deed)
    return fold(map(event_of, written)), record.end_of(written)


def _add(session: Session, head: Head, event: Event, deed: Deed) -> None:
    record.append(session, head, [(kind_of(type(event)), facts(event))], deed)
    rebuild(session, head.stream)


def _stream(number: int) -> str:
    return f"{STREAM}{number}"
