"""A double press, a retry or the back button makes one deed and shows the same receipt."""

import hashlib
import hmac
import json
from collections.abc import Callable, Iterable
from typing import Any

from sqlalchemy.orm import Session

from app.domain.deed import Actor, Deed
from app.domain.record import canonical
from app.store import keys

Answer = dict[str, Any]
"""What the person is shown afterwards: references and positions, never words and never a secret."""


class KeyOfAnother(Exception):
    """The key of this form was used by somebody else, for another form or with other words; nothing was done."""


def once(session: Session, deed: Deed, act: Callable[[], Answer], wanted: Iterable[str] = ()) -> Answer:
    """Return what `act` answers, or what it answered when this key was first used.

    A deed without a key is always done. `wanted` is what an answer of this kind of form has: one that lacks any of it
    was another's. Raises KeyOfAnother, or what `act` raises: the key is then free.
    """
    if deed.key is None:
        return act()
    used = keys.claim(session, deed.key, str(deed.by), deed.at)
    if used is None:
        answer = act()
        keys.answer(session, deed.key, canonical(answer))
        return answer
    answer = _read(used.answer)
    if used.actor != str(deed.by) or not answer.keys() >= set(wanted):
        raise KeyOfAnother(deed.key)
    return answer


def fingerprint(lookup_key: bytes, deed: Deed, typed: Iterable[tuple[str, str]]) -> str:
    """Return what tells the words of one press from those of another: nobody can read or guess them from it."""
    words = canonical([deed.key, [list(each) for each in typed]])
    return hmac.new(lookup_key, f"typed {words}".encode(), hashlib.sha256).hexdigest()


def answered(session: Session, key: str, by: Actor) -> Answer | None:
    """Return what this key was answered when this actor used it, None when they never did."""
    used = keys.find(session, key)
    return _read(used.answer) if used and used.actor == str(by) else None


def key_of(session: Session, answer: Answer) -> str | None:
    """Return the key of the deed that was answered so; None once it is forgotten."""
    return keys.answered_with(session, canonical(answer))


def _read(answer: str | None) -> Answer:
    return json.loads(answer) if answer is not None else {}
