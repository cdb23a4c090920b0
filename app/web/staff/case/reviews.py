"""Quality reviews: what was drawn by lot and what it came to, and the page on which one is done (4.3, 9.1)."""

from __future__ import annotations

from dataclasses import fields
from typing import NamedTuple

from flask import Blueprint, abort
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from flask_babel import lazy_gettext as _l
from sqlalchemy.orm import Session
from wtforms import RadioField
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # types-WTForms is older

from app.db import reading
from app.domain.case.review_states import ReviewAnswers, ReviewResult, worked_on
from app.domain.case.reviews import ReviewDraft
from app.domain.deed import Deed
from app.domain.landlord.permissions import Permission
from app.services.case import reviews
from app.services.case.desks import Desk
from app.store.case.reviews import ReviewLine
from app.web import pages
from app.web.answers import LONGEST_WORDS, words_field
from app.web.forms import Form
from app.web.languages import language
from app.web.page import page
from app.web.staff.case.opening import act, desk, draw
from app.web.staff.guards import guarded, me
from app.words.case.reviews import QUESTIONS
from app.words.dates import in_full, month
from app.words.say import say

bp = guarded(
    Blueprint("reviews", __name__),
    may_read=Permission.REVIEW_QUALITY,
    may_write=Permission.REVIEW_QUALITY,
)
KEY = (pages.day, pages.number)
YES, NO = "yes", "no"
ANSWERS = [SelectChoice(YES, _l("Yes")), SelectChoice(NO, _l("No"))]


def _asked(question: str) -> RadioField:
    return RadioField(_l(QUESTIONS[question]), validate_choice=False, choices=ANSWERS)


class ReviewForm(Form):
    """Five questions of yes and no, what it comes to, and why."""

    definition = _asked("definition")
    points = _asked("points")
    plain = _asked("plain")
    promises = _asked("promises")
    dates = _asked("dates")
    result = RadioField(_l("What does it come to?"), validate_choice=False)
    words = words_field(
        _l("What did you see?"),
        description=_l("What was good, and what we should do otherwise. Residents do not see it."),
    )

    def __init__(self) -> None:
        super().__init__()
        self.result.choices = [SelectChoice(each.value, say(each, language())) for each in ReviewResult]

    def asked(self) -> list[RadioField]:
        """Return the questions of yes and no, in their order."""
        return [self[name] for name in QUESTIONS]

    def draft(self) -> ReviewDraft:
        """Return the review as it was filled in."""
        answers = {name: {YES: True, NO: False}.get(self[name].data) for name in QUESTIONS}
        result = next((each for each in ReviewResult if each.value == self.result.data), None)
        return ReviewDraft(**answers, result=result, words=self.words.data or "")


class Line(NamedTuple):
    """One drawn complaint, said."""

    reference: str
    month: str
    who: str
    by: str
    done: bool
    standing: str


@bp.get("/reviews")
def index() -> ResponseReturnValue:
    with reading() as session:
        found, months = reviews.lines(session, me(), pages.place(*KEY)), reviews.months(session)
    return page(
        "staff/reviews/index.html",
        rows=[_line(each) for each in found.lines],
        months=[(month(each.month, language()), *each[1:]) for each in months],
        links=pages.links(found),
    )


@bp.get("/complaints/<reference>/review")
def show(reference: str) -> ResponseReturnValue:
    return _ask(desk(), ReviewForm())


@bp.post("/complaints/<reference>/review")
def create(reference: str) -> ResponseReturnValue:
    form = ReviewForm()
    return act(form, lambda *doing: _review(form, reference, *doing), _ask, gettext("The review is kept."))


def _review(form: ReviewForm, reference: str, session: Session, doing: Deed) -> None:
    reviews.review(session, reference, form.draft(), me(), doing)


def _line(line: ReviewLine) -> Line:
    done = say(ReviewResult(line.result), language()) if line.result else gettext("To do")
    by = in_full(line.reviewed_on or line.review_by, language())
    return Line(line.reference, month(line.month, language()), line.reviewer or "", by, bool(line.result), done)


def _ask(case: Desk, form: Form, status: int = 200) -> ResponseReturnValue:
    review = case.complaint.review or abort(404)
    answers = [
        (gettext(QUESTIONS[each.name]), gettext("Yes") if getattr(review.answers, each.name) else gettext("No"))
        for each in (fields(ReviewAnswers) if review.answers else ())
    ]
    return draw(
        "staff/reviews/show.html",
        case,
        form=form,
        status=status,
        review=review,
        answers=answers,
        words=case.said(review.said) or (say(case.gone(review.said), language()) if review.said else ""),
        had_a_part=me().id in worked_on(case.complaint),
        longest=LONGEST_WORDS,
    )
