"""What is held about the people of one case can be told, and one text or letter can be taken out with a reason."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime

import pytest
from sqlalchemy import select

from app.domain.refused import Refused, Why
from app.services.case import erasures, histories
from app.services.landlord import looked_at
from app.store.case.wordings import WordingRow
from app.store.record import EventRow
from tests import states
from tests.cases import a_complaint, deed
from tests.cli.conftest import OFFICER


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
