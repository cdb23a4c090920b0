"""What the worker records stands in the history, beside what others write in the same case at the same moment."""

from threading import Thread

import pytest
from sqlalchemy import select

from app.domain.case.vocabulary import Danger
from app.domain.deed import london_day
from app.domain.people.preferences import Detail, Preferences, Safe, Way
from app.post.worker import Worker
from app.services import projections
from app.services.case import complaints, histories, lateness
from app.services.record import verify
from app.store.case.complaints import ComplaintRow
from app.store.clock.duty_rows import DutyRow
from tests.cases import a_complaint, a_person, an_acknowledged, deed

TOLD_ALL = Preferences(Safe.YES, (Way.EMAIL, Way.LETTER), Way.EMAIL, detail=Detail.FULL)


def somebody():
    return a_person(ways={Way.EMAIL: "amina@example.org", Way.LETTER: "4 Elm Court"}, preferences=TOLD_ALL)


def projected(database):
    with database.reading() as session:
        columns = ComplaintRow.__table__, DutyRow.__table__
        return [
            [tuple(row) for row in session.execute(select(table).order_by(*table.primary_key))] for table in columns
        ]


def test_what_stands_beside_the_record_can_be_filled_from_it_again(database, work, smtp, mailbox):
    mailbox.answer_to_data = "554 No"
    with database.writing() as session:
        an_acknowledged(session, person=somebody(), on=deed().on)
    work()
    before = projected(database)

    with database.writing() as session:
        projections.rebuild(session, "", 9, kind="complaint")

    assert projected(database) == before
    with database.reading() as session:
        assert verify(session).broken == ()


def test_a_late_notice_goes_like_any_other_letter_and_ends_nothing(database, work, smtp, mailbox, clock):
    with database.writing() as session:
        made = an_acknowledged(session, person=somebody(), on=deed().on)
    work()
    clock.passes(days=16)
    with database.writing() as session:
        lateness.find(session, made.reference, deed(london_day(clock.at), "clock"))

    work()

    assert "We are late, and we are sorry." in mailbox.texts[-1]
    with database.reading() as session:
        stage = histories.found(session, made.reference, deed()).complaint.stage_1
    assert (stage.answer_sent_on, len(stage.missed)) == (None, 1)


@pytest.mark.parametrize("backend", ["postgresql"], indirect=True)
def test_somebody_who_writes_in_the_case_meanwhile_is_not_in_the_way(app, database, smtp, mailbox):
    with database.writing() as session:
        made = a_complaint(session, somebody(), danger=Danger.NOW)

    def drain():
        with app.app_context():
            worker = Worker(app)
            while worker.step():
                pass

    with database.writing() as session:
        complaints.answer_danger(session, made.reference, deed(by="staff:1"))
        working = Thread(target=drain)
        working.start()
        working.join(1)  # it has sent the receipt, and waits to mark it
    working.join(20)

    with database.reading() as session:
        complaint = histories.found(session, made.reference, deed()).complaint
    assert complaint.letters[0].sent_on == deed().on
    assert not complaint.tasks
    assert mailbox.recipients.count("amina@example.org") == 1
