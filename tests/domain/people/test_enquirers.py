"""An MP or councillor who takes part is told what the resident agreed to, and no more (3.6, ruling 6)."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain.case.kinds import Kind
from app.domain.case.readers import may_read_case, may_read_letter
from app.domain.mail.addressees import addressee
from app.domain.mail.letters import LetterIssued
from app.domain.mail.notices import Notice
from app.domain.people import enquirers
from app.domain.people.parties import Authority, PartyJoined, PreferencesSet, RepresentativeKind, Role, Share
from app.domain.people.preferences import Way
from app.domain.people.whys import PeopleWhy
from app.domain.refused import Why
from tests.domain.case.histories import BY_LETTER, MONDAY, Life, deed, logged
from tests.domain.people.test_contact_limits import why
from tests.domain.people.test_representatives import joined

MP = PartyJoined(2, Role.REPRESENTATIVE, True, Authority.MP_OR_COUNCILLOR, None)


def agree(life: Life, share: Share | None, words: str = "She told me, alone.", party: int = 2) -> None:
    doing = deed()
    life.happen(doing, enquirers.agree(life.complaint, party, share, words, write=life.write))


@pytest.mark.parametrize(
    ("share", "reads"), [(None, False), (Share.NOTHING, False), (Share.OUTCOME, False), (Share.ALL, True)]
)
def test_they_read_the_case_only_when_the_resident_agreed_to_all_of_it(share, reads):
    life = joined(RepresentativeKind.MP_OR_COUNCILLOR)
    if share is not None:
        agree(life, share)

    assert may_read_case(life.complaint.party(2)) is reads
    assert addressee(life.complaint) == 1, "the letters of the complaint stay the resident's"


def test_what_was_agreed_to_can_be_taken_back():
    life = joined(RepresentativeKind.MP_OR_COUNCILLOR)
    agree(life, Share.ALL)
    agree(life, Share.NOTHING)

    assert not may_read_case(life.complaint.party(2))


def test_it_is_asked_of_the_resident_and_how_we_know_is_kept():
    life = joined(RepresentativeKind.MP_OR_COUNCILLOR)

    assert why(lambda: agree(life, None, " ")) == [PeopleWhy.SHARE_NOT_CHOSEN, Why.NOT_SAID_HOW]
    assert why(lambda: agree(life, Share.ALL, party=1)) == [Why.NO_SUCH_PARTY]
    assert why(lambda: agree(joined(RepresentativeKind.ADVOCATE), Share.ALL)) == [Why.NO_SUCH_PARTY]


def test_their_letters_are_theirs_alone():
    life = joined(RepresentativeKind.MP_OR_COUNCILLOR)
    life.happen(deed(), LetterIssued(1, Notice.ENQUIRY_ANSWERED, None, 2, Way.LETTER, None, MONDAY, "0" * 64))
    letter = life.complaint.letter(1)

    assert may_read_letter(life.complaint.party(2), letter)
    assert not may_read_letter(life.complaint.party(1), letter)


def test_in_an_enquiry_of_their_own_they_are_who_is_answered():
    life = logged(Kind.ENQUIRY)
    number = len(life.complaint.parties) + 1
    life.happen(deed(), replace(MP, party=number), PreferencesSet(number, BY_LETTER))

    assert addressee(life.complaint) == number
    assert may_read_case(life.complaint.party(number))
