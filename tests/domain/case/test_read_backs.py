"""A recording or a photo may be the complaint: we write the points, and they are final once they were read back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.domain.case import acknowledgements, definitions, merges, read_backs, responses, splits
from app.domain.case.read_backs import ReadBackDraft, ReadHow, Right
from app.domain.case.understood import Understood
from app.domain.clock.duty_kinds import DutyKind
from app.domain.refused import Gap, Why
from tests.domain.case.decided import due, refused
from tests.domain.case.histories import MONDAY, WEDNESDAY, Life, a_definition, an_answer, deed, received

READ = ReadBackDraft(ReadHow.SIGNED, WEDNESDAY, Right.YES)


def told() -> Life:
    """A complaint that came in one signed video, and whose points we wrote on Wednesday."""
    life = received()
    life.happen(deed(), read_backs.tell(life.complaint, 1))
    return life


def acknowledged() -> Life:
    life, by = told(), deed(WEDNESDAY)
    life.happen(
        by,
        acknowledgements.acknowledge(
            life.complaint, a_definition(), 1, None, terms=life.terms, deed=by, write=life.write
        ),
    )
    return life


def read_back(life: Life, draft: ReadBackDraft = READ, on: date = WEDNESDAY) -> None:
    by = deed(on)
    life.happen(by, read_backs.read_back(life.complaint, draft, terms=life.terms, deed=by, write=life.write))


def gaps(life: Life, draft: ReadBackDraft = READ) -> tuple[Gap, ...]:
    return refused(
        read_backs.read_back, life.complaint, draft, terms=life.terms, deed=deed(WEDNESDAY), write=life.write
    )


def missing(life: Life) -> set[object]:
    """What stands in the way of a whole answer."""
    by = deed(date(2026, 12, 1))
    return {
        gap.why
        for gap in refused(
            responses.issue, life.complaint, an_answer(life.complaint), terms=life.terms, deed=by, write=life.write
        )
    }


def test_somebody_reads_the_points_back_by_the_day_of_the_acknowledgement():
    life = told()

    assert due(life)[DutyKind.READ_BACK] == due(life)[DutyKind.ACKNOWLEDGE] == date(2026, 11, 30)
    assert life.complaint.told_in_files == 1
    assert gaps(life) == (Gap(Why.NOT_YET_ACKNOWLEDGED),)


def test_no_answer_goes_before_the_points_were_read_back():
    life = acknowledged()
    assert Why.POINTS_NOT_READ_BACK in missing(life)

    read_back(life)

    assert DutyKind.READ_BACK not in due(life)
    assert gaps(life) == (Gap(Why.NOTHING_TO_SETTLE),)


def test_what_was_not_right_is_corrected_and_read_back_again():
    life = acknowledged()
    assert gaps(life, replace(READ, right=Right.NOT_ALL)) == (Gap(Why.NOTHING_SAID, "words"),)

    read_back(life, replace(READ, right=Right.NOT_ALL, words="It was in March"))

    assert due(life)[DutyKind.CORRECT_DEFINITION] == date(2026, 11, 27)
    assert DutyKind.READ_BACK in due(life)
    life.happen(deed(WEDNESDAY), definitions.correct(life.complaint, a_definition(), life.write))
    assert DutyKind.CORRECT_DEFINITION not in due(life)
    read_back(life)
    assert DutyKind.READ_BACK not in due(life)
    life.happen(deed(WEDNESDAY), definitions.correct(life.complaint, a_definition(), life.write))
    assert DutyKind.READ_BACK in due(life), "a new version is not what was read to them"


def test_three_tries_are_enough_so_that_nobody_waits_for_ever():
    life = acknowledged()
    tried = ReadBackDraft(ReadHow.NOT_REACHED, WEDNESDAY)
    assert gaps(life, tried) == (Gap(Why.NOTHING_SAID, "words"),)

    read_back(life, replace(tried, words="Rang on Monday and Tuesday, wrote on Wednesday"))

    assert DutyKind.READ_BACK not in due(life)


def test_who_reads_them_on_their_page_and_says_yes_has_had_them_read_back():
    life = acknowledged()
    by = deed(WEDNESDAY, "party:1.1")

    answered = definitions.answer_understanding(
        life.complaint, 1, Understood.YES, "", terms=life.terms, deed=by, write=life.write
    )
    life.happen(by, answered)

    assert DutyKind.READ_BACK not in due(life)


@pytest.mark.parametrize(
    ("draft", "gap"),
    [
        (replace(READ, how=None), Gap(Why.READ_BACK_WITHOUT_HOW, "how")),
        (replace(READ, happened_on=None), Gap(Why.READ_BACK_ON_NO_DAY, "happened_on")),
        (replace(READ, happened_on=date(2026, 11, 26)), Gap(Why.READ_BACK_ON_NO_DAY, "happened_on")),
        (replace(READ, happened_on=date(2026, 11, 22)), Gap(Why.READ_BACK_ON_NO_DAY, "happened_on")),
        (replace(READ, right=None), Gap(Why.READ_BACK_WITHOUT_ANSWER, "right")),
    ],
    ids=["how", "no day", "to come", "before it came", "no answer"],
)
def test_what_is_missing_is_said(draft, gap):
    assert gaps(acknowledged(), draft) == (gap,)


def test_a_complaint_in_words_has_nothing_to_be_read_back():
    life = received(MONDAY)

    assert DutyKind.READ_BACK not in due(life)
    assert gaps(life) == (Gap(Why.NOTHING_TO_SETTLE),)
    assert read_backs.is_final(life.complaint)


def test_points_go_into_no_other_complaint_before_they_were_read_back():
    life, kept, by = acknowledged(), acknowledged(), deed(WEDNESDAY)
    other = replace(life.complaint, reference="4M2X-9QRT")
    merging = refused(merges.merge, kept.complaint, other, 2, {}, terms=life.terms, deed=by, write=kept.write)

    assert Why.POINTS_NOT_READ_BACK in {gap.why for gap in merging}
    assert [gap.why for gap in refused(splits.words_of, life.complaint, (2,))] == [Why.POINTS_NOT_READ_BACK]

    read_back(life)
    assert splits.words_of(life.complaint, (2,))
