"""What the form of a case asks is done once, and only for somebody whose page said what it had seen."""

from __future__ import annotations

from collections.abc import Callable

from flask import abort, request
from sqlalchemy.orm import Session

from app.db import writing
from app.domain.deed import Deed
from app.services import keys
from app.services.keys import KeyOfAnother

UNCHANGED = {
    "resident.sessions.destroy",
    "resident.sessions.destroy_others",
    "staff.receipts.destroy",
    "staff.renewals.destroy",
}
"""Forms that touch nothing of a case: they end sign-ins or clear a screen, and must work from any page, any time."""


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

    Raises KeyOfAnother when the key was used for another form: to say that this one was done would lose its words.
    """
    whole(asked)
    here: keys.Answer = {"form": request.path}

    def act() -> keys.Answer:
        do(session)
        return here

    with writing() as session:
        if keys.once(session, asked, act) != here:
            raise KeyOfAnother(asked.key)
