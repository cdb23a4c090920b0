"""Prove that history is what it was: check every hash, every place and every seal."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from sqlalchemy.orm import Session

from app.domain.record import BEFORE_THE_FIRST, digest, hash_of
from app.services import words
from app.services.words import Standing
from app.store import record, seals
from app.store.record import Head, Written
from app.store.seals import Seal

SLICE = 2_000


class Fault(Enum):
    """What is wrong with a place in the record."""

    ALTERED = "altered"  # the event does not match its own hash
    OUT_OF_PLACE = "out of place"  # it does not follow the event before it
    CUT_SHORT = "cut short"  # this event was seen, by a seal or a projection, and it is gone or another
    SEAL_ALTERED = "seal altered"  # the chain of seals itself does not hold
    WORDS_ALTERED = "words altered"  # a text or a letter is not what the event says it was
    WORDS_LOST = "words lost"  # a text or a letter is gone that was not erased as it should be
    HEAD_DIFFERS = "head differs"  # only the projection is wrong: `flask record rebuild` mends it


BROKEN_WORDS = {Standing.ALTERED: Fault.WORDS_ALTERED, Standing.LOST: Fault.WORDS_LOST}


@dataclass(frozen=True, slots=True)
class Broken:
    """One place that does not hold."""

    stream: str
    position: int
    fault: Fault


@dataclass(frozen=True, slots=True)
class Verified:
    """How much was looked at, how many texts and letters were erased in their time, and what is broken."""

    events: int
    seals: int
    erased: int
    broken: tuple[Broken, ...]


def seal(session: Session, at: datetime) -> tuple[Seal, int]:
    """Seal the next heads and return the seal and their number; fewer than SLICE when none is left."""
    heads = seals.unsealed(session, SLICE)
    return seals.add(session, heads, at), len(heads)


def verify(session: Session) -> Verified:
    """Return what is broken in the record, all of it; it takes a while, and holds nobody up."""
    count = erased = 0
    broken: list[Broken] = []
    last = Head("", 0, BEFORE_THE_FIRST)
    while events := record.read_after(session, last.stream, last.position, SLICE):
        broken += _broken_chain(last, events)
        standings = list(words.standings(session, events))
        broken += _broken_words(standings)
        erased += sum(standing is Standing.ERASED for _, standing in standings)
        count += len(events)
        last = _place(events[-1])
    sealed = seals.read(session)
    broken += _broken_seals(session, sealed)
    gone = dict.fromkeys((*seals.missing(session), *record.lost_heads(session)))
    broken += [Broken(head.stream, head.position, Fault.CUT_SHORT) for head in gone]
    broken += [Broken(head.stream, head.position, Fault.HEAD_DIFFERS) for head in record.wrong_heads(session)]
    return Verified(count, len(sealed), erased, tuple(broken))


def _broken_chain(last: Head, events: Iterable[Written]) -> Iterator[Broken]:
    for event in events:
        before = last if event.stream == last.stream else Head(event.stream, 0, BEFORE_THE_FIRST)
        if (event.position, event.previous) != (before.position + 1, before.hash):
            yield Broken(event.stream, event.position, Fault.OUT_OF_PLACE)
        if event.hash != hash_of(*event[:7]):
            yield Broken(event.stream, event.position, Fault.ALTERED)
        last = _place(event)


def _broken_words(standings: Iterable[tuple[Written, Standing]]) -> Iterator[Broken]:
    for event, standing in standings:
        if fault := BROKEN_WORDS.get(standing):
            yield Broken(event.stream, event.position, fault)


def _place(event: Written) -> Head:
    return Head(event.stream, event.position, event.hash)


def _broken_seals(session: Session, sealed: Iterable[Seal]) -> Iterator[Broken]:
    number, previous = seals.BEFORE_THE_FIRST_SEAL
    for each in sealed:
        heads = digest(seals.heads_of(session, each.number))
        body = number + 1, each.at, heads, previous
        if each != Seal(*body, digest(body)):
            yield Broken("seal", each.number, Fault.SEAL_ALTERED)
        number, previous = each.number, each.hash
