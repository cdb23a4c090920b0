"""Messages with each party of a case: read them, answer, write first, or say why one needs no answer (R21)."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from flask import Blueprint, abort, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from flask_babel import lazy_gettext as _l
from sqlalchemy.orm import Session
from wtforms import BooleanField, SelectField
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # types-WTForms is older

from app.domain.case.readers import may_read_case
from app.domain.case.threads import MessageState, of_party
from app.domain.deed import Deed, london_day
from app.domain.landlord.permissions import Permission
from app.now import now
from app.services.case import messages
from app.services.case.desks import Desk
from app.web.answers import LONGEST_WORDS, words_field
from app.web.forms import Form
from app.web.languages import language
from app.web.page import go_to
from app.web.staff.case.opening import act, desk, draw
from app.web.staff.case.words import WordsForm
from app.web.staff.guards import guarded, may
from app.words.dates import in_full
from app.words.moments import moment
from app.words.say import say

bp = guarded(
    Blueprint("messages", __name__, url_prefix="/complaints/<reference>/messages"),
    may_read=Permission.READ_COMPLAINTS,
    may_write=Permission.WRITE_MESSAGES,
)
LABEL = _l("Why it needs no answer")
HINT = _l("This stays with us. They are told only that we read it and that it needed no answer.")


class MessageForm(Form):
    """To whom, what, and whether we ask them something."""

    party = SelectField(_l("To"), coerce=int)
    words = words_field(
        _l("Message"),
        description=_l("Write short sentences. It goes to them in the way that is safe, and stands on their page."),
    )
    asks = BooleanField(_l("We ask them something, and would like an answer"))

    def __init__(self, case: Desk) -> None:
        super().__init__()
        self.party.choices = [SelectChoice(number, name) for number, name in people(case)]


class Line(NamedTuple):
    """One message, said."""

    number: int
    who: str
    when: str
    words: str
    standing: str
    new: bool
    href: str


class Thread(NamedTuple):
    """What one person and we wrote to each other."""

    who: str
    confirmed: bool
    lines: list[Line]


@bp.get("")
def new(reference: str) -> ResponseReturnValue:
    case = desk()
    return _ask(case, MessageForm(case))


@bp.post("")
def create(reference: str) -> ResponseReturnValue:
    form = MessageForm(desk())
    done = gettext("The message is written. See under Letters how it goes.")
    return act(form, lambda *doing: _send(form, reference, *doing), _ask, done)


@bp.get("/<int:number>/settlement")
def ask_to_settle(reference: str, number: int) -> ResponseReturnValue:
    if not may(Permission.WRITE_MESSAGES):
        abort(404)
    return _ask_to_settle(desk(), WordsForm(LABEL, HINT))


@bp.post("/<int:number>/settlement")
def settle(reference: str, number: int) -> ResponseReturnValue:
    form = WordsForm(LABEL, HINT)

    def do(session: Session, doing: Deed) -> None:
        messages.settle(session, reference, number, form.text, doing)

    return act(form, do, _ask_to_settle, gettext("Kept: it needs no answer."), lambda: _index(reference))


def _index(reference: str) -> ResponseReturnValue:
    return go_to("staff.messages.new", reference=reference)


def _send(form: MessageForm, reference: str, session: Session, doing: Deed) -> None:
    messages.send(session, reference, form.party.data, form.words.data or "", doing, asks=form.asks.data)


def _ask(case: Desk, form: Form, status: int = 200) -> ResponseReturnValue:
    return draw(
        "staff/messages/new.html",
        case,
        form=form,
        status=status,
        threads=[_thread(case, number, name) for number, name in people(case)],
        longest=LONGEST_WORDS,
        may_write=may(Permission.WRITE_MESSAGES),
    )


def _ask_to_settle(case: Desk, form: Form, status: int = 200) -> ResponseReturnValue:
    number = int((request.view_args or {})["number"])
    waiting = next((each for each in case.complaint.messages if each.number == number and each.waits), None)
    if waiting is None:
        abort(404)
    line = _line(case, waiting, called(case, waiting.party), london_day(now()))
    return draw("staff/messages/settle.html", case, form=form, status=status, line=line)


def people(case: Desk) -> list[tuple[int, str]]:
    """Return who has a part in the case, by number."""
    return [(party.number, called(case, party.number)) for party in case.complaint.parties]


def called(case: Desk, number: int) -> str:
    """Return the name of somebody with their part, or the part alone."""
    role = say(case.complaint.party(number).role, language())
    name = next((party.name for party in case.parties if party.number == number), "")
    return f"{name} ({role})" if name else role


def _thread(case: Desk, number: int, name: str) -> Thread:
    found, today = of_party(case.complaint.messages, number), london_day(now())
    return Thread(
        name,
        may_read_case(case.complaint.party(number)),
        [_line(case, message, name, today)._replace(href=_settlement(case, message)) for message in found],
    )


def _settlement(case: Desk, message: MessageState) -> str:
    """Return where a message that waits is said to need no answer, for whoever may say so."""
    if not message.waits or not may(Permission.WRITE_MESSAGES):
        return ""
    return url_for("staff.messages.ask_to_settle", reference=case.reference, number=message.number)


def _line(case: Desk, message: MessageState, name: str, today: date) -> Line:
    return Line(
        message.number,
        case.named(message.staff) if message.ours else name,
        moment(message.at, language()),
        case.said(message.said) or say(case.gone(message.said), language()),
        _standing(case, message, today),
        message.waits,
        "",
    )


def _standing(case: Desk, message: MessageState, today: date) -> str:
    if message.ours:
        return gettext("Read on %(day)s", day=_day(message.read_on)) if message.read_on else gettext("Not read yet")
    if message.answered_by:
        return gettext("Answered")
    if message.settled is not None:
        return gettext("Needs no answer: %(reason)s", reason=case.said(message.settled))
    if message.reply_by is not None and message.reply_by < today:
        return gettext("Late: to be answered by %(day)s", day=_day(message.reply_by))
    return gettext("To be answered by %(day)s", day=_day(message.reply_by))


def _day(day: date | None) -> str:
    return in_full(day, language()) if day else ""
