"""Whatever is allowed, in whatever order: no complaint reaches a state that the Code forbids."""

from __future__ import annotations

import hypothesis.strategies as st
from hypothesis import settings
from hypothesis.stateful import initialize, invariant

from app.domain import history
from app.domain.case import answer_checks, more_time
from app.domain.case.answer_checks import AnswerApproved
from app.domain.case.check_states import CheckStanding, CheckState
from app.domain.case.kinds import Kind
from app.domain.case.more_time import MoreTimeTaken
from app.domain.case.not_accepted import RefusalStanding
from app.domain.case.responses import ResponseIssued
from app.domain.case.vocabulary import Ended
from app.domain.clock import duties
from app.domain.clock.duty_kinds import OF_A_HAZARD, DutyKind
from app.domain.clock.hazard_laws import Severity
from app.domain.clock.hazards import HazardAssessed
from app.domain.clock.profiles import Finding
from app.domain.mail.letters import ANSWERS
from app.domain.mail.notices import Notice
from app.domain.promises import endings
from app.domain.promises.ledger import Ending, Verdict
from app.domain.promises.offer_states import OfferStanding
from app.domain.record import Recorded, facts, kind_of, read
from tests.domain.case.belonging_lives import BelongsToOthers
from tests.domain.case.checked_lives import ACheckedAnswer
from tests.domain.case.grouped_lives import OneOfMany
from tests.domain.case.hazard_lives import ADanger
from tests.domain.case.histories import MONDAY, Life, logged
from tests.domain.case.kind_lives import ASortedCase
from tests.domain.case.lives_in_touch import InTouch
from tests.domain.case.peopled_lives import AComplaintOfPeople
from tests.domain.case.refused_lives import ARefusedComplaint
from tests.domain.case.restricted_lives import ARestrictedComplaint
from tests.domain.case.surveyed_lives import ASurveyedComplaint
from tests.domain.figures.counted_lives import ACountedCase
from tests.domain.promises.drafted_lives import AComplaintBeforeItsAnswer
from tests.domain.promises.lives import AComplaintWithPromises
from tests.domain.promises.money_lives import AComplaintWithMoney
from tests.domain.promises.offered import LIMIT


