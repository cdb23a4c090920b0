"""Make the annual report: begin, count, write, sign, answer and publish it, each as its rule allows (8.1, 8.2)."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy.orm import Session

from app.domain.changed import Changed
from app.domain.deed import Deed
from app.domain.figures import editions as rules
from app.domain.figures import reconciliation
from app.domain.figures.documents import Document
from app.domain.figures.edition_events import KINDS, EditionParagraphWritten, EditionWordsHeld, Event, fold
from app.domain.figures.edition_states import Edition, Frozen, Place, Stage, TextKind
from app.domain.figures.editions import BoardDraft, SignatureDraft
from app.domain.figures.own_tables import Own, standing
from app.domain.figures.periods import Basis, Period
from app.domain.oversight.improvements import Lesson, mark
from app.domain.record import facts, kind_of, read
from app.domain.refused import Gap
from app.domain.said import Said, salted
from app.services.figures import edition_lessons, public
from app.services.figures.edition_words import drafts
from app.services.meanwhile import refuse_if_changed
from app.services.pens import Pen
from app.store import record
from app.store.figures import editions as store
from app.store.figures.editions import EditionLine, Written
from app.store.landlord import landlord
from app.store.record import Head

STREAM = "edition:"
UNSALTED = b""
"""Figures are nobody's secret: their hash needs no salt."""
WRITING = (EditionParagraphWritten, EditionWordsHeld)

Touches = Callable[[Event], bool]
"""Whether what somebody did meanwhile changes what another had before them."""


class NoSuchEdition(LookupError):
    """No edition has this number."""


@dataclass(frozen=True, slots=True)
class Found:
    """An edition with its figures and its words; `seen` is the position it was read at.

    `drafted` is what the figures say by themselves where nobody has written yet, `lessons` what the register does.
    """

    edition: Edition
    seen: int
    document: Document
    texts: Mapping[int, Written]
    names: Mapping[int, str]
    drafted: Mapping[Place, str]
    lessons: tuple[Lesson, ...]

    def said(self, said: Said | None) -> str:
        """Return words of it; none where there are none, or they were erased."""
        if said is None:
            return ""
        text = self.texts.get(said.number)
        return text.text if text else self.names.get(said.number, "")

    def written(self, place: Place) -> list[Written]:
        """Return every version of a paragraph, the newest first."""
        return [self.texts[each.number] for each in reversed(self.edition.versions(place))]

    def stands(self, place: Place) -> str:
        """Return what a paragraph says now: what was written last, else the draft; of a signed one never a draft."""
        versions = self.edition.versions(place)
        if versions:
            return self.said(versions[-1])
        return self.drafted.get(place, "") if self.edition.stage is Stage.BEING_WRITTEN else ""

    @property
    def words(self) -> Mapping[Place, str]:
        """Return what was written last at each place, without drafts."""
        return {each.place: self.said(each.versions[-1]) for each in self.edition.paragraphs}

    @property
    def own_words(self) -> Mapping[Place, str]:
        """Return those of its words that somebody wrote, without those that only say what its own figures say."""
        return {place: text for place, text in self.words.items() if text != self.drafted.get(place)}

    @property
    def written_before(self) -> tuple[Place, ...]:
        """Return where words stand that nobody has read beside the figures of today."""
        return rules.written_before(self.edition, self.words)

    @property
    def tables(self) -> tuple[Own, ...]:
        """Return the tables of our own that stand in it."""
        return standing(self.words)

    @property
    def faults(self) -> tuple[reconciliation.Fault, ...]:
        """Return all that does not add up in its figures."""
        return reconciliation.faults(self.document)

    @property
    def unfit(self) -> tuple[Gap, ...]:
        """Return what it lacks before anybody may sign it (8.1)."""
        return rules.unfit(self.edition, self.words, self.faults)


def lines(session: Session) -> list[EditionLine]:
    """Return every edition, that of the latest year and begun last first."""
    return store.lines(session)


