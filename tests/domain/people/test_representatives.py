"""Who speaks for the resident: by a yes, by proof seen, and no longer after a no (3.6, ruling 6)."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from app.domain.case import messages
from app.domain.case.readers import may_read_case
from app.domain.case.waiting import waiting
from app.domain.clock import duties
from app.domain.clock.duty_kinds import DutyKind
from app.domain.mail.addressees import addressee
from app.domain.people import parties, renewals, representatives
from app.domain.people.parties import Authority, PartyJoined, PreferencesSet, RepresentativeKind, Role, needs_confirming
from app.domain.people.representatives import ProofSeen
from app.domain.people.whys import PeopleWhy
from app.domain.refused import Why
from app.domain.said import WordsKind
from tests.domain.case.histories import BY_LETTER, MONDAY, Life, deed, received
from tests.domain.people.test_contact_limits import why

K = RepresentativeKind


def joined(kind: K) -> Life:
    life, authority = received(), representatives.authority(kind)
    by = date(2026, 11, 30) if needs_confirming(authority) else None
    who = PartyJoined(2, Role.REPRESENTATIVE, True, authority, by)
    life.happen(deed(), who, PreferencesSet(2, BY_LETTER), representatives.known_as(2, kind))
    return life


def prove(life: Life, words: str = "The lasting power of attorney", seen_on: date | None = MONDAY) -> None:
    doing = deed()
    life.happen(doing, representatives.see_proof(life.complaint, 2, seen_on, words, deed=doing, write=life.write))


def stop(life: Life, by: str = "party:1.1", words: str = "", party: int = 2) -> None:
    doing = deed(by=by)
    life.happen(doing, representatives.stop(life.complaint, party, words, deed=doing, write=life.write))


@pytest.mark.parametrize("kind", K)
def test_each_kind_starts_at_once_and_is_told_nothing_before_it_is_confirmed(kind):
    life = joined(kind)

    needs_no_form = kind is K.MP_OR_COUNCILLOR
    assert not may_read_case(life.complaint.party(2))
    assert life.complaint.has_task(DutyKind.CONFIRM_AUTHORITY, 2) != needs_no_form
    assert any(duty.kind is DutyKind.ACKNOWLEDGE for duty in duties.of(life.complaint))


def test_somebody_says_what_they_are():
    assert why(lambda: representatives.known_as(2, None)) == [PeopleWhy.REPRESENTATIVE_WITHOUT_KIND]


@pytest.mark.parametrize("kind", [K.ATTORNEY, K.DEPUTY, K.EXECUTOR, K.PARENT, K.CANNOT_DECIDE])
def test_proof_seen_stands_in_for_the_residents_yes(kind):
    life = joined(kind)
    prove(life)

    assert may_read_case(life.complaint.party(2))
    assert not life.complaint.has_task(DutyKind.CONFIRM_AUTHORITY, 2)
    assert why(lambda: prove(life)) == [Why.NOTHING_TO_SETTLE]


@pytest.mark.parametrize("kind", [K.FAMILY_OR_FRIEND, K.ADVOCATE, K.SUPPORT_WORKER])
def test_no_paper_stands_in_for_who_must_be_asked(kind):
    assert why(lambda: prove(joined(kind))) == [Why.NOTHING_TO_SETTLE]


def test_what_was_seen_and_when_is_written_down():
    life = joined(K.DEPUTY)

    assert why(lambda: prove(life, " ", None)) == [PeopleWhy.PROOF_WITHOUT_WORDS, PeopleWhy.PROOF_WITHOUT_DAY]
    assert why(lambda: prove(life, seen_on=MONDAY + timedelta(days=1))) == [Why.DATE_IN_THE_FUTURE]


def test_a_no_from_the_resident_needs_no_reason_and_ends_it_at_once():
    life = joined(K.FAMILY_OR_FRIEND)
    life.happen(deed(), parties.confirm_authority(life.complaint, 2, deed()))
    assert addressee(life.complaint) == 2
    stop(life)

    assert addressee(life.complaint) == 1
    assert not may_read_case(life.complaint.party(2))
    assert not renewals.may_renew(life.complaint, life.complaint.party(2))
    assert why(lambda: renewals.renew(life.complaint, 2, "Asked", life.write)) == [Why.NOT_CONFIRMED_YET]
    assert why(lambda: messages.send(life.complaint, 2, "Hello", write=life.write)) == [Why.NOT_CONFIRMED_YET]
    assert waiting(life.complaint, life.complaint.party(1)) == (), "and nobody asks again"
    assert why(lambda: stop(life)) == [Why.NOTHING_TO_SETTLE]


def test_a_no_may_come_before_any_yes_and_the_duty_to_ask_is_done():
    life = joined(K.FAMILY_OR_FRIEND)
    stop(life)

    assert not life.complaint.has_task(DutyKind.CONFIRM_AUTHORITY, 2)


def test_the_resident_may_think_again():
    life = joined(K.FAMILY_OR_FRIEND)
    stop(life)
    life.happen(deed(), parties.confirm_authority(life.complaint, 2, deed()))

    assert may_read_case(life.complaint.party(2))


@pytest.mark.parametrize("kind", [K.ATTORNEY, K.DEPUTY, K.EXECUTOR, K.PARENT, K.CANNOT_DECIDE])
def test_no_proof_undoes_a_no(kind):
    life = joined(kind)
    stop(life)

    assert why(lambda: prove(life)) == [Why.NOTHING_TO_SETTLE]
    life.happen(deed(), ProofSeen(2, MONDAY, life.write(WordsKind.PROOF, "As it was taken before")))
    assert not may_read_case(life.complaint.party(2))
    assert addressee(life.complaint) == 1


def test_staff_say_how_they_know_and_nobody_stops_the_resident_so():
    life = joined(K.ADVOCATE)

    assert why(lambda: stop(life, "staff:1")) == [Why.NOT_SAID_HOW]
    assert why(lambda: stop(life, party=1)) == [Why.NO_SUCH_PARTY]
    stop(life, "staff:1", "She told me, alone")


def test_an_authority_that_was_said_without_a_kind_is_proven_too():
    life = received()
    who = PartyJoined(2, Role.REPRESENTATIVE, True, Authority.POWER_OF_ATTORNEY, date(2026, 11, 30))
    life.happen(deed(), who)
    prove(life)

    assert life.complaint.party(2).confirmed
