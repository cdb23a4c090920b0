"""A safeguarding concern: told the same day, closed once told, and nothing of it for who is not named (ruling 4)."""

from __future__ import annotations

from datetime import date

import pytest

from app.domain.case.restriction_states import RestrictionGround
from app.domain.case.restrictions import Restricted
from app.domain.clock import duties
from app.domain.clock.duty_kinds import DutyKind, Owner
from app.domain.people import safeguarding
from app.domain.people.safeguarding import TellingDraft
from app.domain.people.safeguarding_states import ConcernOutcome, Whom
from app.domain.refused import Refused, Why
from tests.domain.case.histories import MONDAY, Life, deed, received

TUESDAY = date(2026, 11, 24)


def raised() -> Life:
    life = received()
    by = deed(TUESDAY)
    life.happen(by, safeguarding.raise_concern(life.complaint, "Bruises", deed=by, write=life.write))
    return life


def told() -> Life:
    life, by = raised(), deed(TUESDAY)
    draft = TellingDraft(Whom.ADULTS, "Ms Rees", TUESDAY, "ASC-1")
    life.happen(by, safeguarding.tell(life.complaint, 1, draft, deed=by, write=life.write))
    return life


def refused(do, *arguments, **more) -> set[Why]:
    with pytest.raises(Refused) as refusal:
        do(*arguments, **more)
    return {gap.why for gap in refusal.value.gaps}


def test_it_is_somebodys_to_tell_the_same_day():
    (duty,) = (each for each in duties.of(raised().complaint) if each.kind is DutyKind.TELL_SAFEGUARDING)

    assert (duty.due_on, duty.owner, duty.staff) == (TUESDAY, Owner.SAFEGUARDING, None)
    assert not told().complaint.has_task(DutyKind.TELL_SAFEGUARDING, 1)


@pytest.mark.parametrize(
    ("draft", "whys"),
    [
        (TellingDraft(None, "", None), {Why.TOLD_NOBODY, Why.TOLD_WITHOUT_NAME, Why.DATE_IN_THE_FUTURE}),
        (TellingDraft(Whom.POLICE, "PC Ali", date(2026, 11, 25)), {Why.DATE_IN_THE_FUTURE}),
        (TellingDraft(Whom.POLICE, "PC Ali", MONDAY), {Why.TOLD_BEFORE_RAISED}),
    ],
)
def test_telling_says_whom_what_and_when(draft, whys):
    life = raised()

    assert refused(safeguarding.tell, life.complaint, 1, draft, deed=deed(TUESDAY), write=life.write) == whys


def test_it_is_closed_once_somebody_was_told_and_with_a_word_on_how():
    life, outcome = raised(), ConcernOutcome.SAFE_NOW

    assert refused(safeguarding.raise_concern, life.complaint, " ", deed=deed(), write=life.write) == {
        Why.CONCERN_WITHOUT_WORDS
    }
    assert refused(safeguarding.close, life.complaint, 1, outcome, "Safe", life.write) == {Why.CONCERN_NOT_TOLD}
    assert refused(safeguarding.close, told().complaint, 1, None, "", life.write) == {
        Why.CONCERN_WITHOUT_OUTCOME,
        Why.OUTCOME_WITHOUT_WORDS,
    }
    life = told()
    life.happen(deed(TUESDAY), safeguarding.close(life.complaint, 1, outcome, "He moved", life.write))
    assert life.complaint.concerns[0].closed_on == TUESDAY
    assert refused(safeguarding.close, life.complaint, 1, outcome, "Again", life.write) == {Why.NO_SUCH_CONCERN}


def test_its_words_and_its_duty_are_for_those_named_for_it():
    life = told()

    assert {life.words[number] for number in safeguarding.texts(life.complaint)} == {"Bruises", "Ms Rees", "ASC-1"}
    assert safeguarding.without(life.complaint).concerns == ()
    assert safeguarding.without(raised().complaint).tasks == ()
    assert safeguarding.may_see(life.complaint, 7, named=True)
    assert not safeguarding.may_see(life.complaint, 7, named=False)


def test_of_a_restricted_case_those_on_its_list_see_it_and_nobody_else():
    life = raised()
    life.happen(deed(TUESDAY), Restricted(RestrictionGround.SAFEGUARDING, None, (1, 2), (), ()))

    assert safeguarding.may_see(life.complaint, 1, named=False)
    assert not safeguarding.may_see(life.complaint, 7, named=True)
