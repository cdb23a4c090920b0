"""Write the answer (S9), see it as it will be issued, and send it (S10): 6.6–6.9, 6.13–6.20."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from http import HTTPStatus

from flask import Blueprint, abort, flash, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext, ngettext
from sqlalchemy.orm import Session
from werkzeug import Response

from app.db import reading, writing
from app.domain.case import answer_checks as checks
from app.domain.case import responses as rules
from app.domain.case.findings import missing_parts
from app.domain.case.groups import shares
from app.domain.case.third_parties import is_by_another, writes
from app.domain.changed import Changed
from app.domain.deed import Deed, london_day
from app.domain.landlord.answerers import is_checked
from app.domain.landlord.letter_texts import NOTHING, LetterKind
from app.domain.landlord.permissions import Permission
from app.domain.refused import Gap, Refused
from app.now import now
from app.services import keys
from app.services.case import answer_checks, answer_drafts, groups, responses
from app.services.case.desks import Desk
from app.services.landlord import letter_texts
from app.services.mail import letters
from app.store.case.answer_drafts import AnswerDraft
from app.web import landlord
from app.web.deed import deed
from app.web.languages import language
from app.web.page import asked_by_htmx, go_to
from app.web.staff.case import contact_log, contributions
from app.web.staff.case.advice import Said, of_answer, where
from app.web.staff.case.findings import ResponseForm
from app.web.staff.case.opening import act, desk, draw, explained, meanwhile, since
from app.web.staff.guards import answers, guarded, me
from app.web.staff.promises import drafts
from app.words.moments import moment
from app.words.say import say

# Everybody who may answer either stage has this; which stage is on, the pages ask. And a contractor's person may,
# who was named to write this one.
bp = guarded(
    Blueprint("responses", __name__, url_prefix="/complaints/<reference>/response"),
    may_read=Permission.CHECK_ANSWERS,
    may_write=Permission.CHECK_ANSWERS,
    also=Permission.WORK_AS_CONTRACTOR,
)


@bp.get("")
def new(reference: str) -> ResponseReturnValue:
    case = _case()
    try:
        rules.due(case.complaint)
    except Refused:
        abort(404)
    if barred := rules.may_answer(case.complaint, me().id):
        return draw("staff/responses/barred.html", case, status=403, barred=barred)
    if (check := checks.waiting(case.complaint)) is not None:
        return _being_checked(reference, check.number)
    saved = _saved(case)
    return _ask(case, _form(case, saved.typed if saved else {}), saved=saved)


@bp.post("/draft")
def draft(reference: str) -> ResponseReturnValue:
    """Keep what was typed: every few seconds while somebody types, or when they press the button."""
    case = _case()
    form = _form(case, request.form)
    try:
        saved = _save(form, reference, deed())
    except Refused as refusal:
        return _ask(case, explained(form, refusal), 422)
    except Changed as changed:
        return _others_words(case, form, changed)
    if asked_by_htmx():
        return _ask(case, form, saved=saved)
    flash(gettext("The draft is saved."))
    return go_to("staff.responses.new", reference=reference)


@bp.post("/check")
def check(reference: str) -> ResponseReturnValue:
    """Show what is still missing, or one more row for a promise."""
    case = _case()
    form = _form(case, request.form, one_more=request.form.get("add") == "promise")
    missing = len(_gaps(case, form))
    said = ngettext("%(num)s thing is missing", "%(num)s things are missing", missing)
    return _ask(case, form, said=said if missing else gettext("Nothing is missing"))


@bp.post("/preview")
def preview(reference: str) -> ResponseReturnValue:
    """Keep what was typed, and show exactly the letter that sending it will issue."""
    case = _case()
    form, doing = _form(case, request.form), deed()
    try:
        _save(form, reference, doing)
        if not form.validate_on_submit():
            raise Refused(*_gaps(case, form))
        with reading() as session:
            draft = responses.worded(session, case.complaint, form.draft())
            blocks = responses.preview(session, reference, draft, doing)
            form.keep(draft.own)
    except Refused as refusal:
        return _ask(case, explained(form, refusal), 422)
    except Changed as changed:
        return _others_words(desk(), form, changed)
    return draw(
        "staff/responses/show.html",
        case,
        form=form,
        blocks=blocks,
        seen=doing.seen,
        written_in=letters.written_in(case.complaint),
        checked=_is_checked(case),
    )


@bp.post("")
def create(reference: str) -> ResponseReturnValue:
    case = desk(people=False)
    if not _allowed(case) and not _sent_before(deed()):
        abort(404)
    form, checked = _form(case, request.form), _is_checked(case)
    done = gettext("The answer is written. See under Letters how it goes.")
    if checked:
        done = gettext("A second person checks it. The clock runs on meanwhile, and no date has moved.")

    def do(session: Session, doing: Deed) -> None:
        send = answer_checks.ask if checked else responses.issue
        send(session, reference, form.draft(), doing, over=form.drawn_from)

    return act(form, do, _again, done, onward=_to_jobs(done) if me().contractor else None)


def _being_checked(reference: str, number: int) -> ResponseReturnValue:
    if me().contractor:
        return _to_jobs(gettext("Somebody checks this answer now. It comes back to you if something must change."))()
    return go_to("staff.answer_checks.show", reference=reference, number=number)


def _to_jobs(done: str) -> Callable[[], ResponseReturnValue]:
    def go() -> ResponseReturnValue:
        flash(done)
        return go_to("staff.jobs.index")

    return go


def _is_checked(case: Desk) -> bool:
    stage = case.complaint.current
    return stage is not None and (is_checked(landlord.current(), stage.stage) or is_by_another(case.complaint))


def _save(form: ResponseForm, reference: str, doing: Deed) -> AnswerDraft:
    with writing() as session:
        return answer_drafts.save(session, reference, form.typed, form.drawn_from, doing)


def _case() -> Desk:
    """Return the case, for whoever may answer the stage that is on; 404 for others."""
    case = desk(people=False)
    return case if _allowed(case) else abort(404)


def _allowed(case: Desk) -> bool:
    stage = case.complaint.current
    return stage is not None and (answers(stage.stage) or writes(case.complaint) == me().id)


def _sent_before(doing: Deed) -> bool:
    # Stage 2 may begin with the Stage 1 answer: a second press then comes from somebody who may not answer it.
    with reading() as session:
        return doing.key is not None and keys.answered(session, doing.key, doing.by) is not None


def _form(case: Desk, typed: Mapping[str, str], *, one_more: bool = False) -> ResponseForm:
    """Return the form of this case's answer, with what it shares with others."""
    common = None
    if shares(case.complaint):
        with reading() as session:
            common = groups.common_part(session, case.complaint)
    return ResponseForm(case, typed, common=common, one_more=one_more)


