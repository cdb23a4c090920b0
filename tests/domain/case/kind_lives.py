"""Everything that can be tried with what a case is: sorting it, asking how they feel, ending it, letters of MPs."""

from __future__ import annotations

from datetime import timedelta

import hypothesis.strategies as st
from hypothesis.stateful import invariant, rule

from app.domain.case import enquiries, feelings, read_backs, requests, triage, visits
from app.domain.case.feelings import FeelingDraft
from app.domain.case.kinds import Concern, Feeling, Kind, Outcome
from app.domain.case.read_backs import ReadBackDraft, ReadHow, Right
from app.domain.case.requests import CaseLogged, EndingDraft
from app.domain.case.responses import ResponseIssued
from app.domain.case.triage import TriageDraft
from app.domain.case.visits import VisitDraft, VisitOutcome
from app.domain.clock import duties
from app.domain.clock.duty_kinds import OF_A_KIND, DutyKind
from app.domain.people import enquirers
from app.domain.people.parties import Share
from tests.domain.case.histories import deed
from tests.domain.case.lives import AComplaint

OF_THE_CODE = {DutyKind.ACKNOWLEDGE, DutyKind.RESPOND, DutyKind.DECIDE_STAGE_2, DutyKind.UPDATE}


class ASortedCase(AComplaint):
    """A case that staff sort, and whose people say how they feel about it."""

    @rule(kind=st.sampled_from(Kind), concern=st.sampled_from(Concern), days=st.sampled_from([None, -3, 8]))
    def sort(self, kind: Kind, concern: Concern, days: int | None) -> None:
        life, by = self.life, deed(self.today)
        due_by = None if days is None else self.today + timedelta(days=days)
        draft = TriageDraft(kind, "repairs", (concern,), due_by)
        before = [(each.acknowledge_by, each.respond_by, each.limit) for each in life.complaint.stages]
        self.happen(by, lambda by: [triage.triage(life.complaint, draft, 10, terms=life.terms, deed=by)])
        after = [(each.acknowledge_by, each.respond_by, each.limit) for each in self.life.complaint.stages]
        assert after == before, "6.1: triage stops no clock"

    @rule(feeling=st.sampled_from(Feeling), days_ago=st.sampled_from([0, 0, 3]))
    def say_how_they_feel(self, feeling: Feeling, days_ago: int) -> None:
        life, draft = self.life, FeelingDraft(feeling, self.today - timedelta(days=days_ago), "Fed up")
        done = self.happen(
            deed(self.today), lambda by: [feelings.tell(life.complaint, draft, deed=by, write=life.write)]
        )
        assert not (done and life.complaint.intake.is_complaint), "1.3"

    @rule(outcome=st.sampled_from(Outcome), words=st.sampled_from(["", "We saw it shut"]))
    def write_how_it_ended(self, outcome: Outcome, words: str) -> None:
        life, draft = self.life, EndingDraft(outcome, self.today, words)
        self.happen(deed(self.today), lambda by: [requests.end(life.complaint, draft, deed=by, write=life.write)])

    @rule(words=st.sampled_from(["", "My constituent waits"]))
    def an_mp_writes(self, words: str) -> None:
        life = self.life
        self.happen(
            deed(self.today),
            lambda by: [
                enquiries.join(life.complaint, words, self.today, 10, terms=life.terms, deed=by, write=life.write)
            ],
        )

    @rule(share=st.sampled_from(Share), party=st.integers(1, 3))
    def the_resident_says_what_the_mp_may_be_told(self, share: Share, party: int) -> None:
        life = self.life
        self.happen(
            deed(self.today), lambda by: [enquirers.agree(life.complaint, party, share, "Alone", write=life.write)]
        )

    @rule(number=st.integers(1, 3))
    def answer_the_mp(self, number: int) -> None:
        life = self.life
        self.happen(
            deed(self.today),
            lambda by: [enquiries.answer(life.complaint, number, self.today, "Sent", deed=by, write=life.write)],
        )

    @rule(complaints=st.integers(1, 4))
    def complain_often(self, complaints: int) -> None:
        life = self.life
        self.happen(deed(self.today), lambda by: [visits.want(life.complaint, complaints, terms=life.terms, deed=by)])

    @rule(outcome=st.sampled_from(VisitOutcome))
    def visit(self, outcome: VisitOutcome) -> None:
        life, draft = self.life, VisitDraft(outcome, self.today, "A grab rail")
        self.happen(deed(self.today), lambda by: [visits.make(life.complaint, draft, deed=by, write=life.write)])

    @rule(files=st.integers(1, 3))
    def turn_out_to_be_told_in_files(self, files: int) -> None:
        self.happen(deed(self.today), lambda _: [read_backs.tell(self.life.complaint, files)])

    @rule(how=st.sampled_from(ReadHow), right=st.sampled_from([*Right, None]), words=st.sampled_from(["", "In May"]))
    def read_the_points_back(self, how: ReadHow, right: Right | None, words: str) -> None:
        life, draft = self.life, ReadBackDraft(how, self.today, right, words)
        self.happen(
            deed(self.today),
            lambda by: [read_backs.read_back(life.complaint, draft, terms=life.terms, deed=by, write=life.write)],
        )

    @invariant()
    def nothing_is_answered_before_its_points_were_read_back(self) -> None:
        last = self.life.history[-1].event
        assert not (isinstance(last, ResponseIssued) and self.life.complaint.has_task(DutyKind.READ_BACK)), "ruling 28"

    @invariant()
    def a_complaint_stays_one_and_nothing_else_has_the_codes_duties(self) -> None:
        complaint = self.life.complaint
        began_as_one = not isinstance(self.life.history[0].event, CaseLogged)
        open_now = {duty.kind for duty in duties.of(complaint) if not duty.number}
        assert complaint.intake.is_complaint == began_as_one, "1.4"
        if began_as_one:
            assert not open_now & set(OF_A_KIND.values()), "1.4"
        else:
            assert not open_now & OF_THE_CODE, "1.4"
            assert not complaint.stages, "1.4"
            assert (OF_A_KIND[complaint.intake.kind] in open_now) == (complaint.intake.ended_on is None), "1.5"

    @invariant()
    def the_letter_of_an_mp_waits_until_it_is_answered(self) -> None:
        complaint = self.life.complaint
        due = {each.number for each in duties.of(complaint) if each.kind is DutyKind.ANSWER_ENQUIRY and each.number}
        assert due == {each.number for each in complaint.intake.enquiries if each.answered_on is None}, "ruling 6"
