"""A point raised later: the three-way rule, and what each course does (6.8, ruling 18)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.domain.case import acknowledgements, new_points, refusals, responses, withdrawals
from app.domain.case.definitions import PointDraft
from app.domain.case.new_points import RulingDraft
from app.domain.case.raised import About, Because, Course, Ruling
from app.domain.case.refusals import RefusalDraft
from app.domain.case.state import Complaint
from app.domain.case.vocabulary import Ended, Ours
from app.domain.clock import duties
from app.domain.clock.duty_kinds import DutyKind
from app.domain.clock.profiles import Ground, Stage
from app.domain.mail.notices import Notice
from app.domain.refused import Refused, Why
from tests.domain.case.histories import Life, a_definition, an_answer, deed, received

FRIDAY = date(2026, 11, 27)
ANSWERED = date(2026, 12, 4)
JOINED = RulingDraft(About.RELATED, False, point=PointDraft("The radiators leak", Ours.OURS), seen=Course.JOINS)


def understood() -> Life:
    life = received()
    by = deed()
    life.happen(
        by,
        acknowledgements.acknowledge(
            life.complaint, a_definition(), 1, None, terms=life.terms, deed=by, write=life.write
        ),
    )
    life.send(life.issue(by, Notice.ACKNOWLEDGED, Stage.ONE), by)
    return life


def answered() -> Life:
    life, by = understood(), deed(ANSWERED)
    draft = an_answer(life.complaint)
    life.happen(by, responses.issue(life.complaint, draft, terms=life.terms, deed=by, write=life.write))
    return life


def raised(life: Life, on: date = FRIDAY, words: str = "The radiators leak") -> int:
    by = deed(on, "party:1.1")
    event = new_points.raise_point(life.complaint, 1, words, terms=life.terms, deed=by, write=life.write)
    life.happen(by, event)
    return event.point


def decided(life: Life, number: int, draft: RulingDraft, on: date = FRIDAY) -> new_points.NewPointDecided:
    event = new_points.decide(life.complaint, number, draft, write=life.write)
    life.happen(deed(on), event)
    return event


class TestTheRule:
    def test_what_is_related_joins_until_stage_1_is_answered(self):
        assert new_points.course(understood().complaint, About.RELATED) == Ruling(Course.JOINS, Because.RELATED)
        assert new_points.course(received().complaint, About.RELATED) == Ruling(Course.JOINS, Because.RELATED)

    def test_what_is_unrelated_or_would_delay_is_a_complaint_of_its_own(self):
        complaint = understood().complaint

        assert new_points.course(complaint, About.UNRELATED) == Ruling(Course.APART, Because.UNRELATED)
        assert new_points.course(complaint, About.RELATED, delays=True) == Ruling(Course.APART, Because.WOULD_DELAY)

    @pytest.mark.parametrize("about", [About.RELATED, About.UNRELATED])
    def test_once_stage_1_is_answered_anything_else_is_a_complaint_of_its_own(self, about):
        assert new_points.course(answered().complaint, about) == Ruling(Course.APART, Because.ANSWERED)

    @pytest.mark.parametrize("delays", [False, True])
    def test_how_we_handled_it_joins_the_open_stage_and_then_is_a_stage_2_point(self, delays):
        handling = About.HANDLING

        assert new_points.course(understood().complaint, handling, delays=delays) == Ruling(
            Course.JOINS, Because.HANDLING
        )
        assert new_points.course(answered().complaint, handling, delays=delays) == Ruling(
            Course.STAGE_2, Because.HANDLING
        )

    def test_after_our_final_word_how_we_handled_it_is_for_the_ombudsman(self):
        complaint = answered().complaint
        final = replace(complaint, stage_2=complaint.stage_1)
        refused = replace(understood().complaint, ended=Ended.REFUSED)

        for each in (final, refused):
            assert new_points.course(each, About.HANDLING).course is Course.OMBUDSMAN

    def test_what_joins_an_open_stage_2_is_only_how_we_handled_it(self):
        complaint = answered().complaint
        again = replace(complaint, stage_2=replace(complaint.stage_1, stage=Stage.TWO, answered_on=None))

        assert new_points.course(again, About.HANDLING).course is Course.JOINS
        assert new_points.course(again, About.RELATED).course is Course.APART

    def test_what_was_stopped_takes_nothing_more(self):
        life, by = understood(), deed(FRIDAY, "party:1.1")
        life.happen(by, withdrawals.withdraw(life.complaint, 1, own_choice=True, deed=by, write=life.write))

        for about in About:
            assert new_points.course(life.complaint, about) == Ruling(Course.APART, Because.NOT_RUNNING)

    def test_a_case_with_no_history_breaks_nothing(self):
        assert new_points.course(Complaint(), About.RELATED).course is Course.APART


class TestRaising:
    def test_somebody_decides_by_the_day_that_a_new_complaint_would_be_acknowledged(self):
        life = understood()
        raised(life)

        waits = [each for each in duties.of(life.complaint) if each.kind is DutyKind.DECIDE_NEW_POINT]
        assert [(each.number, each.due_on) for each in waits] == [(1, life.terms.acknowledge_by(Stage.ONE, FRIDAY))]

    @pytest.mark.parametrize(
        ("words", "on", "why"),
        [
            ("  ", FRIDAY, Why.NOTHING_SAID),
            ("New", date(2026, 11, 28), Why.DATE_IN_THE_FUTURE),
            ("New", date(2026, 11, 20), Why.RAISED_BEFORE_RECEIVED),
        ],
    )
    def test_it_needs_words_and_a_day_that_can_be(self, words, on, why):
        life = understood()

        with pytest.raises(Refused) as refused:
            new_points.raise_point(
                life.complaint, None, words, on, terms=life.terms, deed=deed(FRIDAY), write=life.write
            )
        assert refused.value.why is why


class TestDeciding:
    def test_what_joins_stands_in_a_new_version_beside_their_own_words_and_moves_no_date(self):
        life = understood()
        before = life.complaint
        decided(life, raised(life), JOINED)

        definition = life.complaint.definition
        assert definition.version == before.definition.version + 1
        assert [point.number for point in definition.points] == [1, 2, 3]
        assert life.words[definition.points[2].theirs.number] == "The radiators leak"
        assert life.complaint.stage_1 == before.stage_1
        assert not life.complaint.has_task(DutyKind.DECIDE_NEW_POINT, 1)

    def test_before_the_acknowledgement_it_waits_for_it(self):
        life = received()
        decided(life, raised(life), replace(JOINED, point=None))

        assert [life.words[said.number] for said in life.complaint.to_place] == ["The radiators leak"]
        by = deed(FRIDAY)
        life.happen(
            by,
            acknowledgements.acknowledge(
                life.complaint, a_definition(), 1, None, terms=life.terms, deed=by, write=life.write
            ),
        )
        assert life.complaint.to_place == ()

    def test_a_refused_point_stays_refused_and_numbers_stay_as_they_were(self):
        life = understood()
        draft = RefusalDraft(Ground.NOT_OUR_FUNCTION, "Why", "A letter", points=(1,))
        by = deed(FRIDAY)
        proposed = refusals.propose(life.complaint, draft, tuple(Ground), terms=life.terms, deed=by, write=life.write)
        life.happen(by, proposed)
        life.happen(deed(FRIDAY, "staff:2"), refusals.approve(life.complaint, 1, deed=deed(FRIDAY, "staff:2")))
        life.send(life.issue(by, Notice.REFUSED, Stage.ONE), by)
        decided(life, raised(life), JOINED)

        assert [point.number for point in life.complaint.definition.points] == [2, 3]

    @pytest.mark.parametrize(
        ("draft", "why"),
        [
            (RulingDraft(None), Why.NEW_POINT_ABOUT_UNSAID),
            (RulingDraft(About.RELATED), Why.NEW_POINT_DELAY_UNSAID),
            (replace(JOINED, seen=None), Why.NEW_POINT_COURSE_UNSEEN),
            (replace(JOINED, seen=Course.APART), Why.NEW_POINT_COURSE_UNSEEN),
            (replace(JOINED, point=PointDraft(" ", Ours.OURS)), Why.POINT_WITHOUT_WORDS),
            (replace(JOINED, point=PointDraft("It leaks", None)), Why.POINT_WITHOUT_OWNER),
            (RulingDraft(About.UNRELATED, seen=Course.APART), Why.NEW_POINT_WITHOUT_REASON),
            (RulingDraft(About.RELATED, True, seen=Course.APART), Why.NEW_POINT_WITHOUT_REASON),
        ],
    )
    def test_the_handler_saw_the_course_and_gave_what_it_needs(self, draft, why):
        life = understood()
        number = raised(life)

        with pytest.raises(Refused) as refused:
            new_points.decide(life.complaint, number, draft, write=life.write)
        assert refused.value.why is why
        assert refused.value.paragraph in ("6.8", "5.6", "5.7")

    def test_a_point_is_decided_once(self):
        life = understood()
        number = raised(life)
        decided(life, number, JOINED)

        with pytest.raises(Refused) as refused:
            new_points.decide(life.complaint, number, JOINED, write=life.write)
        assert refused.value.why is Why.NEW_POINT_NOT_WAITING
