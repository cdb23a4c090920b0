"""Limiting contact: proposed, decided by a second person beside its letter, looked at again, ended (5.14, 5.15)."""

from __future__ import annotations

from flask import Blueprint, abort, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from flask_babel import lazy_gettext as _l
from sqlalchemy.orm import Session
from wtforms import RadioField, SelectMultipleField, TextAreaField
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # types-WTForms is older

from app.domain.clock.duty_kinds import DutyKind
from app.domain.deed import Deed, london_day
from app.domain.landlord.permissions import Permission
from app.domain.mail.addressees import nobody_known
from app.domain.people.contact_limits import ContactLimitDraft, in_force
from app.domain.people.limits import ContactLimitStanding, ContactLimitState, Limited
from app.domain.people.preferences import Way
from app.domain.refused import Refused
from app.now import now
from app.services.case.desks import Desk
from app.services.people import contact_limits
from app.web import landlord
from app.web.answers import own_words
from app.web.deed import deed
from app.web.fields import DayField
from app.web.forms import Form
from app.web.languages import language
from app.web.staff.case.opening import act, desk, draw
from app.web.staff.case.words import WordsForm
from app.web.staff.guards import guarded, may, me
from app.words.mail.blocks import Block
from app.words.people.contact_limits import LIMITED
from app.words.say import say

bp = guarded(
    Blueprint("contact_limits", __name__, url_prefix="/complaints/<reference>/contact-limits"),
    may_read=Permission.PROPOSE_RESTRICTIONS,
    may_write=Permission.PROPOSE_RESTRICTIONS,
)
LABEL = _l("Say why")
IF_NOT = _l("If you do not agree, say why")
ONLY_WHO_PROPOSED = _l("Who proposed it reads this. It is not sent to the person.")
PRINTED = _l("Printed in the letter.")
WAYS = {
    Way.EMAIL: _l("Email"),
    Way.TEXT: _l("Texts"),
    Way.PHONE: _l("Phone calls"),
    Way.LETTER: _l("Letters"),
    Way.HERE: _l("The page of their complaint"),
}


class RestrictionForm(Form):
    """A restriction as a handler writes it."""

    party = RadioField(_l("Whose contact is it about?"), coerce=int, validate_choice=False)
    limited = SelectMultipleField(
        _l("What is limited?"),
        choices=[SelectChoice(each.value, _l(text)) for each, text in LIMITED.items()],
        validate_choice=False,
    )
    how = TextAreaField(
        _l("How is it limited?"),
        filters=[own_words],
        description=_l("Like: one call a week, on Tuesdays, with Sam Hill. Printed in the letter."),
    )
    open_way = RadioField(
        _l("Which way always stays open?"),
        choices=[SelectChoice(way.value, label) for way, label in WAYS.items()],
        validate_choice=False,
        description=_l("It must be safe for them, and fit what they told us they need."),
    )
    reasons = TextAreaField(
        _l("Why, in plain words"),
        filters=[own_words],
        description=_l("What it does to people’s work or safety. No judgement of the person. Printed in the letter."),
    )
    evidence = TextAreaField(
        _l("What happened, and what shows it"),
        filters=[own_words],
        description=_l("Which calls, letters or visits, and when. Printed in the letter."),
    )
    equality = TextAreaField(
        _l("What you weighed under the Equality Act"),
        filters=[own_words],
        description=_l(
            "Could it come from a disability, an illness or fear? What would help instead, or as well? "
            "Printed in the letter."
        ),
    )
    until = DayField(
        _l("What is the last day?"),
        called=_l("The last day"),
        description=_l("12 months from today at most. It is reviewed by then."),
    )

    def draft(self) -> ContactLimitDraft:
        """Return what is proposed."""
        return ContactLimitDraft(
            party=self.party.data or 1,
            limited=tuple(each for each in Limited if each.value in (self.limited.data or ())),
            how=self.how.data or "",
            open_way=next((way for way in Way if way.value == self.open_way.data), None),
            reasons=self.reasons.data or "",
            evidence=self.evidence.data or "",
            equality=self.equality.data or "",
            until=self.until.data,
        )


@bp.get("")
def new(reference: str) -> ResponseReturnValue:
    case = desk()
    if nobody_known(case.complaint):
        abort(404)
    return _ask(case, RestrictionForm())


