"""What a reason to refuse something consists of, whatever it is about."""

from __future__ import annotations

from enum import Enum


class Reason(Enum):
    """A reason to refuse, and its source: the Code's paragraph, a law, or a ruling of this house ("ruling 13")."""

    def __init__(self, code: str, paragraph: str) -> None:
        self.code = code
        self.paragraph = paragraph

    @staticmethod
    def coded(code: str) -> Reason | None:
        """Return the reason with this code, of whichever kind it is; None when there is no such reason."""
        return next((each for kind in Reason.__subclasses__() for each in kind if each.code == code), None)
