"""How did we do? Asked once, at a quiet time, by a way that is safe; and the answer is theirs to change (1.6, R30)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from app.domain.case import escalations, surveys, withdrawals
from app.domain.case.survey_states import Score, Scores, SurveyHow, SurveyLeft
from app.domain.case.waiting import Ask, waiting
from app.domain.clock import duties
from app.domain.clock.duty_kinds import DutyKind
from app.domain.people.parties import Authority, PartyState, Role
from app.domain.people.preferences import Caution, Preferences, Safe, Way
from app.domain.promises.ledger import Verdict
from app.domain.refused import Refused, Why
from tests.domain.case.histories import acknowledged, deed, received
from tests.domain.case.surveyed import ANSWERED, DUE, SCORES, answered, ask, asked, told
from tests.domain.promises.promised import DUE as PROMISED
from tests.domain.promises.promised import LATE, a_promise, done, judged

EMAIL_TOO = Preferences(Safe.YES, (Way.LETTER, Way.EMAIL), Way.LETTER)
BY_PHONE = Preferences(Safe.YES, (Way.PHONE,), Way.PHONE)
RUNG_BY = date(2026, 12, 22)


def asks(life):
    return [each.ask for each in waiting(life.complaint, life.complaint.party(1))]


def test_it_is_asked_ten_working_days_after_the_last_word_and_once():
    life = answered()

    assert ask(life, DUE - timedelta(days=1)) is None
    asked(life)
    assert ask(life, DUE + timedelta(days=1)) is None
    assert Ask.SURVEY in asks(life)


def test_after_four_weeks_nobody_is_asked_about_what_is_long_over():
    life = answered()

    assert ask(life, DUE + timedelta(weeks=4)) is not None
    assert ask(life, DUE + timedelta(weeks=4, days=1)) is None


def test_a_landlord_may_ask_later_or_nobody():
    life = answered()

    assert ask(life, after=0) is None
    assert ask(life, after=11) is None
    assert ask(life, DUE + timedelta(days=1), after=11) is not None


@pytest.mark.parametrize("make", [received, acknowledged, a_promise], ids=["sent", "understood", "promised"])
def test_it_is_not_asked_while_anything_is_still_to_be_done(make):
    assert surveys.over_since(make().complaint) is None


def test_a_kept_promise_is_asked_about_after_it_and_a_disputed_one_never():
    life = a_promise()
    done(life, PROMISED)
    assert surveys.over_since(life.complaint) == PROMISED

    judged(life, Verdict.NOT_DONE, LATE)

    assert surveys.over_since(life.complaint) is None


def test_who_stopped_or_went_on_to_stage_2_is_left_alone():
    stopped, escalated = answered(), answered()
    by = deed(ANSWERED, "party:1.1")
    stopped.happen(by, withdrawals.withdraw(stopped.complaint, 1, own_choice=True, deed=by, write=stopped.write))
    escalated.happen(
        by,
        *escalations.ask(
            escalated.complaint, 1, happened_on=by.on, terms=escalated.terms, deed=by, write=escalated.write
        ),
    )

    assert [ask(stopped), ask(escalated)] == [None, None]


def test_nobody_is_asked_once_somebody_has_died():
    life = answered()
    executor = PartyState(2, Role.REPRESENTATIVE, authority=Authority.THEY_HAVE_DIED)
    life.complaint = replace(life.complaint, parties=(*life.complaint.parties, executor))

    assert ask(life) is None


@pytest.mark.parametrize(
    ("preferences", "letter", "ring_by"),
    [
        (EMAIL_TOO, 3, None),
        (Preferences(Safe.YES, (Way.PHONE, Way.EMAIL), Way.PHONE), 3, None),
        (BY_PHONE, 0, RUNG_BY),
        (Preferences(Safe.YES, (Way.PHONE, Way.HERE), Way.PHONE), 0, RUNG_BY),
        (Preferences(Safe.YES, (Way.LETTER, Way.PHONE), Way.LETTER), 0, None),
        (Preferences(Safe.SOME_WAYS, (Way.TEXT,), Way.TEXT), 0, None),
        (Preferences(Safe.YES, (Way.HERE, Way.EMAIL), Way.HERE), 0, None),
        (Preferences(Safe.YES, (Way.HERE,), Way.HERE), 0, None),
        (Preferences(Safe.NO, (Way.EMAIL, Way.HERE), Way.HERE), 0, None),
        (Preferences(Safe.SOME_WAYS, (Way.LETTER,), Way.LETTER, cautions=(Caution.NO_VOICEMAIL,)), 0, None),
    ],
)
def test_it_goes_by_a_safe_email_or_a_call_they_chose_and_else_is_on_the_page_alone(preferences, letter, ring_by):
    event = ask(answered(preferences))

    assert (event.letter, event.ring_by) == (letter, ring_by)


def test_without_an_address_that_works_nothing_is_sent_and_nobody_rings():
    assert ask(answered(EMAIL_TOO), reachable=frozenset()).letter == 0
    assert ask(answered(BY_PHONE), reachable=frozenset()).ring_by is None


def test_a_call_is_somebodys_duty_until_there_are_answers_or_none_will_come():
    life = asked(answered(BY_PHONE))
    assert [(duty.kind, duty.due_on, duty.staff) for duty in duties.of(life.complaint)] == [
        (DutyKind.TAKE_SURVEY, RUNG_BY, 1)
    ]
    heard, left = asked(answered(BY_PHONE)), life

    told(heard, DUE)
    left.happen(deed(DUE), surveys.leave(left.complaint, SurveyLeft.NO_THANK_YOU, deed=deed(DUE)))

    assert duties.of(heard.complaint) == duties.of(left.complaint) == ()
    assert Ask.SURVEY not in asks(left)
    told(left, DUE)  # they may change their mind on their page
    assert left.complaint.survey.scores == SCORES


def test_it_does_not_press_while_something_is_said_not_to_be_done():
    life = a_promise()
    done(life, PROMISED)
    asked(life, date(2027, 1, 4))
    assert Ask.SURVEY in asks(life)

    judged(life, Verdict.NOT_DONE, date(2027, 1, 5))

    assert Ask.SURVEY not in asks(life)


def test_every_question_may_be_skipped_but_not_all_of_them():
    life = asked()

    told(life, DUE, Scores(), "You were kind")
    told(life, DUE, Scores(outcome=Score.NEITHER))
    with pytest.raises(Refused) as refused:
        told(life, DUE, Scores(), "  ")

    assert (refused.value.why, refused.value.gaps[0].field) == (Why.SURVEY_EMPTY, "overall")
    assert life.complaint.survey.said is None


def test_there_is_one_answer_and_it_can_be_put_right_for_four_weeks():
    life = asked()
    told(life, DUE)
    told(life, DUE + timedelta(weeks=4), Scores(Score.VERY_SATISFIED))

    assert life.complaint.survey.scores == Scores(Score.VERY_SATISFIED)
    assert (life.complaint.survey.answered_on, life.complaint.survey.changed_on) == (DUE, DUE + timedelta(weeks=4))
    with pytest.raises(Refused) as refused:
        told(life, DUE + timedelta(weeks=4, days=1))
    assert refused.value.why is Why.SURVEY_IS_OVER


def test_a_first_answer_is_never_too_late():
    life = asked()

    told(life, DUE + timedelta(weeks=20))

    assert life.complaint.survey.scores == SCORES


def test_nobody_answers_who_was_not_asked_or_is_not_confirmed():
    life = answered()
    with pytest.raises(Refused) as refused:
        told(life, DUE)
    assert refused.value.why is Why.SURVEY_NOT_ASKED

    asked(life)
    stranger = PartyState(2, Role.REPRESENTATIVE, confirmed=False)
    life.complaint = replace(life.complaint, parties=(*life.complaint.parties, stranger))
    with pytest.raises(Refused) as refused:
        told(life, DUE, party=2)
    assert refused.value.why is Why.ONLY_THE_RESIDENT


def test_a_call_without_answers_says_why_and_only_where_one_waits():
    life = asked(answered(BY_PHONE))
    with pytest.raises(Refused) as refused:
        surveys.leave(life.complaint, None, deed=deed(DUE))
    assert refused.value.why is Why.CONTACT_WITHOUT_OUTCOME
    told(life, DUE)

    with pytest.raises(Refused) as refused:
        surveys.leave(life.complaint, SurveyLeft.NOT_REACHED, deed=deed(DUE))

    assert refused.value.why is Why.NOTHING_TO_SETTLE


def test_an_answer_nobody_asked_for_still_folds():
    life = received()

    life.happen(deed(DUE), surveys.SurveyNotAnswered(SurveyLeft.NOT_REACHED, DUE))
    life.complaint = replace(life.complaint, survey=None)
    life.happen(deed(DUE), surveys.SurveyAnswered(1, SurveyHow.PAGE, DUE, SCORES, None))

    assert life.complaint.survey.scores == SCORES