@bp.post("")
def create(reference: str) -> ResponseReturnValue:
    form, done = RestrictionForm(), gettext("Proposed. A second person decides. Until then nothing is limited.")
    return act(form, lambda session, doing: contact_limits.propose(session, reference, form.draft(), doing), _ask, done)


@bp.get("/<int:number>")
def show(reference: str, number: int) -> ResponseReturnValue:
    return _show(desk(), WordsForm(LABEL), number)


@bp.post("/<int:number>/decision")
def decide(reference: str, number: int) -> ResponseReturnValue:
    _only_who_may_decide()
    form, agrees = WordsForm(IF_NOT, ONLY_WHO_PROPOSED), request.form.get("decision") == "yes"
    done = gettext("The letter is written. See under Letters how it goes.") if agrees else gettext("Given back.")

    def do(session: Session, doing: Deed) -> None:
        if agrees:
            contact_limits.approve(session, reference, number, doing, form.text)
        else:
            contact_limits.give_back(session, reference, number, form.text, doing)

    return act(form, do, lambda case, asked, status: _show(case, asked, number, status), done)


@bp.post("/<int:number>/review")
def review(reference: str, number: int) -> ResponseReturnValue:
    """It stays, or it is over: either way the person is written to."""
    _only_who_may_decide()
    form, stays = WordsForm(LABEL, PRINTED), request.form.get("decision") == "stays"
    done = gettext("The letter is written. See under Letters how it goes.")

    def do(session: Session, doing: Deed) -> None:
        if stays:
            contact_limits.uphold(session, reference, number, form.text, doing)
        else:
            contact_limits.end(session, reference, number, form.text, doing)

    return act(form, do, lambda case, asked, status: _show(case, asked, number, status), done)


def lines(case: Desk) -> list[ContactLimitState]:
    """Return the restrictions that hold today, as the page of a case shows them."""
    return list(in_force(case.complaint, london_day(now())))


def _only_who_may_decide() -> None:
    if not may(Permission.DECIDE_RESTRICTIONS):
        abort(404)


def _ask(case: Desk, form: Form, status: int = 200) -> ResponseReturnValue:
    if case.complaint.erased_on is not None:
        abort(404)
    if isinstance(form, RestrictionForm):
        form.party.choices = [
            SelectChoice(each.number, each.name or say(case.complaint.party(each.number).role, language()))
            for each in case.parties
        ]
    open_ways = [
        gettext("%(who)s: %(ways)s", who=name, ways=", ".join(str(WAYS[way]) for way in ways) or gettext("none"))
        for name, ways in (
            (each.name or say(case.complaint.party(each.number).role, language()), contact_limits.open_to(case, number))
            for number, each in ((each.number, each) for each in case.parties)
        )
    ]
    return draw("staff/contact_limits/new.html", case, form=form, status=status, open_ways=open_ways)


def _show(case: Desk, form: Form, number: int, status: int = 200) -> ResponseReturnValue:
    found = next((each for each in case.complaint.contact_limits if each.number == number), None) or abort(404)
    decides = may(Permission.DECIDE_RESTRICTIONS)
    waits = found.standing is ContactLimitStanding.PROPOSED
    if waits and isinstance(form, WordsForm):
        form.words.label.text, form.words.description = str(IF_NOT), str(ONLY_WHO_PROPOSED)
    asked = case.complaint.has_task(DutyKind.LOOK_AT_RESTRICTION, number)
    new_eyes = me().id not in (found.proposal.by, found.decided_by)
    return draw(
        "staff/contact_limits/show.html",
        case,
        form=form,
        status=status,
        found=found,
        who=next((each.name for each in case.parties if each.number == found.party), ""),
        open_way=WAYS[found.proposal.open_way],
        blocks=_letter(case, number) if waits else None,
        written_in=case.complaint.party(found.party).language,
        holds=found in lines(case),
        may_decide=waits and decides and found.proposal.by != me().id,
        may_end=found.standing is ContactLimitStanding.AGREED and decides,
        asked=asked,
        may_uphold=asked and new_eyes,
    )


def _letter(case: Desk, number: int) -> list[Block] | None:
    try:
        return contact_limits.letter_of(case, number, landlord.current(), deed())
    except Refused:
        return None
