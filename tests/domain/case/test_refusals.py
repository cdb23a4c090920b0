"""Not accepting a complaint, or a part of it: grounds, two people, and every clock until the letter has gone."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.domain.case import (
    acknowledgements,
    complaints,
    definitions,
    refusals,
    responses,
    withdrawals,
)
from app.domain.case.headlines import News, headline
from app.domain.case.not_accepted import RefusalStanding
from app.domain.case.phases import Phase, phase
from app.domain.case.refusals import Proceedings, RefusalDraft
from app.domain.case.signposts import Help, signpost
from app.domain.case.vocabulary import Ended
from app.domain.clock.duty_kinds import DutyKind
from app.domain.clock.profiles import PROFILES, Ground
from app.domain.mail import letters
from app.domain.mail.letters import Failed
from app.domain.people.preferences import Way
from app.domain.refused import Why
from tests.domain.case.histories import a_definition, acknowledged, an_answer, deed, received
from tests.domain.case.refusing import (
    ACKNOWLEDGE_BY,
    AT_COURT,
    DRAFT,
    NEXT_MONDAY,
    OLD,
    PART,
    TUESDAY,
    WEDNESDAY,
    agree,
    ask_for_stage_2,
    at_stage_2,
    gaps,
    open_now,
    propose,
    refused,
    why,
)


class TestProposing:
    @pytest.mark.parametrize(
        ("draft", "found"),
        [
            (RefusalDraft(None, "Because", "A letter", whole=True), Why.NO_GROUND),
            (replace(DRAFT, reasons=" "), Why.REFUSAL_WITHOUT_REASONS),
            (replace(DRAFT, evidence=""), Why.REFUSAL_WITHOUT_EVIDENCE),
            (replace(DRAFT, whole=None), Why.NO_POINT_CHOSEN),
            (replace(PART, part=""), Why.POINT_WITHOUT_WORDS),
            (replace(AT_COURT, proceedings=None), Why.PROCEEDINGS_NOT_ASKED),
            (replace(AT_COURT, proceedings=Proceedings.LETTER_ONLY), Why.SOLICITOR_ALONE),
            (replace(AT_COURT, filed_on=None), Why.NO_DAY_FILED),
            (replace(AT_COURT, filed_on=NEXT_MONDAY), Why.DATE_IN_THE_FUTURE),
            (replace(OLD, discretion=""), Why.DISCRETION_NOT_CONSIDERED),
            (replace(OLD, happened_on=None), Why.NO_DAY_HAPPENED),
            (replace(OLD, happened_on=date(2025, 11, 23)), Why.WITHIN_TIME),
            (replace(OLD, aware_on=date(2026, 1, 5)), Why.WITHIN_TIME),
        ],
    )
    def test_each_gap_is_named(self, draft, found):
        assert gaps(received(), draft) == [found]

    @pytest.mark.parametrize("draft", [DRAFT, OLD, AT_COURT, PART, replace(OLD, happened_on=date(2025, 11, 22))])
    def test_a_whole_draft_waits_for_a_second_person_and_moves_no_date(self, draft):
        life = received()

        propose(life, draft)

        assert open_now(life) == {DutyKind.ACKNOWLEDGE, DutyKind.APPROVE_REFUSAL}
        assert life.complaint.current.acknowledge_by == ACKNOWLEDGE_BY

    def test_the_policy_may_lack_a_ground(self):
        policy = refusals.grounds(PROFILES["england-2024"], (Ground.CONSIDERED_BEFORE.value,))

        assert gaps(received(), DRAFT, policy) == [Why.GROUND_NOT_IN_POLICY]

    def test_no_ground_of_any_procedure_is_that_nobody_gave_a_name(self):
        every = {ground.value for profile in PROFILES.values() for ground in profile.grounds}

        assert every == {"over_time_limit", "court_claim", "considered_before", "not_our_function"}

    def test_who_is_complained_of_can_neither_propose_nor_agree(self):
        life = received()
        life.happen(deed(), complaints.mark_concerned(life.complaint, (1, 3)))

        assert gaps(life, DRAFT) == [Why.CONCERNED_IN_COMPLAINT]
        propose(life, by="staff:2")
        assert why(lambda: agree(life, by="staff:3")) is Why.CONCERNED_IN_COMPLAINT

    def test_defined_points_are_refused_by_number(self):
        life = acknowledged(received())

        assert gaps(life, DRAFT) == [Why.NO_POINT_CHOSEN]
        assert gaps(life, replace(DRAFT, points=(7,))) == [Why.POINTS_CHANGED]

    def test_nothing_is_refused_once_it_is_answered_or_stopped(self):
        life = received()
        life.happen(deed(), withdrawals.withdraw(life.complaint, 1, own_choice=True, deed=deed(), write=life.write))

        assert gaps(life, DRAFT) == [Why.NOTHING_TO_REFUSE]


class TestDeciding:
    def test_who_proposed_it_can_neither_agree_nor_give_it_back(self):
        life = received()
        propose(life)

        assert why(lambda: agree(life, by="staff:1")) is Why.REFUSAL_NEEDS_SECOND_PERSON
        back = lambda by, words: refusals.give_back(life.complaint, 1, words, deed=deed(by=by), write=life.write)
        assert why(lambda: back("staff:1", "No")) is Why.REFUSAL_NEEDS_SECOND_PERSON
        assert why(lambda: back("staff:2", " ")) is Why.RETURNED_WITHOUT_WORDS
        life.happen(deed(), back("staff:2", "Ask when they knew."))
        assert life.complaint.refusals[0].standing is RefusalStanding.RETURNED
        assert open_now(life) == {DutyKind.ACKNOWLEDGE}
        assert why(lambda: agree(life)) is Why.REFUSAL_NOT_WAITING

    def test_nobody_agrees_and_says_what_must_change(self):
        life = received()
        propose(life)
        agreed = lambda words: refusals.approve(life.complaint, 1, deed=deed(by="staff:2"), words=words)

        assert why(lambda: agreed("Ask when they knew.")) is Why.AGREED_WITH_WORDS
        assert agreed(" ").whole

    def test_the_clock_runs_until_the_letter_has_gone(self):
        life = received()
        propose(life)
        number = agree(life)

        assert open_now(life) == {DutyKind.ACKNOWLEDGE, DutyKind.POST_LETTER}
        life.send(number, deed(WEDNESDAY))

        assert open_now(life) == set()
        assert (life.complaint.ended, life.complaint.ended_on) == (Ended.REFUSED, WEDNESDAY)
        assert phase(life.complaint) is Phase.REFUSED
        assert headline(life.complaint, NEXT_MONDAY).news is News.NOT_ACCEPTED
        assert signpost(life.complaint, life.terms.profile, NEXT_MONDAY).help is Help.WE_REFUSED

    def test_a_letter_that_comes_back_reopens_every_duty(self):
        life = refused()
        life.happen(
            deed(NEXT_MONDAY),
            letters.come_back(life.complaint, 1, Failed.RETURNED, Way.LETTER, terms=life.terms, deed=deed(NEXT_MONDAY)),
        )

        assert life.complaint.ended is None
        assert open_now(life) == {DutyKind.ACKNOWLEDGE, DutyKind.POST_LETTER}
        assert life.complaint.current.acknowledge_by == ACKNOWLEDGE_BY

    def test_while_its_letter_is_on_its_way_nothing_else_is_decided(self):
        life = received()
        propose(life)
        agree(life)

        def stop():
            withdrawals.withdraw(life.complaint, 1, own_choice=True, deed=deed(), write=life.write)

        assert why(lambda: acknowledged(life)) is Why.REFUSAL_ON_ITS_WAY
        assert gaps(life, DRAFT) == [Why.REFUSAL_ON_ITS_WAY]
        assert why(stop) is Why.REFUSAL_ON_ITS_WAY
        assert why(lambda: ask_for_stage_2(life)) is Why.NOT_ACCEPTED

    def test_a_part_is_refused_and_the_rest_is_still_to_be_acknowledged(self):
        life = refused(PART)

        assert life.complaint.ended is None
        assert open_now(life) == {DutyKind.ACKNOWLEDGE}

    def test_refused_points_need_no_answer_and_the_others_do(self):
        life = acknowledged(received())
        propose(life, replace(DRAFT, points=(2,)))
        life.send(agree(life), deed(WEDNESDAY))
        draft = an_answer(life.complaint)

        issued = responses.issue(life.complaint, draft, terms=life.terms, deed=deed(WEDNESDAY), write=life.write)

        assert [found.point for found in issued.findings] == [1]

    def test_all_points_refused_one_by_one_is_not_accepting_the_complaint(self):
        life = acknowledged(received())
        for number in (1, 2):
            propose(life, replace(DRAFT, points=(number,)), by="staff:3")
        for number in (1, 2):
            life.send(agree(life, number), deed(WEDNESDAY))

        assert [each.whole for each in life.complaint.refusals] == [False, True]
        assert life.complaint.ended is Ended.REFUSED

    def test_points_that_have_new_words_are_not_refused_by_their_old_numbers(self):
        life = acknowledged(received())
        propose(life, replace(DRAFT, points=(2,)))
        life.happen(deed(TUESDAY), definitions.correct(life.complaint, a_definition(), life.write))

        assert why(lambda: agree(life)) is Why.POINTS_CHANGED

    def test_what_was_stopped_meanwhile_is_decided_no_more(self):
        life = received()
        propose(life)
        life.happen(
            deed(TUESDAY), withdrawals.withdraw(life.complaint, 1, own_choice=True, deed=deed(), write=life.write)
        )

        assert life.complaint.refusals[0].standing is RefusalStanding.LAPSED
        assert open_now(life) == set()


class TestStage2:
    def test_it_is_refused_on_the_same_grounds_until_it_is_acknowledged(self):
        life = at_stage_2()
        propose(life, replace(DRAFT, points=(1, 2)), WEDNESDAY)
        life.send(agree(life, on=WEDNESDAY), deed(WEDNESDAY))

        assert life.complaint.ended is Ended.REFUSED
        assert headline(life.complaint, NEXT_MONDAY).news is News.NOT_ESCALATED

    def test_once_it_is_acknowledged_it_is_answered(self):
        life = at_stage_2()
        doing = deed(WEDNESDAY, "staff:2")
        life.happen(
            doing,
            acknowledgements.acknowledge(
                life.complaint, a_definition(), 2, None, terms=life.terms, deed=doing, write=life.write
            ),
        )

        assert gaps(life, replace(DRAFT, points=(1,))) == [Why.NOTHING_TO_REFUSE]

    def test_a_refused_complaint_has_no_stage_2(self):
        assert why(lambda: ask_for_stage_2(refused())) is Why.NOT_ACCEPTED