class WhatMustHold(
    ADanger,
    InTouch,
    ARefusedComplaint,
    ACheckedAnswer,
    ARestrictedComplaint,
    BelongsToOthers,
    OneOfMany,
    AComplaintOfPeople,
    ASurveyedComplaint,
    AComplaintBeforeItsAnswer,
    AComplaintWithPromises,
    AComplaintWithMoney,
    ASortedCase,
    ACountedCase,
):
    """The Code, looked at after every step."""

    @invariant()
    def nobody_decides_twice(self) -> None:
        one, two = self.life.complaint.stage_1, self.life.complaint.stage_2
        if one is not None and two is not None:
            assert not one.worked_on_by & two.worked_on_by, "6.13"
        signed = {each.event.signed_by for each in self.life.history if isinstance(each.event, ResponseIssued)}
        assert not signed & self.life.complaint.concerned, "5.8"

    @invariant()
    def a_written_duty_stays_until_its_letter_has_gone(self) -> None:
        complaint = self.life.complaint
        stage = complaint.current
        if stage is None or complaint.ended is not None:
            return
        open_now = {duty.kind for duty in duties.of(complaint) if duty.stage is stage.stage}
        if stage.answer_sent_on is None:
            assert open_now & {DutyKind.ACKNOWLEDGE, DutyKind.RESPOND}, "6.2, 6.3, ruling 8"
        if stage.acknowledge_by is not None and stage.acknowledgement_sent_on is None and stage.answer_sent_on is None:
            assert DutyKind.ACKNOWLEDGE in open_now, "6.2, 6.11"

    @invariant()
    def every_point_that_goes_on_is_answered(self) -> None:
        for each in self.life.history:
            if isinstance(each.event, ResponseIssued):
                assert each.event.findings, "6.7"
                assert all(found.reasons for found in each.event.findings), "6.9"

    @invariant()
    def a_promised_date_is_never_later_than_the_limit(self) -> None:
        for stage in (self.life.complaint.stage_1, self.life.complaint.stage_2):
            if stage is not None:
                assert stage.respond_by <= stage.limit, "6.3, 6.14"

    @invariant()
    def a_hazard_that_is_not_safe_is_somebodys_duty(self) -> None:
        complaint = self.life.complaint
        open_now = {duty.number for duty in duties.of(complaint) if duty.kind in OF_A_HAZARD.values()}
        for hazard in complaint.hazards:
            if hazard.is_one and hazard.law and hazard.safe_on is None and hazard.after.safe_by is not None:
                assert hazard.number in open_now, "SI 2025/1042, whatever became of the complaint"
            if hazard.severity is not Severity.NEITHER and hazard.investigated_on is None:
                assert hazard.number in open_now, "SI 2025/1042"

    @invariant()
    def nothing_is_refused_by_one_person_without_reasons_and_a_letter(self) -> None:
        complaint = self.life.complaint
        for each in complaint.refusals:
            assert self.life.words[each.proposal.reasons.number].strip(), "2.4"
            assert self.life.words[each.proposal.evidence.number].strip(), "2.1"
            if each.in_force:
                assert each.decided_by not in (None, each.proposal.by), "2.1"
                assert complaint.letter(each.letter).notice is Notice.REFUSED, "2.4"
        if complaint.ended is Ended.REFUSED:
            whole = [each for each in complaint.refusals if each.whole and each.standing is RefusalStanding.STANDS]
            assert whole, "2.4"
            assert all(complaint.letter(each.letter).sent_on for each in whole), "ruling 17"

    @invariant()
    def nothing_that_was_overturned_vanishes(self) -> None:
        complaint, stage = self.life.complaint, self.life.complaint.current
        kinds = {duty.kind for duty in duties.of(complaint)}
        for task in complaint.tasks:
            if task.kind in (DutyKind.OMBUDSMAN_DATE, DutyKind.TAKE_ON_POINTS):
                assert task.kind in kinds, "ruling 17"
        if stage is not None and stage.never_after and stage.acknowledge_by and not stage.acknowledged_on:
            assert stage.acknowledge_by <= stage.never_after, "ruling 17"

    @invariant()
    def an_answer_that_is_checked_is_anothers_and_waits_by_its_own_date(self) -> None:
        complaint = self.life.complaint
        for each in complaint.answer_checks:
            if each.standing in (CheckStanding.APPROVED, CheckStanding.RETURNED):
                assert each.decided_by not in (None, each.by), "ruling 14"
                stage = complaint.at_stage(each.stage)
                assert stage is not None
                assert {each.by, each.decided_by} <= stage.worked_on_by, "ruling 14"
        check, stage = answer_checks.waiting(complaint), complaint.current
        waits = [(duty.number, duty.due_on) for duty in duties.of(complaint) if duty.kind is DutyKind.CHECK_ANSWER]
        assert waits == ([(check.number, stage.respond_by)] if check and stage else []), "6.3, 6.14"

    @invariant()
    def an_open_promise_stays_somebodys_duty_by_a_date_that_only_a_person_moved(self) -> None:
        complaint = self.life.complaint
        kept = {(duty.number, duty.due_on) for duty in duties.of(complaint) if duty.kind is DutyKind.KEEP_PROMISE}
        assert kept == {(promise.number, promise.due_on) for promise in complaint.promises if promise.open}, "7.3"
        for promise in complaint.promises:
            assert promise.due_on == ([move.new for move in promise.moves] or [promise.first_due_on])[-1], "ruling 23"

    @invariant()
    def a_disputed_promise_is_open_and_a_kept_one_has_proof_or_the_residents_word(self) -> None:
        for promise in self.life.complaint.promises:
            if promise.disputed:
                assert promise.open, "7.3"
                assert promise.times_not_done > 0, "7.3"
            if promise.kept_on is not None:
                assert promise.proof is not None or promise.verdict is Verdict.KEPT, "7.3"
            if promise.ending is Ending.NO_ACCESS:
                assert endings.enough_tries(promise), "ruling 23"

    @invariant()
    def each_point_we_agree_with_is_put_right_by_something_that_the_answer_gives(self) -> None:
        complaint = self.life.complaint
        for stage in complaint.stages:
            given = [each for each in complaint.remedies.given if each.stage is stage.stage][-1:]
            put_right = {each.point: set(each.kinds) for each in given[0].points} if given else {}
            assert all(kinds <= set(given[0].kinds) for kinds in put_right.values()), "7.1"
            agreed = {each.point for each in stage.findings if each.finding is not Finding.NOT_UPHELD}
            assert agreed <= put_right.keys(), "7.1"

    @invariant()
    def money_is_offered_within_a_limit_or_by_two_and_is_owed_until_it_is_paid(self) -> None:
        complaint = self.life.complaint
        owed = {(duty.number, duty.due_on) for duty in duties.of(complaint) if duty.kind is DutyKind.PAY_OFFER}
        accepted = [each for each in complaint.remedies.offers if each.standing is OfferStanding.ACCEPTED]
        assert owed == {(each.number, each.pay_by) for each in accepted}, "7.3"
        for each in complaint.remedies.offers:
            if each.issued and each.total > LIMIT:
                assert each.decided_by not in (None, each.by), "4.2"
            if each.issued:
                assert complaint.letter(each.letter).notice in (Notice.OFFER, *ANSWERS), "7.1"
                assert each.standing not in (OfferStanding.RETURNED, OfferStanding.TAKEN_BACK), "7.3"
            if each.standing is OfferStanding.PAID:
                assert each.proof is not None or each.file, "7.3"
            raised = complaint.remedies.offer(each.raises)
            if raised is not None:
                assert each.total > raised.total, "7.1"

    @invariant()
    def nothing_is_left_to_do_in_a_closed_complaint(self) -> None:
        complaint = self.life.complaint
        if complaint.closure is not None:
            assert not any(promise.open for promise in complaint.promises), "6.6"
            offered = complaint.remedies.offers
            assert not any(each.pending or (each.pay_by and not each.paid_on) for each in offered), "6.6"
            assert complaint.current is not None, "6.6"
            assert complaint.current.answer_sent_on is not None, "6.6"
            assert not complaint.has_task(DutyKind.INSPECT_PROMISE), "ruling 23"

    def teardown(self) -> None:
        """What needs the whole history is looked at once, at the end."""
        self._the_record_reads_back_the_same()
        self._long_extensions_have_two_people()
        self._no_hazard_clock_starts_again()
        self._what_was_agreed_to_is_what_went()

    def _the_record_reads_back_the_same(self) -> None:
        again = [
            Recorded(each.position, read(history.KINDS[kind_of(type(each.event))], facts(each.event)), each.by, each.at)
            for each in self.life.history
        ]
        assert history.fold(again) == self.life.complaint

    def _long_extensions_have_two_people(self) -> None:
        life = Life(self.life.terms)
        for each in self.life.history:
            event = each.event
            if isinstance(event, MoreTimeTaken):
                stage = life.complaint.at_stage(event.proposal.stage)
                assert stage is not None
                most = more_time.latest(stage, life.terms)
                if most is not None and event.proposal.new_date > most:
                    assert event.approved_by not in (None, event.proposal.by), "6.4, 6.15, ruling 11"
                assert each.at.date() <= event.old_date, "told before the old date passed (6.4)"
            life.complaint = history.apply(life.complaint, each)

    def _what_was_agreed_to_is_what_went(self) -> None:
        words, checks = self.life.words, {each.number: each for each in self.life.complaint.answer_checks}
        agreed: CheckState | None = None
        for each in self.life.history:
            event = each.event
            if agreed is not None:
                assert isinstance(event, ResponseIssued), "ruling 14"
                draft = answer_checks.draft_of(words[agreed.answer.number])
                assert (event.signed_by, words[event.decision.number]) == (agreed.by, draft.decision), "ruling 14"
                went = {found.point: words[found.reasons.number] for found in event.findings}
                assert went == {found.point: found.reasons for found in draft.findings}, "ruling 14"
            agreed = checks[event.number] if isinstance(event, AnswerApproved) else None

    def _no_hazard_clock_starts_again(self) -> None:
        life = Life(self.life.terms)
        for each in self.life.history:
            before = {hazard.number: hazard for hazard in life.complaint.hazards}
            life.complaint = history.apply(life.complaint, each)
            for hazard in life.complaint.hazards:
                was = before.get(hazard.number)
                if was is None:
                    continue
                assert hazard.known.instant <= was.known.instant, "ruling 22"
                if hazard.severity is was.severity and hazard.law == was.law:
                    assert hazard.dates.investigate_by <= was.dates.investigate_by, "ruling 22"
                if was.assessed and was.severity.worse_than(hazard.severity):
                    assert isinstance(each.event, HazardAssessed), "ruling 22"
                    assert each.event.approved_by not in (None, each.event.assessment.by), "ruling 22"


class WhatIsNoComplaint(WhatMustHold):
    """The same, tried on a request, the letter of an MP, or a complaint about data: none of it makes it a complaint."""

    @initialize(kind=st.sampled_from([Kind.REQUEST, Kind.ENQUIRY, Kind.DATA_PROTECTION]))
    def comes_in(self, kind: Kind) -> None:
        self.today = MONDAY
        self.life = logged(kind, self.today)


TestAComplaint = WhatMustHold.TestCase
TestAComplaint.settings = settings(max_examples=150, stateful_step_count=25, deadline=None)
TestWhatIsNoComplaint = WhatIsNoComplaint.TestCase
TestWhatIsNoComplaint.settings = settings(max_examples=60, stateful_step_count=25, deadline=None)
