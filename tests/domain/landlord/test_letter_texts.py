"""Our own words in letters: which fit, what may stand in them, and that they are in the place of nothing."""

from __future__ import annotations

import pytest

from app.domain.clock.profiles import ENGLAND_2024, Finding, Stage
from app.domain.landlord.letter_texts import ALWAYS, OF_ANSWER, CodePart, LetterKind, OwnWords, faults, offered, outcome
from app.domain.landlord.whys import TextWhy
from app.domain.refused import Gap

OMBUDSMAN = ("ombudsman", "Housing Ombudsman Service")


@pytest.mark.parametrize(
    ("findings", "comes_to"),
    [
        ((), None),
        ((None,), None),
        ((Finding.UPHELD, None), None),
        ((Finding.UPHELD, Finding.UPHELD), Finding.UPHELD),
        ((Finding.NOT_UPHELD,), Finding.NOT_UPHELD),
        ((Finding.UPHELD, Finding.NOT_UPHELD), Finding.PARTLY_UPHELD),
        ((Finding.PARTLY_UPHELD, Finding.RESOLVED), Finding.PARTLY_UPHELD),
        ((Finding.RESOLVED, Finding.NOT_UPHELD), Finding.RESOLVED),
    ],
)
def test_an_answer_comes_to_one_outcome_once_every_point_has_a_finding(findings, comes_to):
    assert outcome(findings) is comes_to


@pytest.mark.parametrize(
    "text", ["", "Thank you, {name}.", "We are {landlord}: ring us on {phone}.", "{received}\n\n{handler} {reference}"]
)
def test_words_with_what_the_case_knows_may_be_kept(text):
    assert faults(OwnWords(text, text), OMBUDSMAN) == ()


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Dear {first_name}", TextWhy.UNKNOWN_PLACEHOLDER),
        ("Dear {name", TextWhy.UNKNOWN_PLACEHOLDER),
        ("Dear }{", TextWhy.UNKNOWN_PLACEHOLDER),
        ("Dear {}", TextWhy.UNKNOWN_PLACEHOLDER),
        ("You have 12 months", TextWhy.NUMBER_IN_TEXT),
        ("Ring ٠١٦٣٢", TextWhy.NUMBER_IN_TEXT),
        ("There is no need to ask the OMBUDSMAN.", TextWhy.OMBUDSMAN_IN_TEXT),
        ("x" * 601, TextWhy.TEXT_TOO_LONG),
    ],
)
@pytest.mark.parametrize("field", ["opening", "ending"])
def test_what_the_code_asks_for_is_not_for_our_words_to_say(text, why, field):
    assert faults(OwnWords(**{field: text}), OMBUDSMAN) == (Gap(why, field),)


def test_every_letter_says_the_ombudsman_by_itself():
    assert [kind for kind in LetterKind if CodePart.OMBUDSMAN not in ALWAYS[kind]] == []


def test_a_stage_1_answer_says_by_itself_how_to_go_on():
    firsts = [kind for (stage, _), kind in OF_ANSWER.items() if stage is Stage.ONE]

    assert all(ALWAYS[kind][CodePart.GO_ON] == "6.9 g, 6.10" for kind in firsts)


def test_a_procedure_offers_only_the_outcomes_it_knows():
    assert LetterKind.RESOLVED not in offered(ENGLAND_2024.findings)
    assert len(offered(tuple(Finding))) == len(LetterKind)
