"""The pack for the Ombudsman: what happened, what was understood, both answers, the promises, on paper (6.16, 6.20)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from app.domain.mail.notices import Notice
from app.services.case import news, pages
from app.services.case.pages import CasePage, Opened
from app.services.case.timelines import Line
from app.services.mail import issued
from app.services.mail.issued import Issued
from app.services.people.sessions import Mine

IN_THE_PACK = frozenset({Notice.ACKNOWLEDGED, Notice.STAGE_2_ACKNOWLEDGED, Notice.ANSWER, Notice.STAGE_2_ANSWER})


@dataclass(frozen=True, slots=True)
class Pack:
    """Everything the Ombudsman will ask the resident for; no note of staff's and no word on safety is in it."""

    page: CasePage
    timeline: tuple[Line, ...]
    letters: tuple[Issued, ...]


def find(session: Session, mine: Mine, today: date, language: str) -> Pack | None:
    """Return the pack of the case that a resident has open; None for who may not read it yet."""
    case = pages.opened(session, mine)
    page = pages.page_of(session, case, today)
    return _pack(session, case, page, language) if page.full else None


def _pack(session: Session, case: Opened, page: CasePage, language: str) -> Pack:
    wanted = [letter for letter in page.letters if letter.notice in IN_THE_PACK]
    return Pack(page, news.told(session, case, language), issued.all_of(session, case.mine.case_id, wanted))
