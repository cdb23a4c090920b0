"""The night asks how we did, by a safe e-mail or on the page; what is said is kept, counted and erased (1.6, R30)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import select

from app.demo import post
from app.domain.case.survey_states import Score, Scores, SurveyHow, SurveyLeft
from app.domain.changed import Changed
from app.domain.mail.notices import Notice
from app.domain.people.preferences import Preferences, Safe, Way
from app.services.case import histories, projections, surveys
from app.services.landlord import access_reports, landlord
from app.services.landlord.landlord import current
from app.store.case.surveys import SurveyRow
from app.store.case.wordings import WordingRow
from app.store.clock.duty_rows import DutyRow
from app.store.outbox import OutboxRow
from tests import states, surveyed
from tests.cases import BY_EMAIL, deed
from tests.letters import OMBUDSMAN, in_order, letter
from tests.surveyed import ANSWERED, DUE, SCORES, WORDS, over

LETTERS_TOO = Preferences(Safe.YES, (Way.LETTER, Way.EMAIL), Way.LETTER)


def state(session, made):
    return histories.found(session, made.reference, deed()).complaint


def ask(session, made, on=DUE):
    return surveys.ask(session, made.reference, deed(on, "clock"))


def row(session, made):
    return session.scalars(select(SurveyRow).filter_by(case_id=made.case_id)).one_or_none()


def posted(session):
    return session.scalars(select(OutboxRow).filter_by(kind=Notice.SURVEY.value)).all()


def by_email(session, preferences=BY_EMAIL):
    """Answered, and the e-mails have gone; paper was posted."""
    made = over(session, preferences, email="amina@example.org", letter="4 Elm Court")
    at = deed(ANSWERED, "staff:1")
    post.carry(session, at.at)
    post.post_letters(session, made.reference, at)
    return made


@pytest.mark.parametrize("preferences", [BY_EMAIL, LETTERS_TOO], ids=["email", "letters too"])
def test_it_goes_by_email_where_that_is_safe_and_says_how_to_complain(session, preferences):
    made = by_email(session, preferences)

    assert ask(session, made) == 1

    assert len(posted(session)) == 1
    assert state(session, made).letters[-1].way is Way.EMAIL
    in_order(
        letter(session, made).replace("\n", " "),
        "how we did",
        "You can ring us instead",
        "changes nothing about your complaint",
        "Your answers here are not a complaint",
        "You need not use that word",
        *OMBUDSMAN,
    )


def test_who_comes_back_here_is_sent_nothing_and_nobody_has_a_duty(session):
    made, _ = surveyed.asked_how_we_did(session)

    complaint = state(session, made)
    assert [each.notice for each in complaint.letters if each.notice is Notice.SURVEY] == []
    assert (posted(session), complaint.survey.letter) == ([], 0)
    assert session.scalars(select(DutyRow).filter_by(case_id=made.case_id)).all() == []


def test_it_is_asked_once(session):
    made = by_email(session)

    assert [ask(session, made, date(2026, 12, 21)), ask(session, made), ask(session, made)] == [0, 1, 0]


def test_the_night_finds_the_cases_in_their_order_and_leaves_the_others(session):
    due = [over(session), over(session)]
    states.with_promises(session)
    states.stopped(session)

    found = surveys.to_ask(session, 0, DUE)

    assert [each.reference for each in found] == [each.reference for each in due]
    assert surveys.to_ask(session, found[-1].id, DUE) == []
    assert surveys.to_ask(session, 0, date(2026, 12, 17)) == []
    assert surveys.to_ask(session, 0, date(2027, 6, 1)) == []
    ask(session, due[0])
    assert [each.reference for each in surveys.to_ask(session, 0, DUE)] == [due[1].reference]


def test_a_landlord_that_asks_nobody_finds_nobody(session):
    made = over(session)
    landlord.put(session, replace(current(session), survey_after=0), deed())

    assert surveys.to_ask(session, 0, DUE) == []
    assert ask(session, made) == 0


def test_the_last_case_that_may_still_be_asked_is_found(session):
    made = over(session)
    last = date(2027, 1, 19)

    assert [each.reference for each in surveys.to_ask(session, 0, last)] == [made.reference]
    assert ask(session, made, last) == 1


def test_what_is_said_is_kept_for_the_figures_and_the_words_apart(session):
    made, _ = surveyed.said_how_we_did(session)

    kept = row(session, made)
    assert (kept.asked_on, kept.answered_on, kept.over_since, kept.how) == (DUE, DUE, None, "page")
    assert (kept.overall, kept.easy, kept.informed, kept.outcome) == (
        "fairly_satisfied",
        "very_satisfied",
        "",
        "very_dissatisfied",
    )
    said = state(session, made).survey.said
    words = session.scalars(select(WordingRow).filter_by(case_id=made.case_id, number=said.number)).one()
    assert (words.kind, words.text) == ("survey", WORDS)


def test_the_person_is_shown_all_of_it_when_they_ask(session):
    made, on = surveyed.said_how_we_did(session)

    report = access_reports.make(session, made.reference, deed(on, "clock"))

    assert WORDS in {each["text"] for each in report.held["wording"]}
    assert [each["facts"]["scores"]["overall"] for each in report.happened if each["kind"] == "survey_answered"] == [
        "fairly_satisfied"
    ]


def test_staff_take_the_answers_in_a_call(session):
    made, on = surveyed.to_be_rung(session)
    assert [each.kind for each in session.scalars(select(DutyRow).filter_by(case_id=made.case_id))] == ["take_survey"]

    surveys.take(session, made.reference, 1, SCORES, "", deed(on, "staff:1"))

    assert state(session, made).survey.how is SurveyHow.PHONE
    assert session.scalars(select(DutyRow).filter_by(case_id=made.case_id)).all() == []


def test_of_two_who_write_the_answers_down_the_second_is_told(session):
    made, on = surveyed.to_be_rung(session)
    seen = state(session, made).position
    theirs = states.resident(made, on, seen=seen)
    surveys.answer(session, made.reference, 1, Scores(Score.VERY_SATISFIED), "", theirs)

    with pytest.raises(Changed):
        surveys.take(session, made.reference, 1, SCORES, "", deed(on, "staff:1", seen=seen))
    with pytest.raises(Changed):
        surveys.leave(session, made.reference, SurveyLeft.NOT_REACHED, deed(on, "staff:1", seen=seen))


@pytest.mark.parametrize(
    "make",
    [
        states.answered,
        surveyed.asked_how_we_did,
        surveyed.said_how_we_did,
        surveyed.to_be_rung,
        states.promise_disputed,
    ],
)
def test_what_is_projected_is_what_the_history_folds_to(session, make):
    made, _ = make(session)

    def rows():
        return session.execute(select(SurveyRow.__table__).filter_by(case_id=made.case_id)).all()

    kept = rows()
    projections.rebuild(session, f"complaint:{made.case_id}")

    assert rows() == kept
