"""A promise we made (R20) and what the resident says of it: kept, partly, not done (R28). Silence changes nothing."""

from __future__ import annotations

from datetime import date

from flask import Blueprint, abort, flash, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from flask_babel import lazy_gettext as _l
from sqlalchemy.orm import Session
from wtforms import RadioField
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # types-WTForms is older
from wtforms.validators import InputRequired

from app.db import reading
from app.domain.deed import Deed, london_day
from app.domain.promises.ledger import PromiseState, Stands, Verdict
from app.now import now
from app.services.case.pages import CasePage
from app.services.promises import accounts, verdicts
from app.services.promises.accounts import Account
from app.web import landlord
from app.web.answers import LONGEST_WORDS, words_field
from app.web.file_forms import WithFile, file_field
from app.web.forms import Form
from app.web.languages import language
from app.web.page import asked_by_htmx, go_to
from app.web.resident.case.opening import act, draw, opened
from app.web.resident.guards import mine
from app.web.spoken import in_words
from app.words.beginnings import begun
from app.words.dates import in_full
from app.words.promises.promises import to_resident
from app.words.say import say

bp = Blueprint("promises", __name__, url_prefix="/<reference>/promises/<int:number>")

TONES = {
    Stands.NEW_DATE: "soon",
    Stands.LATE: "late",
    Stands.DONE: "soon",
    Stands.KEPT: "done",
    Stands.PARTLY: "late",
    Stands.NOT_DONE: "late",
}


class VerdictForm(WithFile):
    """Whether it was done; what is missing must be said, or nobody would know what to do."""

    verdict = RadioField(
        _l("Was it done?"),
        [InputRequired(_l("Choose yes, partly or no"))],
        choices=[
            SelectChoice(Verdict.KEPT.value, _l("Yes, it was done")),
            SelectChoice(Verdict.PARTLY.value, _l("Partly")),
            SelectChoice(Verdict.NOT_DONE.value, _l("No, it was not done")),
        ],
    )
    words = words_field(
        _l("What is not done, or not right?"),
        description=_l("If it was all done, you can leave this empty."),
    )

    file = file_field(_l("A photo that shows it (optional)"))

    def called(self) -> str:
        """Return what the file is called, so that whoever looks at the case's files sees what it is about."""
        return gettext("About a promise: %(name)s", name=super().called())


@bp.get("")
def show(reference: str, number: int) -> ResponseReturnValue:
    return _ask(number, VerdictForm())


@bp.post("")
def create(reference: str, number: int) -> ResponseReturnValue:
    """Keep what the resident says of a promise."""
    opened()
    form = VerdictForm()
    kept = form.verdict.data == Verdict.KEPT.value
    done = (
        gettext("Thank you. You told us that it was done.")
        if kept
        else gettext("You told us that it is not all done. It is open again, and the people who must act are told.")
    )
    in_a_row = "row" in request.form

    def ask(_case: CasePage, asked: Form, status: int) -> ResponseReturnValue:
        if in_a_row and asked_by_htmx():
            return go_to(".show", reference=reference, number=number)  # a row has no room to say what is wrong
        return _ask(number, asked, status)

    return act(
        form,
        lambda *doing: _judge(form, number, *doing),
        ask,
        done,
        onward=(lambda: _row(number, done)) if in_a_row else None,
    )


def line(case: CasePage, promise: PromiseState) -> dict[str, str]:
    """Return a promise as the page of the complaint lists it."""
    stands = promise.stands(london_day(now()))
    return {
        "number": str(promise.number),
        "what": in_words(case, promise.said),
        "who": who(case, promise),
        "by": in_full(promise.due_on, language()),
        "state": to_resident(stands, language()),
        "tone": TONES.get(stands, "quiet"),
        "since": _since(promise),
        "was": in_full(promise.moves[-1].old, language()) if promise.moves and promise.open else "",
        "why": case.said(promise.moves[-1].said) if promise.moves and promise.open else "",
        "asks": "yes" if promise.asks else "",
    }


def who(case: CasePage, promise: PromiseState) -> str:
    """Return who sees to a promise: a person, and the contractor or the team with them."""
    owner = case.staff.get(promise.owner)
    with_them = contractor(promise.contractor)
    return ", ".join(filter(None, (owner.name if owner else "", with_them)))


def contractor(key: str) -> str:
    """Return what a contractor or a team is called; none is empty."""
    return next((each.name for each in landlord.current().doers if each.key == key), "")


def _since(promise: PromiseState) -> str:
    day: date | None = promise.ended_on or promise.kept_on
    return in_full(day, language()) if day else ""


def _judge(form: VerdictForm, number: int, session: Session, doing: Deed) -> None:
    verdict = Verdict(form.verdict.data)
    verdicts.judge(session, mine().reference, number, mine().party, verdict, form.words.data or "", doing, form.taken)


def _ask(number: int, form: Form, status: int = 200) -> ResponseReturnValue:
    account, today = _find(number), london_day(now())
    promise = account.promise
    return draw(
        "resident/promises/show.html",
        account.page,
        account=account,
        promise=promise,
        line=line(account.page, promise),
        first_said=in_full(promise.first_due_on, language()) if promise.moves else "",
        ended=begun(say(promise.ending, language())) if promise.ending else "",
        may_judge=promise.may_be_judged(today),
        failed=promise.failed(today),
        form=form,
        status=status,
        longest=LONGEST_WORDS,
    )


def _row(number: int, news: str) -> ResponseReturnValue:
    """Return how the promise stands now, for its row in the complaint's page; without script, that page at the row."""
    if not asked_by_htmx():
        flash(news)
        return go_to("resident.case.complaints.show", reference=mine().reference, _anchor=f"promise-{number}")
    account = _find(number)
    return draw("resident/promises/row.html", account.page, line=line(account.page, account.promise), news=news)


def _find(number: int) -> Account:
    with reading() as session:
        return accounts.find(session, mine(), number, london_day(now()), language()) or abort(404)
