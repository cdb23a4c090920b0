"""More time: told before the date passes, with a reason, and with two people when it is long (6.4, 6.15, ruling 11)."""

from datetime import date

import pytest

from app.domain.case import more_time
from app.domain.case.more_time import MoreTimeDraft, MoreTimeProposed, MoreTimeTaken
from app.domain.case.vocabulary import Reason
from app.domain.refused import Refused, Why
from tests.domain.case.histories import Life, acknowledged, deed, received

ACKNOWLEDGED_ON = date(2026, 11, 25)
DUE = date(2026, 12, 9)
LATEST = date(2026, 12, 23)


def ask(
    life: Life, new_date: date | None, on: date = date(2026, 12, 1), words: str = "A part is on order"
) -> MoreTimeTaken | MoreTimeProposed:
    """A handler asks for more time."""
    draft = MoreTimeDraft(new_date, Reason.THIRD_PARTY, words)
    event = more_time.ask(life.complaint, draft, terms=life.terms, deed=deed(on), write=life.write)
    life.happen(deed(on), event)
    return event


def test_ordinary_time_moves_the_date_and_keeps_the_first_one_in_the_record() -> None:
    life = acknowledged()

    event = ask(life, LATEST)

    stage = life.complaint.stage_1
    assert isinstance(event, MoreTimeTaken)
    assert stage is not None
    assert (event.old_date, stage.respond_by, stage.original_limit) == (DUE, LATEST, DUE)


def test_a_day_more_than_ordinary_waits_for_a_second_person() -> None:
    life = acknowledged()

    event = ask(life, date(2026, 12, 24))

    stage = life.complaint.stage_1
    assert isinstance(event, MoreTimeProposed)
    assert stage is not None
    assert stage.respond_by == DUE


def test_the_cap_is_counted_over_all_of_it_together() -> None:
    life = acknowledged()
    ask(life, date(2026, 12, 16))

    second = ask(life, date(2026, 12, 24), on=date(2026, 12, 10))

    assert isinstance(second, MoreTimeProposed)


def test_who_asked_cannot_agree() -> None:
    life = acknowledged()
    ask(life, date(2027, 1, 15))

    with pytest.raises(Refused) as refused:
        more_time.approve(life.complaint, terms=life.terms, deed=deed(date(2026, 12, 2), "staff:1"))

    assert refused.value.why is Why.NEEDS_SECOND_PERSON


def test_a_second_person_agrees_and_the_date_moves() -> None:
    life = acknowledged()
    ask(life, date(2027, 1, 15))

    event = more_time.approve(life.complaint, terms=life.terms, deed=deed(date(2026, 12, 2), "staff:2"))
    life.happen(deed(date(2026, 12, 2), "staff:2"), event)

    assert event.approved_by == 2
    assert life.complaint.stage_1 is not None
    assert life.complaint.stage_1.respond_by == date(2027, 1, 15)


@pytest.mark.parametrize(
    ("new_date", "on", "words", "why"),
    [
        (DUE, date(2026, 12, 1), "Why", Why.NOT_LATER_THAN_DUE),
        (None, date(2026, 12, 1), "Why", Why.NOT_LATER_THAN_DUE),
        (LATEST, date(2026, 12, 1), " ", Why.MORE_TIME_WITHOUT_REASON),
        (LATEST, date(2026, 12, 10), "Why", Why.TOO_LATE_FOR_MORE_TIME),
    ],
)
def test_more_time_is_refused(new_date: date | None, on: date, words: str, why: Why) -> None:
    with pytest.raises(Refused) as refused:
        ask(acknowledged(), new_date, on, words)

    assert refused.value.why is why


def test_more_time_before_the_acknowledgement_is_refused() -> None:
    with pytest.raises(Refused) as refused:
        ask(received(), LATEST)

    assert refused.value.why is Why.NOT_YET_ACKNOWLEDGED


def test_not_being_happy_with_it_needs_no_reason_and_becomes_a_duty() -> None:
    life = acknowledged()
    ask(life, LATEST)
    by = deed(date(2026, 12, 2), "party:1.1")

    life.happen(by, more_time.dislike(life.complaint, 1, "", terms=life.terms, deed=by, write=life.write))

    assert [task.due_on for task in life.complaint.tasks] == [date(2026, 12, 3)]


@pytest.mark.parametrize(
    ("chosen", "every", "comes"),
    [
        (date(2026, 12, 2), 7, date(2026, 12, 9)),
        (date(2026, 12, 6), 7, date(2026, 12, 11)),  # a Sunday: the Friday before the next
        (date(2026, 12, 4), 1, date(2026, 12, 7)),  # a Friday: there is no working day before Monday
        (date(2026, 12, 18), 7, date(2026, 12, 24)),  # Christmas Day is none
    ],
)
def test_an_update_comes_on_a_working_day_and_no_later_than_was_chosen(chosen, every, comes) -> None:
    life = acknowledged()

    assert more_time.choose_updates(life.complaint, 1, every, terms=life.terms, deed=deed(chosen)).next_by == comes
