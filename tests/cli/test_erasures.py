"""What is held about the people of one case can be told, and one text or letter can be taken out with a reason."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from sqlalchemy import select, text

from app.domain.case.definitions import DefinitionDraft, PointDraft
from app.domain.case.vocabulary import Ours
from app.domain.clock.profiles import Stage
from app.domain.landlord.permissions import Role
from app.domain.refused import Refused, Why
from app.services.case import acknowledgements, answer_drafts, definitions, erasures, histories, responses
from app.services.landlord import looked_at, staff
from app.services.people import receipts
from app.store.case.wordings import WordingRow
from app.store.mail import letters
from app.store.record import EventRow
from tests import states
from tests.cases import a_complaint, deed
from tests.cli.conftest import OFFICER

LATER = date(2026, 11, 26)


@pytest.fixture
def operator(officer, clock):
    clock.at = datetime(2026, 12, 14, 12, tzinfo=UTC)
    return officer


def complaint_of(database, reference):
    with database.reading() as session:
        return histories.found(session, reference, deed()).complaint


def counted(database):
    with database.reading() as session:
        return session.execute(select(WordingRow.text, WordingRow.salt)).all(), len(
            session.scalars(select(EventRow)).all()
        )


def test_the_report_holds_what_they_said_and_is_private_and_noted(operator, own_database, tmp_path):
    with own_database.writing() as session:
        made = a_complaint(session)
    file = tmp_path / "report.txt"

    result = operator("retention", "report", made.reference, str(file), "--by", OFFICER)

    assert (result.exit_code, file.stat().st_mode & 0o777) == (0, 0o600)
    told = file.read_text()
    held = ("The boiler has been broken since Monday.", "Amina Yusuf", "amina@example.org", "received", "exported")
    assert [each for each in held if each not in told] == []
    with own_database.reading() as session:
        [look] = looked_at.of_case(session, made.case_id)
    assert look.how == "exported"
    again = operator("retention", "report", made.reference, str(file), "--by", OFFICER)
    assert (again.exit_code, again.output.count("\n")) == (2, 1)


def test_the_report_is_json_for_whoever_wants_that(operator, own_database, tmp_path):
    with own_database.writing() as session:
        made = a_complaint(session)
    file = tmp_path / "report.json"

    operator("retention", "report", made.reference, str(file), "--json", "--by", OFFICER)

    told = json.loads(file.read_text())
    assert [row["name"] for row in told["held"]["party"]] == ["Amina Yusuf"]
    assert told["held"]["wording"][0]["salt"] == "(kept and not shown)"


@pytest.mark.parametrize("words", [("report", "0000-0000", "never.txt"), ("remove", "0000-0000", "1", "--reason", "x")])
def test_a_complaint_that_nobody_made_is_said_in_a_sentence(operator, words):
    result = operator("retention", *words, "--by", OFFICER)

    assert (result.exit_code, result.output.count("\n")) == (2, 1)


def test_a_text_is_taken_out_with_a_reason_and_the_record_holds(operator, own_database, tmp_path):
    with own_database.writing() as session:
        made = states.acknowledged(session)[0]
    remove = ("retention", "remove", made.reference)

    result = operator(*remove, "1", "--reason", "A neighbour was named", "--by", OFFICER)

    assert result.output.startswith("Taken out.")
    complaint = complaint_of(own_database, made.reference)
    assert complaint.removal(1).on == date(2026, 12, 14)
    assert "1 erased, 0 broken" in operator("record", "verify").output
    with own_database.reading() as session:
        assert session.execute(select(WordingRow.text, WordingRow.salt).filter_by(number=1)).one() == (None, None)
        last = session.scalars(select(EventRow).filter_by(kind="text_removed")).one()
    assert last.by == "staff:1"
    again = operator(*remove, "1", "--reason", "Once more", "--by", OFFICER)
    assert (again.exit_code, "gone already" in again.output) == (2, True)


def test_the_letters_that_quote_it_are_named_and_can_be_taken_out_too(operator, own_database):
    with own_database.writing() as session:
        made = states.acknowledged(session)[0]
        point = histories.found(session, made.reference, deed()).complaint.definition.points[0].said
    because = ("--reason", "A neighbour was named", "--by", OFFICER)

    result = operator("retention", "remove", made.reference, str(point.number), *because)
    assert "These letters still quote it: 2." in result.output

    assert operator("retention", "remove", made.reference, "2", "--letter", *because).exit_code == 0
    assert "2 erased, 0 broken" in operator("record", "verify").output
    assert complaint_of(own_database, made.reference).letter(2).removed is not None


def test_nothing_is_taken_out_without_a_reason_or_by_nobody(operator, own_database):
    with own_database.writing() as session:
        made = states.acknowledged(session)[0]
    kept = counted(own_database)

    for reason, by in ((" ", OFFICER), ("A neighbour was named", "nobody@example.org")):
        result = operator("retention", "remove", made.reference, "1", "--reason", reason, "--by", by)
        assert (result.exit_code, result.output.count("\n")) == (2, 1)

    assert counted(own_database) == kept


def test_a_letter_that_has_not_gone_keeps_its_words(own_database):
    with own_database.writing() as session:
        made = a_complaint(session)
    with pytest.raises(Refused) as refused, own_database.writing() as session:
        erasures.remove_letters(session, made.reference, [1], "A neighbour was named", deed(by="staff:1"))

    assert refused.value.why is Why.LETTER_NOT_GONE


def test_a_report_shows_nothing_that_opens_anything(operator, own_database, tmp_path):
    factor = receipts.factor("2580")
    with own_database.writing() as session:
        made = a_complaint(session, key="the-key-of-this-press")
        receipts.choose_factor(session, made.case_id, 1, factor)
    file = tmp_path / "report.txt"

    operator("retention", "report", made.reference, str(file), "--by", OFFICER)

    told = file.read_text()
    assert "argon2" in factor
    assert [each for each in ("argon2", "the-key-of-this-press") if each in told] == []
    assert "factor: (kept and not shown)" in told


@pytest.mark.parametrize("where", ["no/such/folder/report.txt", ""])
def test_a_report_that_cannot_be_written_is_a_sentence_and_noted_nowhere(operator, own_database, tmp_path, where):
    with own_database.writing() as session:
        made = a_complaint(session)

    result = operator("retention", "report", made.reference, str(tmp_path / where), "--by", OFFICER)

    assert (result.exit_code, result.output.count("\n")) == (2, 1)
    with own_database.reading() as session:
        assert looked_at.of_case(session, made.case_id) == []


def test_a_report_that_failed_leaves_no_file(operator, tmp_path):
    file = tmp_path / "report.txt"

    operator("retention", "report", "0000-0000", str(file), "--by", OFFICER)

    assert not file.exists()


@pytest.mark.parametrize("role", [Role.VIEWER, Role.HANDLER])
def test_only_a_complaints_officer_takes_words_out_or_away(operator, own_database, tmp_path, role):
    with own_database.writing() as session:
        made = a_complaint(session)
        staff.add(session, "Al Reid", "al@example.org", frozenset({role}), deed())
    kept = counted(own_database)

    for words in (
        ("report", made.reference, str(tmp_path / "r.txt")),
        ("remove", made.reference, "1", "--reason", "x"),
    ):
        result = operator("retention", *words, "--by", "al@example.org")
        assert (result.exit_code, "Only a complaints officer" in result.output) == (2, True)

    assert counted(own_database) == kept
    assert not (tmp_path / "r.txt").exists()


def test_copies_of_a_text_are_named_and_several_go_at_once(operator, own_database):
    words = "My neighbour Bob Smith at number nine shouts all night"
    copy = DefinitionDraft((PointDraft(f"{words.upper()}, she says.", Ours.OURS, theirs=words),), ("Peace",))
    with own_database.writing() as session:
        made = states.begun(session, words)
        acknowledgements.acknowledge(session, made.reference, copy, 1, None, deed(states.UNDERSTOOD, "staff:1"))
        answer_drafts.save(session, made.reference, {"decision": words, "remedy": "Sorry"}, 0, deed(by="staff:1"))
        point = histories.found(session, made.reference, deed()).complaint.definition.points[0]
    because = ("--reason", "A neighbour was named", "--by", OFFICER)

    said = operator("retention", "remove", made.reference, "1", *because).output

    assert f"These texts hold some of the same words: {point.said.number}, {point.theirs.number}." in said
    assert "These letters still quote it: 2." in said
    assert "those fields were emptied" in said
    with own_database.reading() as session:
        assert answer_drafts.find(session, made.case_id, Stage.ONE).typed == {"decision": "", "remedy": "Sorry"}
    both = (str(point.said.number), str(point.theirs.number))
    assert operator("retention", "remove", made.reference, *both, *because).exit_code == 0
    complaint = complaint_of(own_database, made.reference)
    assert [complaint.removal(int(number)).on for number in ("1", *both)] == [date(2026, 12, 14)] * 3
    assert "3 erased, 0 broken" in operator("record", "verify").output


def test_one_number_that_is_none_takes_nothing_out(operator, own_database):
    with own_database.writing() as session:
        made = states.acknowledged(session)[0]
    kept = counted(own_database)

    result = operator("retention", "remove", made.reference, "1", "99", "--reason", "A name", "--by", OFFICER)

    assert (result.exit_code, counted(own_database)) == (2, kept)


def test_a_letter_to_come_says_that_words_were_taken_out(own_database):
    with own_database.writing() as session:
        made = states.acknowledged(session)[0]
        point = histories.found(session, made.reference, deed()).complaint.definition.points[0].said
        erasures.remove_texts(session, made.reference, [point.number], "A neighbour was named", deed(LATER, "staff:1"))
    with own_database.writing() as session:
        responses.issue(session, made.reference, states.an_answer(), deed(states.ANSWERED, "staff:1"))
        written = letters.of_case(session, made.case_id)[-1].blocks

    assert "Removed on Thursday 26 November 2026: A neighbour was named" in written


def test_an_outcome_that_was_taken_out_is_not_left_out_in_silence(own_database):
    two = DefinitionDraft((PointDraft("The boiler", Ours.OURS),), ("Keep Bob Smith away", "A working boiler"))
    with own_database.writing() as session:
        made, _ = states.acknowledged(session, two)
        outcome = histories.found(session, made.reference, deed()).complaint.definition.outcomes[0].said
        erasures.remove_texts(session, made.reference, [outcome.number], "A name", deed(LATER, "staff:1"))
    draft = replace(two, outcomes=("", "A working boiler"))
    with pytest.raises(Refused) as refused, own_database.writing() as session:
        definitions.correct(session, made.reference, draft, deed(LATER, "staff:1"))

    assert [(gap.why, gap.field) for gap in refused.value.gaps] == [(Why.OUTCOME_WAS_REMOVED, "outcomes-0")]


@pytest.mark.parametrize("backend", ["sqlite"], indirect=True)
def test_the_file_is_written_anew_when_an_operator_says_so(operator, own_database):
    file = Path(own_database.engine.url.database)
    with own_database.writing() as session:
        session.execute(text("CREATE TABLE large AS SELECT randomblob(1000000) AS held"))
    own_database.empty_log()
    before = file.stat().st_size
    with own_database.writing() as session:
        session.execute(text("DROP TABLE large"))

    assert operator("retention", "compact").output == "Written anew.\n"
    assert file.stat().st_size < before - 900_000
