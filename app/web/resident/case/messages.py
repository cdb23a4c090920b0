"""Messages (R21): what they and we wrote to each other, the newest last, and by when we answer."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from flask import Blueprint, flash, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from flask_babel import lazy_gettext as _l
from sqlalchemy.orm import Session

from app.db import reading
from app.domain.case.readers import may_read_letter
from app.domain.case.threads import MessageState, of_party, unread
from app.domain.deed import Deed, london_day
from app.now import now
from app.services.case import messages
from app.services.case.pages import CasePage
from app.web import landlord
from app.web.answers import LONGEST_WORDS, Needed, words_field
from app.web.forms import Form
from app.web.languages import language
from app.web.page import go_to
from app.web.resident.case.opening import act, draw, standing
from app.web.resident.guards import mine
from app.words.dates import in_full
from app.words.moments import moment
from app.words.say import say

bp = Blueprint("messages", __name__, url_prefix="/<reference>/messages")


class MessageForm(Form):
    """Their own words."""

    words = words_field(
        _l("Write a message"),
        Needed(_l("Write your message")),
        description=_l("Write it in your own words, in any language."),
    )


class Line(NamedTuple):
    """One message, said."""

    number: int
    ours: bool
    who: str
    when: str
    words: str
    standing: str
    new: bool
    href: str


@bp.get("")
def index(reference: str) -> ResponseReturnValue:
    return _ask(standing(), MessageForm())


@bp.post("")
def create(reference: str) -> ResponseReturnValue:
    form = MessageForm()
    return act(form, lambda *doing: _send(form, *doing), _ask, onward=_sent)


@bp.post("/read")
def read(reference: str) -> ResponseReturnValue:
    """They have read what we wrote."""

    def do(session: Session, doing: Deed) -> None:
        messages.mark_read(session, mine().reference, mine().party, doing)

    return act(Form(), do, lambda case, form, status: _ask(case, MessageForm(formdata=None), status), onward=_again)


def _send(form: MessageForm, session: Session, doing: Deed) -> None:
    messages.receive(session, mine().reference, mine().party, form.words.data or "", doing)


def _sent() -> ResponseReturnValue:
    thread = of_party(standing().complaint.messages, mine().party)
    last = next(message for message in reversed(thread) if message.reply_by)
    flash(gettext("We have got your message. We will answer it by %(day)s.", day=_day(last.reply_by)))
    return _again()


def _again() -> ResponseReturnValue:
    return go_to("resident.case.messages.index", reference=mine().reference)


def _ask(case: CasePage, form: Form, status: int = 200) -> ResponseReturnValue:
    with reading() as session:
        texts = messages.texts(session, case)
    thread = of_party(case.complaint.messages, case.viewer.number)
    return draw(
        "resident/messages/index.html",
        case,
        form=form,
        status=status,
        lines=[_line(case, message, texts.get(message.said.number, "")) for message in thread],
        new=len(unread(case.complaint.messages, case.viewer.number)),
        within=landlord.current().answer_messages_within,
        longest=LONGEST_WORDS,
    )


def _line(case: CasePage, message: MessageState, words: str) -> Line:
    writer = case.staff.get(message.staff or 0)
    ours = writer.name if writer else landlord.current().name
    return Line(
        message.number,
        message.ours,
        ours if message.ours else gettext("You"),
        moment(message.at, language()),
        words or say(case.gone(message.said), language()),
        "" if message.ours else _standing(message, london_day(now())),
        message.ours and message.read_on is None,
        _letter(case, message),
    )


def _standing(message: MessageState, today: date) -> str:
    """Return what has become of a message of theirs."""
    if message.answered_by:
        return gettext("Answered")
    if message.settled is not None:
        return gettext("We read it. It needed no answer. Write again if that is wrong.")
    if message.reply_by is not None and message.reply_by < today:
        return gettext(
            "We are late, and we are sorry. We said that we would answer by %(day)s.", day=_day(message.reply_by)
        )
    return gettext("We will answer by %(day)s.", day=_day(message.reply_by))


def _letter(case: CasePage, message: MessageState) -> str:
    kept = next((letter for letter in case.complaint.letters if letter.number == message.letter), None)
    if kept is None or not may_read_letter(case.viewer, kept):
        return ""
    return url_for("resident.case.letters.show", reference=case.reference, number=kept.number)


def _day(day: date | None) -> str:
    return in_full(day, language()) if day else ""
