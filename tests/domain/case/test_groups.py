"""Complaints about the same: each is its own, and none is answered by what all are answered alone (1.2, ruling 20)."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain.case import bindings, groups, responses, withdrawals
from app.domain.case.bindings import GroupDraft
from app.domain.case.findings import ResponseDraft, missing_parts
from app.domain.case.group_states import Binding, CommonPart
from app.domain.case.group_whys import GroupWhy
from app.domain.case.kinds import Kind
from app.domain.clock.profiles import Stage
from app.domain.refused import Refused, Why
from tests.domain.case.histories import WEDNESDAY, Life, acknowledged, an_answer, deed, logged, received

COMMON = CommonPart(7, 2, "The lift waits for a part.", 3)
PERSONAL = "You were stuck in it, and nobody rang you."


def why(act, *given: object, **more: object) -> list[object]:
    with pytest.raises(Refused) as refused:
        act(*given, **more)
    return [gap.why for gap in refused.value.gaps]


def member(life: Life | None = None) -> Life:
    life = life or acknowledged()
    life.happen(deed(WEDNESDAY), groups.put_in(life.complaint, 7, Binding.GROUP))
    return life


def draft(life: Life, personal: str = PERSONAL, common: CommonPart | None = COMMON) -> ResponseDraft:
    return replace(an_answer(life.complaint), common=common, personal=personal)


def lacks(life: Life, answer: ResponseDraft) -> list[object]:
    return [gap.why for gap in missing_parts(life.complaint, answer, life.terms, WEDNESDAY)]


def test_a_complaint_is_in_one_group_at_a_time():
    life = member()

    assert (life.complaint.membership.number, life.complaint.membership.binding) == (7, Binding.GROUP)
    assert why(groups.put_in, life.complaint, 8, Binding.GROUP) == [GroupWhy.IN_A_GROUP_ALREADY]
    life.happen(deed(WEDNESDAY), groups.take_out(life.complaint))
    assert why(groups.take_out, life.complaint) == [GroupWhy.IN_NO_GROUP]
    assert groups.put_in(life.complaint, 8, Binding.KNOWN_PROBLEM).group == 8


def test_only_a_complaint_that_goes_on_is_put_with_others():
    stopped, request = acknowledged(), logged(Kind.REQUEST)
    by = deed(WEDNESDAY, "party:1.1")
    stopped.happen(by, withdrawals.withdraw(stopped.complaint, 1, own_choice=True, deed=by, write=stopped.write))

    assert why(groups.put_in, stopped.complaint, 7, Binding.GROUP) == [GroupWhy.OVER_ALREADY]
    assert why(groups.put_in, request.complaint, 7, Binding.GROUP) == [Why.ONLY_A_COMPLAINT]
    assert not groups.may_be_in_one(stopped.complaint)


@pytest.mark.parametrize("personal", ["", "  \n", COMMON.words, f" {COMMON.words}\n"])
def test_what_all_are_told_is_no_answer_without_a_part_of_its_own(personal):
    life = member()

    assert lacks(life, draft(life, personal)) == [GroupWhy.NO_PERSONAL_PART]
    assert lacks(life, draft(life)) == []


def test_an_answer_that_shares_nothing_needs_no_such_part():
    life = acknowledged()

    assert lacks(life, draft(life, "", None)) == []
    assert groups.give(draft(life, "", None), Stage.ONE, 2, life.write) == ()


def test_who_is_complained_of_writes_nothing_that_stands_in_the_answer():
    life = member()
    life.complaint = replace(life.complaint, concerned=frozenset({COMMON.by}))

    assert lacks(life, draft(life)) == [GroupWhy.COMMON_PART_BY_BARRED]


def test_nobody_sends_what_all_are_told_in_another_version_than_they_have_read():
    life = member()

    groups.refuse_other(draft(life), COMMON)
    for stands in (replace(COMMON, version=3), None):
        assert why(groups.refuse_other, draft(life), stands) == [GroupWhy.COMMON_PART_CHANGED]
    assert why(groups.refuse_other, draft(life, "", None), COMMON) == [GroupWhy.COMMON_PART_CHANGED]


def test_who_wrote_it_has_worked_on_the_answer_and_cannot_answer_stage_2():
    life, by = member(), deed(WEDNESDAY)
    issued = responses.issue(life.complaint, draft(life), terms=life.terms, deed=by, write=life.write)
    life.happen(by, issued, *groups.give(draft(life), issued.stage, issued.letter, life.write))
    given = life.complaint.membership.in_letter(issued.letter)

    assert given is not None
    assert (life.words[given.common.number], life.words[given.personal.number]) == (COMMON.words, PERSONAL)
    assert life.complaint.stage_1.worked_on_by == {1, COMMON.by}
    assert life.complaint.membership.in_letter(99) is None


def test_what_a_group_is_called_by_its_sender_is_kept_in_their_words():
    life = received()

    life.happen(deed(), *groups.tell("Lift at Elm Court", life.write))
    assert life.words[life.complaint.membership.told.number] == "Lift at Elm Court"
    assert groups.tell(" ", life.write) == ()


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        (GroupDraft(), [GroupWhy.GROUP_WITHOUT_BINDING, GroupWhy.GROUP_WITHOUT_NAME, GroupWhy.GROUP_WITHOUT_LEAD]),
        (GroupDraft(" ", 1, Binding.GROUP), [GroupWhy.GROUP_WITHOUT_NAME]),
        (GroupDraft("Lift", None, Binding.GROUP), [GroupWhy.GROUP_WITHOUT_LEAD]),
    ],
)
def test_a_group_needs_a_name_and_somebody_who_leads(asked, expected):
    assert why(bindings.begin, asked) == expected
    if asked.binding:
        assert why(bindings.change, 7, asked) == expected
    assert bindings.begin(GroupDraft("Lift", 1, Binding.KNOWN_PROBLEM)) is Binding.KNOWN_PROBLEM


def test_what_all_are_told_names_none_of_them():
    marks = [["amina", "yusuf"], ["7q4k", "2m9p"]]

    assert why(bindings.write_common, 7, 1, [], marks, 3) == [GroupWhy.COMMON_PART_WITHOUT_WORDS]
    for words in (["as", "amina", "yusuf", "said"], ["see", "7q4k", "2m9p"]):
        assert why(bindings.write_common, 7, 1, words, marks, 3) == [GroupWhy.COMMON_PART_NAMES_SOMEBODY]
    assert bindings.write_common(7, 1, ["amina", "lift", "yusuf"], marks, 3).version == 2


@pytest.mark.parametrize(
    ("binding", "counted", "people"),
    [
        (Binding.GROUP, (1, 12, 12), 12),  # one speaks for twelve
        (Binding.GROUP, (3, 14, 12), 12),  # and two of them have sent their own
        (Binding.GROUP, (14, 14, 1), 14),  # nobody said how many they are
        (Binding.KNOWN_PROBLEM, (3, 14, 12), 14),  # strangers to each other
        (Binding.GROUP, (0, 0, 0), 0),
    ],
)
def test_people_are_counted_once(binding, counted, people):
    assert bindings.people(binding, *counted) == people
