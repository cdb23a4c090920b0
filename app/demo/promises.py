"""What the story of a complaint tells of its promises: handed over, moved, missed, done, and judged by the resident."""

from __future__ import annotations

from app.demo.teller import Teller
from app.domain.promises.ledger import Verdict
from app.services.promises import promises, verdicts


def keeps(tell: Teller, ago: int, promise: int, by: str, proof: str) -> None:
    """Staff do what was promised."""
    deed = tell.ours(ago, by)
    promises.finish(tell.session, tell.made.reference, promise, deed.on, proof, deed)


def hands_over(tell: Teller, ago: int, promise: int, to: str, contractor: str) -> None:
    """Somebody else sees to it, with a contractor."""
    deed = tell.ours(ago, "dana")
    promises.hand_over(tell.session, tell.made.reference, promise, tell.staff[to], contractor, deed)


def moves(tell: Teller, ago: int, promise: int, by: str, until: int, words: str) -> None:
    """Staff give a promise a new date, `until` so many working days before today (below nought: after it)."""
    deed = tell.ours(ago, by)
    promises.move(tell.session, tell.made.reference, promise, tell.days.ago(until), words, deed)
    tell.letters_go(ago)


def misses(tell: Teller, ago: int, promise: int, by: str) -> None:
    """Nobody came when we had said that somebody would."""
    deed = tell.ours(ago, by)
    promises.miss_appointment(tell.session, tell.made.reference, promise, deed.on, deed)


def says(tell: Teller, ago: int, promise: int, verdict: Verdict, words: str = "") -> None:
    """The resident says whether it was done."""
    deed = tell.theirs(ago)
    verdicts.judge(tell.session, tell.made.reference, promise, 1, verdict, words, deed)


def is_asked(tell: Teller, ago: int) -> None:
    """The night asks whether it was fixed."""
    verdicts.ask(tell.session, tell.made.reference, tell.days.deed(ago, "clock"))
    tell.letters_go(ago)
