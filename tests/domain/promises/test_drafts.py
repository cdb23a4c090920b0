"""A promise goes to the resident for a yes before the answer; neither a no nor silence holds the answer (ruling 23)."""

from __future__ import annotations

from datetime import date

import pytest

from app.domain.case import responses, withdrawals
from app.domain.case.state import Complaint
from app.domain.case.waiting import Ask, waiting
from app.domain.promises import drafts
from app.domain.promises.draft_states import DraftReply
from app.domain.promises.whys import DraftWhy
from app.domain.refused import Refused, Why
from tests.domain.case.histories import Life, acknowledged, an_answer, deed

TODAY, DUE = date(2026, 11, 27), date(2026, 12, 20)


def drafted(words: str = "Fit a new pump", due_on: date | None = DUE) -> Life:
    life, by = acknowledged(), deed(TODAY)
    life.happen(by, drafts.draft(life.complaint, words, due_on, deed=by, write=life.write))
    return life


def say(life: Life, reply: DraftReply, words: str = "") -> None:
    by = deed(TODAY, "party:1.1")
    life.happen(by, drafts.answer(life.complaint, 1, 1, reply, words, life.write))


def asked(complaint: Complaint) -> list[int]:
    return [each.draft for each in waiting(complaint, complaint.parties[0]) if each.ask is Ask.PROMISE_DRAFT]


def send_answer(life: Life) -> None:
    by = deed(TODAY)
    life.happen(
        by, responses.issue(life.complaint, an_answer(life.complaint), terms=life.terms, deed=by, write=life.write)
    )


def test_it_waits_for_them_and_no_date_of_ours_moves():
    before, life = acknowledged(), drafted()

    assert asked(life.complaint) == [1]
    assert life.complaint.current.respond_by == before.complaint.current.respond_by
    assert not life.complaint.promises


@pytest.mark.parametrize("said", [None, (DraftReply.YES, ""), (DraftReply.OTHERWISE, "After the holidays")])
def test_the_answer_goes_whatever_was_said_and_then_nobody_is_asked(said):
    life = drafted()
    if said:
        say(life, *said)
    send_answer(life)

    assert life.complaint.current.answered_on == TODAY
    assert (asked(life.complaint), drafts.open_ones(life.complaint)) == ([], ())
    with pytest.raises(Refused) as refusal:
        say(life, DraftReply.YES)
    assert refusal.value.why is DraftWhy.DRAFT_IS_OVER


def test_an_objection_stands_until_somebody_has_looked_at_it():
    life = drafted()
    say(life, DraftReply.OTHERWISE, "After the holidays")
    assert [each.objects for each in drafts.open_ones(life.complaint)] == [True]
    assert asked(life.complaint) == []

    life.happen(deed(TODAY), drafts.look_at(life.complaint, 1))
    assert [each.objects for each in drafts.open_ones(life.complaint)] == [False]
    with pytest.raises(Refused) as refusal:
        drafts.look_at(life.complaint, 1)
    assert refusal.value.why is Why.NOTHING_TO_SETTLE

    say(life, DraftReply.OTHERWISE, "In January")
    assert [each.objects for each in drafts.open_ones(life.complaint)] == [True]


def test_what_is_taken_back_or_stopped_is_asked_no_more():
    back, stopped = drafted(), drafted()
    back.happen(deed(TODAY), drafts.take_back(back.complaint, 1))
    by = deed(TODAY, "party:1.1")
    gone = withdrawals.withdraw(stopped.complaint, 1, own_choice=True, words="", deed=by, write=stopped.write)
    stopped.happen(by, gone)

    assert [asked(life.complaint) for life in (back, stopped)] == [[], []]
    with pytest.raises(Refused) as refusal:
        drafts.take_back(back.complaint, 1)
    assert refusal.value.why is DraftWhy.DRAFT_IS_OVER


@pytest.mark.parametrize(
    ("words", "due_on", "why"),
    [
        (" ", DUE, Why.PROMISE_WITHOUT_WORDS),
        ("A pump", None, Why.PROMISE_WITHOUT_DATE),
        ("A pump", date(2026, 11, 1), Why.DATE_IN_THE_PAST),
    ],
)
def test_half_a_promise_is_asked_about_of_nobody(words, due_on, why):
    with pytest.raises(Refused) as refusal:
        drafted(words, due_on)

    assert refusal.value.why is why


def test_otherwise_needs_words_a_second_yes_says_nothing_and_after_the_answer_none_is_asked():
    life = drafted()
    with pytest.raises(Refused) as silent:
        say(life, DraftReply.OTHERWISE, " ")
    say(life, DraftReply.YES)
    with pytest.raises(Refused) as again:
        say(life, DraftReply.YES)
    send_answer(life)
    with pytest.raises(Refused) as late:
        drafts.draft(life.complaint, "A pump", DUE, deed=deed(TODAY), write=life.write)

    whys = [refusal.value.why for refusal in (silent, again, late)]
    assert whys == [DraftWhy.OTHERWISE_WITHOUT_WORDS, Why.NOTHING_CHANGED, Why.NO_ANSWER_DUE]
