"""Whoever has a new return code is told so, as far as they let us tell them anything, and never the code itself."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from app.domain.people.preferences import Detail, Preferences, Safe, Way
from app.services.people import receipts, renewals
from app.store.outbox import OutboxRow
from app.store.people import contacts
from tests.cases import LOOKUP_KEY, a_complaint, a_person, deed

TOLD_ALL = Preferences(Safe.YES, (Way.EMAIL,), Way.EMAIL, detail=Detail.FULL)
NEWS_ONLY = Preferences(Safe.YES, (Way.EMAIL,), Way.EMAIL, detail=Detail.NEWS_ONLY)


@pytest.mark.parametrize(("preferences", "told"), [(TOLD_ALL, True), (NEWS_ONLY, False)])
def test_a_new_return_code_is_told_of_and_never_told(database, work, smtp, mailbox, preferences, told):
    with database.writing() as session:
        made = a_complaint(session, a_person(preferences=preferences))
        doing = deed(by="staff:1", key="k" * 32)
        renewals.renew(session, made.reference, 1, "She knew what she wrote.", LOOKUP_KEY, doing)

    work()

    text = mailbox.texts[-1]
    assert mailbox.recipients[-1] == "amina@example.org"
    assert mailbox.received[-1]["Subject"] == "News from Elm & Oak, Homes"
    assert ("A new return code" in text) is told
    assert receipts.drawn(LOOKUP_KEY, doing) not in text


def test_a_new_return_code_is_not_told_where_an_email_is_safe_no_more(database, work, smtp, mailbox):
    with database.writing() as session:
        made = a_complaint(session, a_person(preferences=TOLD_ALL))
    work()
    before = len(mailbox.received)
    with database.writing() as session:
        renewals.renew(session, made.reference, 1, "She knew.", LOOKUP_KEY, deed(by="staff:1", key="k" * 32))
        for each in contacts.of_party(session, made.case_id, 1):
            contacts.bar(session, made.case_id, each.number, deed().at)

    work()

    assert len(mailbox.received) == before
    with database.reading() as session:
        outcomes = list(session.scalars(select(OutboxRow.outcome).order_by(OutboxRow.id)))
    assert outcomes[-1] == "not_safe"
