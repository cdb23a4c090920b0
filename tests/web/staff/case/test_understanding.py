"""What the resident says of what we understood stands wherever staff write about it (5.6, ruling 9)."""

from __future__ import annotations

import pytest

from app.domain.case.understood import Understood
from app.services.case import definitions
from tests import states
from tests.web.staff.case.conftest import begin

WORDS = "It is also the kitchen."
NOT_UNDERSTOOD = "The resident says we have not understood"
pytestmark = pytest.mark.usefixtures("while_looking")


def said(answer, words):
    def made(session):
        made, on = states.acknowledged(session)
        definitions.answer_understanding(session, made.reference, 1, answer, words, states.resident(made, on))
        return made, on

    return made


@pytest.mark.parametrize("page", ["", "/definition", "/response"])
def test_a_no_is_read_with_its_words_before_anything_is_corrected_or_answered(handler, database, page):
    made = begin(database, said(Understood.NO, WORDS))

    found = handler.get(f"/staff/complaints/{made.reference}{page}").text

    assert NOT_UNDERSTOOD in found
    assert WORDS in found


def test_a_yes_may_have_words_too_and_is_no_fault(handler, database):
    made = begin(database, said(Understood.YES, WORDS))

    found = handler.get(f"/staff/complaints/{made.reference}").text

    assert NOT_UNDERSTOOD not in found
    assert WORDS in found
