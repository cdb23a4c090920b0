"""How something that is being written sounds and reads, for whoever writes it: advice, which holds nothing up."""

from __future__ import annotations

from typing import NamedTuple

from flask_babel import gettext

from app.adapters import readability
from app.domain.case.findings import ResponseDraft
from app.domain.case.tone import HARDEST, Sounds, sounds, whole
from app.domain.landlord.landlord import ENGLISH
from app.services.case.desks import Desk
from app.web.staff.promises import drafts

MOST_ADVICE = 8
"""Pieces of advice at once: more would be read by nobody."""
AGE_AT_SCHOOL = 5
"""Years that a child is older than the school year."""


class Said(NamedTuple):
    """What the answer still lacks, or what somebody wrote, and at which question."""

    where: str
    what: str


def of_answer(case: Desk, draft: ResponseDraft, language: str) -> list[Said]:
    """Return what to think over in an answer, and at which question: first what the resident would have otherwise."""
    theirs = [Said(gettext("Still to do"), each) for each in drafts.advice(case)]
    read = [Said(gettext("The whole answer"), each) for each in read_by(whole(draft), language)]
    heard = [Said(where(each.field), sounding(each)) for each in sounds(draft)]
    return [*theirs, *read, *heard][:MOST_ADVICE]


def read_by(text: str, language: str) -> list[str]:
    """Return how hard a text is to read, where it is hard: English only, the one language that the measure is for."""
    grade = readability.grade(text) if language == ENGLISH else None
    if grade is None or grade <= HARDEST:
        return []
    age = round(grade) + AGE_AT_SCHOOL
    return [gettext("It reads like a text for people of %(age)s. Shorter words and sentences help.", age=age)]


def sounding(each: Sounds) -> str:
    """Return one piece of advice as a sentence."""
    if each.words:
        return gettext(
            "“%(quote)s …” has %(words)s words. Shorter is easier to read.", quote=each.quote, words=each.words
        )
    return gettext("“%(quote)s” may sound as if we blamed them.", quote=each.quote)


def where(field: str) -> str:
    """Return which question a field stands in: `findings-2-reasons` in point 2."""
    part, _, rest = field.partition("-")
    number = rest.partition("-")[0]
    match part:
        case "findings":
            return gettext("Point %(number)s", number=number)
        case "outcomes":
            return gettext("What they want, %(number)s", number=number)
        case "promises":
            return gettext("Still to do, row %(number)s", number=int(number) + 1)
        case "personal":
            return gettext("What we say to this person alone")
        case "decision":
            return gettext("What we decided")
        case "opening" | "ending":
            return gettext("How it begins and ends")
        case "remedy" | "remedies":
            return gettext("How we put it right")
    return gettext("Still to do")
