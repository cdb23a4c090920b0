"""The worker: what goes, to whom, saying how much; and what is recorded once it has gone, or could not go."""

import re
from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import select

from app.domain.clock.duties import of
from app.domain.clock.duty_kinds import DutyKind
from app.domain.deed import Actor, Deed
from app.domain.people.preferences import Detail, Preferences, Safe, Way
from app.post.worker import LEASE
from app.services.case import histories
from app.services.mail import postings
from app.services.people import sign_ins
from app.store import outbox
from app.store.mail import tray
from app.store.outbox import OutboxRow
from app.store.people import contacts
from tests.cases import LOOKUP_KEY, a_complaint, a_person, an_acknowledged, deed
from tests.mailboxes import served

TOLD_ALL = Preferences(Safe.YES, (Way.EMAIL, Way.LETTER), Way.EMAIL, detail=Detail.FULL)
NEWS_ONLY = replace(TOLD_ALL, detail=Detail.NEWS_ONLY)
EMAIL_ONLY = Preferences(Safe.SOME_WAYS, (Way.EMAIL,), Way.EMAIL)
BOTH = {Way.EMAIL: "amina@example.org", Way.LETTER: "4 Elm Court, M5 4AB"}
TELLING = ("boiler", "complaint", "Ombudsman", "Elm Court", "Amina")


def somebody(preferences=TOLD_ALL):
    return a_person(ways=BOTH, preferences=preferences)


def complaint_of(database, made):
    with database.reading() as session:
        return histories.found(session, made.reference, deed()).complaint


def duties_of(database, made):
    return [duty.kind for duty in of(complaint_of(database, made))]


def outbox_of(database):
    with database.reading() as session:
        return list(session.scalars(select(OutboxRow).order_by(OutboxRow.id)))


def test_a_letter_goes_by_email_and_the_day_it_went_is_recorded(database, work, smtp, mailbox, clock):
    with database.writing() as session:
        made = an_acknowledged(session, person=somebody(), on=date(2026, 11, 23))

    work()

    complaint = complaint_of(database, made)
    assert mailbox.recipients == ["amina@example.org", "amina@example.org"]
    assert [letter.sent_on for letter in complaint.letters] == [date(2026, 11, 23)] * 2
    assert complaint.stage_1.acknowledgement_sent_on == date(2026, 11, 23)
    assert [row.outcome for row in outbox_of(database)] == ["sent", "sent"]


def test_a_person_who_wants_full_details_is_sent_the_letter_itself(database, work, smtp, mailbox):
    with database.writing() as session:
        an_acknowledged(session, person=somebody(), on=date(2026, 11, 23))

    work()

    assert "The boiler has not been mended" in mailbox.texts[1]
    assert "https://portal.elm.example/c/back" in mailbox.texts[1]


def test_a_person_who_wants_only_that_there_is_news_is_told_no_more(database, work, smtp, mailbox):
    with database.writing() as session:
        made = an_acknowledged(session, person=somebody(NEWS_ONLY), on=date(2026, 11, 23))

    work()

    for email in mailbox.received:
        assert not [word for word in (*TELLING, made.reference) if word in email.as_string()]
    assert "https://portal.elm.example/c/back" in mailbox.texts[0]


@pytest.mark.parametrize("preferences", [TOLD_ALL, NEWS_ONLY])
def test_a_subject_never_says_what_it_is_about(database, work, smtp, mailbox, preferences):
    with database.writing() as session:
        made = an_acknowledged(session, person=somebody(preferences), on=date(2026, 11, 23))
        sign_ins.ask(session, made.reference, LOOKUP_KEY, deed())

    work()

    assert {email["Subject"] for email in mailbox.received} == {
        "News from Elm & Oak, Homes",
        "Your code from Elm & Oak, Homes",
    }


def test_an_email_is_plain_text_first_and_says_that_a_machine_sent_it(database, work, smtp, mailbox):
    with database.writing() as session:
        a_complaint(session, somebody())
    [posted] = outbox_of(database)

    work()

    [email] = mailbox.received
    parts = [part.get_content_type() for part in email.walk() if not part.is_multipart()]
    assert parts == ["text/plain", "text/html"]
    assert email["Auto-Submitted"] == "auto-generated"
    assert email["Message-ID"] == posted.message_id
    assert email["Message-ID"].endswith("@portal.elm.example>")
    assert email["From"] == '"Elm & Oak, Homes" <hello@elm.example>'
    assert email["Reply-To"] == "hello@elm.example"


def test_an_email_loads_nothing_and_so_tells_us_nothing(database, work, smtp, mailbox):
    with database.writing() as session:
        a_complaint(session, somebody())

    work()

    html = mailbox.received[0].get_body(("html",)).get_content()
    assert re.findall(r"<(img|link|script|iframe|style)", html) == []
    assert re.findall(r'href="([^"]*)"', html) == ["https://portal.elm.example/c/back"]
    assert 'lang="en"' in html


def test_a_contact_that_was_barred_meanwhile_gets_nothing(database, work, smtp, mailbox, clock):
    with database.writing() as session:
        made = a_complaint(session, somebody())
        contacts.bar(session, made.case_id, 1, clock.at)

    work()

    assert mailbox.received == []
    assert DutyKind.POST_LETTER in duties_of(database, made)
    assert [row.outcome for row in outbox_of(database)] == ["not_safe"]


def test_where_no_way_is_safe_any_more_somebody_must_find_one(database, work, smtp, mailbox, clock):
    with database.writing() as session:
        made = a_complaint(session, a_person(preferences=EMAIL_ONLY))
        contacts.bar(session, made.case_id, 1, clock.at)

    work()

    assert mailbox.received == []
    assert DutyKind.FIND_SAFE_WAY in duties_of(database, made)


