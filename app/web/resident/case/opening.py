"""The case that a page is about: read in one snapshot, drawn with what every page of it has, acted on once a press."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from http import HTTPStatus
from typing import Any

from flask import abort, flash
from flask.typing import ResponseReturnValue
from flask_babel import lazy_gettext as _l
from werkzeug.exceptions import NotFound

from app.db import reading
from app.domain.changed import Changed
from app.domain.deed import london_day
from app.domain.people.preferences import Safe
from app.now import now
from app.services.case import news, pages
from app.services.case.pages import CasePage
from app.services.people.details import Details
from app.web import errors, pressed
from app.web.attempts import Act, Press, attempt
from app.web.deed import deed
from app.web.forms import Form, New
from app.web.languages import language, phrases
from app.web.page import go_to, page
from app.web.resident.guards import mine
from app.words import dates

CHANGED = _l("Something new happened while this page was open. Your words are still here. Look, then send them again.")

Ask = Callable[[CasePage, Form, int], ResponseReturnValue]


def opened() -> CasePage:
    """Return the page of the case in this address; 404 for somebody who may not read it yet."""
    case = standing()
    return case if case.full else abort(404)


def following() -> CasePage:
    """Return the page of the case in this address, for whoever may be told how far it is; else 404."""
    case = standing()
    return case if case.follows else abort(404)


def standing() -> CasePage:
    """Return the page of the case in this address, for whoever still has a part in it; else 404."""
    with reading() as session:
        found = pages.find(session, mine(), london_day(now()))
    return abort(404) if found.viewer.silent else found


def draw(template: str, case: CasePage | Details, *, status: int = 200, **context: Any) -> ResponseReturnValue:
    """Return a page of this case; where it is not known to be safe, leaving quickly is a button (ruling 5)."""
    return page(
        template,
        status=status,
        case=case,
        area="resident",
        leave_button=not _is_safe(case),
        **phrases(),
        **context,
    )


def act(
    form: Form,
    do: Act,
    ask: Ask,
    done: str = "",
    onward: Callable[[], ResponseReturnValue] | None = None,
    press: Press = pressed.once,
) -> ResponseReturnValue:
    """Do what the form asks, once for its key, and go on (back to the case); else ask again, with every word typed.

    What keeps its own answer under that key is pressed by `keeping_its_answer`.
    """
    again = partial(_again, ask, form)
    if (refused := attempt(form, deed(mine().case_id), do, again, meanwhile, press=press)) is not None:
        return refused
    if onward is not None:
        return onward()
    flash(done)
    return back()


def meanwhile(_: Changed) -> str:
    """Return what stands above a form when something new happened while its page was open."""
    return str(CHANGED)


def _again(ask: Ask, form: Form, status: int) -> ResponseReturnValue:
    case = standing()
    form.since = news_since() if status == HTTPStatus.CONFLICT else ()
    try:
        return ask(case, form, status)
    except NotFound:
        if case.seen <= (deed(mine().case_id).seen or 0):
            raise
        return errors.changed(news_since())  # it is settled: its page is gone, and the words must not go with it


def news_since() -> list[New]:
    """Return what happened since the page of the form was drawn, as far as they may hear of it."""
    seen = deed(mine().case_id).seen or 0
    with reading() as session:
        lines = news.since(session, mine(), seen, language())
    return [New(dates.short(line.on, language()), line.text) for line in lines]


def once(do: Act) -> None:
    """Do it in one transaction: a second press of the same form changes nothing."""
    doing = deed(mine().case_id)
    pressed.once(doing, lambda session: do(session, doing))


def back() -> ResponseReturnValue:
    """Go to the case's own page."""
    return go_to("resident.case.complaints.show", reference=mine().reference)


def _is_safe(case: CasePage | Details) -> bool:
    preferences = case.viewer.preferences
    return preferences is not None and preferences.safe is Safe.YES
