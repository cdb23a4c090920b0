"""How did we do? Asked once, some days after the last word, and never of somebody in the middle of it (1.6, R30)."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date

from app.domain.case.erasures import ended_on
from app.domain.case.state import Complaint
from app.domain.case.survey_states import (
    ASKED_WITHIN,
    Scores,
    SurveyHow,
    SurveyLeft,
    SurveyState,
    in_dispute,
)
from app.domain.clock.terms import Terms
from app.domain.deed import Deed
from app.domain.mail.addressees import nobody_known
from app.domain.mail.notices import ONLY_BY, Notice, way_for
from app.domain.mail.routing import may_go
from app.domain.people.parties import Authority
from app.domain.people.preferences import Way
from app.domain.refused import Gap, Refused, Why
from app.domain.said import Said, WordsKind, Write

RING_WITHIN = 5
"""Working days in which somebody is rung who chose calls: our own promise."""


@dataclass(frozen=True, slots=True)
class SurveyAsked:
    """The night asked how we did: by letter number `letter`, by a call, or (0, None) on the page alone."""

    party: int
    happened_on: date
    letter: int
    ring_by: date | None


@dataclass(frozen=True, slots=True)
class SurveyAnswered:
    """They told us, or put right what they had told us."""

    party: int
    how: SurveyHow
    happened_on: date
    scores: Scores
    said: Said | None


@dataclass(frozen=True, slots=True)
class SurveyNotAnswered:
    """The call was made, or tried, and there are no answers; their page still takes them."""

    left: SurveyLeft
    happened_on: date


Event = SurveyAsked | SurveyAnswered | SurveyNotAnswered


def over_since(complaint: Complaint) -> date | None:
    """Return the day of the last word, from which the days count until we ask; None: it is not over, or was asked."""
    if complaint.survey is not None or complaint.erased_on is not None:
        return None
    return None if in_dispute(complaint) or to_be_left_alone(complaint) else ended_on(complaint)


def to_be_left_alone(complaint: Complaint) -> bool:
    """Return whether nobody is asked at all: they have died and theirs think of other things, or nobody is known."""
    return nobody_known(complaint) or any(
        party.is_gone or party.authority is Authority.THEY_HAVE_DIED for party in complaint.parties
    )


def ask(
    complaint: Complaint, party: int, reachable: Collection[Way], after: int, *, terms: Terms, deed: Deed
) -> SurveyAsked | None:
    """Return the event once so many working days have passed (0: nobody is asked); None when it is not the time.

    It goes by e-mail where that is safe, and is asked in a call of those who chose calls; all others see it here.
    """
    over = over_since(complaint)
    if over is None or not after:
        return None
    due = terms.in_working_days(over, after)
    if not due <= deed.on <= due + ASKED_WITHIN:
        return None
    preferences = complaint.party(party).preferences
    sent = way_for(preferences, set(reachable) & ONLY_BY[Notice.SURVEY])
    if sent is Way.EMAIL:
        return SurveyAsked(party, deed.on, len(complaint.letters) + 1, None)
    called = preferences is not None and preferences.main is Way.PHONE and may_go(preferences, reachable, Way.PHONE)
    return SurveyAsked(party, deed.on, 0, terms.in_working_days(deed.on, RING_WITHIN) if called else None)


def answer(
    complaint: Complaint,
    party: int,
    scores: Scores,
    words: str = "",
    *,
    how: SurveyHow = SurveyHow.PAGE,
    deed: Deed,
    write: Write,
) -> SurveyAnswered:
    """Return the event; every question may be skipped, but not all of them.

    Raises Refused for anybody else, before we asked, once it stands in our figures, and where nothing is new.
    """
    who, survey = complaint.party(party), complaint.survey
    if not who.may_act:
        raise Refused(Why.ONLY_THE_RESIDENT)
    if survey is None:
        raise Refused(Why.SURVEY_NOT_ASKED)
    if not survey.may_change(deed.on):
        raise Refused(Why.SURVEY_IS_OVER)
    if not scores.given and not words.strip():
        raise Refused(Gap(Why.SURVEY_EMPTY, "overall"))
    said = write(WordsKind.SURVEY, words) if words.strip() else None
    return SurveyAnswered(party, how, deed.on, scores, said)


def leave(complaint: Complaint, left: SurveyLeft | None, *, deed: Deed) -> SurveyNotAnswered:
    """Return the event of a call without answers; raises Refused when none waits, or nobody says what came of it."""
    survey = complaint.survey
    if survey is None or not survey.waits:
        raise Refused(Why.NOTHING_TO_SETTLE)
    if left is None:
        raise Refused(Gap(Why.CONTACT_WITHOUT_OUTCOME, "left"))
    return SurveyNotAnswered(left, deed.on)


def apply(complaint: Complaint, event: Event) -> Complaint:
    """Return the complaint after the event."""
    match event:
        case SurveyAsked(party, happened_on, letter, ring_by):
            return replace(complaint, survey=SurveyState(happened_on, party, letter, ring_by))
        case SurveyAnswered():
            return replace(complaint, survey=_answered(complaint, event))
        case SurveyNotAnswered(left, happened_on):
            survey = complaint.survey or SurveyState(happened_on, 1)
            return replace(complaint, survey=replace(survey, left=left))


def _answered(complaint: Complaint, event: SurveyAnswered) -> SurveyState:
    survey = complaint.survey or SurveyState(event.happened_on, event.party)
    return replace(
        survey,
        party=event.party,
        scores=event.scores,
        said=event.said,
        how=event.how,
        answered_on=survey.answered_on or event.happened_on,
        changed_on=event.happened_on,
    )
