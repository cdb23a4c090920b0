"""flask retention: what has served its time goes, whole."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from click.testing import Result
from sqlalchemy import insert, select

from app.db import Database
from app.domain.case.state import Complaint
from app.domain.deed import CLOCK, Deed
from app.domain.landlord.permissions import Role
from app.services.case import acknowledgements, erasures, histories, withdrawals
from app.services.landlord import retention, staff
from app.services.mail import letters
from app.services.people import equality
from app.store.case.answer_drafts import AnswerDraftRow
from app.store.case.drafts import DraftRow
from app.store.case.wordings import WordingRow
from app.store.clock import rounds
from app.store.keys import KeyRow
from app.store.landlord.staff import StaffRow
from app.store.mail.letters import LetterRow
from app.store.people.contacts import ContactRow
from app.store.people.equality import EqualityRow
from app.store.people.parked import ParkedRow
from app.store.people.parties import PartyRow
from app.store.people.receipts import ReceiptRow
from app.store.record import EventRow
from app.store.seals import SealRow
from app.store.search import SearchRow
from tests import states
from tests.cases import a_complaint, a_definition, a_person, deed
from tests.clocks import Clock
from tests.rows import fill

OFFICER = "jo@example.org"
ANSWERED = datetime(2026, 12, 8, 12, tzinfo=UTC)
THE_DAY_BEFORE = datetime(2032, 12, 7, 3, tzinfo=UTC)
SIX_YEARS_ON = datetime(2032, 12, 8, 3, tzinfo=UTC)
SQLITE = pytest.mark.parametrize("backend", ["sqlite"], indirect=True)
WORDS = "Kestrels nest in %s"
Operator = Callable[..., Result]


@pytest.fixture
def operator(officer: Operator, clock: Clock) -> Operator:
    clock.at = SIX_YEARS_ON
    return officer


def made_in(database: Database, state) -> tuple[int, str]:
    with database.writing() as session:
        made, _ = state(session)
    return made.case_id, made.reference


def everything_kept(database: Database) -> list[tuple[object, ...]]:
    tables = (EventRow, WordingRow, LetterRow, PartyRow, ContactRow, SearchRow, ReceiptRow, KeyRow, EqualityRow)
    with database.reading() as session:
        return [tuple(row) for table in tables for row in session.execute(select(table.__table__))]


def complaint_of(database: Database, reference: str) -> Complaint:
    with database.reading() as session:
        return histories.found(session, reference, deed()).complaint


def erase_and_be_killed(database: Database) -> None:
    with database.writing() as session:
        [case] = retention.perhaps_over(session, date(2032, 12, 8), 0)
        erasures.erase(session, case.reference, date(2032, 12, 8), Deed(CLOCK, SIX_YEARS_ON))
        raise KeyboardInterrupt


def words_of(database: Database, case_id: int) -> list[str]:
    with database.reading() as session:
        texts = session.scalars(select(WordingRow.text).filter_by(case_id=case_id))
        blocks = session.scalars(select(LetterRow.blocks).filter_by(case_id=case_id))
        return [text for text in (*texts, *blocks) if text]


def test_a_case_past_its_time_is_erased_and_the_record_holds(operator, own_database):
    case_id, reference = made_in(own_database, states.finished)
    spoken = len(words_of(own_database, case_id))

    result = operator("retention", "run")

    assert "complaint: 1 erased" in result.output
    assert words_of(own_database, case_id) == []
    with own_database.reading() as session:
        assert session.scalars(select(PartyRow.name).filter_by(case_id=case_id)).all() == [""]
        assert session.scalars(select(SearchRow).filter_by(case_id=case_id)).all() == []
        assert session.scalars(select(ReceiptRow).filter_by(case_id=case_id)).all() == []
    assert complaint_of(own_database, reference).erased_on == date(2032, 12, 8)
    verified = operator("record", "verify")
    assert (verified.exit_code, f" {spoken} erased, 0 broken" in verified.output) == (0, True)


def test_one_a_day_younger_is_not(operator, own_database, clock):
    case_id, _ = made_in(own_database, states.finished)
    clock.at = THE_DAY_BEFORE

    assert "complaint: 0 erased" in operator("retention", "run").output
    assert words_of(own_database, case_id)


@pytest.mark.parametrize("state", [states.fresh, states.acknowledged, states.with_promises, states.asked_early])
def test_one_with_anything_left_to_do_never_is(operator, own_database, clock, state):
    case_id, _ = made_in(own_database, state)
    clock.at += timedelta(days=365 * 20)

    operator("retention", "run")

    assert words_of(own_database, case_id)


def test_what_the_record_computes_is_the_same_after_a_rebuild(operator, own_database):
    _, reference = made_in(own_database, states.finished)
    operator("retention", "run")
    erased, kept = complaint_of(own_database, reference), everything_kept(own_database)

    assert operator("record", "rebuild").exit_code == 0

    assert (complaint_of(own_database, reference), everything_kept(own_database)) == (erased, kept)
    assert operator("record", "verify").exit_code == 0


def test_a_dry_run_tells_what_would_go_and_changes_nothing(operator, own_database):
    made_in(own_database, states.finished)
    made_in(own_database, states.with_promises)
    kept = everything_kept(own_database)

    assert "complaint: 1 would be erased" in operator("retention", "run", "--dry-run").output
    assert everything_kept(own_database) == kept


def test_only_a_dry_run_may_look_ahead(operator, own_database, clock):
    made_in(own_database, states.finished)
    clock.at = THE_DAY_BEFORE

    refused = operator("retention", "run", "--as-of", "2032-12-08")

    assert (refused.exit_code, refused.output.count("\n")) == (2, 1)
    shown = operator("retention", "run", "--as-of", "2032-12-08", "--dry-run")
    assert "complaint: 1 would be erased" in shown.output


def test_a_run_that_was_cut_off_is_finished_by_the_next(operator, own_database):
    first, reference = made_in(own_database, states.finished)
    second, _ = made_in(own_database, states.finished)
    with own_database.writing() as session:
        erasures.erase(session, reference, date(2032, 12, 8), Deed(CLOCK, SIX_YEARS_ON))
    with pytest.raises(KeyboardInterrupt):
        erase_and_be_killed(own_database)
    assert (words_of(own_database, first), bool(words_of(own_database, second))) == ([], True)

    assert "complaint: 1 erased" in operator("retention", "run").output

    assert words_of(own_database, second) == []
    assert "\n0 in all" in operator("retention", "run").output
    assert operator("record", "verify").exit_code == 0


def test_one_case_that_fails_stops_no_other(operator, own_database):
    broken, _ = made_in(own_database, states.finished)
    case_id, _ = made_in(own_database, states.finished)
    with own_database.writing() as session:
        odd = {"stream": f"complaint:{broken}", "position": 99, "kind": "nobody_knows_this", "facts": "{}"}
        session.execute(insert(EventRow), odd | {"by": "clock", "at": ANSWERED, "previous": "", "hash": ""})

    result = operator("retention", "run")

    assert (result.exit_code, "1 could not be looked at" in result.output) == (1, True)
    assert words_of(own_database, case_id) == []


def files_of(database: Database) -> list[Path]:
    path = Path(database.engine.url.database)
    return [file for file in (path, Path(f"{path}-wal")) if file.exists()]


def is_in_the_files(database: Database, words: bytes) -> bool:
    return any(words in file.read_bytes() for file in files_of(database))


@SQLITE
@pytest.mark.parametrize("command", ["retention", "deadlines"])
def test_nothing_of_what_was_erased_is_left_in_the_file(operator, own_database, command):
    with own_database.writing() as session:
        made = a_complaint(session, a_person(name="Zebedee Quill"), words="Kestrels nest in the broken gutter")
        understood = deed(states.UNDERSTOOD, "staff:1")
        acknowledgements.acknowledge(session, made.reference, a_definition(), 1, None, understood)
        with histories.opened(session, made.reference, deed(states.UNDERSTOOD)) as case:
            for letter in case.complaint.letters:
                letters.sent(case, letter.number)
        stopped = states.resident(made, states.UNDERSTOOD)
        withdrawals.withdraw(session, made.reference, 1, own_choice=True, words="", deed=stopped)
        with histories.opened(session, made.reference, stopped) as case:
            letters.sent(case, case.complaint.letters[-1].number)
    held = (b"estrels nest", b"ebedee Quill", b"zebedee")
    assert [words for words in held if not is_in_the_files(own_database, words)] == []

    operator(command, "run")

    assert [words for words in held if is_in_the_files(own_database, words)] == []


@SQLITE
def test_nothing_of_what_goes_by_itself_is_left_in_the_file(operator, own_database, clock):
    passing = {DraftRow: "answers", ParkedRow: "fields", AnswerDraftRow: "typed", EqualityRow: "age"}
    with own_database.writing() as session:
        for number, (row, column) in enumerate(passing.items()):
            fill(session, row.__table__, number, **{column: WORDS % column})
    before = [column for column in passing.values() if is_in_the_files(own_database, (WORDS % column).encode())]
    clock.at = datetime(2040, 1, 1, tzinfo=UTC)

    operator("retention", "run")

    assert before == [*passing.values()]
    assert [column for column in before if is_in_the_files(own_database, (WORDS % column).encode())] == []


@SQLITE
def test_what_cannot_be_cleared_up_yet_stops_no_seal_and_is_tried_again(operator, own_database):
    made_in(own_database, states.finished)
    with own_database.reading() as reader:
        reader.scalars(select(EventRow)).all()  # somebody reads from the log meanwhile
        result = operator("deadlines", "run")

    assert (result.exit_code, "1 could not be looked at" in result.output) == (1, True)
    with own_database.reading() as session:
        assert retention.must_clear_up(session)
        assert rounds.last(session, "nightly") == SIX_YEARS_ON
        assert session.scalars(select(SealRow)).all()

    assert operator("deadlines", "run").exit_code == 0
    with own_database.reading() as session:
        assert rounds.last(session, retention.CLEARED_UP) == SIX_YEARS_ON


def test_a_table_that_cannot_be_forgotten_stops_nothing_else(operator, own_database):
    case_id, _ = made_in(own_database, states.finished)
    with own_database.migrating() as connection:
        connection.exec_driver_sql("ALTER TABLE parked RENAME TO lost")

    result = operator("deadlines", "run")

    assert (result.exit_code, "1 could not be looked at" in result.output) == (1, True)
    assert words_of(own_database, case_id) == []
    with own_database.reading() as session:
        assert session.scalars(select(SealRow)).all()


def test_it_is_cleared_up_only_after_something_was_erased(operator, own_database, clock):
    made_in(own_database, states.finished)
    with own_database.reading() as session:
        assert not retention.must_clear_up(session)

    operator("deadlines", "run")
    with own_database.writing() as session:
        assert not retention.must_clear_up(session)
        assert rounds.last(session, retention.CLEARED_UP) == clock.at
        retention.note_erased(session, clock.at + timedelta(hours=1))
        assert retention.must_clear_up(session)


def test_the_nightly_round_erases_too(operator, own_database):
    case_id, _ = made_in(own_database, states.finished)

    operator("deadlines", "run")

    assert words_of(own_database, case_id) == []


def test_answers_about_equality_and_the_names_of_former_staff_go_in_their_time(operator, own_database, clock):
    with own_database.writing() as session:
        equality.tell(session, equality.Age.FROM_65, None, None, deed(by="visitor", key="told"))
        invited = staff.add(session, "Al Reid", "al@example.org", frozenset({Role.HANDLER}), Deed(CLOCK, ANSWERED))
        staff.leave(session, "al@example.org", Deed(CLOCK, ANSWERED))
    clock.at = datetime(2029, 12, 31, 3, tzinfo=UTC)
    operator("retention", "run")
    assert [row for row in everything_kept(own_database) if "65_or_over" in row]

    clock.at = datetime(2033, 1, 1, 3, tzinfo=UTC)
    operator("retention", "run")

    assert not [row for row in everything_kept(own_database) if "65_or_over" in row]
    with own_database.reading() as session:
        assert session.get(StaffRow, invited.staff_id).name == ""
        assert session.scalars(select(StaffRow.name).filter_by(left_at=None)).all() == ["Jo Bell"]
