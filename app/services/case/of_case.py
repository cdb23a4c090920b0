"""What every reading of a case has, whoever it is for: its reference, the place it was read up to, and its words."""

from __future__ import annotations

from collections.abc import Mapping

from app.domain.case.erasures import Gone, gone
from app.domain.case.state import Complaint
from app.domain.said import Said


class OfCase:
    """A case that was read: who is one of these holds the complaint, and the words that are not erased."""

    __slots__ = ()

    complaint: Complaint
    texts: Mapping[int, str]

    @property
    def reference(self) -> str:
        """Return the reference of the case."""
        return self.complaint.reference

    @property
    def seen(self) -> int:
        """Return the position of the history that this page was drawn from."""
        return self.complaint.position

    def said(self, said: Said | None) -> str:
        """Return somebody's words; none, or erased ones, are empty."""
        return "" if said is None else self.texts.get(said.number, "")

    def gone(self, said: Said) -> Gone:
        """Return since when somebody's words are gone, and why."""
        return gone(self.complaint.removal(said.number), self.texts)
