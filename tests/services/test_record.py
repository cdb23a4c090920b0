"""What was done to the record behind the application's back is found."""

from datetime import UTC, datetime

import pytest
from sqlalchemy import delete, text, update

from app.domain.deed import Actor, Deed
from app.services.projections import rebuild_heads
from app.services.record import Broken, Fault, seal, verify
from app.store import ddl, record, seals
from app.store.case.wordings import WordingRow
from app.store.mail.letters import LetterRow
from app.store.record import EventRow, HeadRow
from app.store.seals import SealedHeadRow, SealRow
from tests.cases import a_complaint

STREAM = "test:1"
DEED = Deed(Actor("staff", "3"), datetime(2026, 7, 14, 23, 30, tzinfo=UTC))
AT = DEED.at


def a_stream(session, stream=STREAM, length=3):
    events = [("noted", f'{{"number":{number}}}') for number in range(length)]
    return record.append(session, record.head_of(session, stream), events, DEED)


def without_guards(session):
    """Somebody with the keys to the database takes the triggers off first."""
    dialect = session.get_bind().dialect.name
    for row in (EventRow, SealRow, SealedHeadRow):
        for trigger in ddl.triggers(row.__table__, dialect):
            session.execute(text(f"DROP TRIGGER {trigger}" + f" ON {row.__tablename__}" * (dialect != "sqlite")))
    return session


def faults(session):
    return [(broken.stream, broken.position, broken.fault) for broken in verify(session).broken]


def test_an_honest_record_holds(session):
    a_stream(session)
    a_stream(session, "test:2")
    seal(session, AT)

    verified = verify(session)

    assert (verified.events, verified.seals, verified.broken) == (6, 1, ())


@pytest.mark.parametrize("column", ["kind", "facts", "by"])
def test_a_changed_event_is_found(session, column):
    a_stream(session)

    without_guards(session).execute(update(EventRow).where(EventRow.position == 2).values({column: "staff:4"}))

    assert faults(session) == [(STREAM, 2, Fault.ALTERED)]


def test_an_event_changed_together_with_its_hash_breaks_the_chain(session):
    a_stream(session)
    second = record.read(session, STREAM)[1]
    forged = second._replace(facts="{}", hash=record.hash_of(*second._replace(facts="{}")[:7]))

    change = update(EventRow).where(EventRow.position == 2).values(facts=forged.facts, hash=forged.hash)
    without_guards(session).execute(change)

    assert faults(session) == [(STREAM, 3, Fault.OUT_OF_PLACE)]


def test_a_removed_event_leaves_a_gap(session):
    a_stream(session)

    without_guards(session).execute(delete(EventRow).where(EventRow.position == 2))

    assert faults(session) == [(STREAM, 3, Fault.OUT_OF_PLACE)]


def test_a_cut_tail_shows_by_the_seal(session):
    a_stream(session)
    seal(session, AT)

    without_guards(session).execute(delete(EventRow).where(EventRow.position == 3))
    rebuild_heads(session, "", 9)

    assert faults(session) == [(STREAM, 3, Fault.CUT_SHORT)]


def test_a_missing_case_shows_by_the_seal(session):
    a_stream(session)
    a_stream(session, "test:2")
    seal(session, AT)

    without_guards(session).execute(delete(EventRow).where(EventRow.stream == "test:2"))
    session.execute(delete(HeadRow).where(HeadRow.stream == "test:2"))

    assert faults(session) == [("test:2", 3, Fault.CUT_SHORT)]


def test_a_case_gone_before_its_first_seal_shows_by_its_head(session):
    a_stream(session)

    without_guards(session).execute(delete(EventRow))

    assert faults(session) == [(STREAM, 3, Fault.CUT_SHORT)]


def test_a_seal_made_to_forget_a_case_is_found(session):
    a_stream(session)
    seal(session, AT)

    without_guards(session).execute(delete(SealedHeadRow))

    assert faults(session) == [("seal", 1, Fault.SEAL_ALTERED)]


def test_each_seal_names_the_one_before_and_sees_only_what_is_new(session):
    a_stream(session)
    first, _ = seal(session, AT)
    a_stream(session, "test:2")

    second, seen = seal(session, AT)

    assert (second.previous, seen) == (first.hash, 1)
    assert [head.stream for head in seals.heads_of(session, 2)] == ["test:2"]


def test_a_quiet_night_is_sealed_too(session):
    assert [seal(session, AT)[0].number, seal(session, AT)[0].number] == [1, 2]
    assert verify(session).broken == ()


@pytest.mark.parametrize("change", [update(SealRow).values(hash=""), delete(SealRow), delete(SealedHeadRow)])
def test_seals_cannot_be_rewritten(session, change):
    a_stream(session)
    seal(session, AT)

    with pytest.raises(Exception, match="append-only"):
        session.execute(change)


def test_a_wrong_head_is_the_projections_fault_and_is_mended(session):
    head = a_stream(session)
    session.execute(delete(HeadRow))
    assert verify(session).broken == (Broken(STREAM, 3, Fault.HEAD_DIFFERS),)

    assert rebuild_heads(session, "", 9) == STREAM
    assert rebuild_heads(session, STREAM, 9) is None

    assert record.head_of(session, STREAM) == head
    assert verify(session).broken == ()


def test_words_that_are_what_they_were_hold(session):
    a_complaint(session)

    assert faults(session) == []
    assert verify(session).erased == 0


@pytest.mark.parametrize(("words", "column"), [(WordingRow, "text"), (LetterRow, "blocks")])
def test_changed_words_are_found(session, words, column):
    a_complaint(session)

    session.execute(update(words).values({column: "We said nothing of the kind."}))

    assert {fault for _, _, fault in faults(session)} == {Fault.WORDS_ALTERED}


@pytest.mark.parametrize("words", [WordingRow, LetterRow])
def test_words_that_have_gone_are_found(session, words):
    a_complaint(session)

    session.execute(delete(words))

    assert {fault for _, _, fault in faults(session)} == {Fault.WORDS_LOST}


def test_words_erased_with_their_salt_are_erased_and_not_broken(session):
    a_complaint(session)

    session.execute(update(WordingRow).values(text=None, salt=None))

    verified = verify(session)
    assert (verified.erased, verified.broken) == (1, ())
