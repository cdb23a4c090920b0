"""Keep a complaint while it is being told, let its owner come back to it, and send it once."""

from __future__ import annotations

import hashlib
import hmac
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import uuid4

from sqlalchemy.orm import Session

from app.domain.case import drafts
from app.domain.case.drafts import Answers, Step
from app.domain.deed import Deed
from app.services.case import arrivals, complaints
from app.services.case.complaints import Made, NewComplaint
from app.services.people.receipts import in_groups, lookup
from app.store.case import draft_files
from app.store.case import drafts as store
from app.store.case.draft_files import DraftFile
from app.words.case.read_backs import IN_FILES
from app.words.catalogues import catalogue


class Unfinished(Exception):
    """A question of the road still waits for an answer; nothing was sent."""

    def __init__(self, step: Step) -> None:
        self.step = step
        super().__init__(step.name)


@dataclass(frozen=True, slots=True)
class Draft:
    """A complaint that is not sent yet, and the token that opens it."""

    token: str
    key: str
    answers: Answers
    answered: frozenset[Step]

    @property
    def hashed(self) -> bytes:
        """Return what the draft is kept under, which opens nothing."""
        return _hashed(self.token)

    @property
    def waiting(self) -> Step | None:
        """Return the first question without an answer, None when it may be sent."""
        return drafts.waiting(self.answers, self.answered)


def find(session: Session, token: str, lookup_key: bytes, at: datetime) -> Draft | None:
    """Return the draft that this token opens, unless it was left alone for 30 days."""
    return _live(store.find(session, _hashed(token)), lookup_key, at)


def begin(lookup_key: bytes) -> Draft:
    """Return a draft in which nothing stands yet; nothing of it is kept before its first answer."""
    key = uuid4().hex
    return Draft(_token(lookup_key, key), key, {}, frozenset())


def answer(session: Session, draft: Draft, step: Step, given: Answers, *, right: bool, deed: Deed) -> Draft:
    """Keep what was typed into a question, right or not, and return the draft as it now stands."""
    answered = drafts.answered_after(step, right=right, old=draft.answers, new=given, answered=draft.answered)
    changed = Draft(draft.token, draft.key, {**draft.answers, **given}, answered)
    numbers = frozenset(int(step) for step in answered)
    store.put(session, draft.hashed, store.Draft(draft.key, changed.answers, numbers, deed.at))
    return changed


def touch(session: Session, draft: Draft, deed: Deed) -> None:
    """Keep a draft as it is from now on for as long as any: also one in which nothing was answered yet."""
    if not store.touch(session, draft.hashed, deed.at):
        store.put(session, draft.hashed, store.Draft(draft.key, draft.answers, frozenset(), deed.at))


def code_of(session: Session, draft: Draft, lookup_key: bytes) -> str:
    """Return the draft code, which from now on opens the draft on any device: the same each time it is asked for."""
    code = in_groups(lookup_key, f"draft code {draft.key}")
    store.set_code(session, draft.hashed, lookup(lookup_key, code))
    return code


def come_back(session: Session, code: str, lookup_key: bytes, at: datetime) -> Draft | None:
    """Return the draft that a draft code opens, however it was typed."""
    return _live(store.find_by_code(session, lookup(lookup_key, code)), lookup_key, at)


def send(session: Session, draft: Draft, lookup_key: bytes, deed: Deed) -> Made:
    """Make the complaint of a draft, once, and forget the draft (ruling 26).

    Raises Unfinished for a question without an answer, or what making a complaint refuses.
    """
    if draft.waiting is not None:
        raise Unfinished(draft.waiting)
    sent = Deed(deed.by, deed.at, key=draft.key)
    new = arrivals.new_complaint(session, drafts.to_send(draft.answers), deed.on)
    return make(session, new, draft, lookup_key, sent)


def make(session: Session, new: NewComplaint, draft: Draft, lookup_key: bytes, deed: Deed) -> Made:
    """Make a complaint that was begun as this draft, with its files, and forget the draft; raises as making one does.

    Whoever began the long way may send the short one.
    """
    draft_files.hold(session, draft.hashed)  # so that no file comes between
    files = tuple(draft_files.of_draft(session, draft.hashed))
    made = complaints.make(session, _with(new, files), lookup_key, deed)
    draft_files.remove_all(session, draft.hashed)
    store.remove(session, draft.hashed)
    return made


def _with(new: NewComplaint, files: tuple[DraftFile, ...]) -> NewComplaint:
    """Return a complaint with these files; one without words is told in those that can be opened (ruling 28)."""
    usable = len([file for file in files if file.set_aside is None])
    if new.arrival.words or not usable:
        return replace(new, files=files)
    who = (new.representative or new.resident).preferences
    words = catalogue(who.language if who else "en").gettext(IN_FILES)
    return replace(new, arrival=replace(new.arrival, words=words), files=files, told_in_files=usable)


def _live(found: store.Draft | None, lookup_key: bytes, at: datetime) -> Draft | None:
    if found is None or drafts.is_over(found.saved_at, at):
        return None
    answered = frozenset(Step(number) for number in found.answered)
    return Draft(_token(lookup_key, found.key), found.key, found.answers, answered)


def _token(lookup_key: bytes, key: str) -> str:
    # Drawn from the key, so that a second device is given the same one and the first is not shut out.
    return hmac.new(lookup_key, f"draft token {key}".encode(), hashlib.sha256).hexdigest()


def _hashed(token: str) -> bytes:
    return hashlib.sha256(token.encode()).digest()
