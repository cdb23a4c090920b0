"""Bringing the past in: a file is given its number, and its lines become cases, a slice in one short transaction."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sqlalchemy.orm import Session

from app.domain.clock.profiles import profile
from app.domain.clock.terms import Terms
from app.domain.deed import Actor, Deed
from app.domain.figures.bringing import PastBroughtIn
from app.domain.figures.rows import content
from app.domain.figures.telling import Lists
from app.domain.landlord import lists
from app.services.case import references
from app.services.case.histories import terms_for
from app.services.figures import bulk, public
from app.services.figures.bulk import NewCase
from app.services.figures.hands import Plan, Task
from app.services.figures.past_files import Names, PastFile
from app.services.figures.spool import Some
from app.services.landlord import landlord, staff
from app.services.landlord.streams import note
from app.store.figures import imports as store


@dataclass(frozen=True, slots=True)
class Done:
    """How many lines were brought in, how many had been before, and the numbers of those that said otherwise then."""

    new: int = 0
    known: int = 0
    changed: tuple[int, ...] = ()

    def __add__(self, other: Done) -> Done:
        return Done(self.new + other.new, self.known + other.known, self.changed + other.changed)


def terms(session: Session) -> Terms:
    """Return the terms by which the past is counted: the landlord's own profile, whatever the year."""
    return terms_for(session, profile(landlord.current(session).profile))


def begin(session: Session, file: PastFile, names: Names, terms: Terms, deed: Deed) -> Plan:
    """Give a file its number, make the names that it needs, and return how its lines become cases.

    Raises Refused where the landlord's settings cannot be kept.
    """
    number = store.begin(session, file.sha256, deed.at)
    deed = replace(deed, by=Actor("import", str(number)))
    missing = dict(names.missing)
    people = {name: staff.add_former(session, name, deed) for name in missing.pop("staff", {})}
    ours = landlord.current(session)
    for of, wanted in missing.items():
        ours = lists.with_names(ours, of, wanted)
    landlord.put(session, ours, deed)
    keys = {of: lists.keys(ours, of) for of in names.lists.keys}
    known = Lists(keys, {**people, **names.lists.staff})
    return Plan(file.columns, known, terms.profile.name, terms.calendar, deed)


def task(session: Session, some: Some) -> tuple[Task, Done]:
    """Return what is to be done with a slice of lines, and what became of those that were brought in before."""
    before = store.known(session, some.keys)
    new = [key for key in some.keys if key not in before]
    given = dict(zip(new, references.unused(session, len(new)), strict=True))
    return Task(some, given), Done(0, len(before), tuple(_changed(some, before)) if before else ())


def keep(session: Session, cases: Sequence[NewCase], deed: Deed) -> Done:
    """Keep these cases, and return how many are new: somebody else may have brought in the same file meanwhile."""
    store.hold(session)
    before = store.known(session, [each.line for each in cases])
    new = [each for each in cases if each.line not in before]
    bulk.write(session, new, deed)
    return Done(len(new), len(before))


def finish(session: Session, file: PastFile, done: Done, deed: Deed) -> None:
    """Note in the record that a file was brought in, where it brought anything."""
    number = int(deed.by.id)
    store.finish(session, number, deed.at)
    if done.new:
        note(session, PastBroughtIn(number, done.new, file.sha256), deed)
        public.count_anew(session)


def _changed(some: Some, before: dict[str, str]) -> list[int]:
    """Return the numbers of the lines that say something else than when they were brought in."""
    known = [(line, before[line.line]) for line in some.lines() if line.line in before]
    return [line.number for line, said in known if line.past is not None and content(line.past) != said]