def test_a_letter_that_was_refused_goes_the_next_safe_way(database, work, smtp, mailbox):
    mailbox.answer_to_recipient = "550 No such person"
    with database.writing() as session:
        made = a_complaint(session, somebody())

    work()

    complaint = complaint_of(database, made)
    assert (complaint.letters[0].way, complaint.letters[0].sent_on) == (Way.LETTER, None)
    assert complaint.letters[0].came_back == 1
    assert DutyKind.POST_LETTER in duties_of(database, made)


def test_an_acknowledgement_that_was_refused_starts_no_clock(database, work, smtp, mailbox):
    mailbox.answer_to_data = "554 We do not like the look of it"
    with database.writing() as session:
        made = an_acknowledged(session, person=somebody(), on=date(2026, 11, 23))

    work()

    assert complaint_of(database, made).stage_1.acknowledgement_sent_on is None
    assert DutyKind.ACKNOWLEDGE in duties_of(database, made)


def test_a_mail_server_that_is_away_is_tried_again(database, work, mailbox, port, clock):
    with database.writing() as session:
        made = a_complaint(session, somebody())
    work()
    assert outbox_of(database)[0].error == "ConnectionRefusedError"

    clock.passes(minutes=1)
    with served(mailbox, port):
        work()

    assert len(mailbox.received) == 1
    assert complaint_of(database, made).letters[0].sent_on == date(2026, 11, 23)
    assert not outbox_of(database)[0].maybe_twice


def test_what_could_not_go_for_days_is_stale_and_goes_on_paper(database, work, smtp, mailbox, clock):
    with database.writing() as session:
        made = a_complaint(session, somebody())
    clock.passes(days=4)

    work()

    assert mailbox.received == []
    assert DutyKind.POST_LETTER in duties_of(database, made)
    assert outbox_of(database)[0].outcome == "too_late"


def test_a_letter_that_staff_posted_meanwhile_does_not_go_twice(database, work, smtp, mailbox):
    with database.writing() as session:
        made = a_complaint(session, somebody())
        postings.post(session, made.reference, 1, date(2026, 11, 23), deed(by="staff:1"))

    work()

    assert mailbox.received == []
    assert outbox_of(database)[0].outcome == "not_needed"


def test_a_code_is_made_as_it_is_sent_and_lets_its_reader_in(database, work, smtp, mailbox, clock):
    with database.writing() as session:
        made = a_complaint(session, somebody())
        token = sign_ins.ask(session, made.reference, LOOKUP_KEY, Deed(Actor.parse("visitor"), clock.at))

    work()

    code = re.search(r"\b(\d{6}) is your code", mailbox.texts[1])[1]
    assert code not in mailbox.received[1]["Subject"]
    assert not [row for row in outbox_of(database) if code in row.facts]
    with database.writing() as session:
        assert sign_ins.spend_code(session, token, code, LOOKUP_KEY, clock.at).reference == made.reference


def test_a_code_that_is_too_old_is_not_sent(database, work, smtp, mailbox, clock):
    with database.writing() as session:
        made = a_complaint(session, somebody())
        sign_ins.ask(session, made.reference, LOOKUP_KEY, Deed(Actor.parse("visitor"), clock.at))
    clock.passes(minutes=11)

    work()

    assert [email["Subject"] for email in mailbox.received] == ["News from Elm & Oak, Homes"]


def test_nobody_is_sent_a_code_where_nothing_may_be_sent(database, work, smtp, mailbox):
    comes_back = Preferences(Safe.NO, (Way.HERE,), Way.HERE)
    with database.writing() as session:
        made = a_complaint(session, somebody(comes_back))
        sign_ins.ask(session, made.reference, LOOKUP_KEY, deed())
        sign_ins.ask(session, "0000-0000", LOOKUP_KEY, deed())

    work()

    assert mailbox.received == []


def test_a_demo_sends_nothing_but_to_its_tray(database, demo, work, smtp, mailbox):
    with database.writing() as session:
        made = a_complaint(session, somebody())

    work()

    with database.reading() as session:
        [sent] = tray.latest(session, 9)
    assert mailbox.received == []
    assert (sent.to, sent.subject) == ("amina@example.org", "News from Elm & Oak, Homes")
    assert complaint_of(database, made).letters[0].sent_on == date(2026, 11, 23)


def test_what_a_dead_worker_may_have_sent_goes_again_and_says_so(database, work, smtp, mailbox, clock):
    with database.writing() as session:
        made = a_complaint(session, somebody())
    with database.writing() as session:
        outbox.claim(session, "dead", 1, LEASE, clock.at)

    work()
    assert mailbox.received == []
    clock.passes(seconds=LEASE.total_seconds())
    work()

    [row] = outbox_of(database)
    assert (len(mailbox.received), row.maybe_twice, row.outcome) == (1, True, "sent")
    assert complaint_of(database, made).letters[0].sent_on == date(2026, 11, 23)


def test_one_word_that_cannot_be_made_holds_up_no_other(database, work, smtp, mailbox, clock):
    with database.writing() as session:
        broken = outbox.Notice("1", "sign_in_code", "complaint:0", "<1@elm.example>", facts="{}")
        outbox.post(session, broken, clock.at)
        a_complaint(session, somebody())

    work()

    assert len(mailbox.received) == 1
    assert [(row.outcome, row.error) for row in outbox_of(database)] == [(None, "KeyError"), ("sent", None)]
