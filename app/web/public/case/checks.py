"""The last look before sending, and sending: from here on the clock runs (R14)."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext

from app.db import reading, writing
from app.domain.case import drafts as rules
from app.domain.case.vocabulary import Danger
from app.domain.people import typos
from app.domain.people.parties import Authority
from app.domain.people.preferences import Way
from app.domain.refused import Refused, Why
from app.services.case import draft_files, drafts, sent
from app.services.case.drafts import Draft, Unfinished
from app.web.deed import deed
from app.web.file_lines import draft_line
from app.web.page import go_to, page
from app.web.public.case import held
from app.web.public.case.drafts import at_risk, go_on
from app.web.public.case.questions import QUESTIONS
from app.web.public.case.questions.story import speaking
from app.web.tries import lookup_key

bp = Blueprint("checks", __name__, url_prefix="/check")


@bp.get("")
def show() -> ResponseReturnValue:
    draft = held.draft_now()
    return _ask(draft) if draft.waiting is None else go_on(draft)


@bp.post("")
def create() -> ResponseReturnValue:
    pressed = deed()
    try:
        with writing() as session:
            draft = held.draft(session)
            if draft:
                held.let_in(session, drafts.send(session, draft, lookup_key(), pressed))
    except Unfinished as unfinished:
        return go_to("public.case.drafts.show", number=int(unfinished.step))
    except Refused as refusal:
        wordless = any(gap.why is Why.NOTHING_SAID for gap in refusal.gaps)
        step = rules.Step.WORDS if wordless else rules.Step.SAFE
        return go_to("public.case.drafts.show", number=int(step))
    if draft:
        return held.receipt(draft.key)
    return _pressed_again(pressed.key or "")


def _pressed_again(key: str) -> ResponseReturnValue:
    with reading() as session:
        was_sent = sent.find(session, key, lookup_key())
    return held.receipt(key) if was_sent else go_to("public.start.show")


def _ask(draft: Draft) -> ResponseReturnValue:
    groups = []
    for step in rules.road(draft.answers):
        form = QUESTIONS[step](formdata=None, data=draft.answers)
        form.know(draft.answers)
        href = url_for("public.case.drafts.show", number=int(step))
        groups += [row | {"href": href} for row in form.rows()]
        if step is rules.Step.WORDS:
            groups.append(_files(draft))
    return page(
        "public/checks/show.html",
        rows=groups,
        meant=_meant(draft),
        key=draft.key,
        danger=draft.answers.get("danger") == Danger.NOW.value,
        speaks=_speaking(draft),
        leave_button=at_risk(draft.answers),
    )


def _files(draft: Draft) -> dict[str, Any]:
    """Return what is sent with it, which may be nothing; what nobody can open is called so."""
    with reading() as session:
        found = draft_files.every(session, draft)
    lines = [draft_line(file) for file in found]
    value = [f"{line.called} – {line.standing}" if line.standing else line.called for line in lines]
    key = gettext("Photos, papers and recordings")
    return {"key": key, "value": value or gettext("None"), "href": url_for("public.case.files.index")}


def _speaking(draft: Draft) -> str:
    """Return what comes of how somebody may speak for another, empty for who speaks for themselves."""
    if draft.answers.get("whose") != rules.Whose.SOMEONE_ELSE.value:
        return ""
    return speaking(next((each for each in Authority if each.value == draft.answers.get("authority")), None))


def _meant(draft: Draft) -> str | None:
    """Return the e-mail address they probably meant, where they are to be reached by e-mail at all."""
    if Way.EMAIL.value not in (draft.answers.get("ways") or ()):
        return None
    return typos.meant(str(draft.answers.get("email") or ""))
