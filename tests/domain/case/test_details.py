"""What is told after sending: all of it may be left out, and the latest answer stands."""

import pytest

from app.domain.case import details
from app.domain.case.details import DetailsAdded, Question
from app.domain.case.state import Complaint
from app.domain.people.parties import PartyState, Role
from app.domain.record import facts, read
from app.domain.refused import Refused, Why
from app.domain.said import Said

COMPLAINT = Complaint(reference="7Q4K-2M9P", parties=(PartyState(1, Role.RESIDENT),))


def write(kind, text):
    return Said(3, "ab" * 32)


def test_a_later_answer_takes_the_place_of_the_one_before():
    first = details.add(COMPLAINT, 1, Question.TOPIC, ("damp",), "", write)
    effect = details.add(COMPLAINT, 1, Question.EFFECT, ("sleep", "health"), "I cannot sleep", write)
    second = details.add(COMPLAINT, 1, Question.TOPIC, ("repair",), "", write)

    complaint = COMPLAINT
    for event in (first, effect, second):
        complaint = details.apply(complaint, event)

    assert complaint.details == (effect, second)


def test_words_alone_are_an_answer():
    added = details.add(COMPLAINT, 1, Question.EFFECT, (), "The children cough", write)

    assert added == DetailsAdded(1, Question.EFFECT, (), Said(3, "ab" * 32))
    assert read(DetailsAdded, facts(added)) == added


def test_nothing_said_is_no_answer():
    with pytest.raises(Refused) as refused:
        details.add(COMPLAINT, 1, Question.TOPIC, ("nothing we know",), "  ", write)

    assert refused.value.why is Why.NOTHING_SAID


def test_only_somebody_of_the_case_may_add_to_it():
    with pytest.raises(Refused) as refused:
        details.add(COMPLAINT, 2, Question.TOPIC, ("damp",), "", write)

    assert refused.value.why is Why.NO_SUCH_PARTY
