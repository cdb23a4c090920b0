"""The case that a staff page is about: read in one snapshot, drawn with what every page of it has, acted on once."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from http import HTTPStatus
from typing import Any

from flask import abort, flash, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from sqlalchemy.orm import Session
from werkzeug import Response
from werkzeug.exceptions import NotFound

from app.db import reading, writing
from app.domain.changed import Changed
from app.domain.deed import london_day
from app.domain.landlord.landlord import ENGLISH
from app.domain.refused import Refused
from app.now import now
from app.services.case import desks
from app.services.case.desks import Desk
from app.services.case.histories import NoSuchCase
from app.services.landlord import looked_at
from app.services.landlord.looked_at import How
from app.web import errors
from app.web.attempts import Act, Press, attempt
from app.web.deed import deed
from app.web.forms import Form, New
from app.web.languages import language, phrases
from app.web.page import go_to, page
from app.web.pressed import once
from app.web.staff.case.flags import flags
from app.web.staff.guards import me
from app.words import dates

LAW = "SI "
"""How the source of a reason begins that is a law."""
Ask = Callable[[Desk, Form, int], ResponseReturnValue]


def desk(how: How = How.OPENED, *, people: bool = True) -> Desk:
    """Return the case in this address, and note who looked; 404 where there is none.

    Without `people` it is not asked how to reach them.
    """
    looks = deed()
    with reading() as session:
        found = _find(session, people)
        few = found.complaint.restriction is not None
        news = looked_at.is_news(session, found.case_id, how, looks, few=few)
    if news:
        with writing() as session:
            looked_at.note(session, found.case_id, how, looks)
    return found


def draw(template: str, case: Desk, *, status: int = 200, fragment: str | None = None, **context: Any) -> Response:
    """Return a page of this case, or its fragment for htmx."""
    spoken = case.complaint.parties[0].language if case.complaint.parties else ENGLISH
    return page(
        template,
        status=status,
        fragment=fragment,
        case=case,
        area="staff",
        today=london_day(now()),
        hired=bool(me().contractor),
        flagged=flags(" ".join(flag.value for flag in case.flags), spoken),
        **phrases(),
        **context,
    )


def act(
    form: Form,
    do: Act,
    ask: Ask,
    done: str = "",
    onward: Callable[[], ResponseReturnValue] | None = None,
    press: Press = once,
) -> ResponseReturnValue:
    """Do what the form asks, once for its key, and go on (back to the case); else ask again, with every word typed.

    What keeps its own answer under that key is pressed by `keeping_its_answer`.
    """
    again = partial(_again, ask, form)
    if (refused := attempt(form, deed(), do, again, meanwhile, explain=explained, press=press)) is not None:
        return refused
    if onward is not None:
        return onward()
    flash(done)
    return back()


def since(case: Desk) -> list[New]:
    """Return what happened since the page of the form was drawn, the newest first, and who of the staff did it.

    A contractor's person is told nothing of it: what else happens in a case is not theirs to know (5.4).
    """
    if me().contractor:
        return []
    seen = deed().seen
    return [
        New(dates.short(line.on, language()), line.text, case.named(line.by.staff_id))
        for line in case.timeline
        if seen is not None and line.position > seen
    ]


def _again(ask: Ask, form: Form, status: int) -> ResponseReturnValue:
    case = desk()
    news = since(case)
    form.since = news if status == HTTPStatus.CONFLICT else ()
    try:
        return ask(case, form, status)
    except NotFound:
        if not news:
            raise
        return errors.changed(news)  # somebody settled it: its page is gone, and the words must not go with it


def back() -> ResponseReturnValue:
    """Go to the case's own page."""
    return go_to("staff.complaints.show", reference=_reference())


def explained(form: Form, refusal: Refused) -> Form:
    """Put each reason beside its field, with the paragraph of the Code or the law that refuses.

    Staff know them by these; the rule of this house behind some has no number that would tell them anything.
    """
    form.explain(refusal)
    paragraphs = sorted({gap.why.paragraph for gap in refusal.gaps})
    code = [each for each in paragraphs if each[0].isdigit()]
    law = [each for each in paragraphs if each.startswith(LAW)]
    if code:
        form.form_errors.append(
            gettext("Complaint Handling Code, paragraph %(paragraphs)s", paragraphs=", ".join(code))
        )
    if law:
        form.form_errors.append(gettext("Awaab’s Law, %(source)s", source=", ".join(law)))
    return form


def meanwhile(changed: Changed) -> str:
    if not changed.since:
        return gettext(
            "Somebody else changed this at the same moment. Your words are still here. Look, then send again."
        )
    when = dates.short(london_day(changed.since[-1].at), language())
    return gettext(
        "This has changed since you opened it (%(day)s). What happened is in the timeline. "
        "Your words are still here: look, then send them again.",
        day=when,
    )


def _find(session: Session, people: bool) -> Desk:
    try:
        return desks.find(session, me(), _reference(), language(), people=people)
    except NoSuchCase:
        abort(404)


def _reference() -> str:
    return str((request.view_args or {}).get("reference", ""))
