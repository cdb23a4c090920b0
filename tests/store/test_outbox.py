"""Word waiting to go out: posted once, sent by one worker, and sent again when that worker died."""

from datetime import UTC, datetime, timedelta

import pytest

from app.store.outbox import Notice, claim, fail, finish, oldest_waiting, post

AT = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
LEASE = timedelta(seconds=30)
RECEIPT = Notice("receipt/complaint:1/1", "receipt", "complaint:1", "<1@putright>", party=1)


def test_a_notice_is_posted_once(session):
    assert post(session, RECEIPT, AT)
    assert not post(session, RECEIPT._replace(kind="late"), AT)

    assert [notice.kind for notice in claim(session, "worker", 9, LEASE, AT)] == ["receipt"]


def test_a_notice_goes_when_its_time_has_come(session):
    post(session, RECEIPT, AT, not_before=AT + LEASE)

    assert claim(session, "worker", 9, LEASE, AT) == []
    assert oldest_waiting(session) == AT + LEASE
    assert len(claim(session, "worker", 9, LEASE, AT + LEASE)) == 1


def test_what_was_posted_is_what_is_claimed(session):
    notice = RECEIPT._replace(letter=2, facts='{"detail":"full"}', useful_until=AT + LEASE)
    post(session, notice, AT)

    [claimed] = claim(session, "worker", 1, LEASE, AT)

    assert Notice(**{name: getattr(claimed, name) for name in Notice._fields}) == notice
    assert (claimed.posted_at, claimed.attempts, claimed.maybe_twice) == (AT, 1, False)


def test_those_that_waited_longest_go_first(session):
    for number in (3, 1, 2):
        notice = RECEIPT._replace(key=str(number))
        post(session, notice, AT, not_before=AT + timedelta(seconds=number))

    [claimed] = claim(session, "worker", 1, LEASE, AT + LEASE)

    assert claimed.key == "1"


def test_two_workers_never_hold_one_notice(session):
    post(session, RECEIPT, AT)

    assert len(claim(session, "first", 9, LEASE, AT)) == 1
    assert claim(session, "second", 9, LEASE, AT) == []


def test_what_a_dead_worker_held_is_sent_again_and_says_so(session):
    post(session, RECEIPT, AT)
    [first] = claim(session, "dead", 9, LEASE, AT)

    [second] = claim(session, "alive", 9, LEASE, AT + LEASE)

    assert second.id == first.id
    assert second.message_id == first.message_id
    assert (second.attempts, second.maybe_twice) == (2, True)


def test_a_worker_that_lost_its_lease_marks_nothing(session):
    post(session, RECEIPT, AT)
    [notice] = claim(session, "slow", 9, LEASE, AT)
    claim(session, "alive", 9, LEASE, AT + LEASE)

    assert not finish(session, notice.id, "slow", "sent", AT + LEASE)
    assert finish(session, notice.id, "alive", "sent", AT + LEASE)
    assert oldest_waiting(session) is None


def test_what_failed_is_tried_later_and_was_not_sent_twice(session):
    post(session, RECEIPT, AT)
    [notice] = claim(session, "worker", 9, LEASE, AT)
    later = AT + timedelta(minutes=1)

    assert fail(session, notice.id, "worker", "refused: 451", later)

    assert claim(session, "worker", 9, LEASE, AT + LEASE) == []
    [again] = claim(session, "worker", 9, LEASE, later)
    assert (again.attempts, again.maybe_twice) == (2, False)


@pytest.mark.parametrize("backend", ["postgresql"], indirect=True)
def test_two_workers_at_once_take_different_notices(own_database):
    with own_database.writing() as session:
        for number in range(4):
            post(session, RECEIPT._replace(key=str(number)), AT)

    with own_database.writing() as one, own_database.writing() as another:
        taken = claim(one, "one", 2, LEASE, AT) + claim(another, "another", 9, LEASE, AT)

    assert sorted(notice.key for notice in taken) == ["0", "1", "2", "3"]
