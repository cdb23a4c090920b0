"""How a person may be reached: safety first, then the ways that are safe, then the one they like best (ruling 2)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from app.domain.refused import Gap, Why


class Safe(Enum):
    """The answer to: is there a way we can reach you that only you will see?"""

    YES = "yes"
    SOME_WAYS = "some_ways"
    NO = "no"
    NOT_SURE = "not_sure"


class Way(Enum):
    """A way to reach somebody. HERE: they come back with their code, and nothing is sent."""

    EMAIL = "email"
    TEXT = "text"
    PHONE = "phone"
    LETTER = "letter"
    HERE = "here"


class Detail(Enum):
    """How much a message may say."""

    FULL = "full"
    NEWS_ONLY = "news_only"


class Caution(Enum):
    """What must be minded when reaching somebody."""

    NO_VOICEMAIL = "no_voicemail"
    NO_LETTERS = "no_letters"
    NO_TEXTS = "no_texts"
    CERTAIN_TIMES = "certain_times"
    CODE_WORD = "code_word"
    TELL_NOBODY_HERE = "tell_nobody_here"


LASTING = (Way.EMAIL, Way.LETTER, Way.HERE)
"""Ways that leave something the person can keep (ruling 8); a call alone never counts."""

BARRED_BY: dict[Caution, Way] = {Caution.NO_LETTERS: Way.LETTER, Caution.NO_TEXTS: Way.TEXT}


@dataclass(frozen=True, slots=True)
class Preferences:
    """One person's answers; `ways` never holds one their safety answers exclude."""

    safe: Safe
    ways: tuple[Way, ...]
    main: Way
    detail: Detail = Detail.NEWS_ONLY
    language: str = "en"
    cautions: tuple[Caution, ...] = ()


def offered(safe: Safe, cautions: Sequence[Caution] = ()) -> tuple[Way, ...]:
    """Return the ways that may be offered after this safety answer; HERE is always among them (ruling 2)."""
    if safe is Safe.NO:
        return (Way.HERE,)
    barred = {BARRED_BY[caution] for caution in cautions if caution in BARRED_BY}
    return tuple(way for way in Way if way not in barred)


def nothing_safe(preferences: Preferences) -> bool:
    """Return whether no way was called safe: whoever is not sure, and named none, is minded as strictly."""
    return preferences.safe is Safe.NO or (preferences.safe is Safe.NOT_SURE and set(preferences.ways) <= {Way.HERE})


def gaps(preferences: Preferences) -> tuple[Gap, ...]:
    """Return what is wrong with a choice of ways (3.1); empty when it may stand."""
    allowed = offered(preferences.safe, preferences.cautions)
    found = []
    if not preferences.ways or any(way not in allowed for way in preferences.ways):
        found.append(Gap(Why.NO_WAY_TO_REACH, "ways"))
    if preferences.main not in preferences.ways:
        found.append(Gap(Why.MAIN_WAY_NOT_CHOSEN, "main"))
    return tuple(found)
