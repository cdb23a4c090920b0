"""How an answer sounds: advice, which names the words and refuses nothing."""

from __future__ import annotations

import pytest

from app.domain.case.findings import FindingDraft, OutcomeDraft, PromiseDraft, ResponseDraft
from app.domain.case.tone import LONGEST, Sounds, sounds


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("The mould is due to your lifestyle.", "your lifestyle"),
        ("You failed to let us in.", "You failed"),
        ("We note that you have refused access twice.", "you have refused"),
        ("As you are aware, we came.", "As you are aware"),
        ("You should have rung us.", "You should have"),
    ],
)
def test_words_that_blame_are_named(text, quote):
    assert sounds(ResponseDraft(remedy=text)) == (Sounds("remedy", quote),)


@pytest.mark.parametrize(
    "text", ["", "We failed you, and refused too soon.", "You claimable thing", "We let you down."]
)
def test_other_words_are_left_alone(text):
    assert sounds(ResponseDraft(decision=text)) == ()


def test_a_long_sentence_is_named_by_its_beginning():
    long = "The surveyor whom we asked came " + "and came " * LONGEST + "home."

    assert sounds(ResponseDraft(decision=f"Short. {long} Short.")) == (
        Sounds("decision", "The surveyor whom we asked came", len(long.split())),
    )
    assert sounds(ResponseDraft(decision="So many words.\n" * 20)) == ()


def test_every_box_is_read_in_the_order_of_the_letter():
    blames = "You should have rung."
    draft = ResponseDraft(
        blames, (FindingDraft(2, None, blames),), (OutcomeDraft(1, None, blames),), blames, (PromiseDraft(blames),)
    )

    assert [each.field for each in sounds(draft)] == [
        "decision",
        "findings-2-reasons",
        "outcomes-1-why",
        "remedy",
        "promises-0-words",
    ]
