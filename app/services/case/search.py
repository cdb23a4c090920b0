"""Find a case by its reference, by who and where, or by what was written, and narrow what is found (S3)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from app.domain.deed import london_day
from app.domain.people.homes import postcode
from app.services.case import references
from app.services.case.found_by import KINDS
from app.store import search
from app.store.case import wordings
from app.store.case.filters import EVERY, Narrowed
from app.store.clock.duty_rows import minute
from app.store.landlord.staff import Member
from app.store.pages import Page, Place
from app.store.search import Found, Sought
from app.words import tokens
from app.words.snippets import Snippet, snippet

SHORTEST = 2
LONGEST = 100


@dataclass(frozen=True, slots=True)
class Asked:
    """What somebody looks for: words, whether in what was written too, and which cases; `late`: with something late."""

    typed: str = ""
    said: bool = False
    cases: Narrowed = EVERY
    late: bool = False

    @property
    def is_narrowed(self) -> bool:
        """Return whether anything but words says which cases."""
        return self.late or self.cases != EVERY


def find(session: Session, me: Member, asked: Asked, place: Place, at: datetime) -> Page[Found]:
    """Return a page of the cases found, the newest first; a whole reference finds its case and no other."""
    reference = references.typed(asked.typed)
    case = search.case(session, me, reference) if reference else None
    if case:
        return Page((case,))
    late = (london_day(at), minute(at)) if asked.late else None
    sought_for = Sought(tuple(sought(asked.typed)), asked.said, asked.cases, late)
    return search.cases(session, me, sought_for, place)


def snippets(session: Session, found: Page[Found], typed: str) -> dict[int, Snippet]:
    """Return where the words stand in what was written, for each case found by that; all of it in one query."""
    wanted = sought(typed)
    texts = wordings.of_kinds(session, [line.case_id for line in found.lines], KINDS)
    shown = {case_id: snippet(those, wanted) for case_id, those in texts.items()}
    return {case_id: each for case_id, each in shown.items() if each is not None}


def sought(typed: str) -> list[str]:
    """Return the words to look for: a postcode typed in one in its two halves, a number as it is dialled."""
    rest, found = tokens.apart(typed)
    for token in tokens.sought(rest):
        found += tokens.sought(postcode(token) or token)
    return found


def is_enough(typed: str) -> bool:
    """Return whether there is something to look for: two letters or numbers at least."""
    return sum(map(len, tokens.sought(typed))) >= SHORTEST
