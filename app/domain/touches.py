"""What touches which part of a case: looked up before somebody's deed is done on a page that is no longer new."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import get_args

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
from app.domain.clock import hazard_history
from app.domain.figures import filings, pasts
from app.domain.mail import letters
from app.domain.parts import Part
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

PARTS: Mapping[Part, tuple[type, ...]] = {
    Part.ARRIVAL: (complaints.Received, requests.CaseLogged, complaints.DangerAnswered, *get_args(pasts.Event)),
    Part.DETAILS: (details.DetailsAdded,),
    Part.HANDLER: (complaints.Assigned, complaints.Concerned),
    Part.VIEWERS: (*get_args(restrictions.Event), complaints.Concerned),
    Part.INTERESTS: get_args(interests.Event),
    Part.DEFINITION: (
        *get_args(definitions.Event),
        *get_args(read_backs.Event),
        acknowledgements.Acknowledged,
        new_points.NewPointDecided,
        splits.PointsSplitOff,
        merges.MergedFrom,
    ),
    Part.NEW_POINTS: get_args(new_points.Event),
    Part.LINKS: (*get_args(links.Event), *get_args(merges.Event)),
    Part.GROUP: (groups.PutInGroup, groups.TakenOutOfGroup),
    Part.MISTAKE: get_args(mistakes.Event),
    Part.ANSWER: (
        *get_args(more_time.Event),
        *get_args(lateness.Event),
        responses.ResponseIssued,
        responses.RemediesGiven,
        responses.PointsPutRight,
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
    Part.REFUSALS: (*get_args(refusals.Event), *get_args(overturned.Event)),
    Part.FACTS: get_args(corrections.Event),
    Part.WORDS: get_args(erasures.Event),
    Part.PARTIES: (
        *get_args(parties.Event),
        *get_args(contacts.Event),
        *get_args(deaths.Event),
        *get_args(elsewhere.Event),
        enquirers.ShareAgreed,
        *get_args(carrying_on.Event),
        *get_args(representatives.Event),
        *get_args(moves.Event),
        renewals.ReturnCodeRenewed,
    ),
    Part.ADJUSTMENTS: get_args(adjustments.Event),
    Part.OFFERS: (*get_args(offers.Event), *get_args(payments.Event)),
    Part.CONTACT_LIMITS: (*get_args(contact_limits.Event), *get_args(contact_limit_reviews.Event)),
    Part.PROMISES: (
        *get_args(promises.Event),
        *get_args(verdicts.Event),
        *get_args(endings.Event),
        *get_args(proposals.Event),
        moves.PromiseAskedAfterMove,
    ),
    Part.PROMISE_DRAFTS: get_args(promise_drafts.Event),
    Part.HAZARDS: get_args(hazard_history.Event),
    Part.SAFEGUARDING: get_args(safeguarding.Event),
    Part.LETTERS: get_args(letters.Event),
    Part.CONTRIBUTIONS: get_args(contributions.Event),
    Part.THIRD_PARTY: (third_parties.Event,),
    Part.MESSAGES: (messages.MessageReceived, messages.MessageWritten, messages.MessageSettled),
    Part.EVIDENCE: get_args(evidence.Event),
    Part.CONTACT_LOG: get_args(contact_log.Event),
    Part.TRIAGE: (triage.CaseTriaged, filings.FiledUnder),
    Part.FILING: (filings.FiledUnder, filings.FiledBeside, triage.CaseTriaged, closures.Closed),
    Part.REQUEST: (requests.CaseEnded, feelings.FeelingTold, *get_args(enquiries.Event)),
    Part.VISIT: get_args(visits.Event),
    Part.SURVEY: get_args(surveys.Event),
    Part.REVIEW: get_args(reviews.Event),
}


def touches(event: object, parts: Iterable[Part]) -> bool:
    """Return whether an event changed any of these parts of the case."""
    return isinstance(event, tuple(kind for part in parts for kind in PARTS[part]))
