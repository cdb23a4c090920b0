"""A form is pressed: what it asks is done, or it is asked again with every word typed, and says why."""

from __future__ import annotations

from collections.abc import Callable

from flask.typing import ResponseReturnValue
from sqlalchemy.orm import Session

from app.domain.changed import Changed
from app.domain.deed import Deed
from app.domain.refused import Refused
from app.web.forms import Form
from app.web.pressed import once

Act = Callable[[Session, Deed], object]
Press = Callable[[Deed, Callable[[Session], object]], None]


def attempt(
    form: Form,
    doing: Deed,
    do: Act,
    again: Callable[[int], ResponseReturnValue],
    meanwhile: Callable[[Changed], str],
    *,
    explain: Callable[[Form, Refused], object] = Form.explain,
    press: Press = once,
) -> ResponseReturnValue | None:
    """Do what the form asks, once for its key, and return None; else return its page again.

    `again` draws it with a status; `meanwhile` says what somebody else has changed.
    What keeps its own answer under that key is pressed by `keeping_its_answer`.
    """
    if not form.validate_on_submit():
        return again(422)
    try:
        press(doing, lambda session: do(session, doing))
    except Refused as refusal:
        explain(form, refusal)
        return again(422)
    except Changed as changed:
        form.form_errors.append(meanwhile(changed))
        return again(409)
    return None
