"""One question a page, each kept as it is answered; to stop and come back later, on any device (R2 to R12)."""

from __future__ import annotations

from flask import Blueprint, abort, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from flask_babel import lazy_gettext as _l
from werkzeug.exceptions import TooManyRequests
from wtforms import StringField
from wtforms.validators import Length

from app.db import reading, writing
from app.domain.case import drafts as rules
from app.domain.case.drafts import Answers, Step
from app.domain.case.vocabulary import Danger
from app.domain.deed import london_day
from app.domain.people.preferences import Safe
from app.domain.people.sign_ins import digits
from app.now import now
from app.services.case import draft_files, drafts
from app.services.case.drafts import Draft
from app.services.people.tries import Secret
from app.web import errors
from app.web.answers import LONGEST_LINE, Needed
from app.web.deed import deed
from app.web.forms import Form
from app.web.languages import language
from app.web.page import asked_by_htmx, go_to, page
from app.web.public.case import held
from app.web.public.case.questions import QUESTIONS
from app.web.public.case.questions.question import Question
from app.web.tries import lookup_key, may_try
from app.words.dates import in_full

bp = Blueprint("drafts", __name__)

LATER, FIND, FILES = "later", "find", "files"
"""Buttons that keep what was typed, right or not, and lead elsewhere."""
ASIDE = (LATER, FILES)


class DraftCodeForm(Form):
    """The code that somebody was given when they stopped."""

    draft_code = StringField(
        _l("Your code"),
        [Needed(_l("Enter the code, 16 numbers long")), Length(max=LONGEST_LINE)],
        description=_l("16 numbers. Spaces do not matter."),
        render_kw={"autocomplete": "off", "inputmode": "numeric"},
    )


@bp.get("/step/<int:number>")
def show(number: int) -> ResponseReturnValue:
    step, draft = _step(number), held.draft_now()
    if step not in rules.road(draft.answers):
        return go_on(draft)
    form = QUESTIONS[step](data=draft.answers)
    form.know(_known(step, draft))
    return _ask(form, draft)


@bp.post("/step/<int:number>")
def create(number: int) -> ResponseReturnValue:
    step, draft, then = _step(number), held.draft_now(), request.form.get("then")
    form = QUESTIONS[step]()
    form.know(_known(step, draft))
    if then not in (*ASIDE, FIND) and not form.validate_on_submit():
        return _ask(form, draft, 422)
    right = form.validate_on_submit() if then in ASIDE else then != FIND
    with writing() as session:
        draft = drafts.answer(session, draft, step, form.answers(), right=right, deed=deed())
    held.hold(draft)
    if then == FIND:
        return (
            _ask(form, draft, news=form.news()) if asked_by_htmx() else go_to("public.case.drafts.show", number=number)
        )
    if then == LATER:
        return go_to("public.case.drafts.later")
    if then == FILES:
        return go_to("public.case.files.index")
    if step is Step.DANGER and draft.answers.get("danger") == Danger.NOW.value:
        return go_to("public.case.drafts.stop")
    return go_on(draft)


@bp.get("/now")
def stop() -> ResponseReturnValue:
    draft = held.draft_now()
    return page("public/drafts/stop.html", onward=_address_of(draft.waiting), leave_button=at_risk(draft.answers))


@bp.get("/later")
def later() -> ResponseReturnValue:
    with writing() as session:
        draft = held.draft(session)
        code = drafts.code_of(session, draft, lookup_key()) if draft else ""
    if draft is None:
        return go_to("public.case.drafts.new")
    until = in_full(london_day(now() + rules.KEPT_FOR), language())
    return page(
        "public/drafts/later.html",
        code=code,
        until=until,
        onward=_address_of(draft.waiting),
        leave_button=at_risk(draft.answers),
    )


@bp.get("/continue")
def new() -> ResponseReturnValue:
    return _ask_for_code(DraftCodeForm())


@bp.post("/continue")
def come_back() -> ResponseReturnValue:
    form = DraftCodeForm()
    if not form.validate_on_submit():
        return _ask_for_code(form, 422)
    if not may_try(Secret.DRAFT_CODE, digits(form.draft_code.data or "")):
        return errors.explain(TooManyRequests())
    with reading() as session:
        draft = drafts.come_back(session, form.draft_code.data or "", lookup_key(), now())
    if draft is None:
        form.draft_code.errors = [gettext("That code is not right, or is older than 30 days")]
        return _ask_for_code(form, 422)
    held.hold(draft)
    return go_on(draft)


def go_on(draft: Draft) -> ResponseReturnValue:
    """Lead to the first question without an answer, or to the last look before sending."""
    if draft.waiting is None:
        return go_to("public.case.checks.show")
    return go_to("public.case.drafts.show", number=int(draft.waiting))


def at_risk(answers: Answers) -> bool:
    """Return whether the way out must be in sight: it was not said that it is safe (ruling 5)."""
    return answers.get("safe") not in (None, "", Safe.YES.value)


def _known(step: Step, draft: Draft) -> Answers:
    """Return what was answered before; where it is asked what went wrong, with how many files may say it."""
    if step is not Step.WORDS:
        return draft.answers
    with reading() as session:
        return {**draft.answers, "files": str(len(draft_files.usable(session, draft)))}


def _step(number: int) -> Step:
    return Step(number) if number in set(Step) else abort(404)


def _ask(form: Question, draft: Draft, status: int = 200, news: str = "") -> ResponseReturnValue:
    before = rules.before(form.step, draft.answers)
    return page(
        form.page,
        fragment=form.fragment,
        status=status,
        form=form,
        news=news,
        action=url_for("public.case.drafts.create", number=int(form.step)),
        back=url_for("public.case.drafts.show", number=int(before)) if before else url_for("public.start.show"),
        leave_button=at_risk(draft.answers),
    )


def _ask_for_code(form: DraftCodeForm, status: int = 200) -> ResponseReturnValue:
    return page("public/drafts/new.html", form=form, status=status)


def _address_of(step: Step | None) -> str:
    return url_for("public.case.checks.show") if step is None else url_for("public.case.drafts.show", number=int(step))
