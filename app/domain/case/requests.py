"""What people bring us that is no complaint: requests, enquiries, complaints about their data (1.4–1.6)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from app.domain.case.complaints import Arrival, arrived
from app.domain.case.kinds import Kind, Outcome, data_day
from app.domain.case.state import Complaint
from app.domain.case.vocabulary import Channel, Danger, ForWhom, Wanted
from app.domain.clock.terms import Terms
from app.domain.deed import Deed
from app.domain.refused import Gap, Refused, Why, refuse_if
from app.domain.said import Said, WordsKind, Write


@dataclass(frozen=True, slots=True)
class CaseLogged:
    """Something came that is no complaint. `due_by` is the day we say it is done by, or answered."""

    kind: Kind
    reference: str
    happened_on: date
    channel: Channel
    profile: str
    calendar: str
    for_whom: ForWhom
    people: int
    danger: Danger
    words: Said
    wanted: tuple[Wanted, ...]
    wanted_words: Said | None
    home: int | None
    service_area: str
    acknowledge_by: date | None
    due_by: date


@dataclass(frozen=True, slots=True)
class CaseEnded:
    """It was done, or ended otherwise; what was done and how we know it is written to whom it was for."""

    outcome: Outcome
    happened_on: date
    said: Said
    letter: int


Event = CaseLogged | CaseEnded


@dataclass(frozen=True, slots=True)
class EndingDraft:
    """How it ended, as somebody fills it in."""

    outcome: Outcome | None = None
    happened_on: date | None = None
    words: str = ""


def log(
    arrival: Arrival,
    kind: Kind,
    reference: str,
    *,
    within: int = 10,
    due_by: date | None = None,
    terms: Terms,
    deed: Deed,
    write: Write,
) -> CaseLogged:
    """Return the event; it is to be done `within` working days, or by the day somebody chose.

    Raises Refused for no words, a date to come, a day that is over, or a complaint: that is received (1.4, 5.12).
    """
    refuse_if([*_not_yet(arrival, kind, due_by, deed)])
    acknowledge_by, by = dates(kind, arrival.happened_on, within, due_by, terms)
    return CaseLogged(
        kind=kind,
        reference=reference,
        happened_on=arrival.happened_on,
        channel=arrival.channel,
        profile=terms.profile.name,
        calendar=terms.calendar.name,
        for_whom=arrival.for_whom,
        people=arrival.people,
        danger=arrival.danger,
        words=write(WordsKind.COMPLAINT, arrival.words),
        wanted=arrival.wanted,
        wanted_words=write(WordsKind.OUTCOME_WANTED, arrival.wanted_words) if arrival.wanted_words.strip() else None,
        home=arrival.home,
        service_area=arrival.service_area,
        acknowledge_by=acknowledge_by,
        due_by=by,
    )


def _not_yet(arrival: Arrival, kind: Kind, due_by: date | None, deed: Deed) -> Iterator[Gap]:
    if kind is Kind.COMPLAINT:
        yield Gap(Why.COMPLAINT_STAYS_ONE, "kind")
    if not arrival.words.strip():
        yield Gap(Why.NOTHING_SAID, "words")
    if arrival.happened_on > deed.on:
        yield Gap(Why.RECEIVED_IN_THE_FUTURE, "received_on")
    if due_by is not None and due_by < deed.on:
        yield Gap(Why.DATE_IN_THE_PAST, "due_by")


def dates(kind: Kind, began: date, within: int, due_by: date | None, terms: Terms) -> tuple[date | None, date]:
    """Return by when one of these is acknowledged, where the law sets a day, and by when it is done or answered."""
    if kind is Kind.DATA_PROTECTION:
        last = data_day(terms.calendar, began)
        return last, due_by or last
    return None, due_by or terms.in_working_days(began, within)


def end(complaint: Complaint, draft: EndingDraft, *, deed: Deed, write: Write) -> CaseEnded:
    """Return the event; raises Refused for a complaint, one that has ended, or a part that is missing (1.4)."""
    intake = complaint.intake
    if intake.is_complaint:
        raise Refused(Why.COMPLAINT_STAYS_ONE)
    if intake.ended_on is not None:
        raise Refused(Why.REQUEST_ENDED)
    gaps = []
    if draft.outcome is None:
        gaps.append(Gap(Why.ENDED_WITHOUT_OUTCOME, "outcome"))
    if not draft.words.strip():
        gaps.append(Gap(Why.DONE_WITHOUT_PROOF if draft.outcome is Outcome.DONE else Why.NOT_SAID_HOW, "words"))
    if draft.happened_on is None or draft.happened_on > deed.on:
        gaps.append(Gap(Why.DATE_IN_THE_FUTURE, "happened_on"))
    elif complaint.received_on is not None and draft.happened_on < complaint.received_on:
        gaps.append(Gap(Why.BEFORE_IT_CAME, "happened_on"))
    if gaps or draft.outcome is None or draft.happened_on is None:
        raise Refused(*gaps)
    said = write(WordsKind.REPLY, draft.words)
    return CaseEnded(draft.outcome, draft.happened_on, said, len(complaint.letters) + 1)


def apply(complaint: Complaint, event: Event) -> Complaint:
    """Return the case after the event."""
    match event:
        case CaseLogged():
            return _logged(complaint, event)
        case CaseEnded(outcome, happened_on, _, _):
            return replace(complaint, intake=replace(complaint.intake, ended_on=happened_on, outcome=outcome))


def _logged(complaint: Complaint, event: CaseLogged) -> Complaint:
    intake = replace(complaint.intake, kind=event.kind, acknowledge_by=event.acknowledge_by, due_by=event.due_by)
    return replace(arrived(complaint, event), intake=intake)
