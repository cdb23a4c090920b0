"""The parts of a case: who touches one sees what somebody else did to it meanwhile (app/domain/touches.py)."""

from __future__ import annotations

from enum import Enum


class Part(Enum):
    """A part of a case that two people may touch at once without undoing each other."""

    ARRIVAL = "arrival"
    DETAILS = "details"
    HANDLER = "handler"
    VIEWERS = "viewers"
    INTERESTS = "interests"
    DEFINITION = "definition"
    NEW_POINTS = "new_points"
    LINKS = "links"
    GROUP = "group"
    MISTAKE = "mistake"
    ANSWER = "answer"
    ANSWER_CHECK = "answer_check"
    STAGE_2 = "stage_2"
    END = "end"
    REFUSALS = "refusals"
    FACTS = "facts"
    WORDS = "words"
    PARTIES = "parties"
    ADJUSTMENTS = "adjustments"
    CONTACT_LIMITS = "contact_limits"
    PROMISES = "promises"
    PROMISE_DRAFTS = "promise_drafts"
    OFFERS = "offers"
    HAZARDS = "hazards"
    SAFEGUARDING = "safeguarding"
    LETTERS = "letters"
    CONTRIBUTIONS = "contributions"
    THIRD_PARTY = "third_party"
    MESSAGES = "messages"
    EVIDENCE = "evidence"
    CONTACT_LOG = "contact_log"
    TRIAGE = "triage"
    REQUEST = "request"
    VISIT = "visit"
    SURVEY = "survey"
    REVIEW = "review"
    FILING = "filing"


JUDGED = frozenset({Part.DEFINITION, Part.ANSWER, Part.ANSWER_CHECK, Part.STAGE_2, Part.END, Part.REFUSALS, Part.FACTS})
"""Parts that nobody touches who has not said that they have no conflict of interest; safety never waits (5.8)."""
