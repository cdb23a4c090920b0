"""Our own words in letters: what each letter is called, what may stand in braces, and how it is filled in."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from app.domain.landlord.letter_texts import BRACED, CodePart, LetterKind, Placeholder
from app.words.catalogues import N_
from app.words.say import say_each

WORDS = {
    LetterKind.ACKNOWLEDGED: N_("Acknowledgement"),
    LetterKind.STAGE_2_ACKNOWLEDGED: N_("Stage 2: acknowledgement"),
    LetterKind.MORE_TIME: N_("More time"),
    LetterKind.UPHELD: N_("Stage 1: answer, upheld"),
    LetterKind.PARTLY_UPHELD: N_("Stage 1: answer, upheld in part"),
    LetterKind.NOT_UPHELD: N_("Stage 1: answer, not upheld"),
    LetterKind.RESOLVED: N_("Stage 1: answer, resolved"),
    LetterKind.STAGE_2_UPHELD: N_("Stage 2: answer, upheld"),
    LetterKind.STAGE_2_PARTLY_UPHELD: N_("Stage 2: answer, upheld in part"),
    LetterKind.STAGE_2_NOT_UPHELD: N_("Stage 2: answer, not upheld"),
    LetterKind.STAGE_2_RESOLVED: N_("Stage 2: answer, resolved"),
    LetterKind.REFUSED: N_("Refusal"),
}
PLACEHOLDERS = {
    Placeholder.NAME: N_("the resident’s name"),
    Placeholder.REFERENCE: N_("the reference of the complaint"),
    Placeholder.LANDLORD: N_("our name"),
    Placeholder.HANDLER: N_("who deals with it"),
    Placeholder.PHONE: N_("our phone number"),
    Placeholder.RECEIVED: N_("the day we got the complaint"),
}
PARTS = {
    CodePart.STAGE: N_("the stage"),
    CodePart.DEFINITION: N_("the complaint, point by point"),
    CodePart.WHOSE: N_("which points are ours to answer"),
    CodePart.ANSWER_BY: N_("the date of our answer"),
    CodePart.DECISIONS: N_("the decision on each point, with its reasons"),
    CodePart.REMEDY: N_("how it is put right"),
    CodePart.ACTIONS: N_("what is still to be done, by whom and when"),
    CodePart.GO_ON: N_("how to ask for Stage 2"),
    CodePart.NEW_DATE: N_("the old date and the new one"),
    CodePart.WHY_MORE_TIME: N_("why we need more time"),
    CodePart.WHY_REFUSED: N_("why, and what we looked at"),
    CodePart.OMBUDSMAN: N_("how to reach the Ombudsman"),
}

say_each(WORDS)
say_each(PLACEHOLDERS)
say_each(PARTS)


def filled(text: str, values: Mapping[Placeholder, Callable[[], str]]) -> list[str]:
    """Return the paragraphs of a text with what stands in braces filled in.

    A paragraph is left out when the case does not know what it asks for: nobody reads "ring us on ".
    """
    paragraphs = (_paragraph(each.strip(), values) for each in text.splitlines())
    return [each for each in paragraphs if each]


def _paragraph(text: str, values: Mapping[Placeholder, Callable[[], str]]) -> str:
    known = {each.value: value for each, value in values.items()}
    given = {name: known[name]() for name in BRACED.findall(text) if name in known}
    return BRACED.sub(lambda found: given.get(found[1], found[0]), text) if all(given.values()) else ""
