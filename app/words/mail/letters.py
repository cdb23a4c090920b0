"""Everything a letter may speak of, gathered before it is written; one module a letter beside this one writes them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from app.domain.case.erasures import gone
from app.domain.case.state import Complaint
from app.domain.clock.profiles import Profile
from app.domain.history import Event
from app.domain.landlord.landlord import Landlord
from app.domain.landlord.letter_texts import NOTHING, OwnWords
from app.domain.said import Said
from app.words.say import say


@dataclass(frozen=True, slots=True)
class Matter:
    """The case as the letter finds it: `event` is the deed it tells of, and `complaint` is folded with it."""

    landlord: Landlord
    profile: Profile
    complaint: Complaint
    event: Event
    name: str
    texts: Mapping[int, str]
    names: Callable[[], Mapping[int, str]]
    """Returns what the staff are called: asked for only by a letter that names somebody."""
    on: date
    language: str
    own: OwnWords = NOTHING
    """What the landlord, or whoever writes it, says beside what the Code asks of the letter."""

    def said(self, said: Said | None) -> str:
        """Return somebody's words; none are empty, and of those taken out it says when and why."""
        if said is None:
            return ""
        removal = self.complaint.removal(said.number)
        words = self.texts.get(said.number, "")
        return words if words or removal is None else say(gone(removal, self.texts), self.language)

    def named(self, staff: int | None) -> str:
        """Return what a member of staff is called; nobody in particular is the landlord."""
        return self.landlord.name if staff is None else self.names().get(staff, self.landlord.name)
