"""The contact log: what to mind first, then who was tried and reached, and the form for one more (ruling 25)."""

from __future__ import annotations

from typing import NamedTuple

from flask import Blueprint
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from flask_babel import lazy_gettext as _l
from sqlalchemy.orm import Session
from wtforms import BooleanField, RadioField, SelectField
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # types-WTForms is older

from app.domain.case.contact_log import ContactDraft
from app.domain.case.talks import CallBackState, ContactHow, ContactOutcome, ContactState, Conversation
from app.domain.deed import Deed, london_day
from app.domain.landlord.permissions import Permission
from app.domain.people.preferences import Caution
from app.now import now
from app.services.case import contact_log
from app.services.case.desks import Desk
from app.web import landlord
from app.web.answers import LONGEST_WORDS, words_field
from app.web.fields import DayField
from app.web.forms import Form
from app.web.languages import language
from app.web.staff.case.messages import called, people
from app.web.staff.case.opening import act, desk, draw
from app.web.staff.guards import guarded, may
from app.words.dates import in_full
from app.words.say import say

bp = guarded(
    Blueprint("contact_log", __name__, url_prefix="/complaints/<reference>/contact-log"),
    may_read=Permission.READ_COMPLAINTS,
    may_write=Permission.LOG_CONTACTS,
)


class ContactForm(Form):
    """One contact, tried or made."""

    party = SelectField(_l("With"), coerce=int)
    how = RadioField(_l("How"), validate_choice=False)
    outcome = RadioField(
        _l("What came of it"),
        validate_choice=False,
        description=_l("Leave it empty where they came to us."),
    )
    happened_on = DayField(_l("On which day"), called=_l("The day"))
    words = words_field(
        _l("What was said"),
        description=_l("Facts only, as you would read them out to the person."),
    )
    conversation = BooleanField(_l("This was the conversation before our answer, or a try at it"))

    def __init__(self, case: Desk) -> None:
        super().__init__(data={"happened_on": london_day(now())})
        self.party.choices = [SelectChoice(number, name) for number, name in people(case)]
        self.how.choices = [SelectChoice(how.value, say(how, language())) for how in ContactHow]
        self.outcome.choices = [SelectChoice(each.value, say(each, language())) for each in ContactOutcome]

    def draft(self) -> ContactDraft:
        """Return the contact as it was filled in."""
        return ContactDraft(
            self.party.data,
            next((how for how in ContactHow if how.value == self.how.data), None),
            next((each for each in ContactOutcome if each.value == self.outcome.data), None),
            self.happened_on.data,
            self.words.data or "",
            self.conversation.data,
        )


class Entry(NamedTuple):
    """One contact, said; `written_on` is given when it was typed on a later day (ruling 12)."""

    on: str
    written_on: str
    how: str
    who: str
    outcome: str
    by: str
    words: str


class ToMind(NamedTuple):
    """What to be careful about with one person, and how they may be rung."""

    who: str
    safe: str
    cautions: list[str]
    mind: str
    ways: list[str]
    rings: list[str]


@bp.get("")
def new(reference: str) -> ResponseReturnValue:
    case = desk()
    return _ask(case, ContactForm(case))


@bp.post("")
def create(reference: str) -> ResponseReturnValue:
    form = ContactForm(desk())
    return act(form, lambda *doing: _log(form, reference, *doing), _ask, gettext("The contact is written down."))


def advice(case: Desk) -> Conversation | None:
    """Return what the composer says of the conversation before the answer: nothing where the landlord wants none."""
    stage = case.complaint.current
    if stage is None or stage.answered_on is not None or not landlord.current().talk_first:
        return None
    return case.complaint.contact_log.conversation(stage.stage)


def _log(form: ContactForm, reference: str, session: Session, doing: Deed) -> None:
    contact_log.log(session, reference, form.draft(), doing)


def _ask(case: Desk, form: Form, status: int = 200) -> ResponseReturnValue:
    log = case.complaint.contact_log
    return draw(
        "staff/contact_log/new.html",
        case,
        form=form,
        status=status,
        minded=[_to_mind(case, number, name) for number, name in people(case)],
        conversation=advice(case),
        entries=[_entry(case, each) for each in sorted(log.contacts, key=lambda each: (each.happened_on, each.at))],
        may_log=may(Permission.LOG_CONTACTS),
        longest=LONGEST_WORDS,
    )


def _to_mind(case: Desk, number: int, name: str) -> ToMind:
    theirs = case.complaint.party(number).preferences
    cautions: tuple[Caution, ...] = theirs.cautions if theirs else ()
    spoken = language()
    return ToMind(
        name,
        say(theirs.safe, spoken) if theirs else gettext("Not asked"),
        [say(caution, spoken) for caution in cautions],
        next((party.mind for party in case.parties if party.number == number), ""),
        [f"{say(each.way, spoken)}: {each.value}" for each in case.of_party(number) if each.usable],
        [_ring(case, each) for each in case.complaint.contact_log.waiting(number)],
    )


def _ring(case: Desk, wish: CallBackState) -> str:
    by = in_full(wish.ring_by, language())
    said = case.said(wish.said)
    if said:
        return gettext("Wants to be rung by %(day)s: %(words)s", day=by, words=said)
    return gettext("Wants to be rung by %(day)s", day=by)


def _entry(case: Desk, contact: ContactState) -> Entry:
    spoken, typed = language(), london_day(contact.at)
    gone = say(case.gone(contact.said), spoken) if contact.said else ""
    return Entry(
        in_full(contact.happened_on, spoken),
        in_full(typed, spoken) if typed != contact.happened_on else "",
        say(contact.how, spoken),
        called(case, contact.party),
        say(contact.outcome, spoken),
        case.named(contact.staff),
        case.said(contact.said) or gone,
    )
