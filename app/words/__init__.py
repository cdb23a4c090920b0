"""How things are said: `say(thing, language)` for reasons, clock steps, events, notices, letters. No Flask.

Each module holds the words of one noun and teaches them to `say`; those that do are named here.
"""

from app.words import refused
from app.words.clock import calendar, deadlines, explanations, profiles

__all__ = ["calendar", "deadlines", "explanations", "profiles", "refused"]
