"""An MP or councillor writes about somebody whose case is open: their letter joins it, and has its own answer."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from app.domain.case.kinds import EnquiryState
from app.domain.case.state import Complaint
from app.domain.clock.terms import Terms
from app.domain.deed import Deed
from app.domain.people.whys import PeopleWhy
from app.domain.refused import Gap, Refused, Why, refuse_if
from app.domain.said import Said, WordsKind, Write


@dataclass(frozen=True, slots=True)
class EnquiryJoined:
    """Their letter was put with this case on the day it came (ruling 6)."""

    number: int
    happened_on: date
    said: Said
    answer_by: date


@dataclass(frozen=True, slots=True)
class EnquiryAnswered:
    """They were answered."""

    number: int
    happened_on: date
    said: Said


@dataclass(frozen=True, slots=True)
class EnquirerNamed:
    """Who wrote one of these letters takes part in the case, and is answered as they asked to be."""

    number: int
    party: int


Event = EnquiryJoined | EnquiryAnswered | EnquirerNamed


def join(
    complaint: Complaint,
    words: str,
    happened_on: date,
    within: int,
    *,
    terms: Terms,
    deed: Deed,
    write: Write,
) -> EnquiryJoined:
    """Return the event; raises Refused without words, for a day to come, or where nothing is open (ruling 6)."""
    gaps = []
    if complaint.ended is not None or complaint.closure is not None or complaint.intake.ended_on is not None:
        gaps.append(Gap(Why.CASE_NOT_OPEN, "join"))
    if not words.strip():
        gaps.append(Gap(Why.NOTHING_SAID, "words"))
    if happened_on > deed.on:
        gaps.append(Gap(Why.RECEIVED_IN_THE_FUTURE, "received_on"))
    refuse_if(gaps)
    number = len(complaint.intake.enquiries) + 1
    answer_by = terms.in_working_days(happened_on, within)
    return EnquiryJoined(number, happened_on, write(WordsKind.COMPLAINT, words), answer_by)


def came_with(complaint: Complaint, within: int, *, terms: Terms, deed: Deed) -> EnquiryJoined:
    """Return the event of a letter that the complaint itself began with: its words are those of the complaint."""
    came_on, said = complaint.received_on or deed.on, complaint.first_words
    if said is None:
        raise Refused(Gap(Why.NOTHING_SAID, "words"))
    number = len(complaint.intake.enquiries) + 1
    return EnquiryJoined(number, came_on, said, terms.in_working_days(came_on, within))


def answer(
    complaint: Complaint,
    number: int,
    happened_on: date | None,
    words: str,
    *,
    as_agreed: bool = True,
    deed: Deed,
    write: Write,
) -> EnquiryAnswered:
    """Return the event; raises Refused when none waits, or without a day and what was written (ruling 6).

    `as_agreed`: whoever wrote it looked that it tells no more than the resident agreed to (3.6).
    """
    waiting = [each for each in complaint.intake.enquiries if each.number == number and each.answered_on is None]
    if not waiting:
        raise Refused(Why.NOTHING_TO_SETTLE)
    gaps = []
    if not words.strip():
        gaps.append(Gap(Why.NOT_SAID_HOW, "words"))
    if happened_on is None or happened_on > deed.on:
        gaps.append(Gap(Why.DATE_IN_THE_FUTURE, "happened_on"))
    elif happened_on < waiting[0].happened_on:
        gaps.append(Gap(Why.BEFORE_IT_CAME, "happened_on"))
    if not as_agreed:
        gaps.append(Gap(PeopleWhy.SHARED_WITHOUT_LOOKING, "as_agreed"))
    if gaps or happened_on is None:
        raise Refused(*gaps)
    return EnquiryAnswered(number, happened_on, write(WordsKind.NOTE, words))


def apply(complaint: Complaint, event: Event) -> Complaint:
    """Return the case after the event."""
    intake = complaint.intake
    match event:
        case EnquiryJoined(number, happened_on, _, answer_by):
            enquiries = (*intake.enquiries, EnquiryState(number, happened_on, answer_by))
            return replace(complaint, intake=replace(intake, enquiries=enquiries))
        case EnquirerNamed(number, party):
            return replace(complaint, intake=intake.with_enquiry(number, party=party))
        case EnquiryAnswered(number, happened_on, _):
            return replace(complaint, intake=intake.with_enquiry(number, answered_on=happened_on))
