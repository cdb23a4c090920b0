"""One letter in the hand of whoever posts it: printed, and marked as posted, told or come back (ruling 8)."""

from __future__ import annotations

from collections.abc import Callable

from flask import Blueprint, abort, flash, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from flask_babel import lazy_gettext as _l
from sqlalchemy.orm import Session
from werkzeug import Response
from wtforms import RadioField
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # types-WTForms is older
from wtforms.validators import InputRequired

from app.db import reading
from app.domain.changed import Changed
from app.domain.deed import Deed
from app.domain.landlord.permissions import Permission
from app.domain.people.preferences import Way
from app.domain.refused import Refused
from app.services.mail import postings
from app.services.mail.postings import Posting
from app.web.deed import deed
from app.web.fields import DayField
from app.web.forms import Form
from app.web.languages import language
from app.web.page import go_to, page
from app.web.pressed import once
from app.web.public.case.questions.reaching import CAUTIONS
from app.web.staff.case import opening
from app.web.staff.guards import guarded, may, me
from app.web.staff.looking import looked
from app.words.dates import in_full
from app.words.say import say

bp = guarded(
    Blueprint("postings", __name__, url_prefix="/complaints/<reference>/letters/<int:number>/posting"),
    may_read=Permission.READ_COMPLAINTS,
    may_write=Permission.POST_LETTERS,
)
FOUND = {
    Way.LETTER: _l("By post, to an address that is safe"),
    Way.PHONE: _l("By phone: it was read out to them"),
    Way.HERE: _l("They read it on this site, or were handed it"),
}


class SentForm(Form):
    """The day that a letter went; where no safe way was known, also how it went."""

    way = RadioField(
        _l("How did it reach them?"),
        [InputRequired(_l("Choose how it reached them"))],
        choices=[SelectChoice(way.value, text) for way, text in FOUND.items()],
    )
    sent_on = DayField(
        _l("On which day?"),
        [InputRequired(_l("Enter the day it went"))],
        called=_l("The day it went"),
        description=_l("It cannot be in the future. For example, 27 11 2026"),
    )

    def know(self, letter: Posting) -> SentForm:
        """Ask how it went only where that is not known."""
        if letter.issued.letter.way is not None and "way" in self:
            del self.way
        return self


@bp.get("")
def show(reference: str, number: int) -> ResponseReturnValue:
    letter = _find(reference, number)
    looked(letter.case_id)
    return _draw(letter, SentForm().know(letter))


@bp.post("")
def create(reference: str, number: int) -> ResponseReturnValue:
    """Mark it posted (or told, where a call is the only way) on the day that was entered."""
    letter, asked = _find(reference, number), deed()
    form = SentForm().know(letter)
    if not form.validate_on_submit() or form.sent_on.data is None:
        return _refused(letter, form, asked)
    day = form.sent_on.data
    way = Way(form.way.data) if "way" in form else letter.issued.letter.way or Way.LETTER
    done = gettext("%(letter)s for %(reference)s is marked as gone", letter=_name(letter), reference=reference)
    return _mark(letter, form, lambda session: postings.post(session, reference, number, day, asked, way), asked, done)


@bp.post("/told")
def tell(reference: str, number: int) -> ResponseReturnValue:
    """Mark the call or text beside the letter as made."""
    letter, asked = _find(reference, number), deed()
    form, done = SentForm().know(letter), gettext("%(reference)s: they have been told", reference=reference)
    return _mark(letter, form, lambda session: postings.tell(session, reference, number, asked), asked, done)


@bp.post("/return")
def come_back(reference: str, number: int) -> ResponseReturnValue:
    """Mark the letter as come back: it goes the next safe way."""
    letter, asked = _find(reference, number), deed()
    done = gettext("%(letter)s for %(reference)s came back", letter=_name(letter), reference=reference)
    form = SentForm().know(letter)
    return _mark(letter, form, lambda session: postings.come_back(session, reference, number, asked), asked, done)


def _mark(
    letter: Posting, form: SentForm, do: Callable[[Session], object], asked: Deed, done: str
) -> ResponseReturnValue:
    """Do it, and go back to the list; else show the letter again, and why not."""
    try:
        once(asked, do)
    except Refused as refusal:
        return _refused(letter, form.explain(refusal), asked)
    except Changed:
        return _changed(_find(letter.reference, letter.issued.letter.number), form, asked)
    flash(done)
    return go_to("staff.letters.index")


def _find(reference: str, number: int) -> Posting:
    with reading() as session:
        return postings.find(session, me(), reference, number) or abort(404)


def _draw(letter: Posting, form: SentForm, status: int = 200) -> Response:
    minded = letter.preferences.cautions if letter.preferences else ()
    said = {each.value: each.label for each in CAUTIONS}
    sent_on = letter.issued.letter.sent_on
    return page(
        "staff/postings/show.html",
        status=status,
        form=form,
        letter=letter,
        name=_name(letter),
        written=in_full(letter.issued.letter.issued_on, language()),
        sent=in_full(sent_on, language()) if sent_on else "",
        way=say(letter.issued.letter.way, language()) if letter.issued.letter.way else "",
        also=say(letter.also, language()) if letter.also else "",
        gone=say(letter.issued.gone, language()),
        cautions=[said[caution.value] for caution in minded],
        may_post=may(Permission.POST_LETTERS),
        large=request.args.get("size") == "large",
    )


def _refused(letter: Posting, form: SentForm, asked: Deed) -> Response:
    """Say what is wrong; but where somebody else has marked the letter, only that: its questions are not asked now."""
    if not letter.waits and letter.marked_since(asked.seen or 0) is not None:
        return _changed(letter, SentForm(formdata=None), asked)
    return _draw(letter, form, 422)


def _changed(letter: Posting, form: SentForm, asked: Deed) -> Response:
    """Say who marked this letter meanwhile; where nobody did, what else of the case is new."""
    who = letter.marked_since(asked.seen or 0)
    if who is None:
        form.form_errors.append(gettext("Something new happened while this page was open. Look, then send it again."))
        form.since = opening.since(opening.desk(people=False))
    else:
        name = who or gettext("Somebody")
        said = gettext("%(name)s marked this letter while you were looking. See where it is now.", name=name)
        form.form_errors.append(said)
    return _draw(letter, form.know(letter), 409)


def _name(letter: Posting) -> str:
    return say(letter.issued.letter.notice, language())