def _saved(case: Desk) -> AnswerDraft | None:
    stage = case.complaint.current
    if stage is None:
        return None
    with reading() as session:
        return answer_drafts.find(session, case.case_id, stage.stage)


def _ask(
    case: Desk,
    form: ResponseForm,
    status: int = 200,
    *,
    saved: AnswerDraft | None = None,
    theirs: Sequence[Said] = (),
    said: str = "",
) -> Response:
    """Return the page, or for htmx the region that says what is missing and what is saved."""
    begins = _begin(case, form)
    if saved is not None:
        form.version.data = str(saved.version)
    if not asked_by_htmx():
        form.show_common()
    seen = deed().seen
    form.since = since(case) if status == 409 else ()
    return draw(
        "staff/responses/new.html",
        case,
        status=status,
        fragment="progress",
        form=form,
        points={point.number: point for point in case.complaint.definition.points},
        outcomes={outcome.number: outcome for outcome in case.complaint.definition.outcomes},
        missing=[Said(where(gap.field), say(gap.why, language())) for gap in _gaps(case, form)],
        saved=_told(case, saved) if saved else "",
        said=said or " ".join(form.form_errors),
        apart=asked_by_htmx(),
        seen=case.seen if seen is None or status == 409 else seen,
        signed_by=me().name,
        talk=contact_log.advice(case),
        returned=checks.returned(case.complaint),
        advice=of_answer(case, form.draft(), letters.written_in(case.complaint)),
        parts=contributions.so_far(case),
        meant=drafts.so_far(case),
        theirs=theirs,
        begins=begins,
    )


def _begin(case: Desk, form: ResponseForm) -> LetterKind | None:
    """Put our words for what it comes to in their boxes; return of which letter they are, None where others stand."""
    draft = form.draft()
    if draft.own is not None:
        return None
    with reading() as session:
        words = letter_texts.of_answer(session, case.complaint, draft)
    form.begin_with(words)
    return None if words == NOTHING else letter_texts.fitting(case.complaint, draft)


def _again(case: Desk, form: ResponseForm, status: int) -> Response:
    """Return the page with what was typed; where the answer was not sent for words saved meanwhile, beside those."""
    saved = _saved(case) if status == HTTPStatus.CONFLICT else None
    if saved is None or saved.version == form.drawn_from or saved.page == deed().key:
        return _ask(case, form, status)
    form.form_errors.clear()
    return _beside(case, form, saved)


def _others_words(case: Desk, form: ResponseForm, changed: Changed) -> Response:
    """Return the page with what was typed, and beside it what somebody else has saved meanwhile."""
    saved = _saved(case)
    if saved is None or not any(each.kind == answer_drafts.SAVED for each in changed.since):
        form.form_errors.append(meanwhile(changed))
        return _ask(case, form, 409)
    return _beside(case, form, saved)


def _beside(case: Desk, form: ResponseForm, saved: AnswerDraft) -> Response:
    kept = gettext("Your words are still here, and are not saved. Save the draft again to keep yours instead.")
    form.form_errors.append(f"{_told(case, saved)} {kept}")
    theirs = [
        Said(where(name), words) for name, words in saved.typed.items() if words and words != form.typed.get(name)
    ]
    return _ask(case, form, 409, saved=saved, theirs=theirs)


def _gaps(case: Desk, form: ResponseForm) -> tuple[Gap, ...]:
    return missing_parts(case.complaint, form.draft(), case.terms, london_day(now()))


def _told(case: Desk, saved: AnswerDraft) -> str:
    words = {"name": case.named(saved.saved_by), "moment": moment(saved.saved_at, language())}
    if saved.saved_by == me().id:
        return gettext("You saved the draft on %(moment)s.", **words)
    return gettext("%(name)s saved the draft on %(moment)s.", **words)
