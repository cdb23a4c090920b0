"""What the form of a case asks is done once, and only for somebody whose page said what it had seen."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Collection, Iterator
from dataclasses import replace

from flask import abort, request
from sqlalchemy.orm import Session

from app.db import writing
from app.domain.deed import Deed
from app.services import keys
from app.services.keys import KeyOfAnother
from app.web.tries import lookup_key

UNCHANGED = {
    "resident.sessions.destroy",
    "resident.sessions.destroy_others",
    "staff.receipts.destroy",
    "staff.renewals.destroy",
}
"""Forms that touch nothing of a case: they end sign-ins or clear a screen, and must work from any page, any time."""


SHORTEST_KEY = 32
"""Letters of a key that nobody could guess, as our pages make them."""
OF_THE_PAGE = {"csrf_token", "seen", "key"}
"""Fields that a page fills in by itself: they may differ between two presses that ask for the same."""


def refuse_half() -> None:
    """End a form of a case with 400 unless it says what its page had seen and which press it is."""
    of_a_case = request.method == "POST" and "reference" in (request.view_args or {})
    if of_a_case and request.endpoint not in UNCHANGED and not all(map(request.form.get, ("seen", "key"))):
        abort(400)


def whole(asked: Deed) -> Deed:
    """Return the deed of a form that says what its page had seen and which press it is; else it ends with 400.

    Without `seen` it would overwrite what others did meanwhile, and without a key it could be done twice.
    """
    return asked if asked.seen is not None and asked.key is not None else abort(400)


def once(asked: Deed, do: Callable[[Session], object]) -> None:
    """Do it in one transaction: a second press of the same form changes nothing.

    Raises KeyOfAnother when the key was used for another form, or with other words (a page that was gone back to):
    to say that this was done would lose them.
    """
    by_key(whole(asked), do)


def by_key(asked: Deed, do: Callable[[Session], object]) -> None:
    """Do it once, as `once` does, where nobody else could have changed anything meanwhile: nothing need be seen."""
    if asked.key is None:
        abort(400)
    here: keys.Answer = {"form": request.path, "typed": typed(asked)}

    def act() -> keys.Answer:
        do(session)
        return here

    with writing() as session:
        if keys.once(session, asked, act) != here:
            raise KeyOfAnother(asked.key)


def keeping_its_answer(asked: Deed, do: Callable[[Session], object]) -> None:
    """Do in one transaction what makes a case of its own, and keeps under the key which it made (services/keys.py).

    Whoever holds that key is shown the code of the case: one that could be guessed ends the request with 400. Raises
    KeyOfAnother as `once` does: what was typed is held beside it, under a key that is drawn from it.
    """
    making_a_case(whole(asked), do)


def making_a_case(asked: Deed, do: Callable[[Session], object], besides: Collection[str] = ()) -> None:
    """Do it as `keeping_its_answer` does, where nobody could have changed anything meanwhile.

    `besides` are fields that only answer what the page asked about these words: they tell no press from another.
    """
    if len(asked.key or "") < SHORTEST_KEY:
        abort(400)
    here: keys.Answer = {"form": request.path, "typed": typed(asked, besides)}
    with writing() as session:
        if keys.once(session, replace(asked, key=f"{asked.key} typed"), lambda: here) != here:
            raise KeyOfAnother(asked.key)
        do(session)


def typed(asked: Deed, besides: Collection[str] = ()) -> str:
    """Return what tells the answers on this form from others under the same key, and does not give them away."""
    answers = [(name, words) for name, words in request.form.items(multi=True) if name not in {*OF_THE_PAGE, *besides}]
    return keys.fingerprint(lookup_key(), asked, [*answers, *_sent()])


def _sent() -> Iterator[tuple[str, str]]:
    """Yield what tells the files of this form from others: another file under the same key is another deed."""
    for name, file in request.files.items(multi=True):
        file.stream.seek(0)
        yield name, hashlib.file_digest(file.stream, "sha256").hexdigest()  # type: ignore[arg-type]  # in parts
