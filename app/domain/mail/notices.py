"""Every kind of word that goes out, and the way it may go to a person: asked before every send."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime, timedelta
from enum import Enum

from app.domain.people.preferences import LASTING, Preferences, Way, offered


class Notice(Enum):
    """What a word is about."""

    RECEIPT = "receipt"
    SIGN_IN_CODE = "sign_in_code"
    ACKNOWLEDGED = "acknowledged"
    MORE_TIME = "more_time"
    UPDATE = "update"
    LATE = "late"
    NEW_DATE = "new_date"
    ANSWER = "answer"
    STAGE_2_ASKED = "stage_2_asked"
    STAGE_2_ACKNOWLEDGED = "stage_2_acknowledged"
    STAGE_2_ANSWER = "stage_2_answer"
    WITHDRAWN = "withdrawn"
    MESSAGE = "message"
    HAZARD_SUMMARY = "hazard_summary"
    HAZARD_DATE_MOVED = "hazard_date_moved"
    HAZARD_LATE = "hazard_late"
    REFUSED = "refused"
    REFUSAL_UPHELD = "refusal_upheld"
    REFUSAL_OVERTURNED = "refusal_overturned"
    PROMISE_MOVED = "promise_moved"
    PROMISE_DRAFTED = "promise_drafted"
    WAS_IT_FIXED = "was_it_fixed"
    OFFER = "offer"
    OFFER_PAID = "offer_paid"
    CLOSED = "closed"
    NEW_POINT = "new_point"
    SPLIT_OFF = "split_off"
    MERGED = "merged"
    LOGGED_BY_MISTAKE = "logged_by_mistake"
    MISTAKE_TAKEN_BACK = "mistake_taken_back"
    REQUEST_LOGGED = "request_logged"
    ENQUIRY_RECEIVED = "enquiry_received"
    DATA_COMPLAINT_ACKNOWLEDGED = "data_complaint_acknowledged"
    REQUEST_ENDED = "request_ended"
    ENQUIRY_JOINED = "enquiry_joined"
    ENQUIRY_ANSWERED = "enquiry_answered"
    RESTRICTED = "restricted"
    RESTRICTION_UPHELD = "restriction_upheld"
    RESTRICTION_ENDED = "restriction_ended"
    SURVEY = "survey"
    DANGER = "danger"
    NEW_CODE = "new_code"
    PART_DUE = "part_due"
    JOB = "job"
    SET_UP = "set_up"


OF_RESTRICTIONS = frozenset({Notice.RESTRICTED, Notice.RESTRICTION_UPHELD, Notice.RESTRICTION_ENDED})
"""Letters about how one person may be in touch with us: nobody else's to read."""
OF_ENQUIRERS = frozenset({Notice.ENQUIRY_JOINED, Notice.ENQUIRY_ANSWERED})
"""Letters between us and an MP or councillor."""

WRITTEN_DUTIES = frozenset(
    {
        Notice.ACKNOWLEDGED,
        Notice.STAGE_2_ACKNOWLEDGED,
        Notice.MORE_TIME,
        Notice.ANSWER,
        Notice.STAGE_2_ANSWER,
        Notice.STAGE_2_ASKED,
        Notice.LATE,
        Notice.NEW_DATE,
        Notice.UPDATE,
        Notice.HAZARD_SUMMARY,
        Notice.HAZARD_DATE_MOVED,
        Notice.HAZARD_LATE,
        Notice.REFUSED,
        Notice.REFUSAL_UPHELD,
        Notice.REFUSAL_OVERTURNED,
        Notice.PROMISE_MOVED,
        Notice.OFFER,
        Notice.OFFER_PAID,
        Notice.CLOSED,
        Notice.NEW_POINT,
        Notice.SPLIT_OFF,
        Notice.MERGED,
        Notice.LOGGED_BY_MISTAKE,
        Notice.MISTAKE_TAKEN_BACK,
        Notice.REQUEST_LOGGED,
        Notice.ENQUIRY_RECEIVED,
        Notice.DATA_COMPLAINT_ACKNOWLEDGED,
        Notice.REQUEST_ENDED,
        Notice.ENQUIRY_JOINED,
        Notice.ENQUIRY_ANSWERED,
    }
)
"""Letters that must reach the person in a form they can keep (ruling 8)."""

ONLY_BY = {Notice.SURVEY: frozenset({Way.EMAIL})}
"""Word that nobody is to be given paper or a call for, beside what they asked for."""

MINTED = frozenset({Notice.SIGN_IN_CODE, Notice.SET_UP})
"""Words with a secret in them, which is made as they are sent."""

USEFUL_FOR = {Notice.SIGN_IN_CODE: timedelta(minutes=10), Notice.DANGER: timedelta(days=1)}
USEFUL_FOR_LONG = timedelta(days=3)


def useful_until(notice: Notice, at: datetime) -> datetime:
    """Return the instant after which this word is stale and must not go by itself, posted to go at an instant.

    A letter whose e-mail has got nowhere by then goes another safe way.
    """
    return at + USEFUL_FOR.get(notice, USEFUL_FOR_LONG)


def way_for(preferences: Preferences | None, reachable: Collection[Way]) -> Way | None:
    """Return the way a letter goes to this person, or None when none is known to be safe.

    `reachable` are the ways for which we hold an address that is not barred. The main way goes first, then another
    that lasts, then a call or text that says there is news on the page.
    """
    if preferences is None:
        return None
    allowed = offered(preferences.safe, preferences.cautions)
    usable = [way for way in preferences.ways if way in allowed and (way is Way.HERE or way in reachable)]
    if preferences.main in usable and preferences.main in LASTING:
        return preferences.main
    lasting = [way for way in LASTING if way in usable]
    return lasting[0] if lasting else next(iter(usable), None)


def also_told_by(preferences: Preferences | None, reachable: Collection[Way], way: Way | None) -> Way | None:
    """Return the call or text that this person asked for beside the letter: their main way, when it does not last."""
    if preferences is None or preferences.main in LASTING or way is preferences.main:
        return None
    main, allowed = preferences.main, offered(preferences.safe, preferences.cautions)
    return main if main in preferences.ways and main in reachable and main in allowed else None
