"""My complaint (R18): the one sentence first, then what waits for them, what we promised, and all else."""

from __future__ import annotations

from flask import Blueprint, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from flask_babel import lazy_gettext as _l

from app.db import reading
from app.domain.case import files
from app.domain.case.phases import Phase
from app.domain.case.state import LetterState
from app.domain.case.threads import of_party
from app.domain.case.tracks import Reached, Step, Track
from app.domain.case.vocabulary import Ended
from app.domain.case.waiting import Ask, Waiting
from app.domain.clock.profiles import Stage
from app.domain.deed import london_day
from app.domain.mail.letters import ANSWERS
from app.domain.mail.notices import Notice
from app.domain.people.parties import Role
from app.domain.promises.drafts import is_open
from app.now import now
from app.services.case import pages
from app.services.case.pages import CasePage
from app.web import landlord
from app.web.furniture import ombudsman
from app.web.languages import language
from app.web.page import go_to, page
from app.web.resident.case import belonging, contact_limits, offers, promises, refusals, requests
from app.web.resident.case.hazards import dangers
from app.web.resident.case.opening import draw, standing
from app.web.sign_in import signed_in
from app.web.spoken import in_words
from app.words.case.headlines import about_new_date, sentence
from app.words.dates import in_full, short_with_year, spoken
from app.words.say import say

bp = Blueprint("complaints", __name__)

WAITS_AT = {
    Ask.UNDERSTOOD: "definitions.new",
    Ask.OUTCOMES: "definitions.new",
    Ask.AUTHORITY: "parties.show",
    Ask.QUESTION: "messages.index",
    Ask.MESSAGE: "messages.index",
    Ask.PROMISE_DRAFT: "promise_drafts.show",
    Ask.PROMISE: "promises.show",
    Ask.OFFER: "offers.show",
    Ask.SURVEY: "surveys.show",
}
STAGES = {Stage.ONE: _l("Stage 1"), Stage.TWO: _l("Stage 2: someone new looks again")}


@bp.get("")
def index() -> ResponseReturnValue:
    who = signed_in()
    if who is None:
        return go_to("resident.sign_ins.new")
    with reading() as session:
        cases = pages.of_sign_in(session, who)
    if len(cases) == 1:
        return go_to(".show", reference=cases[0].reference)
    lines = [
        {
            "reference": case.reference,
            "phase": say(case.phase, language()) if case.phase else "",
            "received_on": in_full(case.received_on, language()),
        }
        for case in cases
    ]
    return page("resident/complaints/index.html", lines=lines, area="resident", leave_button=True)


@bp.get("/<reference>")
def show(reference: str) -> ResponseReturnValue:
    case = standing()
    if not case.complaint.intake.is_complaint:
        return requests.show(case)
    theirs = ombudsman(landlord.current()).name
    return draw(
        "resident/complaints/show.html",
        case,
        sentence=sentence(case.headline, theirs, language()),
        about_new_date=about_new_date(case.headline, language()),
        waiting=[_waiting(case, each) for each in case.waiting],
        dangers=dangers(case),
        limited=contact_limits.told(case),
        speakers=_speakers(case),
        promises=[promises.line(case, each) for each in case.promises],
        offers=[offers.line(case, each) for each in pages.offered(case.complaint)] if case.full else [],
        tracks=[_track(each) for each in case.tracks],
        to_read=_to_read(case),
        messages=_messages(case),
        files=len(files.of_party(case.complaint.files, case.viewer.number)),
        letters=[letter for letter in case.letters if letter.notice is not Notice.MESSAGE],
        answered=case.complaint.current is not None and case.complaint.current.answered_on is not None,
        stopped=case.stopped,
        ended=case.complaint.ended in (Ended.MERGED, Ended.MISTAKE),
        belonging=belonging.told(case),
        refused=case.complaint.ended is Ended.REFUSED,
        refusals=refusals.told(case) if case.full else (),
    )


def _to_read(case: CasePage) -> LetterState | None:
    """Return the letter that the sentence at the top speaks of: our answer, or why it takes longer."""
    stage = case.complaint.current
    if stage is None or case.complaint.ended is not None:
        return None
    spoken_of = ANSWERS if stage.answered_on else {Notice.MORE_TIME} if stage.extensions else ()
    return next((letter for letter in reversed(case.letters) if letter.notice in spoken_of), None)


def _speakers(case: CasePage) -> list[tuple[int, str]]:
    """Return who speaks for the resident, for the resident alone: they may end it at any time (ruling 6)."""
    if case.viewer.role is not Role.RESIDENT:
        return []
    theirs = [each.number for each in case.complaint.parties if each.role is Role.REPRESENTATIVE and each.may_act]
    return [(number, case.names.get(number, "")) for number in theirs]


def _messages(case: CasePage) -> dict[str, object]:
    """Return how many messages there are between us, and by when we answer the first that waits."""
    thread = of_party(case.complaint.messages, case.viewer.number)
    waits = [message.reply_by for message in thread if message.waits and message.reply_by is not None]
    return {"count": len(thread), "reply_by": min(waits, default=None)}


def _waiting(case: CasePage, waiting: Waiting) -> dict[str, str]:
    number = waiting.party or waiting.promise or waiting.offer or waiting.draft or None
    href = url_for(f"resident.case.{WAITS_AT[waiting.ask]}", reference=case.reference, number=number)
    about = case.names.get(waiting.party, "")
    if waiting.ask is Ask.PROMISE:
        about = in_words(case, case.complaint.promise(waiting.promise).said)
    if waiting.ask is Ask.PROMISE_DRAFT:
        about = in_words(case, is_open(case.complaint, waiting.draft).said)
    return {"text": say(waiting.ask, language()), "href": href, "about": about}


def _track(track: Track) -> dict[str, object]:
    note = gettext("It begins on the day we answer Stage 1.") if track.waits else ""
    return {"name": STAGES[track.stage], "note": note, "steps": [_step(track.stage, each) for each in track.steps]}


def _step(stage: Stage, step: Step) -> dict[str, str]:
    asked = stage is Stage.TWO and step.phase is Phase.SENT
    name = gettext("Asked for") if asked else say(step.phase, language())
    note = ""
    if step.on is not None:
        note = short_with_year(step.on, language())
    elif step.by is not None and step.reached is not Reached.DONE:
        pattern = _l("We said %(day)s") if step.by < london_day(now()) else _l("By %(day)s")
        note = str(pattern) % {"day": spoken(step.by, language())}
    return {"name": name, "state": step.reached.value, "note": note}
