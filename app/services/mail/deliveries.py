"""A word in the worker's hands: whether, where and as what it goes now, and what became of it (ruling 8)."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy.orm import Session

from app.domain.case import contributions, jobs
from app.domain.clock.duty_kinds import DutyKind
from app.domain.deed import CLOCK, Deed
from app.domain.landlord.landlord import ENGLISH, Landlord
from app.domain.landlord.permissions import Permission, allows
from app.domain.mail.notices import Notice
from app.domain.mail.on_call import Colleague, told_of_danger, whose_turn
from app.domain.mail.routing import FAILED, Outcome, is_stale, may_go, route_letter
from app.domain.people.preferences import Way
from app.services.case import histories
from app.services.landlord import landlord
from app.services.landlord import staff as people
from app.services.mail import letters
from app.services.people import sign_ins
from app.store import outbox
from app.store.case import complaints
from app.store.landlord import staff
from app.store.mail import letters as store
from app.store.outbox import Claimed
from app.store.people import contacts
from app.words.mail import emails
from app.words.mail.emails import Email


@dataclass(frozen=True, slots=True)
class Links:
    """The addresses that e-mails lead to, made by whoever knows the routes."""

    come_back: str
    sign_in: Callable[[str], str]
    staff_case: Callable[[str], str]
    staff_part: Callable[[str, int], str]
    job: Callable[[str], str]
    set_up: Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Ready:
    """What goes, to which address, and from whom."""

    to: str
    email: Email
    landlord: Landlord


def ready(session: Session, word: Claimed, links: Links, lookup_key: bytes, at: datetime) -> Ready | Outcome:
    """Return what is to be sent now, or why nothing is; a sign-in code is minted here, so the session must write."""
    if is_stale(word.useful_until, at):
        return Outcome.TOO_LATE
    ours = landlord.current(session)
    match Notice(word.kind):
        case Notice.SIGN_IN_CODE:
            return _code(session, word, ours, links, lookup_key, at)
        case Notice.DANGER:
            return _danger(session, word, ours, links, at)
        case Notice.SET_UP:
            return _set_up(session, word, ours, links, at)
        case Notice.PART_DUE:
            return _part_due(session, word, ours, links, at)
        case Notice.JOB:
            return _job(session, word, ours, links, at)
        case Notice.NEW_CODE:
            return _new_code(session, word, ours, links, at)
        case _:
            return _letter(session, word, ours, links, at)


def finish(session: Session, word: Claimed, owner: str, outcome: Outcome, at: datetime) -> bool:
    """Mark a word done and record what that means for its letter; False when another worker has it by now."""
    if not outbox.finish(session, word.id, owner, outcome.value, at):
        return False
    reference = _reference(session, word)
    if word.letter is None or reference is None:
        return True
    with histories.opened(session, reference, Deed(CLOCK, at)) as case:
        letter = case.complaint.letter(word.letter)
        if letter.sent_on is not None or letter.way is not Way.EMAIL:
            return True
        if outcome is Outcome.SENT:
            letters.sent(case, word.letter)
        elif outcome in FAILED:
            letters.came_back(case, word.letter, FAILED[outcome])
    return True


def _letter(session: Session, word: Claimed, ours: Landlord, links: Links, at: datetime) -> Ready | Outcome:
    reference = _reference(session, word)
    if reference is None or word.letter is None:
        return Outcome.NOT_NEEDED
    case = histories.found(session, reference, Deed(CLOCK, at))
    letter = case.complaint.letter(word.letter)
    if letter.party != word.party:
        return Outcome.NOT_NEEDED  # it was passed on to somebody else, and goes with a word of its own
    reachable = contacts.usable(session, case.id, letter.party)
    detail = route_letter(letter, case.complaint.party(letter.party), reachable)
    kept = store.find(session, case.id, word.letter)
    if isinstance(detail, Outcome) or kept is None or kept.blocks is None:
        return detail if isinstance(detail, Outcome) else Outcome.NOT_NEEDED
    blocks = json.loads(kept.blocks)
    email = emails.of_letter(ours, blocks, detail, links.come_back, kept.language)
    return Ready(reachable[Way.EMAIL].value, email, ours)


def _code(
    session: Session, word: Claimed, ours: Landlord, links: Links, lookup_key: bytes, at: datetime
) -> Ready | Outcome:
    minted = sign_ins.mint(session, json.loads(word.facts)["sign_in"], lookup_key, at)
    if minted is None:
        return Outcome.NOT_NEEDED
    link = "" if minted.token is None else links.sign_in(minted.token)
    return Ready(minted.to, emails.of_code(ours, minted.code, link, minted.language), ours)


def _new_code(session: Session, word: Claimed, ours: Landlord, links: Links, at: datetime) -> Ready | Outcome:
    reference = _reference(session, word)
    if reference is None or word.party is None:
        return Outcome.NOT_NEEDED
    case = histories.found(session, reference, Deed(CLOCK, at))
    party, reachable = case.complaint.party(word.party), contacts.usable(session, case.id, word.party)
    told = party.preferences
    if told is None or party.silent or not may_go(told, reachable, Way.EMAIL):
        return Outcome.NOT_SAFE
    made_on = date.fromisoformat(json.loads(word.facts)["on"])
    email = emails.of_new_code(ours, made_on, told.detail, links.come_back, told.language)
    return Ready(reachable[Way.EMAIL].value, email, ours)


def _danger(session: Session, word: Claimed, ours: Landlord, links: Links, at: datetime) -> Ready | Outcome:
    reference = _reference(session, word)
    if reference is None:
        return Outcome.NOT_NEEDED
    case = histories.found(session, reference, Deed(CLOCK, at))
    if not case.complaint.has_task(DutyKind.DANGER):
        return Outcome.NOT_NEEDED
    turn = json.loads(word.facts)["turn"]
    to = whose_turn(told_of_danger(case.complaint, ours, _colleagues(session)), turn)
    email = emails.of_danger(reference, links.staff_case(reference), ENGLISH)
    return Ready(to, email, ours) if to else Outcome.BY_HAND


def _colleagues(session: Session) -> list[Colleague]:
    here = staff.present(session)
    return [Colleague(each.id, each.email, allows(each.roles, Permission.SAFEGUARD)) for each in here]


def _part_due(session: Session, word: Claimed, ours: Landlord, links: Links, at: datetime) -> Ready | Outcome:
    """Remind whoever was asked for a part; nobody, once it was given, or is not theirs to give any more."""
    reference = _reference(session, word)
    if reference is None:
        return Outcome.NOT_NEEDED
    complaint = histories.found(session, reference, Deed(CLOCK, at)).complaint
    number = json.loads(word.facts)["part"]
    part = next(each for each in complaint.contributions if each.number == number)
    asked = staff.present_member(session, part.staff)
    if asked is None or not contributions.waits(complaint, part):
        return Outcome.NOT_NEEDED
    link = links.job(reference) if asked.contractor else links.staff_part(reference, number)
    email = emails.of_part_due(reference, part.due_on, link, ENGLISH)
    return Ready(asked.email, email, ours)


def _job(session: Session, word: Claimed, ours: Landlord, links: Links, at: datetime) -> Ready | Outcome:
    """Tell a contractor's person that there is something to do; nobody, once nothing is theirs to do any more."""
    reference, member = _reference(session, word), staff.present_member(session, json.loads(word.facts)["staff"])
    if reference is None or member is None:
        return Outcome.NOT_NEEDED
    if member.id not in jobs.let_in(histories.found(session, reference, Deed(CLOCK, at)).complaint):
        return Outcome.NOT_NEEDED
    return Ready(member.email, emails.of_job(ours, reference, links.job(reference), ENGLISH), ours)


def _set_up(session: Session, word: Claimed, ours: Landlord, links: Links, at: datetime) -> Ready | Outcome:
    """Mint the link by which a contractor's person sets up their sign-in; none, once they have, or are gone."""
    number = json.loads(word.facts)["staff"]
    member = staff.present_member(session, number)
    token = people.invite(session, number, Deed(CLOCK, at))
    if member is None or token is None:
        return Outcome.NOT_NEEDED
    whose = next((each.name for each in ours.contractors if each.key == member.contractor), "")
    return Ready(member.email, emails.of_set_up(ours, whose, links.set_up(token), ENGLISH), ours)


def _reference(session: Session, word: Claimed) -> str | None:
    """Return the reference of the case that a word is about."""
    kind, _, number = word.stream.partition(":")
    found = complaints.find_all(session, [int(number)]) if kind == "complaint" else []
    return found[0].reference if found else None
