"""The landlord's own words at the beginning and the end of a letter, and the gate they pass (5.7, 6.5, 6.9, 6.19).

What the Code asks of a letter we print ourselves, whatever these words are: they stand between those parts, and are
never in the place of one. So they hold no number (a date, a sum, a stage, a phone) and do not name the Ombudsman.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum

from app.domain.clock.profiles import Finding, Stage
from app.domain.landlord.whys import TextWhy
from app.domain.mail.notices import Notice
from app.domain.refused import Gap

LONGEST = 600
"""Characters: a few short sentences. Whatever is longer hides what the letter must say."""
BRACED = re.compile(r"\{([^{}]*)\}")


class LetterKind(Enum):
    """A letter that may have words of our own: by stage, and for an answer by its outcome."""

    ACKNOWLEDGED = "acknowledged"
    STAGE_2_ACKNOWLEDGED = "stage-2-acknowledged"
    MORE_TIME = "more-time"
    UPHELD = "upheld"
    PARTLY_UPHELD = "partly-upheld"
    NOT_UPHELD = "not-upheld"
    RESOLVED = "resolved"
    STAGE_2_UPHELD = "stage-2-upheld"
    STAGE_2_PARTLY_UPHELD = "stage-2-partly-upheld"
    STAGE_2_NOT_UPHELD = "stage-2-not-upheld"
    STAGE_2_RESOLVED = "stage-2-resolved"
    REFUSED = "refused"


OF_NOTICE: Mapping[Notice, LetterKind] = {
    Notice.ACKNOWLEDGED: LetterKind.ACKNOWLEDGED,
    Notice.STAGE_2_ACKNOWLEDGED: LetterKind.STAGE_2_ACKNOWLEDGED,
    Notice.MORE_TIME: LetterKind.MORE_TIME,
    Notice.REFUSED: LetterKind.REFUSED,
}
OF_ANSWER: Mapping[tuple[Stage, Finding], LetterKind] = {
    (Stage.ONE, Finding.UPHELD): LetterKind.UPHELD,
    (Stage.ONE, Finding.PARTLY_UPHELD): LetterKind.PARTLY_UPHELD,
    (Stage.ONE, Finding.NOT_UPHELD): LetterKind.NOT_UPHELD,
    (Stage.ONE, Finding.RESOLVED): LetterKind.RESOLVED,
    (Stage.TWO, Finding.UPHELD): LetterKind.STAGE_2_UPHELD,
    (Stage.TWO, Finding.PARTLY_UPHELD): LetterKind.STAGE_2_PARTLY_UPHELD,
    (Stage.TWO, Finding.NOT_UPHELD): LetterKind.STAGE_2_NOT_UPHELD,
    (Stage.TWO, Finding.RESOLVED): LetterKind.STAGE_2_RESOLVED,
}


class Placeholder(Enum):
    """What stands for something of the case; typed in braces, as in {name}."""

    NAME = "name"
    REFERENCE = "reference"
    LANDLORD = "landlord"
    HANDLER = "handler"
    PHONE = "phone"
    RECEIVED = "received"


class CodePart(Enum):
    """What the Code asks a letter to say: printed by us in each, and out of the reach of our own words."""

    STAGE = "stage"
    DEFINITION = "definition"
    WHOSE = "whose"
    ANSWER_BY = "answer_by"
    DECISIONS = "decisions"
    REMEDY = "remedy"
    ACTIONS = "actions"
    GO_ON = "go_on"
    NEW_DATE = "new_date"
    WHY_MORE_TIME = "why_more_time"
    WHY_REFUSED = "why_refused"
    OMBUDSMAN = "ombudsman"


_STAGE_1 = {
    CodePart.STAGE: "6.9 a",
    CodePart.DEFINITION: "6.9 b",
    CodePart.DECISIONS: "6.9 c, d",
    CodePart.REMEDY: "6.9 e",
    CodePart.ACTIONS: "6.9 f",
    CodePart.GO_ON: "6.9 g, 6.10",
    CodePart.OMBUDSMAN: "3.7",
}
_STAGE_2 = {
    CodePart.STAGE: "6.19 a",
    CodePart.DEFINITION: "6.19 b",
    CodePart.DECISIONS: "6.19 c, d",
    CodePart.REMEDY: "6.19 e",
    CodePart.ACTIONS: "6.19 f",
    CodePart.OMBUDSMAN: "6.19 g",
}
_UNDERSTOOD = {CodePart.DEFINITION: "5.6", CodePart.WHOSE: "5.7"}
ALWAYS: Mapping[LetterKind, Mapping[CodePart, str]] = {
    LetterKind.ACKNOWLEDGED: _UNDERSTOOD | {CodePart.ANSWER_BY: "6.3", CodePart.OMBUDSMAN: "3.7"},
    LetterKind.STAGE_2_ACKNOWLEDGED: _UNDERSTOOD | {CodePart.ANSWER_BY: "6.14", CodePart.OMBUDSMAN: "3.7"},
    LetterKind.MORE_TIME: {
        CodePart.NEW_DATE: "6.4, 6.15", CodePart.WHY_MORE_TIME: "6.4, 6.15", CodePart.OMBUDSMAN: "6.5, 6.16",
    },
    LetterKind.REFUSED: {CodePart.WHY_REFUSED: "2.4", CodePart.OMBUDSMAN: "2.4"},
    **{kind: _STAGE_1 if stage is Stage.ONE else _STAGE_2 for (stage, _), kind in OF_ANSWER.items()},
}  # fmt: skip
"""What each letter says by itself, and by which paragraph."""


@dataclass(frozen=True, slots=True)
class OwnWords:
    """What a letter begins and ends with, beside what the Code asks of it; empty: nothing."""

    opening: str = ""
    ending: str = ""


NOTHING = OwnWords()


@dataclass(frozen=True, slots=True)
class LetterTextSet:
    """The landlord wrote the words of a letter anew in a language; they stand in their own row, under this number."""

    letter: LetterKind
    language: str
    version: int


Event = LetterTextSet


def outcome(findings: Collection[Finding | None]) -> Finding | None:
    """Return what an answer comes to in all; None while a point is without a finding."""
    given = {each for each in findings if each is not None}
    if not given or len(given) < len(set(findings)):
        return None
    if len(given) == 1:
        return next(iter(given))
    agreed = {Finding.UPHELD, Finding.PARTLY_UPHELD} & given
    return Finding.PARTLY_UPHELD if agreed else Finding.RESOLVED


def offered(findings: Collection[Finding]) -> tuple[LetterKind, ...]:
    """Return the letters that may have words of our own where the procedure knows these findings."""
    unknown = {kind for (_, finding), kind in OF_ANSWER.items() if finding not in findings}
    return tuple(kind for kind in LetterKind if kind not in unknown)


def faults(words: OwnWords, ombudsman: Collection[str]) -> tuple[Gap, ...]:
    """Return what is wrong with words for a letter; `ombudsman` is what the Ombudsman is called (6.9, 6.19)."""
    fields = (("opening", words.opening), ("ending", words.ending))
    return tuple(gap for field, text in fields for gap in _faults(field, text, ombudsman))


def unknown(field: str, text: str) -> Iterator[Gap]:
    """Yield what is in braces and stands for nothing."""
    known = {each.value for each in Placeholder}
    if any(name not in known for name in BRACED.findall(text)) or set("{}") & set(BRACED.sub("", text)):
        yield Gap(TextWhy.UNKNOWN_PLACEHOLDER, field)


def _faults(field: str, text: str, ombudsman: Collection[str]) -> Iterator[Gap]:
    yield from unknown(field, text)
    if len(text) > LONGEST:
        yield Gap(TextWhy.TEXT_TOO_LONG, field)
    if any(character.isdigit() for character in text):
        yield Gap(TextWhy.NUMBER_IN_TEXT, field)
    if any(name.casefold() in text.casefold() for name in ombudsman if name):
        yield Gap(TextWhy.OMBUDSMAN_IN_TEXT, field)