def find(session: Session, number: int) -> Found | None:
    """Return an edition with all that stands in it, None where there is none."""
    edition, head = _read(session, number)
    return None if edition is None else _found(session, edition, head.position)


def begin(session: Session, document: Document, deed: Deed) -> int:
    """Begin the report of a document's year and return its number; with the words of one that it puts right.

    Raises Refused for what is no year, or one whose report is being made already (8.1).
    """
    landlord.hold(session)
    number = store.last_number(session) + 1
    others = [edition for line in store.lines(session) if (edition := _read(session, line.id)[0]) is not None]
    period = Period(*(date.fromisoformat(document["period"][name]) for name in ("from", "to")))
    text, figures = _frozen(document, 1)
    begun = rules.begin(number, others, period, Basis(document["basis"]), figures)
    before = None if begun.replaces is None else find(session, begun.replaces)
    pen = _pen(session, number, deed)
    carried = rules.carried_over(before.own_words, before.edition.counted, pen.keep) if before is not None else ()
    store.add_document(session, number, 1, text)
    _add(session, Head(_stream(number), 0, ""), (begun, *carried), deed, pen)
    return number


def recount(session: Session, number: int, document: Document, deed: Deed) -> None:
    """Put figures that were counted anew in the place of those before; raises Refused once it is signed, or Changed."""
    edition, head = _opened(session, number, deed, lambda event: not isinstance(event, WRITING))
    times = store.documents(session, number) + 1
    text, figures = _frozen(document, times)
    recounted = rules.recount(edition, figures)
    held = rules.still_holds(edition, _found(session, edition, head.position).document, document)
    store.add_document(session, number, times, text)
    _add(session, head, (recounted, *held), deed)


def write(session: Session, number: int, place: Place, words: str, deed: Deed) -> None:
    """Keep a paragraph as its next version; the same words are none, but hold beside figures counted since.

    Raises Refused as its rule does, or Changed; somebody who writes another meanwhile is in nobody's way.
    """

    def touches(event: Event) -> bool:
        if isinstance(event, EditionWordsHeld):
            return place in event.places
        return not isinstance(event, EditionParagraphWritten) or event.place == place

    edition, head = _opened(session, number, deed, touches)
    pen = _pen(session, number, deed)
    written = rules.write(edition, place, words, pen.keep)
    before = edition.versions(place)
    if before and store.texts(session, number)[before[-1].number].text == words.strip():
        is_old = place in rules.written_before(edition, {place: words})
        _add(session, head, (rules.hold(edition, (place,)),) if is_old else (), deed)
        return
    _add(session, head, (written,), deed, pen)


def hold(session: Session, number: int, deed: Deed) -> None:
    """Say of all that was written beside other figures that it holds; raises Refused as its rule does, or Changed."""
    edition, head = _opened(session, number, deed, lambda event: True)
    found = _found(session, edition, head.position)
    _add(session, head, (rules.hold(edition, found.written_before),), deed)


def sign(session: Session, number: int, draft: SignatureDraft, deed: Deed) -> None:
    """Sign an edition off: figures and words stay as they are. Raises Refused for all that it lacks (8.1), or Changed.

    Whatever anybody did since the page was drawn is in the way: nobody signs what they have not read.
    """
    edition, head = _opened(session, number, deed, lambda event: True)
    found, pen = _found(session, edition, head.position), _pen(session, number, deed)
    if draft.read is not None and draft.read != mark(found.lessons):
        raise Changed
    signed = rules.sign(edition, draft, found.unfit, found.drafted, deed.on, pen.keep, found.lessons)
    _add(session, head, signed, deed, pen)


def respond(session: Session, number: int, draft: BoardDraft, deed: Deed) -> None:
    """Put the governing body's response beside a signed edition; raises Refused as its rule does (8.2), or Changed."""
    edition, head = _opened(session, number, deed, lambda event: True)
    pen = _pen(session, number, deed)
    _add(session, head, (rules.respond(edition, draft, deed.on, pen.keep),), deed, pen)


