"""A complaint's history: every kind of event, folded by its noun. Folding accepts any history; deciding is strict."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from typing import assert_never, get_args

from app.domain.case import (
    acknowledgements,
    answer_checks,
    closures,
    complaints,
    contact_log,
    contributions,
    corrections,
    definitions,
    details,
    enquiries,
    erasures,
    escalations,
    evidence,
    feelings,
    interests,
    lateness,
    links,
    merges,
    messages,
    mistakes,
    more_time,
    new_points,
    overturned,
    refusals,
    requests,
    responses,
    restrictions,
    reviews,
    splits,
    surveys,
    triage,
    visits,
    withdrawals,
)
from app.domain.case.state import Complaint
from app.domain.clock import hazard_history
from app.domain.deed import london_day
from app.domain.mail import letters
from app.domain.parts import JUDGED as JUDGED
from app.domain.parts import Part as Part
from app.domain.people import (
    adjustments,
    carrying_on,
    contact_limit_reviews,
    contact_limits,
    contacts,
    deaths,
    moves,
    parties,
    renewals,
    representatives,
    safeguarding,
)
from app.domain.promises import endings, offers, payments, promises, verdicts
from app.domain.record import Recorded, kinds

Promised = promises.Event | verdicts.Event | endings.Event
OfMoney = offers.Event | payments.Event
InTouch = messages.Event | contact_log.Event | evidence.Event | surveys.Event
"""What people and we say to each other, and send each other."""
Limiting = contact_limits.Event | contact_limit_reviews.Event
SpokenFor = deaths.Event | carrying_on.Event | representatives.Event | moves.Event
"""Who may no longer be written to, or not where they lived, and who speaks in their place."""
OfPeople = (
    parties.Event
    | contacts.Event
    | renewals.Event
    | Limiting
    | SpokenFor
    | adjustments.Event
    | safeguarding.Event
    | Promised
    | OfMoney
    | hazard_history.Event
    | letters.Event
    | InTouch
)
"""What happens between us and people, and what we owe them."""

Sorting = requests.Event | triage.Event | feelings.Event | enquiries.Event | visits.Event
"""What else a case may be than a complaint, and how it is sorted."""
Refusing = refusals.Event | overturned.Event
Belonging = links.Event | merges.Event | splits.Event
"""How a complaint belongs to others."""
Answering = responses.Event | answer_checks.Event
Restricting = restrictions.Event | interests.Event
"""Who of the staff may see it, and who may deal with it."""
Event = (
    complaints.Event
    | Restricting
    | details.Event
    | definitions.Event
    | acknowledgements.Event
    | more_time.Event
    | lateness.Event
    | Answering
    | escalations.Event
    | withdrawals.Event
    | closures.Event
    | contributions.Event
    | new_points.Event
    | Belonging
    | mistakes.Event
    | reviews.Event
    | Refusing
    | Sorting
    | corrections.Event
    | erasures.Event
    | OfPeople
)

KINDS: Mapping[str, type] = kinds(*get_args(Event))


PARTS: Mapping[Part, tuple[type, ...]] = {
    Part.ARRIVAL: (complaints.Received, requests.CaseLogged, complaints.DangerAnswered),
    Part.DETAILS: (details.DetailsAdded,),
    Part.HANDLER: (complaints.Assigned, complaints.Concerned),
    Part.VIEWERS: (*get_args(restrictions.Event), complaints.Concerned),
    Part.INTERESTS: get_args(interests.Event),
    Part.DEFINITION: (
        *get_args(definitions.Event),
        acknowledgements.Acknowledged,
        new_points.NewPointDecided,
        splits.PointsSplitOff,
        merges.MergedFrom,
    ),
    Part.NEW_POINTS: get_args(new_points.Event),
    Part.LINKS: (*get_args(links.Event), *get_args(merges.Event)),
    Part.MISTAKE: get_args(mistakes.Event),
    Part.ANSWER: (
        *get_args(more_time.Event),
        *get_args(lateness.Event),
        responses.ResponseIssued,
        responses.RemediesGiven,
        merges.MergedFrom,
    ),
    Part.ANSWER_CHECK: get_args(answer_checks.Event),
    Part.STAGE_2: get_args(escalations.Event),
    Part.END: (
        *get_args(withdrawals.Event),
        closures.Closed,
        *get_args(merges.Event),
        mistakes.LoggedByMistake,
        mistakes.MistakeTakenBack,
    ),
    Part.REFUSALS: get_args(Refusing),
    Part.FACTS: get_args(corrections.Event),
    Part.WORDS: get_args(erasures.Event),
    Part.PARTIES: (
        *get_args(parties.Event),
        *get_args(contacts.Event),
        *get_args(SpokenFor),
        renewals.ReturnCodeRenewed,
    ),
    Part.ADJUSTMENTS: get_args(adjustments.Event),
    Part.OFFERS: get_args(OfMoney),
    Part.CONTACT_LIMITS: get_args(Limiting),
    Part.PROMISES: (*get_args(Promised), moves.PromiseAskedAfterMove),
    Part.HAZARDS: get_args(hazard_history.Event),
    Part.SAFEGUARDING: get_args(safeguarding.Event),
    Part.LETTERS: get_args(letters.Event),
    Part.CONTRIBUTIONS: get_args(contributions.Event),
    Part.MESSAGES: (messages.MessageReceived, messages.MessageWritten, messages.MessageSettled),
    Part.EVIDENCE: get_args(evidence.Event),
    Part.CONTACT_LOG: get_args(contact_log.Event),
    Part.TRIAGE: (triage.CaseTriaged,),
    Part.REQUEST: (requests.CaseEnded, *get_args(feelings.Event), *get_args(enquiries.Event)),
    Part.VISIT: get_args(visits.Event),
    Part.SURVEY: get_args(surveys.Event),
    Part.REVIEW: get_args(reviews.Event),
}


def touches(event: object, parts: Iterable[Part]) -> bool:
    """Return whether an event changed any of these parts of the case."""
    return isinstance(event, tuple(kind for part in parts for kind in PARTS[part]))


def apply(complaint: Complaint, recorded: Recorded[Event]) -> Complaint:
    """Return the complaint after one more event, which is handed to its noun."""
    return replace(_apply(complaint, recorded), position=recorded.position)


def _apply(complaint: Complaint, recorded: Recorded[Event]) -> Complaint:  # noqa: C901 -- a line a noun
    event, on = recorded.event, london_day(recorded.at)
    if isinstance(event, complaints.Event):
        return complaints.apply(complaint, event)
    if isinstance(event, Restricting):
        return _restricting(complaint, event, on)
    if isinstance(event, details.Event):
        return details.apply(complaint, event)
    if isinstance(event, definitions.Event):
        return definitions.apply(complaint, event)
    if isinstance(event, acknowledgements.Event):
        return acknowledgements.apply(complaint, event, on)
    if isinstance(event, more_time.Event):
        return more_time.apply(complaint, event)
    if isinstance(event, lateness.Event):
        return lateness.apply(complaint, event)
    if isinstance(event, Answering):
        return _answering(complaint, event, on)
    if isinstance(event, escalations.Event):
        return escalations.apply(complaint, event)
    if isinstance(event, withdrawals.Event):
        return withdrawals.apply(complaint, event)
    if isinstance(event, contributions.Event):
        return contributions.apply(complaint, event, on)
    if isinstance(event, new_points.Event):
        return new_points.apply(complaint, event)
    if isinstance(event, Belonging):
        return _belonging(complaint, event)
    if isinstance(event, mistakes.Event):
        return mistakes.apply(complaint, event)
    if isinstance(event, reviews.Event):
        return reviews.apply(complaint, event)
    if isinstance(event, Refusing):
        return _refusing(complaint, event)
    if isinstance(event, Sorting):
        return _sorting(complaint, event, on)
    if isinstance(event, closures.Event):
        return closures.apply(complaint, event)
    if isinstance(event, corrections.Event):
        return corrections.apply(complaint, event)
    if isinstance(event, erasures.Event):
        return erasures.apply(complaint, event, on)
    return _apply_to_people(complaint, recorded, event)


def _apply_to_people(  # noqa: C901 -- a line a noun
    complaint: Complaint, recorded: Recorded[Event], event: OfPeople
) -> Complaint:
    on = london_day(recorded.at)
    if isinstance(event, parties.Event):
        return parties.apply(complaint, event)
    if isinstance(event, contacts.Event):
        return contacts.apply(complaint, event)
    if isinstance(event, renewals.Event):
        return renewals.apply(complaint, event)
    if isinstance(event, adjustments.Event):
        return adjustments.apply(complaint, event)
    if isinstance(event, safeguarding.Event):
        return safeguarding.apply(complaint, event, recorded.by, on)
    if isinstance(event, Limiting):
        return _limiting(complaint, event, on)
    if isinstance(event, SpokenFor):
        return _spoken_for(complaint, event, on)
    if isinstance(event, Promised):
        return _promised(complaint, event)
    if isinstance(event, OfMoney):
        return _of_money(complaint, event, on)
    if isinstance(event, hazard_history.Event):
        return hazard_history.apply(complaint, event)
    if isinstance(event, letters.Event):
        return letters.apply(complaint, event, on)
    return _in_touch(complaint, recorded, event)


def _in_touch(complaint: Complaint, recorded: Recorded[Event], event: InTouch) -> Complaint:
    if isinstance(event, messages.Event):
        return messages.apply(complaint, event, recorded.by, recorded.at)
    if isinstance(event, contact_log.Event):
        return contact_log.apply(complaint, event, recorded.by, recorded.at)
    if isinstance(event, evidence.Event):
        return evidence.apply(complaint, event, recorded.by, london_day(recorded.at))
    if isinstance(event, surveys.Event):
        return surveys.apply(complaint, event)
    assert_never(event)


def _answering(complaint: Complaint, event: Answering, on: date) -> Complaint:
    if isinstance(event, responses.Event):
        return responses.apply(complaint, event, on)
    return answer_checks.apply(complaint, event)


def _restricting(complaint: Complaint, event: Restricting, on: date) -> Complaint:
    if isinstance(event, restrictions.Event):
        return restrictions.apply(complaint, event, on)
    return interests.apply(complaint, event)


def _belonging(complaint: Complaint, event: Belonging) -> Complaint:
    if isinstance(event, links.Event):
        return links.apply(complaint, event)
    if isinstance(event, merges.Event):
        return merges.apply(complaint, event)
    return splits.apply(complaint, event)


def _refusing(complaint: Complaint, event: Refusing) -> Complaint:
    if isinstance(event, refusals.Event):
        return refusals.apply(complaint, event)
    return overturned.apply(complaint, event)


def _sorting(complaint: Complaint, event: Sorting, on: date) -> Complaint:
    if isinstance(event, requests.Event):
        return requests.apply(complaint, event)
    if isinstance(event, triage.Event):
        return triage.apply(complaint, event, on)
    if isinstance(event, feelings.Event):
        return feelings.apply(complaint, event)
    if isinstance(event, enquiries.Event):
        return enquiries.apply(complaint, event)
    return visits.apply(complaint, event)


def _limiting(complaint: Complaint, event: Limiting, on: date) -> Complaint:
    if isinstance(event, contact_limits.Event):
        return contact_limits.apply(complaint, event, on)
    return contact_limit_reviews.apply(complaint, event)


def _spoken_for(complaint: Complaint, event: SpokenFor, on: date) -> Complaint:
    if isinstance(event, deaths.Event):
        return deaths.apply(complaint, event, on)
    if isinstance(event, representatives.Event):
        return representatives.apply(complaint, event, on)
    if isinstance(event, moves.Event):
        return moves.apply(complaint, event)
    return carrying_on.apply(complaint, event)


def _promised(complaint: Complaint, event: Promised) -> Complaint:
    if isinstance(event, promises.Event):
        return promises.apply(complaint, event)
    if isinstance(event, verdicts.Event):
        return verdicts.apply(complaint, event)
    return endings.apply(complaint, event)


def _of_money(complaint: Complaint, event: OfMoney, on: date) -> Complaint:
    if isinstance(event, offers.Event):
        return offers.apply(complaint, event, on)
    return payments.apply(complaint, event)


def fold(history: Iterable[Recorded[Event]]) -> Complaint:
    """Return the complaint that a history leaves; any history folds, an empty one to an empty complaint."""
    complaint, position = Complaint(), 0
    for recorded in history:
        complaint, position = _apply(complaint, recorded), recorded.position
    return replace(complaint, position=position)
