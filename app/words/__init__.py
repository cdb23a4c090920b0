"""How things are said: `say(thing, language)` for reasons, clock steps, events, notices, letters. No Flask.

Each module holds the words of one noun and teaches them to `say`; those that do are named here.
"""

from app.words import refused
from app.words.case import (
    answer_checks,
    details,
    duplicates,
    erasures,
    files,
    findings,
    flags,
    groups,
    kinds,
    new_points,
    phases,
    read_backs,
    refusals,
    restrictions,
    reviews,
    surveys,
    talks,
    vocabulary,
    waiting,
)
from app.words.clock import calendar, deadlines, duties, explanations, hazards, nearness, profiles
from app.words.figures import editions, imports, past_uploads, pasts, statable
from app.words.landlord import letter_texts, permissions
from app.words.mail import notices
from app.words.people import (
    adjustments,
    contact_limits,
    devices,
    elsewhere,
    moves,
    parties,
    preferences,
    safeguarding,
    safety,
)
from app.words.promises import drafts, offers, promises

__all__ = [
    "adjustments",
    "answer_checks",
    "calendar",
    "deadlines",
    "details",
    "devices",
    "duplicates",
    "duties",
    "editions",
    "elsewhere",
    "erasures",
    "explanations",
    "files",
    "findings",
    "flags",
    "groups",
    "hazards",
    "imports",
    "kinds",
    "letter_texts",
    "moves",
    "nearness",
    "new_points",
    "notices",
    "drafts",
    "offers",
    "parties",
    "past_uploads",
    "pasts",
    "permissions",
    "phases",
    "preferences",
    "profiles",
    "refusals",
    "promises",
    "read_backs",
    "refused",
    "restrictions",
    "contact_limits",
    "safeguarding",
    "reviews",
    "safety",
    "statable",
    "surveys",
    "talks",
    "vocabulary",
    "waiting",
]