def publish(session: Session, number: int, deed: Deed) -> None:
    """Publish an edition, in the place of one of its year if need be; raises Refused as its rule does (8.2)."""
    edition, head = _opened(session, number, deed, lambda event: True)
    _add(session, head, (rules.publish(edition, deed.on),), deed)
    public.count_anew(session)
    if edition.replaces is not None:
        before, its_head = _read(session, edition.replaces)
        if before is not None:
            _add(session, its_head, rules.put_in_place_of(before, number), deed)


def withdraw(session: Session, number: int, reason: str, deed: Deed) -> None:
    """Take an edition back; raises Refused as its rule does (8.2), or Changed."""
    edition, head = _opened(session, number, deed, lambda event: True)
    pen = _pen(session, number, deed)
    _add(session, head, (rules.withdraw(edition, reason, deed.on, pen.keep),), deed, pen)


def rebuild(session: Session, stream: str) -> None:
    """Write how an edition stands anew, from its events alone."""
    edition, _ = _read(session, int(stream.removeprefix(STREAM)))
    if edition is not None:
        store.keep(session, edition)


def event_of(written: record.Written) -> Event:
    """Return a row of the record as the event it is."""
    event: Event = read(KINDS[written.kind], written.facts)
    return event


def _opened(session: Session, number: int, deed: Deed, touches: Touches) -> tuple[Edition, Head]:
    """Return an edition that nobody else changes meanwhile; raises NoSuchEdition, or Changed when somebody has."""
    landlord.hold(session)
    written = record.read(session, _stream(number))
    if not written:
        raise NoSuchEdition(number)
    refuse_if_changed(written, deed, lambda each: touches(event_of(each)))
    return fold(map(event_of, written)), record.end_of(written)


def _read(session: Session, number: int) -> tuple[Edition | None, Head]:
    written = record.read(session, _stream(number))
    return (fold(map(event_of, written)), record.end_of(written)) if written else (None, Head(_stream(number), 0, ""))


def _found(session: Session, edition: Edition, seen: int) -> Found:
    text = None
    if edition.figures is not None:
        text = store.document(session, edition.number, edition.figures.document)
    document: Document = json.loads(text) if text is not None else {}
    texts, names = store.texts(session, edition.number), store.names(session, edition.number)
    lessons = edition_lessons.lessons(session, edition, texts)
    return Found(edition, seen, document, texts, names, drafts(document), lessons)


def _pen(session: Session, number: int, deed: Deed) -> Pen[Written]:
    def row(of: int, kind: TextKind, text: str, salt: bytes) -> Written:
        return Written(of, kind.value, text, salt, str(deed.by), deed.at)

    return Pen(store.last_text(session, number), row)


def _frozen(document: Mapping[str, Any], number: int) -> tuple[str, Frozen]:
    # In its own order: of equal shares the earlier is rounded up.
    text = json.dumps(document, ensure_ascii=False, separators=(",", ":"))
    return text, Frozen(number, salted(UNSALTED, text), date.fromisoformat(document["as_of"]))


def _add(session: Session, head: Head, events: Iterable[Event], deed: Deed, pen: Pen[Written] | None = None) -> None:
    """Write down what happened with its words, and put how the edition stands right."""
    rows = [(kind_of(type(event)), facts(event)) for event in events]
    if not rows:
        return
    record.append(session, head, rows, deed)
    number, words = int(head.stream.removeprefix(STREAM)), pen.rows if pen else []
    store.add_texts(session, number, [each for each in words if each.kind != TextKind.NAME.value])
    store.add_names(session, number, [each for each in words if each.kind == TextKind.NAME.value])
    rebuild(session, head.stream)


def _stream(number: int) -> str:
    return f"{STREAM}{number}"
