"""Let a second person look at an answer, and send the very letter they agreed to (6.13, ruling 14)."""

from __future__ import annotations

from dataclasses import replace

from sqlalchemy.orm import Session

from app.domain import history
from app.domain.case import answer_checks as rules
from app.domain.case import groups as common
from app.domain.case import responses as answers
from app.domain.case.differences import Difference, differences
from app.domain.case.findings import ResponseDraft
from app.domain.changed import Changed
from app.domain.deed import Deed
from app.domain.history import Event
from app.domain.landlord.landlord import Landlord
from app.domain.landlord.letter_texts import NOTHING
from app.domain.promises import offers, promises
from app.domain.record import Recorded, digest
from app.domain.refused import Refused
from app.domain.said import Said, WordsKind
from app.services.case import answer_drafts, desk_letters, groups, histories, responses
from app.services.case.desks import Desk
from app.services.case.responses import PARTS
from app.services.mail import jobs
from app.words.mail import responses as composed
from app.words.mail.blocks import Block, plain


def ask(session: Session, reference: str, draft: ResponseDraft, deed: Deed, over: int | None = None) -> int:
    """Give an answer to a second person and return its number; raises Refused with every gap, or Changed.

    `over` is the version of the saved draft that it was written from, as for sending it.
    """
    with histories.opened(session, reference, deed, *PARTS) as case:
        answer_drafts.refuse_other_words(case, over)
        common.refuse_other(draft, groups.common_part(session, case.complaint))
        draft = responses.worded(session, case.complaint, draft)
        asked = rules.ask(case.complaint, draft, terms=case.terms, deed=deed, write=case.write)
        case.add(asked)
        return asked.number


def approve(session: Session, reference: str, number: int, seen: str, deed: Deed, words: str = "") -> int:
    """Agree to an answer, send it and return its letter's number; raises Refused for who wrote it, or Changed.

    `seen` is the mark of the letter that was looked at: any other is not sent, whatever made it another.
    """
    with histories.opened(session, reference, deed, *PARTS) as case:
        asked = rules.waits(case.complaint, number)
        case.add(rules.approve(case.complaint, number, deed=deed, words=words))
        draft = rules.draft_of(case.texts().get(asked.answer.number, ""))
        issued = responses.answer(case, draft, checked=True)
        if mark_of(responses.as_letter(case, issued, draft.own)) != seen:
            raise Changed
        return responses.send(case, issued, draft.own)


def give_back(session: Session, reference: str, number: int, words: str, deed: Deed) -> None:
    """Give an answer back to be changed; raises Refused for who wrote it or without a word on why, or Changed."""
    with histories.opened(session, reference, deed, *PARTS) as case:
        case.add(rules.give_back(case.complaint, number, words, deed=deed, write=case.write))
        jobs.tell(case)


def take_back(session: Session, reference: str, number: int, deed: Deed) -> None:
    """Take an answer back, to change it before it is checked; raises Refused for who may not answer, or Changed."""
    with histories.opened(session, reference, deed, *PARTS) as case:
        case.add(rules.take_back(case.complaint, number, deed=deed))


def mark_of(blocks: list[Block]) -> str:
    """Return what tells a letter from every other: a page says by it which one was looked at."""
    return digest(blocks)


def letter_of(desk: Desk, number: int, landlord: Landlord, deed: Deed) -> list[Block]:
    """Return the letter that agreeing to an answer would issue, from what its page has read; raises Refused."""
    return _letter(desk, number, rules.waits(desk.complaint, number).answer, landlord, deed)


def since_returned(
    desk: Desk, number: int, blocks: list[Block], landlord: Landlord, deed: Deed
) -> tuple[Difference, ...]:
    """Return what this letter says otherwise than the one last given back at its stage; nothing where none was."""
    stage = rules.waits(desk.complaint, number).stage
    before = [each for each in desk.complaint.answer_checks if each.stage is stage and each.note is not None]
    if not before:
        return ()
    try:
        was = _letter(desk, number, before[-1].answer, landlord, deed)
    except Refused:  # by today's facts it could not be written any more: the whole letter is to be read anew
        return ()
    return differences(_lines(was), _lines(blocks))


def _lines(blocks: list[Block]) -> list[str]:
    return [line for line in plain(blocks).splitlines() if line]


def _letter(desk: Desk, number: int, answer: Said, landlord: Landlord, deed: Deed) -> list[Block]:
    texts = dict(desk.texts)

    def write(_: WordsKind, text: str) -> Said:
        texts[max(texts, default=0) + 1] = text
        return Said(max(texts), "")

    agreed = rules.as_agreed(desk.complaint, number, deed.by.staff_id or 0)
    draft = rules.draft_of(desk.said(answer))
    complaint = history.apply(desk.complaint, Recorded(desk.seen + 1, agreed, deed.by, deed.at))
    issued = answers.issue(complaint, draft, terms=desk.terms, deed=deed, write=write, checked=True)
    events: tuple[Event, ...] = (
        issued,
        *common.give(draft, issued.stage, issued.letter, write),
        *answers.give_remedies(complaint, draft),
        *promises.make(complaint, draft.promises, issued.letter, write),
        *offers.of_answer(complaint, issued.letter),
    )
    for event in events:
        complaint = history.apply(complaint, Recorded(desk.seen + 1, event, deed.by, deed.at))
    matter = desk_letters.matter(desk, complaint, issued, landlord, deed, texts)
    return list(composed.answer(replace(matter, own=draft.own or NOTHING)))
