"""Everything that can be tried between us and the people of a complaint: messages, contacts, being rung back."""

from __future__ import annotations

from datetime import timedelta

import hypothesis.strategies as st
from hypothesis.stateful import invariant, precondition, rule

from app.domain.case import contact_log, contributions, evidence, messages
from app.domain.case.contact_log import ContactDraft
from app.domain.case.contributions import ContributionReminded
from app.domain.case.evidence import MOST_FILES, Offered
from app.domain.case.files import OURS, FileKind, Unusable, unseen
from app.domain.case.flags import Flag, flags
from app.domain.case.messages import MessageWritten
from app.domain.case.talks import TRIES, ContactHow, ContactOutcome
from app.domain.case.threads import of_party
from app.domain.clock import duties
from app.domain.clock.duty_kinds import DutyKind
from app.domain.mail import letters
from app.domain.mail.notices import Notice
from app.domain.people.preferences import Way
from tests.domain.case.histories import deed
from tests.domain.case.lives import AComplaint


class InTouch(AComplaint):
    """A complaint whose resident and staff also write to each other, and talk."""

    @rule(words=st.sampled_from(["", "When does he come?"]), within=st.sampled_from([1, 5]))
    def write_to_us(self, words: str, within: int) -> None:
        life = self.life
        done = self.happen(
            deed(self.today, "party:1.1"),
            lambda by: [
                messages.receive(life.complaint, 1, words, within, terms=life.terms, deed=by, write=life.write)
            ],
        )
        assert bool(done) == bool(words), "a message is never refused to who wrote one (R21)"

    @rule(asks=st.booleans())
    def write_to_them(self, asks: bool) -> None:
        life, by = self.life, deed(self.today)
        done = self.happen(by, lambda _: [messages.send(life.complaint, 1, "On Friday.", asks=asks, write=life.write)])
        for event in done:
            assert isinstance(event, MessageWritten)
            issued = letters.issue(
                life.complaint, Notice.MESSAGE, None, 1, {Way.LETTER}, "0" * 64, terms=life.terms, deed=by
            )
            assert issued.letter == event.letter
            life.happen(by, issued)

    @precondition(lambda self: self.life.complaint.messages)
    @rule(back=st.integers(0, 2), reason=st.sampled_from(["", "A thank you"]))
    def needs_no_answer(self, back: int, reason: str) -> None:
        life = self.life
        number = len(life.complaint.messages) - back
        self.happen(deed(self.today), lambda _: [messages.settle(life.complaint, number, reason, life.write)])

    @rule()
    def read_ours(self) -> None:
        self.happen(deed(self.today, "party:1.1"), lambda _: [messages.read(self.life.complaint, 1)])

    @rule(number=st.sampled_from(["", "0161 496 0000"]))
    def ask_to_be_rung(self, number: str) -> None:
        life = self.life
        self.happen(
            deed(self.today, "party:1.1"),
            lambda by: [
                contact_log.ask_call_back(life.complaint, 1, number, terms=life.terms, deed=by, write=life.write)
            ],
        )

    @rule(how=st.sampled_from(ContactHow), outcome=st.sampled_from(ContactOutcome), about=st.booleans())
    def reach_them(self, how: ContactHow, outcome: ContactOutcome, about: bool) -> None:
        life = self.life
        draft = ContactDraft(1, how, outcome, self.today, "They said so", about)
        self.happen(deed(self.today), lambda by: [contact_log.log(life.complaint, draft, deed=by, write=life.write)])

    @rule()
    def no_thank_you(self) -> None:
        self.happen(deed(self.today, "party:1.1"), lambda _: [contact_log.decline(self.life.complaint, 1)])

    @rule(staff=st.integers(1, 3))
    def ask_a_colleague(self, staff: int) -> None:
        life, day = self.life, self.today + timedelta(days=3)
        self.happen(
            deed(self.today),
            lambda by: [contributions.ask(life.complaint, staff, day, "Which day?", deed=by, write=life.write)],
        )

    @precondition(lambda self: self.life.complaint.contributions)
    @rule()
    def a_colleague_answers(self) -> None:
        life = self.life
        number = len(life.complaint.contributions)
        self.happen(deed(self.today), lambda _: [contributions.give(life.complaint, number, "Friday", life.write)])

    @rule()
    def the_night_reminds(self) -> None:
        life = self.life
        done = self.happen(
            deed(self.today, "clock"), lambda by: contributions.remind(life.complaint, terms=life.terms, deed=by)
        )
        due = {duty.number for duty in duties.of(life.complaint) if duty.kind is DutyKind.CONTRIBUTE}
        assert {event.contribution for event in done if isinstance(event, ContributionReminded)} <= due
        assert not contributions.remind(life.complaint, terms=life.terms, deed=deed(self.today, "clock")), "not twice"

    @rule(party=st.sampled_from([0, 1, 7]), by=st.sampled_from(["staff:1", "party:1.1"]))
    def send_a_file(self, party: int, by: str) -> None:
        life = self.life
        offered = Offered(FileKind.JPEG, 2_000, "0" * 64, "the damp wall")
        self.happen(deed(self.today, by), lambda _: [evidence.add(life.complaint, party, offered, write=life.write)])

    @rule(number=st.integers(1, 4), why=st.sampled_from(Unusable))
    def a_file_is_no_good(self, number: int, why: Unusable) -> None:
        self.happen(deed(self.today, "clock"), lambda _: [evidence.set_aside(self.life.complaint, number, why)])

    @rule()
    def look_at_the_files(self) -> None:
        self.happen(deed(self.today), lambda _: [evidence.look_at(self.life.complaint)])

    @rule(party=st.integers(1, 2), number=st.integers(1, 3))
    def take_a_file_out_again(self, party: int, number: int) -> None:
        looked_at = {each.number for each in self.life.complaint.files if each.looked_at}
        by = deed(self.today, f"party:1.{party}")
        done = self.happen(by, lambda _: [evidence.take_back(self.life.complaint, party, number)])
        assert not (done and number in looked_at), "5.12"

    @invariant()
    def no_file_is_lost_and_none_too_many(self) -> None:
        complaint = self.life.complaint
        assert [each.number for each in complaint.files] == [*range(1, len(complaint.files) + 1)]
        assert all(len(evidence.in_use(complaint, party)) <= MOST_FILES for party in (OURS, 1)), "R13"
        assert (Flag.FILE in flags(complaint)) == bool(unseen(complaint.files))

    @invariant()
    def nobody_is_waited_for_once_the_answer_is_written(self) -> None:
        complaint = self.life.complaint
        asked = {duty.stage for duty in duties.of(complaint) if duty.kind is DutyKind.CONTRIBUTE}
        answered = {stage.stage for stage in complaint.stages if stage.answered_on is not None}
        assert not asked & answered

    @invariant()
    def a_message_waits_until_it_is_answered_or_settled(self) -> None:
        complaint = self.life.complaint
        due = {duty.number: duty.due_on for duty in duties.of(complaint) if duty.kind is DutyKind.ANSWER_MESSAGE}
        waiting = {each.number: each.reply_by for each in of_party(complaint.messages, 1) if each.waits}
        assert due == waiting, "R21"

    @invariant()
    def who_wants_to_be_rung_is_rung_or_was_tried_three_times(self) -> None:
        complaint = self.life.complaint
        due = {duty.number for duty in duties.of(complaint) if duty.kind is DutyKind.RING_BACK}
        silent = {each.number for each in complaint.parties if each.silent}
        asked = [each for each in complaint.contact_log.call_backs if each.party not in silent]
        assert due == {each.number for each in asked if not each.done}
        assert all(each.done for each in complaint.contact_log.call_backs if each.tries >= TRIES), "ruling 25"
