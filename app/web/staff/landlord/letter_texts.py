"""Our own words in letters: every letter and language on one page, and a page to write each (6.9, 6.19)."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from flask import Blueprint, abort, flash
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from flask_babel import lazy_gettext as _l
from wtforms import TextAreaField

from app.db import reading, writing
from app.domain.case.tone import of_text
from app.domain.changed import Changed
from app.domain.deed import london_day
from app.domain.landlord.landlord import ENGLISH
from app.domain.landlord.letter_texts import ALWAYS, LetterKind, OwnWords, Placeholder
from app.domain.landlord.permissions import Permission
from app.domain.refused import Refused
from app.now import now
from app.services.landlord import letter_texts as service
from app.store.landlord import letter_texts as store
from app.store.landlord.letter_texts import LetterText
from app.web import landlord
from app.web.answers import own_words
from app.web.deed import deed
from app.web.forms import Form
from app.web.languages import language as spoken
from app.web.languages import phrases
from app.web.page import go_to, page
from app.web.staff.case.advice import read_by, sounding
from app.web.staff.guards import may
from app.words.dates import in_full
from app.words.landlord.letter_texts import filled
from app.words.languages import called
from app.words.say import say

bp = Blueprint("letter_texts", __name__, url_prefix="/letters")


class TextForm(Form):
    """What a letter begins and ends with."""

    opening = TextAreaField(
        _l("How it begins"), filters=[own_words], description=_l("Below the line that says what letter it is.")
    )
    ending = TextAreaField(
        _l("How it ends"), filters=[own_words], description=_l("Above how to reach us and the Ombudsman.")
    )

    @property
    def words(self) -> OwnWords:
        """Return what was written."""
        return OwnWords(self.opening.data or "", self.ending.data or "")


class Listed(NamedTuple):
    """A letter in a language: whether it has words of ours, and which version of them."""

    letter: LetterKind
    language: str
    called: str
    version: int


@bp.get("")
def index() -> ResponseReturnValue:
    with reading() as session:
        texts = {(each.letter, each.language): each for each in store.all_latest(session)}
    ours = landlord.current()
    rows = [
        Listed(kind, code, called(code, spoken()), _version(texts.get((kind.value, code))))
        for kind in service.kinds(ours)
        for code in ours.languages
    ]
    return page("staff/letter_texts/index.html", rows=rows, may_set=may(Permission.SET_LANDLORD), **phrases())


@bp.get("/<letter>/<language>")
def new(letter: str, language: str) -> ResponseReturnValue:
    kind = _kind(letter, language)
    with reading() as session:
        text = store.latest(session, letter, language)
    form = TextForm(formdata=None, opening=text.opening if text else "", ending=text.ending if text else "")
    return _ask(kind, language, form, _version(text))


@bp.post("/<letter>/<language>/preview")
def preview(letter: str, language: str) -> ResponseReturnValue:
    """Show how the letter would read, and what is wrong with it; nothing is kept."""
    kind, form = _kind(letter, language), TextForm()
    try:
        with reading() as session:
            service.check(session, language, form.words)
    except Refused as refusal:
        return _ask(kind, language, form.explain(refusal), deed().seen, 422)
    return _ask(kind, language, form, deed().seen)


@bp.post("/<letter>/<language>")
def create(letter: str, language: str) -> ResponseReturnValue:
    kind, form, asked = _kind(letter, language), TextForm(), deed()
    try:
        with writing() as session:
            service.put(session, kind, language, form.words, asked)
    except Refused as refusal:
        return _ask(kind, language, form.explain(refusal), asked.seen, 422)
    except Changed:
        with reading() as session:
            latest = _version(store.latest(session, letter, language))
        form.form_errors.append(gettext("Somebody changed this meanwhile. If yours is right, save it again."))
        return _ask(kind, language, form, latest, 409)
    flash(gettext("The words are kept. Letters written from now on have them."))
    return go_to("staff.landlord.letter_texts.index")


def _kind(letter: str, language: str) -> LetterKind:
    """Return the letter, for whoever may write its words in a language that is offered; 404 for others."""
    ours = landlord.current()
    kind = next((each for each in service.kinds(ours) if each.value == letter), None)
    if kind is None or language not in ours.languages or not may(Permission.SET_LANDLORD):
        abort(404)
    return kind


def _example(language: str) -> dict[Placeholder, Callable[[], str]]:
    """Return somebody who does not exist, to try the words on."""
    ours = landlord.current()
    return {
        Placeholder.NAME: lambda: "Sam Resident",
        Placeholder.REFERENCE: lambda: "7Q4K-2M9P",
        Placeholder.LANDLORD: lambda: ours.name,
        Placeholder.HANDLER: lambda: "Jo Handler",
        Placeholder.PHONE: lambda: ours.phone or "01632 960000",
        Placeholder.RECEIVED: lambda: in_full(london_day(now()), language),
    }


def _advice(words: OwnWords, language: str) -> list[str]:
    texts = (words.opening, words.ending)
    heard = [sounding(each) for text in texts for each in of_text("", text)] if language == ENGLISH else []
    return [*read_by("\n".join(texts), language), *heard]


def _version(text: LetterText | None) -> int:
    return text.version if text is not None else 0


def _ask(kind: LetterKind, language: str, form: TextForm, seen: int | None, status: int = 200) -> ResponseReturnValue:
    words, example = form.words, _example(language)
    return page(
        "staff/letter_texts/new.html",
        status=status,
        **phrases(),
        title=say(kind, spoken()),
        letter=kind,
        written_in=language,
        called=called(language, spoken()),
        form=form,
        seen=seen,
        placeholders=[(f"{{{each.value}}}", say(each, spoken())) for each in Placeholder],
        always=[(say(part, spoken()), paragraphs) for part, paragraphs in ALWAYS[kind].items()],
        opening=filled(words.opening, example),
        ending=filled(words.ending, example),
        advice=_advice(words, language),
    )
