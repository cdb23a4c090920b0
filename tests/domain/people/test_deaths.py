"""Somebody has died: nothing goes to them, one named person decides, and a mistake is put right by two (ruling 7)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from app.domain.case import messages, withdrawals
from app.domain.case.headlines import News, headline
from app.domain.case.phases import Phase, phase
from app.domain.case.readers import may_read_case
from app.domain.case.vocabulary import Ended
from app.domain.case.waiting import Ask, waiting
from app.domain.clock import duties
from app.domain.clock.duty_kinds import DutyKind
from app.domain.mail.addressees import addressee, nobody_to_write_to
from app.domain.mail.letters import LetterIssued
from app.domain.mail.notices import Notice
from app.domain.mail.routing import Outcome, route_letter
from app.domain.people import carrying_on, contact_limits, deaths, renewals, representatives
from app.domain.people.deaths import DeathDraft
from app.domain.people.parties import Authority, PartyJoined, PreferencesSet, Role
from app.domain.people.preferences import Way
from app.domain.people.whys import PeopleWhy
from app.domain.refused import Why
from tests.domain.case.histories import BY_LETTER, MONDAY, Life, deed, received
from tests.domain.people.test_contact_limits import in_force_since_tuesday, why
from tests.peopled import DRAFT as LIMITED

HEARD = DeathDraft("Her son, by phone.", MONDAY, 2)
STAFF = (1, 2, 3)
TUESDAY = MONDAY + timedelta(days=1)


def die(life: Life, party: int = 1, draft: DeathDraft = HEARD) -> None:
    doing = deed()
    life.happen(
        doing, deaths.record(life.complaint, party, draft, STAFF, terms=life.terms, deed=doing, write=life.write)
    )


def daughter(life: Life) -> Life:
    joined = PartyJoined(2, Role.REPRESENTATIVE, True, Authority.THEY_HAVE_DIED, date(2026, 11, 30))
    life.happen(deed(), joined, PreferencesSet(2, BY_LETTER))
    return life


def carry_on(life: Life, by: int = 2, words: str = "She asked us to go on") -> None:
    doing = deed(TUESDAY)
    events = carrying_on.carry_on(life.complaint, 1, by, words, terms=life.terms, deed=doing, write=life.write)
    life.happen(doing, *events)


def kinds(life: Life) -> set[DutyKind]:
    return {duty.kind for duty in duties.of(life.complaint)}


@pytest.mark.parametrize(
    ("draft", "found"),
    [
        (replace(HEARD, told_by=" "), PeopleWhy.NOBODY_TOLD_US),
        (replace(HEARD, told_on=None), PeopleWhy.NO_DAY_HEARD),
        (replace(HEARD, told_on=TUESDAY), Why.DATE_IN_THE_FUTURE),
        (replace(HEARD, decides=None), PeopleWhy.NOBODY_DECIDES),
        (replace(HEARD, decides=9), PeopleWhy.NOBODY_DECIDES),
    ],
)
def test_each_gap_is_named(draft, found):
    assert why(lambda: die(received(), draft=draft)) == [found]


def test_the_person_named_decides_whoever_has_the_case():
    life = received()
    die(life)

    [duty] = [each for each in duties.of(life.complaint) if each.kind is DutyKind.GO_ON_AFTER_DEATH]
    assert (duty.staff, duty.number) == (2, 1)
    assert why(lambda: die(life)) == [PeopleWhy.PARTY_HAS_DIED]


def test_a_letter_that_had_not_gone_goes_nowhere_and_is_nobodys_duty():
    life = received()
    life.issue(deed(), Notice.RECEIPT, None)
    assert DutyKind.POST_LETTER in kinds(life)
    die(life)
    life.issue(deed(), Notice.LATE, None)

    assert [letter.way for letter in life.complaint.letters] == [None, None]
    assert not kinds(life) & {DutyKind.POST_LETTER, DutyKind.FIND_SAFE_WAY}
    assert nobody_to_write_to(life.complaint)


def test_the_worker_asked_once_more_right_before_it_sends_hears_that_nothing_is_needed():
    life = received()
    number = life.issue(deed(), Notice.RECEIPT, None)
    letter = replace(life.complaint.letter(number), way=Way.EMAIL)
    die(life)

    assert route_letter(letter, life.complaint.party(1), {Way.EMAIL}) is Outcome.NOT_NEEDED


def test_nothing_is_written_rung_or_made_for_them():
    life = in_force_since_tuesday()
    die(life)

    assert not may_read_case(life.complaint.party(1))
    assert not renewals.may_renew(life.complaint, life.complaint.party(1))
    refused = [
        lambda: messages.send(life.complaint, 1, "Hello", write=life.write),
        lambda: renewals.renew(life.complaint, 1, "Asked", life.write),
        lambda: contact_limits.propose(
            life.complaint, LIMITED, (), terms=life.terms, deed=deed(TUESDAY), write=life.write
        ),
    ]
    assert [why(act) for act in refused] == [[PeopleWhy.PARTY_HAS_DIED]] * 3
    assert DutyKind.REVIEW_RESTRICTION not in kinds(life)


def test_family_carries_on_and_letters_go_to_them():
    life = daughter(received())
    receipt = life.issue(deed(), Notice.RECEIPT, None)
    message = life.issue(deed(), Notice.MESSAGE, None)
    die(life)
    assert addressee(life.complaint) == 1
    assert carrying_on.unsent(life.complaint, 1) == (receipt,)
    carry_on(life)
    life.happen(deed(TUESDAY), carrying_on.pass_on(receipt, 2, Way.LETTER, terms=life.terms, deed=deed(TUESDAY)))

    assert addressee(life.complaint) == 2
    assert not nobody_to_write_to(life.complaint)
    assert may_read_case(life.complaint.party(2))
    assert life.complaint.letter(receipt).party == 2
    assert life.complaint.letter(message).party == 1, "what was between us and the dead stays so"
    assert DutyKind.POST_LETTER in kinds(life)
    assert not kinds(life) & {DutyKind.GO_ON_AFTER_DEATH, DutyKind.CONFIRM_AUTHORITY}


def test_only_somebody_alive_whom_we_can_reach_carries_on():
    life = daughter(received())
    assert why(lambda: carry_on(life)) == [PeopleWhy.NOBODY_DIED]
    die(life)
    assert why(lambda: carry_on(life, by=1)) == [PeopleWhy.CANNOT_CARRY_ON]
    assert why(lambda: carry_on(life, by=9)) == [PeopleWhy.CANNOT_CARRY_ON]
    assert why(lambda: carry_on(life, words="")) == [Why.NOT_SAID_HOW]
    die(life, 2)
    assert why(lambda: carry_on(life)) == [PeopleWhy.CANNOT_CARRY_ON]


def test_nobody_carries_on_to_whom_nothing_may_go_nor_an_mp():
    stopped, mp = daughter(received()), received()
    doing = deed(by="party:1.1")
    stopped.happen(doing, representatives.stop(stopped.complaint, 2, "", deed=doing, write=stopped.write))
    joined = PartyJoined(2, Role.REPRESENTATIVE, True, Authority.MP_OR_COUNCILLOR, None)
    mp.happen(deed(), joined, PreferencesSet(2, BY_LETTER))

    for life in (stopped, mp):
        die(life)
        assert why(lambda: carry_on(life)) == [PeopleWhy.CANNOT_CARRY_ON]  # noqa: B023


def stop(life: Life, words: str = "Nobody wishes to") -> None:
    doing = deed(TUESDAY)
    life.happen(doing, carrying_on.stop(life.complaint, 1, words, deed=doing, write=life.write))


def test_where_nobody_carries_on_it_stops_and_can_be_taken_up_again():
    life = daughter(received())
    assert why(lambda: stop(life)) == [PeopleWhy.NOBODY_DIED]
    die(life)
    assert why(lambda: stop(life, " ")) == [Why.NOT_SAID_HOW]
    stop(life)

    assert (life.complaint.ended, phase(life.complaint)) == (Ended.DIED, Phase.STOPPED)
    assert headline(life.complaint, TUESDAY).news is News.NOT_CARRIED_ON
    assert DutyKind.ACKNOWLEDGE not in kinds(life)
    assert why(lambda: stop(life)) == [Why.ALREADY_STOPPED]
    assert why(lambda: withdrawals.reopen(life.complaint, 2, terms=life.terms, deed=deed(TUESDAY))) == [Why.NOT_STOPPED]

    carry_on(life)
    assert life.complaint.ended is None
    assert DutyKind.ACKNOWLEDGE in kinds(life)


def doubt(life: Life, by: str = "staff:1", words: str = "She came in", party: int = 1) -> None:
    doing = deed(TUESDAY, by)
    life.happen(doing, deaths.doubt(life.complaint, party, words, terms=life.terms, deed=doing, write=life.write))


def correct(life: Life, by: str, party: int = 1) -> None:
    doing = deed(TUESDAY, by)
    life.happen(doing, *deaths.correct(life.complaint, party, terms=life.terms, deed=doing))


def test_a_mistake_is_put_right_by_a_second_person():
    life = daughter(received())
    assert why(lambda: doubt(life)) == [PeopleWhy.NOBODY_DIED]
    die(life)
    assert why(lambda: correct(life, "staff:2")) == [Why.NOTHING_TO_SETTLE]
    assert why(lambda: doubt(life, words="")) == [Why.NOT_SAID_HOW]
    carry_on(life)
    doubt(life)
    assert why(lambda: doubt(life)) == [PeopleWhy.DOUBTED_ALREADY]
    assert DutyKind.LOOK_AT_DEATH in kinds(life)
    assert why(lambda: correct(life, "staff:1")) == [PeopleWhy.DEATH_NEEDS_SECOND_PERSON]
    correct(life, "staff:2")

    assert addressee(life.complaint) == 1
    assert may_read_case(life.complaint.party(1))
    assert not may_read_case(life.complaint.party(2)), "who spoke only because of the death speaks no longer"
    assert waiting(life.complaint, life.complaint.party(1))[0].ask is Ask.AUTHORITY
    assert DutyKind.LOOK_AT_DEATH not in kinds(life)


def test_that_another_lives_does_not_end_what_goes_on_for_who_has_died():
    stopped, carried = daughter(received()), daughter(received())
    for life in (stopped, carried):
        die(life)
        life.happen(deed(), PartyJoined(3, Role.REPRESENTATIVE, True, Authority.WRITTEN_PERMISSION, None))
        die(life, 3)
        if life is carried:
            carry_on(life)
        else:
            stop(life)
        doubt(life, party=3)
        correct(life, "staff:2", party=3)

    assert stopped.complaint.ended is Ended.DIED
    assert addressee(carried.complaint) == 2
    assert may_read_case(carried.complaint.party(2))


def test_a_complaint_that_had_stopped_for_it_goes_on():
    life = received()
    die(life)
    stop(life)
    doubt(life)
    correct(life, "staff:2")

    assert life.complaint.ended is None
    assert DutyKind.ACKNOWLEDGE in kinds(life)


def test_it_may_have_been_no_mistake():
    life = received()
    die(life)
    doubt(life)
    doing = deed(TUESDAY, "staff:2")
    assert why(lambda: deaths.let_stand(life.complaint, 1, "", deed=doing, write=life.write)) == [Why.NOT_SAID_HOW]
    life.happen(doing, deaths.let_stand(life.complaint, 1, "A certificate", deed=doing, write=life.write))

    assert life.complaint.party(1).died
    assert DutyKind.LOOK_AT_DEATH not in kinds(life)
    doubt(life)


def test_a_letter_frozen_after_it_goes_by_no_way():
    life = received()
    die(life)
    life.issue(deed(), Notice.LATE, None)

    issued = life.history[-1].event
    assert isinstance(issued, LetterIssued)
    assert (issued.way, issued.also) == (None, None)
