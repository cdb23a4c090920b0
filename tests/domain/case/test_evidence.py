"""Files with a complaint: what is taken, how many, whose they are, and what becomes of one that nobody can open."""

from __future__ import annotations

from datetime import date

import pytest

from app.domain.case import erasures, evidence
from app.domain.case.evidence import MOST_BYTES, MOST_FILES, Offered, in_use
from app.domain.case.files import OURS, FileKind, Flaw, Unusable, of_party, unseen
from app.domain.case.flags import Flag, flags
from app.domain.refused import Refused, Why
from tests.domain.case.histories import Life, deed, received

PHOTO = Offered(FileKind.JPEG, 2_000, "0" * 64, "the damp wall")
FRIDAY = date(2026, 11, 27)


def send(life: Life, party: int = 1, by: str = "party:1.1") -> None:
    life.happen(deed(FRIDAY, by), evidence.add(life.complaint, party, PHOTO, write=life.write))


@pytest.mark.parametrize(
    ("size", "found", "why"),
    [
        (0, FileKind.PDF, Why.FILE_EMPTY),
        (MOST_BYTES + 1, FileKind.JPEG, Why.FILE_TOO_BIG),
        (9, Flaw.UNKNOWN, Why.FILE_OF_ANOTHER_KIND),
        (9, Flaw.PASSWORD, Why.FILE_HAS_PASSWORD),
        (9, Flaw.ACTIVE, Why.FILE_MAY_BE_UNSAFE),
    ],
)
def test_what_is_not_taken_says_why_beside_the_file(size, found, why):
    with pytest.raises(Refused) as refusal:
        evidence.check(size, found)

    assert [(gap.why, gap.field) for gap in refusal.value.gaps] == [(why, "file")]


def test_a_file_of_the_most_bytes_is_taken():
    assert evidence.check(MOST_BYTES, FileKind.PDF) is FileKind.PDF


def test_a_new_file_is_new_until_somebody_has_looked_at_it():
    life = received()
    send(life)
    assert Flag.FILE in flags(life.complaint)

    life.happen(deed(FRIDAY), evidence.look_at(life.complaint))

    assert Flag.FILE not in flags(life.complaint)
    with pytest.raises(Refused) as twice:
        evidence.look_at(life.complaint)
    assert twice.value.why is Why.NOTHING_TO_SETTLE


def test_what_staff_put_with_it_is_new_to_nobody_and_ours_is_of_no_party():
    life = received()
    send(life, by="staff:2")
    send(life, OURS, by="staff:2")

    assert unseen(life.complaint.files) == ()
    assert [each.number for each in of_party(life.complaint.files, 1)] == [1]
    assert life.complaint.files[1].staff == 2


def test_who_has_no_part_in_it_sends_nothing():
    with pytest.raises(Refused) as refusal:
        send(received(), party=9)

    assert refusal.value.why is Why.NO_SUCH_PARTY


def test_one_file_too_many_is_refused_and_what_is_gone_does_not_count():
    life = received()
    for _ in range(MOST_FILES):
        send(life)
    with pytest.raises(Refused) as refusal:
        send(life)
    assert refusal.value.why is Why.TOO_MANY_FILES

    life.happen(deed(FRIDAY), evidence.set_aside(life.complaint, 1, Unusable.VIRUS))
    life.happen(
        deed(FRIDAY),
        erasures.remove_text(life.complaint.files[1].said.number, "A neighbour", kept=True, write=life.write),
    )
    send(life)
    send(life)

    assert [each.number for each in in_use(life.complaint, 1)] == [*range(3, MOST_FILES + 3)]


def test_a_file_is_set_aside_once():
    life = received()
    send(life)
    set_aside = evidence.set_aside(life.complaint, 1, Unusable.UNREADABLE)
    life.happen(deed(FRIDAY), set_aside)

    assert set_aside.party == 1
    assert life.complaint.files[0].set_aside is Unusable.UNREADABLE
    for number in (1, 2):
        with pytest.raises(Refused) as refusal:
            evidence.set_aside(life.complaint, number, Unusable.VIRUS)
        assert refusal.value.why is Why.NO_SUCH_FILE


def test_a_recording_may_be_larger_than_a_paper():
    most = evidence.MOST_BYTES_OF_A_RECORDING

    assert evidence.check(most, FileKind.MP3) is FileKind.MP3
    with pytest.raises(Refused) as refusal:
        evidence.check(most + 1, FileKind.MOV)
    assert [(gap.why, gap.field) for gap in refusal.value.gaps] == [(Why.RECORDING_TOO_BIG, "file")]


def test_its_owner_takes_a_file_out_again_until_somebody_has_looked_at_it():
    life = received()
    send(life)
    send(life)
    life.happen(deed(FRIDAY, "party:1.1"), evidence.take_back(life.complaint, 1, 1))

    assert [each.set_aside for each in life.complaint.files] == [Unusable.TAKEN_BACK, None]
    assert len(in_use(life.complaint, 1)) == 1
    assert len(unseen(life.complaint.files)) == 1
    life.happen(deed(FRIDAY), evidence.look_at(life.complaint))
    for party, number, why in (
        (1, 1, Why.NO_SUCH_FILE),
        (1, 2, Why.FILE_WAS_LOOKED_AT),
        (2, 2, Why.NO_SUCH_FILE),
        (1, 9, Why.NO_SUCH_FILE),
    ):
        with pytest.raises(Refused) as refusal:
            evidence.take_back(life.complaint, party, number)
        assert refusal.value.why is why
