"""What can be tried with the people of a complaint: contact limited, a death, who speaks, a no; beside all else."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import hypothesis.strategies as st
from hypothesis.stateful import invariant, precondition, rule

from app.domain.case.readers import may_read_case
from app.domain.clock import duties
from app.domain.clock.duty_kinds import DutyKind
from app.domain.mail.addressees import addressee, nobody_to_write_to
from app.domain.mail.notices import Notice
from app.domain.people import (
    carrying_on,
    contact_limit_reviews,
    contact_limits,
    deaths,
    elsewhere,
    moves,
    parties,
    representatives,
)
from app.domain.people.contact_limits import in_force
from app.domain.people.contacts import OldWay
from app.domain.people.deaths import DeathDraft
from app.domain.people.limits import ContactLimitStanding
from app.domain.people.moves import StillWanted
from app.domain.people.parties import PartyJoined, PreferencesSet, RepresentativeKind, Role
from app.domain.people.preferences import Way
from tests.domain.case.histories import BY_LETTER, deed
from tests.domain.case.lives import STAFF, AComplaint
from tests.peopled import DRAFT

PARTIES = st.sampled_from([1, 1, 2, 7])


class AComplaintOfPeople(AComplaint):
    """A complaint whose people may be limited in contact, spoken for, told no to, and may die."""

    @rule(staff=STAFF, party=PARTIES, days=st.integers(0, 400), words=st.sampled_from(["Because", "Because", ""]))
    def propose_to_limit_contact(self, staff: int, party: int, days: int, words: str) -> None:
        life = self.life
        until = self.today + timedelta(days=days)
        draft = replace(DRAFT, party=party, reasons=words, open_way=Way.LETTER, until=until)
        self.happen(
            deed(self.today, f"staff:{staff}"),
            lambda by: [
                contact_limits.propose(life.complaint, draft, {Way.LETTER}, terms=life.terms, deed=by, write=life.write)
            ],
        )

    @precondition(lambda self: self.life.complaint.contact_limits)
    @rule(staff=STAFF, agrees=st.sampled_from([True, True, False]), goes=st.booleans())
    def decide_on_limiting_contact(self, staff: int, agrees: bool, goes: bool) -> None:
        life, by = self.life, deed(self.today, f"staff:{staff}")
        found = life.complaint.contact_limits[-1]
        if not agrees:
            self.happen(
                by, lambda by: [contact_limits.give_back(life.complaint, found.number, "No", deed=by, write=life.write)]
            )
        elif self.happen(by, lambda by: [contact_limits.approve(life.complaint, found.number, {Way.LETTER}, deed=by)]):
            letter = life.issue(by, Notice.RESTRICTED, None, to=found.party)
            if goes:
                life.send(letter, by)

    @precondition(lambda self: self.life.complaint.contact_limits)
    @rule(staff=STAFF, ends=st.booleans())
    def look_again_at_limited_contact(self, staff: int, ends: bool) -> None:
        life, found = self.life, self.life.complaint.contact_limits[-1]
        self.happen(
            deed(self.today, f"party:1.{found.party}"),
            lambda by: [
                contact_limit_reviews.ask_to_review(
                    life.complaint, found.party, found.number, "", terms=life.terms, deed=by, write=life.write
                )
            ],
        )
        decide = contact_limit_reviews.end if ends else contact_limit_reviews.uphold
        self.happen(
            deed(self.today, f"staff:{staff}"),
            lambda by: [decide(life.complaint, found.number, "We looked", deed=by, write=life.write)],
        )

    @precondition(lambda self: len(self.life.complaint.parties) == 1)
    @rule(kind=st.sampled_from(RepresentativeKind))
    def somebody_would_speak_for_them(self, kind: RepresentativeKind) -> None:
        authority = representatives.authority(kind)
        by = self.today if parties.needs_confirming(authority) else None
        joined = PartyJoined(2, Role.REPRESENTATIVE, True, authority, by)
        self.life.happen(deed(self.today), joined, PreferencesSet(2, BY_LETTER), representatives.known_as(2, kind))

    @rule(party=PARTIES, says=st.sampled_from(["yes", "no", "proof"]))
    def who_speaks_is_settled(self, party: int, says: str) -> None:
        life = self.life
        by = deed(self.today, "party:1.1" if says != "proof" else "staff:1")
        if says == "yes":
            self.happen(by, lambda by: [parties.confirm_authority(life.complaint, party, by)])
        elif says == "no":
            self.happen(by, lambda by: [representatives.stop(life.complaint, party, "", deed=by, write=life.write)])
        else:
            self.happen(
                by,
                lambda by: [
                    representatives.see_proof(life.complaint, party, self.today, "A paper", deed=by, write=life.write)
                ],
            )

    @rule(party=PARTIES, decides=st.integers(0, 3))
    def somebody_dies(self, party: int, decides: int) -> None:
        life, draft = self.life, DeathDraft("Her son", self.today, decides)
        self.happen(
            deed(self.today),
            lambda by: [
                deaths.record(life.complaint, party, draft, (1, 2, 3), terms=life.terms, deed=by, write=life.write)
            ],
        )

    @rule(party=PARTIES, heard=st.sampled_from(elsewhere.Heard), is_them=st.sampled_from([None, True, False]))
    def it_is_heard_in_another_case(self, party: int, heard: elsewhere.Heard, is_them: bool | None) -> None:
        life = self.life
        self.happen(
            deed(self.today),
            lambda by: [elsewhere.hear(life.complaint, party, heard, terms=life.terms, deed=by)],
        )
        if is_them:
            self.happen(deed(self.today), lambda by: [elsewhere.also_died(party, "7Q4K-2M9P", 1)])
        if is_them is False:
            self.happen(
                deed(self.today),
                lambda by: [elsewhere.dismiss(life.complaint, party, heard, "Another", write=life.write)],
            )

    @precondition(lambda self: any(each.died for each in self.life.complaint.parties))
    @rule(party=PARTIES, goes_on=st.booleans())
    def it_is_decided_how_it_goes_on(self, party: int, goes_on: bool) -> None:
        life, by = self.life, deed(self.today)
        if not goes_on:
            self.happen(by, lambda by: [carrying_on.stop(life.complaint, party, "Nobody", deed=by, write=life.write)])
            return
        done = self.happen(
            by,
            lambda by: carrying_on.carry_on(
                life.complaint, party, 2, "She does", terms=life.terms, deed=by, write=life.write
            ),
        )
        if done:
            for letter in carrying_on.unsent(life.complaint, party):
                life.happen(by, carrying_on.pass_on(letter, 2, Way.LETTER, terms=life.terms, deed=by))

    @precondition(lambda self: any(each.died for each in self.life.complaint.parties))
    @rule(party=PARTIES, one=STAFF, two=STAFF, alive=st.booleans())
    def it_may_have_been_a_mistake(self, party: int, one: int, two: int, alive: bool) -> None:
        life = self.life
        self.happen(
            deed(self.today, f"staff:{one}"),
            lambda by: [deaths.doubt(life.complaint, party, "Seen", terms=life.terms, deed=by, write=life.write)],
        )
        by = deed(self.today, f"staff:{two}")
        if alive:
            done = self.happen(by, lambda by: deaths.correct(life.complaint, party, terms=life.terms, deed=by))
            assert not done or one != two or life.complaint.party(party).death_doubted_by == 0, "ruling 7"
        else:
            self.happen(by, lambda by: [deaths.let_stand(life.complaint, party, "No", deed=by, write=life.write)])

    @rule(party=PARTIES, safe=st.sampled_from(OldWay))
    def somebody_moves(self, party: int, safe: OldWay) -> None:
        life = self.life
        self.happen(
            deed(self.today),
            lambda by: [moves.record(life.complaint, party, self.today, safe, terms=life.terms, deed=by)],
        )

    @precondition(lambda self: self.life.complaint.promises)
    @rule(number=st.integers(1, 3), answer=st.sampled_from(StillWanted), by=st.integers(0, 3))
    def a_promise_is_asked_about_after_it(self, number: int, answer: StillWanted, by: int) -> None:
        life = self.life
        self.happen(
            deed(self.today),
            lambda doing: moves.ask(life.complaint, number, answer, by, "Said so", deed=doing, write=life.write),
        )

    @invariant()
    def nothing_goes_to_somebody_to_whom_nothing_may_go(self) -> None:
        complaint = self.life.complaint
        silent = {each.number for each in complaint.parties if each.silent}
        waits = {letter.number for letter in complaint.letters if letter.party in silent and letter.sent_on is None}
        told = {DutyKind.POST_LETTER, DutyKind.TELL_BY_PHONE, DutyKind.TELL_BY_TEXT, DutyKind.FIND_SAFE_WAY}
        assert not [each for each in duties.of(complaint) if each.kind in told and each.number in waits], "ruling 7"
        assert addressee(complaint) not in silent or nobody_to_write_to(complaint), "ruling 7"
        assert not any(may_read_case(each) for each in complaint.parties if each.silent), "ruling 6"

    @invariant()
    def contact_is_limited_only_by_two_people_for_a_year_at_most_and_never_unsaid(self) -> None:
        complaint = self.life.complaint
        for each in in_force(complaint, self.today):
            assert each.standing is ContactLimitStanding.AGREED
            assert each.decided_by not in (None, each.proposal.by), "5.14"
            assert complaint.letter(each.letter).sent_on is not None, "ruling 21"
            assert not complaint.party(each.party).silent
            assert complaint.has_task(DutyKind.REVIEW_RESTRICTION, each.number), "5.14"
