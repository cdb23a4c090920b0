"""A complaint's history: every kind of event, folded by its noun. Folding accepts any history; deciding is strict."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from types import ModuleType
from typing import Any, get_args

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
    groups,
    interests,
    lateness,
    links,
    merges,
    messages,
    mistakes,
    more_time,
    new_points,
    overturned,
    read_backs,
    refusals,
    requests,
    responses,
    restrictions,
    reviews,
    splits,
    surveys,
    third_parties,
    triage,
    visits,
    withdrawals,
)
from app.domain.case.state import Complaint
from app.domain.changing import changed
from app.domain.clock import hazard_history
from app.domain.deed import london_day
from app.domain.figures import filings, pasts
from app.domain.mail import letters
from app.domain.people import (
    adjustments,
    carrying_on,
    contact_limit_reviews,
    contact_limits,
    contacts,
    deaths,
    elsewhere,
    enquirers,
    moves,
    parties,
    renewals,
    representatives,
    safeguarding,
)
from app.domain.promises import drafts as promise_drafts
from app.domain.promises import endings, offers, payments, promises, proposals, verdicts
from app.domain.record import Recorded, kinds

Event = (
    complaints.Event
    | details.Event
    | definitions.Event
    | more_time.Event
    | lateness.Event
    | answer_checks.Event
    | interests.Event
    | escalations.Event
    | withdrawals.Event
    | closures.Event
    | new_points.Event
    | links.Event
    | groups.Event
    | merges.Event
    | splits.Event
    | mistakes.Event
    | reviews.Event
    | refusals.Event
    | overturned.Event
    | requests.Event
    | feelings.Event
    | enquiries.Event
    | visits.Event
    | read_backs.Event
    | surveys.Event
    | corrections.Event
    | parties.Event
    | contacts.Event
    | renewals.Event
    | adjustments.Event
    | contact_limit_reviews.Event
    | carrying_on.Event
    | enquirers.Event
    | moves.Event
    | promises.Event
    | verdicts.Event
    | endings.Event
    | proposals.Event
    | third_parties.Event
    | promise_drafts.Event
    | payments.Event
    | hazard_history.Event
    | filings.Event
    | acknowledgements.Event
    | responses.Event
    | restrictions.Event
    | contributions.Event
    | triage.Event
    | erasures.Event
    | contact_limits.Event
    | deaths.Event
    | elsewhere.Event
    | representatives.Event
    | offers.Event
    | letters.Event
    | safeguarding.Event
    | evidence.Event
    | messages.Event
    | contact_log.Event
    | pasts.Event
)

KINDS: Mapping[str, type] = kinds(*get_args(Event))

EMPTY = Complaint()

Fold = Callable[[Complaint, Recorded[Event]], Complaint]
Apply = Callable[..., Complaint]

BY_ITSELF = (
    complaints,
    details,
    definitions,
    more_time,
    lateness,
    answer_checks,
    interests,
    escalations,
    withdrawals,
    closures,
    new_points,
    links,
    groups,
    merges,
    splits,
    mistakes,
    reviews,
    refusals,
    overturned,
    requests,
    feelings,
    enquiries,
    visits,
    read_backs,
    surveys,
    corrections,
    parties,
    contacts,
    renewals,
    adjustments,
    contact_limit_reviews,
    carrying_on,
    enquirers,
    moves,
    promises,
    verdicts,
    endings,
    proposals,
    third_parties,
    payments,
    hazard_history,
    filings,
    pasts,
)
"""Nouns to whose state it does not matter who did it, or when it was recorded."""
ON_A_DAY = (
    promise_drafts,
    acknowledgements,
    responses,
    restrictions,
    contributions,
    triage,
    erasures,
    contact_limits,
    deaths,
    elsewhere,
    representatives,
    offers,
    letters,
)
BY_SOMEBODY = (safeguarding, evidence)
AT_A_TIME = (messages, contact_log)


def apply(complaint: Complaint, recorded: Recorded[Event]) -> Complaint:
    """Return the complaint after one more event, which is handed to its noun."""
    return changed(FOLDS[type(recorded.event)](complaint, recorded), position=recorded.position)


def fold(history: Iterable[Recorded[Event]]) -> Complaint:
    """Return the complaint that a history leaves; any history folds, an empty one to an empty complaint."""
    complaint, position = EMPTY, 0
    for recorded in history:
        complaint, position = FOLDS[type(recorded.event)](complaint, recorded), recorded.position
    return changed(complaint, position=position)


def _by_itself(noun: Apply) -> Fold:
    return lambda complaint, recorded: noun(complaint, recorded.event)


def _on_a_day(noun: Apply) -> Fold:
    return lambda complaint, recorded: noun(complaint, recorded.event, london_day(recorded.at))


def _by_somebody(noun: Apply) -> Fold:
    return lambda complaint, recorded: noun(complaint, recorded.event, recorded.by, london_day(recorded.at))


def _at_a_time(noun: Apply) -> Fold:
    return lambda complaint, recorded: noun(complaint, recorded.event, recorded.by, recorded.at)


def _folds(nouns: Iterable[ModuleType], how: Callable[[Apply], Fold]) -> Iterator[tuple[type, Fold]]:
    for noun in nouns:
        event: Any = noun.Event
        for kind in get_args(event) or (event,):
            yield kind, how(noun.apply)


FOLDS: Mapping[type, Fold] = dict(
    (
        *_folds(BY_ITSELF, _by_itself),
        *_folds(ON_A_DAY, _on_a_day),
        *_folds(BY_SOMEBODY, _by_somebody),
        *_folds(AT_A_TIME, _at_a_time),
    )
)
"""Every kind of event, and how its noun folds it: looked up, for there are many kinds and a page folds many events."""
